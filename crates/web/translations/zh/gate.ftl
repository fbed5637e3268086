# 口岸：名称、状态、操作、事项、拒绝理由和选项。
gate = 口岸
gate-many = 口岸和通道
gate-about = 允许通行的口岸或通道：总是成对，双方各有名称，并附按日期记录的类别、时间和限制。

gate-state-agreed = 已商定，尚未开通
gate-state-open = 开放
gate-state-restricted = 限制通行
gate-state-closed-for-a-time = 暂时关闭
gate-state-upgraded = 开放，已升格
gate-state-closed = 已永久关闭

gate-command-register = 登记口岸
gate-command-open = 记录开通
gate-command-set-hours = 设定开放时间
gate-command-change-class = 变更口岸类别
gate-command-rename = 更改口岸名称
gate-command-restrict = 记录限制
gate-command-record-told = 记录已通报对方
gate-command-record-begun = 记录限制开始执行
gate-command-extend = 变更限制期限
gate-command-lift = 解除限制
gate-command-close = 永久关闭口岸

gate-fact-registered = 口岸已登记
gate-fact-opened = 口岸已开通
gate-fact-hours-set = 开放时间已设定
gate-fact-upgraded = 口岸已升格
gate-fact-downgraded = 口岸已降格
gate-fact-renamed = 口岸已更名
gate-fact-restricted = 限制已记录
gate-fact-told = 限制已通报对方
gate-fact-begun = 限制已开始执行
gate-fact-extended = 限制期限已变更
gate-fact-lifted = 限制已解除
gate-fact-closed = 口岸已永久关闭

gate-refusal-not-now = 目前无法对该口岸进行此操作（{ $status }）。
gate-refusal-no-name = 口岸是成对的。请至少用一种语言填写双方的名称。
gate-refusal-no-other-side = 边界线对面的一方不明，或者就是我方。请选择对方。
gate-refusal-no-line = 没有该边界线。请从列表中选择。
gate-refusal-no-marker-place = 没有该界碑点。请从列表中选择，或留空。
gate-refusal-no-counterpart = 没有该对口关系。请从列表中选择，或留空。
gate-refusal-no-agreement = 没有该协定。请从列表中选择，或留空。
gate-refusal-no-letter = 没有该信函。请从登记簿中选择，或留空。
gate-refusal-no-time = 无法将“{ $time }”识别为时间，或早于开放时间。请按 07:00、22:00 的格式填写。
gate-refusal-no-clock = 开放时间须以口岸某一方的当地时间表示。请选择该方。
gate-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
gate-refusal-wrong-order = { $later } 早于 { $earlier }，顺序有误。请检查日期。
gate-refusal-same-class = 口岸已属该类别。请选择其他类别或日期。
gate-refusal-not-of-this-gate = 只有该口岸的双方之一可以实行限制。请选择该方。
gate-refusal-which-restriction = 有 { $count } 项限制符合。请按记录填写所指限制的编号。
gate-refusal-already-begun = 该限制已在执行。此处无需再记录。

gate-class-temporary-passage = 临时通道
gate-class-opening = 通道
gate-class-secondary = 二类口岸
gate-class-main = 双边性口岸
gate-class-international = 国际性口岸

gate-days-every-day = 每天
gate-days-monday-to-friday = 周一至周五
gate-days-saturday-and-sunday = 周六和周日
gate-days-holidays = 节假日
gate-days-market-days = 集市日

gate-traffic-all = 人员和货物
gate-traffic-persons = 人员
gate-traffic-goods = 货物

restriction-extent-everything = 全部停止通行
restriction-extent-persons = 人员停止通行
restriction-extent-goods = 货物停止通行
restriction-extent-vehicles = 车辆停止通行
restriction-extent-hours = 缩短开放时间
restriction-extent-other = 其他限制

restriction-reason-epidemic = 疫情
restriction-reason-weather = 天气、洪水或滑坡
restriction-reason-works = 施工
restriction-reason-security = 安全
restriction-reason-holiday = 节假日
restriction-reason-other = 其他原因

gate-standing-agreed = 已商定，未开通
gate-standing-open = 开放
gate-standing-restricted = 限制通行
gate-standing-closed-for-a-time = 暂时关闭
gate-standing-closed = 永久关闭

gate-field-line = 边界线
gate-field-near = 临近界碑点
gate-field-name = 我方名称
gate-field-other-name = 对方名称
gate-field-was-opened = 曾经开通
gate-field-opened-on = 开通日期
gate-field-planned-on = 计划开通日期
gate-field-already-open = 已开通
gate-field-restriction = 限制
gate-field-restrictions = 限制
gate-field-timeline = 各时期状况
gate-field-class = 类别
gate-field-hours = 开放时间
gate-field-days = 日期类型
gate-field-traffic = 通行对象
gate-field-opens = 开放时刻
gate-field-closes = 关闭时刻
gate-field-clock = 以哪方时间为准
gate-field-by = 限制方
gate-field-extent = 限制范围
gate-field-begun = 已执行
gate-field-lifted-on = 解除日期
gate-field-standing = 状况
gate-field-restricted-by = 生效的限制
gate-field-closed-on = 关闭日期
gate-field-until = 至（不再适用的首日）
