# 表彰：名称、状态、操作、事实、拒绝理由、种类和字段。
award = 表彰
award-many = 表彰
award-about = 对单位或职务的投票、评选或肯定，以及得到推广的做法。

award-state-recorded = 已记录

award-command-record = 记录表彰
award-command-correct = 更正称号

award-fact-recorded = 表彰已记录
award-fact-corrected = 称号已更正

award-refusal-not-now = 该操作不符合表彰的当前状态。请重新打开记录，查看现在可进行的操作。
award-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系，或留空。
award-refusal-no-programme = 该长期项目不存在，或在该日之前已结束。请另行选择，或留空。
award-refusal-in-the-future = 该日期尚未到来。请在授予之后再记录。
award-refusal-not-published = 只有正式公布的姓名才可填写。请注明公布来源，或不填姓名。

award-kind-vote = 投票选举
award-kind-selection = 评选
award-kind-recognition = 上级肯定
award-kind-model = 得到肯定并推广的做法

award-field-counterpart = 共同授予单位
award-field-given-by = 授予单位
award-field-given-on = 授予日期
award-field-recipient = 受表彰的单位或职务
award-field-person = 任该职务者
hint-recipient = 单位或职务。
hint-person = 只有正式公布的姓名才可填写，并注明来源。
