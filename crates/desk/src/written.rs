//! Days and instants as people write them, in forms and in tables alike.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

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

/// A day and a time as people type them, on the clock of a zone: `14/02/2026 08:30`.
pub fn read_instant(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    if let Ok(at) = text.trim().parse::<Timestamp>() {
        return Some(at);
    }
    let (day, time) = text.trim().rsplit_once([' ', 'T'])?;
    let mut parts = time.split([':', 'h', '.']).filter(|part| !part.is_empty());
    let (hour, minute) = (parts.next()?.parse().ok()?, parts.next().unwrap_or("0").parse().ok()?);
    let time = Time::new(hour, minute, 0, 0).ok()?;
    let local = DateTime::from_parts(read_day(day)?, time);
    zone.to_ambiguous_timestamp(local).compatible().ok()
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
        assert_eq!(read_instant("14/02/2026 8h30", &zone), Some(at));
        assert_eq!(read_instant("14/02/2026 25:00", &zone), None);
    }
}
