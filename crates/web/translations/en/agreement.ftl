# Agreement: the noun, its states, commands, facts, refusals and kinds.
agreement = Agreement
agreement-many = Agreements
agreement-about = A text that binds units of both sides; each version rules from its entry into force, not from its signature.

agreement-state-drafting = being drafted
agreement-state-signed = signed, not in force
agreement-state-in-force = in force from its day on
agreement-state-suspended = suspended
agreement-state-denounced = denounced
agreement-state-expired = ended

agreement-command-register = Register an agreement
agreement-command-add-version = Add a version
agreement-command-record-signature = Record the signature
agreement-command-record-entry-into-force = Record the entry into force
agreement-command-suspend = Suspend the agreement
agreement-command-resume = Record that it rules again
agreement-command-denounce = Record the denunciation
agreement-command-close = End the agreement

agreement-fact-registered = agreement registered
agreement-fact-version-added = version added
agreement-fact-version-signed = version signed
agreement-fact-entry-into-force-recorded = entry into force recorded
agreement-fact-suspended = agreement suspended
agreement-fact-resumed = agreement rules again
agreement-fact-denounced = agreement denounced
agreement-fact-closed = agreement ended

agreement-refusal-not-now = This act does not fit the present state of the agreement. Open the record again to see what is offered now.
agreement-refusal-no-name = The agreement has no name. Write its name in at least one language.
agreement-refusal-few-parties = An agreement binds at least two units. Choose the units of both sides.
agreement-refusal-no-unit = There is no unit { $unit }. Choose a registered unit, or have it registered first.
agreement-refusal-no-parent = There is no agreement { $parent }. Choose a registered agreement as the higher text, or leave the field empty.
agreement-refusal-version-exists = Version { $number } exists already. Give the new version another number.
agreement-refusal-no-version = There is no version { $number }. Add it first, or choose one that exists.
agreement-refusal-already-signed = Version { $number } was signed on { $signed_on }. Nothing more is to be done here.
agreement-refusal-not-signed = Version { $number } is not signed. Record its signature first.
agreement-refusal-before-signature = Version { $number } was signed on { $signed_on } and cannot rule earlier. Check the day of entry into force.
agreement-refusal-already-in-force = For version { $number } the entry into force on { $in_force_on } is recorded already. Check the number of the version.
agreement-refusal-before-suspension = The agreement was suspended from { $from }. Name that day or a later one.
agreement-refusal-in-the-future = The day of signature lies in the future. Record the signature when it has been given.

agreement-kind-treaty = treaty between states
agreement-kind-inter-ministry = agreement between ministries
agreement-kind-command-protocol = protocol between commands
agreement-kind-provincial-arrangement = arrangement between provinces
agreement-kind-station-arrangement = arrangement between stations
agreement-kind-commune-memorandum = memorandum between communes
agreement-kind-twinning-regulation = twinning regulation
