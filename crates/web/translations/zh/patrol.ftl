# 巡逻：名称、状态、操作、事实、拒绝理由、种类和方式。
patrol = 巡逻
patrol-many = 巡逻
patrol-about = 双方在商定时间内对商定地段进行巡逻，并签署巡逻纪要。

patrol-state-planned = 已计划
patrol-state-agreed = 日期已商定
patrol-state-approved = 已批准
patrol-state-teams-named = 分队已确定
patrol-state-under-way = 进行中
patrol-state-finished = 已结束
patrol-state-interrupted = 已中断
patrol-state-signed = 纪要已签署
patrol-state-postponed = 已推迟
patrol-state-cancelled = 已取消

patrol-command-plan = 计划巡逻
patrol-command-record-agreement = 记录双方商定
patrol-command-record-other-date = 记录另一日期
patrol-command-approve = 批准巡逻
patrol-command-name-teams = 确定分队
patrol-command-start = 记录开始
patrol-command-record-finished = 记录巡逻结束
patrol-command-sign-record = 记录已签署的纪要
patrol-command-postpone = 推迟巡逻
patrol-command-cancel = 取消巡逻

patrol-fact-planned = 巡逻已计划
patrol-fact-other-date-recorded = 对方提出另一日期
patrol-fact-agreed = 双方已商定日期
patrol-fact-approved = 巡逻已批准
patrol-fact-teams-named = 分队已确定
patrol-fact-started = 巡逻已开始
patrol-fact-finished = 巡逻已结束
patrol-fact-interrupted = 巡逻已中断
patrol-fact-record-signed = 双方已签署纪要
patrol-fact-postponed = 巡逻已推迟
patrol-fact-cancelled = 巡逻已取消

patrol-refusal-not-now = 该操作不符合巡逻的当前状态。请重新打开记录，查看现在可进行的操作。
patrol-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系，或先行确认。
patrol-refusal-no-marker = “{ $marker }”不是界碑编号。请按界碑上的编号填写：87、171(1)、230/11、T10 或 342A。
patrol-refusal-in-the-past = 该日期已过。请选择今后的日期。
patrol-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
patrol-refusal-other-host = 本期主办方为 { $host }。请填写该方为主持方，或选择其他履约事项。
patrol-refusal-no-occurrence = 该履约事项不存在或已了结。请选择未了结的事项，或留空。
patrol-refusal-other-activity = 该履约事项要求另一种活动。请选择与此类巡逻相符的事项。
patrol-refusal-no-date = 巡逻已推迟但没有新日期。请先记录新日期。
patrol-refusal-own-plan = 此次巡逻由您计划。须由另一名指挥员批准。
patrol-refusal-no-liaison = 双方尚未互派联络官。请注明双方各自派出的联络官，然后记录开始。
patrol-refusal-wrong-order = { $later } 早于 { $earlier }，顺序有误。请检查日期。
patrol-refusal-not-finished = 纪要在巡逻最后一天之后签署。请先记录巡逻结束，并检查签署日期。

patrol-kind-bilateral = 双边巡逻
patrol-kind-law-enforcement = 联合执法巡逻
patrol-kind-parallel = 平行巡逻
patrol-kind-three-party = 三方巡逻

patrol-mode-foot = 徒步
patrol-mode-vehicle = 乘车
patrol-mode-boat = 乘船
