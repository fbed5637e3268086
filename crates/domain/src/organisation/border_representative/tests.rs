//! The rules of border representatives on the invented line: from the proposal to the office, mandates of deputies, and
//! letters of credence that name a unit which is gone.

use jiff::civil::date;

use super::*;
use crate::organisation::unit::{Unit, UnitCommand};
use crate::rehearsal::{Rehearsal, id, side, unit};
use crate::{BorderRepresentativeId, SideId, UnitId};

type Person = BorderRepresentative;
type C = BorderRepresentativeCommand;

fn line() -> Rehearsal {
    let mut line = Rehearsal::new();
    line.name_record("treaty-segment", "segment-3");
    line
}

fn segment() -> TreatySegmentId {
    TreatySegmentId(id("segment-3"))
}

fn other() -> SideId {
    side("n")
}

fn proposed(role: RepresentativeRole) -> C {
    C::Propose {
        other_side: other(),
        segment: segment(),
        role,
        name: "Alder One".into(),
        rank: Some("Colonel".into()),
        office: "Deputy commander VP1".into(),
        unit: Some(unit("vp1")),
    }
}

fn appointed() -> C {
    C::Appoint {
        authority: "Prime Minister".into(),
        credential_number: "12/VP1".into(),
        signed_by: "Chairman of the province".into(),
        signed_on: date(2026, 1, 5),
        credential_unit: unit("vp1"),
        from: date(2026, 1, 10),
        until: None,
    }
}

fn renewed(number: &str, names: UnitId) -> C {
    C::RenewCredential {
        credential_number: number.into(),
        signed_by: "Chairman of the province".into(),
        signed_on: date(2026, 2, 2),
        credential_unit: names,
    }
}

fn other_notified(notified_on: Date) -> C {
    C::RecordNotified {
        other_side: other(),
        segment: segment(),
        role: RepresentativeRole::Representative,
        name: "Birch One".into(),
        rank: None,
        office: "Deputy commander NM1".into(),
        unit: None,
        authority: "Military district".into(),
        credential_number: "N-7".into(),
        signed_by: "Commander".into(),
        signed_on: date(2026, 1, 5),
        credential_unit: unit("nt1"),
        from: date(2026, 1, 10),
        until: None,
        notified_on,
        letter: None,
    }
}

fn notify() -> C {
    C::Notify { notified_on: date(2026, 1, 12), letter: None }
}

fn accepted() -> C {
    C::RecordAnswer { accepts: true, remark: None }
}

fn takes_office(replaces: Option<&str>) -> C {
    C::TakeOffice { from: date(2026, 1, 20), replaces: replaces.map(person) }
}

fn person(name: &str) -> BorderRepresentativeId {
    BorderRepresentativeId(id(name))
}

/// Brings a person of the own side to just before the office.
fn accept(line: &mut Rehearsal, name: &str, role: RepresentativeRole) {
    for command in [proposed(role), appointed(), notify(), accepted()] {
        line.act::<Person>(name, command);
    }
}

fn in_office(line: &mut Rehearsal, name: &str, role: RepresentativeRole) {
    accept(line, name, role);
    line.act::<Person>(name, takes_office(None));
}

fn mandate(from: Date, until: Date) -> C {
    C::GiveMandate {
        by: person("b1"),
        mandate_from: from,
        mandate_until: until,
        absence: AbsenceReason::Leave,
        told_on: None,
    }
}

fn handled(on: Date) -> C {
    C::RecordHandled { handled_on: on, what: "Cattle crossed at T11".into(), record: None }
}

#[test]
fn a_representative_is_appointed_for_a_segment_that_is_known() {
    let mut line = Rehearsal::new();
    assert_eq!(line.refused::<Person>("b1", proposed(RepresentativeRole::Representative)), "no-segment");
}

#[test]
fn the_turn_goes_to_the_other_side_with_the_notification_and_comes_back_with_its_answer() {
    let mut line = line();
    line.act::<Person>("b1", proposed(RepresentativeRole::Representative));
    assert_eq!(line.header::<Person>("b1").turn, Some(side("v")));
    line.act::<Person>("b1", appointed());
    line.act::<Person>("b1", notify());
    let header = line.header::<Person>("b1");
    assert_eq!((header.status, header.turn), ("notified", Some(other())));
    assert_eq!(line.refused::<Person>("b1", C::Answer { accepts: true, remark: None }), "other-side-answers");
    line.act::<Person>("b1", accepted());
    line.act::<Person>("b1", takes_office(None));
    let header = line.header::<Person>("b1");
    assert_eq!((header.status, header.open, header.number.as_deref()), ("active", false, Some("12/VP1")));
}

#[test]
fn a_representative_of_the_other_side_waits_for_the_own_answer() {
    let mut line = line();
    assert_eq!(line.refused::<Person>("b9", other_notified(date(2026, 1, 4))), "wrong-order");
    line.act::<Person>("b9", other_notified(date(2026, 1, 12)));
    let header = line.header::<Person>("b9");
    assert_eq!((header.side, header.turn), (Some(other()), Some(side("v"))));
    assert_eq!(line.refused::<Person>("b9", accepted()), "other-side-answers");
    let no = |remark: Option<&str>| C::Answer { accepts: false, remark: remark.map(str::to_owned) };
    assert_eq!(line.refused::<Person>("b9", no(None)), "no-remark");
    line.act::<Person>("b9", no(Some("The segment is not theirs to name for")));
    assert_eq!(line.header::<Person>("b9").status, "declined");
}

#[test]
fn a_segment_has_one_representative_of_each_side_in_office() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    accept(&mut line, "b2", RepresentativeRole::Representative);
    assert_eq!(line.refused::<Person>("b2", takes_office(None)), "already-represented");
    line.act::<Person>("b2", takes_office(Some("b1")));
    let header = line.header::<Person>("b1");
    assert_eq!((header.status, header.open), ("replaced", false));
    assert!(header.links.contains(&Link { role: "successor", to: id("b2") }));
    line.act::<Person>("b9", other_notified(date(2026, 1, 12)));
    line.act::<Person>("b9", C::Answer { accepts: true, remark: None });
    line.act::<Person>("b9", takes_office(None));
}

#[test]
fn a_deputy_acts_only_on_a_recorded_mandate() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    in_office(&mut line, "d1", RepresentativeRole::Deputy);
    let day = date(2026, 1, 28);
    line.act::<Person>("b1", handled(day));
    assert_eq!(line.refused::<Person>("d1", handled(day)), "no-mandate");
    assert_eq!(line.refused::<Person>("b1", mandate(day, date(2026, 2, 1))), "not-a-deputy");
    assert_eq!(line.refused::<Person>("d1", mandate(day, day)), "wrong-order");
    line.act::<Person>("d1", mandate(day, date(2026, 2, 1)));
    line.act::<Person>("d1", handled(day));
    assert_eq!(line.refused::<Person>("d1", handled(date(2026, 2, 1))), "no-mandate");
    let deputy = line.state::<Person>("d1");
    assert!(deputy.may_act_on(day) && !deputy.may_act_on(date(2026, 1, 27)));
}

#[test]
fn a_mandate_comes_from_the_representative_of_the_same_segment_and_side_in_office() {
    let mut line = line();
    in_office(&mut line, "d1", RepresentativeRole::Deputy);
    let given = mandate(date(2026, 1, 28), date(2026, 2, 1));
    assert_eq!(line.refused::<Person>("d1", given.clone()), "not-the-representative");
    accept(&mut line, "b1", RepresentativeRole::Representative);
    assert_eq!(line.refused::<Person>("d1", given), "not-the-representative");
}

#[test]
fn the_other_side_is_to_be_told_of_a_mandate_by_its_first_day() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    in_office(&mut line, "d1", RepresentativeRole::Deputy);
    line.act::<Person>("d1", mandate(date(2026, 2, 5), date(2026, 2, 9)));
    let header = line.header::<Person>("d1");
    assert_eq!((header.open, header.due), (true, Some(Due::On(date(2026, 2, 5)))));
    line.act::<Person>("d1", C::RecordTold { number: None, told_on: date(2026, 2, 2) });
    assert!(!line.header::<Person>("d1").open);
    line.act::<Person>("d1", C::EndMandate { number: Some(1), ended_on: date(2026, 2, 7) });
    let deputy = line.state::<Person>("d1");
    assert!(deputy.may_act_on(date(2026, 2, 6)) && !deputy.may_act_on(date(2026, 2, 7)));
}

#[test]
fn what_an_assistant_does_waits_until_the_representative_confirms_it() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    in_office(&mut line, "a1", RepresentativeRole::Assistant);
    line.act::<Person>("a1", handled(date(2026, 1, 28)));
    assert!(line.header::<Person>("a1").open);
    let confirm = |by: &str| C::ConfirmHandled { number: None, by: person(by) };
    assert_eq!(line.refused::<Person>("a1", confirm("a1")), "not-the-representative");
    line.act::<Person>("a1", confirm("b1"));
    assert!(!line.header::<Person>("a1").open);
}

#[test]
fn nobody_handles_an_event_out_of_office() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    assert_eq!(line.refused::<Person>("b1", handled(date(2026, 1, 19))), "not-in-office");
    let leave = C::Replace { replaced_on: date(2026, 2, 1), successor: None, remark: Some("Retired".into()) };
    line.act::<Person>("b1", leave);
    assert_eq!(line.refused::<Person>("b1", handled(date(2026, 2, 1))), "not-in-office");
    line.act::<Person>("b1", handled(date(2026, 1, 31)));
}

#[test]
fn a_credential_that_names_a_dissolved_unit_is_flagged_and_the_person_stays_in_office() {
    let mut line = line();
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    line.officer_of("keeper", "vc");
    line.act::<Unit>("vp1", UnitCommand::Dissolve { on: date(2026, 7, 1), successor: Some(unit("vc")), basis: None });
    let header = line.header::<Person>("b1");
    assert_eq!((header.status, header.open, header.due), ("active", true, Some(Due::On(date(2026, 7, 1)))));
    assert!(line.state::<Person>("b1").may_act_on(date(2026, 7, 2)));
    line.act::<Person>("b1", renewed("1/VC", unit("vp1")));
    assert!(line.state::<Person>("b1").outdated.is_some(), "the new letter names the dissolved unit again");
    line.act::<Person>("b1", renewed("2/VC", unit("vc")));
    let header = line.header::<Person>("b1");
    assert_eq!((header.open, header.number.as_deref()), (false, Some("2/VC")));
}

#[test]
fn who_may_not_record_over_a_representative_dissolves_the_unit_all_the_same() {
    let mut line = line();
    line.act_for("vc");
    in_office(&mut line, "b1", RepresentativeRole::Representative);
    line.officer_of("keeper", "vp1");
    line.act::<Unit>("vp1", UnitCommand::Dissolve { on: date(2026, 7, 1), successor: None, basis: None });
    assert!(line.state::<Person>("b1").outdated.is_none());
}

#[test]
fn the_end_of_a_term_is_due() {
    let mut line = line();
    let mut command = appointed();
    if let C::Appoint { until, .. } = &mut command {
        *until = Some(date(2028, 1, 10));
    }
    for command in [proposed(RepresentativeRole::Representative), command, notify(), accepted(), takes_office(None)] {
        line.act::<Person>("b1", command);
    }
    assert_eq!(line.header::<Person>("b1").due, Some(Due::On(date(2028, 1, 10))));
    assert!(!line.state::<Person>("b1").in_office_on(date(2028, 1, 10)));
}

#[test]
fn appointing_and_answering_are_acts_of_a_commander() {
    for command in ["appoint", "answer", "give-mandate", "confirm-handled"] {
        assert_eq!(Person::right(command), Right::Decide, "{command}");
    }
    assert_eq!(Person::right("record-handled"), Right::Record);
}
