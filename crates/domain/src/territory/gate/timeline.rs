//! How a gate stood on any day, past or to come: from the days of its opening, classes, restrictions and closing.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    GateClass, GateHours, GateNames, GateSpan, GateStage, GateStanding, GateState, Restriction, RestrictionExtent,
};
use crate::Words;

/// How a gate stood on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GateDay<'g> {
    /// Its name on the own side.
    pub name: &'g Words,
    /// Its name on the other side.
    pub other_name: &'g Words,
    /// Open, restricted, closed.
    pub standing: GateStanding,
    /// Its class.
    pub class: GateClass,
    /// Its hours, as far as they are known.
    pub hours: &'g [GateHours],
    /// The restrictions that held.
    pub restrictions: Vec<&'g Restriction>,
}

impl Restriction {
    /// True when it held on the day: until it was lifted, or until the day that was last named as its end.
    pub fn holds_on(&self, day: Date) -> bool {
        let end = self.lifted_on.or(self.until);
        self.from <= day && end.is_none_or(|end| day < end)
    }
}

impl GateState {
    /// How the gate stood on a day; none before both sides agreed to it.
    pub fn on(&self, day: Date) -> Option<GateDay<'_>> {
        if self.agreed_on.is_some_and(|agreed| day < agreed) {
            return None;
        }
        let version = self.versions.iter().rev().find(|version| version.from.is_none_or(|from| from <= day));
        let version = version.or(self.versions.first())?;
        let restrictions: Vec<&Restriction> = self.restrictions.iter().filter(|held| held.holds_on(day)).collect();
        let closed_from = match &self.stage {
            GateStage::Closed { on, .. } => Some(*on),
            _ => None,
        };
        let waits = !self.was_opened || self.opened_on.is_some_and(|opened| day < opened);
        let standing = if closed_from.is_some_and(|closed| closed <= day) {
            GateStanding::Closed
        } else if waits {
            GateStanding::Agreed
        } else if restrictions.is_empty() {
            GateStanding::Open
        } else if restrictions.iter().any(|held| held.extent == RestrictionExtent::Everything) {
            GateStanding::ClosedForATime
        } else {
            GateStanding::Restricted
        };
        let (name, other_name) = self.names_on(day)?;
        Some(GateDay { name, other_name, standing, class: version.class, hours: &version.hours, restrictions })
    }

    /// The class on a day.
    pub(super) fn class_on(&self, day: Date) -> GateClass {
        self.on(day).map_or_else(
            || self.versions.first().map_or(GateClass::TemporaryPassage, |version| version.class),
            |then| then.class,
        )
    }

    /// The names that hold on a day: the last whose first day is not after it, else the oldest.
    pub fn names_on(&self, day: Date) -> Option<(&Words, &Words)> {
        let valid = self.names.iter().filter(|names| names.from.is_none_or(|from| from <= day));
        let found: Option<&GateNames> = valid.max_by_key(|names| names.from.unwrap_or(Date::MIN));
        found.or(self.names.first()).map(|names| (&names.name, &names.other_name))
    }

    /// The whole course of the gate as spans in which nothing changes.
    pub(super) fn spans(&self) -> Vec<GateSpan> {
        let mut days: Vec<Date> = self.versions.iter().filter_map(|version| version.from).collect();
        days.extend([self.agreed_on, self.opened_on].into_iter().flatten());
        for held in &self.restrictions {
            days.push(held.from);
            days.extend(held.lifted_on.or(held.until));
        }
        if let GateStage::Closed { on, .. } = &self.stage {
            days.push(*on);
        }
        days.push(Date::MIN);
        days.sort_unstable();
        days.dedup();
        let mut spans: Vec<GateSpan> = Vec::new();
        for day in days {
            let Some(then) = self.on(day) else { continue };
            let restricted_by = then.restrictions.iter().map(|held| held.number).collect();
            let from = (day > Date::MIN).then_some(day);
            let span = GateSpan { from, until: None, standing: then.standing, class: then.class, restricted_by };
            match spans.last_mut() {
                Some(last) if last.same_as(&span) => {}
                Some(last) => {
                    last.until = Some(day);
                    spans.push(span);
                }
                None => spans.push(span),
            }
        }
        spans
    }
}

impl GateSpan {
    fn same_as(&self, other: &Self) -> bool {
        (self.standing, self.class) == (other.standing, other.class) && self.restricted_by == other.restricted_by
    }
}
