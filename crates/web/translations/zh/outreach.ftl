# 宣传交流：名称、状态、操作、事实、拒绝理由、种类、物品和字段。
outreach = 宣传交流
outreach-many = 宣传交流
outreach-about = 单位自行或与对方共同在边民中开展的活动：法制宣传、会见村寨头人、文化体育、植树。

outreach-state-planned = 已计划
outreach-state-postponed = 已推迟
outreach-state-held = 已举行
outreach-state-cancelled = 已取消

outreach-command-plan = 计划宣传交流
outreach-command-record = 记录计划外的活动
outreach-command-amend = 修改计划
outreach-command-postpone = 推迟活动
outreach-command-record-new-day = 记录新日期
outreach-command-record-held = 记录已举行
outreach-command-correct = 更正活动结果
outreach-command-cancel = 取消活动

outreach-fact-planned = 宣传交流已计划
outreach-fact-amended = 计划已修改
outreach-fact-postponed = 活动已推迟
outreach-fact-new-day-recorded = 新日期已确定
outreach-fact-held = 活动已举行
outreach-fact-corrected = 活动结果已更正
outreach-fact-cancelled = 活动已取消

outreach-refusal-not-now = 该操作不符合活动的当前状态。请重新打开记录，查看现在可进行的操作。
outreach-refusal-no-counterpart = 该对口关系不存在或未生效。请选择有效的对口关系，或先行确认。
outreach-refusal-no-partner = 双方共同开展的活动须有对口单位。请选择对口关系。
outreach-refusal-host-not-involved = { $host } 不参加此项活动。请选择我方或对口单位所属方为主办方。
outreach-refusal-not-a-side = { $side } 不参加此项活动。请选择我方或对口单位所属方。
outreach-refusal-no-community = 没有居民群 { $community }。请选择已登记的居民群，或先行登记。
outreach-refusal-no-programme = 该长期项目不存在，或在该日之前已结束。请另行选择，或留空。
outreach-refusal-no-occurrence = 该履约事项不存在或已了结。请选择未了结的事项，或留空。
outreach-refusal-other-activity = 该履约事项要求另一种活动。请选择宣传交流类的事项。
outreach-refusal-other-host = 本期主办方为 { $host }。请填写该方为主办方，或选择其他履约事项。
outreach-refusal-in-the-past = 该日期已过。请选择今后的日期。
outreach-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
outreach-refusal-wrong-order = { $later } 早于 { $earlier }，顺序有误。请检查日期。
outreach-refusal-nothing-changed = 与现有内容没有不同。请填写需要改动的内容。

outreach-kind-legal-publicity = 法制宣传
outreach-kind-joint-publicity-day = 联合宣传日
outreach-kind-law-day = 法律日
outreach-kind-external-information = 对外宣介
outreach-kind-news = 新闻报道
outreach-kind-chiefs-meeting = 会见村寨头人、族长
outreach-kind-cultural-exchange = 边民文化文艺交流
outreach-kind-sports-exchange = 体育交流
outreach-kind-livelihood-exchange = 生产经商经验交流
outreach-kind-festival = 与边民共度节日
outreach-kind-tree-planting = 植树、友谊林

material-kind-leaflet = 宣传单
material-kind-booklet = 手册、书籍
material-kind-poster = 海报、横幅、展板
material-kind-broadcast = 广播
material-kind-recording = 音像制品
material-kind-tree = 所植树木
material-kind-other = 其他物品

outreach-field-together = 与对方共同开展
outreach-field-communities = 面向的居民群
outreach-field-audience = 受众人数
outreach-field-materials = 发放、展示或种植
hint-audience = 受众人数，只填数字，不写姓名。
