# Marker place: the noun, its states, commands, facts and refusals.
marker-place = Marker place
marker-place-many = Marker places
marker-place-about = A numbered place on a line at which one, two or three markers stand. The place 97 is not the marker 97(1).

marker-place-state-registered = registered
marker-place-state-withdrawn = withdrawn

marker-place-command-register = Register a marker place
marker-place-command-amend = Amend the marker place
marker-place-command-withdraw = Take the place out of the register

marker-place-fact-registered = marker place registered
marker-place-fact-amended = marker place amended
marker-place-fact-withdrawn = marker place taken out of the register

marker-place-refusal-not-now = This cannot be done now with the marker place ({ $status }).
marker-place-refusal-no-line = There is no such line. Choose one from the list.
marker-place-refusal-no-number = “{ $number }” is not the number of a marker place. Write it as 87, 230/11 or T10.
marker-place-refusal-names-a-marker = This is the number of one of several markers. The place has the number { $number }.
marker-place-refusal-number-taken = The line has a marker place { $number } already. Open that one.

marker-place-field-remarks = Remarks
arrangement-single = one marker
arrangement-double = two markers
arrangement-triple = three markers
