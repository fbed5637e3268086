//! Counterpart: which own unit deals with which unit of the other side, for which kind of matter, from when until when
//! (VI đơn vị đối diện, ZH 对口单位). Many to many: one station may deal with four bodies of the other side.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::Unit;
use crate::{AgreementId, Decision, Grade, Header, Link, Noun, Right, Setting, SideId, Stamp, UnitId, Wing, Words};

/// The noun.
pub struct Counterpart;

/// The relation as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CounterpartState {
    /// The own unit.
    pub own: UnitId,
    /// The unit of the other side.
    pub other: UnitId,
    /// The other side.
    pub other_side: SideId,
    /// What the relation is for.
    pub kind: CounterpartKind,
    /// Both units' names when the relation was registered, for lists.
    pub title: Words,
    /// The text it rests on.
    pub agreement: Option<AgreementId>,
    /// How far the relation has come.
    pub stage: CounterpartStage,
}

/// What a relation is for: each kind has its own partner force, forms and rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "counterpart-kind"))]
pub enum CounterpartKind {
    /// Talks, meetings and letters.
    Talks,
    /// Bilateral patrol with the military border force.
    BilateralPatrol,
    /// Joint law-enforcement patrol with the immigration police.
    LawEnforcementPatrol,
    /// Matters of a gate.
    Gate,
    /// Civil authorities of both sides.
    CivilAuthority,
}

/// How far a relation has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum CounterpartStage {
    /// Named by the own side.
    Proposed,
    /// The other side was told.
    Notified {
        /// The day it was told.
        on: Date,
    },
    /// Both sides work by it.
    InForce {
        /// Since when, where it is known.
        from: Option<Date>,
    },
    /// One of the two units changed; the relation goes on until a letter confirms it again.
    Unconfirmed {
        /// Since when.
        from: Date,
    },
    /// At an end.
    Ended {
        /// The first day it no longer holds.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum CounterpartCommand {
    /// Register a relation: as proposed, or as in force where a text already says so.
    Register {
        /// The own unit.
        own: UnitId,
        /// The unit of the other side.
        other: UnitId,
        /// What the relation is for.
        kind: CounterpartKind,
        /// The text it rests on.
        agreement: Option<AgreementId>,
        /// Already in force.
        #[serde(default)]
        in_force: bool,
        /// Since when, where it is known.
        from: Option<Date>,
    },
    /// Record that the other side was told.
    Notify {
        /// The day.
        on: Date,
    },
    /// Record that both sides confirmed the relation.
    Confirm {
        /// From when.
        from: Date,
    },
    /// Note that one of the two units changed.
    MarkUnconfirmed {
        /// Since when.
        from: Date,
    },
    /// End the relation.
    Close {
        /// The first day it no longer holds.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum CounterpartFact {
    /// The relation was registered.
    Registered {
        /// The own unit.
        own: UnitId,
        /// The unit of the other side.
        other: UnitId,
        /// The other side.
        other_side: SideId,
        /// What the relation is for.
        kind: CounterpartKind,
        /// Both units' names.
        title: Words,
        /// The text it rests on.
        agreement: Option<AgreementId>,
    },
    /// The other side was told.
    Notified {
        /// The day.
        on: Date,
    },
    /// Both sides work by it.
    Confirmed {
        /// Since when, where it is known.
        from: Option<Date>,
    },
    /// One of the units changed.
    Unconfirmed {
        /// Since when.
        from: Date,
    },
    /// The relation ended.
    Closed {
        /// The first day it no longer holds.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on a relation is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum CounterpartRefusal {
    /// The relation is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such unit.
    NoUnit {
        /// The identity that was given.
        unit: String,
    },
    /// Both units belong to one side, or the first is not an own unit.
    NotAcrossTheLine,
}

impl Noun for Counterpart {
    const NAME: &'static str = "counterpart";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = CounterpartState;
    type Command = CounterpartCommand;
    type Fact = CounterpartFact;
    type Refusal = CounterpartRefusal;

    fn decide(
        state: Option<&CounterpartState>,
        command: CounterpartCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<CounterpartFact>, CounterpartRefusal> {
        use CounterpartCommand as C;
        use CounterpartStage as S;
        match (state.map(|relation| &relation.stage), command) {
            (None, C::Register { own, other, kind, agreement, in_force, from }) => {
                let own_unit = known(setting, &own)?;
                let other_unit = known(setting, &other)?;
                if own_unit.side != setting.own || other_unit.side == setting.own {
                    return Err(CounterpartRefusal::NotAcrossTheLine);
                }
                let title = paired(&own_unit.name_on(setting.today), &other_unit.name_on(setting.today));
                let other_side = other_unit.side;
                let mut decision =
                    Decision::fact(CounterpartFact::Registered { own, other, other_side, kind, title, agreement });
                if in_force {
                    decision.facts.push(CounterpartFact::Confirmed { from });
                }
                Ok(decision)
            }
            (Some(S::Proposed), C::Notify { on }) => Ok(Decision::fact(CounterpartFact::Notified { on })),
            (Some(S::Proposed | S::Notified { .. } | S::Unconfirmed { .. }), C::Confirm { from }) => {
                Ok(Decision::fact(CounterpartFact::Confirmed { from: Some(from) }))
            }
            (Some(S::InForce { .. }), C::MarkUnconfirmed { from }) => {
                Ok(Decision::fact(CounterpartFact::Unconfirmed { from }))
            }
            (
                Some(S::Proposed | S::Notified { .. } | S::InForce { .. } | S::Unconfirmed { .. }),
                C::Close { on, reason },
            ) => Ok(Decision::fact(CounterpartFact::Closed { on, reason })),
            (stage, _) => Err(CounterpartRefusal::NotNow { status: stage.map_or("none", S::status).to_owned() }),
        }
    }

    fn apply(state: Option<CounterpartState>, fact: CounterpartFact, stamp: &Stamp) -> CounterpartState {
        let mut relation = state.unwrap_or_else(|| CounterpartState {
            own: stamp.unit.clone(),
            other: stamp.unit.clone(),
            other_side: stamp.side.clone(),
            kind: CounterpartKind::Talks,
            title: Words::default(),
            agreement: None,
            stage: CounterpartStage::Proposed,
        });
        match fact {
            CounterpartFact::Registered { own, other, other_side, kind, title, agreement } => {
                relation = CounterpartState {
                    own,
                    other,
                    other_side,
                    kind,
                    title,
                    agreement,
                    stage: CounterpartStage::Proposed,
                };
            }
            CounterpartFact::Notified { on } => relation.stage = CounterpartStage::Notified { on },
            CounterpartFact::Confirmed { from } => relation.stage = CounterpartStage::InForce { from },
            CounterpartFact::Unconfirmed { from } => relation.stage = CounterpartStage::Unconfirmed { from },
            CounterpartFact::Closed { on, reason } => relation.stage = CounterpartStage::Ended { on, reason },
        }
        relation
    }

    fn header(relation: &CounterpartState) -> Header {
        let mut links = vec![
            Link { role: "own-unit", to: relation.own.0.clone() },
            Link { role: "other-unit", to: relation.other.0.clone() },
        ];
        links.extend(relation.agreement.iter().map(|text| Link { role: "under", to: text.0.clone() }));
        let open = matches!(relation.stage, CounterpartStage::Proposed | CounterpartStage::Notified { .. });
        Header {
            status: relation.stage.status(),
            title: relation.title.clone(),
            open,
            turn: matches!(relation.stage, CounterpartStage::Notified { .. }).then(|| relation.other_side.clone()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&CounterpartState>) -> Vec<&'static str> {
        match state.map(|relation| &relation.stage) {
            None => vec!["register"],
            Some(CounterpartStage::Proposed) => vec!["notify", "confirm", "close"],
            Some(CounterpartStage::Notified { .. } | CounterpartStage::Unconfirmed { .. }) => vec!["confirm", "close"],
            Some(CounterpartStage::InForce { .. }) => vec!["mark-unconfirmed", "close"],
            Some(CounterpartStage::Ended { .. }) => vec![],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn known(setting: &Setting<'_>, unit: &UnitId) -> Result<crate::organisation::unit::UnitState, CounterpartRefusal> {
    setting.load::<Unit>(&unit.0).ok_or_else(|| CounterpartRefusal::NoUnit { unit: unit.to_string() })
}

/// Both names in every language that has both, own unit first.
pub(crate) fn paired(own: &Words, other: &Words) -> Words {
    let both = Words::LANGUAGES
        .iter()
        .map(|code| ((*code).to_owned(), format!("{} – {}", own.pick(code).1, other.pick(code).1)));
    Words(both.collect())
}

impl CounterpartStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Notified { .. } => "notified",
            Self::InForce { .. } => "in-force",
            Self::Unconfirmed { .. } => "unconfirmed",
            Self::Ended { .. } => "ended",
        }
    }
}

impl CounterpartState {
    /// True while the two units may deal with each other: in force, or in force and to be confirmed again.
    pub fn is_in_force(&self) -> bool {
        matches!(self.stage, CounterpartStage::InForce { .. } | CounterpartStage::Unconfirmed { .. })
    }
}
