# Period: the noun, its states, commands, facts and refusals; lengths of periods.
period = Reporting period
period-many = Reporting periods
period-about = A month, quarter, half-year or year that the whole side counts by, from open to frozen.

period-state-open = open
period-state-closing = closing
period-state-frozen = frozen
period-state-restated = restated

period-command-register = Register a reporting period
period-command-begin-closing = Begin to close the period
period-command-freeze = Freeze the period
period-command-restate = Restate the period

period-fact-registered = period registered
period-fact-closing-begun = closing begun
period-fact-frozen = period frozen
period-fact-restated = period restated

period-refusal-not-now = This act does not fit the present state of the period. Open the record again to see what is offered now.
period-refusal-no-period = “{ $label }” is not a period. Write 2026-Q1, 2026-03, 2026-H1 or 2026.
period-refusal-already-registered = The period { $label } is registered already. Open that one.
period-refusal-not-begun = The period begins on { $from }. Close it after that day.
period-refusal-not-over = The last day of the period is { $last_day }. Freeze it after that day.

period-field-span = Days covered

every-month = every month
every-quarter = every quarter
every-half-year = every half-year
every-year = every year
