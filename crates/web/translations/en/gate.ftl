# Gate: the noun, its states, commands, facts, refusals and choices.
gate = Gate
gate-many = Gates
gate-about = A gate or opening where crossing is allowed: always a pair with a name on each side, with its classes, hours and restrictions by date.

gate-state-agreed = agreed, not yet open
gate-state-open = open
gate-state-restricted = open with restrictions
gate-state-closed-for-a-time = closed for a time
gate-state-upgraded = open, upgraded
gate-state-closed = closed for good

gate-command-register = Register a gate
gate-command-open = Record the opening
gate-command-set-hours = Set the hours
gate-command-change-class = Change the class
gate-command-rename = Give the gate other names
gate-command-restrict = Record a restriction
gate-command-record-told = Record that the other side was told
gate-command-record-begun = Record that a restriction holds now
gate-command-extend = Change the end of a restriction
gate-command-lift = Lift a restriction
gate-command-close = Close the gate for good

gate-fact-registered = gate registered
gate-fact-opened = gate opened
gate-fact-hours-set = hours set
gate-fact-upgraded = gate put into a higher class
gate-fact-downgraded = gate put into a lower class
gate-fact-renamed = gate got other names
gate-fact-restricted = restriction recorded
gate-fact-told = other side told of a restriction
gate-fact-begun = restriction holds now
gate-fact-extended = end of a restriction changed
gate-fact-lifted = restriction lifted
gate-fact-closed = gate closed for good

gate-refusal-not-now = This cannot be done with the gate now ({ $status }).
gate-refusal-no-name = A gate is a pair. Write its name on each side, in at least one language.
gate-refusal-no-other-side = The side across the line is not known, or is the own side. Choose the other side.
gate-refusal-no-line = There is no such line. Choose one from the list.
gate-refusal-no-marker-place = There is no such place of markers. Choose one from the list, or leave the field empty.
gate-refusal-no-counterpart = There is no such counterpart relation. Choose one from the list, or leave the field empty.
gate-refusal-no-agreement = There is no such agreement. Choose one from the list, or leave the field empty.
gate-refusal-no-letter = There is no such letter. Choose one from the register, or leave the field empty.
gate-refusal-no-time = “{ $time }” cannot be read as a time, or lies before the opening. Write times like 07:00 and 22:00.
gate-refusal-no-clock = Hours are told on the clock of one of the two sides of the gate. Choose that side.
gate-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
gate-refusal-wrong-order = { $later } is earlier than { $earlier }. Check both days.
gate-refusal-same-class = The gate is in that class already. Choose another class or another day.
gate-refusal-not-of-this-gate = Only one of the two sides of this gate can restrict it. Choose that side.
gate-refusal-which-restriction = { $count } restrictions could be meant. Write the number of the one that is meant, as it stands in the record.
gate-refusal-already-begun = This restriction holds already. There is nothing more to record here.

gate-class-temporary-passage = temporary passage
gate-class-opening = opening
gate-class-secondary = secondary gate
gate-class-main = main (bilateral) gate
gate-class-international = international gate

gate-days-every-day = every day
gate-days-monday-to-friday = Monday to Friday
gate-days-saturday-and-sunday = Saturday and Sunday
gate-days-holidays = public holidays
gate-days-market-days = market days

gate-traffic-all = persons and goods
gate-traffic-persons = persons
gate-traffic-goods = goods

restriction-extent-everything = nobody and nothing passes
restriction-extent-persons = persons do not pass
restriction-extent-goods = goods do not pass
restriction-extent-vehicles = vehicles do not pass
restriction-extent-hours = shorter hours
restriction-extent-other = another restriction

restriction-reason-epidemic = epidemic
restriction-reason-weather = weather, flood or landslide
restriction-reason-works = works
restriction-reason-security = security
restriction-reason-holiday = holiday
restriction-reason-other = another reason

gate-standing-agreed = agreed, not open
gate-standing-open = open
gate-standing-restricted = open with restrictions
gate-standing-closed-for-a-time = closed for a time
gate-standing-closed = closed for good

gate-field-line = Line
gate-field-near = Near the place of markers
gate-field-name = Name on the own side
gate-field-other-name = Name on the other side
gate-field-was-opened = Has been open
gate-field-opened-on = Opened on
gate-field-planned-on = To open on
gate-field-already-open = Already open
gate-field-restriction = Restriction
gate-field-restrictions = Restrictions
gate-field-timeline = How it stood, by date
gate-field-class = Class
gate-field-hours = Hours
gate-field-days = Days
gate-field-traffic = For whom
gate-field-opens = Opens at
gate-field-closes = Closes at
gate-field-clock = On the clock of
gate-field-by = Restricted by
gate-field-extent = What does not pass
gate-field-begun = Holds
gate-field-lifted-on = Lifted on
gate-field-standing = Standing
gate-field-restricted-by = Restrictions in force
gate-field-closed-on = Closed from
gate-field-until = Until (first day without it)
