//! Hours on the clock of a side. Where clocks are set forward and back, one hour of a year is missing and one occurs
//! twice: what a person writes is then refused or asked back, and what is shown says which of the two it is.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// Why a day and a time on a clock mean no instant, or more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HourFault {
    /// The clock is set forward over this time.
    Missing,
    /// The clock is set back: the time occurs twice, with the first offset from UTC and then with the second.
    Twice {
        /// The offset before the clock is set back.
        first: Offset,
        /// The offset after it.
        second: Offset,
    },
    /// Too far off to be an instant.
    Beyond,
}

/// The instant of a day and a time on the clock of a zone. With an offset from UTC there is nothing to ask; without one
/// a time that is missing or occurs twice is a fault.
pub fn instant_of(local: DateTime, offset: Option<Offset>, zone: &TimeZone) -> Result<Timestamp, HourFault> {
    let offset = match (offset, zone.to_ambiguous_timestamp(local).offset()) {
        (Some(offset), _) | (None, AmbiguousOffset::Unambiguous { offset }) => offset,
        (None, AmbiguousOffset::Gap { .. }) => return Err(HourFault::Missing),
        (None, AmbiguousOffset::Fold { before, after }) => {
            return Err(HourFault::Twice { first: before, second: after });
        }
    };
    offset.to_timestamp(local).map_err(|_| HourFault::Beyond)
}

/// The time of an instant on the clock of a zone, `08:30`; in the hour that occurs twice with its offset from UTC,
/// `03:30+03:00`, so that it can be read back as the same instant.
pub fn hour_of(at: Timestamp, zone: &TimeZone) -> String {
    let local = at.to_zoned(zone.clone());
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    match zone.to_ambiguous_timestamp(local.datetime()).offset() {
        AmbiguousOffset::Fold { .. } => format!("{time}{}", written(local.offset())),
        _ => time,
    }
}

/// An offset from UTC as it is written, `+03:00`.
pub fn written(offset: Offset) -> String {
    let minutes = offset.seconds().abs() / 60;
    let sign = if offset.is_negative() { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// An offset from UTC as people write it: `+03:00`, `+0300`, `+3`, `-03:30`.
pub fn read_offset(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match (rest.split_once(':'), rest.len()) {
        (Some(parts), _) => parts,
        (None, 4) => rest.split_at_checked(2)?,
        (None, _) => (rest, "0"),
    };
    let number = |text: &str| text.parse::<i32>().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()));
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|minutes| *minutes < 60)?);
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok().filter(|_| hours <= 18)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};
    use jiff::{Timestamp, ToSpan};

    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    #[test]
    fn the_missing_hour_is_no_instant_and_the_minutes_beside_it_are() {
        let helsinki = zone("Europe/Helsinki");
        let at = |hour, minute| instant_of(datetime(2026, 3, 29, hour, minute, 0, 0), None, &helsinki);
        assert_eq!(at(2, 59).map(|at| at.to_string()).as_deref(), Ok("2026-03-29T00:59:00Z"));
        assert_eq!(at(3, 0), Err(HourFault::Missing));
        assert_eq!(at(3, 59), Err(HourFault::Missing));
        assert_eq!(at(4, 0).map(|at| at.to_string()).as_deref(), Ok("2026-03-29T01:00:00Z"));
    }

    #[test]
    fn the_hour_that_occurs_twice_is_asked_back_and_an_offset_settles_it() {
        let oslo = zone("Europe/Oslo");
        let local = datetime(2026, 10, 25, 2, 30, 0, 0);
        let Err(HourFault::Twice { first, second }) = instant_of(local, None, &oslo) else { panic!("not asked") };
        assert_eq!((written(first).as_str(), written(second).as_str()), ("+02:00", "+01:00"));
        let early = instant_of(local, Some(first), &oslo).unwrap();
        let late = instant_of(local, Some(second), &oslo).unwrap();
        assert_eq!((early.to_string().as_str(), late.as_second() - early.as_second()), ("2026-10-25T00:30:00Z", 3600));
        assert_eq!((hour_of(early, &oslo).as_str(), hour_of(late, &oslo).as_str()), ("02:30+02:00", "02:30+01:00"));
    }

    #[test]
    fn what_is_shown_is_read_back_as_the_same_instant_all_through_the_year() {
        for name in [
            "Europe/Oslo",
            "Europe/Helsinki",
            "Europe/Madrid",
            "Asia/Ho_Chi_Minh",
            "Australia/Lord_Howe",
            "America/Santiago",
        ] {
            let zone = zone(name);
            let mut at: Timestamp = "2026-01-01T00:07:00Z".parse().unwrap();
            let end: Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
            while at < end {
                let told = hour_of(at, &zone);
                let (time, offset) = told.split_at(5);
                let (hour, minute) = time.split_once(':').unwrap();
                let day = at.to_zoned(zone.clone()).date();
                let local = day.at(hour.parse().unwrap(), minute.parse().unwrap(), 0, 0);
                assert_eq!(instant_of(local, read_offset(offset), &zone), Ok(at), "{name} {day} {told}");
                at += 30.minutes();
            }
        }
    }

    #[test]
    fn offsets_are_read_as_people_write_them() {
        for (text, told) in
            [("+03:00", "+03:00"), ("+0300", "+03:00"), ("+3", "+03:00"), ("-03:30", "-03:30"), ("+00:00", "+00:00")]
        {
            assert_eq!(read_offset(text).map(written).as_deref(), Some(told), "{text}");
        }
        for text in ["", "3", "+", "+x", "+3:70", "+19", "++3", "+03:0x", "+-3"] {
            assert_eq!(read_offset(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_of_which_midnight_is_missing_still_begins() {
        let santiago = zone("America/Santiago");
        let begun = date(2026, 9, 6).to_zoned(santiago).unwrap();
        assert_eq!((begun.date(), begun.hour()), (date(2026, 9, 6), 1));
    }
}
