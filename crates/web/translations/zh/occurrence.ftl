# 履约事项：有期限的一项；其状态、操作、事实和拒绝理由。
occurrence = 履约事项
occurrence-many = 履约事项
occurrence-about = 协定项下有期限的一项：某一时期应做何事、期限为何日、结果如何。

occurrence-state-scheduled = 已安排
occurrence-state-met = 已履行
occurrence-state-met-late = 逾期履行
occurrence-state-postponed = 经商定推迟
occurrence-state-waived = 经商定免除
occurrence-state-replaced = 以信函或通话代替
occurrence-state-missed = 未举行
occurrence-state-lapsed = 不再需要履行

occurrence-command-schedule = 安排事项
occurrence-command-meet = 注明履行事项的记录
occurrence-command-postpone = 记录商定推迟
occurrence-command-waive = 记录双方免除事项
occurrence-command-replace = 记录代替事项的信函或通话
occurrence-command-miss = 记录未举行
occurrence-command-lapse = 记录不再需要履行

occurrence-fact-scheduled = 事项已安排
occurrence-fact-met = 事项已履行
occurrence-fact-met-late = 事项逾期履行
occurrence-fact-held-again = 已另次举行
occurrence-fact-postponed = 已商定推迟
occurrence-fact-waived = 双方已免除事项
occurrence-fact-replaced = 事项已由信函或通话代替
occurrence-fact-missed = 事项未举行
occurrence-fact-lapsed = 事项不再需要履行

occurrence-refusal-not-now = 该操作不符合履约事项的当前状态。请重新打开记录，查看现在可进行的操作。
occurrence-refusal-already-scheduled = { $period } 的履约事项已经存在。请打开该事项。
occurrence-refusal-in-the-future = 该日期尚未到来。请届时再记录。
occurrence-refusal-not-later = 目前期限为 { $due_on }。推迟须填写更晚的日期。
occurrence-refusal-no-letter = 没有该信函。请选择已登记的信函，或留空。
occurrence-refusal-no-replacement = 只有信函或热线电话可以代替履约事项。请选择已登记的记录。
occurrence-refusal-not-yet-due = 期限至 { $due_on }。请在该日之后记录未举行。
