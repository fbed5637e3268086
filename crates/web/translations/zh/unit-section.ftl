# 单位管段：名称、状态、操作、事实和拒绝理由。
unit-section = 单位管段
unit-section-many = 单位管段
unit-section-about = 单位在一定时期内管辖的边界段，以及以前由谁管辖。与条约划分的边界地段不同。

unit-section-state-held = 管辖中
unit-section-state-ended = 已终止

unit-section-command-register = 登记管段
unit-section-command-hand-over = 移交其他单位
unit-section-command-close = 终止管段

unit-section-fact-registered = 管段已登记
unit-section-fact-handed-over = 已移交其他单位
unit-section-fact-overlap-noted = 另有单位管辖其中一部分
unit-section-fact-closed = 管段已终止

unit-section-refusal-not-now = 目前不能对该管段进行该操作（{ $status }）。
unit-section-refusal-no-unit = 没有该单位：{ $unit }。请从列表中选择。
unit-section-refusal-dissolved = { $unit } 自 { $on } 起撤销。请选择承接单位。
unit-section-refusal-other-side = { $unit } 属于另一方。管段只移交本方单位。
unit-section-refusal-same-unit = { $unit } 已管辖该段。请选择其他单位。
unit-section-refusal-no-line = 没有该边界线。请从列表中选择。
unit-section-refusal-no-place = 没有该界碑位置，或已撤销登记：{ $place }。请从列表中选择。
unit-section-refusal-other-line = { $number } 位于另一条边界线上。请选择本边界线的位置。
unit-section-refusal-wrong-order = 沿边界线，起点须在终点之前。请对调两处。
unit-section-refusal-overlap = 同一时期 { $unit } 管辖 { $stretch }。请更改位置或日期，或说明双方共管的理由。
unit-section-refusal-not-later = 现单位自 { $from } 起管辖。请填写更晚的日期。
