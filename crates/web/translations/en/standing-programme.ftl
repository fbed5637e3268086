# Standing programme: the noun, its states, commands, facts, refusals, kinds and fields.
standing-programme = Standing programme
standing-programme-many = Standing programmes
standing-programme-about = What runs over years and gathers many deeds: a friendship year, help for children to go to school, law publicity, aid. Whom it reaches is kept as numbers only.

standing-programme-state-proposed = proposed
standing-programme-state-running = running
standing-programme-state-suspended = suspended
standing-programme-state-closed = closed

standing-programme-command-propose = Propose a programme
standing-programme-command-amend = Amend the programme
standing-programme-command-start = Let the programme start
standing-programme-command-record-beneficiaries = Record whom it reached
standing-programme-command-record-review = Record a review
standing-programme-command-suspend = Suspend the programme
standing-programme-command-resume = Let the programme run again
standing-programme-command-close = Close the programme

standing-programme-fact-proposed = programme proposed
standing-programme-fact-amended = programme amended
standing-programme-fact-started = programme started
standing-programme-fact-beneficiaries-recorded = recorded whom it reached
standing-programme-fact-reviewed = programme reviewed
standing-programme-fact-suspended = programme suspended
standing-programme-fact-resumed = programme runs again
standing-programme-fact-closed = programme closed

standing-programme-refusal-not-now = This act does not fit the present state of the programme. Open the record again to see what is offered now.
standing-programme-refusal-no-name = The programme has no name. Write its name in at least one language.
standing-programme-refusal-no-agreement = There is no such agreement. Choose a registered agreement, or leave the field empty.
standing-programme-refusal-no-counterpart = One of these counterpart relations does not exist or is not in force. Choose those that are in force.
standing-programme-refusal-no-community = There is no community { $community }. Choose a registered one, or have it registered first.
standing-programme-refusal-no-side = There is no side { $side }. Choose a registered side.
standing-programme-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
standing-programme-refusal-wrong-order = { $later } does not come after { $earlier }. Check both days.
standing-programme-refusal-nothing-changed = Nothing differs from what stands there. Fill in what is to be another.

standing-programme-kind-friendship-year = friendship year
standing-programme-kind-child-sponsorship = help for children to go to school
standing-programme-kind-law-publicity = law-publicity campaign
standing-programme-kind-aid = aid programme
standing-programme-kind-model-border = model border

beneficiary-group-children = children
beneficiary-group-households = households
beneficiary-group-residents = residents
beneficiary-group-communities = villages and residential groups

standing-programme-field-counterparts = Counterparts
standing-programme-field-communities = For the communities
standing-programme-field-started-on = Started on
standing-programme-field-beneficiaries = Whom it reached
standing-programme-field-group = Of whom
standing-programme-field-qualifier = How exact
standing-programme-field-as-of-on = As of
standing-programme-field-reviews = Reviews
standing-programme-field-reviewed-on = Reviewed on
standing-programme-field-next-review-on = Next review on
standing-programme-field-next-on = Next review on
standing-programme-field-suspended-on = Suspended from
standing-programme-field-resumed-on = Runs again from
standing-programme-field-closed-on = Last day
hint-group = Only the number is kept. Never write the name of a child.
