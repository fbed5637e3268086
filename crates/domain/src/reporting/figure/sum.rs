//! Adding published figures: only what counts the same thing in the same way for the same scope and day may be added,
//! and what is said of the parts is said of the sum. Everything else is refused with what differs.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Amount, AsOf, Coded, FigureScope, FigureState, Statement};
use crate::Qualifier;

/// The sum of figures, with everything that it has in common with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// What is counted.
    pub quantity: Coded,
    /// How many.
    pub value: Amount,
    /// How the number is meant: as weakly as the weakest of the parts.
    pub qualifier: Qualifier,
    /// In what it is counted.
    pub measure: Coded,
    /// For what it holds: the scope of the parts, without the part.
    pub scope: FigureScope,
    /// The day to which it looks.
    pub as_of: AsOf,
    /// The parts that were added, in the order in which they were named.
    pub parts: Vec<Coded>,
}

/// Whether a figure counts what happened in a time, or what there is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// What there is on a day.
    State,
    /// What happened in a time.
    Period,
}

/// Why figures are not added. Figures are named by their place among those that were to be added, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum AddRefusal {
    /// There are fewer than two.
    Few,
    /// One was withdrawn.
    Withdrawn {
        /// Which.
        figure: usize,
    },
    /// Two are not figures of one thing.
    Differ {
        /// The one.
        first: usize,
        /// The other.
        second: usize,
        /// All in which they differ, the heaviest first.
        differences: Vec<Difference>,
    },
    /// Two may count the same things: only parts that the source itself divides are added, each once.
    SamePart {
        /// The one.
        first: usize,
        /// The other.
        second: usize,
    },
    /// No qualifier says of the sum what is known of two: one leaves it open above, the other below or around.
    Qualifiers {
        /// The one.
        first: Qualifier,
        /// The other.
        second: Qualifier,
    },
    /// The sum is too large to be written.
    TooLarge,
}

impl AddRefusal {
    /// The reason in kebab case, as its text is called.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Few => "few",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Differ { .. } => "differ",
            Self::SamePart { .. } => "same-part",
            Self::Qualifiers { .. } => "qualifiers",
            Self::TooLarge => "too-large",
        }
    }

    /// Every reason there is.
    pub const REASONS: [&'static str; 6] = ["few", "withdrawn", "differ", "same-part", "qualifiers", "too-large"];
}

/// In what two figures differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// In what.
    pub aspect: Aspect,
    /// What the one says; blank where it says nothing.
    pub first: String,
    /// What the other says.
    pub second: String,
}

/// What has to be the same in figures that are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// What is counted.
    Quantity,
    /// In what it is counted.
    Measure,
    /// A state on a day, or what happened in a time.
    Kind,
    /// The borders.
    Borders,
    /// The areas.
    Areas,
    /// The units.
    Units,
    /// The level.
    Level,
    /// The time counted.
    Period,
    /// The day to which it looks, and how sure it is.
    AsOf,
}

impl Aspect {
    /// All of them, in the order in which differences are told.
    pub const ALL: [Self; 9] = [
        Self::Quantity,
        Self::Measure,
        Self::Kind,
        Self::Borders,
        Self::Areas,
        Self::Units,
        Self::Level,
        Self::Period,
        Self::AsOf,
    ];

    /// Its name in kebab case, as its text is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quantity => "quantity",
            Self::Measure => "measure",
            Self::Kind => "kind",
            Self::Borders => "borders",
            Self::Areas => "areas",
            Self::Units => "units",
            Self::Level => "level",
            Self::Period => "period",
            Self::AsOf => "as-of",
        }
    }

    /// What a figure says of it, as text that is compared.
    fn told(self, figure: &Statement) -> String {
        let scope = &figure.scope;
        match self {
            Self::Quantity => figure.quantity.code.clone(),
            Self::Measure => figure.measure.code.clone(),
            Self::Kind => if figure.kind() == Kind::Period { "period" } else { "state" }.to_owned(),
            Self::Borders => scope.borders.join(", "),
            Self::Areas => scope.areas.iter().map(|area| area.code.as_str()).collect::<Vec<_>>().join(", "),
            Self::Units => scope.units.iter().map(|unit| unit.as_str()).collect::<Vec<_>>().join(", "),
            Self::Level => scope.level.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::Period => match (scope.from, scope.until) {
                (Some(from), Some(until)) => format!("{from}/{until}"),
                _ => String::new(),
            },
            Self::AsOf => figure.as_of.to_string(),
        }
    }
}

/// Adds figures that count distinct parts of one whole.
///
/// Refused is what differs in anything but the part, and what does not name a part of its own: two figures with one
/// scope and no part count the same things, and their sum would count them twice.
pub fn add(figures: &[FigureState]) -> Result<Sum, AddRefusal> {
    let [first, others @ ..] = figures else { return Err(AddRefusal::Few) };
    if others.is_empty() {
        return Err(AddRefusal::Few);
    }
    if let Some(figure) = figures.iter().position(|figure| !figure.counts()) {
        return Err(AddRefusal::Withdrawn { figure });
    }
    let (first, mut value) = (&first.statement, first.statement.value);
    for (second, other) in (1..).zip(others) {
        let differences = differences(first, &other.statement);
        if !differences.is_empty() {
            return Err(AddRefusal::Differ { first: 0, second, differences });
        }
    }
    let parts = distinct_parts(figures)?;
    let qualifier = together(figures.iter().map(|figure| figure.statement.qualifier))?;
    for other in others {
        value = value.plus(other.statement.value).ok_or(AddRefusal::TooLarge)?;
    }
    Ok(Sum {
        quantity: first.quantity.clone(),
        value,
        qualifier,
        measure: first.measure.clone(),
        scope: FigureScope { part: None, ..first.scope.clone() },
        as_of: first.as_of,
        parts,
    })
}

fn differences(first: &Statement, second: &Statement) -> Vec<Difference> {
    let told = Aspect::ALL.map(|aspect| Difference { aspect, first: aspect.told(first), second: aspect.told(second) });
    told.into_iter().filter(|difference| difference.first != difference.second).collect()
}

/// The part of each figure, where each has one and none has that of another.
fn distinct_parts(figures: &[FigureState]) -> Result<Vec<Coded>, AddRefusal> {
    let code = |figure: &FigureState| figure.statement.scope.part.as_ref().map(|part| part.code.clone());
    for (second, figure) in figures.iter().enumerate() {
        let mine = code(figure);
        let same = |other: &FigureState| mine.is_none() || code(other).is_none() || code(other) == mine;
        if let Some(first) = figures.iter().take(second).position(same) {
            return Err(AddRefusal::SamePart { first, second });
        }
    }
    Ok(figures.iter().filter_map(|figure| figure.statement.scope.part.clone()).collect())
}

/// The qualifier that is true of a sum whatever the parts are within theirs.
///
/// `exact` changes nothing. `more than` beside `at least` gives `more than`: one of the two is above its number.
/// `nearly` beside `up to` gives `up to`, and `about` beside `nearly` gives `about`: the weaker of the two. Beyond that
/// nothing is honest: `more than` and `at least` leave the sum open above, while `nearly` and `up to` close it there and
/// `about` says that it is near; so such figures are refused rather than called `about`, which would claim a nearness
/// that no source states.
fn together(qualifiers: impl Iterator<Item = Qualifier>) -> Result<Qualifier, AddRefusal> {
    let said: BTreeSet<Qualifier> = qualifiers.filter(|qualifier| *qualifier != Qualifier::Exact).collect();
    let pairs = said.iter().flat_map(|first| said.iter().map(|second| (*first, *second)));
    match joined(&said) {
        Some(qualifier) => Ok(qualifier),
        None => {
            let opposed =
                pairs.into_iter().find(|(first, second)| joined(&BTreeSet::from([*first, *second])).is_none());
            let (first, second) = opposed.unwrap_or((Qualifier::About, Qualifier::UpTo));
            Err(AddRefusal::Qualifiers { first, second })
        }
    }
}

/// The one qualifier that is true of a sum of figures with these, if there is one.
fn joined(said: &BTreeSet<Qualifier>) -> Option<Qualifier> {
    use Qualifier as Q;
    // Of each pair the first is the weaker word, or the one that a single part is enough for.
    let pairs = [[Q::About, Q::Nearly], [Q::MoreThan, Q::AtLeast], [Q::UpTo, Q::Nearly]];
    let fits = pairs.into_iter().find(|pair| said.iter().all(|qualifier| pair.contains(qualifier)))?;
    Some(fits.into_iter().find(|qualifier| said.contains(qualifier)).unwrap_or(Q::Exact))
}
