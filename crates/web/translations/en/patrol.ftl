# Patrol: the noun, its states, commands, facts, refusals, kinds and modes.
patrol = Patrol
patrol-many = Patrols
patrol-about = Both sides patrol an agreed section in an agreed time and sign a record of it.

patrol-state-planned = planned
patrol-state-agreed = date agreed
patrol-state-approved = approved
patrol-state-teams-named = teams named
patrol-state-under-way = under way
patrol-state-finished = finished
patrol-state-interrupted = interrupted
patrol-state-signed = record signed
patrol-state-postponed = postponed
patrol-state-cancelled = cancelled

patrol-command-plan = Plan a patrol
patrol-command-record-agreement = Record that both sides agreed
patrol-command-record-other-date = Record another date
patrol-command-approve = Approve the patrol
patrol-command-name-teams = Name the teams
patrol-command-start = Record the start
patrol-command-record-finished = Record the end of the patrol
patrol-command-sign-record = Record the signed record
patrol-command-postpone = Postpone the patrol
patrol-command-cancel = Cancel the patrol

patrol-fact-planned = patrol planned
patrol-fact-other-date-recorded = other side named another date
patrol-fact-agreed = date agreed by both sides
patrol-fact-approved = patrol approved
patrol-fact-teams-named = teams named
patrol-fact-started = patrol started
patrol-fact-finished = patrol finished
patrol-fact-interrupted = patrol interrupted
patrol-fact-record-signed = record signed by both sides
patrol-fact-postponed = patrol postponed
patrol-fact-cancelled = patrol cancelled

patrol-refusal-not-now = This act does not fit the present state of the patrol. Open the record again to see what is offered now.
patrol-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force, or have it confirmed first.
patrol-refusal-no-marker = “{ $marker }” is not a marker number. Write it as it stands on the marker: 87, 171(1), 230/11, T10 or 342A.
patrol-refusal-in-the-past = The day lies in the past. Choose a day to come.
patrol-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
patrol-refusal-other-host = In this period the host is { $host }. Name that side as chair, or choose another duty.
patrol-refusal-no-occurrence = This duty does not exist or is settled already. Choose an open one, or leave the field empty.
patrol-refusal-other-activity = This duty asks for another kind of activity. Choose a duty that fits this kind of patrol.
patrol-refusal-no-date = The patrol was postponed without a new day. Record the new day first.
patrol-refusal-own-plan = You planned this patrol. Another commander approves it.
patrol-refusal-no-liaison = The sides have not exchanged liaison officers. Name the officer each side sends, then record the start.
patrol-refusal-wrong-order = { $later } is earlier than { $earlier }. Check both days.
patrol-refusal-not-finished = The record is signed after the last day of the patrol. Record the end of the patrol first, and check the day of signature.

patrol-kind-bilateral = bilateral patrol
patrol-kind-law-enforcement = joint law-enforcement patrol
patrol-kind-parallel = parallel patrol
patrol-kind-three-party = three-party patrol

patrol-mode-foot = on foot
patrol-mode-vehicle = by vehicle
patrol-mode-boat = by boat
