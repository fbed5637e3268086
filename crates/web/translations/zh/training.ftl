# 培训交流：名称、状态、操作、事实、拒绝理由、种类和字段。
training = 培训交流
training-many = 培训交流
training-about = 一方为另一方培训，或双方交流经验；也可与第三国或国际组织进行。

training-state-planned = 已计划
training-state-postponed = 已推迟
training-state-held = 已举行
training-state-evaluated = 已评估
training-state-cancelled = 已取消

training-command-plan = 计划培训
training-command-amend = 修改计划
training-command-postpone = 推迟培训
training-command-record-new-day = 记录新日期
training-command-record-held = 记录已举行
training-command-correct = 更正天数和人数
training-command-record-evaluation = 记录评估
training-command-cancel = 取消培训

training-fact-planned = 培训已计划
training-fact-amended = 计划已修改
training-fact-postponed = 培训已推迟
training-fact-new-day-recorded = 新日期已确定
training-fact-held = 培训已举行
training-fact-corrected = 天数和人数已更正
training-fact-evaluated = 培训已评估
training-fact-cancelled = 培训已取消

training-refusal-not-now = 该操作不符合培训的当前状态。请重新打开记录，查看现在可进行的操作。
training-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系，或先行确认。
training-refusal-no-partner = 培训须有合作方。请选择对口单位，或填写第三国、国际组织。
training-refusal-nobody-asked = 推迟须注明提出方。请从双方中选择。
training-refusal-no-host = 没有第三国合作方时，由双方之一主办。请选择主办方。
training-refusal-host-not-involved = { $host } 不参加此项活动。请选择我方或对口单位所属方为主办方。
training-refusal-not-a-side = { $side } 不参加此项活动。请选择我方或对口单位所属方。
training-refusal-no-programme = 该长期项目不存在，或在该日之前已结束。请另行选择，或留空。
training-refusal-no-occurrence = 该履约事项不存在或已了结。请选择未了结的事项，或留空。
training-refusal-other-activity = 该履约事项要求另一种活动。请选择培训类的事项。
training-refusal-other-host = 本期主办方为 { $host }。请填写该方为主办方，或选择其他履约事项。
training-refusal-days-do-not-fit = 培训 { $days } 天不合适。至少填一天，且不得多于首日至末日的天数。
training-refusal-in-the-past = 该日期已过。请选择今后的日期。
training-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
training-refusal-wrong-order = { $later } 早于 { $earlier }，顺序有误。请检查日期。
training-refusal-too-many-passed = 参加者共 { $participants } 人。结业人数不得更多。
training-refusal-nothing-changed = 与现有内容没有不同。请填写需要改动的内容。

training-kind-training = 培训
training-kind-professional-exchange = 业务交流
training-kind-political-work-exchange = 政治工作交流
training-kind-patrol-experience = 巡逻经验交流
training-kind-grass-roots-experience = 基层工作经验交流
training-kind-young-officers-exchange = 青年军官交流

training-field-partner = 第三国合作方
training-field-days = 培训天数
training-field-evaluated-on = 评估日期
training-field-passed = 结业人数
hint-partner = 第三国或国际组织。如只有双方参加，请留空。
hint-passed = 只填数字，不写姓名。
