# 会谈：名称、状态、操作、字段、事实、关联和拒绝理由。
talks = 会谈
talks-many = 会谈
talks-about = 两个代表团之间的正式会谈，有议程，会谈纪要由双方团长签署。

talks-state-proposed = 已提议
talks-state-agreed = 日期已商定
talks-state-held = 已举行
talks-state-signed = 纪要已签署
talks-state-postponed = 已推迟
talks-state-declined = 已谢绝
talks-state-cancelled = 已取消

talks-command-propose = 提议会谈
talks-command-record-proposal = 记录对方提议
talks-command-answer = 答复提议
talks-command-record-answer = 记录对方答复
talks-command-record-delegations = 确定代表团
talks-command-record-held = 记录会谈已举行
talks-command-sign-minutes = 记录已签署的纪要
talks-command-postpone = 推迟会谈
talks-command-cancel = 取消会谈

talks-fact-proposed = 会谈已提议
talks-fact-other-date-proposed = 已提议另一日期
talks-fact-agreed = 日期已商定
talks-fact-declined = 提议已谢绝
talks-fact-delegations-recorded = 代表团已确定
talks-fact-held = 会谈已举行
talks-fact-minutes-signed = 双方团长已签署纪要
talks-fact-postponed = 会谈已推迟
talks-fact-cancelled = 会谈已取消

talks-refusal-not-now = 该操作不符合会谈的当前状态。请重新打开记录，查看现在可进行的操作。
talks-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系，或先行确认。
talks-refusal-too-late = 距提议日期只有 { $days } 个整天，须有 { $needed } 天。请提议更晚的日期，或注明为紧急会谈。
talks-refusal-in-the-past = 提议日期已过。请选择今后的日期。
talks-refusal-other-host = 本期主办方为 { $host }。请填写该方为主办方，或选择其他履约事项。
talks-refusal-no-occurrence = 该履约事项不存在或已了结。请选择未了结的事项，或留空。
talks-refusal-empty-agenda = 议程没有项目。请至少填写一项。
talks-refusal-not-your-turn = 应由 { $turn } 答复。请记录该方的答复。
talks-refusal-no-date = 已选择另一日期，但未填写。请填写日期和时间。
talks-refusal-no-interpreter = 一切接触均通过翻译进行（第 89/2009 号法令第八条）。请按职务填写翻译。
talks-refusal-no-delegations = 代表团尚未确定。请先确定代表团。
talks-refusal-item-without-result = 议程第 { $item } 项须有且只有一个结果。请填写结果，或选择“未讨论”。
talks-refusal-beyond-authority = 单位无权自行商定第 { $item } 项（{ $matter }）。请选择“超出权限”：该项记录在案并向上级单位请示。
talks-refusal-no-superior = 没有登记可供请示的上级单位。请由名录管理员登记。
talks-refusal-not-held = 纪要在会谈当日或之后签署。请先记录会谈已举行，再检查签署日期。
talks-refusal-in-the-future = 该日期尚未到来。请届时再记录。

item-result-agreed = 达成一致
item-result-noted = 记录在案
item-result-beyond-authority = 超出权限
item-result-reserved = 保留意见
item-result-not-discussed = 未讨论

postpone-reason-epidemic = 疫情
postpone-reason-weather = 天气或洪水
postpone-reason-absence = 有关人员不在
postpone-reason-security = 安全
postpone-reason-unit-change = 单位变动
postpone-reason-other = 其他原因

answer-accept = 同意该日期
answer-other-date = 另提日期
answer-decline = 谢绝
