# 义务：名称、状态、操作、事实和拒绝理由；活动、主办方。
obligation = 义务
obligation-many = 义务
obligation-about = 协定要求单位反复履行的一项内容；由此产生有期限的履约事项。

obligation-state-active = 有效
obligation-state-ended = 已结束

obligation-command-register = 登记义务
obligation-command-schedule = 安排履约事项
obligation-command-end = 结束义务

obligation-fact-registered = 义务已登记
obligation-fact-scheduled = 履约事项已安排
obligation-fact-ended = 义务已结束

obligation-refusal-not-now = 该操作不符合义务的当前状态。请重新打开记录，查看现在可进行的操作。
obligation-refusal-no-name = 义务没有名称。请至少用一种语言填写名称。
obligation-refusal-no-agreement = 没有该协定。请选择已登记的协定，或先行登记。
obligation-refusal-no-unit = 没有单位 { $unit }。请选择已登记的单位，或先行登记。
obligation-refusal-no-counterpart = 该对口关系不存在或已结束。请另行选择。
obligation-refusal-counterpart-of-other-unit = 该对口关系属于单位 { $unit }。请选择该单位，或选择其他对口关系。
obligation-refusal-no-first-host = 双方轮流主办，但未注明首次主办方。请选择。
obligation-refusal-host-not-involved = { $host } 不是该对口关系的双方之一。请从双方中选择首次主办方。
obligation-refusal-nothing-new = { $until } 之前开始的各期均已有履约事项。如需继续安排，请选择更晚的日期。
obligation-refusal-not-in-force = 自 { $from } 起的各期开始时，协定没有生效的版本。请先记录生效，或选择更晚的日期。

obligation-field-periods = 已安排的各期
obligation-field-index = 序号（从0起）

activity-talks = 会谈
activity-meeting = 会晤
activity-bilateral-patrol = 双边巡逻
activity-law-enforcement-patrol = 联合执法巡逻
activity-letter = 信函
activity-visit = 走访
activity-outreach = 宣传交流
activity-training = 培训交流

hosts-alternate = 双方轮流
hosts-own = 始终由我方
hosts-other = 始终由对方
hosts-any = 任何一方
