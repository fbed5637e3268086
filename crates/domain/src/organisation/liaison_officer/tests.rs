//! The rules of liaison officers on the invented line: named, accepted, attached, back; and what they may hand over.

use jiff::civil::date;

use super::*;
use crate::contact::visit::{Visit, VisitCommand};
use crate::operations::patrol::{PatrolCommand, PatrolKind, PatrolMode};
use crate::rehearsal::{Rehearsal, id, side, unit};

type Officer = LiaisonOfficer;
type C = LiaisonOfficerCommand;

fn with_nt1() -> CounterpartId {
    CounterpartId(id("vs1-nt1"))
}

fn appointed(patrol: Option<&str>) -> C {
    C::Appoint {
        counterpart: with_nt1(),
        kind: if patrol.is_some() { LiaisonKind::OnePatrol } else { LiaisonKind::Standing },
        patrol: patrol.map(|name| PatrolId(id(name))),
        name: "Alder Two".into(),
        rank: Some("Captain".into()),
        office: "Platoon leader".into(),
        unit: Some(unit("vs1")),
        appointed_on: date(2026, 1, 10),
    }
}

fn patrol(line: &mut Rehearsal, name: &str) {
    let planned = PatrolCommand::Plan {
        counterpart: with_nt1(),
        kind: PatrolKind::Bilateral,
        planned_on: date(2026, 2, 26),
        from_marker: "T10".into(),
        to_marker: "T14".into(),
        chair: side("v"),
        mode: PatrolMode::Foot,
        night: false,
        own_teams: 1,
        own_strength: 8,
        occurrence: None,
    };
    line.act::<Patrol>(name, planned);
}

fn visit(line: &mut Rehearsal, name: &str) {
    let held = VisitCommand::Record {
        counterpart: with_nt1(),
        held_on: date(2026, 2, 1),
        purpose: "Courtesy".into(),
        own_participants: 2,
        other_participants: 2,
        place: "Gate".into(),
    };
    line.act::<Visit>(name, held);
}

fn available(patrol_name: Option<&str>) -> Rehearsal {
    let mut line = Rehearsal::new();
    patrol(&mut line, "p1");
    visit(&mut line, "x1");
    for command in [
        appointed(patrol_name),
        C::Notify { notified_on: date(2026, 1, 11), letter: None },
        C::RecordAnswer { accepts: true, remark: None },
        C::MakeAvailable { from: date(2026, 1, 15) },
    ] {
        line.act::<Officer>("o1", command);
    }
    line
}

fn attached(to: &str) -> C {
    C::Attach { to: id(to), from: date(2026, 2, 1), until_on: Some(date(2026, 2, 3)) }
}

fn handed(thing: ThingHandedOver) -> C {
    C::RecordHandedOver {
        handed_on: date(2026, 2, 2),
        thing,
        count: 2,
        what: "Two buffaloes".into(),
        receipt: Some("7".into()),
        record: None,
    }
}

fn back() -> C {
    C::RecordReturn { returned_on: date(2026, 2, 2) }
}

fn ended() -> C {
    C::End { ended_on: date(2026, 2, 2), remark: "Posted elsewhere".into() }
}

#[test]
fn a_liaison_officer_is_named_to_the_other_side_and_waits_for_its_answer() {
    let mut line = Rehearsal::new();
    line.act::<Officer>("o1", appointed(None));
    assert_eq!(line.header::<Officer>("o1").turn, Some(side("v")));
    let early = C::Notify { notified_on: date(2026, 1, 9), letter: None };
    assert_eq!(line.refused::<Officer>("o1", early), "wrong-order");
    line.act::<Officer>("o1", C::Notify { notified_on: date(2026, 1, 11), letter: None });
    assert_eq!(line.header::<Officer>("o1").turn, Some(side("n")));
    assert_eq!(line.refused::<Officer>("o1", C::Answer { accepts: true, remark: None }), "other-side-answers");
    line.act::<Officer>("o1", C::RecordAnswer { accepts: false, remark: Some("Another rank is asked for".into()) });
    let header = line.header::<Officer>("o1");
    assert_eq!((header.status, header.open), ("declined", false));
}

#[test]
fn an_officer_of_the_other_side_waits_for_the_own_answer() {
    let mut line = Rehearsal::new();
    let named = C::RecordNotified {
        counterpart: with_nt1(),
        kind: LiaisonKind::Standing,
        patrol: None,
        name: "Birch Two".into(),
        rank: None,
        office: "Duty officer".into(),
        unit: Some(unit("nt1")),
        notified_on: date(2026, 1, 11),
        letter: None,
    };
    line.act::<Officer>("o9", named);
    let header = line.header::<Officer>("o9");
    assert_eq!((header.side, header.turn), (Some(side("n")), Some(side("v"))));
    line.act::<Officer>("o9", C::Answer { accepts: true, remark: None });
    assert_eq!(line.header::<Officer>("o9").turn, Some(side("n")));
}

#[test]
fn an_officer_serves_in_a_unit_of_the_side_that_names_him() {
    let mut line = Rehearsal::new();
    let mut command = appointed(None);
    if let C::Appoint { unit: serves, .. } = &mut command {
        *serves = Some(unit("nt1"));
    }
    assert_eq!(line.refused::<Officer>("o1", command), "no-unit");
}

#[test]
fn an_officer_named_for_one_patrol_goes_with_that_patrol_only() {
    let mut line = available(Some("p1"));
    assert_eq!(line.refused::<Officer>("o1", attached("x1")), "other-patrol");
    line.act::<Officer>("o1", attached("p1"));
    line.act::<Officer>("o1", back());
    assert_eq!(line.refused::<Officer>("o1", attached("p1")), "not-now");
    assert!(line.header::<Officer>("o1").open, "the appointment is to be ended");
    line.act::<Officer>("o1", ended());
    assert!(!line.header::<Officer>("o1").open);
}

#[test]
fn an_officer_for_one_patrol_needs_a_patrol_that_is_known() {
    let mut line = Rehearsal::new();
    assert_eq!(line.refused::<Officer>("o1", appointed(Some("p9"))), "no-patrol");
}

#[test]
fn a_standing_officer_is_attached_returns_and_goes_again() {
    let mut line = available(None);
    assert_eq!(line.refused::<Officer>("o1", attached("nowhere")), "no-record");
    line.act::<Officer>("o1", attached("x1"));
    let header = line.header::<Officer>("o1");
    assert_eq!((header.status, header.due), ("attached", Some(Due::On(date(2026, 2, 3)))));
    assert_eq!(line.refused::<Officer>("o1", ended()), "still-attached");
    line.act::<Officer>("o1", back());
    assert!(!line.header::<Officer>("o1").open);
    line.act::<Officer>("o1", attached("p1"));
    assert_eq!(line.state::<Officer>("o1").attachments.len(), 2);
}

#[test]
fn letters_animals_and_property_pass_through_a_liaison_officer_persons_never() {
    let mut line = available(None);
    for thing in [ThingHandedOver::Letter, ThingHandedOver::Animal, ThingHandedOver::Property] {
        line.act::<Officer>("o1", handed(thing));
    }
    assert_eq!(line.refused::<Officer>("o1", handed(ThingHandedOver::Person)), "not-persons");
    assert_eq!(line.state::<Officer>("o1").handed_over.len(), 3);
}

#[test]
fn nothing_is_handed_over_before_the_officer_is_ready() {
    let mut line = Rehearsal::new();
    line.act::<Officer>("o1", appointed(None));
    assert_eq!(line.refused::<Officer>("o1", handed(ThingHandedOver::Letter)), "not-now");
}
