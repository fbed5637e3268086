# Line: the noun, its states, commands, facts and refusals.
line = Line
line-many = Lines
line-about = The line between neighbours: what it is called, how long the documents say it is, and which documents fix it. Where it runs is said by those documents and by nothing here.

line-state-registered = registered

line-command-register = Register a line
line-command-amend = Record a new version

line-fact-registered = line registered
line-fact-amended = new version recorded

line-refusal-not-now = This line is registered already, or not yet.
line-refusal-no-name = Give the name in at least one language.
line-refusal-few-sides = A line lies between at least two sides. Choose them.
line-refusal-no-side = There is no side { $side }. Choose one from the list.
line-refusal-no-agreement = There is no agreement { $agreement }. Choose one from the list.
line-refusal-no-source = A length is stated by a document. Name the document as well.
line-refusal-not-a-file-name = “{ $drawing }” is not the name of a drawing. Name a .geojson file of the profile, without a folder.
line-refusal-not-later = The version that stands begins on { $from }. Give a later day.

medium-land = on land
medium-river = on water
medium-mixed = on land and water
