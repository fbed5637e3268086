# Task: the noun, its states, commands, facts and refusals.
task = Task
task-many = Tasks
task-about = Something that talks, a meeting or a patrol gave to one side to do, with a day until which.

task-state-open = to be done
task-state-closed = done
task-state-cancelled = cancelled

task-command-open = Open a task
task-command-close = Close the task
task-command-postpone = Postpone the task
task-command-cancel = Cancel the task

task-fact-opened = task opened
task-fact-closed = task done
task-fact-postponed = task postponed
task-fact-cancelled = task cancelled

task-refusal-not-now = This act does not fit the present state of the task. Open the record again to see what is offered now.
task-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
task-refusal-not-a-side = { $side } is not one of the two sides of this relation. Give the task to one of them.
task-refusal-not-later = The task is due on { $due_on } already. Name a later day.
