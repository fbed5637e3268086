//! The calendar: what is held and what is due, day by day.

use std::collections::BTreeMap;

use domain::OfficerId;
use jiff::ToSpan;
use jiff::civil::Date;
use store::{Filter, Order, Row};

use crate::Desk;
use crate::authority::Who;
use crate::read::ReadError;

const ROWS: u32 = 500;

/// A day of the calendar.
#[derive(Clone, Debug)]
pub struct CalendarDay {
    /// The day.
    pub day: Date,
    /// True when it belongs to the month shown.
    pub in_month: bool,
    /// What falls on it.
    pub items: Vec<CalendarItem>,
}

/// Something that falls on a day.
#[derive(Clone, Debug)]
pub struct CalendarItem {
    /// The record.
    pub row: Row,
    /// True when the day is the one by which it is due, not the one on which it is held.
    pub due: bool,
}

impl Desk {
    /// The weeks that hold a month, each from Monday to Sunday, within what the officer may see.
    pub fn calendar(&self, officer: &OfficerId, month: Date) -> Result<Vec<Vec<CalendarDay>>, ReadError> {
        let first = month.first_of_month();
        let begin = first.saturating_sub(i64::from(first.weekday().to_monday_zero_offset()).days());
        let last = month.last_of_month();
        let end = last.saturating_add(i64::from(7 - last.weekday().to_monday_zero_offset()).days());
        let mut items = self.falling(officer, begin, end)?;
        let mut weeks = Vec::new();
        let mut day = begin;
        while day < end {
            let mut week = Vec::with_capacity(7);
            for _ in 0..7 {
                let on = items.remove(&day).unwrap_or_default();
                week.push(CalendarDay { day, in_month: day >= first && day <= last, items: on });
                day = day.saturating_add(1.days());
            }
            weeks.push(week);
        }
        Ok(weeks)
    }

    fn falling(
        &self,
        officer: &OfficerId,
        begin: Date,
        end: Date,
    ) -> Result<BTreeMap<Date, Vec<CalendarItem>>, ReadError> {
        self.store.read(|view| {
            let scope = Who::read(view, officer, self.today())?.scope();
            let held = Filter {
                nouns: crate::today::held(),
                held_from: Some(begin.to_string()),
                held_until: Some(end.to_string()),
                order: Order::HeldFirst,
                ..Filter::default()
            };
            let due = Filter {
                nouns: crate::today::work().into_iter().filter(|noun| !crate::today::held().contains(noun)).collect(),
                open: Some(true),
                due_before: Some((end.to_string(), self.begin_of(end).to_string())),
                order: Order::Due,
                ..Filter::default()
            };
            let mut days: BTreeMap<Date, Vec<CalendarItem>> = BTreeMap::new();
            let held = view.list(&scope, &held, ROWS, 0)?.into_iter().map(|row| (row.held_on.clone(), row, false));
            let due = view.list(&scope, &due, ROWS, 0)?.into_iter().map(|row| (row.due.clone(), row, true));
            for (on, row, due) in held.chain(due) {
                let on = on.and_then(|text| self.day_told(&text));
                if let Some(on) = on.filter(|on| *on >= begin && *on < end) {
                    days.entry(on).or_default().push(CalendarItem { row, due });
                }
            }
            Ok(days)
        })
    }
}
