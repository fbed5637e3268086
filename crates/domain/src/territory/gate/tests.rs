//! The rules of a gate on the invented line: two names, dated classes and hours, and restrictions that are told.

use jiff::civil::date;

use super::*;
use crate::rehearsal::{Rehearsal, id, side};
use crate::{LineId, MarkerPlaceId};

fn words(text: &str) -> Words {
    Words::plain(text)
}

/// The invented line with its line and one place of markers.
fn line() -> Rehearsal {
    let mut line = Rehearsal::new();
    line.name_record("line", "line-t");
    line.name_record("marker-place", "t-12");
    line
}

fn every_day(opens: &str, closes: &str) -> GateHours {
    GateHours {
        days: GateDays::EveryDay,
        traffic: GateTraffic::All,
        opens: opens.into(),
        closes: closes.into(),
        clock: side("v"),
    }
}

fn registered(opened_on: Option<Date>) -> GateCommand {
    GateCommand::Register {
        name: words("Alder gate"),
        other_name: words("Birch gate"),
        other_side: side("n"),
        line: LineId(id("line-t")),
        near: Some(MarkerPlaceId(id("t-12"))),
        class: GateClass::Secondary,
        hours: vec![every_day("7:00", "19:00")],
        counterpart: None,
        agreement: None,
        agreed_on: Some(date(2020, 1, 10)),
        already_open: false,
        opened_on,
        planned_on: None,
        source: None,
    }
}

fn opened() -> Rehearsal {
    let mut line = line();
    line.act::<Gate>("g1", registered(Some(date(2020, 5, 1))));
    line
}

fn restricted(by: &str, extent: RestrictionExtent, from: Date, until: Option<Date>, told: Option<Date>) -> GateCommand {
    GateCommand::Restrict {
        by: side(by),
        extent,
        what: "No lorries above 10 t".into(),
        from,
        until,
        reason: RestrictionReason::Works,
        told_on: told,
        letter: None,
    }
}

fn told(on: Date) -> GateCommand {
    GateCommand::RecordTold { number: None, told_on: on, letter: None }
}

#[test]
fn a_gate_is_a_pair_and_needs_both_names() {
    let mut line = line();
    let mut command = registered(None);
    if let GateCommand::Register { other_name, .. } = &mut command {
        *other_name = words("  ");
    }
    assert_eq!(line.refused::<Gate>("g1", command), "no-name");
    line.act::<Gate>("g1", registered(None));
    assert_eq!(line.header::<Gate>("g1").title.pick("en").1, "Alder gate – Birch gate");
}

#[test]
fn a_gate_lies_on_a_line_and_near_a_place_that_are_known() {
    let mut bare = Rehearsal::new();
    assert_eq!(bare.refused::<Gate>("g1", registered(None)), "no-line");
    bare.name_record("line", "line-t");
    assert_eq!(bare.refused::<Gate>("g1", registered(None)), "no-marker-place");
}

#[test]
fn an_agreed_gate_is_not_open_until_somebody_records_it() {
    let mut line = line();
    line.act::<Gate>("g1", registered(None));
    assert_eq!(line.header::<Gate>("g1").status, "agreed");
    let early = restricted("v", RestrictionExtent::Goods, date(2026, 2, 2), None, None);
    assert_eq!(line.refused::<Gate>("g1", early), "not-now");
    let before = GateCommand::Open { opened_on: date(2019, 12, 1) };
    assert_eq!(line.refused::<Gate>("g1", before), "wrong-order");
    line.act::<Gate>("g1", GateCommand::Open { opened_on: date(2026, 2, 1) });
    assert_eq!(line.header::<Gate>("g1").status, "open");
}

#[test]
fn a_gate_that_is_to_open_on_a_day_is_due_on_that_day() {
    let mut line = line();
    let mut command = registered(None);
    if let GateCommand::Register { planned_on, .. } = &mut command {
        *planned_on = Some(date(2026, 3, 1));
    }
    line.act::<Gate>("g1", command);
    let header = line.header::<Gate>("g1");
    assert_eq!((header.open, header.due), (true, Some(Due::On(date(2026, 3, 1)))));
}

#[test]
fn hours_are_read_as_people_write_them_and_told_on_a_clock_of_the_two_sides() {
    let mut line = opened();
    assert_eq!(line.state::<Gate>("g1").versions[0].hours[0].opens, "07:00");
    let set = |hours| GateCommand::SetHours { from: date(2026, 2, 1), hours: vec![hours], basis: None };
    for wrong in [every_day("7", "19:00"), every_day("19:00", "7:00"), every_day("07:00", "25:00")] {
        assert_eq!(line.refused::<Gate>("g1", set(wrong)), "no-time");
    }
    let elsewhere = GateHours { clock: side("x"), ..every_day("07:00", "19:00") };
    assert_eq!(line.refused::<Gate>("g1", set(elsewhere)), "no-clock");
}

#[test]
fn a_restriction_is_due_to_be_told_until_the_other_side_was_told() {
    let mut line = opened();
    let goods = restricted("v", RestrictionExtent::Goods, date(2026, 2, 2), Some(date(2026, 2, 20)), None);
    line.act::<Gate>("g1", goods);
    let header = line.header::<Gate>("g1");
    assert_eq!((header.status, header.open), ("restricted", true));
    assert_eq!((header.turn, header.due), (Some(side("v")), Some(Due::On(date(2026, 2, 2)))));
    line.act::<Gate>("g1", told(date(2026, 2, 2)));
    assert_eq!(line.header::<Gate>("g1").due, Some(Due::On(date(2026, 2, 20))));
}

#[test]
fn the_side_that_restricts_is_the_one_that_has_to_tell() {
    let mut line = opened();
    line.act::<Gate>("g1", restricted("n", RestrictionExtent::Persons, date(2026, 2, 2), None, None));
    assert_eq!(line.header::<Gate>("g1").turn, Some(side("n")));
    let third = restricted("x", RestrictionExtent::Persons, date(2026, 2, 2), None, None);
    assert_eq!(line.refused::<Gate>("g1", third), "not-of-this-gate");
}

#[test]
fn a_change_of_a_restriction_is_to_be_told_again() {
    let mut line = opened();
    let until = Some(date(2026, 2, 20));
    line.act::<Gate>("g1", restricted("v", RestrictionExtent::Goods, date(2026, 2, 2), until, Some(date(2026, 2, 1))));
    let later = GateCommand::Extend { number: None, until: Some(date(2026, 3, 1)), told_on: None, letter: None };
    line.act::<Gate>("g1", later);
    assert_eq!(line.state::<Gate>("g1").restrictions[0].told_on, None);
    assert_eq!(line.header::<Gate>("g1").due, Some(Due::On(date(2026, 2, 2))));
}

#[test]
fn an_announced_restriction_holds_only_from_its_day() {
    let mut line = opened();
    let ahead = date(2026, 2, 10);
    line.act::<Gate>(
        "g1",
        restricted("v", RestrictionExtent::Everything, ahead, Some(date(2026, 2, 12)), Some(date(2026, 2, 2))),
    );
    assert_eq!(line.header::<Gate>("g1").status, "open");
    assert_eq!(line.refused::<Gate>("g1", GateCommand::RecordBegun { number: None }), "in-the-future");
    line.now("2026-02-10T03:00:00Z");
    line.act::<Gate>("g1", GateCommand::RecordBegun { number: None });
    assert_eq!(line.header::<Gate>("g1").status, "closed-for-a-time");
    assert_eq!(line.figures::<Gate>("g1"), [("gate-restrictions", "own", 1)]);
    line.now("2026-02-12T03:00:00Z");
    line.act::<Gate>("g1", GateCommand::Lift { number: None, lifted_on: date(2026, 2, 12) });
    let header = line.header::<Gate>("g1");
    assert_eq!((header.status, header.open, header.due), ("open", false, None));
}

#[test]
fn an_announced_restriction_that_is_lifted_before_its_day_never_held() {
    let mut line = opened();
    line.act::<Gate>("g1", restricted("v", RestrictionExtent::Goods, date(2026, 2, 10), None, None));
    line.act::<Gate>("g1", GateCommand::Lift { number: None, lifted_on: date(2026, 2, 2) });
    let gate = line.state::<Gate>("g1");
    assert_eq!(gate.on(date(2026, 2, 11)).map(|then| then.standing), Some(GateStanding::Open));
    assert!(line.figures::<Gate>("g1").is_empty());
}

#[test]
fn of_several_restrictions_the_number_says_which_is_meant() {
    let mut line = opened();
    let today = date(2026, 2, 2);
    line.act::<Gate>("g1", restricted("v", RestrictionExtent::Goods, today, None, Some(today)));
    line.act::<Gate>("g1", restricted("n", RestrictionExtent::Everything, today, None, Some(today)));
    assert_eq!(line.header::<Gate>("g1").status, "closed-for-a-time");
    let lift = |number| GateCommand::Lift { number, lifted_on: today };
    assert_eq!(line.refused::<Gate>("g1", lift(None)), "which-restriction");
    assert_eq!(line.refused::<Gate>("g1", lift(Some(3))), "which-restriction");
    line.act::<Gate>("g1", lift(Some(2)));
    assert_eq!(line.header::<Gate>("g1").status, "restricted");
}

#[test]
fn the_state_on_any_day_can_be_told_afterwards() {
    let mut line = opened();
    let shut = restricted(
        "v",
        RestrictionExtent::Everything,
        date(2026, 1, 5),
        Some(date(2026, 1, 20)),
        Some(date(2026, 1, 4)),
    );
    line.act::<Gate>("g1", shut);
    line.act::<Gate>("g1", GateCommand::Lift { number: None, lifted_on: date(2026, 1, 18) });
    let raise = GateCommand::ChangeClass { class: GateClass::Main, from: date(2026, 2, 1), basis: None };
    line.act::<Gate>("g1", raise);
    assert_eq!(line.header::<Gate>("g1").status, "upgraded");
    let close = GateCommand::Close { closed_on: date(2026, 2, 2), remark: "Moved to T14".into() };
    line.act::<Gate>("g1", close);
    let gate = line.state::<Gate>("g1");
    let on = |day| gate.on(day).map(|then| (then.standing, then.class));
    use GateStanding as S;
    assert_eq!(on(date(2020, 1, 9)), None);
    assert_eq!(on(date(2020, 4, 30)), Some((S::Agreed, GateClass::Secondary)));
    assert_eq!(on(date(2026, 1, 4)), Some((S::Open, GateClass::Secondary)));
    assert_eq!(on(date(2026, 1, 17)), Some((S::ClosedForATime, GateClass::Secondary)));
    assert_eq!(on(date(2026, 1, 18)), Some((S::Open, GateClass::Secondary)));
    assert_eq!(on(date(2026, 2, 1)), Some((S::Open, GateClass::Main)));
    assert_eq!(on(date(2026, 2, 2)), Some((S::Closed, GateClass::Main)));
    let told: Vec<_> = gate.timeline.iter().map(|span| (span.from, span.until, span.standing)).collect();
    assert_eq!(
        told,
        [
            (Some(date(2020, 1, 10)), Some(date(2020, 5, 1)), S::Agreed),
            (Some(date(2020, 5, 1)), Some(date(2026, 1, 5)), S::Open),
            (Some(date(2026, 1, 5)), Some(date(2026, 1, 18)), S::ClosedForATime),
            (Some(date(2026, 1, 18)), Some(date(2026, 2, 1)), S::Open),
            (Some(date(2026, 2, 1)), Some(date(2026, 2, 2)), S::Open),
            (Some(date(2026, 2, 2)), None, S::Closed),
        ]
    );
}

#[test]
fn an_upgrade_goes_up_and_the_same_class_is_no_change() {
    let mut line = opened();
    let class = |class| GateCommand::ChangeClass { class, from: date(2026, 2, 1), basis: None };
    assert_eq!(line.refused::<Gate>("g1", class(GateClass::Secondary)), "same-class");
    line.act::<Gate>("g1", class(GateClass::Opening));
    assert_eq!(line.header::<Gate>("g1").status, "open");
    line.act::<Gate>("g1", class(GateClass::International));
    assert_eq!(line.header::<Gate>("g1").status, "upgraded");
}

#[test]
fn a_document_names_the_gate_as_it_was_called_on_its_day() {
    let mut line = opened();
    let renamed = GateCommand::Rename {
        from: date(2026, 1, 1),
        name: words("New Alder"),
        other_name: words("Birch gate"),
        basis: None,
    };
    line.act::<Gate>("g1", renamed);
    let gate = line.state::<Gate>("g1");
    assert_eq!(gate.names_on(date(2025, 12, 31)).map(|names| names.0.clone()), Some(words("Alder gate")));
    assert_eq!(gate.names_on(date(2026, 1, 1)).map(|names| names.0.clone()), Some(words("New Alder")));
}

#[test]
fn a_closed_gate_takes_no_further_act() {
    let mut line = opened();
    let close = |day| GateCommand::Close { closed_on: day, remark: "Bridge gone".into() };
    assert_eq!(line.refused::<Gate>("g1", close(date(2026, 2, 3))), "in-the-future");
    line.act::<Gate>("g1", close(date(2026, 2, 2)));
    assert_eq!(line.refused::<Gate>("g1", GateCommand::Open { opened_on: date(2026, 2, 2) }), "not-now");
    assert!(Gate::offers(Some(&line.state::<Gate>("g1"))).is_empty());
}
