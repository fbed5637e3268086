//! The rules of training, tried on the invented line.

use jiff::civil::{Date, date};

use super::*;
use crate::rehearsal::{Rehearsal, id, side};
use crate::{CounterpartId, StandingProgrammeId};

fn plan() -> TrainingPlan {
    TrainingPlan {
        kind: TrainingKind::PatrolExperience,
        subject: "Patrols in fog".into(),
        counterpart: Some(CounterpartId(id("vs1-nt1"))),
        partner: None,
        host: Some(side("v")),
        place: "Station VS1".into(),
        planned_on: date(2026, 2, 10),
        days: 2,
        programme: None,
        occurrence: None,
    }
}

/// With an international organisation that hosts.
fn abroad() -> TrainingPlan {
    TrainingPlan { counterpart: None, partner: Some("Red Cross".into()), host: None, ..plan() }
}

fn course() -> TrainingCourse {
    let (held_on, until_on) = (date(2026, 2, 10), Some(date(2026, 2, 11)));
    TrainingCourse { held_on, until_on, days: 2, own_participants: 10, other_participants: 9 }
}

fn evaluation(evaluated_on: Date, passed: Option<u32>) -> TrainingCommand {
    let result = "Both sides send a team to the next patrol in fog".into();
    TrainingCommand::RecordEvaluation(TrainingEvaluation { evaluated_on, passed, result })
}

fn postpone(asked_by: Option<&str>, new_date: Option<Date>) -> TrainingCommand {
    TrainingCommand::Postpone { asked_by: asked_by.map(side), reason: PostponeReason::Absence, new_date }
}

fn planned(plan: TrainingPlan) -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<Training>("t1", TrainingCommand::Plan(plan));
    line
}

fn held() -> Rehearsal {
    let mut line = planned(plan());
    line.now("2026-02-12T03:00:00Z");
    line.act::<Training>("t1", TrainingCommand::RecordHeld(course()));
    line
}

#[test]
fn training_that_was_held_counts_once_with_its_own_participants() {
    assert_eq!(held().figures::<Training>("t1"), [("trainings", "own", 1), ("training-participants", "own", 10)]);
    assert_eq!(planned(plan()).figures::<Training>("t1"), []);
}

#[test]
fn held_training_stays_open_until_it_is_written_down_what_it_brought() {
    let mut line = held();
    let header = line.header::<Training>("t1");
    assert_eq!((header.status, header.open, header.due), ("held", true, Some(Due::On(date(2026, 2, 25)))));
    line.act::<Training>("t1", evaluation(date(2026, 2, 12), Some(19)));
    let header = line.header::<Training>("t1");
    assert_eq!((header.status, header.open, header.due), ("evaluated", false, None));
}

#[test]
fn no_more_people_complete_training_than_took_part() {
    let mut line = held();
    assert_eq!(line.refused::<Training>("t1", evaluation(date(2026, 2, 12), Some(20))), "too-many-passed");
    line.act::<Training>("t1", evaluation(date(2026, 2, 12), Some(19)));
    let fewer = TrainingCommand::Correct(TrainingCourse { own_participants: 9, ..course() });
    assert_eq!(line.refused::<Training>("t1", fewer), "too-many-passed");
}

#[test]
fn training_is_evaluated_after_its_last_day() {
    let mut line = planned(plan());
    assert_eq!(line.refused::<Training>("t1", evaluation(date(2026, 2, 2), None)), "not-now");
    let mut line = held();
    assert_eq!(line.refused::<Training>("t1", evaluation(date(2026, 2, 10), None)), "wrong-order");
    assert_eq!(line.refused::<Training>("t1", evaluation(date(2026, 2, 13), None)), "in-the-future");
}

#[test]
fn training_needs_a_counterpart_or_another_partner() {
    let mut line = Rehearsal::new();
    let nobody = TrainingPlan { counterpart: None, ..plan() };
    assert_eq!(line.refused::<Training>("t1", TrainingCommand::Plan(nobody.clone())), "no-partner");
    let blank = TrainingPlan { partner: Some("  ".into()), ..nobody };
    assert_eq!(line.refused::<Training>("t1", TrainingCommand::Plan(blank)), "no-partner");
    line.act::<Training>("t1", TrainingCommand::Plan(abroad()));
    assert_eq!(line.header::<Training>("t1").counterpart, None);
}

#[test]
fn one_of_the_two_sides_hosts_unless_a_partner_of_a_third_country_takes_part() {
    let mut line = Rehearsal::new();
    let mut refused = |plan| line.refused::<Training>("t1", TrainingCommand::Plan(plan));
    assert_eq!(refused(TrainingPlan { host: None, ..plan() }), "no-host");
    assert_eq!(refused(TrainingPlan { host: Some(side("third")), ..plan() }), "host-not-involved");
    assert_eq!(refused(TrainingPlan { host: Some(side("n")), ..abroad() }), "host-not-involved");
}

#[test]
fn a_postponement_says_who_asked_and_only_a_partner_of_a_third_country_has_no_side() {
    let mut line = planned(plan());
    assert_eq!(line.refused::<Training>("t1", postpone(None, None)), "nobody-asked");
    assert_eq!(line.refused::<Training>("t1", postpone(Some("third"), None)), "not-a-side");
    line.act::<Training>("t1", postpone(Some("n"), None));
    assert_eq!(line.header::<Training>("t1").turn, Some(side("n")));
    let mut line = planned(abroad());
    line.act::<Training>("t1", postpone(None, None));
    let header = line.header::<Training>("t1");
    assert_eq!((header.status, header.turn, header.due), ("postponed", None, None));
    line.act::<Training>("t1", TrainingCommand::RecordNewDay { new_date: date(2026, 5, 4) });
    assert_eq!(line.header::<Training>("t1").due, Some(Due::On(date(2026, 5, 4))));
}

#[test]
fn no_more_days_are_taught_than_there_are() {
    let mut line = planned(plan());
    let none = TrainingPlan { days: 0, ..plan() };
    assert_eq!(line.refused::<Training>("t2", TrainingCommand::Plan(none)), "days-do-not-fit");
    line.now("2026-02-12T03:00:00Z");
    let taught = |days| TrainingCommand::RecordHeld(TrainingCourse { days, ..course() });
    assert_eq!(line.refused::<Training>("t1", taught(3)), "days-do-not-fit");
    assert_eq!(line.refused::<Training>("t1", taught(0)), "days-do-not-fit");
    line.act::<Training>("t1", taught(1));
}

#[test]
fn training_to_come_names_only_what_exists_and_a_day_to_come() {
    let mut line = Rehearsal::new();
    let mut refused = |plan| line.refused::<Training>("t1", TrainingCommand::Plan(plan));
    assert_eq!(refused(TrainingPlan { planned_on: date(2026, 2, 1), ..plan() }), "in-the-past");
    let programme = Some(StandingProgrammeId(id("none")));
    assert_eq!(refused(TrainingPlan { programme, ..plan() }), "no-programme");
    let counterpart = Some(CounterpartId(id("nobody")));
    assert_eq!(refused(TrainingPlan { counterpart, ..plan() }), "no-counterpart");
}

#[test]
fn cancelled_training_is_settled() {
    let mut line = planned(plan());
    line.act::<Training>("t1", TrainingCommand::Cancel { reason: "No interpreter".into() });
    assert!(!line.header::<Training>("t1").open);
    assert_eq!(line.refused::<Training>("t1", TrainingCommand::RecordHeld(course())), "not-now");
}
