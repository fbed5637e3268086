//! The calendar of a month: what is held and what is due, as a table.

use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::fault::Fault;
use crate::frame::{Frame, html};
use crate::shown;
use crate::visit::Visit;

struct Day {
    number: i8,
    class: &'static str,
    weekday: String,
    items: Vec<(String, String, String)>,
}

#[derive(askama::Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    frame: Frame,
    month: String,
    before: String,
    after: String,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Day>>,
}

/// The month asked for, `2026-02`; the present one without.
pub fn show(visit: &Visit) -> Result<Response, Fault> {
    let officer = visit.officer().ok_or(Fault::NoSession)?;
    let today = visit.app.desk.today();
    let asked = visit.asked("month").and_then(|month| format!("{month}-01").parse::<Date>().ok());
    let month = asked.unwrap_or(today).first_of_month();
    let weekdays: Vec<String> = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .iter()
        .map(|day| visit.t(&format!("weekday-{day}")))
        .collect();
    let weeks = visit.app.desk.calendar(officer, month)?;
    let weeks = weeks.into_iter().map(|week| {
        let day = |(place, day): (usize, desk::CalendarDay)| Day {
            number: day.day.day(),
            class: if !day.in_month {
                "off"
            } else if day.day == today {
                "now"
            } else {
                ""
            },
            weekday: weekdays.get(place).cloned().unwrap_or_default(),
            items: day.items.iter().take(12).map(|item| said(visit, item)).collect(),
        };
        week.into_iter().enumerate().map(day).collect()
    });
    let link = |month: Date| format!("/calendar?month={:04}-{:02}", month.year(), month.month());
    html(&CalendarPage {
        month: format!("{:02}/{:04}", month.month(), month.year()),
        before: link(month.saturating_sub(1.month())),
        after: link(month.saturating_add(1.month())),
        weeks: weeks.collect(),
        weekdays,
        frame: Frame::of(visit, "nav-calendar", "calendar"),
    })
}

fn said(visit: &Visit, item: &desk::CalendarItem) -> (String, String, String) {
    let (title, lang) = shown::title(visit, &item.row);
    // Activities are named by their noun; their titles begin with the day, which the calendar says already.
    let name =
        if item.due { title } else { title.split_once(" · ").map_or(title.clone(), |(_, rest)| rest.to_owned()) };
    let noun = visit.t(&item.row.noun);
    let text = if item.due {
        visit.tv("calendar-due", &[("what", &format!("{noun}: {name}"))])
    } else {
        format!("{noun}: {name}")
    };
    (format!("/{}/{}", item.row.noun, item.row.id), text, lang)
}
