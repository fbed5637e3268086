# 公布数字：名称、状态、操作、事实、拒绝理由、字段和选项；关于相加的说明。
figure = 公布数字
figure-many = 公布数字
figure-about = 文件公布的一个数字，连同统计的是什么、数字的含义、适用的边界、单位和时间、截至日期以及出处。范围不同的数字绝不相加。

figure-state-recorded = 已记录
figure-state-corrected = 已更正
figure-state-withdrawn = 已撤回

figure-command-record = 记录公布数字
figure-command-correct = 更正数字
figure-command-withdraw = 撤回数字

figure-fact-recorded = 数字已记录
figure-fact-corrected = 数字已更正
figure-fact-withdrawn = 数字已撤回

figure-refusal-not-now = 目前不能对该数字进行此操作（{ $status }）。请重新打开记录，查看现在可进行的操作。
figure-refusal-bad-code = “{ $code }”不是代码。代码由1至64个a-z、0-9和-组成。
figure-refusal-no-label = 代码{ $code }没有文字。请至少用一种语言填写。
figure-refusal-no-scope = 没有说明数字适用的范围。请填写边界、地区或单位。
figure-refusal-no-unit = 没有单位{ $unit }。请选择已登记的单位。
figure-refusal-no-level = 没有层级{ $level }。请选择已登记的层级。
figure-refusal-bad-period = 统计时段须有首日和时段结束后的第一天。请两个都填；如为某日的状况，则都留空。
figure-refusal-in-the-future = 数字的截至日期或公布日期尚未到来。
figure-refusal-no-source = 没有说明数字公布在哪里。请填写文件。
figure-refusal-nothing-changed = 数字已是如此，无需更正。

figure-field-quantity = 统计内容
figure-field-code = 代码
figure-field-label = 文字
figure-field-value = 数字
figure-field-qualifier = 数字含义
figure-field-measure = 计量单位
figure-field-scope = 范围
figure-field-borders = 边界
figure-field-areas = 地区
figure-field-units = 单位
figure-field-level = 层级
figure-field-part = 整体中的部分
figure-field-as-of = 截至
figure-field-certainty = 日期的确定程度
figure-field-document = 文件
figure-field-publisher = 发布者
figure-field-published-on = 发布日期
figure-field-quoted = 原文引文
figure-field-earlier = 此前内容

hint-borders = 每行一条，用两个邻国的代码：aa-bb。
hint-part = 仅在来源把一个整体分成若干部分时填写；这些部分可以相加。
hint-quoted = 文件原文，用文件本身的语言。
hint-value = 2500 或 18.6，不用千位分隔符。

qualifier-exact = 正好
qualifier-about = 约
qualifier-more-than = 超过
qualifier-nearly = 近
qualifier-at-least = 至少
qualifier-up-to = 至多
certainty-day = 知道日期
certainty-month = 只知月份
certainty-year = 只知年份

figure-told-exact = { $value }
figure-told-about = 约{ $value }
figure-told-more-than = 超过{ $value }
figure-told-nearly = 近{ $value }
figure-told-at-least = 至少{ $value }
figure-told-up-to = 至多{ $value }
figure-shown = { $what }：{ $value }{ $measure }

figure-sum-few = 请至少指明两个要相加的数字。
figure-sum-withdrawn = { $figure }已撤回，不予相加。
figure-sum-differ = { $first }与{ $second }不同，不予相加。{ $differences }
figure-sum-same-part = { $first }与{ $second }不予相加：两者可能统计了同样的对象。只有来源把一个整体分成的不同部分才能相加。
figure-sum-qualifiers = “{ $first }”与“{ $second }”不予相加：没有词能如实说明总数的含义。
figure-sum-too-large = 总数过大。
figure-difference = { $aspect }：{ $first }，{ $second }。
figure-unsaid = （未说明）
figure-aspect-quantity = 统计内容
figure-aspect-measure = 计量单位
figure-aspect-kind = 类型
figure-aspect-borders = 边界
figure-aspect-areas = 地区
figure-aspect-units = 单位
figure-aspect-level = 层级
figure-aspect-period = 统计时段
figure-aspect-as-of = 截至
figure-kind-state = 某日的状况
figure-kind-period = 一段时间内的统计
