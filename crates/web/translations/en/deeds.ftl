# What outreach, aid, training, awards and visits share: fields, links, and how exact a number is.
field-postponements = Postponements
field-programme = Standing programme
link-programme = under the programme
link-among = among the residents of
link-delegation = delegation
