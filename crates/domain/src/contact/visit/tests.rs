//! The rules of visits, tried on the invented line.

use jiff::civil::{Date, date};
use serde_json::json;

use super::*;
use crate::contact::talks::PostponeReason;
use crate::rehearsal::{Rehearsal, id, instant, side};
use crate::{DelegationId, OccurrenceId, UnitId};

fn on(held_on: Date) -> VisitCommand {
    VisitCommand::Record {
        counterpart: CounterpartId(id("vs1-nt1")),
        held_on,
        purpose: "New Year greetings".into(),
        occasion: Some(VisitOccasion::Holiday),
        guest: Some(side("v")),
        own_participants: 4,
        other_participants: 5,
        place: "Meeting house at T10".into(),
        own_head: Some("Deputy head of station".into()),
        gifts: Some("Peach blossom; tea in return".into()),
        delegation: None,
    }
}

fn plan() -> VisitPlan {
    VisitPlan {
        counterpart: CounterpartId(id("vs1-nt1")),
        guest: None,
        occasion: Some(VisitOccasion::Anniversary),
        purpose: "Day of the service".into(),
        planned_on: date(2026, 3, 3),
        place: "Post of NT1".into(),
        own_head: Some("Head of station".into()),
        delegation: None,
        occurrence: None,
    }
}

fn announced() -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", VisitCommand::Announce(plan()));
    line
}

fn answered() -> Rehearsal {
    let mut line = announced();
    line.act::<Visit>("v1", VisitCommand::RecordAnswer { answer: Answer::Accept, new_date: None });
    line
}

fn held(held_on: Date) -> VisitCommand {
    let own_head = Some("Deputy head of station".into());
    VisitCommand::RecordHeld { held_on, own_participants: 3, other_participants: 6, own_head, gifts: None }
}

fn corrected(purpose: Option<&str>, own_participants: Option<u32>, held_on: Option<Date>) -> VisitCommand {
    VisitCommand::Correct {
        purpose: purpose.map(str::to_owned),
        occasion: None,
        held_on,
        place: None,
        own_participants,
        other_participants: None,
        own_head: None,
        gifts: None,
    }
}

fn postpone(asked_by: &str, new_date: Option<Date>) -> VisitCommand {
    VisitCommand::Postpone { asked_by: side(asked_by), reason: PostponeReason::Weather, new_date }
}

#[test]
fn a_visit_counts_once_with_its_own_participants() {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", on(date(2026, 2, 2)));
    assert_eq!(line.figures::<Visit>("v1"), [("visits", "own", 1), ("visit-participants", "own", 4)]);
    assert_eq!(line.header::<Visit>("v1").status, "recorded");
}

#[test]
fn a_visit_cannot_be_recorded_before_it_took_place() {
    let mut line = Rehearsal::new();
    assert_eq!(line.refused::<Visit>("v1", on(date(2026, 2, 3))), "in-the-future");
}

#[test]
fn a_correction_changes_the_purpose_and_nothing_else() {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", on(date(2026, 2, 1)));
    line.act::<Visit>("v1", corrected(Some("Border guard day"), None, None));
    let visit = line.state::<Visit>("v1");
    assert_eq!((visit.purpose.as_str(), visit.held_on), ("Border guard day", Some(date(2026, 2, 1))));
}

#[test]
fn a_correction_keeps_what_stood_there_before() {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", on(date(2026, 2, 1)));
    line.now("2026-02-02T04:00:00Z");
    line.act::<Visit>("v1", corrected(Some("Border guard day"), Some(5), Some(date(2026, 2, 1))));
    line.act::<Visit>("v1", corrected(Some("Day of the border guard"), None, None));
    let kept = line.state::<Visit>("v1").corrections;
    let first = VisitCorrection {
        corrected_at: instant("2026-02-02T04:00:00Z"),
        purpose: Some("New Year greetings".into()),
        own_participants: Some(4),
        ..VisitCorrection::default()
    };
    let second = VisitCorrection { purpose: Some("Border guard day".into()), own_participants: None, ..first.clone() };
    assert_eq!(kept, [first, second]);
    assert_eq!(line.figures::<Visit>("v1")[1], ("visit-participants", "own", 5));
}

#[test]
fn a_correction_says_something_new_that_has_happened() {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", on(date(2026, 2, 1)));
    assert_eq!(line.refused::<Visit>("v1", corrected(None, None, None)), "nothing-changed");
    let same = corrected(Some("New Year greetings"), Some(4), Some(date(2026, 2, 1)));
    assert_eq!(line.refused::<Visit>("v1", same), "nothing-changed");
    assert_eq!(line.refused::<Visit>("v1", corrected(None, None, Some(date(2026, 2, 3)))), "in-the-future");
    let mut line = announced();
    assert_eq!(line.refused::<Visit>("v1", corrected(Some("Other"), None, None)), "not-now");
}

#[test]
fn an_announced_visit_waits_three_days_for_the_other_side() {
    let header = announced().header::<Visit>("v1");
    assert_eq!((header.status, header.open, header.turn), ("announced", true, Some(side("n"))));
    assert_eq!((header.due, header.held_on), (Some(Due::On(date(2026, 2, 5))), Some(date(2026, 3, 3))));
    assert_eq!(announced().state::<Visit>("v1").guest, Some(side("v")));
}

#[test]
fn a_visit_is_announced_answered_and_held() {
    let mut line = answered();
    let header = line.header::<Visit>("v1");
    assert_eq!((header.status, header.turn, header.due), ("answered", None, Some(Due::On(date(2026, 3, 3)))));
    assert_eq!(line.figures::<Visit>("v1"), []);
    line.now("2026-03-03T09:00:00Z");
    line.act::<Visit>("v1", held(date(2026, 3, 3)));
    let header = line.header::<Visit>("v1");
    assert_eq!((header.status, header.open, header.due), ("held", false, None));
    assert_eq!(line.figures::<Visit>("v1"), [("visits", "own", 1), ("visit-participants", "own", 3)]);
    assert_eq!(line.state::<Visit>("v1").own_head.as_deref(), Some("Deputy head of station"));
}

#[test]
fn each_side_answers_in_its_turn_and_another_date_turns_it_round() {
    let mut line = announced();
    let answer = |answer, new_date| VisitCommand::Answer { answer, new_date };
    let theirs = |answer, new_date| VisitCommand::RecordAnswer { answer, new_date };
    assert_eq!(line.refused::<Visit>("v1", answer(Answer::Accept, None)), "not-your-turn");
    assert_eq!(line.refused::<Visit>("v1", theirs(Answer::OtherDate, None)), "no-date");
    line.act::<Visit>("v1", theirs(Answer::OtherDate, Some(date(2026, 3, 5))));
    let header = line.header::<Visit>("v1");
    assert_eq!((header.turn, header.held_on), (Some(side("v")), Some(date(2026, 3, 5))));
    assert_eq!(line.refused::<Visit>("v1", theirs(Answer::Accept, None)), "not-your-turn");
    line.act::<Visit>("v1", answer(Answer::Decline, None));
    assert_eq!(line.state::<Visit>("v1").stage, VisitStage::Declined { declined_by: side("v") });
    assert_eq!(line.figures::<Visit>("v1"), []);
}

#[test]
fn the_other_side_may_announce_and_either_side_may_invite() {
    let mut line = Rehearsal::new();
    line.act::<Visit>("v1", VisitCommand::RecordAnnouncement(plan()));
    assert_eq!(line.state::<Visit>("v1").guest, Some(side("n")));
    assert_eq!(line.header::<Visit>("v1").turn, Some(side("v")));
    let invited = VisitPlan { guest: Some(side("n")), ..plan() };
    line.act::<Visit>("v2", VisitCommand::Announce(invited));
    assert_eq!(line.state::<Visit>("v2").guest, Some(side("n")));
    assert_eq!(line.header::<Visit>("v2").turn, Some(side("n")));
    let stranger = VisitPlan { guest: Some(side("third")), ..plan() };
    assert_eq!(line.refused::<Visit>("v3", VisitCommand::Announce(stranger)), "not-a-side");
}

#[test]
fn a_visit_put_off_without_a_day_waits_for_the_side_that_asked() {
    let mut line = answered();
    assert_eq!(line.refused::<Visit>("v1", postpone("third", None)), "not-a-side");
    line.act::<Visit>("v1", postpone("n", None));
    let header = line.header::<Visit>("v1");
    assert_eq!((header.status, header.turn, header.due), ("postponed", Some(side("n")), None));
    line.act::<Visit>("v1", VisitCommand::RecordNewDay { new_date: date(2026, 3, 20) });
    let header = line.header::<Visit>("v1");
    assert_eq!((header.status, header.due), ("answered", Some(Due::On(date(2026, 3, 20)))));
    let kept = line.state::<Visit>("v1").postponements;
    assert_eq!((kept.len(), kept[0].planned_on, kept[0].new_date), (1, Some(date(2026, 3, 3)), None));
}

#[test]
fn a_cancelled_visit_is_settled() {
    let mut line = answered();
    line.act::<Visit>("v1", VisitCommand::Cancel { reason: "Mourning".into() });
    assert!(!line.header::<Visit>("v1").open);
    assert_eq!(line.refused::<Visit>("v1", held(date(2026, 2, 2))), "not-now");
}

#[test]
fn a_visit_to_come_names_only_what_exists_and_a_day_to_come() {
    let mut line = Rehearsal::new();
    let mut refused = |plan| line.refused::<Visit>("v1", VisitCommand::Announce(plan));
    assert_eq!(refused(VisitPlan { counterpart: CounterpartId(id("nobody")), ..plan() }), "no-counterpart");
    assert_eq!(refused(VisitPlan { delegation: Some(DelegationId(id("none"))), ..plan() }), "no-delegation");
    assert_eq!(refused(VisitPlan { occurrence: Some(OccurrenceId(id("none"))), ..plan() }), "no-occurrence");
    assert_eq!(refused(VisitPlan { planned_on: date(2026, 2, 1), ..plan() }), "in-the-past");
}

#[test]
fn visits_stored_before_they_could_be_announced_are_still_read() {
    let stamp = Stamp {
        record: id("v1"),
        side: side("v"),
        unit: UnitId(id("vs1")),
        officer: crate::OfficerId(id("duty")),
        happened: instant("2026-02-02T03:00:00Z"),
        recorded: instant("2026-02-02T03:00:00Z"),
    };
    let stored = json!({
        "counterpart": "vs1-nt1", "held_on": "2026-01-12", "purpose": "Courtesy",
        "own_participants": 6, "other_participants": 8, "place": "Gate",
    });
    let visit = crate::noun("visit").unwrap();
    let recorded = visit.apply(None, json!({ "fact": "recorded", "visit": stored.clone() }), &stamp).unwrap();
    let header = visit.header(&recorded).unwrap();
    assert_eq!((header.status, header.open, header.held_on), ("recorded", false, Some(date(2026, 1, 12))));
    assert_eq!(header.figures.iter().map(|figure| figure.quantity).collect::<Vec<_>>(), [1, 6]);
    assert_eq!(visit.header(&stored).unwrap(), header, "a state folded before is read too");
    let corrected = visit.apply(Some(stored), json!({ "fact": "corrected", "purpose": "Greetings" }), &stamp).unwrap();
    assert_eq!(corrected["purpose"], "Greetings");
    assert_eq!(corrected["corrections"][0]["purpose"], "Courtesy");
}
