# Obligation: the noun, its states, commands, facts and refusals; activities, hosts.
obligation = Obligation
obligation-many = Obligations
obligation-about = One thing that an agreement requires of a unit again and again; dated duties follow from it.

obligation-state-active = active
obligation-state-ended = ended

obligation-command-register = Register an obligation
obligation-command-schedule = Schedule the duties
obligation-command-end = End the obligation

obligation-fact-registered = obligation registered
obligation-fact-scheduled = duties scheduled
obligation-fact-ended = obligation ended

obligation-refusal-not-now = This act does not fit the present state of the obligation. Open the record again to see what is offered now.
obligation-refusal-no-name = The obligation has no name. Write its name in at least one language.
obligation-refusal-no-agreement = There is no such agreement. Choose a registered agreement, or have it registered first.
obligation-refusal-no-unit = There is no unit { $unit }. Choose a registered unit, or have it registered first.
obligation-refusal-no-counterpart = This counterpart relation does not exist or has ended. Choose another.
obligation-refusal-counterpart-of-other-unit = This counterpart relation is that of unit { $unit }. Choose that unit, or another relation.
obligation-refusal-no-first-host = The sides host in turn, but the side that hosts first is missing. Choose it.
obligation-refusal-host-not-involved = { $host } is not one of the two sides of this relation. Choose one of them as the first host.
obligation-refusal-nothing-new = Every period that begins before { $until } has its duty. Choose a later day to schedule more.
obligation-refusal-not-in-force = No version of the agreement is in force at the beginning of the periods from { $from } on. Record its entry into force first, or choose a later day.

obligation-field-periods = Periods scheduled
obligation-field-index = Place in the order, from 0

activity-talks = talks
activity-meeting = meeting
activity-bilateral-patrol = bilateral patrol
activity-law-enforcement-patrol = joint law-enforcement patrol
activity-letter = letter
activity-visit = visit
activity-outreach = outreach
activity-training = training

hosts-alternate = the sides in turn
hosts-own = always the own side
hosts-other = always the other side
hosts-any = either side
