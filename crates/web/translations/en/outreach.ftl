# Outreach: the noun, its states, commands, facts, refusals, kinds, materials and fields.
outreach = Outreach
outreach-many = Outreach
outreach-about = What a unit does among the residents of the border, alone or together with the other side: law publicity, meetings with village chiefs, culture and sports, tree planting.

outreach-state-planned = planned
outreach-state-postponed = postponed
outreach-state-held = held
outreach-state-cancelled = cancelled

outreach-command-plan = Plan outreach
outreach-command-record = Record outreach without a plan
outreach-command-amend = Amend the plan
outreach-command-postpone = Postpone the outreach
outreach-command-record-new-day = Record the new day
outreach-command-record-held = Record that it was held
outreach-command-correct = Correct what came of it
outreach-command-cancel = Cancel the outreach

outreach-fact-planned = outreach planned
outreach-fact-amended = plan amended
outreach-fact-postponed = outreach postponed
outreach-fact-new-day-recorded = new day found
outreach-fact-held = outreach held
outreach-fact-corrected = what came of it corrected
outreach-fact-cancelled = outreach cancelled

outreach-refusal-not-now = This act does not fit the present state of the outreach. Open the record again to see what is offered now.
outreach-refusal-no-counterpart = This counterpart relation does not exist or is not in force. Choose one that is in force, or have it confirmed first.
outreach-refusal-no-partner = What both sides do together needs a counterpart. Choose the counterpart relation.
outreach-refusal-host-not-involved = { $host } takes no part in it. Choose the own side, or the side of the counterpart, as host.
outreach-refusal-not-a-side = { $side } takes no part in it. Choose the own side, or the side of the counterpart.
outreach-refusal-no-community = There is no community { $community }. Choose a registered one, or have it registered first.
outreach-refusal-no-programme = This standing programme does not exist or was closed before that day. Choose another, or leave the field empty.
outreach-refusal-no-occurrence = This duty does not exist or is settled already. Choose an open one, or leave the field empty.
outreach-refusal-other-activity = This duty asks for another kind of activity. Choose a duty of outreach.
outreach-refusal-other-host = In this period the host is { $host }. Name that side as host, or choose another duty.
outreach-refusal-in-the-past = The day lies in the past. Choose a day to come.
outreach-refusal-in-the-future = What is recorded has not happened yet. Record it when it has happened.
outreach-refusal-wrong-order = { $later } is earlier than { $earlier }. Check both days.
outreach-refusal-nothing-changed = Nothing differs from what stands there. Fill in what is to be another.

outreach-kind-legal-publicity = law publicity
outreach-kind-joint-publicity-day = joint publicity day
outreach-kind-law-day = law day
outreach-kind-external-information = external information
outreach-kind-news = news and reports
outreach-kind-chiefs-meeting = meeting with village chiefs or clan leaders
outreach-kind-cultural-exchange = cultural exchange of residents
outreach-kind-sports-exchange = sports exchange
outreach-kind-livelihood-exchange = exchange on work and trade
outreach-kind-festival = festival with residents
outreach-kind-tree-planting = tree planting, friendship forest

material-kind-leaflet = leaflets
material-kind-booklet = booklets and books
material-kind-poster = posters, banners, boards
material-kind-broadcast = broadcasts
material-kind-recording = recordings of sound or pictures
material-kind-tree = trees planted
material-kind-other = other things

outreach-field-together = Together with the other side
outreach-field-communities = Communities addressed
outreach-field-audience = Audience
outreach-field-materials = Handed out, shown or planted
hint-audience = How many people it reached. A number, no names.
