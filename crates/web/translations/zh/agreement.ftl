# 协定：名称、状态、操作、事实、拒绝理由和种类。
agreement = 协定
agreement-many = 协定
agreement-about = 约束双方单位的文件；各版本自生效之日起适用，而非自签署之日起。

agreement-state-drafting = 起草中
agreement-state-signed = 已签署，未生效
agreement-state-in-force = 自规定日期起生效
agreement-state-suspended = 中止
agreement-state-denounced = 已宣布终止
agreement-state-expired = 已结束

agreement-command-register = 登记协定
agreement-command-add-version = 添加版本
agreement-command-record-signature = 记录签署
agreement-command-record-entry-into-force = 记录生效
agreement-command-suspend = 中止协定
agreement-command-resume = 记录恢复效力
agreement-command-denounce = 记录宣布终止
agreement-command-close = 结束协定

agreement-fact-registered = 协定已登记
agreement-fact-version-added = 版本已添加
agreement-fact-version-signed = 版本已签署
agreement-fact-entry-into-force-recorded = 生效已记录
agreement-fact-suspended = 协定已中止
agreement-fact-resumed = 协定已恢复效力
agreement-fact-denounced = 协定已宣布终止
agreement-fact-closed = 协定已结束

agreement-refusal-not-now = 该操作不符合协定的当前状态。请重新打开记录，查看现在可进行的操作。
agreement-refusal-no-name = 协定没有名称。请至少用一种语言填写名称。
agreement-refusal-few-parties = 协定至少约束两个单位。请选择双方的单位。
agreement-refusal-no-unit = 没有单位 { $unit }。请选择已登记的单位，或先行登记。
agreement-refusal-no-parent = 没有协定 { $parent }。请选择已登记的协定作为上位文件，或留空。
agreement-refusal-version-exists = 版本 { $number } 已经存在。请为新版本另定编号。
agreement-refusal-no-version = 没有版本 { $number }。请先添加，或选择已有版本。
agreement-refusal-already-signed = 版本 { $number } 已于 { $signed_on } 签署，无须再办理。
agreement-refusal-not-signed = 版本 { $number } 尚未签署。请先记录签署。
agreement-refusal-before-signature = 版本 { $number } 于 { $signed_on } 签署，不能在此之前生效。请检查生效日期。
agreement-refusal-already-in-force = 版本 { $number } 已记录于 { $in_force_on } 生效。请检查版本编号。
agreement-refusal-before-suspension = 协定自 { $from } 起中止。请填写该日或更晚的日期。
agreement-refusal-in-the-future = 签署日期尚未到来。请在签署后再记录。

agreement-kind-treaty = 国家间条约
agreement-kind-inter-ministry = 部际协定
agreement-kind-command-protocol = 司令部间议定书
agreement-kind-provincial-arrangement = 省级安排
agreement-kind-station-arrangement = 屯站级安排
agreement-kind-commune-memorandum = 乡镇（社）级备忘录
agreement-kind-twinning-regulation = 结对规程
