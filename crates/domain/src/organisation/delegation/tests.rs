//! The rules of delegations on the invented line: heads of equal level, an interpreter on every list, and word to the
//! other side before something changes.

use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::contact::talks::PostponeReason;
use crate::organisation::level::{Level, LevelCommand};
use crate::rehearsal::{Rehearsal, id, instant, side, unit};
use crate::{GateId, UnitId};

type C = DelegationCommand;

fn proposed(of: &str, interpreter: Option<&str>) -> C {
    C::Propose {
        counterpart: CounterpartId(id("vs1-nt1")),
        side: side(of),
        activity: DelegationActivity::Talks,
        occasion: "Talks of the first quarter".into(),
        record: None,
        name: "Alder Three".into(),
        rank: Some("Major".into()),
        office: "Head of station".into(),
        unit: None,
        host_unit: None,
        scheme: None,
        members: vec![MemberGroup { office: "Staff officer".into(), count: 3 }],
        interpreter: interpreter.map(str::to_owned),
        documents: Some("Border passes".into()),
        route: Some("Gate T12, then NT1".into()),
        vehicles: vec![],
        gifts: vec![Gift { gift: "Tea".into(), count: 2, recipient: Some("Head of NT1".into()) }],
        enters_on: date(2026, 2, 10),
        leaves_on: date(2026, 2, 10),
    }
}

fn send() -> C {
    C::SendList { sent_on: date(2026, 2, 2) }
}

fn accepted() -> C {
    C::RecordAnswer { accepts: true, remark: None }
}

fn other_head(head_unit: UnitId, told_on: Option<Date>) -> C {
    C::SubstituteHead {
        name: "Alder Four".into(),
        rank: None,
        office: "Deputy head of station".into(),
        unit: head_unit,
        remark: "Illness".into(),
        told_on,
    }
}

fn entry(at: Timestamp, persons: u32) -> C {
    C::RecordEntry { at, persons, gate: None }
}

fn exit(at: Timestamp, persons: u32, remark: Option<&str>) -> C {
    C::RecordExit { at, persons, gate: None, remark: remark.map(str::to_owned) }
}

fn sent() -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<Delegation>("g1", proposed("v", Some("Interpreter VP1")));
    line.act::<Delegation>("g1", send());
    line
}

fn ready() -> Rehearsal {
    let mut line = sent();
    line.act::<Delegation>("g1", accepted());
    line
}

fn entered() -> Rehearsal {
    let mut line = ready();
    line.now("2026-02-10T12:00:00Z");
    line.act::<Delegation>("g1", entry(instant("2026-02-10T01:30:00Z"), 5));
    line
}

/// Gives a unit of the invented line another level in a scheme, by a unit of its own side registered with it.
fn with_level(line: &mut Rehearsal, name: &str, of: &str, scheme: &str, level: &str) {
    use crate::organisation::unit::{Force, Unit, UnitCommand};
    let register = UnitCommand::Register {
        side: side(of),
        force: Force::BorderGuard,
        name: Words::plain(name.to_uppercase()),
        from: None,
        parent: None,
        levels: [(scheme.to_owned(), level.to_owned())].into(),
        place: None,
        source: None,
    };
    line.act::<Unit>(name, register);
}

#[test]
fn a_list_is_not_sent_without_an_interpreter() {
    let mut line = Rehearsal::new();
    line.act::<Delegation>("g1", proposed("v", Some("  ")));
    assert_eq!(line.refused::<Delegation>("g1", send()), "no-interpreter");
    line.act::<Delegation>("g2", proposed("n", None));
    let came = C::RecordList { received_on: date(2026, 2, 2) };
    assert_eq!(line.refused::<Delegation>("g2", came), "no-interpreter");
}

#[test]
fn the_heads_are_of_equal_level_where_both_levels_are_known() {
    let mut line = Rehearsal::new();
    with_level(&mut line, "np1", "n", "talks", "province");
    let led = |host: &str| {
        let mut command = proposed("v", Some("Interpreter"));
        if let C::Propose { host_unit, .. } = &mut command {
            *host_unit = Some(unit(host));
        }
        command
    };
    assert_eq!(line.refused::<Delegation>("g1", led("np1")), "unequal-level");
    with_level(&mut line, "nx1", "n", "administration", "commune");
    line.act::<Delegation>("g1", led("nx1"));
    assert_eq!(line.refused::<Delegation>("g2", led("vs2")), "no-unit");
}

#[test]
fn levels_of_another_name_but_the_same_rank_are_equal() {
    let mut line = Rehearsal::new();
    let post = LevelCommand::Register {
        scheme: "talks".into(),
        code: "post".into(),
        rank: 3,
        name: Words::plain("Post"),
        may_agree: vec![],
    };
    line.act::<Level>("talks-post", post);
    with_level(&mut line, "np3", "n", "talks", "post");
    let mut command = proposed("v", Some("Interpreter"));
    if let C::Propose { host_unit, .. } = &mut command {
        *host_unit = Some(unit("np3"));
    }
    line.act::<Delegation>("g1", command);
}

#[test]
fn both_sides_may_have_a_delegation_and_each_acts_for_itself() {
    let mut line = Rehearsal::new();
    line.act::<Delegation>("g2", proposed("n", Some("Interpreter NT1")));
    assert_eq!(line.refused::<Delegation>("g2", send()), "wrong-side");
    assert_eq!(line.header::<Delegation>("g2").turn, Some(side("n")));
    line.act::<Delegation>("g2", C::RecordList { received_on: date(2026, 2, 2) });
    assert_eq!(line.header::<Delegation>("g2").turn, Some(side("v")));
    assert_eq!(line.refused::<Delegation>("g2", accepted()), "wrong-side");
    line.act::<Delegation>("g2", C::Answer { accepts: true, remark: None });
    assert_eq!(line.refused::<Delegation>("g3", proposed("x", None)), "no-side");
}

#[test]
fn a_list_that_is_not_accepted_goes_back_with_the_reason() {
    let mut line = sent();
    let header = line.header::<Delegation>("g1");
    assert_eq!((header.turn, header.due), (Some(side("n")), Some(Due::On(date(2026, 2, 10)))));
    assert_eq!(line.refused::<Delegation>("g1", entry(instant("2026-02-02T01:30:00Z"), 5)), "list-not-accepted");
    let no = |remark: Option<&str>| C::RecordAnswer { accepts: false, remark: remark.map(str::to_owned) };
    assert_eq!(line.refused::<Delegation>("g1", no(None)), "no-remark");
    line.act::<Delegation>("g1", no(Some("Four persons are too many")));
    assert_eq!(line.header::<Delegation>("g1").status, "proposed");
    line.act::<Delegation>("g1", send());
    assert_eq!(line.state::<Delegation>("g1").lists.len(), 2);
}

#[test]
fn the_head_is_changed_only_after_the_other_side_was_told() {
    let mut line = ready();
    assert_eq!(line.refused::<Delegation>("g1", other_head(unit("vs1"), None)), "not-told");
    let tomorrow = Some(date(2026, 2, 3));
    assert_eq!(line.refused::<Delegation>("g1", other_head(unit("vs1"), tomorrow)), "in-the-future");
    line.act::<Delegation>("g1", other_head(unit("vs1"), Some(date(2026, 2, 2))));
    let delegation = line.state::<Delegation>("g1");
    assert_eq!(delegation.stage, DelegationStage::Changed);
    assert_eq!(delegation.substitutions[0].before.name, "Alder Three");
}

#[test]
fn a_new_head_is_of_equal_level_as_well() {
    let mut line = ready();
    with_level(&mut line, "vp9", "v", "talks", "province");
    assert_eq!(line.refused::<Delegation>("g1", other_head(unit("vp9"), Some(date(2026, 2, 2)))), "unequal-level");
}

#[test]
fn before_the_list_is_sent_the_head_changes_without_a_word() {
    let mut line = Rehearsal::new();
    line.act::<Delegation>("g1", proposed("v", Some("Interpreter")));
    line.act::<Delegation>("g1", other_head(unit("vs1"), None));
    assert_eq!(line.header::<Delegation>("g1").status, "proposed");
}

#[test]
fn a_delegation_that_has_entered_changes_no_more() {
    let mut line = entered();
    assert_eq!(line.refused::<Delegation>("g1", other_head(unit("vs1"), Some(date(2026, 2, 9)))), "already-entered");
    let off = C::StandDown { asked_by: side("n"), reason: PostponeReason::Epidemic, remark: None };
    assert_eq!(line.refused::<Delegation>("g1", off), "already-entered");
}

#[test]
fn a_change_keeps_an_interpreter_and_is_told() {
    let mut line = ready();
    let change = |interpreter: Option<&str>, told_on| C::Change {
        members: vec![],
        interpreter: interpreter.map(str::to_owned),
        documents: None,
        route: None,
        vehicles: vec![Vehicle { vehicle: "Car".into(), plates: None, count: 1 }],
        gifts: vec![],
        enters_on: date(2026, 2, 11),
        leaves_on: date(2026, 2, 11),
        told_on,
    };
    let today = Some(date(2026, 2, 2));
    assert_eq!(line.refused::<Delegation>("g1", change(None, today)), "no-interpreter");
    assert_eq!(line.refused::<Delegation>("g1", change(Some("Interpreter"), None)), "not-told");
    line.act::<Delegation>("g1", change(Some("Interpreter"), today));
    let header = line.header::<Delegation>("g1");
    assert_eq!((header.status, header.held_on), ("changed", Some(date(2026, 2, 11))));
    line.act::<Delegation>("g1", accepted());
    assert_eq!(line.header::<Delegation>("g1").status, "list-accepted");
}

#[test]
fn as_many_go_back_as_came_or_somebody_says_why() {
    let mut line = entered();
    let at = instant("2026-02-10T10:00:00Z");
    assert_eq!(line.refused::<Delegation>("g1", exit(instant("2026-02-10T01:00:00Z"), 5, None)), "wrong-order");
    assert_eq!(line.refused::<Delegation>("g1", exit(at, 4, None)), "counts-differ");
    line.act::<Delegation>("g1", exit(at, 4, Some("One stayed in hospital, NT1 informed")));
    let header = line.header::<Delegation>("g1");
    assert_eq!((header.status, header.due), ("left", Some(Due::On(date(2026, 2, 15)))));
    line.act::<Delegation>("g1", C::Report { results: "Talks held".into() });
    assert!(!line.header::<Delegation>("g1").open);
}

#[test]
fn a_delegation_counts_with_those_who_entered() {
    let line = entered();
    let expected = [("delegations-sent", "own", 1), ("delegation-members-sent", "own", 5)];
    assert_eq!(line.figures::<Delegation>("g1"), expected);
    assert!(ready().figures::<Delegation>("g1").is_empty());
}

#[test]
fn a_delegation_that_is_stood_down_keeps_the_reason_and_counts_nowhere() {
    let mut line = ready();
    let off = |by: &str| C::StandDown { asked_by: side(by), reason: PostponeReason::Epidemic, remark: None };
    assert_eq!(line.refused::<Delegation>("g1", off("x")), "no-side");
    line.act::<Delegation>("g1", off("n"));
    let header = line.header::<Delegation>("g1");
    assert_eq!((header.status, header.open), ("stood-down", false));
    assert!(header.figures.is_empty());
}

#[test]
fn a_delegation_crosses_through_a_gate_that_is_known() {
    let mut line = ready();
    let through = C::RecordEntry { at: instant("2026-02-02T01:30:00Z"), persons: 5, gate: Some(GateId(id("g9"))) };
    assert_eq!(line.refused::<Delegation>("g1", through), "no-gate");
}
