# Counterpart: the noun, its states, commands, facts, refusals and kinds.
counterpart = Counterpart
counterpart-many = Counterparts
counterpart-about = Which own unit deals with which unit of the other side, for what, and from when until when.

counterpart-state-proposed = proposed
counterpart-state-notified = other side told
counterpart-state-in-force = in force
counterpart-state-unconfirmed = to be confirmed again
counterpart-state-ended = ended

counterpart-command-register = Register a counterpart
counterpart-command-notify = Record that the other side was told
counterpart-command-confirm = Confirm the counterpart
counterpart-command-mark-unconfirmed = Note that a unit changed
counterpart-command-close = End the relation

counterpart-fact-registered = relation registered
counterpart-fact-notified = other side told
counterpart-fact-confirmed = relation confirmed
counterpart-fact-unconfirmed = a unit changed; to be confirmed again
counterpart-fact-closed = relation ended

counterpart-refusal-not-now = This act does not fit the present state of the relation. Open the record again to see what is offered now.
counterpart-refusal-no-unit = There is no unit { $unit }. Choose a registered unit, or have it registered first.
counterpart-refusal-not-across-the-line = A relation joins an own unit with a unit of the other side. Choose one of each.

counterpart-kind-talks = talks, meetings, letters
counterpart-kind-bilateral-patrol = bilateral patrol
counterpart-kind-law-enforcement-patrol = joint law-enforcement patrol
counterpart-kind-gate = matters of a gate
counterpart-kind-civil-authority = civil authorities
