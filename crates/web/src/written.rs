//! Days and instants as people write them into a form, and what to tell when one cannot be read.

use desk::hour::{self, HourFault};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::visit::Visit;

/// What is wrong with what was typed: the key of a text, and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    key: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Wrong {
    /// A text with nothing to put in.
    pub fn plain(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The text in the language of the page.
    pub fn told(&self, visit: &Visit) -> String {
        let values: Vec<(&str, &str)> = self.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        visit.tv(self.key, &values)
    }
}

/// A day as people type it: `14/02/2026`, `14.2.2026`, `2026-02-14`; the year has four digits.
pub fn read_day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day and a time as people type them, on the clock of a zone: `14/02/2026 08:30`; with an offset from UTC where the
/// hour occurs twice: `25/10/2026 03:30+03:00`.
pub fn read_instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Wrong> {
    if let Ok(at) = text.trim().parse::<Timestamp>() {
        return Ok(at);
    }
    let (local, offset) = read_local(text.trim()).ok_or_else(|| Wrong::plain("form-bad-instant"))?;
    hour::instant_of(local, offset, zone).map_err(|fault| match fault {
        HourFault::Missing => Wrong::plain("form-hour-missing"),
        HourFault::Twice { first, second } => {
            let time = format!("{:02}:{:02}", local.hour(), local.minute());
            let each = |offset: Offset| format!("{time}{}", hour::written(offset));
            Wrong { key: "form-hour-twice", values: vec![("first", each(first)), ("second", each(second))] }
        }
        HourFault::Beyond => Wrong::plain("form-bad-instant"),
    })
}

fn read_local(text: &str) -> Option<(DateTime, Option<Offset>)> {
    // The offset is what begins with a sign after the colon of the time; a day may be written with dashes.
    let colon = text.find([':', 'h']).unwrap_or(text.len());
    let sign = text.get(colon..).and_then(|rest| rest.find(['+', '-'])).map(|place| colon + place);
    let (local, offset) = match sign {
        Some(place) => (text.get(..place)?.trim_end(), Some(hour::read_offset(text.get(place..)?)?)),
        None => (text, None),
    };
    let (day, time) = local.rsplit_once([' ', 'T'])?;
    let mut parts = time.split([':', 'h', '.']).filter(|part| !part.is_empty());
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next().unwrap_or("0").parse().ok()?);
    Some((DateTime::from_parts(read_day(day)?, Time::new(hour, minute, 0, 0).ok()?), offset))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        for text in ["14/02/2026", "14/2/2026", "14.2.2026", "14-02-2026", "2026-02-14", "2026/2/14", " 14 2 2026 "] {
            assert_eq!(read_day(text), Some(date(2026, 2, 14)), "{text}");
        }
        for text in ["14/02/26", "30/02/2026", "2026-13-01", "soon", ""] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_on_the_own_clock() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let at = read_instant("14/02/2026 08:30", &zone).unwrap();
        assert_eq!(at.to_string(), "2026-02-14T01:30:00Z");
        for text in
            ["14/02/2026 8h30", "2026-02-14 08:30", "14-02-2026 8:30", "14/02/2026 09:30+08:00", "14/02/2026 9:30 +8"]
        {
            assert_eq!(read_instant(text, &zone), Ok(at), "{text}");
        }
        for text in ["14/02/2026 25:00", "14/02/2026", "08:30", "14/02/2026 08:30+99", "14/02/2026 08:30 soon"] {
            assert_eq!(read_instant(text, &zone), Err(Wrong::plain("form-bad-instant")), "{text}");
        }
    }

    #[test]
    fn an_hour_that_is_missing_or_occurs_twice_is_asked_back() {
        let zone = TimeZone::get("Europe/Helsinki").unwrap();
        assert_eq!(read_instant("29/03/2026 03:30", &zone), Err(Wrong::plain("form-hour-missing")));
        let wrong = read_instant("25/10/2026 03:30", &zone).unwrap_err();
        assert_eq!(wrong.key, "form-hour-twice");
        let told: Vec<&str> = wrong.values.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(told, ["03:30+03:00", "03:30+02:00"]);
        for (text, utc) in [("03:30+03:00", "2026-10-25T00:30:00Z"), ("03:30 +2", "2026-10-25T01:30:00Z")] {
            let at = read_instant(&format!("25/10/2026 {text}"), &zone).unwrap();
            assert_eq!(at.to_string(), utc);
        }
    }
}
