//! Standing programme: what runs over years and gathers many deeds: a friendship year, help for children to go to
//! school, a law-publicity campaign, aid (VI chương trình dài hạn, ZH 长期项目; domain vocabulary C.2). Whom it reaches is
//! kept as numbers only; a record of it has no place for the name of a child.

mod shape;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use shape::*;

use crate::basis::agreement::Agreement;
use crate::organisation::side::Side;
use crate::{Decision, Due, Grade, Header, Link, Noun, Right, Setting, Stamp, Wing, Words, deed};

/// The noun.
pub struct StandingProgramme;

impl Noun for StandingProgramme {
    const NAME: &'static str = "standing-programme";
    const WING: Wing = Wing::Basis;
    const GRADE: Grade = Grade::Open;
    type State = StandingProgrammeState;
    type Command = StandingProgrammeCommand;
    type Fact = StandingProgrammeFact;
    type Refusal = StandingProgrammeRefusal;

    fn decide(
        state: Option<&StandingProgrammeState>,
        command: StandingProgrammeCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<StandingProgrammeFact>, StandingProgrammeRefusal> {
        use StandingProgrammeCommand as C;
        use StandingProgrammeFact as F;
        use StandingProgrammeStage as S;
        let Some(programme) = state else {
            let C::Propose(proposal) = command else {
                return Err(StandingProgrammeRefusal::NotNow { status: "none".to_owned() });
            };
            return proposed(setting, proposal);
        };
        let fact = match (&programme.stage, command) {
            (S::Closed { .. }, C::RecordReview { .. } | C::RecordBeneficiaries(_)) => None,
            (S::Proposed, C::Start { started_on }) => {
                not_ahead(setting, started_on)?;
                Some(F::Started { started_on })
            }
            (S::Proposed | S::Running | S::Suspended, C::Amend { name, purpose, until, next_review_on }) => {
                Some(amended(programme, name, purpose, until, next_review_on)?)
            }
            (_, C::RecordBeneficiaries(beneficiaries)) => {
                not_ahead(setting, beneficiaries.as_of_on)?;
                if setting.load::<Side>(&beneficiaries.side.0).is_none() {
                    return Err(StandingProgrammeRefusal::NoSide { side: beneficiaries.side });
                }
                Some(F::BeneficiariesRecorded(beneficiaries))
            }
            (_, C::RecordReview { reviewed_on, note, next_on }) => {
                not_ahead(setting, reviewed_on)?;
                next_on.map_or(Ok(()), |next| in_order(reviewed_on, next))?;
                Some(F::Reviewed { reviewed_on, note, next_on })
            }
            (S::Running, C::Suspend { suspended_on, reason }) => {
                not_ahead(setting, suspended_on)?;
                programme.started_on.map_or(Ok(()), |started| in_order(started, suspended_on))?;
                Some(F::Suspended { suspended_on, reason })
            }
            (S::Suspended, C::Resume { resumed_on }) => {
                not_ahead(setting, resumed_on)?;
                programme.suspensions.last().map_or(Ok(()), |last| in_order(last.from, resumed_on))?;
                Some(F::Resumed { resumed_on })
            }
            (S::Proposed | S::Running | S::Suspended, C::Close { closed_on, result }) => {
                not_ahead(setting, closed_on)?;
                programme.started_on.map_or(Ok(()), |started| not_before(started, closed_on))?;
                Some(F::Closed { closed_on, result })
            }
            _ => None,
        };
        fact.map(Decision::fact)
            .ok_or_else(|| StandingProgrammeRefusal::NotNow { status: programme.stage.status().to_owned() })
    }

    fn apply(state: Option<StandingProgrammeState>, fact: StandingProgrammeFact, _: &Stamp) -> StandingProgrammeState {
        use StandingProgrammeFact as F;
        use StandingProgrammeStage as S;
        let mut programme = state.unwrap_or_else(StandingProgrammeState::blank);
        match fact {
            F::Proposed(proposal) => {
                let StandingProgrammeProposal {
                    kind,
                    name,
                    purpose,
                    agreement,
                    counterparts,
                    communities,
                    from,
                    until,
                    next_review_on,
                } = proposal;
                programme = StandingProgrammeState {
                    kind,
                    name,
                    purpose,
                    agreement,
                    counterparts,
                    communities,
                    from,
                    until,
                    next_review_on,
                    ..StandingProgrammeState::blank()
                };
            }
            F::Amended { name, purpose, until, next_review_on } => {
                programme.name = name.unwrap_or(programme.name);
                programme.purpose = purpose.unwrap_or(programme.purpose);
                programme.until = until.or(programme.until);
                programme.next_review_on = next_review_on.or(programme.next_review_on);
            }
            F::Started { started_on } => {
                programme.started_on = Some(started_on);
                programme.stage = S::Running;
            }
            F::BeneficiariesRecorded(beneficiaries) => programme.beneficiaries.push(beneficiaries),
            F::Reviewed { reviewed_on, note, next_on } => {
                programme.reviews.push(StandingProgrammeReview { reviewed_on, note });
                programme.next_review_on = next_on;
            }
            F::Suspended { suspended_on, reason } => {
                let suspension = StandingProgrammeSuspension { from: suspended_on, until: None, reason };
                programme.suspensions.push(suspension);
                programme.stage = S::Suspended;
            }
            F::Resumed { resumed_on } => {
                if let Some(last) = programme.suspensions.last_mut() {
                    last.until = Some(resumed_on);
                }
                programme.stage = S::Running;
            }
            F::Closed { closed_on, result } => programme.stage = S::Closed { closed_on, result },
        }
        programme
    }

    fn header(programme: &StandingProgrammeState) -> Header {
        use StandingProgrammeStage as S;
        let due = match programme.stage {
            S::Proposed => Some(programme.from),
            S::Running => [programme.next_review_on, programme.until].into_iter().flatten().min(),
            S::Suspended => programme.next_review_on,
            S::Closed { .. } => None,
        };
        let mut links: Vec<Link> =
            programme.counterparts.iter().map(|with| Link { role: "with", to: with.0.clone() }).collect();
        links.extend(programme.agreement.iter().map(|text| Link { role: "under", to: text.0.clone() }));
        links.extend(programme.communities.iter().map(|among| Link { role: "among", to: among.0.clone() }));
        Header {
            status: programme.stage.status(),
            title: programme.name.clone(),
            open: matches!(programme.stage, S::Proposed | S::Suspended) || due.is_some(),
            counterpart: match programme.counterparts.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            },
            due: due.map(Due::On),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&StandingProgrammeState>) -> Vec<&'static str> {
        use StandingProgrammeStage as S;
        match state.map(|programme| &programme.stage) {
            None => vec!["propose"],
            Some(S::Proposed) => vec!["start", "amend", "close"],
            Some(S::Running) => vec!["record-review", "record-beneficiaries", "amend", "suspend", "close"],
            Some(S::Suspended) => vec!["resume", "record-review", "record-beneficiaries", "amend", "close"],
            Some(S::Closed { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "start" | "suspend" | "resume" | "close") { Right::Decide } else { Right::Record }
    }
}

/// The proposal, when it has a name and whatever it names exists.
fn proposed(
    setting: &Setting<'_>,
    proposal: StandingProgrammeProposal,
) -> Result<Decision<StandingProgrammeFact>, StandingProgrammeRefusal> {
    let name = proposal.name.tidied();
    if name.is_empty() {
        return Err(StandingProgrammeRefusal::NoName);
    }
    if proposal.agreement.as_ref().is_some_and(|text| setting.load::<Agreement>(&text.0).is_none()) {
        return Err(StandingProgrammeRefusal::NoAgreement);
    }
    if proposal.counterparts.iter().any(|counterpart| deed::relation(setting, counterpart).is_none()) {
        return Err(StandingProgrammeRefusal::NoCounterpart);
    }
    if let Some(community) = deed::unknown_community(setting, &proposal.communities) {
        return Err(StandingProgrammeRefusal::NoCommunity { community });
    }
    proposal.until.map_or(Ok(()), |until| in_order(proposal.from, until))?;
    Ok(Decision::fact(StandingProgrammeFact::Proposed(StandingProgrammeProposal { name, ..proposal })))
}

fn amended(
    programme: &StandingProgrammeState,
    name: Option<Words>,
    purpose: Option<String>,
    until: Option<Date>,
    next_review_on: Option<Date>,
) -> Result<StandingProgrammeFact, StandingProgrammeRefusal> {
    let name = name.map(Words::tidied).filter(|name| !name.is_empty() && *name != programme.name);
    let purpose = purpose.filter(|purpose| *purpose != programme.purpose);
    let until = until.filter(|_| until != programme.until);
    let next_review_on = next_review_on.filter(|_| next_review_on != programme.next_review_on);
    if name.is_none() && purpose.is_none() && until.is_none() && next_review_on.is_none() {
        return Err(StandingProgrammeRefusal::NothingChanged);
    }
    until.map_or(Ok(()), |until| in_order(programme.started_on.unwrap_or(programme.from), until))?;
    Ok(StandingProgrammeFact::Amended { name, purpose, until, next_review_on })
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), StandingProgrammeRefusal> {
    if deed::is_ahead(setting, day) { Err(StandingProgrammeRefusal::InTheFuture) } else { Ok(()) }
}

/// The later day lies after the earlier.
fn in_order(earlier: Date, later: Date) -> Result<(), StandingProgrammeRefusal> {
    if later <= earlier { Err(StandingProgrammeRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

/// The later day is the earlier one or lies after it.
fn not_before(earlier: Date, later: Date) -> Result<(), StandingProgrammeRefusal> {
    if later < earlier { Err(StandingProgrammeRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

impl StandingProgrammeStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Running => "running",
            Self::Suspended => "suspended",
            Self::Closed { .. } => "closed",
        }
    }
}

impl StandingProgrammeState {
    fn blank() -> Self {
        Self {
            kind: StandingProgrammeKind::FriendshipYear,
            name: Words::default(),
            purpose: String::new(),
            agreement: None,
            counterparts: Vec::new(),
            communities: Vec::new(),
            from: Date::ZERO,
            until: None,
            started_on: None,
            beneficiaries: Vec::new(),
            reviews: Vec::new(),
            next_review_on: None,
            suspensions: Vec::new(),
            stage: StandingProgrammeStage::Proposed,
        }
    }

    /// True for a deed of that day: the programme was not closed before.
    pub fn takes(&self, on: Date) -> bool {
        match self.stage {
            StandingProgrammeStage::Closed { closed_on, .. } => on <= closed_on,
            _ => true,
        }
    }
}
