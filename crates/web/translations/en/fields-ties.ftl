# Fields of gates, twinnings and persons in office that several nouns share; and hints for the hard ones.
field-absence = Reason of absence
field-accepts = Accepted
field-authority = Authority
field-ended-on = Ended on
field-notified-on = Other side told on
field-person = Person in office
field-told-on = Other side told on
field-what = What

hint-accepts = Leave unticked if not, and say why.
hint-told-on = Leave empty until it is done; the record stays due until then.
hint-other-names = One a line, where there is no record of them.
hint-points = One point a line; they are numbered in this order.
hint-note-signed-on = Needed once the twinning is signed; the new members count from this day.
hint-clock = The side on whose clock the times are told.
hint-opens = Write it like 07:00.
hint-host-unit = Leave empty for the unit of the counterpart relation.
hint-persons = The head and the interpreter included.
