# Letter: the noun, its states, commands, facts, refusals and registers.
letter = Letter
letter-many = Letters
letter-about = What one unit writes to its counterpart, entered by number in the register of letters sent or received.

letter-state-draft = draft
letter-state-approved = approved
letter-state-sent = sent
letter-state-delivered = delivered
letter-state-acknowledged = acknowledged
letter-state-received = received
letter-state-answered = answered
letter-state-closed = closed

letter-command-draft = Draft a letter
letter-command-record-received = Record a received letter
letter-command-amend = Amend the draft
letter-command-approve = Approve the draft
letter-command-send = Send the letter
letter-command-record-delivery = Record the delivery
letter-command-acknowledge = Record the other side’s acknowledgement
letter-command-record-answered = Record the letter that answers
letter-command-close = Close the letter

letter-fact-drafted = letter drafted
letter-fact-amended = draft amended
letter-fact-approved = draft approved
letter-fact-sent = letter sent
letter-fact-delivered = letter delivered
letter-fact-acknowledged = letter acknowledged by the other side
letter-fact-received = letter received
letter-fact-answered = letter answered
letter-fact-closed = letter closed

letter-refusal-not-now = This act does not fit the present state of the letter. Open the record again to see what is offered now.
letter-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
letter-refusal-no-letter = There is no letter { $letter }. Choose one from the registers.
letter-refusal-not-yet-sent = The letter { $letter } was not sent yet, so it cannot be answered. Choose a letter that was sent or received.
letter-refusal-same-direction = The letter { $letter } goes in the same direction. A sent letter answers a received one, and a received letter a sent one.
letter-refusal-not-a-draft = Only a draft is amended. Close this letter with a reason and draft a new one.
letter-refusal-nothing-to-amend = Nothing was filled in. Fill in what is to be amended.
letter-refusal-own-draft = Nobody approves words of their own. Ask another officer to approve the letter.
letter-refusal-not-approved = The draft is not approved yet. Have it approved by another officer first.
letter-refusal-due-too-early = An answer cannot be due before { $day }. Name that day or a later one.
letter-refusal-before-sent = The letter was sent on { $sent_on }. Name that day or a later one.
letter-refusal-before-written = The letter was written on { $written_on }. Name that day or a later one as the day of receipt.
letter-refusal-in-the-future = The day lies in the future. Record it when it has come.
letter-refusal-needs-reason = An answer is awaited until { $due_on }. Say why the letter is closed without one.

register-out = letters sent
register-in = letters received
