# Search.
search-form-label = Search with kind and period
search-kind = Kind of record
search-period = Period
search-kinds = Kinds of what was found
search-any-kind = All kinds
search-more = More than { $total } found.
search-more-kinds = The kinds are counted among the latest of them.
search-next = More results
search-first = To the first results
search-nothing = Nothing that you may read has all of these words.
search-fewer = With one word less
search-names = Names that begin like this
search-how = How to search
help-search-title = Search
help-search = All words must match; marks on letters may be left out, and what is written with the same marks comes first. "Words in quotes" stand together; a minus leaves out: fire -drill. A number finds exactly itself: 97 is not 97(1) or 97/2. Dates are understood as 14.02.2026, 2026-02-14, Feb 2026. The name of a unit, place or officer also finds what is linked with it; the name of a kind or state, such as talks or draft, finds those records. First come exact numbers and names, then the words together, then the latest.
