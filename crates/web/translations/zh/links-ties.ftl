# 记录之间的关系：地点、结对和任职人员的关联类型。
link-attached-to = 随同
link-continues = 承接
link-credential-of = 委任书所列单位
link-handed-over = 已移交
link-handled = 已处理
link-head-of = 团长所属单位
link-in-area-of = 属于辖区
link-mandated-by = 授权人
link-named-for = 指派用于
link-near = 临近
link-along = 沿边界线
link-on-segment = 负责地段
link-other-member = 对方成员
link-own-member = 我方成员
link-received-by = 接待单位
link-through = 经由口岸
link-told-by = 通报信函
