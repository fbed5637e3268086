//! What a decision may look at besides its own record: the clock, the officer, and other records, all handed in.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::organisation::officer::Officer;
use crate::{CounterpartId, Noun, OfficerId, RecordId, Right, SideId, Stamp, UnitId};

/// The circumstances of one act.
pub struct Setting<'a> {
    /// The record concerned, new or existing.
    pub record: RecordId,
    /// When it happened; not after [`Self::now`].
    pub happened: Timestamp,
    /// The present instant.
    pub now: Timestamp,
    /// Today in the zone of the own side.
    pub today: Date,
    /// The zone of the own side.
    pub zone: TimeZone,
    /// The own side.
    pub own: SideId,
    /// Who acts.
    pub officer: OfficerId,
    /// The unit for which the officer acts: the keeper of a new record.
    pub unit: UnitId,
    /// The other records.
    pub around: &'a dyn Around,
}

/// Which records a decision asks for; every field that is set must match.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The noun.
    pub noun: &'static str,
    /// The unit that keeps the records.
    pub unit: Option<UnitId>,
    /// The counterpart relation.
    pub counterpart: Option<CounterpartId>,
    /// Open records only.
    pub open: bool,
    /// Linked with this role to this record.
    pub linked: Option<(&'static str, RecordId)>,
    /// With exactly this number printed on paper or stone.
    pub number: Option<String>,
}

/// A record found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its identity.
    pub id: RecordId,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// Its folded state.
    pub state: Value,
}

/// The other records, as they are inside the transaction of the act.
pub trait Around {
    /// The record of that noun and identity.
    fn record(&self, noun: &str, id: &RecordId) -> Option<Found>;
    /// The records that match, oldest first, at most 500.
    fn find(&self, wanted: &Wanted) -> Vec<Found>;
    /// The last place taken in a series; 0 when none is.
    fn last_ordinal(&self, series: &str) -> u32;
    /// The units above this one, nearest first.
    fn superiors(&self, unit: &UnitId) -> Vec<UnitId>;
    /// True when the officer holds a role that gives the right over the unit.
    fn may(&self, right: Right, unit: &UnitId) -> bool;
    /// Figures of the records kept by the unit and those below it, from one day (included) until another (excluded).
    fn figures(&self, unit: &UnitId, from: Date, until: Date) -> Vec<Counted>;
    /// Standing figures of the same records from before a day: what counts at its beginning and what no longer does.
    fn standing(&self, unit: &UnitId, before: Date) -> Vec<Counted>;
    /// An identity not used before.
    fn fresh_id(&self) -> RecordId;
    /// The act by which a table is taken in now, in 32 hex digits; nothing in any other act.
    fn importing(&self) -> Option<String> {
        None
    }
    /// What an act did, and what keeps it from being taken back.
    fn undoing(&self, _act: &str) -> Undoing {
        Undoing::default()
    }
}

/// What an act did, and what keeps it from being taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undoing {
    /// How many records it began.
    pub begun: u32,
    /// What was worked on since.
    pub worked_on: Hindering,
    /// What it began and other records refer to.
    pub referred_to: Hindering,
    /// Records that were numbered after those it began, in the same register.
    pub numbered_since: Hindering,
}

/// Records that keep an act from being taken back: how many, and the names of the first ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hindering {
    /// How many.
    pub count: u32,
    /// What the first few are called.
    pub names: String,
}

/// One figure with its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The record behind the figure.
    pub record: RecordId,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// The figure's code.
    pub code: String,
    /// `own` or `joint`.
    pub basis: String,
    /// The counterpart relation, where there is one.
    pub counterpart: Option<CounterpartId>,
    /// The day it counts for.
    pub on: Date,
    /// How many.
    pub quantity: i64,
}

impl Setting<'_> {
    /// The day of an instant in the zone of the own side.
    pub fn day_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone.clone()).date()
    }

    /// The day on which what is told happened.
    pub fn happened_on(&self) -> Date {
        self.day_of(self.happened)
    }

    /// The unit in which the officer serves; the keeper of the record where nobody says so. A record stays with its
    /// keeper, so this tells apart who was there.
    pub fn officer_unit(&self) -> UnitId {
        self.load::<Officer>(&self.officer.0).map_or_else(|| self.unit.clone(), |officer| officer.unit)
    }

    /// Who acts now, as the entries of the act will say it.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp {
            record: self.record.clone(),
            side: self.own.clone(),
            unit: self.unit.clone(),
            officer: self.officer.clone(),
            happened: self.happened,
            recorded: self.now,
        }
    }

    /// The state of another record, when it exists and is of that noun.
    pub fn load<N: Noun>(&self, id: &RecordId) -> Option<N::State> {
        let found = self.around.record(N::NAME, id)?;
        serde_json::from_value(found.state).ok()
    }

    /// The noun of the record with this identity, whatever it is.
    pub fn noun_of(&self, id: &RecordId) -> Option<&'static str> {
        let named = crate::NOUNS.iter().map(|noun| noun.name);
        named.into_iter().find(|noun| self.around.record(noun, id).is_some())
    }

    /// The records of a noun that match, with their typed states.
    pub fn find<N: Noun>(&self, wanted: &Wanted) -> Vec<(Found, N::State)> {
        let wanted = Wanted { noun: N::NAME, ..wanted.clone() };
        let found = self.around.find(&wanted);
        found.into_iter().filter_map(|found| Some((found.clone(), serde_json::from_value(found.state).ok()?))).collect()
    }
}
