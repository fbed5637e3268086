# 一条记录与另一条记录的关系：边界线、界碑和界碑修复的关联作用。
link-announced-by = 由其通知
link-at-marker = 界碑
link-at-place = 界碑位置
link-between = 相邻各方
link-erected-by = 立碑方
link-fixed-by = 由其确定
link-found-on = 发现于
link-from-place = 起于
link-held-before-by = 原管辖单位
link-held-by = 管辖单位
link-maintained-by = 维护方
link-notified-by = 由其通报
link-on-line = 所属边界线
link-to-place = 止于
