# 报告期：名称、状态、操作、事实和拒绝理由；报告期长度。
period = 报告期
period-many = 报告期
period-about = 我方统一据以统计的月份、季度、半年或年度，从开放到锁定。

period-state-open = 开放
period-state-closing = 关闭中
period-state-frozen = 已锁定
period-state-restated = 已订正

period-command-register = 登记报告期
period-command-begin-closing = 开始关闭报告期
period-command-freeze = 锁定报告期
period-command-restate = 订正报告期

period-fact-registered = 报告期已登记
period-fact-closing-begun = 已开始关闭
period-fact-frozen = 报告期已锁定
period-fact-restated = 报告期已订正

period-refusal-not-now = 该操作不符合报告期的当前状态。请重新打开记录，查看现在可进行的操作。
period-refusal-no-period = “{ $label }”不是有效的期号。请填写 2026-Q1、2026-03、2026-H1 或 2026。
period-refusal-already-registered = 报告期 { $label } 已经登记。请打开该期。
period-refusal-not-begun = 报告期自 { $from } 开始。请在该日之后关闭。
period-refusal-not-over = 报告期最后一天为 { $last_day }。请在该日之后锁定。

period-field-span = 起止日期

every-month = 每月
every-quarter = 每季度
every-half-year = 每半年
every-year = 每年
