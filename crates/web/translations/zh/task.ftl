# 任务：名称、状态、操作、事实和拒绝理由。
task = 任务
task-many = 任务
task-about = 会谈、会晤或巡逻交由一方办理的事，有办理期限。

task-state-open = 待办理
task-state-closed = 已完成
task-state-cancelled = 已取消

task-command-open = 建立任务
task-command-close = 完成任务
task-command-postpone = 推迟任务
task-command-cancel = 取消任务

task-fact-opened = 任务已建立
task-fact-closed = 任务已完成
task-fact-postponed = 任务已推迟
task-fact-cancelled = 任务已取消

task-refusal-not-now = 该操作不符合任务的当前状态。请重新打开记录，查看现在可进行的操作。
task-refusal-no-counterpart = 没有该对口关系。请选择已登记的对口关系。
task-refusal-not-a-side = { $side } 不是该对口关系的双方之一。请将任务交给其中一方。
task-refusal-not-later = 任务期限已为 { $due_on }。请填写更晚的日期。
