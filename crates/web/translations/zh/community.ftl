# 居民群：名称、状态、操作、事项和拒绝理由。
community = 居民群
community-many = 居民群、村寨
community-about = 一方的村寨或居民群，只记录整体数字，不含个人资料。

community-state-active = 现有
community-state-merged = 已合并
community-state-dissolved = 已不存在

community-command-register = 登记居民群
community-command-record-version = 记录另一日期的数字
community-command-rename = 更改名称
community-command-merge = 记录并入其他居民群
community-command-dissolve = 记录不再存在

community-fact-registered = 居民群已登记
community-fact-version-recorded = 另一日期的数字已记录
community-fact-renamed = 居民群已更名
community-fact-merged = 居民群已并入其他居民群
community-fact-dissolved = 居民群已不存在

community-refusal-not-now = 目前无法对该居民群进行此操作（{ $status }）。
community-refusal-no-name = 请至少用一种语言填写名称。
community-refusal-no-side = 没有该方。请从列表中选择。
community-refusal-no-line = 没有该边界线。请从列表中选择，或留空。
community-refusal-no-marker-place = 没有该界碑点。请从列表中选择，或留空。
community-refusal-no-unit = 居民群位于本方单位的辖区内。请选择这样的单位，或留空。
community-refusal-in-the-future = 数字所属日期尚未到来。请检查日期。
community-refusal-fewer-people-than-households = 人数少于户数，而两者均为确数。请检查两项数字。
community-refusal-no-successor = 承接的居民群须属同一方、现仍存在且为另一个。请另行选择。


community-field-line = 临近边界线
community-field-near = 最近的界碑点
community-field-area-of = 所属辖区单位
community-field-as-of = 截至日期
community-field-administrative-unit = 行政区划
community-field-households = 户数
community-field-people = 人数
community-field-qualifier = 精确程度
community-field-languages = 使用的语言
community-field-on-line = 紧邻边界线
community-field-into = 并入的居民群
community-field-merged-on = 合并日期
community-field-dissolved-on = 不再存在的起始日期
