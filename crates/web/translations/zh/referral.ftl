# 请示：名称、状态、操作、事实和拒绝理由。
referral = 请示
referral-many = 请示
referral-about = 超出单位权限的事项，记录在案并报上级单位指示。

referral-state-open = 等待答复
referral-state-answered = 已答复
referral-state-closed = 已办结

referral-command-open = 向上级请示
referral-command-answer = 答复请示
referral-command-forward = 继续向上请示
referral-command-close = 办结请示

referral-fact-opened = 已向上级单位请示
referral-fact-answered = 上级单位已答复
referral-fact-forwarded = 已继续向上请示
referral-fact-closed = 请示已办结

referral-refusal-not-now = 该操作不符合请示的当前状态。请重新打开记录，查看现在可进行的操作。
referral-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
referral-refusal-not-superior = { $to } 不是目前承办单位的上级。请选择上级单位。
referral-refusal-not-addressee = 该事项现由 { $to } 承办。须由该单位或其上级单位的工作人员办理。
referral-refusal-not-answered = { $to } 尚未答复。请在落实答复之后办结请示。
