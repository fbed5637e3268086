# 一条记录与另一条记录的关系：关联的作用。
link-with = 对口关系
link-meets = 履行
link-follows = 接续
link-opened-by = 产生于
link-answers = 答复
link-answered-by = 由其答复
link-confirmed-by = 由其确认
link-own-unit = 我方单位
link-other-unit = 对方单位
link-under = 依据
