# Training: the noun, its states, commands, facts, refusals, kinds and fields.
training = Training
training-many = Training
training-about = One side teaches the other, or both exchange what they know; also with a third country or an international organisation.

training-state-planned = planned
training-state-postponed = postponed
training-state-held = held
training-state-evaluated = evaluated
training-state-cancelled = cancelled

training-command-plan = Plan training
training-command-amend = Amend the plan
training-command-postpone = Postpone the training
training-command-record-new-day = Record the new day
training-command-record-held = Record that it was held
training-command-correct = Correct days and participants
training-command-record-evaluation = Write down what it brought
training-command-cancel = Cancel the training

training-fact-planned = training planned
training-fact-amended = plan amended
training-fact-postponed = training postponed
training-fact-new-day-recorded = new day found
training-fact-held = training held
training-fact-corrected = days and participants corrected
training-fact-evaluated = training evaluated
training-fact-cancelled = training cancelled

training-refusal-not-now = This act does not fit the present state of the training. Open the record again to see what is offered now.
training-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force, or have it confirmed first.
training-refusal-no-partner = Training has a partner. Choose a counterpart, or name a third country or an international organisation.
training-refusal-nobody-asked = A postponement says who asked. Choose one of the two sides.
training-refusal-no-host = Without a partner of a third country one of the two sides hosts. Choose the host.
training-refusal-host-not-involved = { $host } takes no part in it. Choose the own side, or the side of the counterpart, as host.
training-refusal-not-a-side = { $side } takes no part in it. Choose the own side, or the side of the counterpart.
training-refusal-no-programme = This standing programme does not exist or was closed before that day. Choose another, or leave the field empty.
training-refusal-no-occurrence = This duty does not exist or is settled already. Choose an open one, or leave the field empty.
training-refusal-other-activity = This duty asks for another kind of activity. Choose a duty of training.
training-refusal-other-host = In this period the host is { $host }. Name that side as host, or choose another duty.
training-refusal-days-do-not-fit = { $days } days of training do not fit. Name at least one, and no more than there are from the first day to the last.
training-refusal-in-the-past = The day lies in the past. Choose a day to come.
training-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
training-refusal-wrong-order = { $later } is earlier than { $earlier }. Check both days.
training-refusal-too-many-passed = { $participants } people took part. No more than these can have completed it.
training-refusal-nothing-changed = Nothing differs from what stands there. Fill in what is to be another.

training-kind-training = training
training-kind-professional-exchange = professional exchange
training-kind-political-work-exchange = exchange on political work
training-kind-patrol-experience = exchange of experience on patrols
training-kind-grass-roots-experience = exchange of experience in grass-roots work
training-kind-young-officers-exchange = exchange of young officers

training-field-partner = Partner of a third country
training-field-days = Days of training
training-field-evaluated-on = Evaluated on
training-field-passed = Participants who completed it
hint-partner = A third country or an international organisation. Leave empty if only the two sides take part.
hint-passed = A number, no names.
