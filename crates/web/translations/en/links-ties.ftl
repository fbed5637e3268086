# What one record is to another: the roles of links of places, twinnings and persons in office.
link-attached-to = attached to
link-continues = continues
link-credential-of = letter of credence names
link-handed-over = handed over
link-handled = handled
link-head-of = unit of the head
link-in-area-of = in the area of
link-mandated-by = mandated by
link-named-for = named for
link-near = near
link-along = along the line
link-on-segment = for the segment
link-other-member = member of the other side
link-own-member = own member
link-received-by = received by
link-through = through the gate
link-told-by = told by letter
