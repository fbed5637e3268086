# 走访：名称、状态、操作、事实和拒绝理由。
visit = 走访
visit-many = 走访
visit-about = 单位出于礼节或逢节日前往对口单位走访，不设议程。

visit-state-recorded = 已记录

visit-command-record = 记录走访
visit-command-correct = 更正目的

visit-fact-recorded = 走访已记录
visit-fact-corrected = 目的已更正

visit-refusal-not-now = 该操作不符合走访的当前状态。请重新打开记录，查看现在可进行的操作。
visit-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
visit-refusal-in-the-future = 该日期尚未到来。请在走访之后再记录。
