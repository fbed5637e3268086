//! Training: one side teaches the other, or both exchange what they know; also with a third country or an international
//! organisation (VI đào tạo, tập huấn, trao đổi nghiệp vụ; ZH 培训与业务交流).

mod shape;
#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;

pub use shape::*;

use crate::basis::obligation::Activity;
use crate::contact::talks::PostponeReason;
use crate::deed::{self, UnfitDuty};
use crate::{Basis, Decision, Due, Figure, Header, Noun, Postponement, Setting, SideId, Stamp, Wing, Words};

/// Days after the last day within which it is to be written down what training brought; proposed here.
pub const EVALUATION_DAYS: i32 = 14;

/// The noun.
pub struct Training;

impl Noun for Training {
    const NAME: &'static str = "training";
    const WING: Wing = Wing::Operations;
    type State = TrainingState;
    type Command = TrainingCommand;
    type Fact = TrainingFact;
    type Refusal = TrainingRefusal;

    fn decide(
        state: Option<&TrainingState>,
        command: TrainingCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<TrainingFact>, TrainingRefusal> {
        use TrainingCommand as C;
        use TrainingStage as S;
        let Some(training) = state else {
            let C::Plan(plan) = command else {
                return Err(TrainingRefusal::NotNow { status: "none".to_owned() });
            };
            return planned(setting, plan).map(Decision::fact);
        };
        let is_ahead = matches!(training.stage, S::Planned | S::Postponed);
        match (&training.stage, command) {
            (_, C::Amend { subject, place, days }) if is_ahead => amend(training, subject, place, days),
            (_, C::Postpone { asked_by, reason, new_date }) if is_ahead => {
                postpone(training, setting, asked_by, reason, new_date)
            }
            (S::Postponed, C::RecordNewDay { new_date }) => {
                not_past(setting, new_date)?;
                Ok(Decision::fact(TrainingFact::NewDayRecorded { new_date }))
            }
            (_, C::RecordHeld(course)) if is_ahead => {
                took_place(setting, &course)?;
                let met = deed::met(setting, training.occurrence.as_ref(), course.held_on);
                Ok(Decision::fact(TrainingFact::Held(course)).and_all(met))
            }
            (S::Held | S::Evaluated(_), C::Correct(course)) => {
                took_place(setting, &course)?;
                if training.course.as_ref() == Some(&course) {
                    return Err(TrainingRefusal::NothingChanged);
                }
                if let S::Evaluated(evaluation) = &training.stage {
                    no_more_passed(evaluation, &course)?;
                }
                Ok(Decision::fact(TrainingFact::Corrected(course)))
            }
            (S::Held, C::RecordEvaluation(evaluation)) => {
                evaluable(training, setting, &evaluation)?;
                Ok(Decision::fact(TrainingFact::Evaluated(evaluation)))
            }
            (_, C::Cancel { reason }) if is_ahead => Ok(Decision::fact(TrainingFact::Cancelled { reason })),
            _ => Err(TrainingRefusal::NotNow { status: training.stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<TrainingState>, fact: TrainingFact, stamp: &Stamp) -> TrainingState {
        use TrainingFact as F;
        let mut training = state.unwrap_or_else(|| TrainingState::blank(stamp));
        match fact {
            F::Planned {
                kind,
                subject,
                counterpart,
                partner,
                host,
                place,
                planned_on,
                days,
                programme,
                occurrence,
                period,
            } => {
                training = TrainingState {
                    kind,
                    subject,
                    counterpart,
                    partner,
                    host,
                    place,
                    planned_on: Some(planned_on),
                    days,
                    programme,
                    occurrence,
                    period,
                    course: None,
                    postponements: Vec::new(),
                    stage: TrainingStage::Planned,
                };
            }
            F::Amended { subject, place, days } => {
                training.subject = subject.unwrap_or(training.subject);
                training.place = place.unwrap_or(training.place);
                training.days = days.unwrap_or(training.days);
            }
            F::Postponed { asked_by, reason, new_date } => {
                let before = std::mem::replace(&mut training.planned_on, new_date);
                let put_off = Postponement { asked_by, reason, planned_on: before, new_date };
                training.postponements.push(put_off);
                training.stage = TrainingStage::Postponed;
            }
            F::NewDayRecorded { new_date } => {
                training.planned_on = Some(new_date);
                training.stage = TrainingStage::Planned;
            }
            F::Held(course) => {
                training.course = Some(course);
                training.stage = TrainingStage::Held;
            }
            F::Corrected(course) => training.course = Some(course),
            F::Evaluated(evaluation) => training.stage = TrainingStage::Evaluated(evaluation),
            F::Cancelled { reason } => training.stage = TrainingStage::Cancelled { reason },
        }
        training
    }

    fn header(training: &TrainingState) -> Header {
        use TrainingStage as S;
        let due = match training.stage {
            S::Planned | S::Postponed => training.planned_on,
            S::Held => training.last_day().map(|last| last.saturating_add(EVALUATION_DAYS.days())),
            S::Evaluated(_) | S::Cancelled { .. } => None,
        };
        let (programme, occurrence) = (training.programme.as_ref(), training.occurrence.as_ref());
        Header {
            status: training.stage.status(),
            title: Words::plain(format!("{} · {}", training.subject, training.place)),
            open: matches!(training.stage, S::Planned | S::Postponed | S::Held),
            turn: deed::names_next_day(&training.postponements).filter(|_| training.stage == S::Postponed),
            counterpart: training.counterpart.clone(),
            held_on: training.day(),
            due: due.map(Due::On),
            period: training.period.clone(),
            links: deed::links(training.counterpart.as_ref(), programme, occurrence, &[]),
            figures: training.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&TrainingState>) -> Vec<&'static str> {
        match state.map(|training| &training.stage) {
            None => vec!["plan"],
            Some(TrainingStage::Planned) => vec!["record-held", "amend", "postpone", "cancel"],
            Some(TrainingStage::Postponed) => vec!["record-new-day", "record-held", "amend", "postpone", "cancel"],
            Some(TrainingStage::Held) => vec!["record-evaluation", "correct"],
            Some(TrainingStage::Evaluated(_)) => vec!["correct"],
            Some(TrainingStage::Cancelled { .. }) => vec![],
        }
    }
}

/// The plan, when everybody it names exists and takes part.
fn planned(setting: &Setting<'_>, plan: TrainingPlan) -> Result<TrainingFact, TrainingRefusal> {
    let TrainingPlan { kind, subject, counterpart, partner, host, place, planned_on, days, programme, occurrence } =
        plan;
    let partner = partner.map(|partner| partner.trim().to_owned()).filter(|partner| !partner.is_empty());
    if counterpart.as_ref().is_some_and(|counterpart| deed::relation(setting, counterpart).is_none()) {
        return Err(TrainingRefusal::NoCounterpart);
    }
    if counterpart.is_none() && partner.is_none() {
        return Err(TrainingRefusal::NoPartner);
    }
    match &host {
        None if partner.is_none() => return Err(TrainingRefusal::NoHost),
        Some(host) if !deed::is_involved(setting, counterpart.as_ref(), host) => {
            return Err(TrainingRefusal::HostNotInvolved { host: host.clone() });
        }
        _ => {}
    }
    if days == 0 {
        return Err(TrainingRefusal::DaysDoNotFit { days });
    }
    not_past(setting, planned_on)?;
    if !deed::takes_part(setting, programme.as_ref(), planned_on) {
        return Err(TrainingRefusal::NoProgramme);
    }
    let owed = deed::period_owed(setting, occurrence.as_ref(), Activity::Training, host.as_ref());
    let period = owed.map_err(|duty| match duty {
        UnfitDuty::NoOccurrence => TrainingRefusal::NoOccurrence,
        UnfitDuty::OtherActivity => TrainingRefusal::OtherActivity,
        UnfitDuty::OtherHost(host) => TrainingRefusal::OtherHost { host },
    })?;
    Ok(TrainingFact::Planned {
        kind,
        subject,
        counterpart,
        partner,
        host,
        place,
        planned_on,
        days,
        programme,
        occurrence,
        period,
    })
}

fn not_past(setting: &Setting<'_>, day: Date) -> Result<(), TrainingRefusal> {
    if deed::is_past(setting, day) { Err(TrainingRefusal::InThePast) } else { Ok(()) }
}

/// What is recorded took place, its days are in order, and no more days were taught than there were.
fn took_place(setting: &Setting<'_>, course: &TrainingCourse) -> Result<(), TrainingRefusal> {
    let (earlier, later) = (course.held_on, course.last_day());
    if later < earlier {
        return Err(TrainingRefusal::WrongOrder { earlier, later });
    }
    if deed::is_ahead(setting, later) {
        return Err(TrainingRefusal::InTheFuture);
    }
    let span = (later - earlier).get_days() + 1;
    if course.days == 0 || i64::from(course.days) > i64::from(span) {
        return Err(TrainingRefusal::DaysDoNotFit { days: course.days });
    }
    Ok(())
}

fn amend(
    training: &TrainingState,
    subject: Option<String>,
    place: Option<String>,
    days: Option<u32>,
) -> Result<Decision<TrainingFact>, TrainingRefusal> {
    let subject = subject.filter(|subject| *subject != training.subject);
    let place = place.filter(|place| *place != training.place);
    let days = days.filter(|days| *days != training.days);
    if days == Some(0) {
        return Err(TrainingRefusal::DaysDoNotFit { days: 0 });
    }
    if subject.is_none() && place.is_none() && days.is_none() {
        return Err(TrainingRefusal::NothingChanged);
    }
    Ok(Decision::fact(TrainingFact::Amended { subject, place, days }))
}

fn postpone(
    training: &TrainingState,
    setting: &Setting<'_>,
    asked_by: Option<SideId>,
    reason: PostponeReason,
    new_date: Option<Date>,
) -> Result<Decision<TrainingFact>, TrainingRefusal> {
    match &asked_by {
        None if training.partner.is_none() => return Err(TrainingRefusal::NobodyAsked),
        Some(side) if !deed::is_involved(setting, training.counterpart.as_ref(), side) => {
            return Err(TrainingRefusal::NotASide { side: side.clone() });
        }
        _ => {}
    }
    new_date.map_or(Ok(()), |day| not_past(setting, day))?;
    let follows = deed::put_off(setting, training.occurrence.as_ref(), asked_by.as_ref(), reason, new_date);
    Ok(Decision::fact(TrainingFact::Postponed { asked_by, reason, new_date }).and_all(follows))
}

/// What training brought is written down after its last day, of no more people than took part.
fn evaluable(
    training: &TrainingState,
    setting: &Setting<'_>,
    evaluation: &TrainingEvaluation,
) -> Result<(), TrainingRefusal> {
    let (earlier, later) = (training.last_day().unwrap_or(evaluation.evaluated_on), evaluation.evaluated_on);
    if later < earlier {
        return Err(TrainingRefusal::WrongOrder { earlier, later });
    }
    if deed::is_ahead(setting, later) {
        return Err(TrainingRefusal::InTheFuture);
    }
    training.course.as_ref().map_or(Ok(()), |course| no_more_passed(evaluation, course))
}

fn no_more_passed(evaluation: &TrainingEvaluation, course: &TrainingCourse) -> Result<(), TrainingRefusal> {
    let participants = course.own_participants.saturating_add(course.other_participants);
    match evaluation.passed.filter(|passed| *passed > participants) {
        Some(_) => Err(TrainingRefusal::TooManyPassed { participants }),
        None => Ok(()),
    }
}

impl TrainingCourse {
    fn last_day(&self) -> Date {
        self.until_on.unwrap_or(self.held_on)
    }
}

impl TrainingStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Postponed => "postponed",
            Self::Held => "held",
            Self::Evaluated(_) => "evaluated",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl TrainingState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: TrainingKind::Training,
            subject: String::new(),
            counterpart: None,
            partner: None,
            host: Some(stamp.side.clone()),
            place: String::new(),
            planned_on: None,
            days: 0,
            programme: None,
            occurrence: None,
            period: None,
            course: None,
            postponements: Vec::new(),
            stage: TrainingStage::Planned,
        }
    }

    /// The first day held, or the day planned.
    pub fn day(&self) -> Option<Date> {
        self.course.as_ref().map(|course| course.held_on).or(self.planned_on)
    }

    fn last_day(&self) -> Option<Date> {
        self.course.as_ref().map(TrainingCourse::last_day)
    }

    fn figures(&self) -> Vec<Figure> {
        let Some(course) = &self.course else { return Vec::new() };
        let figure = |code, quantity| Figure { code, on: course.held_on, quantity, basis: Basis::Own };
        vec![figure("trainings", 1), figure("training-participants", i64::from(course.own_participants))]
    }
}
