# Programs and calendars: tokens, calendar addresses, and what the interface says when it does not do what was asked.
openers-title = Programs and calendars
openers-about = A program or a calendar that comes in by one of these sees what you may see at that moment, and never more. A new password ends all of them.
opener-shown-once = Copy this now: it is shown only once. Whoever has it comes in with it, so keep it like a password.
opener-name = Name, so that you know it again
opener-name-needed = Give it a name of 1 to 60 characters, and a last day at most a year ahead.
opener-for = How long it opens
opener-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
opener-until = until { $day }
opener-used = last used: { $day }
opener-never = never
opener-make = Make
opener-revoke = Revoke
tokens-title = Tokens for programs
tokens-about = A token lets a program use the interface in your name. It cannot sign or approve, make tokens, or change passwords and roles.
token-new = New token
token-scope = What it may do
token-scope-read = read
token-scope-record = read and record
token-nouns = Only these kinds of record (none chosen: every kind)
feeds-title = Calendar addresses
feeds-about = Enter the address in your calendar program as a subscription. It can be read without logging in. It holds dates, titles and places up to the grade internal, and no names of persons.
feed-new = New calendar address
feed-about = What the calendar holds
feed-about-officer = my unit

problem-bad-request = The request cannot be read, or does not fit.
problem-token-scope = The token does not go so far. Its officer may make one with another scope.
problem-not-ours = The request does not carry the token of the session.
problem-method = This cannot be done at this address.
problem-not-acceptable = There is no answer of the kind that was asked for.
problem-key-used = The key of this request was used for another one.
problem-too-many-standing = There are as many as can stand at once. Revoke one first.
problem-too-large = The request is too large.
problem-media-type = The request is not of a kind that can be read here.
problem-table = The file cannot be read as a table.
problem-rows = Rows have faults; nothing was taken in.
problem-no-sum = These figures make no sum.
problem-version-needed = Say at which version you looked: with If-Match, or with version in the request.
problem-too-many-requests = Too many requests. Wait, then try again.
