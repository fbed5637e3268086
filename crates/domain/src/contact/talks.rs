//! Talks: a formal conversation of two delegations with an agenda, from proposal to signed minutes
//! (VI hội đàm, ZH 会谈; domain vocabulary C.3, Decree 89/2009 Articles 7 and 8).

mod shape;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

pub use shape::*;

use crate::basis::occurrence::{Occurrence, OccurrenceCommand};
use crate::contact::referral::{Referral, ReferralCommand, ReferralState};
use crate::contact::task::{FOLLOW_UP, Task, TaskCommand, TaskState};
use crate::organisation::counterpart::Counterpart;
use crate::organisation::level::may_agree;
use crate::{
    Basis, Consequence, CounterpartId, Decision, Due, Figure, Header, Link, MatterId, Noun, OccurrenceId, RecordId,
    Right, Setting, SideId, Stamp, Wanted, Wing, Words,
};

/// Whole days between a proposal and the day proposed; the default of the model treaties (domain B.7).
pub const PROPOSAL_DAYS: i32 = 7;
/// Days within which a proposal is answered; the default of the model treaties (domain B.7).
pub const ANSWER_DAYS: i32 = 3;

/// The noun.
pub struct Talks;

impl Noun for Talks {
    const NAME: &'static str = "talks";
    const WING: Wing = Wing::Contact;
    type State = TalksState;
    type Command = TalksCommand;
    type Fact = TalksFact;
    type Refusal = TalksRefusal;

    fn decide(
        state: Option<&TalksState>,
        command: TalksCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<TalksFact>, TalksRefusal> {
        use TalksCommand as C;
        match (state, command) {
            (None, C::Propose { counterpart, planned_at, place, host, occurrence, agenda, urgent }) => {
                in_time(setting, planned_at, urgent)?;
                let plan = Plan { counterpart, planned_at, place, host, occurrence, agenda };
                propose(setting, true, plan)
            }
            (None, C::RecordProposal { counterpart, planned_at, place, host, occurrence, agenda }) => {
                let plan = Plan { counterpart, planned_at, place, host, occurrence, agenda };
                propose(setting, false, plan)
            }
            (Some(talks), C::Answer { answer, planned_at }) => respond(talks, setting, true, answer, planned_at),
            (Some(talks), C::RecordAnswer { answer, planned_at }) => respond(talks, setting, false, answer, planned_at),
            (Some(talks), C::RecordDelegations { own_head, own_members, other_head, other_members, interpreter }) => {
                let named = Delegations { own_head, own_members, other_head, other_members, interpreter };
                name_delegations(talks, named)
            }
            (Some(talks), C::RecordHeld { held_on, own_participants, other_participants, results, tasks }) => {
                let meeting = Meeting { on: held_on, own_participants, other_participants, results, tasks };
                hold(talks, setting, meeting)
            }
            (Some(talks), C::SignMinutes { signed_on, originals }) => sign(talks, setting, signed_on, originals),
            (Some(talks), C::Postpone { asked_by, reason, planned_at }) => {
                talks.still_ahead()?;
                let planned_on = planned_at.map(|instant| setting.day_of(instant));
                Ok(Decision::fact(TalksFact::Postponed { asked_by, reason, planned_at, planned_on }))
            }
            (Some(talks), C::Cancel { reason }) => {
                talks.still_ahead()?;
                Ok(Decision::fact(TalksFact::Cancelled { reason }))
            }
            (Some(talks), C::Propose { .. } | C::RecordProposal { .. }) => Err(talks.not_now()),
            (None, _) => Err(TalksRefusal::NotNow { status: "none".into() }),
        }
    }

    fn apply(state: Option<TalksState>, fact: TalksFact, stamp: &Stamp) -> TalksState {
        let mut talks = state.unwrap_or_else(|| TalksState::blank(stamp));
        match fact {
            TalksFact::Proposed {
                by,
                to,
                on,
                counterpart,
                planned_at,
                planned_on,
                place,
                host,
                occurrence,
                period,
                agenda,
            } => {
                let stage = Stage::Proposed { by, to, on };
                talks = TalksState {
                    counterpart,
                    host,
                    place,
                    planned_at,
                    planned_on,
                    occurrence,
                    period,
                    agenda,
                    delegations: None,
                    stage,
                };
            }
            TalksFact::OtherDateProposed { by, to, on, planned_at, planned_on } => {
                (talks.planned_at, talks.planned_on) = (planned_at, planned_on);
                talks.stage = Stage::Proposed { by, to, on };
            }
            TalksFact::Agreed { on, .. } => talks.stage = Stage::Agreed { on },
            TalksFact::Declined { by } => talks.stage = Stage::Declined { by },
            TalksFact::DelegationsRecorded { delegations } => talks.delegations = Some(delegations),
            TalksFact::Held { on, own_participants, other_participants, results } => {
                for outcome in results {
                    if let Some(item) = talks.agenda.get_mut((outcome.item as usize).wrapping_sub(1)) {
                        (item.result, item.remark) = (Some(outcome.result), outcome.remark);
                    }
                }
                talks.stage = Stage::Held { on, own_participants, other_participants };
            }
            TalksFact::MinutesSigned { on, .. } => {
                if let Stage::Held { on: held_on, own_participants, other_participants } = talks.stage {
                    talks.stage = Stage::Signed { held_on, on, own_participants, other_participants };
                }
            }
            TalksFact::Postponed { asked_by, reason, planned_at, planned_on } => {
                talks.planned_at = planned_at.unwrap_or(talks.planned_at);
                talks.planned_on = planned_on.unwrap_or(talks.planned_on);
                talks.stage = Stage::Postponed { asked_by, reason, new_date: planned_on };
            }
            TalksFact::Cancelled { reason } => talks.stage = Stage::Cancelled { reason },
        }
        talks
    }

    fn header(talks: &TalksState) -> Header {
        let (status, open, turn, due) = talks.standing();
        let mut links = vec![Link { role: "with", to: talks.counterpart.0.clone() }];
        links.extend(talks.occurrence.iter().map(|met| Link { role: "meets", to: met.0.clone() }));
        links
            .extend(talks.agenda.iter().filter_map(|item| item.follows.clone()).map(|to| Link { role: "follows", to }));
        Header {
            status,
            title: Words::plain(format!("{} · {}", talks.planned_on, talks.place)),
            open,
            turn,
            counterpart: Some(talks.counterpart.clone()),
            held_on: Some(talks.day()),
            begins_at: (talks.day() == talks.planned_on).then_some(talks.planned_at),
            due,
            period: talks.period.clone(),
            links,
            figures: talks.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&TalksState>) -> Vec<&'static str> {
        match state.map(|talks| &talks.stage) {
            None => vec!["propose", "record-proposal"],
            Some(Stage::Proposed { .. }) => vec!["record-answer", "answer", "postpone", "cancel"],
            Some(Stage::Postponed { .. }) => vec!["answer", "record-answer", "cancel"],
            Some(Stage::Agreed { .. }) => vec!["record-held", "record-delegations", "postpone", "cancel"],
            Some(Stage::Held { .. }) => vec!["sign-minutes"],
            Some(Stage::Signed { .. } | Stage::Declined { .. } | Stage::Cancelled { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "sign-minutes" { Right::Decide } else { Right::Record }
    }
}

struct Plan {
    counterpart: CounterpartId,
    planned_at: Timestamp,
    place: String,
    host: SideId,
    occurrence: Option<OccurrenceId>,
    agenda: Vec<ProposedItem>,
}

struct Meeting {
    on: Date,
    own_participants: u32,
    other_participants: u32,
    results: Vec<ItemOutcome>,
    tasks: Vec<TaskGiven>,
}

fn other_side(setting: &Setting<'_>, counterpart: &CounterpartId) -> Result<SideId, TalksRefusal> {
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(TalksRefusal::NoCounterpart)?;
    Ok(relation.other_side)
}

fn in_time(setting: &Setting<'_>, planned_at: Timestamp, urgent: bool) -> Result<(), TalksRefusal> {
    let days = (setting.day_of(planned_at) - setting.happened_on()).get_days();
    if days < 0 {
        return Err(TalksRefusal::InThePast);
    }
    if !urgent && days < PROPOSAL_DAYS {
        return Err(TalksRefusal::TooLate { days, needed: PROPOSAL_DAYS });
    }
    Ok(())
}

fn propose(setting: &Setting<'_>, by_us: bool, plan: Plan) -> Result<Decision<TalksFact>, TalksRefusal> {
    let relation = setting.load::<Counterpart>(&plan.counterpart.0).ok_or(TalksRefusal::NoCounterpart)?;
    if !relation.is_in_force() {
        return Err(TalksRefusal::NoCounterpart);
    }
    let mut period = None;
    if let Some(occurrence) = &plan.occurrence {
        let due = setting.load::<Occurrence>(&occurrence.0).ok_or(TalksRefusal::NoOccurrence)?;
        if !due.is_open() {
            return Err(TalksRefusal::NoOccurrence);
        }
        if let Some(host) = due.host.clone().filter(|host| *host != plan.host) {
            return Err(TalksRefusal::OtherHost { host });
        }
        period = Some(due.period);
    }
    let mut agenda = left_open(setting, &plan.counterpart);
    agenda.extend(plan.agenda.into_iter().map(|item| AgendaItem {
        title: item.title,
        matter: item.matter,
        follows: None,
        result: None,
        remark: None,
    }));
    if agenda.is_empty() {
        return Err(TalksRefusal::EmptyAgenda);
    }
    let (own, other) = (setting.own.clone(), relation.other_side);
    let (by, to) = if by_us { (own, other) } else { (other, own) };
    Ok(Decision::fact(TalksFact::Proposed {
        by,
        to,
        on: setting.happened_on(),
        counterpart: plan.counterpart,
        planned_on: setting.day_of(plan.planned_at),
        planned_at: plan.planned_at,
        place: plan.place,
        host: plan.host,
        occurrence: plan.occurrence,
        period,
        agenda,
    }))
}

/// What earlier talks with this counterpart left open: it opens the next agenda (domain C.3, D1).
pub fn left_open(setting: &Setting<'_>, counterpart: &CounterpartId) -> Vec<AgendaItem> {
    let wanted = Wanted { counterpart: Some(counterpart.clone()), open: true, ..Wanted::default() };
    let again = |id: RecordId, title: String, matter: MatterId| AgendaItem {
        title,
        matter,
        follows: Some(id),
        result: None,
        remark: None,
    };
    let tasks = setting.find::<Task>(&wanted).into_iter();
    let tasks = tasks.map(|(found, task): (_, TaskState)| again(found.id, task.title, task.matter));
    let referrals = setting.find::<Referral>(&wanted).into_iter();
    let referrals =
        referrals.map(|(found, referral): (_, ReferralState)| again(found.id, referral.title, referral.matter));
    tasks.chain(referrals).collect()
}

fn respond(
    talks: &TalksState,
    setting: &Setting<'_>,
    by_us: bool,
    answer: Answer,
    planned_at: Option<Timestamp>,
) -> Result<Decision<TalksFact>, TalksRefusal> {
    let (own, other) = (setting.own.clone(), other_side(setting, &talks.counterpart)?);
    let (by, to) = if by_us { (own, other) } else { (other, own) };
    match &talks.stage {
        Stage::Proposed { to: turn, .. } if *turn != by => {
            return Err(TalksRefusal::NotYourTurn { turn: turn.clone() });
        }
        Stage::Proposed { .. } | Stage::Postponed { .. } => {}
        _ => return Err(talks.not_now()),
    }
    let on = setting.happened_on();
    Ok(Decision::fact(match answer {
        Answer::Accept => TalksFact::Agreed { by, on },
        Answer::Decline => TalksFact::Declined { by },
        Answer::OtherDate => {
            let planned_at = planned_at.ok_or(TalksRefusal::NoDate)?;
            let planned_on = setting.day_of(planned_at);
            if planned_on < on {
                return Err(TalksRefusal::InThePast);
            }
            TalksFact::OtherDateProposed { by, to, on, planned_at, planned_on }
        }
    }))
}

fn name_delegations(talks: &TalksState, delegations: Delegations) -> Result<Decision<TalksFact>, TalksRefusal> {
    if !matches!(talks.stage, Stage::Agreed { .. }) {
        return Err(talks.not_now());
    }
    if delegations.interpreter.as_deref().is_none_or(|name| name.trim().is_empty()) {
        return Err(TalksRefusal::NoInterpreter);
    }
    Ok(Decision::fact(TalksFact::DelegationsRecorded { delegations }))
}

fn hold(talks: &TalksState, setting: &Setting<'_>, held: Meeting) -> Result<Decision<TalksFact>, TalksRefusal> {
    if !matches!(talks.stage, Stage::Agreed { .. }) {
        return Err(talks.not_now());
    }
    if talks.delegations.is_none() {
        return Err(TalksRefusal::NoDelegations);
    }
    if held.on > setting.today {
        return Err(TalksRefusal::InTheFuture);
    }
    let results = in_order(talks, held.results)?;
    let mut consequences = Vec::new();
    for (item, outcome) in talks.agenda.iter().zip(&results) {
        consequences.extend(settle(talks, setting, item, outcome)?);
    }
    for task in held.tasks {
        let open = TaskCommand::Open {
            title: task.title,
            matter: MatterId(record(FOLLOW_UP)),
            counterpart: talks.counterpart.clone(),
            side: task.side,
            due_on: task.due_on,
            opened_by: setting.record.clone(),
        };
        consequences.push(Consequence::of::<Task>(setting.around.fresh_id(), setting.unit.clone(), &open));
    }
    if let Some(occurrence) = &talks.occurrence {
        let meet = OccurrenceCommand::Meet { held_on: held.on, by: setting.record.clone() };
        consequences.push(Consequence::of::<Occurrence>(occurrence.0.clone(), setting.unit.clone(), &meet));
    }
    let fact = TalksFact::Held {
        on: held.on,
        own_participants: held.own_participants,
        other_participants: held.other_participants,
        results,
    };
    Ok(Decision::fact(fact).and_all(consequences))
}

/// The outcomes sorted by item, each item exactly once.
fn in_order(talks: &TalksState, mut results: Vec<ItemOutcome>) -> Result<Vec<ItemOutcome>, TalksRefusal> {
    results.sort_by_key(|outcome| outcome.item);
    for number in 1..=talks.agenda.len().max(results.len()) as u32 {
        if results.get(number as usize - 1).is_none_or(|outcome| outcome.item != number)
            || number as usize > talks.agenda.len()
        {
            return Err(TalksRefusal::ItemWithoutResult { item: number });
        }
    }
    Ok(results)
}

/// What an item's result means for other records: a referral upward, or the end of the task or referral it took up.
fn settle(
    talks: &TalksState,
    setting: &Setting<'_>,
    item: &AgendaItem,
    outcome: &ItemOutcome,
) -> Result<Option<Consequence>, TalksRefusal> {
    match (outcome.result, &item.follows) {
        (ItemResult::Agreed, _) if !may_settle(setting, item) => {
            Err(TalksRefusal::BeyondAuthority { item: outcome.item, matter: item.matter.clone() })
        }
        (ItemResult::BeyondAuthority, None) => {
            let superior =
                setting.around.superiors(&setting.unit).into_iter().next().ok_or(TalksRefusal::NoSuperior)?;
            let open = ReferralCommand::Open {
                title: item.title.clone(),
                matter: item.matter.clone(),
                counterpart: talks.counterpart.clone(),
                to: superior,
                opened_by: setting.record.clone(),
                remark: outcome.remark.clone(),
            };
            let id = setting.around.fresh_id();
            Ok(Some(Consequence::of::<Referral>(id, setting.unit.clone(), &open)))
        }
        (ItemResult::Agreed, Some(follows)) => Ok(close(setting, follows)),
        _ => Ok(None),
    }
}

/// True when the unit may agree to the item: by its level, because it only takes a given task up again, or because the
/// superior answered the referral with leave to agree.
fn may_settle(setting: &Setting<'_>, item: &AgendaItem) -> bool {
    if may_agree(setting, &item.matter) {
        return true;
    }
    let Some(follows) = &item.follows else { return false };
    let referral = setting.load::<Referral>(follows);
    setting.load::<Task>(follows).is_some() || referral.is_some_and(|referral| referral.gives_leave())
}

/// Closes the task or the answered referral that an agreed item took up; an unanswered referral stays open.
fn close(setting: &Setting<'_>, follows: &RecordId) -> Option<Consequence> {
    if setting.load::<Task>(follows).is_some() {
        let close = TaskCommand::Close { result: None };
        return Some(Consequence::of::<Task>(follows.clone(), setting.unit.clone(), &close));
    }
    let referral: ReferralState = setting.load::<Referral>(follows)?;
    let close = ReferralCommand::Close { result: None };
    referral.is_answered().then(|| Consequence::of::<Referral>(follows.clone(), setting.unit.clone(), &close))
}

fn sign(
    talks: &TalksState,
    setting: &Setting<'_>,
    on: Date,
    originals: u32,
) -> Result<Decision<TalksFact>, TalksRefusal> {
    let Stage::Held { on: held_on, .. } = talks.stage else { return Err(TalksRefusal::NotHeld) };
    if on < held_on {
        return Err(TalksRefusal::NotHeld);
    }
    if on > setting.today {
        return Err(TalksRefusal::InTheFuture);
    }
    Ok(Decision::fact(TalksFact::MinutesSigned { on, originals }))
}

fn record(code: &str) -> RecordId {
    RecordId::parse(code).unwrap_or_else(|_| RecordId::from_parts(0, [0; 10]))
}

impl TalksState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            host: stamp.side.clone(),
            place: String::new(),
            planned_at: stamp.happened,
            planned_on: Date::ZERO,
            occurrence: None,
            period: None,
            agenda: Vec::new(),
            delegations: None,
            stage: Stage::Cancelled { reason: String::new() },
        }
    }

    fn not_now(&self) -> TalksRefusal {
        TalksRefusal::NotNow { status: self.standing().0.to_owned() }
    }

    fn still_ahead(&self) -> Result<(), TalksRefusal> {
        match self.stage {
            Stage::Proposed { .. } | Stage::Agreed { .. } | Stage::Postponed { .. } => Ok(()),
            _ => Err(self.not_now()),
        }
    }

    /// The day held, or the day planned.
    pub fn day(&self) -> Date {
        match self.stage {
            Stage::Held { on, .. } => on,
            Stage::Signed { held_on, .. } => held_on,
            _ => self.planned_on,
        }
    }

    /// Name of the stage, whether somebody must act, whose turn it is, until when.
    fn standing(&self) -> (&'static str, bool, Option<SideId>, Option<Due>) {
        let on = |date: Date| Some(Due::On(date));
        match &self.stage {
            Stage::Proposed { to, on: given, .. } => ("proposed", true, Some(to.clone()), on(answer_due(*given))),
            Stage::Agreed { .. } => ("agreed", true, None, on(self.planned_on)),
            Stage::Held { on: held, .. } => ("held", true, None, on(held.saturating_add(7.days()))),
            Stage::Signed { .. } => ("signed", false, None, None),
            Stage::Postponed { new_date, .. } => ("postponed", true, None, new_date.map(Due::On)),
            Stage::Declined { .. } => ("declined", false, None, None),
            Stage::Cancelled { .. } => ("cancelled", false, None, None),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let (on, own, joint) = match self.stage {
            Stage::Held { on, own_participants, .. } => (on, own_participants, false),
            Stage::Signed { held_on, own_participants, .. } => (held_on, own_participants, true),
            _ => return Vec::new(),
        };
        let figure = |code, quantity, basis| Figure { code, on, quantity, basis };
        let mut figures =
            vec![figure("talks-held", 1, Basis::Own), figure("talks-participants", i64::from(own), Basis::Own)];
        if joint {
            figures.push(figure("talks-held", 1, Basis::Joint));
        }
        for (code, result) in [
            ("items-agreed", ItemResult::Agreed),
            ("items-noted", ItemResult::Noted),
            ("items-beyond-authority", ItemResult::BeyondAuthority),
            ("items-reserved", ItemResult::Reserved),
            ("items-not-discussed", ItemResult::NotDiscussed),
        ] {
            let count = self.agenda.iter().filter(|item| item.result == Some(result)).count();
            if count > 0 {
                figures.push(figure(code, count as i64, Basis::Own));
            }
        }
        figures
    }
}

fn answer_due(given: Date) -> Date {
    given.saturating_add(ANSWER_DAYS.days())
}

#[cfg(test)]
mod tests;
