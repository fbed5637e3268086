//! A calendar as the bytes of an iCalendar file (RFC 5545, RFC 7986), for subscription. The same appointments give the
//! same bytes: nothing in it comes from the clock.
//!
//! An instant is written in UTC, so that each reader's calendar shows it on its own clock: 08:30 on the one side is
//! 09:30 on the other. A civil day is written as a day, without an hour and without a zone.

use std::fmt::Write;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarMethod,
    ICalendarParameter, ICalendarProperty, ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType,
};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// The language of its texts, as BCP 47 has it.
    pub language: String,
    /// After how many minutes a reader asks again.
    pub refresh_min: u32,
    /// What is in it.
    pub events: Vec<Event>,
}

/// Something in a calendar.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its identity, the same for ever.
    pub uid: String,
    /// How often it was changed.
    pub sequence: u64,
    /// When it was begun.
    pub begun: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// When it takes place.
    pub when: When,
    /// What it is called.
    pub title: String,
    /// More words; blank for none.
    pub text: String,
    /// Where; blank for nowhere.
    pub place: String,
    /// How firm it is.
    pub firm: Firm,
    /// True when it is for those only who may read it.
    pub is_private: bool,
    /// True when it takes the time of those who take part.
    pub is_busy: bool,
    /// What kind of thing it is.
    pub category: String,
}

/// When something takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The whole of a civil day.
    On(Date),
    /// From an instant on; how long is not known.
    At(Timestamp),
}

/// How firm something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firm {
    /// Proposed.
    Tentative,
    /// Agreed.
    Confirmed,
    /// Off.
    Cancelled,
}

/// The bytes of the file.
pub fn ics(calendar: &Calendar) -> Vec<u8> {
    let mut head = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    let every = ICalendarDuration { minutes: calendar.refresh_min, ..ICalendarDuration::default() };
    let name = plain(&calendar.name);
    head.add_property(ICalendarProperty::Version, text("2.0"));
    head.add_property(ICalendarProperty::Prodid, text(&format!("-//Twinpost//Twinpost//{}", calendar.language)));
    head.add_property(ICalendarProperty::Method, ICalendarValue::Method(ICalendarMethod::Publish));
    head.add_property(ICalendarProperty::Name, text(&name));
    head.add_property(other("X-WR-CALNAME"), text(&name));
    head.add_property_with_params(
        ICalendarProperty::RefreshInterval,
        [ICalendarParameter::value(ICalendarValueType::Duration)],
        ICalendarValue::Duration(every.clone()),
    );
    head.add_property(other("X-PUBLISHED-TTL"), ICalendarValue::Duration(every));
    head.component_ids = (1..).take(calendar.events.len()).collect();
    let components = std::iter::once(head).chain(calendar.events.iter().map(component)).collect();
    let mut out = String::new();
    // A string takes whatever is written to it.
    let _ = write!(out, "{}", ICalendar { components });
    out.into_bytes()
}

fn component(event: &Event) -> ICalendarComponent {
    let mut component = ICalendarComponent::new(ICalendarComponentType::VEvent);
    component.add_property(ICalendarProperty::Uid, text(&plain(&event.uid)));
    component.add_property(ICalendarProperty::Dtstamp, instant(event.changed));
    component.add_property(ICalendarProperty::Created, instant(event.begun));
    component.add_property(ICalendarProperty::LastModified, instant(event.changed));
    let sequence = i64::try_from(event.sequence).unwrap_or(i64::MAX);
    component.add_property(ICalendarProperty::Sequence, ICalendarValue::Integer(sequence));
    match event.when {
        When::At(at) => component.add_property(ICalendarProperty::Dtstart, instant(at)),
        When::On(on) => {
            let date = || [ICalendarParameter::value(ICalendarValueType::Date)];
            component.add_property_with_params(ICalendarProperty::Dtstart, date(), day(on));
            let after = on.tomorrow().unwrap_or(on);
            component.add_property_with_params(ICalendarProperty::Dtend, date(), day(after));
        }
    }
    component.add_property(ICalendarProperty::Summary, text(&plain(&event.title)));
    let texts = [(ICalendarProperty::Description, &event.text), (ICalendarProperty::Location, &event.place)];
    for (name, words) in texts.into_iter().filter(|(_, words)| !words.trim().is_empty()) {
        component.add_property(name, text(&plain(words)));
    }
    component.add_property(ICalendarProperty::Categories, text(&plain(&event.category)));
    let status = match event.firm {
        Firm::Tentative => ICalendarStatus::Tentative,
        Firm::Confirmed => ICalendarStatus::Confirmed,
        Firm::Cancelled => ICalendarStatus::Cancelled,
    };
    component.add_property(ICalendarProperty::Status, ICalendarValue::Status(status));
    let class = if event.is_private { ICalendarClassification::Confidential } else { ICalendarClassification::Public };
    component.add_property(ICalendarProperty::Class, ICalendarValue::Classification(class));
    let takes = if event.is_busy { ICalendarTransparency::Opaque } else { ICalendarTransparency::Transparent };
    component.add_property(ICalendarProperty::Transp, ICalendarValue::Transparency(takes));
    component
}

fn text(words: &str) -> ICalendarValue {
    ICalendarValue::Text(words.to_owned())
}

fn other(name: &str) -> ICalendarProperty {
    ICalendarProperty::Other(name.to_owned())
}

/// A text without characters that no calendar may carry; lines end in one way.
fn plain(words: &str) -> String {
    words.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn day(on: Date) -> ICalendarValue {
    let date =
        PartialDateTime { year: year(on.year()), month: two(on.month()), day: two(on.day()), ..Default::default() };
    ICalendarValue::PartialDateTime(Box::new(date))
}

fn instant(at: Timestamp) -> ICalendarValue {
    let at = at.to_zoned(TimeZone::UTC);
    let at = PartialDateTime {
        year: year(at.year()),
        month: two(at.month()),
        day: two(at.day()),
        hour: two(at.hour()),
        minute: two(at.minute()),
        second: two(at.second()),
        tz_hour: Some(0),
        tz_minute: Some(0),
        tz_minus: false,
    };
    ICalendarValue::PartialDateTime(Box::new(at))
}

fn year(year: i16) -> Option<u16> {
    Some(u16::try_from(year).unwrap_or_default())
}

fn two(number: i8) -> Option<u8> {
    u8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn event(when: When) -> Event {
        Event {
            uid: "01j0@vn.twinpost".into(),
            sequence: 3,
            begun: "2026-02-01T01:00:00Z".parse().unwrap(),
            changed: "2026-02-02T01:00:00Z".parse().unwrap(),
            when,
            title: "Hội đàm; Cầu Hồ Kiều, Lào Cai".into(),
            text: "08:30 (V)\n09:30 (T)\u{7}".into(),
            place: "Gate \\ bridge".into(),
            firm: Firm::Tentative,
            is_private: true,
            is_busy: true,
            category: "Hội đàm".into(),
        }
    }

    fn written(events: Vec<Event>) -> String {
        let calendar = Calendar { name: "Lào Cai".into(), language: "vi".into(), refresh_min: 60, events };
        String::from_utf8(ics(&calendar)).unwrap()
    }

    #[test]
    fn an_instant_is_written_in_utc_and_a_day_without_an_hour() {
        let at = written(vec![event(When::At("2026-02-12T01:30:00Z".parse().unwrap()))]);
        assert!(at.contains("DTSTART:20260212T013000Z\r\n"), "{at}");
        assert!(!at.contains("DTEND"), "{at}");
        let on = written(vec![event(When::On(date(2026, 12, 31)))]);
        assert!(on.contains("DTSTART;VALUE=DATE:20261231\r\n") && on.contains("DTEND;VALUE=DATE:20270101\r\n"), "{on}");
    }

    #[test]
    fn a_calendar_is_read_back_as_it_was_meant() {
        let text = written(vec![event(When::On(date(2026, 2, 12))), event(When::On(date(2026, 2, 13)))]);
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.lines().all(|line| line.len() <= 75), "every line is folded");
        let read = ICalendar::parse(&text).unwrap();
        let events: Vec<_> =
            read.components.iter().filter(|part| part.component_type == ICalendarComponentType::VEvent).collect();
        assert_eq!(events.len(), 2);
        let said = |name: ICalendarProperty| {
            let entry = events[0].entries.iter().find(|entry| entry.name == name);
            entry.and_then(|entry| entry.values.first()?.as_text().map(str::to_owned))
        };
        assert_eq!(said(ICalendarProperty::Summary).as_deref(), Some("Hội đàm; Cầu Hồ Kiều, Lào Cai"));
        assert_eq!(said(ICalendarProperty::Description).as_deref(), Some("08:30 (V)\n09:30 (T)"));
        assert_eq!(said(ICalendarProperty::Location).as_deref(), Some("Gate \\ bridge"));
        for line in [
            "STATUS:TENTATIVE",
            "SEQUENCE:3",
            "CLASS:CONFIDENTIAL",
            "DTSTAMP:20260202T010000Z",
            "REFRESH-INTERVAL;VALUE=DURATION:PT60M",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in {text}");
        }
    }

    #[test]
    fn a_calendar_without_appointments_is_a_calendar() {
        let text = written(Vec::new());
        assert!(text.contains("METHOD:PUBLISH") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    }
}
