//! Visit: one side calls on the other without an agenda, for courtesy, a holiday or mourning; announced and answered
//! before, or recorded afterwards (VI thăm, ZH 走访). A visit to the chiefs of own residents is outreach.

mod shape;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;

pub use shape::*;

use crate::basis::obligation::Activity;
use crate::contact::talks::{ANSWER_DAYS, Answer};
use crate::deed::{self, UnfitDuty};
use crate::organisation::counterpart::Counterpart;
use crate::{
    Basis, CounterpartId, Decision, Due, Figure, Header, Link, Noun, Postponement, Setting, SideId, Stamp, Wing, Words,
};

/// The noun.
pub struct Visit;

impl Noun for Visit {
    const NAME: &'static str = "visit";
    const WING: Wing = Wing::Contact;
    type State = VisitState;
    type Command = VisitCommand;
    type Fact = VisitFact;
    type Refusal = VisitRefusal;

    fn decide(
        state: Option<&VisitState>,
        command: VisitCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<VisitFact>, VisitRefusal> {
        use VisitCommand as C;
        use VisitStage as S;
        let Some(visit) = state else { return begin(setting, command) };
        match (&visit.stage, command) {
            (S::Announced { to, .. }, C::Answer { answer, new_date }) => {
                respond(visit, setting, true, to, answer, new_date)
            }
            (S::Announced { to, .. }, C::RecordAnswer { answer, new_date }) => {
                respond(visit, setting, false, to, answer, new_date)
            }
            (_, C::RecordHeld { held_on, own_participants, other_participants, own_head, gifts })
                if visit.is_ahead() =>
            {
                not_ahead(setting, held_on)?;
                let met = deed::met(setting, visit.occurrence.as_ref(), held_on);
                let own_head = own_head.filter(|head| Some(head) != visit.own_head.as_ref());
                let held = VisitFact::Held { held_on, own_participants, other_participants, own_head, gifts };
                Ok(Decision::fact(held).and_all(met))
            }
            (_, C::Postpone { asked_by, reason, new_date }) if visit.is_ahead() => {
                involved(setting, &visit.counterpart, &asked_by)?;
                new_date.map_or(Ok(()), |day| not_past(setting, day))?;
                let follows = deed::put_off(setting, visit.occurrence.as_ref(), Some(&asked_by), reason, new_date);
                Ok(Decision::fact(VisitFact::Postponed { asked_by, reason, new_date }).and_all(follows))
            }
            (S::Postponed, C::RecordNewDay { new_date }) => {
                not_past(setting, new_date)?;
                Ok(Decision::fact(VisitFact::NewDayRecorded { on: setting.happened_on(), new_date }))
            }
            (S::Recorded | S::Held, command @ C::Correct { .. }) => correct(visit, setting, command),
            (_, C::Cancel { reason }) if visit.is_ahead() => Ok(Decision::fact(VisitFact::Cancelled { reason })),
            _ => Err(visit.not_now()),
        }
    }

    fn apply(state: Option<VisitState>, fact: VisitFact, stamp: &Stamp) -> VisitState {
        use VisitFact as F;
        use VisitStage as S;
        let mut visit = state.unwrap_or_else(|| VisitState::blank(stamp));
        match fact {
            F::Recorded { visit: recorded } => visit = recorded,
            F::Announced {
                by,
                to,
                on,
                counterpart,
                guest,
                occasion,
                purpose,
                planned_on,
                place,
                own_head,
                delegation,
                occurrence,
                period,
            } => {
                visit = VisitState {
                    counterpart,
                    guest: Some(guest),
                    occasion,
                    purpose,
                    planned_on: Some(planned_on),
                    place,
                    own_head,
                    delegation,
                    occurrence,
                    period,
                    stage: S::Announced { by, to, on },
                    ..VisitState::blank(stamp)
                };
            }
            F::OtherDateProposed { by, to, on, new_date } => {
                visit.planned_on = Some(new_date);
                visit.stage = S::Announced { by, to, on };
            }
            F::Answered { on, .. } => visit.stage = S::Answered { on },
            F::Declined { declined_by } => visit.stage = S::Declined { declined_by },
            F::Held { held_on, own_participants, other_participants, own_head, gifts } => {
                visit.held_on = Some(held_on);
                visit.own_participants = Some(own_participants);
                visit.other_participants = Some(other_participants);
                visit.own_head = own_head.or(visit.own_head);
                visit.gifts = gifts;
                visit.stage = S::Held;
            }
            F::Postponed { asked_by, reason, new_date } => {
                let before = std::mem::replace(&mut visit.planned_on, new_date);
                let put_off = Postponement { asked_by: Some(asked_by), reason, planned_on: before, new_date };
                visit.postponements.push(put_off);
                visit.stage = S::Postponed;
            }
            F::NewDayRecorded { on, new_date } => {
                visit.planned_on = Some(new_date);
                visit.stage = S::Answered { on };
            }
            F::Corrected {
                purpose,
                occasion,
                held_on,
                place,
                own_participants,
                other_participants,
                own_head,
                gifts,
            } => {
                let before = VisitCorrection {
                    corrected_at: stamp.recorded,
                    purpose: purpose.map(|purpose| std::mem::replace(&mut visit.purpose, purpose)),
                    occasion: replaced(&mut visit.occasion, occasion),
                    held_on: replaced(&mut visit.held_on, held_on),
                    place: place.map(|place| std::mem::replace(&mut visit.place, place)),
                    own_participants: replaced(&mut visit.own_participants, own_participants),
                    other_participants: replaced(&mut visit.other_participants, other_participants),
                    own_head: replaced(&mut visit.own_head, own_head),
                    gifts: replaced(&mut visit.gifts, gifts),
                };
                visit.corrections.push(before);
            }
            F::Cancelled { reason } => visit.stage = S::Cancelled { reason },
        }
        visit
    }

    fn header(visit: &VisitState) -> Header {
        let (status, open, turn, due) = visit.standing();
        let mut links = deed::links(Some(&visit.counterpart), None, visit.occurrence.as_ref(), &[]);
        links.extend(visit.delegation.iter().map(|named| Link { role: "delegation", to: named.0.clone() }));
        Header {
            status,
            title: Words::plain(&visit.purpose),
            open,
            turn,
            counterpart: Some(visit.counterpart.clone()),
            held_on: visit.held_on.or(visit.planned_on),
            due: due.map(Due::On),
            period: visit.period.clone(),
            links,
            figures: visit.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&VisitState>) -> Vec<&'static str> {
        match state.map(|visit| &visit.stage) {
            None => vec!["record", "announce", "record-announcement"],
            Some(VisitStage::Announced { .. }) => {
                vec!["record-answer", "answer", "record-held", "postpone", "cancel"]
            }
            Some(VisitStage::Answered { .. }) => vec!["record-held", "postpone", "cancel"],
            Some(VisitStage::Postponed) => vec!["record-new-day", "record-held", "postpone", "cancel"],
            Some(VisitStage::Recorded | VisitStage::Held) => vec!["correct"],
            Some(VisitStage::Declined { .. } | VisitStage::Cancelled { .. }) => vec![],
        }
    }
}

/// The value that stood there, where another takes its place.
fn replaced<T>(standing: &mut Option<T>, other: Option<T>) -> Option<T> {
    other.and_then(|other| standing.replace(other))
}

fn begin(setting: &Setting<'_>, command: VisitCommand) -> Result<Decision<VisitFact>, VisitRefusal> {
    match command {
        VisitCommand::Record {
            counterpart,
            held_on,
            purpose,
            occasion,
            guest,
            own_participants,
            other_participants,
            place,
            own_head,
            gifts,
            delegation,
        } => {
            setting.load::<Counterpart>(&counterpart.0).ok_or(VisitRefusal::NoCounterpart)?;
            guest.as_ref().map_or(Ok(()), |guest| involved(setting, &counterpart, guest))?;
            not_ahead(setting, held_on)?;
            if delegation.as_ref().is_some_and(|named| !deed::has_delegation(setting, named)) {
                return Err(VisitRefusal::NoDelegation);
            }
            let visit = VisitState {
                guest,
                occasion,
                purpose,
                held_on: Some(held_on),
                own_participants: Some(own_participants),
                other_participants: Some(other_participants),
                place,
                own_head,
                gifts,
                delegation,
                ..VisitState::of(counterpart)
            };
            Ok(Decision::fact(VisitFact::Recorded { visit }))
        }
        VisitCommand::Announce(plan) => announce(setting, true, plan),
        VisitCommand::RecordAnnouncement(plan) => announce(setting, false, plan),
        _ => Err(VisitRefusal::NotNow { status: "none".to_owned() }),
    }
}

/// One side says that it comes, or that the other may come; the other side is to answer.
fn announce(setting: &Setting<'_>, by_us: bool, plan: VisitPlan) -> Result<Decision<VisitFact>, VisitRefusal> {
    let VisitPlan { counterpart, guest, occasion, purpose, planned_on, place, own_head, delegation, occurrence } = plan;
    let other = deed::relation(setting, &counterpart).ok_or(VisitRefusal::NoCounterpart)?.other_side;
    let (own, on) = (setting.own.clone(), setting.happened_on());
    let (by, to) = if by_us { (own, other) } else { (other, own) };
    let guest = guest.unwrap_or_else(|| by.clone());
    let host = match &guest {
        guest if *guest == by => to.clone(),
        guest if *guest == to => by.clone(),
        guest => return Err(VisitRefusal::NotASide { side: guest.clone() }),
    };
    not_past(setting, planned_on)?;
    if delegation.as_ref().is_some_and(|named| !deed::has_delegation(setting, named)) {
        return Err(VisitRefusal::NoDelegation);
    }
    let owed = deed::period_owed(setting, occurrence.as_ref(), Activity::Visit, Some(&host));
    let period = owed.map_err(|duty| match duty {
        UnfitDuty::NoOccurrence => VisitRefusal::NoOccurrence,
        UnfitDuty::OtherActivity => VisitRefusal::OtherActivity,
        UnfitDuty::OtherHost(host) => VisitRefusal::OtherHost { host },
    })?;
    Ok(Decision::fact(VisitFact::Announced {
        by,
        to,
        on,
        counterpart,
        guest,
        occasion,
        purpose,
        planned_on,
        place,
        own_head,
        delegation,
        occurrence,
        period,
    }))
}

fn respond(
    visit: &VisitState,
    setting: &Setting<'_>,
    by_us: bool,
    turn: &SideId,
    answer: Answer,
    new_date: Option<Date>,
) -> Result<Decision<VisitFact>, VisitRefusal> {
    let relation = setting.load::<Counterpart>(&visit.counterpart.0).ok_or(VisitRefusal::NoCounterpart)?;
    let (own, other) = (setting.own.clone(), relation.other_side);
    let (by, to) = if by_us { (own, other) } else { (other, own) };
    if *turn != by {
        return Err(VisitRefusal::NotYourTurn { turn: turn.clone() });
    }
    let on = setting.happened_on();
    Ok(Decision::fact(match answer {
        Answer::Accept => VisitFact::Answered { by, on },
        Answer::Decline => VisitFact::Declined { declined_by: by },
        Answer::OtherDate => {
            let new_date = new_date.ok_or(VisitRefusal::NoDate)?;
            not_past(setting, new_date)?;
            VisitFact::OtherDateProposed { by, to, on, new_date }
        }
    }))
}

/// A correction says what differs; what is the same is not told again.
fn correct(
    visit: &VisitState,
    setting: &Setting<'_>,
    command: VisitCommand,
) -> Result<Decision<VisitFact>, VisitRefusal> {
    let VisitCommand::Correct {
        purpose,
        occasion,
        held_on,
        place,
        own_participants,
        other_participants,
        own_head,
        gifts,
    } = command
    else {
        return Err(visit.not_now());
    };
    let purpose = purpose.filter(|purpose| *purpose != visit.purpose);
    let occasion = occasion.filter(|_| occasion != visit.occasion);
    let held_on = held_on.filter(|_| held_on != visit.held_on);
    let place = place.filter(|place| *place != visit.place);
    let own_participants = own_participants.filter(|_| own_participants != visit.own_participants);
    let other_participants = other_participants.filter(|_| other_participants != visit.other_participants);
    let own_head = own_head.filter(|head| Some(head) != visit.own_head.as_ref());
    let gifts = gifts.filter(|gifts| Some(gifts) != visit.gifts.as_ref());
    let texts = [&purpose, &place, &own_head, &gifts].into_iter().any(Option::is_some);
    let numbers = own_participants.or(other_participants).is_some();
    if !texts && !numbers && occasion.is_none() && held_on.is_none() {
        return Err(VisitRefusal::NothingChanged);
    }
    held_on.map_or(Ok(()), |day| not_ahead(setting, day))?;
    Ok(Decision::fact(VisitFact::Corrected {
        purpose,
        occasion,
        held_on,
        place,
        own_participants,
        other_participants,
        own_head,
        gifts,
    }))
}

fn involved(setting: &Setting<'_>, counterpart: &CounterpartId, side: &SideId) -> Result<(), VisitRefusal> {
    let is_involved = deed::is_involved(setting, Some(counterpart), side);
    if is_involved { Ok(()) } else { Err(VisitRefusal::NotASide { side: side.clone() }) }
}

fn not_past(setting: &Setting<'_>, day: Date) -> Result<(), VisitRefusal> {
    if deed::is_past(setting, day) { Err(VisitRefusal::InThePast) } else { Ok(()) }
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), VisitRefusal> {
    if deed::is_ahead(setting, day) { Err(VisitRefusal::InTheFuture) } else { Ok(()) }
}

impl VisitState {
    /// A visit within a relation, of which nothing else is known.
    fn of(counterpart: CounterpartId) -> Self {
        Self {
            counterpart,
            guest: None,
            occasion: None,
            purpose: String::new(),
            planned_on: None,
            held_on: None,
            own_participants: None,
            other_participants: None,
            place: String::new(),
            own_head: None,
            gifts: None,
            delegation: None,
            occurrence: None,
            period: None,
            postponements: Vec::new(),
            corrections: Vec::new(),
            stage: VisitStage::Recorded,
        }
    }

    fn blank(stamp: &Stamp) -> Self {
        Self::of(CounterpartId(stamp.record.clone()))
    }

    fn not_now(&self) -> VisitRefusal {
        VisitRefusal::NotNow { status: self.standing().0.to_owned() }
    }

    /// True while it can still take place.
    fn is_ahead(&self) -> bool {
        matches!(self.stage, VisitStage::Announced { .. } | VisitStage::Answered { .. } | VisitStage::Postponed)
    }

    /// Name of the stage, whether somebody must act, whose turn it is, until which day.
    fn standing(&self) -> (&'static str, bool, Option<SideId>, Option<Date>) {
        use VisitStage as S;
        match &self.stage {
            S::Recorded => ("recorded", false, None, None),
            S::Announced { to, on, .. } => {
                ("announced", true, Some(to.clone()), Some(on.saturating_add(ANSWER_DAYS.days())))
            }
            S::Answered { .. } => ("answered", true, None, self.planned_on),
            S::Postponed => ("postponed", true, deed::names_next_day(&self.postponements), self.planned_on),
            S::Held => ("held", false, None, None),
            S::Declined { .. } => ("declined", false, None, None),
            S::Cancelled { .. } => ("cancelled", false, None, None),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let held = matches!(self.stage, VisitStage::Recorded | VisitStage::Held);
        let Some(on) = self.held_on.filter(|_| held) else { return Vec::new() };
        let figure = |code, quantity| Figure { code, on, quantity, basis: Basis::Own };
        vec![figure("visits", 1), figure("visit-participants", i64::from(self.own_participants.unwrap_or_default()))]
    }
}
