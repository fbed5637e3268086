//! The rules of talks, one test each.

use jiff::civil::date;

use super::*;
use crate::AgreementId;
use crate::ObligationId;
use crate::basis::obligation::Activity;
use crate::rehearsal::{Rehearsal, id, instant, side, unit};

fn propose(planned_at: &str, items: &[(&str, &str)]) -> TalksCommand {
    let item = |(title, matter): &(&str, &str)| ProposedItem { title: (*title).into(), matter: MatterId(id(matter)) };
    TalksCommand::Propose {
        counterpart: CounterpartId(id("vs1-nt1")),
        planned_at: instant(planned_at),
        place: "Meeting house at T10".into(),
        host: side("v"),
        occurrence: None,
        agenda: items.iter().map(item).collect(),
        urgent: false,
    }
}

fn meant_for_occurrence(mut command: TalksCommand, of: &str) -> TalksCommand {
    if let TalksCommand::Propose { occurrence, .. } = &mut command {
        *occurrence = Some(OccurrenceId(id(of)));
    }
    command
}

const ACCEPTED: TalksCommand = TalksCommand::RecordAnswer { answer: Answer::Accept, planned_at: None };

fn delegations(interpreter: Option<&str>) -> TalksCommand {
    TalksCommand::RecordDelegations {
        own_head: "Head of VS1".into(),
        own_members: 5,
        other_head: "Head of NT1".into(),
        other_members: 4,
        interpreter: interpreter.map(Into::into),
    }
}

fn held(results: &[ItemResult]) -> TalksCommand {
    let outcome =
        |(place, result): (usize, &ItemResult)| ItemOutcome { item: place as u32 + 1, result: *result, remark: None };
    TalksCommand::RecordHeld {
        held_on: date(2026, 2, 9),
        own_participants: 5,
        other_participants: 4,
        results: results.iter().enumerate().map(outcome).collect(),
        tasks: Vec::new(),
    }
}

/// Talks agreed for 9 February 2026 with their delegations named; it is that day.
fn ready(line: &mut Rehearsal, name: &str, items: &[(&str, &str)]) {
    line.now("2026-02-02T03:00:00Z");
    line.act::<Talks>(name, propose("2026-02-09T02:00:00Z", items));
    line.act::<Talks>(name, ACCEPTED);
    line.act::<Talks>(name, delegations(Some("Interpreter of VP1")));
    line.now("2026-02-09T09:00:00Z");
}

const UPKEEP: (&str, &str) = ("Clearing at T11", "upkeep");
const OPENING: (&str, &str) = ("A new opening at T13", "opening");

#[test]
fn talks_are_proposed_seven_days_before_unless_urgent() {
    let mut line = Rehearsal::new();
    assert_eq!(line.refused::<Talks>("t1", propose("2026-02-08T16:59:00Z", &[UPKEEP])), "too-late");
    line.act::<Talks>("t1", propose("2026-02-08T17:00:00Z", &[UPKEEP]));
    let mut soon = propose("2026-02-03T02:00:00Z", &[UPKEEP]);
    if let TalksCommand::Propose { urgent, .. } = &mut soon {
        *urgent = true;
    }
    line.act::<Talks>("t2", soon);
}

#[test]
fn urgent_talks_are_still_proposed_for_a_day_to_come() {
    let mut line = Rehearsal::new();
    let mut past = propose("2026-02-01T02:00:00Z", &[UPKEEP]);
    if let TalksCommand::Propose { urgent, .. } = &mut past {
        *urgent = true;
    }
    assert_eq!(line.refused::<Talks>("t1", past), "in-the-past");
}

#[test]
fn the_side_that_proposed_waits_for_the_answer_of_the_other() {
    let mut line = Rehearsal::new();
    line.act::<Talks>("t1", propose("2026-02-12T02:00:00Z", &[UPKEEP]));
    let header = line.header::<Talks>("t1");
    assert_eq!((header.turn, header.due), (Some(side("n")), Some(Due::On(date(2026, 2, 5)))));
    let own = TalksCommand::Answer { answer: Answer::Accept, planned_at: None };
    assert_eq!(line.refused::<Talks>("t1", own.clone()), "not-your-turn");
    let other_date =
        TalksCommand::RecordAnswer { answer: Answer::OtherDate, planned_at: Some(instant("2026-02-14T02:00:00Z")) };
    line.act::<Talks>("t1", other_date);
    assert_eq!(line.header::<Talks>("t1").turn, Some(side("v")));
    assert_eq!(line.refused::<Talks>("t1", ACCEPTED), "not-your-turn");
    line.act::<Talks>("t1", own);
    let header = line.header::<Talks>("t1");
    assert_eq!((header.status, header.held_on), ("agreed", Some(date(2026, 2, 14))));
}

#[test]
fn another_date_needs_a_date() {
    let mut line = Rehearsal::new();
    line.act::<Talks>("t1", propose("2026-02-12T02:00:00Z", &[UPKEEP]));
    let vague = TalksCommand::RecordAnswer { answer: Answer::OtherDate, planned_at: None };
    assert_eq!(line.refused::<Talks>("t1", vague), "no-date");
}

#[test]
fn delegations_are_not_complete_without_an_interpreter() {
    let mut line = Rehearsal::new();
    line.act::<Talks>("t1", propose("2026-02-09T02:00:00Z", &[UPKEEP]));
    line.act::<Talks>("t1", ACCEPTED);
    assert_eq!(line.refused::<Talks>("t1", delegations(Some(" "))), "no-interpreter");
    line.now("2026-02-09T09:00:00Z");
    assert_eq!(line.refused::<Talks>("t1", held(&[ItemResult::Agreed])), "no-delegations");
}

#[test]
fn talks_that_meet_an_occurrence_are_hosted_by_the_side_whose_turn_it_is() {
    let mut line = Rehearsal::new();
    for (name, host) in [("q1", "n"), ("q2", "v")] {
        let duty = OccurrenceCommand::Schedule {
            obligation: ObligationId(id("talks-each-quarter")),
            agreement: AgreementId(id("regulation")),
            version: 1,
            activity: Activity::Talks,
            name: Words::plain("Talks"),
            counterpart: CounterpartId(id("vs1-nt1")),
            period: format!("2026-{}", name.to_uppercase()),
            period_from: date(2026, 1, 1),
            period_until: date(2026, 4, 1),
            due_on: date(2026, 3, 31),
            host: Some(side(host)),
        };
        line.act::<Occurrence>(name, duty);
    }
    let talks = propose("2026-02-09T02:00:00Z", &[UPKEEP]);
    assert_eq!(line.refused::<Talks>("t1", meant_for_occurrence(talks.clone(), "q1")), "other-host");
    assert_eq!(line.refused::<Talks>("t1", meant_for_occurrence(talks.clone(), "q9")), "no-occurrence");
    line.act::<Talks>("t1", meant_for_occurrence(talks, "q2"));
    assert_eq!(line.header::<Talks>("t1").period.as_deref(), Some("2026-Q2"));
    line.act::<Talks>("t1", ACCEPTED);
    line.act::<Talks>("t1", delegations(Some("Interpreter of VP1")));
    line.now("2026-02-09T09:00:00Z");
    line.act::<Talks>("t1", held(&[ItemResult::Agreed]));
    assert!(!line.state::<Occurrence>("q2").is_open());
}

#[test]
fn a_station_cannot_agree_to_a_matter_beyond_its_authority() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[UPKEEP, OPENING]);
    let both = held(&[ItemResult::Agreed, ItemResult::Agreed]);
    assert_eq!(line.refused::<Talks>("t1", both), "beyond-authority");
    line.act::<Talks>("t1", held(&[ItemResult::Agreed, ItemResult::BeyondAuthority]));
    let referrals = line.all::<Referral>();
    assert_eq!(referrals.iter().map(|referral| &referral.to).collect::<Vec<_>>(), [&unit("vp1")]);
}

#[test]
fn every_item_gets_exactly_one_result() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[UPKEEP, OPENING]);
    assert_eq!(line.refused::<Talks>("t1", held(&[ItemResult::Agreed])), "item-without-result");
    let three = [ItemResult::Agreed, ItemResult::Noted, ItemResult::Noted];
    assert_eq!(line.refused::<Talks>("t1", held(&three)), "item-without-result");
}

#[test]
fn what_was_left_open_opens_the_next_agenda_until_it_is_settled() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[OPENING]);
    let mut first = held(&[ItemResult::BeyondAuthority]);
    if let TalksCommand::RecordHeld { tasks, .. } = &mut first {
        tasks.push(TaskGiven { title: "Mend the fence".into(), side: side("n"), due_on: date(2026, 3, 1) });
    }
    line.act::<Talks>("t1", first);
    ready(&mut line, "t2", &[UPKEEP]);
    let titles = |line: &Rehearsal, talks: &str| {
        line.state::<Talks>(talks).agenda.into_iter().map(|item| item.title).collect::<Vec<_>>()
    };
    assert_eq!(titles(&line, "t2"), ["Mend the fence", "A new opening at T13", "Clearing at T11"]);
    line.act::<Talks>("t2", held(&[ItemResult::Agreed, ItemResult::NotDiscussed, ItemResult::Agreed]));
    assert!(line.all::<Task>().iter().all(|task| task.stage != crate::contact::task::TaskStage::Open));
    ready(&mut line, "t3", &[UPKEEP]);
    assert_eq!(titles(&line, "t3"), ["A new opening at T13", "Clearing at T11"]);
}

#[test]
fn an_answered_referral_is_closed_by_talks_that_agree_to_it() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[OPENING]);
    line.act::<Talks>("t1", held(&[ItemResult::BeyondAuthority]));
    let referral = line.identities::<Referral>().remove(0);
    line.officer_of("vp1-chief", "vp1");
    let answer = ReferralCommand::Answer { direction: "Agree to weekdays".into(), may_agree: true };
    line.act::<Referral>(referral.as_str(), answer);
    line.officer_of("duty", "vs1");
    ready(&mut line, "t2", &[]);
    line.act::<Talks>("t2", held(&[ItemResult::Agreed]));
    assert!(!line.header::<Referral>(referral.as_str()).open);
}

#[test]
fn minutes_cannot_be_signed_before_talks_are_held() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[UPKEEP]);
    let sign = |signed_on| TalksCommand::SignMinutes { signed_on, originals: 2 };
    assert_eq!(line.refused::<Talks>("t1", sign(date(2026, 2, 9))), "not-held");
    line.act::<Talks>("t1", held(&[ItemResult::Agreed]));
    assert_eq!(line.refused::<Talks>("t1", sign(date(2026, 2, 8))), "not-held");
    assert_eq!(line.refused::<Talks>("t1", sign(date(2026, 2, 10))), "in-the-future");
    line.act::<Talks>("t1", sign(date(2026, 2, 9)));
    assert_eq!(Talks::right("sign-minutes"), Right::Decide);
    assert!(line.figures::<Talks>("t1").contains(&("talks-held", "joint", 1)));
}

#[test]
fn talks_that_were_held_are_not_cancelled() {
    let mut line = Rehearsal::new();
    ready(&mut line, "t1", &[UPKEEP]);
    line.act::<Talks>("t1", held(&[ItemResult::Agreed]));
    assert_eq!(line.refused::<Talks>("t1", TalksCommand::Cancel { reason: "Flood".into() }), "not-now");
}
