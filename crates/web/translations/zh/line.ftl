# 边界线：名称、状态、操作、事实和拒绝理由。
line = 边界线
line-many = 边界线
line-about = 邻国之间的边界线：名称、文件所载长度以及确定边界线的文件。边界线走向以这些文件为准，本软件不作任何表述。

line-state-registered = 已登记

line-command-register = 登记边界线
line-command-amend = 记录新版本

line-fact-registered = 边界线已登记
line-fact-amended = 已记录新版本

line-refusal-not-now = 该边界线已登记，或尚未登记。
line-refusal-no-name = 请至少用一种语言填写名称。
line-refusal-few-sides = 边界线至少位于两方之间。请选择各方。
line-refusal-no-side = 没有该方：{ $side }。请从列表中选择。
line-refusal-no-agreement = 没有该协定：{ $agreement }。请从列表中选择。
line-refusal-no-source = 长度须以文件为据。请同时填写该文件。
line-refusal-not-a-file-name = “{ $drawing }”不是图形文件名。请填写配置中的 .geojson 文件名，不带文件夹。
line-refusal-not-later = 现行版本自 { $from } 起。请填写更晚的日期。

medium-land = 陆地
medium-river = 水域
medium-mixed = 陆地和水域
