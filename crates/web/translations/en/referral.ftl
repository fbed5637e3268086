# Referral: the noun, its states, commands, facts and refusals.
referral = Referral
referral-many = Referrals
referral-about = A matter beyond a unit’s authority, noted and reported to a superior unit for direction.

referral-state-open = answer awaited
referral-state-answered = answered
referral-state-closed = closed

referral-command-open = Refer a matter upward
referral-command-answer = Answer the referral
referral-command-forward = Refer the matter further up
referral-command-close = Close the referral

referral-fact-opened = matter referred to the superior unit
referral-fact-answered = superior unit answered
referral-fact-forwarded = matter referred further up
referral-fact-closed = referral closed

referral-refusal-not-now = This act does not fit the present state of the referral. Open the record again to see what is offered now.
referral-refusal-no-counterpart = There is no such counterpart relation. Choose a registered one.
referral-refusal-not-superior = { $to } is not above the unit that has the matter now. Choose a superior unit.
referral-refusal-not-addressee = The matter lies with { $to }. An officer of that unit or of one above it acts on it.
referral-refusal-not-answered = { $to } has not answered yet. Close the referral after the answer was used.
