# 会晤：名称、状态、操作、事实和拒绝理由。
meeting = 会晤
meeting-many = 会晤
meeting-about = 在边界线上或口岸进行的工作接触，我方自行记录；如有商定内容，则形成共同纪要。

meeting-state-recorded = 已记录
meeting-state-signed = 共同纪要已签署

meeting-command-record = 记录会晤
meeting-command-correct = 更正记录内容
meeting-command-sign-record = 记录已签署的共同纪要

meeting-fact-recorded = 会晤已记录
meeting-fact-corrected = 记录内容已更正
meeting-fact-record-signed = 双方已签署共同纪要

meeting-refusal-not-now = 该操作不符合会晤的当前状态。请重新打开记录，查看现在可进行的操作。
meeting-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
meeting-refusal-in-the-future = 该日期尚未到来。请届时再记录。
meeting-refusal-nothing-to-correct = 没有填写任何内容。请填写需要更正的内容。
meeting-refusal-signed-already = 双方已于 { $on } 签署，已签署的内容不得更改。请将不同之处写入新的会晤或信函。
meeting-refusal-nothing-agreed = 有商定内容时才签署共同纪要。请先更正记录，写明商定内容。
meeting-refusal-not-held = 会晤于 { $held_on } 举行。请填写该日或更晚的日期。
