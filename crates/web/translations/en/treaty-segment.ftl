# Treaty segment: the noun, its states, commands, facts and refusals.
treaty-segment = Treaty segment
treaty-segment-many = Treaty segments
treaty-segment-about = A numbered stretch of the line as a treaty divides it, for which border representatives are appointed. It is not a section that a unit holds.

treaty-segment-state-in-force = in force
treaty-segment-state-ended = ended

treaty-segment-command-register = Register a segment
treaty-segment-command-amend = Record a new version
treaty-segment-command-close = End the segment

treaty-segment-fact-registered = segment registered
treaty-segment-fact-amended = new version recorded
treaty-segment-fact-closed = segment ended

treaty-segment-refusal-not-now = This cannot be done now with the segment ({ $status }).
treaty-segment-refusal-no-line = There is no such line. Choose one from the list.
treaty-segment-refusal-no-place = There is no such marker place, or it was withdrawn: { $place }. Choose one from the list.
treaty-segment-refusal-other-line = { $number } stands on another line. Choose places of this line.
treaty-segment-refusal-wrong-order = The first place has to come before the last along the line. Change the two.
treaty-segment-refusal-number-taken = The line has a segment { $number } already. Give another number.
treaty-segment-refusal-overlap = Part of this stretch belongs to { $segment }. Segments meet at a marker place and do not overlap.
treaty-segment-refusal-no-source = A length is stated by a document. Name the document as well.
treaty-segment-refusal-no-agreement = There is no agreement { $agreement }. Choose one from the list.
treaty-segment-refusal-not-later = The version that stands begins on { $from }. Give a later day.
