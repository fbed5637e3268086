# Occurrence: one dated duty; its states, commands, facts and refusals.
occurrence = Duty
occurrence-many = Duties
occurrence-about = One dated duty under an agreement: what is owed for a period, until when, and what became of it.

occurrence-state-scheduled = scheduled
occurrence-state-met = met
occurrence-state-met-late = met late
occurrence-state-postponed = postponed by agreement
occurrence-state-waived = waived by agreement
occurrence-state-replaced = replaced by letter or call
occurrence-state-missed = not held
occurrence-state-lapsed = no longer owed

occurrence-command-schedule = Schedule the duty
occurrence-command-meet = Name the record that met the duty
occurrence-command-postpone = Record an agreed postponement
occurrence-command-waive = Record that both sides waive the duty
occurrence-command-replace = Record the letter or call that replaces the duty
occurrence-command-miss = Record that the duty was not held
occurrence-command-lapse = Record that the duty is no longer owed

occurrence-fact-scheduled = duty scheduled
occurrence-fact-met = duty met
occurrence-fact-met-late = duty met late
occurrence-fact-held-again = held once more
occurrence-fact-postponed = postponement agreed
occurrence-fact-waived = duty waived by both sides
occurrence-fact-replaced = duty replaced by letter or call
occurrence-fact-missed = duty not held
occurrence-fact-lapsed = duty no longer owed

occurrence-refusal-not-now = This act does not fit the present state of the duty. Open the record again to see what is offered now.
occurrence-refusal-already-scheduled = The duty for { $period } exists already. Open that one.
occurrence-refusal-in-the-future = The day lies in the future. Record it when it has come.
occurrence-refusal-not-later = The last day is { $due_on } so far. A postponement names a later day.
occurrence-refusal-no-letter = There is no such letter. Choose a registered letter, or leave the field empty.
occurrence-refusal-no-replacement = Only a letter or a hotline call takes the place of a duty. Choose one that is registered.
occurrence-refusal-not-yet-due = There is time until { $due_on }. Record that the duty was not held after that day.
