# Hotline call: the noun, its states, commands, facts, refusals and options.
hotline-call = Hotline call
hotline-call-many = Hotline calls
hotline-call-about = A call on the agreed line, answered or not; each side keeps its own note of it.

hotline-call-state-attempted = no answer
hotline-call-state-noted = noted
hotline-call-state-read-back = read back
hotline-call-state-confirmed = confirmed in writing
hotline-call-state-closed = closed

hotline-call-command-record-attempt = Record a call
hotline-call-command-read-back = Record that the note was read back
hotline-call-command-confirm-in-writing = Name the letter that confirms the call
hotline-call-command-close = Close the call

hotline-call-fact-recorded = call recorded
hotline-call-fact-read-back = note read back
hotline-call-fact-confirmed-in-writing = call confirmed by letter
hotline-call-fact-closed = call closed

hotline-call-refusal-not-now = This act does not fit the present state of the call. Open the record again to see what is offered now.
hotline-call-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
hotline-call-refusal-in-the-future = The time of the call lies in the future. Check day and time.
hotline-call-refusal-nothing-was-said = Nobody answered, so nothing was notified or promised. Leave both empty, or record the call as answered.
hotline-call-refusal-not-connected = Nobody answered this call. Record the next attempt as a call of its own that follows this one.
hotline-call-refusal-no-earlier-call = There is no such earlier call. Choose a recorded call, or leave the field empty.
hotline-call-refusal-needs-letter = The call carried a notification, which is confirmed by letter within { $hours } hours. Name the letter first.
hotline-call-refusal-no-letter = There is no letter { $letter }. Choose one from the registers.
hotline-call-refusal-letter-not-sent = The letter { $letter } was not sent yet. Send it first.
hotline-call-refusal-letter-before-call = The letter { $letter } is older than the call. Choose the letter that confirms it.

caller-own = own side
caller-other = other side

call-outcome-no-answer = no answer
call-outcome-connected = answered

urgency-ordinary = ordinary
urgency-urgent = urgent
