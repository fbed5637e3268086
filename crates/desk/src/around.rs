//! The other records as a decision sees them: inside the transaction of the act.

use std::cell::RefCell;

use domain::reporting::report::STANDING;
use domain::{Around, Counted, CounterpartId, Found, Grade, RecordId, Right, Undoing, UnitId, Wanted};
use jiff::civil::Date;
use store::{Failure, Filter, Order, Row, View};

use crate::Desk;
use crate::authority::{SUPERIOR, Who};
use crate::fold::{read_act, write_act};
use crate::takeback::undoing;

const FOUND_LIMIT: u32 = 500;

/// The records around an act. A failure of the store is kept and raised after the decision.
pub(crate) struct Surroundings<'a> {
    desk: &'a Desk,
    view: View<'a>,
    who: &'a Who,
    /// Real work never finds what belongs to an exercise.
    exercise: bool,
    /// The act by which a table is taken in.
    importing: Option<journal::Id>,
    failure: RefCell<Option<Failure>>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn new(
        desk: &'a Desk,
        view: View<'a>,
        who: &'a Who,
        exercise: bool,
        importing: Option<journal::Id>,
    ) -> Self {
        Self { desk, view, who, exercise, importing, failure: RefCell::new(None) }
    }

    /// The failure that a look around met, if any: the decision made on it does not count.
    pub(crate) fn failure(self) -> Result<(), Failure> {
        self.failure.into_inner().map_or(Ok(()), Err)
    }

    fn kept<T: Default>(&self, outcome: Result<T, Failure>) -> T {
        outcome.unwrap_or_else(|failure| {
            self.failure.borrow_mut().get_or_insert(failure);
            T::default()
        })
    }
}

fn found(row: Row) -> Option<Found> {
    Some(Found { id: row.record_id().ok()?, unit: UnitId::parse(&row.unit).ok()?, state: row.state })
}

impl Around for Surroundings<'_> {
    /// A record that the officer may not see is not there: no answer differs by what is hidden.
    fn record(&self, noun: &str, id: &RecordId) -> Option<Found> {
        let row = self.kept(self.view.record(id.as_str()));
        row.filter(|row| row.noun == noun && self.who.sees(row)).and_then(found)
    }

    /// Searched among what the officer reads or administers, so that nothing hidden goes into a record that others see.
    fn find(&self, wanted: &Wanted) -> Vec<Found> {
        let filter = Filter {
            nouns: vec![wanted.noun.to_owned()],
            units: wanted.unit.iter().map(ToString::to_string).collect(),
            counterpart: wanted.counterpart.as_ref().map(ToString::to_string),
            open: wanted.open.then_some(true),
            exercise: (!self.exercise).then_some(false),
            linked: wanted.linked.as_ref().map(|(role, to)| ((*role).to_owned(), to.to_string())),
            number: wanted.number.clone(),
            order: Order::Begun,
            ..Filter::default()
        };
        let rows = self.kept(self.view.list(&self.who.known(), &filter, FOUND_LIMIT, 0));
        rows.into_iter().filter_map(found).collect()
    }

    fn last_ordinal(&self, series: &str) -> u32 {
        self.kept(self.view.last_ordinal(series))
    }

    fn superiors(&self, unit: &UnitId) -> Vec<UnitId> {
        let above = self.kept(self.view.led_to(unit.as_str(), SUPERIOR));
        above.iter().filter_map(|id| UnitId::parse(id).ok()).collect()
    }

    fn may(&self, right: Right, unit: &UnitId) -> bool {
        self.who.may(right, unit.as_str(), Grade::Open)
    }

    fn figures(&self, unit: &UnitId, from: Date, until: Date) -> Vec<Counted> {
        let mut units = self.kept(self.view.leading_to(unit.as_str(), SUPERIOR));
        units.push(unit.to_string());
        let rows = self.kept(self.view.figures(&units, &from.to_string(), &until.to_string()));
        rows.into_iter().filter_map(counted).collect()
    }

    fn standing(&self, unit: &UnitId, before: Date) -> Vec<Counted> {
        let mut units = self.kept(self.view.leading_to(unit.as_str(), SUPERIOR));
        units.push(unit.to_string());
        let rows = self.kept(self.view.figures_before(&units, STANDING, &before.to_string()));
        rows.into_iter().filter_map(counted).collect()
    }

    fn fresh_id(&self) -> RecordId {
        self.desk.fresh_id()
    }

    fn importing(&self) -> Option<String> {
        self.importing.as_ref().map(write_act)
    }

    fn undoing(&self, act: &str) -> Undoing {
        read_act(act).map(|act| self.kept(undoing(self.desk, &self.view, self.who, &act))).unwrap_or_default()
    }
}

/// A kept figure as the domain counts it.
pub(crate) fn counted(row: store::FigureRow) -> Option<Counted> {
    Some(Counted {
        record: RecordId::parse(&row.record).ok()?,
        unit: UnitId::parse(&row.unit).ok()?,
        code: row.code,
        basis: row.basis,
        counterpart: row.counterpart.as_deref().and_then(|id| CounterpartId::parse(id).ok()),
        on: row.counted_on.parse().ok()?,
        quantity: row.quantity,
    })
}
