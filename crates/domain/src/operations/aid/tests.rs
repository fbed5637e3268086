//! The rules of aid, tried on the invented line.

use jiff::civil::{Date, date};

use super::*;
use crate::Qualifier;
use crate::contact::talks::PostponeReason;
use crate::rehearsal::{Rehearsal, id, side};
use crate::{CommunityId, StandingProgrammeId};

fn masks(quantity: u32) -> AidItem {
    AidItem { name: "Masks".into(), quantity, measure: "box".into() }
}

fn plan(kind: AidKind, giver: &str) -> AidPlan {
    AidPlan {
        kind,
        subject: "Masks and test kits".into(),
        occasion: Some("Epidemic on the other side".into()),
        counterpart: CounterpartId(id("vs1-nt1")),
        giver: side(giver),
        communities: vec![],
        items: vec![masks(40)],
        value: None,
        place: "Gate at T11".into(),
        planned_on: date(2026, 2, 20),
        until_on: None,
        programme: None,
    }
}

fn planned(kind: AidKind, giver: &str) -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<Aid>("a1", AidCommand::Plan(plan(kind, giver)));
    line
}

fn approved(kind: AidKind, giver: &str) -> Rehearsal {
    let mut line = planned(kind, giver);
    line.officer_of("chief", "vs1");
    line.act::<Aid>("a1", AidCommand::Approve);
    line.now("2026-02-20T09:00:00Z");
    line
}

fn handover(handed_over_on: Date, receipt: bool) -> AidCommand {
    let signed = |signed_on| AidReceipt { number: "12".into(), office: "Head of station".into(), signed_on };
    let receipt = receipt.then(|| signed(handed_over_on));
    AidCommand::RecordHandover { handed_over_on, items: vec![], people_helped: None, receipt }
}

fn postpone(asked_by: &str, new_date: Option<Date>) -> AidCommand {
    AidCommand::Postpone { asked_by: side(asked_by), reason: PostponeReason::Epidemic, new_date }
}

#[test]
fn aid_counts_by_its_direction_on_the_day_it_is_handed_over() {
    for (giver, code) in [("v", "aid-given"), ("n", "aid-received")] {
        let mut line = approved(AidKind::MedicalSupplies, giver);
        assert_eq!(line.figures::<Aid>("a1"), []);
        line.act::<Aid>("a1", handover(date(2026, 2, 20), true));
        assert_eq!(line.figures::<Aid>("a1"), [(code, "own", 1)]);
        let header = line.header::<Aid>("a1");
        assert_eq!((header.status, header.open, header.held_on), ("handed-over", false, Some(date(2026, 2, 20))));
    }
}

#[test]
fn one_of_the_two_sides_gives_and_the_other_receives() {
    let mut line = Rehearsal::new();
    let third = AidCommand::Plan(plan(AidKind::Goods, "third"));
    assert_eq!(line.refused::<Aid>("a1", third), "not-a-side");
    let aid = planned(AidKind::Goods, "n").state::<Aid>("a1");
    assert_eq!((aid.giver, aid.receiver, aid.direction), (side("n"), side("v"), AidDirection::Received));
}

#[test]
fn who_planned_aid_does_not_approve_it() {
    let mut line = planned(AidKind::Goods, "v");
    assert_eq!(line.refused::<Aid>("a1", AidCommand::Approve), "own-plan");
    line.officer_of("chief", "vs1");
    line.act::<Aid>("a1", AidCommand::Approve);
    assert_eq!(line.refused::<Aid>("a1", AidCommand::Approve), "not-now");
    assert_eq!(Aid::right("approve"), Right::Decide);
}

#[test]
fn approved_aid_waits_for_the_side_that_gives() {
    for giver in ["v", "n"] {
        let header = approved(AidKind::Goods, giver).header::<Aid>("a1");
        assert_eq!((header.status, header.turn), ("approved", Some(side(giver))));
        assert_eq!(header.due, Some(Due::On(date(2026, 2, 20))));
    }
}

#[test]
fn nothing_is_handed_over_without_approval_and_receipt() {
    let mut line = planned(AidKind::Goods, "v");
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 2), true)), "not-approved");
    let mut line = approved(AidKind::Goods, "v");
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 20), false)), "no-receipt");
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 21), true)), "in-the-future");
}

#[test]
fn help_is_rendered_without_a_receipt_and_counts_the_people_helped() {
    let mut line = approved(AidKind::MedicalHelp, "v");
    let rendered = AidCommand::RecordHandover {
        handed_over_on: date(2026, 2, 20),
        items: vec![],
        people_helped: Some(31),
        receipt: None,
    };
    line.act::<Aid>("a1", rendered);
    assert_eq!(line.figures::<Aid>("a1"), [("aid-given", "own", 1), ("aid-people", "own", 31)]);
}

#[test]
fn the_record_says_what_was_really_handed_over() {
    let mut line = approved(AidKind::Goods, "v");
    let AidCommand::RecordHandover { handed_over_on, people_helped, receipt, .. } = handover(date(2026, 2, 20), true)
    else {
        panic!("a handover");
    };
    let fewer = AidCommand::RecordHandover { handed_over_on, items: vec![masks(36)], people_helped, receipt };
    line.act::<Aid>("a1", fewer);
    assert_eq!(line.state::<Aid>("a1").items, [masks(36)]);
    let mut line = approved(AidKind::Goods, "v");
    line.act::<Aid>("a1", handover(date(2026, 2, 20), true));
    assert_eq!(line.state::<Aid>("a1").items, [masks(40)]);
}

#[test]
fn a_receipt_is_not_older_than_the_handover() {
    let mut line = approved(AidKind::Goods, "v");
    let receipt = AidReceipt { number: "12".into(), office: "Head of station".into(), signed_on: date(2026, 2, 19) };
    let early = AidCommand::RecordHandover {
        handed_over_on: date(2026, 2, 20),
        items: vec![],
        people_helped: None,
        receipt: Some(receipt),
    };
    assert_eq!(line.refused::<Aid>("a1", early), "wrong-order");
}

#[test]
fn works_begin_are_completed_and_are_then_handed_over() {
    let mut line = approved(AidKind::CivilWorks, "v");
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 20), true)), "not-completed");
    line.act::<Aid>("a1", AidCommand::RecordBegun { begun_on: date(2026, 2, 18) });
    assert_eq!(line.header::<Aid>("a1").status, "begun");
    let completed = |completed_on| AidCommand::RecordCompleted { completed_on };
    assert_eq!(line.refused::<Aid>("a1", completed(date(2026, 2, 17))), "wrong-order");
    line.act::<Aid>("a1", completed(date(2026, 2, 19)));
    let header = line.header::<Aid>("a1");
    assert_eq!((header.status, header.open), ("completed", true));
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 18), true)), "wrong-order");
    line.act::<Aid>("a1", handover(date(2026, 2, 20), true));
    assert_eq!(line.figures::<Aid>("a1"), [("aid-given", "own", 1)]);
}

#[test]
fn only_civil_works_begin() {
    let mut line = approved(AidKind::Goods, "v");
    assert_eq!(line.refused::<Aid>("a1", AidCommand::RecordBegun { begun_on: date(2026, 2, 20) }), "not-works");
    let mut line = planned(AidKind::CivilWorks, "v");
    assert_eq!(line.refused::<Aid>("a1", AidCommand::RecordBegun { begun_on: date(2026, 2, 2) }), "not-approved");
}

#[test]
fn begun_works_are_given_up_but_no_longer_put_off_or_declined() {
    let mut line = approved(AidKind::CivilWorks, "v");
    line.act::<Aid>("a1", AidCommand::RecordBegun { begun_on: date(2026, 2, 18) });
    assert_eq!(line.refused::<Aid>("a1", postpone("n", None)), "not-now");
    let decline = AidCommand::Decline { declined_by: side("n"), reason: "No need".into() };
    assert_eq!(line.refused::<Aid>("a1", decline), "not-now");
    line.act::<Aid>("a1", AidCommand::Cancel { reason: "The bank is gone".into() });
    assert_eq!(line.header::<Aid>("a1").status, "cancelled");
}

#[test]
fn an_approval_stands_while_aid_is_put_off() {
    let mut line = approved(AidKind::Goods, "v");
    assert_eq!(line.refused::<Aid>("a1", postpone("third", None)), "not-a-side");
    line.act::<Aid>("a1", postpone("n", None));
    let header = line.header::<Aid>("a1");
    assert_eq!((header.status, header.turn, header.due), ("postponed", Some(side("n")), None));
    line.act::<Aid>("a1", AidCommand::RecordNewDay { new_date: date(2026, 3, 1) });
    assert_eq!(line.header::<Aid>("a1").status, "approved");
    let mut line = planned(AidKind::Goods, "v");
    line.act::<Aid>("a1", postpone("v", Some(date(2026, 3, 1))));
    line.act::<Aid>("a1", AidCommand::RecordNewDay { new_date: date(2026, 3, 2) });
    assert_eq!(line.header::<Aid>("a1").status, "planned");
}

#[test]
fn declined_aid_says_who_declined_and_counts_nowhere() {
    let mut line = approved(AidKind::Goods, "v");
    let decline = |by: &str| AidCommand::Decline { declined_by: side(by), reason: "Enough in store".into() };
    assert_eq!(line.refused::<Aid>("a1", decline("third")), "not-a-side");
    line.act::<Aid>("a1", decline("n"));
    let stage = AidStage::Declined { declined_by: side("n"), reason: "Enough in store".into() };
    assert_eq!(line.state::<Aid>("a1").stage, stage);
    assert_eq!(line.figures::<Aid>("a1"), []);
    assert_eq!(line.refused::<Aid>("a1", handover(date(2026, 2, 20), true)), "not-now");
}

#[test]
fn goods_are_named_each_with_a_quantity() {
    let mut line = Rehearsal::new();
    let of = |kind, items| AidCommand::Plan(AidPlan { items, ..plan(kind, "v") });
    assert_eq!(line.refused::<Aid>("a1", of(AidKind::Goods, vec![])), "no-items");
    assert_eq!(line.refused::<Aid>("a1", of(AidKind::MedicalSupplies, vec![])), "no-items");
    assert_eq!(line.refused::<Aid>("a1", of(AidKind::DisasterHelp, vec![masks(0)])), "no-items");
    line.act::<Aid>("a1", of(AidKind::DisasterHelp, vec![]));
}

#[test]
fn a_value_names_its_currency_by_three_letters() {
    let mut line = Rehearsal::new();
    let worth = |currency: &str| {
        let value = AidValue { amount: 1200, currency: currency.into(), qualifier: Qualifier::About, source: None };
        AidCommand::Plan(AidPlan { value: Some(value), ..plan(AidKind::Goods, "v") })
    };
    assert_eq!(line.refused::<Aid>("a1", worth("dong")), "no-currency");
    line.act::<Aid>("a1", worth("vnd"));
    assert_eq!(line.state::<Aid>("a1").value.map(|value| value.currency), Some("VND".into()));
}

#[test]
fn a_plan_is_amended_only_until_it_is_approved() {
    let mut line = planned(AidKind::Goods, "v");
    let amend = |items| AidCommand::Amend { subject: None, items: Some(items), value: None, place: None };
    assert_eq!(line.refused::<Aid>("a1", amend(vec![masks(40)])), "nothing-changed");
    assert_eq!(line.refused::<Aid>("a1", amend(vec![])), "no-items");
    line.act::<Aid>("a1", amend(vec![masks(60)]));
    assert_eq!(line.state::<Aid>("a1").items, [masks(60)]);
    line.officer_of("chief", "vs1");
    line.act::<Aid>("a1", AidCommand::Approve);
    assert_eq!(line.refused::<Aid>("a1", amend(vec![masks(80)])), "not-now");
}

#[test]
fn a_plan_of_aid_names_only_what_exists_and_days_in_order() {
    let mut line = Rehearsal::new();
    let mut refused = |plan| line.refused::<Aid>("a1", AidCommand::Plan(plan));
    let goods = || plan(AidKind::Goods, "v");
    assert_eq!(refused(AidPlan { counterpart: CounterpartId(id("nobody")), ..goods() }), "no-counterpart");
    assert_eq!(refused(AidPlan { communities: vec![CommunityId(id("nowhere"))], ..goods() }), "no-community");
    assert_eq!(refused(AidPlan { programme: Some(StandingProgrammeId(id("none"))), ..goods() }), "no-programme");
    assert_eq!(refused(AidPlan { planned_on: date(2026, 2, 1), ..goods() }), "in-the-past");
    assert_eq!(refused(AidPlan { until_on: Some(date(2026, 2, 19)), ..goods() }), "wrong-order");
}
