//! Published figures as they are read and added: one place for pages, command line and interface, at a post under the
//! officer's authority, and from a profile that nobody has founded yet.

use domain::reporting::figure::{AddRefusal, FigureState, Sum, add};
use domain::{Noun, OfficerId};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::{Failure, Filter, Order};

use crate::Desk;
use crate::authority::Who;
use crate::profile::{Profile, ProfileFault};
use crate::read::ReadError;

/// How many figures are read at once.
const READ_LIMIT: u32 = 20_000;
/// How many figures are added at once.
const ADD_LIMIT: usize = 100;

/// A published figure with its identity.
#[derive(Clone, Debug)]
pub struct KnownFigure {
    /// Its identity.
    pub id: String,
    /// What it says.
    pub figure: FigureState,
}

impl KnownFigure {
    /// The figure as command line and interface give it.
    pub fn to_json(&self) -> Value {
        let mut told =
            json!({ "id": self.id, "status": self.figure.stage.status(), "kind": self.figure.statement.kind() });
        let state = serde_json::to_value(&self.figure).unwrap_or_default();
        if let (Some(told), Value::Object(state)) = (told.as_object_mut(), state) {
            told.extend(state);
        }
        told
    }
}

/// Figures that were added.
#[derive(Clone, Debug)]
pub struct FigureSum {
    /// Which.
    pub ids: Vec<String>,
    /// What comes out.
    pub sum: Sum,
}

impl FigureSum {
    /// The sum as command line and interface give it.
    pub fn to_json(&self) -> Value {
        json!({ "ids": self.ids, "sum": self.sum })
    }
}

/// Why figures were not added.
#[derive(Debug, thiserror::Error)]
pub enum SumError {
    /// One cannot be read, or is not there.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// They do not make a sum. Names of figures stand in the order in which [`AddRefusal`] counts them.
    #[error("refused: {}", .refusal.reason())]
    Refused {
        /// Which were to be added.
        ids: Vec<String>,
        /// Why they are not.
        refusal: AddRefusal,
    },
    /// Too many at once.
    #[error("{0} figures; at most {ADD_LIMIT} are added at once")]
    TooMany(usize),
}

impl Desk {
    /// The published figures that the officer may see, the oldest record first; of one quantity where its code is named.
    pub fn figures(&self, officer: &OfficerId, quantity: Option<&str>) -> Result<Vec<KnownFigure>, ReadError> {
        let filter = Filter { nouns: vec![noun().to_owned()], order: Order::Begun, ..Filter::default() };
        let rows = self.rows(officer, &filter, READ_LIMIT)?;
        let known = rows.into_iter().map(|row| known(row.id, row.state)).collect::<Result<Vec<_>, _>>()?;
        Ok(of_quantity(known, quantity))
    }

    /// Adds published figures that the officer may see, or says what differs.
    pub fn add_figures(&self, officer: &OfficerId, ids: &[String]) -> Result<FigureSum, SumError> {
        let wanted = self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let load = |id: &String| {
                let row = view.record(id)?.filter(|row| row.noun == noun() && who.sees(row));
                row.map(|row| known(row.id, row.state)).transpose()
            };
            ids.iter().take(ADD_LIMIT).map(load).collect::<Result<Vec<_>, Failure>>()
        });
        let wanted = wanted.map_err(ReadError::from)?;
        added(ids, wanted.into_iter().collect())
    }
}

impl Profile {
    /// The published figures of the profile, read without founding a post.
    pub fn figures(&self, now: Timestamp, quantity: Option<&str>) -> Result<Vec<KnownFigure>, Vec<ProfileFault>> {
        let trial = self.trial(now)?;
        let read = |record: &crate::profile::Tried| known(record.id.to_string(), record.state.clone());
        let figures = trial.of_noun(noun()).map(read).collect::<Result<Vec<_>, _>>();
        let figures = figures.map_err(|failure| vec![ProfileFault::of_profile(failure.to_string())])?;
        Ok(of_quantity(figures, quantity))
    }
}

/// Adds figures out of those known, or says what differs.
pub fn add_known(known: &[KnownFigure], ids: &[String]) -> Result<FigureSum, SumError> {
    let found = ids.iter().map(|id| known.iter().find(|figure| figure.id == *id).cloned());
    added(ids, found.take(ADD_LIMIT).collect())
}

fn added(ids: &[String], known: Option<Vec<KnownFigure>>) -> Result<FigureSum, SumError> {
    if ids.len() > ADD_LIMIT {
        return Err(SumError::TooMany(ids.len()));
    }
    let figures: Vec<FigureState> = known.ok_or(ReadError::NotFound)?.into_iter().map(|known| known.figure).collect();
    match add(&figures) {
        Ok(sum) => Ok(FigureSum { ids: ids.to_vec(), sum }),
        Err(refusal) => Err(SumError::Refused { ids: ids.to_vec(), refusal }),
    }
}

const fn noun() -> &'static str {
    <domain::reporting::figure::Figure as Noun>::NAME
}

fn known(id: String, state: Value) -> Result<KnownFigure, Failure> {
    let figure = serde_json::from_value(state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    Ok(KnownFigure { id, figure })
}

fn of_quantity(mut known: Vec<KnownFigure>, quantity: Option<&str>) -> Vec<KnownFigure> {
    known.retain(|known| quantity.is_none_or(|code| known.figure.statement.quantity.code == code));
    known
}
