//! A record of the line as it stood on a past day: which units held it, what was registered, what was known of it.

use std::collections::BTreeMap;

use domain::territory::line::LineState;
use domain::territory::marker::MarkerState;
use domain::territory::marker_place::MarkerPlaceState;
use domain::territory::treaty_segment::TreatySegmentState;
use domain::territory::unit_section::{HeldBy, UnitSectionState, held_on};
use domain::{LineId, MarkerPlaceId, OfficerId, RecordId, UnitSectionId, Words};
use jiff::civil::Date;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use store::{Failure, Filter, Order, Row, View};

use crate::Desk;
use crate::authority::Who;
use crate::read::{ReadError, name, name_all};

/// How many sections of one line are looked at.
const SECTIONS: u32 = 5000;

/// A record as it stood on a day.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// The units that held it, the one with the narrowest section first.
    pub holders: Vec<HeldBy>,
    /// What was said of it, by field; empty where nothing was.
    pub state: Map<String, Value>,
    /// The names of the records named in it.
    pub titles: BTreeMap<String, Words>,
}

impl Desk {
    /// The record as it stood on a day; none for nouns that keep no dated versions.
    pub fn on_day(&self, officer: &OfficerId, noun: &str, id: &str, day: Date) -> Result<Option<Past>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let row = view.record(id)?.filter(|row| row.noun == noun && who.sees(row)).ok_or(ReadError::NotFound)?;
            let mut past = Past::default();
            match noun {
                "line" => past.state = fields(&read::<LineState>(&row)?.on(day))?,
                "treaty-segment" => {
                    if let Some(text) = read::<TreatySegmentState>(&row)?.on(day) {
                        past.state = fields(text)?;
                    }
                }
                "unit-section" => {
                    let section = UnitSectionId(record(&row)?);
                    let held = read::<UnitSectionState>(&row)?.holder_on(day).cloned();
                    past.holders.extend(held.map(|unit| HeldBy { unit, section }));
                }
                "marker-place" => {
                    let place = read::<MarkerPlaceState>(&row)?;
                    past.holders = holders(view, &who, &place.line, place.along, day)?;
                }
                "marker" => {
                    let marker = read::<MarkerState>(&row)?;
                    if let Some(on) = marker.on(day) {
                        past.state = fields(&on)?;
                        past.holders = at_place(view, &who, &marker.place, day)?;
                    }
                }
                _ => return Ok(None),
            }
            past.state.retain(|_, value| !value.is_null());
            for value in past.state.values() {
                name_all(view, &who, value, &mut past.titles)?;
            }
            for held in &past.holders {
                name(view, &who, held.unit.as_str(), &mut past.titles)?;
            }
            Ok(Some(past))
        })
    }
}

fn at_place(view: &View<'_>, who: &Who, place: &MarkerPlaceId, day: Date) -> Result<Vec<HeldBy>, ReadError> {
    let Some(row) = view.record(place.as_str())?.filter(|row| who.sees(row)) else { return Ok(Vec::new()) };
    let place = read::<MarkerPlaceState>(&row)?;
    Ok(holders(view, who, &place.line, place.along, day)?)
}

fn holders(view: &View<'_>, who: &Who, line: &LineId, along: u32, day: Date) -> Result<Vec<HeldBy>, Failure> {
    let filter = Filter {
        nouns: vec!["unit-section".to_owned()],
        linked: Some(("on-line".to_owned(), line.to_string())),
        order: Order::Begun,
        ..Filter::default()
    };
    let rows = view.list(&who.scope(), &filter, SECTIONS, 0)?;
    let sections = rows.iter().map(|row| Ok((UnitSectionId(record(row)?), read::<UnitSectionState>(row)?)));
    Ok(held_on(sections.collect::<Result<Vec<_>, Failure>>()?, line, along, day))
}

fn record(row: &Row) -> Result<RecordId, Failure> {
    Ok(row.record_id()?)
}

fn read<S: DeserializeOwned>(row: &Row) -> Result<S, Failure> {
    S::deserialize(&row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))
}

fn fields(told: &impl Serialize) -> Result<Map<String, Value>, Failure> {
    match serde_json::to_value(told) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Ok(Map::new()),
        Err(fault) => Err(Failure::Unreadable(fault.to_string())),
    }
}
