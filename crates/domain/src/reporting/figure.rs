//! Figure: a published number with all that makes it one: what is counted, how the number is meant, for which lines,
//! units and time, as of which day, and which document says so (VI số liệu công bố, ZH 公布数字).
//!
//! Published figures of one thing differ because their scopes differ: station twinnings were given as 11 units, nearly
//! 200 pairs and more than 80 pairs, each true for its own borders and day. So figures are kept side by side and are
//! added only where [`add`] finds nothing that differs.

mod amount;
mod shape;
mod sum;

pub use amount::Amount;
pub use shape::{
    AsOf, Certainty, Coded, Earlier, FigureCommand, FigureFact, FigureRefusal, FigureScope, FigureSource, FigureStage,
    FigureState, Statement,
};
pub use sum::{AddRefusal, Aspect, Difference, Kind, Sum, add};

use jiff::civil::Date;

use crate::organisation::level::Level;
use crate::organisation::unit::Unit;
use crate::reporting::period::Every;
use crate::{Decision, Grade, Header, Link, Noun, Qualifier, RecordId, Setting, Stamp, Wing, Words};

/// The noun.
pub struct Figure;

impl Noun for Figure {
    const NAME: &'static str = "figure";
    const WING: Wing = Wing::Reporting;
    const GRADE: Grade = Grade::Open;
    type State = FigureState;
    type Command = FigureCommand;
    type Fact = FigureFact;
    type Refusal = FigureRefusal;

    fn decide(
        state: Option<&FigureState>,
        command: FigureCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<FigureFact>, FigureRefusal> {
        use FigureCommand as C;
        match (state, command) {
            (None, C::Record { quantity, value, qualifier, measure, scope, as_of, source, remark }) => {
                let told = Statement { quantity, value, qualifier, measure, scope, as_of, source, remark };
                Ok(Decision::fact(FigureFact::Recorded { figure: checked(told, setting)? }))
            }
            (
                Some(figure),
                C::Correct { quantity, value, qualifier, measure, scope, as_of, source, remark, reason },
            ) if figure.counts() => {
                let told = Statement { quantity, value, qualifier, measure, scope, as_of, source, remark };
                let corrected = checked(told, setting)?;
                if corrected == figure.statement {
                    return Err(FigureRefusal::NothingChanged);
                }
                Ok(Decision::fact(FigureFact::Corrected { figure: corrected, reason }))
            }
            (Some(figure), C::Withdraw { reason }) if figure.counts() => {
                Ok(Decision::fact(FigureFact::Withdrawn { on: setting.happened_on(), reason }))
            }
            (state, _) => {
                let status = state.map_or("none", |figure| figure.stage.status());
                Err(FigureRefusal::NotNow { status: status.to_owned() })
            }
        }
    }

    fn apply(state: Option<FigureState>, fact: FigureFact, _: &Stamp) -> FigureState {
        match (state, fact) {
            (_, FigureFact::Recorded { figure }) => FigureState::of(figure),
            (None, FigureFact::Corrected { figure, .. }) => FigureState::of(figure),
            (Some(before), FigureFact::Corrected { figure, reason }) => {
                let mut earlier = before.earlier;
                earlier.push(Earlier { statement: before.statement, reason });
                FigureState { statement: figure, earlier, stage: FigureStage::Corrected }
            }
            (state, FigureFact::Withdrawn { on, reason }) => {
                let stage = FigureStage::Withdrawn { on, reason };
                FigureState { stage, ..state.unwrap_or_else(|| FigureState::of(Statement::blank())) }
            }
        }
    }

    fn header(figure: &FigureState) -> Header {
        let told = &figure.statement;
        Header {
            status: figure.stage.status(),
            title: told.quantity.label.clone(),
            held_on: (told.as_of.certainty == Certainty::Day).then_some(told.as_of.on),
            period: told.scope.period(),
            links: told.scope.units.iter().map(|unit| Link { role: "of-unit", to: unit.0.clone() }).collect(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&FigureState>) -> Vec<&'static str> {
        match state {
            None => vec!["record"],
            Some(figure) if figure.counts() => vec!["correct", "withdraw"],
            Some(_) => Vec::new(),
        }
    }
}

impl FigureState {
    fn of(statement: Statement) -> Self {
        Self { statement, earlier: Vec::new(), stage: FigureStage::Recorded }
    }

    /// True until it is withdrawn.
    pub const fn counts(&self) -> bool {
        !matches!(self.stage, FigureStage::Withdrawn { .. })
    }
}

impl Statement {
    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank() -> Self {
        let nothing = Coded { code: String::new(), label: Words::default() };
        Self {
            quantity: nothing.clone(),
            value: Amount::ZERO,
            qualifier: Qualifier::Exact,
            measure: nothing,
            scope: FigureScope::default(),
            as_of: AsOf { on: Date::ZERO, certainty: Certainty::Year },
            source: FigureSource {
                document: String::new(),
                title: None,
                publisher: None,
                published_on: None,
                quoted: Words::default(),
            },
            remark: None,
        }
    }

    /// Whether it counts what happened in a time, or what there was on a day.
    pub const fn kind(&self) -> Kind {
        if self.scope.from.is_some() { Kind::Period } else { Kind::State }
    }
}

impl FigureScope {
    /// The label of the time counted, where it is a month, a quarter, a half-year or a year.
    fn period(&self) -> Option<String> {
        let (from, until) = self.from.zip(self.until)?;
        let spans = Every::ALL.into_iter().map(|every| every.span_of(from));
        spans.into_iter().find(|span| span.from == from && span.until == until).map(|span| span.label)
    }

    /// The same, with each list in order and each thing once, so that two like scopes are equal.
    fn tidied(mut self) -> Result<Self, FigureRefusal> {
        let borders = self.borders.into_iter().map(|border| fitting(border.trim())).collect::<Result<_, _>>()?;
        self.borders = sorted(borders);
        self.areas = self.areas.into_iter().map(coded).collect::<Result<_, _>>()?;
        self.areas.sort_by(|one, other| one.code.cmp(&other.code));
        self.areas.dedup_by(|one, other| one.code == other.code);
        self.units = sorted(self.units);
        self.part = self.part.map(coded).transpose()?;
        Ok(self)
    }
}

impl AsOf {
    /// The same with the first day of the month or year where no more is known.
    fn tidied(self) -> Self {
        let on = match self.certainty {
            Certainty::Day => self.on,
            Certainty::Month => self.on.first_of_month(),
            Certainty::Year => self.on.first_of_year(),
        };
        Self { on, ..self }
    }
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort();
    items.dedup();
    items
}

/// A code in the form that identities have.
fn fitting(code: &str) -> Result<String, FigureRefusal> {
    let read = RecordId::parse(code).map_err(|_| FigureRefusal::BadCode { code: code.to_owned() })?;
    Ok(read.to_string())
}

fn coded(told: Coded) -> Result<Coded, FigureRefusal> {
    let (code, label) = (fitting(told.code.trim())?, told.label.tidied());
    if label.is_empty() { Err(FigureRefusal::NoLabel { code }) } else { Ok(Coded { code, label }) }
}

/// What was told, put in order, where nothing is wrong with it.
fn checked(told: Statement, setting: &Setting<'_>) -> Result<Statement, FigureRefusal> {
    let scope = told.scope.tidied()?;
    if scope.borders.is_empty() && scope.areas.is_empty() && scope.units.is_empty() {
        return Err(FigureRefusal::NoScope);
    }
    if let Some(unit) = scope.units.iter().find(|unit| setting.load::<Unit>(&unit.0).is_none()) {
        return Err(FigureRefusal::NoUnit { unit: unit.to_string() });
    }
    if let Some(level) = scope.level.as_ref().filter(|level| setting.load::<Level>(&level.0).is_none()) {
        return Err(FigureRefusal::NoLevel { level: level.to_string() });
    }
    let as_of = told.as_of.tidied();
    // What is planned counts a time that has not begun: the day of the figure is that of the plan.
    let is_state = scope.from.is_none() && scope.until.is_none();
    let is_time = scope.from.zip(scope.until).is_some_and(|(from, until)| from < until);
    if !is_state && !is_time {
        return Err(FigureRefusal::BadPeriod);
    }
    let source = FigureSource {
        document: told.source.document.trim().to_owned(),
        quoted: told.source.quoted.tidied(),
        ..told.source
    };
    if source.document.is_empty() {
        return Err(FigureRefusal::NoSource);
    }
    if as_of.on > setting.today || source.published_on.is_some_and(|on| on > setting.today) {
        return Err(FigureRefusal::InTheFuture);
    }
    let (quantity, measure) = (coded(told.quantity)?, coded(told.measure)?);
    let remark = told.remark.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(Statement { quantity, measure, scope, as_of, source, remark, ..told })
}

#[cfg(test)]
mod tests;
