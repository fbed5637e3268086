# A record as it stood on a past day.
past-heading = On a day
past-day = Day
past-show = Show
past-told = As it stood on { $day }
past-nothing = Nothing is recorded for this day.
