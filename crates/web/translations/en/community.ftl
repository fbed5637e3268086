# Community: the noun, its states, commands, facts and refusals.
community = Community
community-many = Communities
community-about = A village or residential group on one side, known only by counts of the whole. No data about persons.

community-state-active = active
community-state-merged = merged
community-state-dissolved = no longer there

community-command-register = Register a community
community-command-record-version = Record counts as of another day
community-command-rename = Give it another name
community-command-merge = Record that it became part of another
community-command-dissolve = Record that it is no longer there

community-fact-registered = community registered
community-fact-version-recorded = counts as of another day recorded
community-fact-renamed = community got another name
community-fact-merged = community became part of another
community-fact-dissolved = community is no longer there

community-refusal-not-now = This cannot be done with the community now ({ $status }).
community-refusal-no-name = Write the name in at least one language.
community-refusal-no-side = There is no such side. Choose one from the list.
community-refusal-no-line = There is no such line. Choose one from the list, or leave the field empty.
community-refusal-no-marker-place = There is no such place of markers. Choose one from the list, or leave the field empty.
community-refusal-no-unit = A community lies in the area of a unit of its own side. Choose such a unit, or leave the field empty.
community-refusal-in-the-future = Counts hold for a day that has come. Check the day.
community-refusal-fewer-people-than-households = There are fewer people than households, though both are exact. Check both counts.
community-refusal-no-successor = The community that follows must be of the same side, still there, and another one. Choose such a one.


community-field-line = Near the line
community-field-near = Nearest place of markers
community-field-area-of = In the area of the unit
community-field-as-of = As of
community-field-administrative-unit = Administrative unit
community-field-households = Households
community-field-people = People
community-field-qualifier = How exact
community-field-languages = Languages spoken
community-field-on-line = On the line itself
community-field-into = Part of the community
community-field-merged-on = Merged on
community-field-dissolved-on = No longer there from
