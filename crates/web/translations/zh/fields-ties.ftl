# 口岸、结对和任职人员共用的字段；以及较难字段的提示。
field-absence = 缺席原因
field-accepts = 接受
field-authority = 主管机关
field-ended-on = 终止日期
field-notified-on = 通知对方日期
field-person = 任职人员
field-told-on = 通报对方日期
field-what = 内容

hint-accepts = 如不接受请勿勾选，并说明理由。
hint-told-on = 通报之前请留空；在此之前该记录一直列为待办。
hint-other-names = 没有记录的成员，每行一个。
hint-points = 每行一条，按此顺序编号。
hint-note-signed-on = 结对签署后必填；新成员自该日起计。
hint-clock = 时间以该方当地时间为准。
hint-opens = 按 07:00 的格式填写。
hint-host-unit = 如为对口关系中的单位，请留空。
hint-persons = 包括团长和翻译。
