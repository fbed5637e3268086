# 界碑位置：名称、状态、操作、事实和拒绝理由。
marker-place = 界碑位置
marker-place-many = 界碑位置
marker-place-about = 边界线上有编号的位置，立有一、二或三座界碑。97 号位置不同于 97(1) 号界碑。

marker-place-state-registered = 已登记
marker-place-state-withdrawn = 已撤销登记

marker-place-command-register = 登记界碑位置
marker-place-command-amend = 修订界碑位置
marker-place-command-withdraw = 撤销登记

marker-place-fact-registered = 界碑位置已登记
marker-place-fact-amended = 界碑位置已修订
marker-place-fact-withdrawn = 界碑位置已撤销登记

marker-place-refusal-not-now = 目前不能对该界碑位置进行该操作（{ $status }）。
marker-place-refusal-no-line = 没有该边界线。请从列表中选择。
marker-place-refusal-no-number = “{ $number }”不是界碑位置编号。请按 87、230/11 或 T10 的形式填写。
marker-place-refusal-names-a-marker = 这是多座界碑之一的编号。该位置的编号为 { $number }。
marker-place-refusal-number-taken = 该边界线已有 { $number } 号位置。请打开该位置。

marker-place-field-remarks = 备注
arrangement-single = 单立
arrangement-double = 双立
arrangement-triple = 三立
