//! Unit: an organisation that can act in the mechanism, with a permanent identity and dated names and superiors
//! (VI đơn vị, ZH 单位). Units change, places do not: a document keeps the name that held on its date.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::border_representative;
use crate::territory::twinning;
use crate::{Decision, Grade, Header, Link, Noun, Right, Setting, SideId, Stamp, UnitId, Wing, Words};

/// The noun.
pub struct Unit;

/// A unit as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct UnitState {
    /// The side it belongs to.
    pub side: SideId,
    /// Its force.
    pub force: Force,
    /// Its level by scheme, as `talks: station`.
    pub levels: BTreeMap<String, String>,
    /// Its names, the oldest first.
    pub names: Vec<DatedName>,
    /// Its superiors, the oldest first.
    pub parents: Vec<DatedParent>,
    /// What became of it, where it changed.
    pub successors: Vec<Successor>,
    /// Where it sits, roughly.
    pub place: Option<Place>,
    /// The public source of what is known of it.
    pub source: Option<String>,
    /// Whether it still acts.
    pub stage: UnitStage,
}

/// The kind of force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "force"))]
pub enum Force {
    /// Border guard.
    BorderGuard,
    /// Military.
    Military,
    /// Immigration police.
    ImmigrationPolice,
    /// Police.
    Police,
    /// Civil authority.
    CivilAuthority,
    /// Ministry.
    Ministry,
    /// Joint body of both sides.
    JointBody,
}

/// A name and since when it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedName {
    /// First day; open where it is not known.
    pub from: Option<Date>,
    /// The name.
    pub name: Words,
    /// The decision it rests on.
    pub basis: Option<String>,
}

/// A superior and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedParent {
    /// First day; open where it is not known.
    pub from: Option<Date>,
    /// The superior unit.
    pub unit: UnitId,
}

/// What became of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// The unit that follows; none when it was dissolved without one.
    pub unit: Option<UnitId>,
    /// In which way.
    pub kind: SuccessionKind,
    /// The first day under the successor.
    pub on: Date,
    /// The decision it rests on.
    pub basis: Option<String>,
}

/// How a unit changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "succession"))]
pub enum SuccessionKind {
    /// Another name.
    Renamed,
    /// Another superior.
    ReSubordinated,
    /// Became part of another unit.
    Merged,
    /// Became several.
    Split,
    /// Became another kind of force.
    Converted,
    /// Ceased.
    Dissolved,
}

/// A rough place, in units of 1e-7 degree, WGS 84.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Latitude in 1e-7 degree.
    #[schemars(range(min = -900_000_000, max = 900_000_000))]
    pub lat_e7: i64,
    /// Longitude in 1e-7 degree.
    #[schemars(range(min = -1_800_000_000, max = 1_800_000_000))]
    pub lon_e7: i64,
    /// What the place is and where it comes from.
    pub note: Option<String>,
}

/// Whether a unit acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum UnitStage {
    /// Not yet.
    Planned,
    /// It acts.
    Active,
    /// It takes no new action.
    Dissolved {
        /// The first day it no longer acts.
        on: Date,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum UnitCommand {
    /// Register a unit.
    Register {
        /// The side it belongs to.
        side: SideId,
        /// Its force.
        force: Force,
        /// Its name.
        name: Words,
        /// Since when the name holds, where it is known.
        from: Option<Date>,
        /// Its superior.
        parent: Option<UnitId>,
        /// Its level by scheme.
        #[serde(default)]
        levels: BTreeMap<String, String>,
        /// Where it sits, roughly.
        place: Option<Place>,
        /// The public source.
        source: Option<String>,
    },
    /// Give it another name.
    Rename {
        /// The name.
        name: Words,
        /// From when.
        from: Date,
        /// The decision it rests on.
        basis: Option<String>,
    },
    /// Place it under another superior.
    Resubordinate {
        /// The superior.
        parent: UnitId,
        /// From when.
        from: Date,
        /// The decision it rests on.
        basis: Option<String>,
    },
    /// Name a successor.
    RecordSuccessor {
        /// What became of it.
        successor: Successor,
    },
    /// Dissolve it.
    Dissolve {
        /// The first day it no longer acts.
        on: Date,
        /// The unit that follows.
        successor: Option<UnitId>,
        /// The decision it rests on.
        basis: Option<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum UnitFact {
    /// The unit was registered.
    Registered {
        /// The side it belongs to.
        side: SideId,
        /// Its force.
        force: Force,
        /// Its name.
        name: DatedName,
        /// Its superior.
        parent: Option<UnitId>,
        /// Its level by scheme.
        levels: BTreeMap<String, String>,
        /// Where it sits.
        place: Option<Place>,
        /// The public source.
        source: Option<String>,
    },
    /// It got another name.
    Renamed {
        /// The name.
        name: DatedName,
    },
    /// It got another superior.
    Resubordinated {
        /// The superior.
        parent: DatedParent,
    },
    /// A successor was named.
    SuccessorRecorded {
        /// What became of it.
        successor: Successor,
    },
    /// It was dissolved.
    Dissolved {
        /// The first day it no longer acts.
        on: Date,
    },
}

/// Why an act on a unit is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum UnitRefusal {
    /// The unit is registered already, or not yet, or dissolved.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The name is blank in every language.
    NoName,
    /// There is no such superior.
    NoParent {
        /// The identity that was given.
        parent: String,
    },
    /// The superior belongs to another side.
    ParentOfOtherSide,
    /// The unit would be its own superior.
    Circle,
}

impl Noun for Unit {
    const NAME: &'static str = "unit";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = UnitState;
    type Command = UnitCommand;
    type Fact = UnitFact;
    type Refusal = UnitRefusal;

    fn decide(
        state: Option<&UnitState>,
        command: UnitCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<UnitFact>, UnitRefusal> {
        use UnitCommand as C;
        let acting = state.filter(|unit| !matches!(unit.stage, UnitStage::Dissolved { .. }));
        match (state, acting, command) {
            (None, _, C::Register { side, force, name, from, parent, levels, place, source }) => {
                let name = named(name, from, None)?;
                if let Some(parent) = &parent {
                    allowed_parent(setting, &side, parent)?;
                }
                Ok(Decision::fact(UnitFact::Registered { side, force, name, parent, levels, place, source }))
            }
            (_, Some(_), C::Rename { name, from, basis }) => {
                Ok(Decision::fact(UnitFact::Renamed { name: named(name, Some(from), basis)? }))
            }
            (_, Some(unit), C::Resubordinate { parent, from, .. }) => {
                allowed_parent(setting, &unit.side, &parent)?;
                let parent = DatedParent { from: Some(from), unit: parent };
                Ok(Decision::fact(UnitFact::Resubordinated { parent }))
            }
            (Some(_), _, C::RecordSuccessor { successor }) => {
                Ok(Decision::fact(UnitFact::SuccessorRecorded { successor }))
            }
            (_, Some(_), C::Dissolve { on, successor, basis }) => {
                let kind = SuccessionKind::Dissolved;
                let successor = Successor { unit: successor, kind, on, basis };
                let facts = vec![UnitFact::SuccessorRecorded { successor }, UnitFact::Dissolved { on }];
                let mut consequences = border_representative::credential_flags(setting, on);
                consequences.extend(twinning::member_changed(setting, on));
                Ok(Decision { facts, consequences })
            }
            (state, ..) => {
                Err(UnitRefusal::NotNow { status: state.map_or("none", |unit| unit.stage.status()).to_owned() })
            }
        }
    }

    fn apply(state: Option<UnitState>, fact: UnitFact, stamp: &Stamp) -> UnitState {
        let mut unit = state.unwrap_or_else(|| UnitState::blank(stamp.side.clone()));
        match fact {
            UnitFact::Registered { side, force, name, parent, levels, place, source } => {
                let parents = parent.into_iter().map(|unit| DatedParent { from: None, unit }).collect();
                unit = UnitState {
                    side,
                    force,
                    levels,
                    names: vec![name],
                    parents,
                    successors: Vec::new(),
                    place,
                    source,
                    stage: UnitStage::Active,
                };
            }
            UnitFact::Renamed { name } => unit.names.push(name),
            UnitFact::Resubordinated { parent } => unit.parents.push(parent),
            UnitFact::SuccessorRecorded { successor } => unit.successors.push(successor),
            UnitFact::Dissolved { on } => unit.stage = UnitStage::Dissolved { on },
        }
        unit
    }

    fn header(unit: &UnitState) -> Header {
        let mut links: Vec<Link> = unit
            .parents
            .last()
            .map(|parent| Link { role: "superior", to: parent.unit.0.clone() })
            .into_iter()
            .collect();
        let next = unit.successors.iter().filter_map(|successor| successor.unit.clone());
        links.extend(next.map(|next| Link { role: "successor", to: next.0 }));
        Header {
            status: unit.stage.status(),
            title: unit.name_on(Date::MAX),
            side: Some(unit.side.clone()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&UnitState>) -> Vec<&'static str> {
        match state.map(|unit| &unit.stage) {
            None => vec!["register"],
            Some(UnitStage::Dissolved { .. }) => vec!["record-successor"],
            Some(_) => vec!["rename", "resubordinate", "record-successor", "dissolve"],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn named(name: Words, from: Option<Date>, basis: Option<String>) -> Result<DatedName, UnitRefusal> {
    let name = name.tidied();
    if name.is_empty() { Err(UnitRefusal::NoName) } else { Ok(DatedName { from, name, basis }) }
}

fn allowed_parent(setting: &Setting<'_>, side: &SideId, parent: &UnitId) -> Result<(), UnitRefusal> {
    let above = setting.load::<Unit>(&parent.0).ok_or_else(|| UnitRefusal::NoParent { parent: parent.to_string() })?;
    if above.side != *side {
        return Err(UnitRefusal::ParentOfOtherSide);
    }
    let me = UnitId(setting.record.clone());
    if *parent == me || setting.around.superiors(parent).contains(&me) {
        return Err(UnitRefusal::Circle);
    }
    Ok(())
}

impl UnitStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Active => "active",
            Self::Dissolved { .. } => "dissolved",
        }
    }
}

impl UnitState {
    fn blank(side: SideId) -> Self {
        Self {
            side,
            force: Force::BorderGuard,
            levels: BTreeMap::new(),
            names: Vec::new(),
            parents: Vec::new(),
            successors: Vec::new(),
            place: None,
            source: None,
            stage: UnitStage::Planned,
        }
    }

    /// The name that holds on a day: the last whose first day is not after it, else the oldest.
    pub fn name_on(&self, day: Date) -> Words {
        let valid = self.names.iter().filter(|name| name.from.is_none_or(|from| from <= day));
        let found = valid.max_by_key(|name| name.from.unwrap_or(Date::MIN)).or(self.names.first());
        found.map(|name| name.name.clone()).unwrap_or_default()
    }

    /// The superior on a day.
    pub fn parent_on(&self, day: Date) -> Option<&UnitId> {
        let valid = self.parents.iter().filter(|parent| parent.from.is_none_or(|from| from <= day));
        valid.max_by_key(|parent| parent.from.unwrap_or(Date::MIN)).map(|parent| &parent.unit)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn renamed() -> UnitState {
        let Ok(side) = SideId::parse("v") else { panic!("a side code") };
        let mut unit = UnitState::blank(side);
        unit.names.push(DatedName { from: None, name: Words::plain("Command"), basis: None });
        unit.names.push(DatedName { from: Some(date(2025, 7, 1)), name: Words::plain("New Command"), basis: None });
        unit
    }

    #[test]
    fn a_document_keeps_the_name_that_held_on_its_date() {
        assert_eq!(renamed().name_on(date(2025, 6, 30)), Words::plain("Command"));
        assert_eq!(renamed().name_on(date(2025, 7, 1)), Words::plain("New Command"));
    }

    #[test]
    fn a_day_before_every_known_name_gets_the_oldest() {
        let mut unit = renamed();
        unit.names.remove(0);
        assert_eq!(unit.name_on(date(1990, 1, 1)), Words::plain("New Command"));
    }
}
