# Talks: the noun, its states, commands, fields, facts, links and refusals.
talks = Talks
talks-many = Talks
talks-about = A formal conversation of two delegations, with an agenda and minutes that both heads sign.

talks-state-proposed = proposed
talks-state-agreed = date agreed
talks-state-held = held
talks-state-signed = minutes signed
talks-state-postponed = postponed
talks-state-declined = declined
talks-state-cancelled = cancelled

talks-command-propose = Propose talks
talks-command-record-proposal = Record the other side’s proposal
talks-command-answer = Answer the proposal
talks-command-record-answer = Record the other side’s answer
talks-command-record-delegations = Name the delegations
talks-command-record-held = Record that the talks were held
talks-command-sign-minutes = Record the signed minutes
talks-command-postpone = Postpone the talks
talks-command-cancel = Cancel the talks

talks-fact-proposed = talks proposed
talks-fact-other-date-proposed = another date proposed
talks-fact-agreed = date agreed
talks-fact-declined = proposal declined
talks-fact-delegations-recorded = delegations named
talks-fact-held = talks held
talks-fact-minutes-signed = minutes signed by both heads
talks-fact-postponed = talks postponed
talks-fact-cancelled = talks cancelled

talks-refusal-not-now = This act does not fit the present state of the talks. Open the record again to see what is offered now.
talks-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force, or have it confirmed first.
talks-refusal-too-late = There are { $days } full days until the proposed day; { $needed } are needed. Propose a later day, or mark the talks as urgent.
talks-refusal-in-the-past = The proposed day is over. Choose a day that is still to come.
talks-refusal-other-host = In this period the host is { $host }. Name that side as host, or choose another duty.
talks-refusal-no-occurrence = This duty does not exist or is settled already. Choose an open one, or leave the field empty.
talks-refusal-empty-agenda = The agenda has no item. Name at least one.
talks-refusal-not-your-turn = The answer is to come from { $turn }. Record the answer of that side.
talks-refusal-no-date = Another date was chosen, but none is named. Name day and time.
talks-refusal-no-interpreter = All contact goes through an interpreter (Decree 89/2009, Article 8). Name one by office.
talks-refusal-no-delegations = The delegations are not named yet. Name them first.
talks-refusal-item-without-result = Item { $item } of the agenda needs exactly one result. Give it one, or “not discussed”.
talks-refusal-beyond-authority = The unit may not agree to item { $item } ({ $matter }) on its own. Choose “beyond authority”: the item is noted and referred to the superior unit.
talks-refusal-no-superior = No superior unit is registered to which the item could be referred. Ask the keeper of the directory to register it.
talks-refusal-not-held = Minutes are signed on the day of the talks or later. Record first that the talks were held, then check the day of the signatures.
talks-refusal-in-the-future = The day lies in the future. Record it when it has come.

item-result-agreed = agreed
item-result-noted = noted
item-result-beyond-authority = beyond authority
item-result-reserved = opinion reserved
item-result-not-discussed = not discussed

postpone-reason-epidemic = epidemic
postpone-reason-weather = weather or flood
postpone-reason-absence = an official is absent
postpone-reason-security = security
postpone-reason-unit-change = a unit changed
postpone-reason-other = another reason

answer-accept = the date suits
answer-other-date = another date
answer-decline = decline
