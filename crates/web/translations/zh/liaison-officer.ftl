# 联络官：名称、状态、操作、事项、拒绝理由和类型。
liaison-officer = 联络官
liaison-officer-many = 联络官
liaison-officer-about = 向对方指派的军官：常设，负责传递信函、安排会晤；或为一次巡逻指派。

liaison-officer-state-appointed = 已指派
liaison-officer-state-notified = 已通知对方
liaison-officer-state-accepted = 已获接受
liaison-officer-state-available = 待命
liaison-officer-state-attached = 已随同
liaison-officer-state-returned = 已返回
liaison-officer-state-ended = 已终止
liaison-officer-state-declined = 未获接受

liaison-officer-command-appoint = 指派联络官
liaison-officer-command-record-notified = 记录对方指派的联络官
liaison-officer-command-notify = 记录已通知对方
liaison-officer-command-answer = 答复对方
liaison-officer-command-record-answer = 记录对方答复
liaison-officer-command-make-available = 记录待命
liaison-officer-command-attach = 派随巡逻或活动
liaison-officer-command-record-return = 记录返回
liaison-officer-command-record-handed-over = 记录移交物品
liaison-officer-command-end = 终止指派

liaison-officer-fact-appointed = 联络官已指派
liaison-officer-fact-notified = 已通知对方
liaison-officer-fact-accepted = 已获接受
liaison-officer-fact-declined = 未获接受
liaison-officer-fact-made-available = 联络官已待命
liaison-officer-fact-attached = 已派随活动
liaison-officer-fact-returned = 联络官已返回
liaison-officer-fact-handed-over = 物品已移交
liaison-officer-fact-ended = 指派已终止

liaison-officer-refusal-not-now = 目前无法对该联络官进行此操作（{ $status }）。
liaison-officer-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系。
liaison-officer-refusal-no-patrol = 为一次巡逻指派的联络官须注明已有的巡逻。请从列表中选择。
liaison-officer-refusal-no-unit = 指派方没有该单位。请从列表中选择。
liaison-officer-refusal-no-letter = 没有该信函。请从登记簿中选择，或留空。
liaison-officer-refusal-no-record = 没有该记录。请从列表中选择。
liaison-officer-refusal-other-patrol = 该联络官为巡逻 { $patrol } 指派，只随该次巡逻。
liaison-officer-refusal-other-side-answers = 由被通知的一方自行答复。请使用另一种答复操作。
liaison-officer-refusal-no-remark = 不接受须说明理由。请填写理由。
liaison-officer-refusal-not-persons = 人员移交须由边界代表、副代表或助理亲自办理，不得由联络官办理。
liaison-officer-refusal-still-attached = 该联络官正随同活动。请先记录返回。
liaison-officer-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
liaison-officer-refusal-wrong-order = { $later } 早于 { $earlier }，顺序有误。请检查日期。

liaison-kind-standing = 常设
liaison-kind-one-patrol = 为一次巡逻

thing-handed-over-letter = 信函
thing-handed-over-animal = 牲畜
thing-handed-over-property = 财物
thing-handed-over-person = 人员

liaison-officer-field-name = 姓名
liaison-officer-field-rank = 衔级
liaison-officer-field-unit = 所在单位
liaison-officer-field-appointed-on = 指派日期
liaison-officer-field-attachment = 随同
liaison-officer-field-attachments = 随同记录
liaison-officer-field-to = 随同的巡逻或记录
liaison-officer-field-until-on = 预计返回日期
liaison-officer-field-returned-on = 返回日期
liaison-officer-field-handed-over = 已移交
liaison-officer-field-handed-on = 移交日期
liaison-officer-field-thing = 物品类别
liaison-officer-field-office = 职务
liaison-officer-field-record = 记录
liaison-officer-field-patrol = 巡逻
