# What one record is to another: the roles of links.
link-with = with
link-meets = meets
link-follows = follows
link-opened-by = opened by
link-answers = answers
link-answered-by = answered by
link-confirmed-by = confirmed by
link-own-unit = own unit
link-other-unit = unit of the other side
link-under = under
