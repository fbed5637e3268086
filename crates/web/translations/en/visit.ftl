# Visit: the noun, its states, commands, facts, refusals, occasions and fields.
visit = Visit
visit-many = Visits
visit-about = One side calls on the other without an agenda, for courtesy, a holiday or mourning; announced before, or recorded afterwards.

visit-state-recorded = recorded
visit-state-announced = announced
visit-state-answered = date agreed
visit-state-postponed = postponed
visit-state-held = held
visit-state-declined = declined
visit-state-cancelled = cancelled

visit-command-record = Record a visit
visit-command-announce = Announce a visit
visit-command-record-announcement = Record the other side’s announcement
visit-command-answer = Answer the announcement
visit-command-record-answer = Record the other side’s answer
visit-command-record-held = Record that the visit was held
visit-command-postpone = Postpone the visit
visit-command-record-new-day = Record the new day
visit-command-correct = Correct the visit
visit-command-cancel = Cancel the visit

visit-fact-recorded = visit recorded
visit-fact-announced = visit announced
visit-fact-other-date-proposed = another date proposed
visit-fact-answered = date agreed
visit-fact-declined = visit declined
visit-fact-held = visit held
visit-fact-postponed = visit postponed
visit-fact-new-day-recorded = new day found
visit-fact-corrected = visit corrected
visit-fact-cancelled = visit cancelled

visit-refusal-not-now = This act does not fit the present state of the visit. Open the record again to see what is offered now.
visit-refusal-no-counterpart = There is no such counterpart relation, or it is not in force. Choose a registered one; a visit to come needs one that is in force.
visit-refusal-not-a-side = { $side } is not one of the two sides of this relation. Choose one of them.
visit-refusal-no-delegation = There is no such delegation. Choose a registered one, or leave the field empty.
visit-refusal-no-occurrence = This duty does not exist or is settled already. Choose an open one, or leave the field empty.
visit-refusal-other-activity = This duty asks for another kind of activity. Choose a duty of visits.
visit-refusal-other-host = In this period the host is { $host }. Let the other side be the guest, or choose another duty.
visit-refusal-not-your-turn = The answer is to come from { $turn }. Record the answer of that side.
visit-refusal-no-date = Another date was chosen, but none is named. Name the day.
visit-refusal-in-the-past = The day lies in the past. Choose a day to come.
visit-refusal-in-the-future = The day lies in the future. Record the visit when it has taken place.
visit-refusal-nothing-changed = Nothing differs from what stands there. Fill in what is to be corrected.

visit-occasion-holiday = holiday
visit-occasion-courtesy = courtesy
visit-occasion-working-visit = working visit
visit-occasion-anniversary = anniversary
visit-occasion-condolence = condolence

visit-field-visit = The visit
visit-field-guest = Guest
visit-field-occasion = Occasion
visit-field-own-head = Head of the own party
visit-field-gifts = Gifts
visit-field-delegation = Delegation
visit-field-corrections = Before the corrections
visit-field-corrected-at = Corrected at
visit-field-declined-by = Declined by
hint-guest = The side that comes. Leave empty if it is the side that announces.
hint-gifts = What was given, in both directions.
