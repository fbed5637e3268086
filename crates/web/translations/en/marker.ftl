# Marker: the noun, its conditions, commands, facts and refusals.
marker = Marker
marker-many = Markers
marker-about = A marker at a numbered place, with the position that the documents give it and with what was observed there. Observations never change the registered position.

marker-state-registered = registered, no condition recorded
marker-state-intact = intact
marker-state-damaged = damaged
marker-state-seriously-damaged = seriously damaged
marker-state-suspected-displaced = suspected displaced
marker-state-displaced = displaced, confirmed by both sides
marker-state-destroyed = destroyed
marker-state-missing = missing
marker-state-restored = restored
marker-state-re-sited = re-sited, the line is unchanged
marker-state-withdrawn = no longer in the register

marker-command-register = Register a marker
marker-command-observe = Record an observation
marker-command-register-position = Register a position by document
marker-command-amend = Amend by document
marker-command-follow-works = Take over from marker works
marker-command-withdraw = Take the marker out of the register

marker-fact-registered = marker registered
marker-fact-observed = marker observed
marker-fact-position-registered = position registered by document
marker-fact-amended = register amended
marker-fact-works-followed = taken over from marker works
marker-fact-withdrawn = marker taken out of the register

marker-refusal-not-now = This cannot be done now with the marker ({ $status }).
marker-refusal-no-place = There is no such marker place, or it was withdrawn. Choose one from the list.
marker-refusal-no-number = “{ $number }” is not a marker number. Write it as it stands on the marker: 87, 171(1), 230/11 or T10.
marker-refusal-other-place = { $number } does not stand at the place { $place }. Check the number, or choose its place.
marker-refusal-number-taken = The line has a marker { $number } already. Open that one.
marker-refusal-no-side = There is no side { $side }. Choose one from the list.
marker-refusal-no-document = A registered position rests on a document. Name it, or leave the position empty.
marker-refusal-no-agreement = There is no agreement { $agreement }. Choose one from the list.
marker-refusal-no-coordinates = The coordinates are missing, or one of latitude and longitude is. Give both, or the text as the document has it.
marker-refusal-off-the-globe = These degrees lie off the globe. Latitude is at most 90, longitude at most 180.
marker-refusal-no-system = Name the coordinate system, as WGS 84. Without it a position says nothing.
marker-refusal-no-length = “{ $text }” is not a length in metres. Write it as 5 or 0.03.
marker-refusal-in-the-future = What is observed has happened. Give a day that is not ahead.
marker-refusal-not-later = What holds now begins on { $from }. Give a later day.
marker-refusal-no-works = There are no such works on this marker. Choose works that name it.
marker-refusal-nothing-changed = The works say nothing that the marker's record does not say already.

marker-kind-main = main marker
marker-kind-auxiliary = auxiliary marker
marker-kind-stake = stake

comparison-no-difference = no difference: within the combined error
comparison-differs = observed position differs from registered position
comparison-not-registered = not comparable: no registered position
comparison-other-system = not comparable: different coordinate systems
comparison-no-degrees = not comparable: a position without degrees
comparison-no-accuracy = not comparable: the accuracy is not stated

marker-field-place = Marker place
marker-field-remarks = Remarks
