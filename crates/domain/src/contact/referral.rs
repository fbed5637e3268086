//! Referral: a matter beyond a unit's authority, noted and reported to a superior unit for direction
//! (domain rule C.0-8; Decree 89/2009 Article 8).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::counterpart::Counterpart;
use crate::{
    CounterpartId, Decision, Header, Link, MatterId, Noun, RecordId, Right, Setting, Stamp, UnitId, Wing, Words,
};

/// The noun.
pub struct Referral;

/// A referral as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct ReferralState {
    /// What it is about, in words.
    pub title: String,
    /// The subject matter.
    pub matter: MatterId,
    /// The counterpart relation in which it came up.
    pub counterpart: CounterpartId,
    /// The superior unit that was asked.
    pub to: UnitId,
    /// The talks in which it was noted.
    pub opened_by: RecordId,
    /// In which words it was noted.
    pub remark: Option<String>,
    /// What the superior unit directed.
    pub direction: Option<String>,
    /// What came of it in the end.
    pub result: Option<String>,
    /// How far it has come.
    pub stage: ReferralStage,
}

/// How far a referral has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum ReferralStage {
    /// The superior unit is to answer.
    Open,
    /// The answer is there; the unit that asked is to take the matter up again.
    Answered {
        /// The day of the answer.
        on: Date,
        /// Whether the unit may now agree to the matter.
        may_agree: bool,
    },
    /// Settled.
    Closed {
        /// The day.
        on: Date,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ReferralCommand {
    /// Refer a matter to a superior unit; mostly a consequence of talks.
    Open {
        /// What it is about, in words.
        #[schemars(length(min = 1, max = 300))]
        title: String,
        /// The subject matter.
        matter: MatterId,
        /// The counterpart relation in which it came up.
        counterpart: CounterpartId,
        /// The superior unit that is asked.
        to: UnitId,
        /// The talks in which it was noted.
        opened_by: RecordId,
        /// In which words it was noted.
        #[schemars(length(max = 2000))]
        remark: Option<String>,
    },
    /// Answer as the superior unit.
    Answer {
        /// What the unit is to do.
        #[schemars(length(min = 1, max = 4000), extend("x-long" = true))]
        direction: String,
        /// Whether the unit may now agree to the matter.
        may_agree: bool,
    },
    /// Refer the matter further up.
    Forward {
        /// The higher unit.
        to: UnitId,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Close the referral after its answer was used.
    Close {
        /// What came of it.
        #[schemars(length(max = 2000))]
        result: Option<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum ReferralFact {
    /// The matter was referred.
    Opened {
        /// What it is about.
        title: String,
        /// The subject matter.
        matter: MatterId,
        /// The counterpart relation.
        counterpart: CounterpartId,
        /// The superior unit.
        to: UnitId,
        /// The talks in which it was noted.
        opened_by: RecordId,
        /// In which words.
        remark: Option<String>,
    },
    /// The superior unit answered.
    Answered {
        /// What it directed.
        direction: String,
        /// Whether the unit may now agree.
        may_agree: bool,
        /// The day.
        on: Date,
    },
    /// The matter went further up.
    Forwarded {
        /// The higher unit.
        to: UnitId,
        /// Why.
        reason: String,
    },
    /// The referral was closed.
    Closed {
        /// The day.
        on: Date,
        /// What came of it.
        result: Option<String>,
    },
}

/// Why an act on a referral is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum ReferralRefusal {
    /// The referral is open already, or not yet, or settled.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// A matter is referred to a superior unit only.
    NotSuperior {
        /// The unit that was named.
        to: UnitId,
    },
    /// Only the unit that was asked answers or refers further.
    NotAddressee {
        /// The unit that was asked.
        to: UnitId,
    },
    /// A referral is closed only after its answer.
    NotAnswered {
        /// The unit that is to answer.
        to: UnitId,
    },
}

impl Noun for Referral {
    const NAME: &'static str = "referral";
    const WING: Wing = Wing::Contact;
    type State = ReferralState;
    type Command = ReferralCommand;
    type Fact = ReferralFact;
    type Refusal = ReferralRefusal;

    fn decide(
        state: Option<&ReferralState>,
        command: ReferralCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<ReferralFact>, ReferralRefusal> {
        use ReferralCommand as C;
        use ReferralStage as S;
        let on = setting.happened_on();
        match (state.map(|referral| (referral, &referral.stage)), command) {
            (None, C::Open { title, matter, counterpart, to, opened_by, remark }) => {
                setting.load::<Counterpart>(&counterpart.0).ok_or(ReferralRefusal::NoCounterpart)?;
                above(setting, &setting.unit, &to)?;
                Ok(Decision::fact(ReferralFact::Opened { title, matter, counterpart, to, opened_by, remark }))
            }
            (Some((referral, S::Open)), C::Answer { direction, may_agree }) => {
                addressed(setting, referral)?;
                Ok(Decision::fact(ReferralFact::Answered { direction, may_agree, on }))
            }
            (Some((referral, S::Open)), C::Forward { to, reason }) => {
                addressed(setting, referral)?;
                above(setting, &referral.to, &to)?;
                Ok(Decision::fact(ReferralFact::Forwarded { to, reason }))
            }
            (Some((referral, S::Open)), C::Close { .. }) => {
                Err(ReferralRefusal::NotAnswered { to: referral.to.clone() })
            }
            (Some((_, S::Answered { .. })), C::Close { result }) => {
                Ok(Decision::fact(ReferralFact::Closed { on, result }))
            }
            (state, _) => {
                Err(ReferralRefusal::NotNow { status: state.map_or("none", |(_, stage)| stage.status()).to_owned() })
            }
        }
    }

    fn apply(state: Option<ReferralState>, fact: ReferralFact, stamp: &Stamp) -> ReferralState {
        let mut referral = state.unwrap_or_else(|| ReferralState::blank(stamp));
        match fact {
            ReferralFact::Opened { title, matter, counterpart, to, opened_by, remark } => {
                let blank = ReferralState::blank(stamp);
                referral = ReferralState { title, matter, counterpart, to, opened_by, remark, ..blank };
            }
            ReferralFact::Answered { direction, may_agree, on } => {
                referral.direction = Some(direction);
                referral.stage = ReferralStage::Answered { on, may_agree };
            }
            ReferralFact::Forwarded { to, .. } => referral.to = to,
            ReferralFact::Closed { on, result } => {
                referral.result = result;
                referral.stage = ReferralStage::Closed { on };
            }
        }
        referral
    }

    fn header(referral: &ReferralState) -> Header {
        let asked = referral.stage == ReferralStage::Open;
        Header {
            status: referral.stage.status(),
            title: Words::plain(&referral.title),
            open: asked || referral.is_answered(),
            holder: asked.then(|| referral.to.clone()),
            counterpart: Some(referral.counterpart.clone()),
            links: vec![
                Link { role: "with", to: referral.counterpart.0.clone() },
                Link { role: "opened-by", to: referral.opened_by.clone() },
            ],
            ..Header::default()
        }
    }

    fn offers(state: Option<&ReferralState>) -> Vec<&'static str> {
        match state.map(|referral| &referral.stage) {
            None => vec!["open"],
            Some(ReferralStage::Open) => vec!["answer", "forward"],
            Some(ReferralStage::Answered { .. }) => vec!["close"],
            Some(ReferralStage::Closed { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "answer" { Right::Decide } else { Right::Record }
    }
}

fn above(setting: &Setting<'_>, unit: &UnitId, to: &UnitId) -> Result<(), ReferralRefusal> {
    if setting.around.superiors(unit).contains(to) {
        Ok(())
    } else {
        Err(ReferralRefusal::NotSuperior { to: to.clone() })
    }
}

fn addressed(setting: &Setting<'_>, referral: &ReferralState) -> Result<(), ReferralRefusal> {
    if setting.around.may(Right::Record, &referral.to) {
        Ok(())
    } else {
        Err(ReferralRefusal::NotAddressee { to: referral.to.clone() })
    }
}

impl ReferralStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered { .. } => "answered",
            Self::Closed { .. } => "closed",
        }
    }
}

impl ReferralState {
    /// True while the answer is there and has not been used: the unit that asked is to take the matter up again.
    pub fn is_answered(&self) -> bool {
        matches!(self.stage, ReferralStage::Answered { .. })
    }

    /// True once the superior answered that the unit may agree.
    pub fn gives_leave(&self) -> bool {
        matches!(self.stage, ReferralStage::Answered { may_agree: true, .. })
    }

    fn blank(stamp: &Stamp) -> Self {
        Self {
            title: String::new(),
            matter: MatterId(stamp.record.clone()),
            counterpart: CounterpartId(stamp.record.clone()),
            to: stamp.unit.clone(),
            opened_by: stamp.record.clone(),
            remark: None,
            direction: None,
            result: None,
            stage: ReferralStage::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::{Rehearsal, id, unit};

    fn opened(to: &str) -> ReferralCommand {
        ReferralCommand::Open {
            title: "A new opening at T13".into(),
            matter: MatterId(id("opening")),
            counterpart: CounterpartId(id("vs1-nt1")),
            to: unit(to),
            opened_by: id("talks-1"),
            remark: None,
        }
    }

    fn answer() -> ReferralCommand {
        ReferralCommand::Answer { direction: "Agree to weekdays only".into(), may_agree: true }
    }

    #[test]
    fn a_matter_is_referred_to_a_superior_unit_only() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Referral>("r1", opened("vs2")), "not-superior");
        line.act::<Referral>("r1", opened("vp1"));
        assert_eq!(line.header::<Referral>("r1").holder, Some(unit("vp1")));
    }

    #[test]
    fn only_the_unit_that_was_asked_answers() {
        let mut line = Rehearsal::new();
        line.act::<Referral>("r1", opened("vp1"));
        assert_eq!(line.refused::<Referral>("r1", answer()), "not-addressee");
        line.officer_of("vp1-chief", "vp1");
        line.act::<Referral>("r1", answer());
        let header = line.header::<Referral>("r1");
        assert_eq!((header.status, header.open, header.holder), ("answered", true, None));
    }

    #[test]
    fn answering_is_an_act_of_a_commander() {
        assert_eq!(Referral::right("answer"), Right::Decide);
    }

    #[test]
    fn a_matter_referred_further_up_waits_for_the_higher_unit() {
        let mut line = Rehearsal::new();
        line.act::<Referral>("r1", opened("vp1"));
        line.officer_of("vp1-chief", "vp1");
        let forward = |to: &str| ReferralCommand::Forward { to: unit(to), reason: "Needs the Command".into() };
        assert_eq!(line.refused::<Referral>("r1", forward("vs1")), "not-superior");
        line.act::<Referral>("r1", forward("vc"));
        assert_eq!(line.header::<Referral>("r1").holder, Some(unit("vc")));
        assert_eq!(line.refused::<Referral>("r1", answer()), "not-addressee");
    }

    #[test]
    fn a_referral_is_closed_only_after_its_answer() {
        let mut line = Rehearsal::new();
        line.act::<Referral>("r1", opened("vp1"));
        let close = ReferralCommand::Close { result: None };
        assert_eq!(line.refused::<Referral>("r1", close.clone()), "not-answered");
        line.officer_of("vp1-chief", "vp1");
        line.act::<Referral>("r1", answer());
        line.act::<Referral>("r1", close);
        assert!(!line.header::<Referral>("r1").open);
    }
}
