# 走访：名称、状态、操作、事实、拒绝理由、缘由和字段。
visit = 走访
visit-many = 走访
visit-about = 一方出于礼节、逢节日或为吊唁前往另一方走访，不设议程；事先告知，或事后记录。

visit-state-recorded = 已记录
visit-state-announced = 已告知
visit-state-answered = 日期已商定
visit-state-postponed = 已推迟
visit-state-held = 已走访
visit-state-declined = 已谢绝
visit-state-cancelled = 已取消

visit-command-record = 记录走访
visit-command-announce = 告知走访
visit-command-record-announcement = 记录对方告知
visit-command-answer = 答复告知
visit-command-record-answer = 记录对方答复
visit-command-record-held = 记录已走访
visit-command-postpone = 推迟走访
visit-command-record-new-day = 记录新日期
visit-command-correct = 更正走访
visit-command-cancel = 取消走访

visit-fact-recorded = 走访已记录
visit-fact-announced = 走访已告知
visit-fact-other-date-proposed = 已提议另一日期
visit-fact-answered = 日期已商定
visit-fact-declined = 走访已谢绝
visit-fact-held = 已走访
visit-fact-postponed = 走访已推迟
visit-fact-new-day-recorded = 新日期已确定
visit-fact-corrected = 走访已更正
visit-fact-cancelled = 走访已取消

visit-refusal-not-now = 该操作不符合走访的当前状态。请重新打开记录，查看现在可进行的操作。
visit-refusal-no-counterpart = 没有该对口关系，或该关系未生效。请选择已登记的对口关系；今后的走访须有有效的对口关系。
visit-refusal-not-a-side = { $side } 不是该对口关系的双方之一。请从双方中选择。
visit-refusal-no-delegation = 没有该代表团。请选择已登记的代表团，或留空。
visit-refusal-no-occurrence = 该履约事项不存在或已了结。请选择未了结的事项，或留空。
visit-refusal-other-activity = 该履约事项要求另一种活动。请选择走访类的事项。
visit-refusal-other-host = 本期主办方为 { $host }。请由另一方作客，或选择其他履约事项。
visit-refusal-not-your-turn = 应由 { $turn } 答复。请记录该方的答复。
visit-refusal-no-date = 已选择另一日期，但未填写。请填写日期。
visit-refusal-in-the-past = 该日期已过。请选择今后的日期。
visit-refusal-in-the-future = 该日期尚未到来。请在走访之后再记录。
visit-refusal-nothing-changed = 与现有内容没有不同。请填写需要更正的内容。

visit-occasion-holiday = 节日
visit-occasion-courtesy = 礼节性走访
visit-occasion-working-visit = 工作走访
visit-occasion-anniversary = 纪念日
visit-occasion-condolence = 吊唁

visit-field-visit = 走访
visit-field-guest = 来访方
visit-field-occasion = 缘由
visit-field-own-head = 我方带队人
visit-field-gifts = 礼品
visit-field-delegation = 代表团
visit-field-corrections = 更正前的内容
visit-field-corrected-at = 更正时间
visit-field-declined-by = 谢绝方
hint-guest = 前往走访的一方。如即为告知方，请留空。
hint-gifts = 双方互赠的礼品。
