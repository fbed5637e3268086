//! Marker: a physical object at a numbered place of a line, with its registered position and what was observed
//! (VI mốc quốc giới, ZH 界碑; domain vocabulary C.4, B.5). The register says where it belongs; observations say what was
//! seen, and never change the register.

mod position;
mod shape;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

use position::compared;
pub use position::{Comparison, ComparisonOutcome, Metres, MetresFault, Position, PositionFault};
pub use shape::*;

use crate::basis::agreement::Agreement;
use crate::operations::marker_works::{MarkerWorks, MarkerWorksState};
use crate::organisation::side::Side;
use crate::territory::line::{Line, stretch};
use crate::territory::marker_place::MarkerPlace;
use crate::{
    Basis, Decision, Figure, Grade, Header, Link, MarkerNumber, MarkerWorksId, Noun, Right, Setting, SideId, Stamp,
    Wanted, Wing, Words,
};

/// The noun.
pub struct Marker;

impl Noun for Marker {
    const NAME: &'static str = "marker";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = MarkerState;
    type Command = MarkerCommand;
    type Fact = MarkerFact;
    type Refusal = MarkerRefusal;

    fn decide(
        state: Option<&MarkerState>,
        command: MarkerCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<MarkerFact>, MarkerRefusal> {
        use MarkerCommand as C;
        let Some(marker) = state else {
            return match command {
                command @ C::Register { .. } => register(setting, command),
                _ => Err(MarkerRefusal::NotNow { status: "none".to_owned() }),
            };
        };
        if marker.is_withdrawn() {
            return Err(marker.not_now());
        }
        let fact = match command {
            command @ C::Observe { .. } => observe(marker, setting, command)?,
            C::RegisterPosition { document, agreement, from, position, accuracy_m } => {
                if let Some(agreement) = agreement.iter().find(|text| setting.load::<Agreement>(&text.0).is_none()) {
                    return Err(MarkerRefusal::NoAgreement { agreement: agreement.to_string() });
                }
                later(from, marker.positions.last().and_then(|position| position.from))?;
                let (position, accuracy_m) = (position.read()?, length(accuracy_m)?);
                let from = Some(from);
                let position = RegisteredPosition { from, position, accuracy_m, document, agreement };
                MarkerFact::PositionRegistered { position }
            }
            C::Amend { document, from, kind, design, erected_by, maintained_by, remarks } => {
                known_sides(setting, [&erected_by, &maintained_by])?;
                if maintained_by.is_some() {
                    later(from, marker.maintenance.last().and_then(|maintenance| maintenance.from))?;
                }
                MarkerFact::Amended { document, from, kind, design, erected_by, maintained_by, remarks }
            }
            C::FollowWorks { works } => follow(marker, setting, works)?,
            C::Withdraw { on, reason, document } => MarkerFact::Withdrawn { on, reason, document },
            C::Register { .. } => return Err(marker.not_now()),
        };
        Ok(Decision::fact(fact))
    }

    fn apply(state: Option<MarkerState>, fact: MarkerFact, stamp: &Stamp) -> MarkerState {
        use MarkerFact as F;
        let mut marker = state.unwrap_or_else(|| MarkerState::blank(stamp));
        match fact {
            F::Registered { place, line, title, number, kind, design, erected_by, maintenance, position, remarks } => {
                marker = MarkerState {
                    place,
                    line,
                    title,
                    part: number.stone(),
                    number,
                    kind,
                    design,
                    erected_by,
                    maintenance: maintenance.into_iter().collect(),
                    remarks,
                    positions: position.into_iter().collect(),
                    ..MarkerState::blank(stamp)
                };
            }
            F::Observed { observation } => marker.observed(observation),
            F::PositionRegistered { position } => marker.positions.push(position),
            F::Amended { document, from, kind, design, erected_by, maintained_by, remarks } => {
                marker.kind = kind.unwrap_or(marker.kind);
                marker.design = design.or(marker.design);
                marker.erected_by = erected_by.or(marker.erected_by);
                marker.remarks = remarks.or(marker.remarks);
                let (from, document) = (Some(from), Some(document));
                marker.maintenance.extend(maintained_by.map(|side| Maintenance { side, from, document }));
            }
            F::WorksFollowed { by: _, works, condition, position } => {
                marker.works = works;
                marker.positions.extend(position);
                if let Some(condition) = condition {
                    marker.found(condition);
                }
            }
            F::Withdrawn { on, reason, document } => marker.stage = MarkerStage::Withdrawn { on, reason, document },
        }
        marker
    }

    fn header(marker: &MarkerState) -> Header {
        let mut links = vec![
            Link { role: "on-line", to: marker.line.0.clone() },
            Link { role: "at-place", to: marker.place.0.clone() },
        ];
        links.extend(marker.erected_by.iter().map(|side| Link { role: "erected-by", to: side.0.clone() }));
        links.extend(marker.maintained_by().map(|side| Link { role: "maintained-by", to: side.0.clone() }));
        Header {
            status: marker.stage.status(),
            title: marker.title.clone(),
            number: Some(marker.number.to_string()),
            links,
            figures: marker.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&MarkerState>) -> Vec<&'static str> {
        match state.map(MarkerState::is_withdrawn) {
            None => vec!["register"],
            Some(false) => vec!["observe", "register-position", "amend", "follow-works", "withdraw"],
            Some(true) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "observe" | "follow-works") { Right::Record } else { Right::Administer }
    }
}

fn register(setting: &Setting<'_>, command: MarkerCommand) -> Result<Decision<MarkerFact>, MarkerRefusal> {
    let MarkerCommand::Register {
        place,
        number,
        kind,
        design,
        erected_by,
        maintained_by,
        position,
        accuracy_m,
        document,
        remarks,
    } = command
    else {
        return Err(MarkerRefusal::NotNow { status: "none".to_owned() });
    };
    let at = setting.load::<MarkerPlace>(&place.0).filter(|place| !place.is_withdrawn());
    let at = at.ok_or(MarkerRefusal::NoPlace)?;
    let number = MarkerNumber::parse(&number).ok_or(MarkerRefusal::NoNumber { number })?;
    if number.place() != at.number {
        return Err(MarkerRefusal::OtherPlace { number: number.to_string(), place: at.number.to_string() });
    }
    let same =
        Wanted { linked: Some(("on-line", at.line.0.clone())), number: Some(number.to_string()), ..Wanted::default() };
    if setting.find::<Marker>(&same).iter().any(|(_, marker)| !marker.is_withdrawn()) {
        return Err(MarkerRefusal::NumberTaken { number: number.to_string() });
    }
    known_sides(setting, [&erected_by, &maintained_by])?;
    let document = document.filter(|document| !document.trim().is_empty());
    let position = match position {
        Some(position) => {
            let (position, accuracy_m) = (position.read()?, length(accuracy_m)?);
            let document = document.clone().ok_or(MarkerRefusal::NoDocument)?;
            Some(RegisteredPosition { from: None, position, accuracy_m, document, agreement: None })
        }
        None => None,
    };
    let line_name = setting.load::<Line>(&at.line.0).map(|line| line.text.name).unwrap_or_default();
    Ok(Decision::fact(MarkerFact::Registered {
        place,
        line: at.line,
        title: stretch::on_line(number.as_str(), &line_name),
        number,
        kind,
        design,
        erected_by,
        maintenance: maintained_by.map(|side| Maintenance { side, from: None, document }),
        position,
        remarks,
    }))
}

fn observe(marker: &MarkerState, setting: &Setting<'_>, command: MarkerCommand) -> Result<MarkerFact, MarkerRefusal> {
    let MarkerCommand::Observe { observed_on, condition, position, accuracy_m, device, photo, remark } = command else {
        return Err(marker.not_now());
    };
    if observed_on > setting.today {
        return Err(MarkerRefusal::InTheFuture);
    }
    let (position, accuracy_m) = (position.map(Position::read).transpose()?, length(accuracy_m)?);
    let comparison = position.as_ref().map(|position| marker.compared_on(observed_on, position, accuracy_m));
    let observation = Observation {
        observed_on,
        unit: setting.officer_unit(),
        condition,
        position,
        accuracy_m,
        device,
        photo,
        remark,
        comparison,
    };
    Ok(MarkerFact::Observed { observation })
}

fn follow(marker: &MarkerState, setting: &Setting<'_>, works: MarkerWorksId) -> Result<MarkerFact, MarkerRefusal> {
    let says = setting.load::<MarkerWorks>(&works.0).filter(|says| says.marker.0 == setting.record);
    told_by(marker, &works, &says.ok_or(MarkerRefusal::NoWorks)?).ok_or(MarkerRefusal::NothingChanged)
}

/// What works say of the marker that its record does not say yet.
pub(crate) fn told_by(marker: &MarkerState, works: &MarkerWorksId, says: &MarkerWorksState) -> Option<MarkerFact> {
    let under_way = says.is_open();
    let told = says.condition().map(|(on, condition, confirmed)| DatedCondition {
        on,
        condition,
        works: Some(works.clone()),
        confirmed,
    });
    let condition = told.filter(|condition| !marker.conditions.contains(condition));
    let position = says.new_position().filter(|position| !marker.positions.contains(position));
    let is_known = (marker.works.as_ref() == Some(works)) == under_way;
    if condition.is_none() && position.is_none() && is_known {
        return None;
    }
    let others = marker.works.clone().filter(|known| known != works);
    let now = if under_way { Some(works.clone()) } else { others };
    Some(MarkerFact::WorksFollowed { by: works.clone(), works: now, condition, position })
}

fn known_sides<const N: usize>(setting: &Setting<'_>, sides: [&Option<SideId>; N]) -> Result<(), MarkerRefusal> {
    let unknown = sides.into_iter().flatten().find(|side| setting.load::<Side>(&side.0).is_none());
    unknown.map_or(Ok(()), |side| Err(MarkerRefusal::NoSide { side: side.to_string() }))
}

fn later(from: Date, before: Option<Date>) -> Result<(), MarkerRefusal> {
    before.filter(|before| from <= *before).map_or(Ok(()), |from| Err(MarkerRefusal::NotLater { from }))
}

fn length(text: Option<String>) -> Result<Option<Metres>, MarkerRefusal> {
    let text = text.filter(|text| !text.trim().is_empty());
    text.map(|text| Metres::parse(&text).ok_or(MarkerRefusal::NoLength { text })).transpose()
}

impl From<PositionFault> for MarkerRefusal {
    fn from(fault: PositionFault) -> Self {
        match fault {
            PositionFault::Incomplete => Self::NoCoordinates,
            PositionFault::OffTheGlobe => Self::OffTheGlobe,
            PositionFault::NoSystem => Self::NoSystem,
        }
    }
}

impl From<SeenCondition> for Condition {
    fn from(seen: SeenCondition) -> Self {
        match seen {
            SeenCondition::Intact => Self::Intact,
            SeenCondition::Damaged => Self::Damaged,
            SeenCondition::SeriouslyDamaged => Self::SeriouslyDamaged,
            SeenCondition::SuspectedDisplaced => Self::SuspectedDisplaced,
            SeenCondition::Destroyed => Self::Destroyed,
            SeenCondition::Missing => Self::Missing,
        }
    }
}

impl From<Condition> for MarkerStage {
    fn from(condition: Condition) -> Self {
        match condition {
            Condition::Intact => Self::Intact,
            Condition::Damaged => Self::Damaged,
            Condition::SeriouslyDamaged => Self::SeriouslyDamaged,
            Condition::SuspectedDisplaced => Self::SuspectedDisplaced,
            Condition::Displaced => Self::Displaced,
            Condition::Destroyed => Self::Destroyed,
            Condition::Missing => Self::Missing,
            Condition::Restored => Self::Restored,
            Condition::ReSited => Self::ReSited,
        }
    }
}

impl MarkerStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Intact => "intact",
            Self::Damaged => "damaged",
            Self::SeriouslyDamaged => "seriously-damaged",
            Self::SuspectedDisplaced => "suspected-displaced",
            Self::Displaced => "displaced",
            Self::Destroyed => "destroyed",
            Self::Missing => "missing",
            Self::Restored => "restored",
            Self::ReSited => "re-sited",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// A marker as it stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MarkerOn<'m> {
    /// The registered position that held.
    pub position: Option<&'m RegisteredPosition>,
    /// The condition last found until then.
    pub condition: Option<&'m DatedCondition>,
    /// The side that maintained it.
    pub maintained_by: Option<&'m SideId>,
    /// What was last observed until then.
    pub observation: Option<&'m Observation>,
}

impl MarkerState {
    /// The marker as it stood on a day, whatever happened since; nothing from the day it left the register.
    pub fn on(&self, day: Date) -> Option<MarkerOn<'_>> {
        if matches!(self.stage, MarkerStage::Withdrawn { on, .. } if on <= day) {
            return None;
        }
        let maintained = self.maintenance.iter().rev().find(|time| time.from.is_none_or(|from| from <= day));
        let observed = self.observations.iter().filter(|observation| observation.observed_on <= day);
        Some(MarkerOn {
            position: self.position_on(day),
            condition: self.conditions.iter().rev().find(|condition| condition.on <= day),
            maintained_by: maintained.map(|time| &time.side),
            observation: observed.max_by_key(|observation| observation.observed_on),
        })
    }

    /// The side that maintains it now.
    pub fn maintained_by(&self) -> Option<&SideId> {
        self.maintenance.last().map(|time| &time.side)
    }

    /// An observed position against the one that was registered on that day.
    pub fn compared_on(&self, day: Date, observed: &Position, accuracy: Option<Metres>) -> Comparison {
        let registered = self.position_on(day).map(|registered| (&registered.position, registered.accuracy_m));
        compared(registered, observed, accuracy)
    }

    /// True once it was taken out of the register.
    pub fn is_withdrawn(&self) -> bool {
        matches!(self.stage, MarkerStage::Withdrawn { .. })
    }

    fn position_on(&self, day: Date) -> Option<&RegisteredPosition> {
        self.positions.iter().rev().find(|position| position.from.is_none_or(|from| from <= day))
    }

    fn not_now(&self) -> MarkerRefusal {
        MarkerRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    /// Keeps an observation. It says the condition too, unless both sides confirmed one and work on it is under way:
    /// what both found is not undone by what one sees.
    fn observed(&mut self, observation: Observation) {
        let agreed = self.works.is_some() && self.conditions.last().is_some_and(|last| last.confirmed);
        if !agreed {
            let condition = observation.condition.into();
            self.found(DatedCondition { on: observation.observed_on, condition, works: None, confirmed: false });
        }
        self.observations.push(observation);
    }

    /// Keeps a condition at its day; what is told late does not hide what was found since.
    fn found(&mut self, condition: DatedCondition) {
        let place = self.conditions.partition_point(|known| known.on <= condition.on);
        self.conditions.insert(place, condition);
        if let Some(last) = self.conditions.last() {
            self.stage = last.condition.into();
        }
    }

    /// A marker observed on a day counts once for that day.
    fn figures(&self) -> Vec<Figure> {
        let mut days: Vec<Date> = self.observations.iter().map(|observation| observation.observed_on).collect();
        days.sort_unstable();
        days.dedup();
        let figure = |on| Figure { code: "markers-observed", on, quantity: 1, basis: Basis::Own };
        days.into_iter().map(figure).collect()
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            place: crate::MarkerPlaceId(stamp.record.clone()),
            line: crate::LineId(stamp.record.clone()),
            title: Words::default(),
            number: MarkerNumber::blank(),
            part: None,
            kind: MarkerKind::Main,
            design: None,
            erected_by: None,
            maintenance: Vec::new(),
            remarks: None,
            positions: Vec::new(),
            conditions: Vec::new(),
            observations: Vec::new(),
            works: None,
            stage: MarkerStage::Registered,
        }
    }
}
