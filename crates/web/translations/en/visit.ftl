# Visit: the noun, its states, commands, facts and refusals.
visit = Visit
visit-many = Visits
visit-about = One unit called on its counterpart without an agenda, for courtesy or a holiday.

visit-state-recorded = recorded

visit-command-record = Record a visit
visit-command-correct = Correct the purpose

visit-fact-recorded = visit recorded
visit-fact-corrected = purpose corrected

visit-refusal-not-now = This act does not fit the present state of the visit. Open the record again to see what is offered now.
visit-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
visit-refusal-in-the-future = The day lies in the future. Record the visit when it has taken place.
