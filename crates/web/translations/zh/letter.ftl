# 信函：名称、状态、操作、事实、拒绝理由和登记簿。
letter = 信函
letter-many = 信函
letter-about = 单位致对口单位的书面文件，按编号登入发函或收函登记簿。

letter-state-draft = 草稿
letter-state-approved = 已批准
letter-state-sent = 已发出
letter-state-delivered = 已送达
letter-state-acknowledged = 对方已确认收到
letter-state-received = 已收到
letter-state-answered = 已答复
letter-state-closed = 已办结

letter-command-draft = 起草信函
letter-command-record-received = 记录来函
letter-command-amend = 修改草稿
letter-command-approve = 批准草稿
letter-command-send = 发出信函
letter-command-record-delivery = 记录送达
letter-command-acknowledge = 记录对方确认收到
letter-command-record-answered = 记录答复信函
letter-command-close = 办结信函

letter-fact-drafted = 信函已起草
letter-fact-amended = 草稿已修改
letter-fact-approved = 草稿已批准
letter-fact-sent = 信函已发出
letter-fact-delivered = 信函已送达
letter-fact-acknowledged = 对方已确认收到信函
letter-fact-received = 信函已收到
letter-fact-answered = 信函已答复
letter-fact-closed = 信函已办结

letter-refusal-not-now = 该操作不符合信函的当前状态。请重新打开记录，查看现在可进行的操作。
letter-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
letter-refusal-no-letter = 没有信函 { $letter }。请从登记簿中选择。
letter-refusal-not-yet-sent = 信函 { $letter } 尚未发出，不能答复。请选择已发出或已收到的信函。
letter-refusal-same-direction = 信函 { $letter } 与本函方向相同。发函答复收函，收函答复发函。
letter-refusal-not-a-draft = 只能修改草稿。请说明原因后办结此函，并另行起草。
letter-refusal-nothing-to-amend = 没有填写任何内容。请填写需要修改的内容。
letter-refusal-own-draft = 任何人不得批准自己起草的文字。请由另一名工作人员批准信函。
letter-refusal-not-approved = 草稿尚未批准。请先由另一名工作人员批准。
letter-refusal-due-too-early = 答复期限不能早于 { $day }。请填写该日或更晚的日期。
letter-refusal-before-sent = 信函于 { $sent_on } 发出。请填写该日或更晚的日期。
letter-refusal-before-written = 信函书写日期为 { $written_on }。收到日期请填写该日或更晚的日期。
letter-refusal-in-the-future = 该日期尚未到来。请届时再记录。
letter-refusal-needs-reason = 该函等待答复至 { $due_on }。请说明未收到答复即办结的原因。

register-out = 发函
register-in = 收函
