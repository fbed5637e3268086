# Unit section: the noun, its states, commands, facts and refusals.
unit-section = Unit section
unit-section-many = Unit sections
unit-section-about = The stretch of a line that a unit holds for a time, and who held it before. It is not a treaty segment.

unit-section-state-held = held
unit-section-state-ended = ended

unit-section-command-register = Register a section
unit-section-command-hand-over = Hand the section to another unit
unit-section-command-close = End the section

unit-section-fact-registered = section registered
unit-section-fact-handed-over = section handed to another unit
unit-section-fact-overlap-noted = another unit holds part of it as well
unit-section-fact-closed = section ended

unit-section-refusal-not-now = This cannot be done now with the section ({ $status }).
unit-section-refusal-no-unit = There is no unit { $unit }. Choose one from the list.
unit-section-refusal-dissolved = { $unit } is dissolved from { $on } on. Choose the unit that follows it.
unit-section-refusal-other-side = { $unit } belongs to another side. A section is handed to a unit of the same side.
unit-section-refusal-same-unit = { $unit } holds the section already. Choose another unit.
unit-section-refusal-no-line = There is no such line. Choose one from the list.
unit-section-refusal-no-place = There is no such marker place, or it was withdrawn: { $place }. Choose one from the list.
unit-section-refusal-other-line = { $number } stands on another line. Choose places of this line.
unit-section-refusal-wrong-order = The first place has to come before the last along the line. Change the two.
unit-section-refusal-overlap = In the same time { $unit } holds { $stretch }. Change the places or the days, or say why both hold that part.
unit-section-refusal-not-later = The present unit holds the section since { $from }. Give a later day.
