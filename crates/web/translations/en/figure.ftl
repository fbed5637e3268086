# Published figure: the noun, its states, commands, facts, refusals, fields and choices; what is said of sums.
figure = Published figure
figure-many = Published figures
figure-about = A number that a document has published, with what it counts, how it is meant, for which borders, units and time, as of which day, and who says so. Figures of different scope are never added.

figure-state-recorded = recorded
figure-state-corrected = corrected
figure-state-withdrawn = withdrawn

figure-command-record = Record a published figure
figure-command-correct = Correct the figure
figure-command-withdraw = Withdraw the figure

figure-fact-recorded = figure recorded
figure-fact-corrected = figure corrected
figure-fact-withdrawn = figure withdrawn

figure-refusal-not-now = This cannot be done with the figure now ({ $status }). Open the record again to see what is offered now.
figure-refusal-bad-code = “{ $code }” is no code. A code has 1 to 64 characters of a-z, 0-9 and -.
figure-refusal-no-label = The code { $code } has no words. Give them in one language at least.
figure-refusal-no-scope = Nothing says for what the figure holds. Name a border, an area or a unit.
figure-refusal-no-unit = There is no unit { $unit }. Choose a registered unit.
figure-refusal-no-level = There is no level { $level }. Choose a registered level.
figure-refusal-bad-period = A time counted has a first day and a later first day after it. Give both, or neither for a state on a day.
figure-refusal-in-the-future = The day to which the figure looks, or the day of its publication, lies in the future.
figure-refusal-no-source = Nothing says where the figure was published. Name the document.
figure-refusal-nothing-changed = The figure says this already. There is nothing to correct.

figure-field-quantity = What is counted
figure-field-code = Code
figure-field-label = Words
figure-field-value = Number
figure-field-qualifier = How it is meant
figure-field-measure = Unit of measure
figure-field-scope = Scope
figure-field-borders = Borders
figure-field-areas = Areas
figure-field-units = Units
figure-field-level = Level
figure-field-part = Part of the whole
figure-field-as-of = As of
figure-field-certainty = What is known of the day
figure-field-document = Document
figure-field-publisher = Publisher
figure-field-published-on = Published on
figure-field-quoted = Quoted words
figure-field-earlier = What stood before

hint-borders = One a line, by the codes of both neighbours: aa-bb.
hint-part = Only where the source divides one whole; such parts can be added.
hint-quoted = The words of the document, in its own language.
hint-value = 2500 or 18.6, without separators.

qualifier-exact = exactly
qualifier-about = about
qualifier-more-than = more than
qualifier-nearly = nearly
qualifier-at-least = at least
qualifier-up-to = up to
certainty-day = the day
certainty-month = only the month
certainty-year = only the year

figure-told-exact = { $value }
figure-told-about = about { $value }
figure-told-more-than = more than { $value }
figure-told-nearly = nearly { $value }
figure-told-at-least = at least { $value }
figure-told-up-to = up to { $value }
figure-shown = { $what }: { $value } { $measure }

figure-sum-few = Name at least two figures to be added.
figure-sum-withdrawn = { $figure } was withdrawn and is not added.
figure-sum-differ = { $first } and { $second } are not added, because they differ. { $differences }
figure-sum-same-part = { $first } and { $second } are not added: both may count the same things. Only distinct parts into which a source divides one whole are added.
figure-sum-qualifiers = “{ $first }” and “{ $second }” are not added: no word says honestly how the sum would be meant.
figure-sum-too-large = The sum is too large.
figure-difference = { $aspect }: { $first } against { $second }.
figure-unsaid = (nothing said)
figure-aspect-quantity = What is counted
figure-aspect-measure = Unit of measure
figure-aspect-kind = Kind
figure-aspect-borders = Borders
figure-aspect-areas = Areas
figure-aspect-units = Units
figure-aspect-level = Level
figure-aspect-period = Time counted
figure-aspect-as-of = As of
figure-kind-state = state on a day
figure-kind-period = count over a time
