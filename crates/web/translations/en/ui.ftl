# The interface: frame, lists, forms, pages.
site-about = What two neighbouring border services use to run the border they share in peace.
demo-banner = DEMONSTRATION: the activities shown are made up
skip-to-content = Skip to content
search-label = Search everything
search-button = Search
search-title = Search
search-hint = Write a number, a name, a place or a word. Marks on letters may be left out.
search-menu-label = Search from the menu
nav-label = Main menu
nav-menu-label = Whole menu
nav-tabs-label = Short menu
nav-more = More
nav-today = Today
nav-calendar = Calendar
nav-map = Map
nav-contact = Activities
nav-due = What is due
nav-directory = Directory
nav-help = Help
nav-me = My page
tab-patrol = Patrols
tab-letter = Letters
languages-label = Language
link-online = online
link-offline = no connection
back = Back
back-to-today = Back to Today
yes = yes
no = no

log-in = Log in
log-out = Log out
log-in-password = Password
log-in-wrong = Login or password is wrong. Check both and try again.
log-in-wait = Too many wrong passwords. Wait { $seconds } seconds and try again.
log-in-ended = Please log in. What you typed is kept on this computer and comes back when you open the form again.
invitation-title = Set your password
invitation-about = This link opens once. Choose a password for the login { $login }: at least ten characters.
invitation-again = The same password again
invitation-set = Set the password
invitation-differs = The two passwords differ. Type both again.
invitation-short = A password has at least ten characters.

fault-title = This page cannot be shown
fault-not-found = There is nothing here, or nothing that you may see.
fault-not-allowed = Your role does not allow this. Ask the commander of the unit or the keeper of the directory.
fault-no-session = Please log in.
fault-not-ours = The form was not sent from this site, or the session ended meanwhile. Open the form again; what you typed is kept on this computer.
fault-bad = What was sent could not be read:
fault-failure = Something broke. It was logged. Try again; if it happens again, tell the administrator.

today-needs-me = Needs us
today-waiting = Waiting for the other side
today-next = The next fourteen days
today-below = Open in units below
today-edited = Last edited by me
today-nothing = Nothing.
due-today = due today
due-in-days = in { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
due-days-ago = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
due-in-time = { $hours } h { $minutes } min left
due-time-ago = { $hours } h { $minutes } min late

column-number = Number
column-title = Record
column-state = State
column-due = Due
column-held-on = Day
column-unit = Unit
column-counterpart = Counterpart
column-turn = Whose turn
column-figure = Figure
column-own = Own count
column-joint = Signed by both
column-stated = Other side says
column-parts = By unit and counterpart
column-total = total
filter-any = any
filter-overdue = overdue
filter-text = Words
filter-from = From day
filter-until = Until day
filter-apply = Filter
filter-clear = Clear
list-new = New
list-nothing = Nothing found.
list-total = { $total ->
    [one] { $total } record
   *[other] { $total } records
 }
pages-label = Pages

record-turn = Turn:
record-seen-by = Grade:
record-links = Links
record-history = History
record-happened = happened
record-details = Details
record-version = Version { $version }
link-inward = from here: { $role }
sent-done = Done and recorded.
exercise-mark = EXERCISE

form-optional = (may stay blank)
form-missing = Fill this in.
form-bad-day = Write a day like 14/02/2026.
form-bad-instant = Write a day and a time like 14/02/2026 08:30.
form-hour-missing = The clock is set forward over this time: it does not occur that night. Write another.
form-hour-twice = The clock is set back that night and this time occurs twice. Write { $first } or { $second }.
form-bad-number = Write a whole number.
form-day-pattern = dd/mm/yyyy
form-hint-day = Day, month, year: 14/02/2026
form-hint-instant = Day and time on our clock: 14/02/2026 08:30
form-add-row = Add a row
form-remove-row = Remove this row
form-faults-title = Please correct
form-more = When it happened, unit, grade
form-happened = When it happened
form-happened-hint = Only if it was earlier than now: 14/02/2026 08:30
form-unit-keeps = Unit that keeps the record
form-grade = Grade
form-exercise = This is data of an exercise
form-seen-by-own-side = Only our own side sees this. Nothing is sent to the other side.
form-leave = Leave without recording
refused-title = This cannot be done
conflict-title = Somebody changed this record meanwhile
conflict-what-to-do = Nothing of yours is lost: it stands in the form below. Read what was changed, then send again or leave.
draft-saved = Saved on this computer { $time }
draft-restored = Restored what you typed { $time }
draft-discard = Discard
draft-failed = Cannot be saved on this computer
draft-sure = Discard what you typed?

calendar-before = Month before
calendar-after = Month after
calendar-due = Due: { $what }
weekday-monday = Mo
weekday-tuesday = Tu
weekday-wednesday = We
weekday-thursday = Th
weekday-friday = Fr
weekday-saturday = Sa
weekday-sunday = Su

map-whole = Whole line
map-around = Surroundings
map-drawing = The line and the places of units
map-notice = For orientation only, without legal effect. The documents that both sides signed say where the line is.
map-length = The drawing measures about { $km } km; the documented length is a figure of its own.
map-places = Places of units
map-position = Position
map-open = Open records
map-parts = Parts of the drawn line
map-part = Part
map-part-length = Length
map-from = From
map-to = To
map-ring = closed ring
map-parts-note = Each part is measured alone; a gap between two parts belongs to no length.

report-figures = Figures
report-counted-note = Own counts are what our units recorded; “signed by both” counts what both sides signed, once. A joint activity stands in both columns and is never added twice.
report-differs = differs
report-late = Records came in after these counts were frozen. Restate the report to take them in:
report-restatements = Restatements

me-roles = Roles held today
me-pages = How the pages look
me-language = Language
me-theme = Colours
me-density = Density
me-keys = Single keys act (n, j, k, g …)
me-save = Save
me-saved = Saved.
theme-auto = as the computer
theme-light = light
theme-dark = dark
density-default = normal
density-compact = compact
density-roomy = roomy
refusals-title = Refused acts
refusals-about = Every act that was refused leaves a trace: who tried what, when, and why it was refused.
refusals-when = When
refusals-what = Command
refusals-why = Reason

help-today-title = Today
help-today = The first page shows what needs your unit, the next due first; then what waits for the other side, the next days, and what you edited last.
help-turn-title = Whose turn it is
help-turn = Every open record says whose turn it is. Letter and colour mean our side or the other side as you see it; they never stand for a country.
help-draft-title = Nothing typed is lost
help-draft = A form saves what you type on this computer, also without a connection and after the session ended. Open the same form again and it comes back. On a shared computer, log out at the end of the shift.
help-conflict-title = Two people, one record
help-conflict = If somebody changed the record while you were typing, you see what was changed, and your text stays in the form. Nothing is overwritten silently.
help-report-title = Reports
help-report = The counts of a report come from the records. Each number leads to the records behind it. After the signature the counts are frozen; late records need a restatement, and the old counts stay.
help-grade-title = Who sees a record
help-grade = A new record is internal: your unit and its superiors see it. Restricted records need a role that reaches that grade. A record you may not see looks like one that does not exist.
help-other-side-title = The other side
help-other-side = The other side is not a user of this system. What it says is recorded by you, from its letters, calls and signed papers.
help-keys-title = Keys
help-key-search = go to the search
help-key-rows = next and previous row of a list
help-key-open = open the row
help-key-new = new record
help-key-go = go to a page; the letter is shown in the menu
help-key-help = this page
help-words-title = Words
