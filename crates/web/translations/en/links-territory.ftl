# What one record is to another: the roles of links of lines, markers and marker works.
link-announced-by = announced by
link-at-marker = at marker
link-at-place = at marker place
link-between = between
link-erected-by = erected by
link-fixed-by = fixed by
link-found-on = found on
link-from-place = begins at
link-held-before-by = held before by
link-held-by = held by
link-maintained-by = maintained by
link-notified-by = notified by
link-on-line = on line
link-to-place = ends at
