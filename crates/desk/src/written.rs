//! Days and instants as people write them, in forms and in tables alike.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

use crate::hour::{self, HourFault};

/// Why a text is no instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InstantFault {
    /// It is not a day and a time, or too far off.
    Unread,
    /// The clock is set forward over this time.
    Missing,
    /// The time occurs twice on that day: how the first and the second are written.
    Twice {
        /// With the offset before the clock is set back, `03:30+03:00`.
        first: String,
        /// With the offset after it.
        second: String,
    },
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
pub fn read_instant(text: &str, zone: &TimeZone) -> Result<Timestamp, InstantFault> {
    if let Ok(at) = text.trim().parse::<Timestamp>() {
        return Ok(at);
    }
    let (local, offset) = read_local(text.trim()).ok_or(InstantFault::Unread)?;
    hour::instant_of(local, offset, zone).map_err(|fault| match fault {
        HourFault::Missing => InstantFault::Missing,
        HourFault::Twice { first, second } => {
            let each = |offset: Offset| format!("{:02}:{:02}{}", local.hour(), local.minute(), hour::written(offset));
            InstantFault::Twice { first: each(first), second: each(second) }
        }
        HourFault::Beyond => InstantFault::Unread,
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
}
