# Liaison officer: the noun, its states, commands, facts, refusals and kinds.
liaison-officer = Liaison officer
liaison-officer-many = Liaison officers
liaison-officer-about = An officer named to the side across the line: standing, to pass letters and arrange meetings, or for one patrol.

liaison-officer-state-appointed = appointed
liaison-officer-state-notified = named to the side across the line
liaison-officer-state-accepted = accepted
liaison-officer-state-available = available
liaison-officer-state-attached = attached
liaison-officer-state-returned = returned
liaison-officer-state-ended = ended
liaison-officer-state-declined = not accepted

liaison-officer-command-appoint = Appoint a liaison officer
liaison-officer-command-record-notified = Record an officer whom the other side named
liaison-officer-command-notify = Record that the other side was told
liaison-officer-command-answer = Answer the other side
liaison-officer-command-record-answer = Record the other side’s answer
liaison-officer-command-make-available = Record that the officer is ready
liaison-officer-command-attach = Attach to a patrol or activity
liaison-officer-command-record-return = Record the return
liaison-officer-command-record-handed-over = Record things handed over
liaison-officer-command-end = End the appointment

liaison-officer-fact-appointed = liaison officer appointed
liaison-officer-fact-notified = named to the side across the line
liaison-officer-fact-accepted = accepted
liaison-officer-fact-declined = not accepted
liaison-officer-fact-made-available = officer is ready
liaison-officer-fact-attached = attached to an activity
liaison-officer-fact-returned = officer returned
liaison-officer-fact-handed-over = things handed over
liaison-officer-fact-ended = appointment ended

liaison-officer-refusal-not-now = This cannot be done with the liaison officer now ({ $status }).
liaison-officer-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force.
liaison-officer-refusal-no-patrol = An officer for one patrol needs a patrol that is known. Choose it from the list.
liaison-officer-refusal-no-unit = There is no such unit of the side that names the officer. Choose one from the list.
liaison-officer-refusal-no-letter = There is no such letter. Choose one from the register, or leave the field empty.
liaison-officer-refusal-no-record = There is no such record. Choose one from the list.
liaison-officer-refusal-other-patrol = This officer is named for the patrol { $patrol } and goes with that one only.
liaison-officer-refusal-other-side-answers = The side that was told answers for itself. Use the other of the two answers.
liaison-officer-refusal-no-remark = Who does not accept says why. Write the reason.
liaison-officer-refusal-not-persons = Persons are handed over by a border representative, deputy or assistant in person, not by a liaison officer.
liaison-officer-refusal-still-attached = The officer is with an activity. Record the return first.
liaison-officer-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
liaison-officer-refusal-wrong-order = { $later } is earlier than { $earlier }. Check both days.

liaison-kind-standing = standing
liaison-kind-one-patrol = for one patrol

thing-handed-over-letter = letter
thing-handed-over-animal = animal
thing-handed-over-property = property
thing-handed-over-person = person

liaison-officer-field-name = Name
liaison-officer-field-rank = Rank
liaison-officer-field-unit = Serves in the unit
liaison-officer-field-appointed-on = Appointed on
liaison-officer-field-attachment = Attached
liaison-officer-field-attachments = Attached to
liaison-officer-field-to = To the patrol or record
liaison-officer-field-until-on = To be back on
liaison-officer-field-returned-on = Back on
liaison-officer-field-handed-over = Handed over
liaison-officer-field-handed-on = Handed over on
liaison-officer-field-thing = Kind of thing
liaison-officer-field-office = Office
liaison-officer-field-record = Record
liaison-officer-field-patrol = Patrol
