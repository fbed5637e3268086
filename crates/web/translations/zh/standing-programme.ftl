# 长期项目：名称、状态、操作、事实、拒绝理由、种类和字段。
standing-programme = 长期项目
standing-programme-many = 长期项目
standing-programme-about = 持续多年、包含多项活动的项目：友好年、助学、法制宣传、援助。受益者只以数字记录。

standing-programme-state-proposed = 已提议
standing-programme-state-running = 进行中
standing-programme-state-suspended = 中止
standing-programme-state-closed = 已结束

standing-programme-command-propose = 提议项目
standing-programme-command-amend = 修改项目
standing-programme-command-start = 启动项目
standing-programme-command-record-beneficiaries = 记录受益人数
standing-programme-command-record-review = 记录检查总结
standing-programme-command-suspend = 中止项目
standing-programme-command-resume = 恢复项目
standing-programme-command-close = 结束项目

standing-programme-fact-proposed = 项目已提议
standing-programme-fact-amended = 项目已修改
standing-programme-fact-started = 项目已启动
standing-programme-fact-beneficiaries-recorded = 受益人数已记录
standing-programme-fact-reviewed = 项目已检查总结
standing-programme-fact-suspended = 项目已中止
standing-programme-fact-resumed = 项目已恢复
standing-programme-fact-closed = 项目已结束

standing-programme-refusal-not-now = 该操作不符合项目的当前状态。请重新打开记录，查看现在可进行的操作。
standing-programme-refusal-no-name = 项目没有名称。请至少用一种语言填写名称。
standing-programme-refusal-no-agreement = 没有该协定。请选择已登记的协定，或留空。
standing-programme-refusal-no-counterpart = 有对口关系不存在或未生效。请选择有效的对口关系。
standing-programme-refusal-no-community = 没有居民群 { $community }。请选择已登记的居民群，或先行登记。
standing-programme-refusal-no-side = 没有参与方 { $side }。请选择已登记的参与方。
standing-programme-refusal-in-the-future = 所记录的事尚未发生。请在发生后再记录。
standing-programme-refusal-wrong-order = { $later } 不在 { $earlier } 之后。请检查日期。
standing-programme-refusal-nothing-changed = 与现有内容没有不同。请填写需要改动的内容。

standing-programme-kind-friendship-year = 友好年
standing-programme-kind-child-sponsorship = 助学
standing-programme-kind-law-publicity = 法制宣传系列活动
standing-programme-kind-aid = 援助项目
standing-programme-kind-model-border = 模范边境

beneficiary-group-children = 儿童
beneficiary-group-households = 家庭
beneficiary-group-residents = 边民
beneficiary-group-communities = 村寨、居民群

standing-programme-field-counterparts = 对口单位
standing-programme-field-communities = 受益居民群
standing-programme-field-started-on = 启动日期
standing-programme-field-beneficiaries = 受益者
standing-programme-field-group = 受益对象
standing-programme-field-qualifier = 准确程度
standing-programme-field-as-of-on = 截至日期
standing-programme-field-reviews = 历次检查总结
standing-programme-field-reviewed-on = 检查总结日期
standing-programme-field-next-review-on = 下次检查总结日期
standing-programme-field-next-on = 下次检查总结日期
standing-programme-field-suspended-on = 中止起始日期
standing-programme-field-resumed-on = 恢复日期
standing-programme-field-closed-on = 最后一天
hint-group = 只保存数字。切勿填写儿童姓名。
