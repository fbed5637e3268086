//! Outreach: what a unit does among the residents of the border, alone or together with the other side: law publicity,
//! meetings with village chiefs, culture and sports, tree planting (VI tuyên truyền, dân vận; ZH 边境宣传与民间交流).

mod shape;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use shape::*;

use crate::basis::obligation::Activity;
use crate::contact::talks::PostponeReason;
use crate::deed::{self, UnfitDuty};
use crate::{
    Basis, CommunityId, CounterpartId, Decision, Due, Figure, Header, Noun, OccurrenceId, Postponement, Setting,
    SideId, Stamp, StandingProgrammeId, Wing, Words,
};

/// The noun.
pub struct Outreach;

impl Noun for Outreach {
    const NAME: &'static str = "outreach";
    const WING: Wing = Wing::Operations;
    type State = OutreachState;
    type Command = OutreachCommand;
    type Fact = OutreachFact;
    type Refusal = OutreachRefusal;

    fn decide(
        state: Option<&OutreachState>,
        command: OutreachCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<OutreachFact>, OutreachRefusal> {
        use OutreachCommand as C;
        let Some(outreach) = state else { return begin(setting, command) };
        let is_ahead = matches!(outreach.stage, OutreachStage::Planned | OutreachStage::Postponed);
        match (&outreach.stage, command) {
            (_, C::Amend { subject, place, communities }) if is_ahead => {
                amend(outreach, setting, subject, place, communities)
            }
            (_, C::Postpone { asked_by, reason, new_date }) if is_ahead => {
                postpone(outreach, setting, asked_by, reason, new_date)
            }
            (OutreachStage::Postponed, C::RecordNewDay { new_date }) => {
                not_past(setting, new_date)?;
                Ok(Decision::fact(OutreachFact::NewDayRecorded { new_date }))
            }
            (_, C::RecordHeld(course)) if is_ahead => {
                took_place(setting, &course)?;
                let met = deed::met(setting, outreach.occurrence.as_ref(), course.held_on);
                Ok(Decision::fact(OutreachFact::Held(course)).and_all(met))
            }
            (OutreachStage::Held(before), C::Correct(course)) => {
                took_place(setting, &course)?;
                if *before == course {
                    return Err(OutreachRefusal::NothingChanged);
                }
                Ok(Decision::fact(OutreachFact::Corrected(course)))
            }
            (_, C::Cancel { reason }) if is_ahead => Ok(Decision::fact(OutreachFact::Cancelled { reason })),
            _ => Err(OutreachRefusal::NotNow { status: outreach.stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<OutreachState>, fact: OutreachFact, stamp: &Stamp) -> OutreachState {
        use OutreachFact as F;
        let mut outreach = state.unwrap_or_else(|| OutreachState::blank(stamp));
        match fact {
            F::Planned {
                kind,
                subject,
                together,
                counterpart,
                host,
                communities,
                place,
                planned_on,
                programme,
                occurrence,
                period,
            } => {
                outreach = OutreachState {
                    kind,
                    subject,
                    together,
                    counterpart,
                    host,
                    communities,
                    place,
                    planned_on,
                    programme,
                    occurrence,
                    period,
                    postponements: Vec::new(),
                    stage: OutreachStage::Planned,
                };
            }
            F::Amended { subject, place, communities } => {
                outreach.subject = subject.unwrap_or(outreach.subject);
                outreach.place = place.unwrap_or(outreach.place);
                outreach.communities = communities.unwrap_or(outreach.communities);
            }
            F::Postponed { asked_by, reason, new_date } => {
                let before = std::mem::replace(&mut outreach.planned_on, new_date);
                let asked_by = Some(asked_by);
                outreach.postponements.push(Postponement { asked_by, reason, planned_on: before, new_date });
                outreach.stage = OutreachStage::Postponed;
            }
            F::NewDayRecorded { new_date } => {
                outreach.planned_on = Some(new_date);
                outreach.stage = OutreachStage::Planned;
            }
            F::Held(course) | F::Corrected(course) => outreach.stage = OutreachStage::Held(course),
            F::Cancelled { reason } => outreach.stage = OutreachStage::Cancelled { reason },
        }
        outreach
    }

    fn header(outreach: &OutreachState) -> Header {
        let open = matches!(outreach.stage, OutreachStage::Planned | OutreachStage::Postponed);
        Header {
            status: outreach.stage.status(),
            title: Words::plain(format!("{} · {}", outreach.subject, outreach.place)),
            open,
            turn: deed::names_next_day(&outreach.postponements).filter(|_| outreach.stage == OutreachStage::Postponed),
            counterpart: outreach.counterpart.clone(),
            held_on: outreach.day(),
            due: outreach.planned_on.filter(|_| open).map(Due::On),
            period: outreach.period.clone(),
            links: deed::links(
                outreach.counterpart.as_ref(),
                outreach.programme.as_ref(),
                outreach.occurrence.as_ref(),
                &outreach.communities,
            ),
            figures: outreach.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&OutreachState>) -> Vec<&'static str> {
        match state.map(|outreach| &outreach.stage) {
            None => vec!["plan", "record"],
            Some(OutreachStage::Planned) => vec!["record-held", "amend", "postpone", "cancel"],
            Some(OutreachStage::Postponed) => vec!["record-new-day", "record-held", "amend", "postpone", "cancel"],
            Some(OutreachStage::Held(_)) => vec!["correct"],
            Some(OutreachStage::Cancelled { .. }) => vec![],
        }
    }
}

fn begin(setting: &Setting<'_>, command: OutreachCommand) -> Result<Decision<OutreachFact>, OutreachRefusal> {
    match command {
        OutreachCommand::Plan(plan) => {
            not_past(setting, plan.planned_on)?;
            let (day, planned_on) = (plan.planned_on, Some(plan.planned_on));
            Ok(Decision::fact(planned(setting, plan, day, planned_on)?))
        }
        OutreachCommand::Record {
            kind,
            subject,
            together,
            counterpart,
            host,
            communities,
            place,
            programme,
            held_on,
            until_on,
            audience,
            own_participants,
            other_participants,
            materials,
            result,
        } => {
            let (planned_on, occurrence) = (held_on, None);
            let plan = OutreachPlan {
                kind,
                subject,
                together,
                counterpart,
                host,
                communities,
                place,
                planned_on,
                programme,
                occurrence,
            };
            let course =
                OutreachCourse { held_on, until_on, audience, own_participants, other_participants, materials, result };
            took_place(setting, &course)?;
            let begun = planned(setting, plan, held_on, None)?;
            Ok(Decision { facts: vec![begun, OutreachFact::Held(course)], consequences: Vec::new() })
        }
        _ => Err(OutreachRefusal::NotNow { status: "none".to_owned() }),
    }
}

/// The plan, when everybody it names exists and takes part.
fn planned(
    setting: &Setting<'_>,
    plan: OutreachPlan,
    day: Date,
    planned_on: Option<Date>,
) -> Result<OutreachFact, OutreachRefusal> {
    let OutreachPlan { kind, subject, together, counterpart, host, communities, place, programme, occurrence, .. } =
        plan;
    let together = together || kind == OutreachKind::JointPublicityDay;
    if counterpart.as_ref().is_some_and(|counterpart| deed::relation(setting, counterpart).is_none()) {
        return Err(OutreachRefusal::NoCounterpart);
    }
    if together && counterpart.is_none() {
        return Err(OutreachRefusal::NoPartner);
    }
    let host = host.unwrap_or_else(|| setting.own.clone());
    if !deed::is_involved(setting, counterpart.as_ref(), &host) {
        return Err(OutreachRefusal::HostNotInvolved { host });
    }
    known(setting, &communities)?;
    if !deed::takes_part(setting, programme.as_ref(), day) {
        return Err(OutreachRefusal::NoProgramme);
    }
    let period = deed::period_owed(setting, occurrence.as_ref(), Activity::Outreach, Some(&host)).map_err(unfit)?;
    Ok(OutreachFact::Planned {
        kind,
        subject,
        together,
        counterpart,
        host,
        communities,
        place,
        planned_on,
        programme,
        occurrence,
        period,
    })
}

fn unfit(duty: UnfitDuty) -> OutreachRefusal {
    match duty {
        UnfitDuty::NoOccurrence => OutreachRefusal::NoOccurrence,
        UnfitDuty::OtherActivity => OutreachRefusal::OtherActivity,
        UnfitDuty::OtherHost(host) => OutreachRefusal::OtherHost { host },
    }
}

fn known(setting: &Setting<'_>, communities: &[CommunityId]) -> Result<(), OutreachRefusal> {
    match deed::unknown_community(setting, communities) {
        Some(community) => Err(OutreachRefusal::NoCommunity { community }),
        None => Ok(()),
    }
}

fn not_past(setting: &Setting<'_>, day: Date) -> Result<(), OutreachRefusal> {
    if deed::is_past(setting, day) { Err(OutreachRefusal::InThePast) } else { Ok(()) }
}

/// What is recorded took place, and its days are in order.
fn took_place(setting: &Setting<'_>, course: &OutreachCourse) -> Result<(), OutreachRefusal> {
    let (earlier, later) = (course.held_on, course.until_on.unwrap_or(course.held_on));
    if later < earlier {
        return Err(OutreachRefusal::WrongOrder { earlier, later });
    }
    if deed::is_ahead(setting, later) { Err(OutreachRefusal::InTheFuture) } else { Ok(()) }
}

fn amend(
    outreach: &OutreachState,
    setting: &Setting<'_>,
    subject: Option<String>,
    place: Option<String>,
    communities: Option<Vec<CommunityId>>,
) -> Result<Decision<OutreachFact>, OutreachRefusal> {
    let subject = subject.filter(|subject| *subject != outreach.subject);
    let place = place.filter(|place| *place != outreach.place);
    let communities = communities.filter(|communities| *communities != outreach.communities);
    if subject.is_none() && place.is_none() && communities.is_none() {
        return Err(OutreachRefusal::NothingChanged);
    }
    known(setting, communities.as_deref().unwrap_or_default())?;
    Ok(Decision::fact(OutreachFact::Amended { subject, place, communities }))
}

fn postpone(
    outreach: &OutreachState,
    setting: &Setting<'_>,
    asked_by: SideId,
    reason: PostponeReason,
    new_date: Option<Date>,
) -> Result<Decision<OutreachFact>, OutreachRefusal> {
    if !deed::is_involved(setting, outreach.counterpart.as_ref(), &asked_by) {
        return Err(OutreachRefusal::NotASide { side: asked_by });
    }
    new_date.map_or(Ok(()), |day| not_past(setting, day))?;
    let follows = deed::put_off(setting, outreach.occurrence.as_ref(), Some(&asked_by), reason, new_date);
    Ok(Decision::fact(OutreachFact::Postponed { asked_by, reason, new_date }).and_all(follows))
}

impl OutreachStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Postponed => "postponed",
            Self::Held(_) => "held",
            Self::Cancelled { .. } => "cancelled",
        }
    }
}

impl OutreachState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: OutreachKind::LegalPublicity,
            subject: String::new(),
            together: false,
            counterpart: None::<CounterpartId>,
            host: stamp.side.clone(),
            communities: Vec::new(),
            place: String::new(),
            planned_on: None,
            programme: None::<StandingProgrammeId>,
            occurrence: None::<OccurrenceId>,
            period: None,
            postponements: Vec::new(),
            stage: OutreachStage::Planned,
        }
    }

    /// The first day held, or the day planned.
    pub fn day(&self) -> Option<Date> {
        match &self.stage {
            OutreachStage::Held(course) => Some(course.held_on),
            _ => self.planned_on,
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let OutreachStage::Held(course) = &self.stage else { return Vec::new() };
        let leaflets = course.materials.iter().filter(|material| material.kind == MaterialKind::Leaflet);
        let leaflets = leaflets.map(|material| i64::from(material.count)).sum();
        let counts =
            [("outreach", 1), ("outreach-audience", i64::from(course.audience)), ("outreach-leaflets", leaflets)];
        let told = counts.into_iter().filter(|(_, quantity)| *quantity > 0);
        told.map(|(code, quantity)| Figure { code, on: course.held_on, quantity, basis: Basis::Own }).collect()
    }
}
