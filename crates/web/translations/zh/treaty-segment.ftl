# 边界地段：名称、状态、操作、事实和拒绝理由。
treaty-segment = 边界地段
treaty-segment-many = 边界地段
treaty-segment-about = 条约划分的有编号的边界地段，各设边界代表。与单位管段不同。

treaty-segment-state-in-force = 有效
treaty-segment-state-ended = 已终止

treaty-segment-command-register = 登记地段
treaty-segment-command-amend = 记录新版本
treaty-segment-command-close = 终止地段

treaty-segment-fact-registered = 地段已登记
treaty-segment-fact-amended = 已记录新版本
treaty-segment-fact-closed = 地段已终止

treaty-segment-refusal-not-now = 目前不能对该地段进行该操作（{ $status }）。
treaty-segment-refusal-no-line = 没有该边界线。请从列表中选择。
treaty-segment-refusal-no-place = 没有该界碑位置，或已撤销登记：{ $place }。请从列表中选择。
treaty-segment-refusal-other-line = { $number } 位于另一条边界线上。请选择本边界线的位置。
treaty-segment-refusal-wrong-order = 沿边界线，起点须在终点之前。请对调两处。
treaty-segment-refusal-number-taken = 该边界线已有第 { $number } 地段。请填写其他编号。
treaty-segment-refusal-overlap = 该地段的一部分属于 { $segment }。各地段在界碑位置相接，不得重叠。
treaty-segment-refusal-no-source = 长度须以文件为据。请同时填写该文件。
treaty-segment-refusal-no-agreement = 没有该协定：{ $agreement }。请从列表中选择。
treaty-segment-refusal-not-later = 现行版本自 { $from } 起。请填写更晚的日期。
