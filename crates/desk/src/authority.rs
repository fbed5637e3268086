//! Who may do what: a role in a unit, over that unit or those below it, up to a grade, for a time. Default deny.
//!
//! A decision is made on the row that was loaded, in the same transaction; what comes out is a [`Grant`] bound to that
//! row and its version, and every write takes one. So nobody is asked about one record and changes another.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use domain::organisation::officer::{Assignment, OfficerState};
use domain::{Grade, OfficerId, Reach, Right, Role, UnitId};
use jiff::civil::Date;
pub(crate) use store::SUPERIOR;
use store::{Failure, Row, Scope, View};

/// The officer in whose name a post is founded; holds no role, cannot log in.
pub(crate) const FOUNDING: &str = "founding";

/// The officer in whose name the post records what it hears from others and finds out by itself; holds no role, cannot
/// log in.
pub(crate) const POST: &str = "post";

/// An officer with the roles of today and the units they reach, read in one transaction with the data.
#[derive(Clone, Debug)]
pub struct Who {
    /// The officer.
    pub officer: OfficerId,
    /// The unit the officer serves in.
    pub unit: Option<UnitId>,
    reaches: Vec<Reached>,
    founding: bool,
    /// What may be read, made when it is first asked for: a table asks for every row.
    readable: OnceLock<Scope>,
}

#[derive(Clone, Debug)]
struct Reached {
    role: Role,
    ceiling: Grade,
    units: BTreeSet<String>,
}

/// Leave to change one record, as it was loaded, or to begin one in a unit.
#[derive(Debug)]
pub(crate) struct Grant {
    /// The record.
    pub record: domain::RecordId,
    /// The version it was loaded at; 0 for a new one.
    pub version: u64,
    /// The unit that keeps it.
    pub unit: UnitId,
    /// Its grade.
    pub grade: Grade,
    /// Whether it is data of an exercise.
    pub exercise: bool,
}

impl Who {
    fn new(officer: OfficerId, unit: Option<UnitId>, reaches: Vec<Reached>, founding: bool) -> Self {
        Self { officer, unit, reaches, founding, readable: OnceLock::new() }
    }

    /// The officer's roles as they are in this state of the database; nobody known has no role at all.
    pub(crate) fn read(view: &View<'_>, officer: &OfficerId, today: Date) -> Result<Self, Failure> {
        let row = view.record(officer.as_str())?.filter(|row| row.noun == "officer");
        let Some(row) = row else {
            return Ok(Self::new(officer.clone(), None, Vec::new(), false));
        };
        let state: OfficerState =
            serde_json::from_value(row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        let mut reaches = Vec::new();
        for held in state.roles_on(today) {
            reaches.push(Reached { role: held.role, ceiling: held.ceiling, units: units_of(view, held)? });
        }
        Ok(Self::new(officer.clone(), Some(state.unit), reaches, false))
    }

    /// The one in whose name a post is founded.
    pub(crate) fn founding() -> Option<Self> {
        let officer = OfficerId::parse(FOUNDING).ok()?;
        Some(Self::new(officer, None, Vec::new(), true))
    }

    /// The one in whose name the post records what it hears from others.
    pub(crate) fn post() -> Option<Self> {
        let officer = OfficerId::parse(POST).ok()?;
        Some(Self::new(officer, None, Vec::new(), true))
    }

    /// True when some role gives the right over the unit, up to the grade. The founding may all but what is the post's.
    pub fn may(&self, right: Right, unit: &str, grade: Grade) -> bool {
        (self.founding && right != Right::Post)
            || self
                .reaches
                .iter()
                .any(|reached| reached.role.gives(right) && reached.units.contains(unit) && (grade <= reached.ceiling))
    }

    /// What the officer may read.
    pub fn scope(&self) -> Scope {
        self.scope_of(&[Right::Read])
    }

    /// What the rules may look at when this officer acts: what the officer reads, and what a keeper administers.
    pub(crate) fn known(&self) -> Scope {
        self.scope_of(&[Right::Read, Right::Administer])
    }

    /// What the officer may read, but nothing above a grade.
    pub(crate) fn scope_up_to(&self, grade: Grade) -> Scope {
        let readable = self.reaches.iter().filter(|reached| reached.role.gives(Right::Read));
        let units =
            readable.flat_map(|reached| reached.units.iter().map(|unit| (unit.clone(), reached.ceiling.min(grade))));
        Scope::of(!self.reaches.is_empty(), units)
    }

    fn scope_of(&self, rights: &[Right]) -> Scope {
        if self.founding {
            return Scope::whole();
        }
        let gives = |reached: &&Reached| rights.iter().any(|right| reached.role.gives(*right));
        let readable = self.reaches.iter().filter(gives);
        let units = readable.flat_map(|reached| reached.units.iter().map(|unit| (unit.clone(), reached.ceiling)));
        Scope::of(!self.reaches.is_empty(), units)
    }

    /// The units over which some role gives the right.
    pub fn units_with(&self, right: Right) -> BTreeSet<String> {
        let giving = self.reaches.iter().filter(|reached| reached.role.gives(right));
        giving.flat_map(|reached| reached.units.iter().cloned()).collect()
    }

    /// True when the row may be read.
    pub(crate) fn sees(&self, row: &Row) -> bool {
        self.readable.get_or_init(|| self.scope()).sees(&row.unit, row.grade)
    }

    /// Leave to change the loaded row, or nothing.
    pub(crate) fn authorize(&self, right: Right, row: &Row) -> Option<Grant> {
        if !self.may(right, &row.unit, row.grade) {
            return None;
        }
        Some(Grant {
            record: row.record_id().ok()?,
            version: row.version,
            unit: UnitId::parse(&row.unit).ok()?,
            grade: row.grade,
            exercise: row.exercise,
        })
    }

    /// Leave to begin a record in a unit, or nothing.
    pub(crate) fn authorize_new(
        &self,
        right: Right,
        record: domain::RecordId,
        unit: UnitId,
        grade: Grade,
        exercise: bool,
    ) -> Option<Grant> {
        self.may(right, unit.as_str(), grade).then_some(Grant { record, version: 0, unit, grade, exercise })
    }

    /// True when the act is the founding of the post.
    pub(crate) fn is_founding(&self) -> bool {
        self.founding
    }
}

fn units_of(view: &View<'_>, held: &Assignment) -> Result<BTreeSet<String>, Failure> {
    let mut units = BTreeSet::from([held.unit.to_string()]);
    if held.reach == Reach::Subtree {
        units.extend(view.leading_to(held.unit.as_str(), SUPERIOR)?);
    }
    Ok(units)
}
