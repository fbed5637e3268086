# What outreach, aid, training, awards and visits share: fields, links, and how exact a number is.
field-postponements = Postponements
field-programme = Standing programme
qualifier-exact = exactly
qualifier-about = about
qualifier-more-than = more than
qualifier-nearly = nearly
link-programme = under the programme
link-among = among the residents of
link-delegation = delegation
