# Award: the noun, its state, commands, facts, refusals, kinds and fields.
award = Award
award-many = Awards
award-about = A vote, a selection or a recognition that honours a unit or an office, and a model that others take up.

award-state-recorded = recorded

award-command-record = Record an award
award-command-correct = Correct the title

award-fact-recorded = award recorded
award-fact-corrected = title corrected

award-refusal-not-now = This act does not fit the present state of the award. Open the record again to see what is offered now.
award-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force, or leave the field empty.
award-refusal-no-programme = This standing programme does not exist or was closed before that day. Choose another, or leave the field empty.
award-refusal-in-the-future = The day lies in the future. Record the award when it has been given.
award-refusal-not-published = A person is named only as officially published. Name where, or leave the person out.

award-kind-vote = vote
award-kind-selection = selection
award-kind-recognition = recognition by superiors
award-kind-model = model recognised and taken up by others

award-field-counterpart = Given together with
award-field-given-by = Given by
award-field-given-on = Given on
award-field-recipient = Recipient
award-field-person = Person in that office
hint-recipient = A unit or an office.
hint-person = Only where the name was officially published; name the source as well.
