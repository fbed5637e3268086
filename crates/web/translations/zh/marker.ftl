# 界碑：名称、状况、操作、事实和拒绝理由。
marker = 界碑
marker-many = 界碑
marker-about = 立于有编号位置的界碑，记有文件所定的位置和观察情况。观察不改变登记位置。

marker-state-registered = 已登记，未记录状况
marker-state-intact = 完好
marker-state-damaged = 损坏
marker-state-seriously-damaged = 严重损坏
marker-state-suspected-displaced = 疑似移位
marker-state-displaced = 移位，双方已确认
marker-state-destroyed = 毁损
marker-state-missing = 未找到
marker-state-restored = 已恢复
marker-state-re-sited = 已另设，边界线不变
marker-state-withdrawn = 已撤销登记

marker-command-register = 登记界碑
marker-command-observe = 记录观察
marker-command-register-position = 依文件登记位置
marker-command-amend = 依文件修订
marker-command-follow-works = 依界碑修复更新
marker-command-withdraw = 撤销登记

marker-fact-registered = 界碑已登记
marker-fact-observed = 已观察界碑
marker-fact-position-registered = 已依文件登记位置
marker-fact-amended = 登记已修订
marker-fact-works-followed = 已依界碑修复更新
marker-fact-withdrawn = 界碑已撤销登记

marker-refusal-not-now = 目前不能对该界碑进行该操作（{ $status }）。
marker-refusal-no-place = 没有该界碑位置，或已撤销登记。请从列表中选择。
marker-refusal-no-number = “{ $number }”不是界碑编号。请按界碑上的编号填写：87、171(1)、230/11 或 T10。
marker-refusal-other-place = { $number } 不在 { $place } 号位置。请检查编号，或选择其位置。
marker-refusal-number-taken = 该边界线已有 { $number } 号界碑。请打开该界碑。
marker-refusal-no-side = 没有该方：{ $side }。请从列表中选择。
marker-refusal-no-document = 登记位置须以文件为据。请填写文件，或将位置留空。
marker-refusal-no-agreement = 没有该协定：{ $agreement }。请从列表中选择。
marker-refusal-no-coordinates = 缺少坐标，或缺少纬度或经度。请填写两者，或按文件原文填写。
marker-refusal-off-the-globe = 该度数超出范围。纬度不超过 90，经度不超过 180。
marker-refusal-no-system = 请填写坐标系，如 WGS 84。没有坐标系，坐标没有意义。
marker-refusal-no-length = “{ $text }”不是以米计的长度。请按 5 或 0.03 的形式填写。
marker-refusal-in-the-future = 观察须已发生。请填写不晚于今天的日期。
marker-refusal-not-later = 现行内容自 { $from } 起。请填写更晚的日期。
marker-refusal-no-works = 该界碑没有此项修复。请选择涉及该界碑的修复。
marker-refusal-nothing-changed = 修复记录没有新内容。

marker-kind-main = 主界碑
marker-kind-auxiliary = 辅助界碑
marker-kind-stake = 界桩

comparison-no-difference = 无差异：在合成误差之内
comparison-differs = 观察位置与登记位置不一致
comparison-not-registered = 不可比较：无登记位置
comparison-other-system = 不可比较：坐标系不同
comparison-no-degrees = 不可比较：坐标不以度表示
comparison-no-accuracy = 不可比较：未注明精度

marker-field-place = 界碑位置
marker-field-remarks = 备注
