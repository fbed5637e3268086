//! Liaison officer: an officer named to the other side, standing to pass letters and arrange meetings, or for one patrol
//! to march in the other side's formation (VI sĩ quan liên lạc, ZH 联络官; domain vocabulary C.1).

mod shape;

use jiff::civil::Date;

pub use shape::*;

use crate::contact::letter::Letter;
use crate::operations::patrol::Patrol;
use crate::organisation::border_representative::PersonInOffice;
use crate::organisation::counterpart::{Counterpart, CounterpartState};
use crate::organisation::unit::Unit;
use crate::{
    CounterpartId, Decision, Due, Header, LetterId, Link, Noun, PatrolId, Right, Setting, SideId, Stamp, UnitId, Wing,
};

/// The noun.
pub struct LiaisonOfficer;

impl Noun for LiaisonOfficer {
    const NAME: &'static str = "liaison-officer";
    const WING: Wing = Wing::Organisation;
    type State = LiaisonOfficerState;
    type Command = LiaisonOfficerCommand;
    type Fact = LiaisonOfficerFact;
    type Refusal = LiaisonOfficerRefusal;

    fn decide(
        state: Option<&LiaisonOfficerState>,
        command: LiaisonOfficerCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
        use LiaisonOfficerCommand as C;
        use LiaisonOfficerFact as F;
        use LiaisonStage as S;
        let Some(officer) = state else { return begin(setting, command) };
        match (&officer.stage, command) {
            (S::Appointed, C::Notify { notified_on, letter }) => {
                officer.appointed_on.map_or(Ok(()), |appointed| in_order(appointed, notified_on))?;
                notify(setting, notified_on, letter)
            }
            (S::Notified, C::Answer { accepts, remark }) => answer(officer, setting, true, accepts, remark),
            (S::Notified, C::RecordAnswer { accepts, remark }) => answer(officer, setting, false, accepts, remark),
            (S::Accepted, C::MakeAvailable { from }) => {
                not_ahead(setting, from)?;
                officer.notified_on.map_or(Ok(()), |notified| in_order(notified, from))?;
                Ok(Decision::fact(F::MadeAvailable { from }))
            }
            (S::Available { .. } | S::Returned, C::Attach { to, from, until_on }) if officer.may_be_attached() => {
                attach(officer, setting, Attachment { to, from, until_on, returned_on: None })
            }
            (S::Attached { .. }, C::RecordReturn { returned_on }) => {
                not_ahead(setting, returned_on)?;
                let from = officer.attachments.last().map(|attachment| attachment.from);
                from.map_or(Ok(()), |from| in_order(from, returned_on))?;
                Ok(Decision::fact(F::Returned { returned_on }))
            }
            (
                S::Available { .. } | S::Attached { .. } | S::Returned,
                C::RecordHandedOver { handed_on, thing, count, what, receipt, record },
            ) => hand_over(setting, HandedOver { on: handed_on, thing, count, what, receipt, record }),
            (S::Attached { .. }, C::End { .. }) => Err(LiaisonOfficerRefusal::StillAttached),
            (
                S::Appointed | S::Notified | S::Accepted | S::Available { .. } | S::Returned,
                C::End { ended_on, remark },
            ) => {
                not_ahead(setting, ended_on)?;
                let back = officer.attachments.last().and_then(|attachment| attachment.returned_on);
                back.map_or(Ok(()), |back| in_order(back, ended_on))?;
                Ok(Decision::fact(F::Ended { ended_on, remark }))
            }
            _ => Err(LiaisonOfficerRefusal::NotNow { status: officer.stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<LiaisonOfficerState>, fact: LiaisonOfficerFact, stamp: &Stamp) -> LiaisonOfficerState {
        use LiaisonOfficerFact as F;
        use LiaisonStage as S;
        let mut officer = state.unwrap_or_else(|| LiaisonOfficerState::blank(stamp));
        match fact {
            F::Appointed { side, other_side, counterpart, kind, patrol, person, unit, appointed_on } => {
                let blank = LiaisonOfficerState::blank(stamp);
                officer = LiaisonOfficerState {
                    side,
                    other_side,
                    counterpart,
                    kind,
                    patrol,
                    person,
                    unit,
                    appointed_on,
                    ..blank
                };
            }
            F::Notified { notified_on, letter } => {
                (officer.notified_on, officer.letter) = (Some(notified_on), letter);
                officer.stage = S::Notified;
            }
            F::Accepted => officer.stage = S::Accepted,
            F::Declined { remark } => officer.stage = S::Declined { remark },
            F::MadeAvailable { from } => officer.stage = S::Available { from },
            F::Attached { attachment } => {
                officer.stage = S::Attached { to: attachment.to.clone() };
                officer.attachments.push(attachment);
            }
            F::Returned { returned_on } => {
                let last = officer.attachments.last_mut();
                last.into_iter().for_each(|attachment| attachment.returned_on = Some(returned_on));
                officer.stage = S::Returned;
            }
            F::HandedOver { thing } => officer.handed_over.push(thing),
            F::Ended { ended_on, remark } => officer.stage = S::Ended { until: ended_on, remark },
        }
        officer
    }

    fn header(officer: &LiaisonOfficerState) -> Header {
        let turn = officer.turn();
        let attached = matches!(officer.stage, LiaisonStage::Attached { .. });
        let due = officer.attachments.last().and_then(|attachment| attachment.until_on).filter(|_| attached);
        let mut links = vec![Link { role: "with", to: officer.counterpart.0.clone() }];
        links.extend(officer.unit.iter().map(|unit| Link { role: "serves-in", to: unit.0.clone() }));
        links.extend(officer.letter.iter().map(|letter| Link { role: "told-by", to: letter.0.clone() }));
        links.extend(officer.patrol.iter().map(|patrol| Link { role: "named-for", to: patrol.0.clone() }));
        let attached_to = officer.attachments.iter().map(|attachment| attachment.to.clone());
        links.extend(attached_to.map(|to| Link { role: "attached-to", to }));
        let records = officer.handed_over.iter().filter_map(|thing| thing.record.clone());
        links.extend(records.map(|to| Link { role: "handed-over", to }));
        Header {
            status: officer.stage.status(),
            title: officer.person.title(),
            open: turn.is_some(),
            turn,
            side: Some(officer.side.clone()),
            counterpart: Some(officer.counterpart.clone()),
            due: due.map(Due::On),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&LiaisonOfficerState>) -> Vec<&'static str> {
        use LiaisonStage as S;
        let Some(officer) = state else { return vec!["appoint", "record-notified"] };
        match officer.stage {
            S::Appointed => vec!["notify", "end"],
            S::Notified => vec!["answer", "record-answer", "end"],
            S::Accepted => vec!["make-available", "end"],
            S::Available { .. } => vec!["attach", "record-handed-over", "end"],
            S::Attached { .. } => vec!["record-return", "record-handed-over"],
            S::Returned if officer.may_be_attached() => vec!["attach", "record-handed-over", "end"],
            S::Returned => vec!["end", "record-handed-over"],
            S::Ended { .. } | S::Declined { .. } => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "appoint" | "answer") { Right::Decide } else { Right::Record }
    }
}

/// Begins with an appointment by the own side, or with what the other side told of its own officer.
fn begin(
    setting: &Setting<'_>,
    command: LiaisonOfficerCommand,
) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    use LiaisonOfficerCommand as C;
    match command {
        C::Appoint { counterpart, kind, patrol, name, rank, office, unit, appointed_on } => {
            not_ahead(setting, appointed_on)?;
            let other_side = relation(setting, &counterpart)?.other_side;
            let person = PersonInOffice { name, rank, office };
            let sides = (setting.own.clone(), other_side);
            appoint(setting, sides, counterpart, (kind, patrol), person, unit, Some(appointed_on))
        }
        C::RecordNotified { counterpart, kind, patrol, name, rank, office, unit, notified_on, letter } => {
            let side = relation(setting, &counterpart)?.other_side;
            let person = PersonInOffice { name, rank, office };
            let sides = (side, setting.own.clone());
            let mut decision = appoint(setting, sides, counterpart, (kind, patrol), person, unit, None)?;
            decision.facts.extend(notify(setting, notified_on, letter)?.facts);
            Ok(decision)
        }
        _ => Err(LiaisonOfficerRefusal::NotNow { status: "none".to_owned() }),
    }
}

fn relation(setting: &Setting<'_>, counterpart: &CounterpartId) -> Result<CounterpartState, LiaisonOfficerRefusal> {
    let known = setting.load::<Counterpart>(&counterpart.0).filter(CounterpartState::is_in_force);
    known.ok_or(LiaisonOfficerRefusal::NoCounterpart)
}

fn appoint(
    setting: &Setting<'_>,
    (side, other_side): (SideId, SideId),
    counterpart: CounterpartId,
    (kind, patrol): (LiaisonKind, Option<PatrolId>),
    person: PersonInOffice,
    unit: Option<UnitId>,
    appointed_on: Option<Date>,
) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    let patrol = patrol.filter(|_| kind == LiaisonKind::OnePatrol);
    let known = patrol.as_ref().is_some_and(|patrol| setting.load::<Patrol>(&patrol.0).is_some());
    if kind == LiaisonKind::OnePatrol && !known {
        return Err(LiaisonOfficerRefusal::NoPatrol);
    }
    let of_side = |unit: &UnitId| setting.load::<Unit>(&unit.0).is_some_and(|unit| unit.side == side);
    if unit.as_ref().is_some_and(|unit| !of_side(unit)) {
        return Err(LiaisonOfficerRefusal::NoUnit);
    }
    let fact =
        LiaisonOfficerFact::Appointed { side, other_side, counterpart, kind, patrol, person, unit, appointed_on };
    Ok(Decision::fact(fact))
}

fn notify(
    setting: &Setting<'_>,
    notified_on: Date,
    letter: Option<LetterId>,
) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    not_ahead(setting, notified_on)?;
    if letter.as_ref().is_some_and(|letter| setting.load::<Letter>(&letter.0).is_none()) {
        return Err(LiaisonOfficerRefusal::NoLetter);
    }
    Ok(Decision::fact(LiaisonOfficerFact::Notified { notified_on, letter }))
}

fn answer(
    officer: &LiaisonOfficerState,
    setting: &Setting<'_>,
    own_answer: bool,
    accepts: bool,
    remark: Option<String>,
) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    if own_answer != (officer.other_side == setting.own) {
        return Err(LiaisonOfficerRefusal::OtherSideAnswers);
    }
    if accepts {
        return Ok(Decision::fact(LiaisonOfficerFact::Accepted));
    }
    Ok(Decision::fact(LiaisonOfficerFact::Declined { remark: remark.ok_or(LiaisonOfficerRefusal::NoRemark)? }))
}

/// An officer named for one patrol goes with that patrol only.
fn attach(
    officer: &LiaisonOfficerState,
    setting: &Setting<'_>,
    attachment: Attachment,
) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    if let Some(patrol) = officer.patrol.as_ref().filter(|patrol| patrol.0 != attachment.to) {
        return Err(LiaisonOfficerRefusal::OtherPatrol { patrol: patrol.clone() });
    }
    if attachment.to == setting.record || setting.noun_of(&attachment.to).is_none() {
        return Err(LiaisonOfficerRefusal::NoRecord);
    }
    not_ahead(setting, attachment.from)?;
    attachment.until_on.map_or(Ok(()), |until| in_order(attachment.from, until))?;
    Ok(Decision::fact(LiaisonOfficerFact::Attached { attachment }))
}

/// Letters, animals and property pass through liaison officers; persons never do (as in the model rules of 1994 between two neighbours).
fn hand_over(setting: &Setting<'_>, thing: HandedOver) -> Result<Decision<LiaisonOfficerFact>, LiaisonOfficerRefusal> {
    if thing.thing == ThingHandedOver::Person {
        return Err(LiaisonOfficerRefusal::NotPersons);
    }
    not_ahead(setting, thing.on)?;
    if thing.record.as_ref().is_some_and(|record| setting.noun_of(record).is_none()) {
        return Err(LiaisonOfficerRefusal::NoRecord);
    }
    Ok(Decision::fact(LiaisonOfficerFact::HandedOver { thing }))
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), LiaisonOfficerRefusal> {
    if day > setting.today { Err(LiaisonOfficerRefusal::InTheFuture) } else { Ok(()) }
}

fn in_order(earlier: Date, later: Date) -> Result<(), LiaisonOfficerRefusal> {
    if later < earlier { Err(LiaisonOfficerRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

impl LiaisonStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Appointed => "appointed",
            Self::Notified => "notified",
            Self::Accepted => "accepted",
            Self::Available { .. } => "available",
            Self::Attached { .. } => "attached",
            Self::Returned => "returned",
            Self::Ended { .. } => "ended",
            Self::Declined { .. } => "declined",
        }
    }
}

impl LiaisonOfficerState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            side: stamp.side.clone(),
            other_side: stamp.side.clone(),
            counterpart: CounterpartId(stamp.record.clone()),
            kind: LiaisonKind::Standing,
            person: PersonInOffice { name: String::new(), rank: None, office: String::new() },
            unit: None,
            patrol: None,
            appointed_on: None,
            notified_on: None,
            letter: None,
            attachments: Vec::new(),
            handed_over: Vec::new(),
            stage: LiaisonStage::Appointed,
        }
    }

    /// A standing officer goes again; one named for a patrol has gone once.
    fn may_be_attached(&self) -> bool {
        self.kind == LiaisonKind::Standing || self.attachments.is_empty()
    }

    /// The side that has to act next: the one that named the officer, but for the answer.
    fn turn(&self) -> Option<SideId> {
        use LiaisonStage as S;
        match self.stage {
            S::Notified => Some(self.other_side.clone()),
            S::Appointed | S::Accepted | S::Attached { .. } => Some(self.side.clone()),
            S::Returned if !self.may_be_attached() => Some(self.side.clone()),
            S::Available { .. } | S::Returned | S::Ended { .. } | S::Declined { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests;
