# 热线电话：名称、状态、操作、事实、拒绝理由和选项。
hotline-call = 热线电话
hotline-call-many = 热线电话
hotline-call-about = 通过商定线路进行的通话，无论是否接听；双方各自记录。

hotline-call-state-attempted = 无人接听
hotline-call-state-noted = 已记录
hotline-call-state-read-back = 已复述核对
hotline-call-state-confirmed = 已书面确认
hotline-call-state-closed = 已办结

hotline-call-command-record-attempt = 记录通话
hotline-call-command-read-back = 记录已复述核对
hotline-call-command-confirm-in-writing = 注明确认通话的信函
hotline-call-command-close = 办结通话

hotline-call-fact-recorded = 通话已记录
hotline-call-fact-read-back = 记录内容已复述核对
hotline-call-fact-confirmed-in-writing = 通话已由信函确认
hotline-call-fact-closed = 通话已办结

hotline-call-refusal-not-now = 该操作不符合通话的当前状态。请重新打开记录，查看现在可进行的操作。
hotline-call-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
hotline-call-refusal-in-the-future = 通话时间尚未到来。请检查日期和时间。
hotline-call-refusal-nothing-was-said = 无人接听，因此没有通报或承诺内容。请将两项留空，或记录为已接听。
hotline-call-refusal-not-connected = 本次通话无人接听。请将下一次呼叫另记为一次通话，并注明接续本次。
hotline-call-refusal-no-earlier-call = 没有该次先前通话。请选择已记录的通话，或留空。
hotline-call-refusal-needs-letter = 通话含有通报内容，须在 { $hours } 小时内以信函确认。请先注明该信函。
hotline-call-refusal-no-letter = 没有信函 { $letter }。请从登记簿中选择。
hotline-call-refusal-letter-not-sent = 信函 { $letter } 尚未发出。请先发出。
hotline-call-refusal-letter-before-call = 信函 { $letter } 早于本次通话。请选择确认通话的信函。

caller-own = 我方
caller-other = 对方

call-outcome-no-answer = 无人接听
call-outcome-connected = 已接听

urgency-ordinary = 一般
urgency-urgent = 紧急
