//! Days and instants as people write them into a form, and what to tell when one cannot be read.

use desk::InstantFault;
pub use desk::read_day;
use jiff::Timestamp;
use jiff::tz::TimeZone;

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

/// A day and a time as people type them, on the clock of a zone: see [`desk::read_instant`].
pub fn read_instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Wrong> {
    desk::read_instant(text, zone).map_err(|fault| match fault {
        InstantFault::Unread => Wrong::plain("form-bad-instant"),
        InstantFault::Missing => Wrong::plain("form-hour-missing"),
        InstantFault::Twice { first, second } => {
            Wrong { key: "form-hour-twice", values: vec![("first", first), ("second", second)] }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
