# 记录在过去某日的情况。
past-heading = 某日情况
past-day = 日期
past-show = 查看
past-told = { $day } 的情况
past-nothing = 该日无记录。
