# 宣传交流、援助、培训、表彰和走访共用的部分：字段、关联，以及数字的准确程度。
field-postponements = 历次推迟
field-programme = 长期项目
link-programme = 所属项目
link-among = 面向居民群
link-delegation = 代表团
