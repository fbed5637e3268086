# Meeting: the noun, its states, commands, facts and refusals.
meeting = Meeting
meeting-many = Meetings
meeting-about = A working contact on the line or at a gate, with own notes, and a joint record if something was agreed.

meeting-state-recorded = recorded
meeting-state-signed = joint record signed

meeting-command-record = Record a meeting
meeting-command-correct = Correct the notes
meeting-command-sign-record = Record the signed joint record

meeting-fact-recorded = meeting recorded
meeting-fact-corrected = notes corrected
meeting-fact-record-signed = joint record signed by both sides

meeting-refusal-not-now = This act does not fit the present state of the meeting. Open the record again to see what is offered now.
meeting-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
meeting-refusal-in-the-future = The day lies in the future. Record it when it has come.
meeting-refusal-nothing-to-correct = Nothing was filled in. Fill in what is to be corrected.
meeting-refusal-signed-already = Both sides signed on { $on }, and nothing signed is changed. Write down the difference in a new meeting or a letter.
meeting-refusal-nothing-agreed = A joint record is signed only if something was agreed. Correct the notes first and write down what was agreed.
meeting-refusal-not-held = The meeting was on { $held_on }. Name that day or a later one.
