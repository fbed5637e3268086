//! The rules of outreach, tried on the invented line.

use jiff::civil::{Date, date};

use super::*;
use crate::basis::occurrence::{Occurrence, OccurrenceCommand};
use crate::rehearsal::{Rehearsal, id, side};
use crate::{AgreementId, CounterpartId, ObligationId};

fn plan() -> OutreachPlan {
    OutreachPlan {
        kind: OutreachKind::LegalPublicity,
        subject: "The border regime".into(),
        together: false,
        counterpart: None,
        host: None,
        communities: vec![],
        place: "Village V-a".into(),
        planned_on: date(2026, 2, 20),
        programme: None,
        occurrence: None,
    }
}

/// Both sides together, led by a side.
fn together(host: &str) -> OutreachPlan {
    OutreachPlan { together: true, counterpart: Some(CounterpartId(id("vs1-nt1"))), host: Some(side(host)), ..plan() }
}

fn course(held_on: Date) -> OutreachCourse {
    OutreachCourse {
        held_on,
        until_on: None,
        audience: 120,
        own_participants: 6,
        other_participants: 0,
        materials: vec![
            Material { kind: MaterialKind::Leaflet, count: 200 },
            Material { kind: MaterialKind::Poster, count: 4 },
            Material { kind: MaterialKind::Leaflet, count: 50 },
        ],
        result: None,
    }
}

fn postpone(asked_by: &str, new_date: Option<Date>) -> OutreachCommand {
    OutreachCommand::Postpone { asked_by: side(asked_by), reason: PostponeReason::Epidemic, new_date }
}

fn planned(plan: OutreachPlan) -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<Outreach>("o1", OutreachCommand::Plan(plan));
    line
}

/// Outreach is owed in the first quarter, with side `v` as host.
fn owed(activity: Activity) -> Rehearsal {
    let mut line = Rehearsal::new();
    let schedule = OccurrenceCommand::Schedule {
        obligation: ObligationId(id("ob1")),
        agreement: AgreementId(id("a1")),
        version: 1,
        activity,
        name: Words::plain("Quarterly publicity"),
        counterpart: CounterpartId(id("vs1-nt1")),
        period: "2026-Q1".into(),
        period_from: date(2026, 1, 1),
        period_until: date(2026, 4, 1),
        due_on: date(2026, 3, 31),
        host: Some(side("v")),
    };
    line.act::<Occurrence>("d1", schedule);
    line
}

fn meeting(host: &str) -> OutreachCommand {
    OutreachCommand::Plan(OutreachPlan { occurrence: Some(OccurrenceId(id("d1"))), ..together(host) })
}

#[test]
fn planned_outreach_waits_until_its_day_and_counts_nothing() {
    let line = planned(plan());
    let header = line.header::<Outreach>("o1");
    assert_eq!((header.status, header.open, header.due), ("planned", true, Some(Due::On(date(2026, 2, 20)))));
    assert_eq!(line.figures::<Outreach>("o1"), []);
    assert_eq!(line.state::<Outreach>("o1").host, side("v"));
}

#[test]
fn outreach_that_was_held_counts_itself_its_audience_and_its_leaflets() {
    let mut line = planned(plan());
    line.now("2026-02-20T09:00:00Z");
    line.act::<Outreach>("o1", OutreachCommand::RecordHeld(course(date(2026, 2, 20))));
    let counted = [("outreach", "own", 1), ("outreach-audience", "own", 120), ("outreach-leaflets", "own", 250)];
    assert_eq!(line.figures::<Outreach>("o1"), counted);
    let header = line.header::<Outreach>("o1");
    assert_eq!(
        (header.status, header.open, header.due, header.held_on),
        ("held", false, None, Some(date(2026, 2, 20)))
    );
}

#[test]
fn what_both_sides_did_together_counts_as_own_until_both_sign() {
    let mut line = planned(together("n"));
    line.now("2026-02-20T09:00:00Z");
    line.act::<Outreach>("o1", OutreachCommand::RecordHeld(course(date(2026, 2, 20))));
    assert!(line.figures::<Outreach>("o1").iter().all(|(_, basis, _)| *basis == "own"));
}

#[test]
fn outreach_without_a_plan_is_recorded_afterwards() {
    let mut line = Rehearsal::new();
    let record = |held_on| OutreachCommand::Record {
        kind: OutreachKind::ChiefsMeeting,
        subject: "Security in the villages".into(),
        together: false,
        counterpart: None,
        host: None,
        communities: vec![],
        place: "Station VS1".into(),
        programme: None,
        held_on,
        until_on: None,
        audience: 12,
        own_participants: 3,
        other_participants: 0,
        materials: vec![],
        result: Some("Twelve chiefs keep watch by turns".into()),
    };
    assert_eq!(line.refused::<Outreach>("o1", record(date(2026, 2, 3))), "in-the-future");
    line.act::<Outreach>("o1", record(date(2026, 1, 30)));
    let outreach = line.state::<Outreach>("o1");
    assert_eq!((outreach.stage.status(), outreach.planned_on), ("held", None));
    assert_eq!(line.figures::<Outreach>("o1"), [("outreach", "own", 1), ("outreach-audience", "own", 12)]);
}

#[test]
fn what_is_done_together_names_the_counterpart() {
    let mut line = Rehearsal::new();
    let alone = |plan| OutreachCommand::Plan(OutreachPlan { counterpart: None, host: None, ..plan });
    assert_eq!(line.refused::<Outreach>("o1", alone(together("v"))), "no-partner");
    let joint_day = OutreachPlan { kind: OutreachKind::JointPublicityDay, ..plan() };
    assert_eq!(line.refused::<Outreach>("o1", alone(joint_day.clone())), "no-partner");
    let with = Some(CounterpartId(id("vs1-nt1")));
    line.act::<Outreach>("o1", OutreachCommand::Plan(OutreachPlan { counterpart: with, ..joint_day }));
    assert!(line.state::<Outreach>("o1").together);
}

#[test]
fn a_plan_names_only_what_exists() {
    let mut line = Rehearsal::new();
    let mut refused = |plan| line.refused::<Outreach>("o1", OutreachCommand::Plan(plan));
    let stranger = Some(CounterpartId(id("nobody")));
    assert_eq!(refused(OutreachPlan { counterpart: stranger, ..plan() }), "no-counterpart");
    assert_eq!(refused(together("third")), "host-not-involved");
    assert_eq!(refused(OutreachPlan { host: Some(side("n")), ..plan() }), "host-not-involved");
    assert_eq!(refused(OutreachPlan { communities: vec![CommunityId(id("nowhere"))], ..plan() }), "no-community");
    assert_eq!(refused(OutreachPlan { programme: Some(StandingProgrammeId(id("none"))), ..plan() }), "no-programme");
    assert_eq!(refused(OutreachPlan { occurrence: Some(OccurrenceId(id("none"))), ..plan() }), "no-occurrence");
    assert_eq!(refused(OutreachPlan { planned_on: date(2026, 2, 1), ..plan() }), "in-the-past");
}

#[test]
fn outreach_put_off_without_a_day_waits_for_the_side_that_asked() {
    let mut line = planned(together("v"));
    assert_eq!(line.refused::<Outreach>("o1", postpone("third", None)), "not-a-side");
    line.act::<Outreach>("o1", postpone("n", None));
    let header = line.header::<Outreach>("o1");
    assert_eq!((header.status, header.open, header.turn, header.due), ("postponed", true, Some(side("n")), None));
    line.act::<Outreach>("o1", OutreachCommand::RecordNewDay { new_date: date(2026, 3, 11) });
    let header = line.header::<Outreach>("o1");
    assert_eq!((header.status, header.turn, header.due), ("planned", None, Some(Due::On(date(2026, 3, 11)))));
}

#[test]
fn each_postponement_keeps_who_asked_why_and_both_days() {
    let mut line = planned(together("v"));
    line.act::<Outreach>("o1", postpone("n", Some(date(2026, 3, 11))));
    assert_eq!(line.header::<Outreach>("o1").turn, None);
    line.act::<Outreach>("o1", postpone("v", None));
    let kept: Vec<_> = line.state::<Outreach>("o1").postponements;
    let told = |asked_by: &str, planned_on, new_date| Postponement {
        asked_by: Some(side(asked_by)),
        reason: PostponeReason::Epidemic,
        planned_on: Some(planned_on),
        new_date,
    };
    assert_eq!(kept, [told("n", date(2026, 2, 20), Some(date(2026, 3, 11))), told("v", date(2026, 3, 11), None)]);
    assert_eq!(line.refused::<Outreach>("o1", postpone("v", Some(date(2026, 2, 1)))), "in-the-past");
}

#[test]
fn what_was_held_although_it_was_put_off_is_not_lost() {
    let mut line = planned(plan());
    line.act::<Outreach>("o1", postpone("v", None));
    line.act::<Outreach>("o1", OutreachCommand::RecordHeld(course(date(2026, 2, 2))));
    assert_eq!(line.header::<Outreach>("o1").turn, None);
    assert_eq!(line.figures::<Outreach>("o1")[0], ("outreach", "own", 1));
}

#[test]
fn cancelled_outreach_is_settled_and_counts_nowhere() {
    let mut line = planned(plan());
    line.act::<Outreach>("o1", OutreachCommand::Cancel { reason: "The road is closed".into() });
    assert_eq!(line.figures::<Outreach>("o1"), []);
    assert!(!line.header::<Outreach>("o1").open);
    assert_eq!(line.refused::<Outreach>("o1", postpone("v", None)), "not-now");
    assert_eq!(line.refused::<Outreach>("o1", OutreachCommand::RecordHeld(course(date(2026, 2, 2)))), "not-now");
}

#[test]
fn a_plan_is_amended_before_and_a_course_corrected_afterwards() {
    let mut line = planned(plan());
    let amend = |place: &str| OutreachCommand::Amend { subject: None, place: Some(place.into()), communities: None };
    assert_eq!(line.refused::<Outreach>("o1", amend("Village V-a")), "nothing-changed");
    line.act::<Outreach>("o1", amend("Village V-b"));
    let outreach = line.state::<Outreach>("o1");
    assert_eq!((outreach.place.as_str(), outreach.subject.as_str()), ("Village V-b", "The border regime"));
    let held = course(date(2026, 2, 2));
    line.act::<Outreach>("o1", OutreachCommand::RecordHeld(held.clone()));
    assert_eq!(line.refused::<Outreach>("o1", amend("Village V-c")), "not-now");
    assert_eq!(line.refused::<Outreach>("o1", OutreachCommand::Correct(held.clone())), "nothing-changed");
    line.act::<Outreach>("o1", OutreachCommand::Correct(OutreachCourse { audience: 130, ..held }));
    assert_eq!(line.figures::<Outreach>("o1")[1], ("outreach-audience", "own", 130));
}

#[test]
fn the_last_day_does_not_lie_before_the_first_nor_ahead() {
    let mut line = planned(plan());
    let over = |from, until| OutreachCommand::RecordHeld(OutreachCourse { until_on: Some(until), ..course(from) });
    assert_eq!(line.refused::<Outreach>("o1", over(date(2026, 2, 2), date(2026, 2, 1))), "wrong-order");
    assert_eq!(line.refused::<Outreach>("o1", over(date(2026, 2, 2), date(2026, 2, 3))), "in-the-future");
}

#[test]
fn outreach_meets_the_duty_that_asks_for_it() {
    let mut line = owed(Activity::Talks);
    assert_eq!(line.refused::<Outreach>("o1", meeting("v")), "other-activity");
    let mut line = owed(Activity::Outreach);
    assert_eq!(line.refused::<Outreach>("o1", meeting("n")), "other-host");
    line.act::<Outreach>("o1", meeting("v"));
    assert_eq!(line.state::<Outreach>("o1").period.as_deref(), Some("2026-Q1"));
    line.act::<Outreach>("o1", OutreachCommand::RecordHeld(course(date(2026, 2, 2))));
    assert_eq!(line.header::<Occurrence>("d1").status, "met");
}

#[test]
fn a_duty_follows_what_is_put_off_beyond_its_last_day_and_nothing_else() {
    let mut line = owed(Activity::Outreach);
    line.act::<Outreach>("o1", meeting("v"));
    line.act::<Outreach>("o1", postpone("n", None));
    line.act::<Outreach>("o1", postpone("n", Some(date(2026, 3, 11))));
    assert_eq!(line.header::<Occurrence>("d1").status, "scheduled");
    line.act::<Outreach>("o1", postpone("n", Some(date(2026, 4, 8))));
    let duty = line.header::<Occurrence>("d1");
    assert_eq!((duty.status, duty.due), ("postponed", Some(Due::On(date(2026, 4, 8)))));
}
