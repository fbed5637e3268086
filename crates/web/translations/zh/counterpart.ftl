# 对口单位：名称、状态、操作、事实、拒绝理由和种类。
counterpart = 对口单位
counterpart-many = 对口单位
counterpart-about = 我方哪个单位与对方哪个单位就何种事务打交道，起止时间如何。

counterpart-state-proposed = 已提议
counterpart-state-notified = 已告知对方
counterpart-state-in-force = 有效
counterpart-state-unconfirmed = 待重新确认
counterpart-state-ended = 已结束

counterpart-command-register = 登记对口单位
counterpart-command-notify = 记录已告知对方
counterpart-command-confirm = 确认对口单位
counterpart-command-mark-unconfirmed = 注明单位有变动
counterpart-command-close = 结束对口关系

counterpart-fact-registered = 对口关系已登记
counterpart-fact-notified = 已告知对方
counterpart-fact-confirmed = 对口关系已确认
counterpart-fact-unconfirmed = 单位有变动；待重新确认
counterpart-fact-closed = 对口关系已结束

counterpart-refusal-not-now = 该操作不符合对口关系的当前状态。请重新打开记录，查看现在可进行的操作。
counterpart-refusal-no-unit = 没有单位 { $unit }。请选择已登记的单位，或先行登记。
counterpart-refusal-not-across-the-line = 对口关系由一个我方单位和一个对方单位组成。请各选一个。

counterpart-kind-talks = 会谈、会晤、信函
counterpart-kind-bilateral-patrol = 双边巡逻
counterpart-kind-law-enforcement-patrol = 联合执法巡逻
counterpart-kind-gate = 口岸事务
counterpart-kind-civil-authority = 地方政府
