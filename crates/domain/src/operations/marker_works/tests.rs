//! Scenario D4, a marker found at another place than registered, with its numbers; day 0 is 2 February 2026.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::*;
use crate::contact::hotline_call::{CallOutcome, Caller, HotlineCall, HotlineCallCommand, Urgency};
use crate::contact::letter::{Letter, LetterCommand};
use crate::rehearsal::{Rehearsal, at, id, instant, side, unit};
use crate::territory::marker::{ComparisonOutcome, Marker, MarkerCommand, MarkerState, Position, SeenCondition};
use crate::{LetterId, MarkerPlaceId};

/// Where T44(2) is registered.
const REGISTERED: &str = "22.5000000, 103.9000000";
/// 1.4 metres to the north of it.
const FOUND: &str = "22.5000126, 103.9000000";
/// The place that the Joint Committee fixes.
const NEW_PLACE: &str = "22.5001000, 103.9000000";

fn day(number: i64) -> Date {
    date(2026, 2, 2).saturating_add(number.days())
}

/// Sets the clock to ten in the morning of a day.
fn on_day(line: &mut Rehearsal, number: i64) {
    line.now(&format!("{}T03:00:00Z", day(number)));
}

fn finding(condition: Option<SeenCondition>) -> MarkerWorksCommand {
    MarkerWorksCommand::RecordFinding {
        marker: MarkerId(id("t44-2")),
        counterpart: CounterpartId(id("vs1-nt1")),
        subject: "Leaning, foot washed out".into(),
        found_at: instant("2026-02-02T02:10:00Z"),
        found_by: None,
        condition,
        text: Some("About 1.6 m from its registered place by handheld receiver, error 5 m".into()),
        photo: Some("vs1/2026/014".into()),
        patrol: None,
        notify_hours: None,
        notice_days: None,
    }
}

fn told(call: Option<&str>, letter: Option<&str>, remark: Option<&str>) -> MarkerWorksCommand {
    MarkerWorksCommand::Notify {
        notified_at: instant("2026-02-02T02:40:00Z"),
        call: call.map(id),
        letter: letter.map(|letter| LetterId(id(letter))),
        remark: remark.map(str::to_owned),
    }
}

fn checked() -> MarkerWorksCommand {
    MarkerWorksCommand::RecordJointCheck {
        held_on: day(5),
        position: Some(at(FOUND)),
        accuracy_m: Some("0.03".into()),
        device: Some("Total station".into()),
        photo: None,
        text: None,
    }
}

fn agreed(condition: ConfirmedCondition) -> MarkerWorksCommand {
    MarkerWorksCommand::AgreeFacts {
        signed_on: day(5),
        condition,
        agreed_text: "Stands 1.4 m from its registered position".into(),
        cause: Some("Flood".into()),
        responsible: None,
    }
}

fn announced(by: &str, delivered: i64, start: i64, agreed_by: Option<&str>) -> MarkerWorksCommand {
    MarkerWorksCommand::AnnounceWorks {
        side: side(by),
        delivered_on: day(delivered),
        start_on: day(start),
        letter: None,
        earlier_start_letter: agreed_by.map(|letter| LetterId(id(letter))),
    }
}

fn worked(on: i64, present: &str) -> MarkerWorksCommand {
    MarkerWorksCommand::RecordWorks { held_on: day(on), until_on: None, present: present.into(), text: None }
}

fn signed(on: i64, position: Position) -> MarkerWorksCommand {
    MarkerWorksCommand::SignRecord {
        signed_on: day(on),
        originals: None,
        photo: "joint/2026/3".into(),
        position,
        accuracy_m: Some("0.02".into()),
        device: None,
    }
}

/// A letter received from the other side.
fn received(line: &mut Rehearsal, name: &str, on: Date) {
    let letter = LetterCommand::RecordReceived {
        counterpart: CounterpartId(id("vs1-nt1")),
        subject: "Marker T44(2)".into(),
        text: None,
        other_number: None,
        written_on: None,
        received_on: on,
        answers: None,
        answer_due_on: None,
    };
    line.act::<Letter>(name, letter);
}

/// A letter sent to the other side.
fn sent(line: &mut Rehearsal, name: &str) {
    let draft = LetterCommand::Draft {
        counterpart: CounterpartId(id("vs1-nt1")),
        subject: "Marker T44(2)".into(),
        text: None,
        answers: None,
        answer_due_on: None,
    };
    line.act::<Letter>(name, draft);
    line.officer_of("chief", "vs1");
    line.act::<Letter>(name, LetterCommand::Approve);
    let sent_on = line.setting(&id(name)).today;
    line.act::<Letter>(name, LetterCommand::Send { sent_on });
    line.officer_of("duty", "vs1");
}

fn found() -> Rehearsal {
    let mut line = Rehearsal::surveyed();
    line.act::<MarkerWorks>("w1", finding(Some(SeenCondition::SuspectedDisplaced)));
    line
}

fn notified() -> Rehearsal {
    let mut line = found();
    sent(&mut line, "l1");
    line.act::<MarkerWorks>("w1", told(None, Some("l1"), None));
    line
}

fn settled(facts: MarkerWorksCommand) -> Rehearsal {
    let mut line = notified();
    on_day(&mut line, 5);
    line.act::<MarkerWorks>("w1", checked());
    line.act::<MarkerWorks>("w1", facts);
    line
}

/// Works announced on day 12 for day 24.
fn with_notice() -> Rehearsal {
    let mut line = settled(agreed(ConfirmedCondition::Displaced));
    on_day(&mut line, 12);
    line.act::<MarkerWorks>("w1", announced("n", 12, 24, None));
    line
}

fn carried_out() -> Rehearsal {
    let mut line = with_notice();
    on_day(&mut line, 24);
    line.act::<MarkerWorks>("w1", worked(24, "Deputy head of station VS1"));
    line
}

fn status(line: &Rehearsal) -> (&'static str, &'static str) {
    (line.header::<MarkerWorks>("w1").status, line.header::<Marker>("t44-2").status)
}

fn marker(line: &Rehearsal) -> MarkerState {
    line.state::<Marker>("t44-2")
}

#[test]
fn a_marker_is_restored_by_the_side_that_maintains_it_in_the_presence_of_the_other() {
    let mut line = carried_out();
    assert_eq!(status(&line), ("carried-out", "displaced"));
    line.act::<MarkerWorks>("w1", signed(24, at(REGISTERED)));
    assert_eq!(status(&line), ("restored", "restored"));
    let header = line.header::<MarkerWorks>("w1");
    assert_eq!((header.open, header.turn, header.due), (false, None, None));
    assert!(header.links.contains(&Link { role: "at-marker", to: id("t44-2") }));
    let expected = [
        ("marker-findings", "own", 1),
        ("marker-checks", "own", 1),
        ("marker-checks", "joint", 1),
        ("marker-works", "own", 1),
        ("marker-works", "joint", 1),
    ];
    assert_eq!(line.figures::<MarkerWorks>("w1"), expected);
    assert_eq!(marker(&line).works, None);
    assert_eq!(line.state::<MarkerWorks>("w1").record.map(|record| record.originals), Some(2));
}

#[test]
fn nothing_before_the_joint_check_says_that_the_marker_moved() {
    let mut line = notified();
    for condition in marker(&line).conditions {
        assert!(!condition.confirmed && condition.condition != Condition::Displaced, "{condition:?}");
    }
    assert_eq!(line.refused::<MarkerWorks>("w1", agreed(ConfirmedCondition::Displaced)), "no-joint-check");
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 0, 24, None)), "not-now");
    on_day(&mut line, 5);
    line.act::<MarkerWorks>("w1", checked());
    assert_eq!(status(&line), ("jointly-checked", "suspected-displaced"));
    let comparison = line.state::<MarkerWorks>("w1").check.and_then(|check| check.comparison).unwrap();
    assert_eq!(comparison.outcome, ComparisonOutcome::Differs);
    assert_eq!(comparison.error_m.map(|error| error.to_string()).as_deref(), Some("0.03"));
    line.act::<MarkerWorks>("w1", agreed(ConfirmedCondition::Displaced));
    assert_eq!(status(&line), ("facts-agreed", "displaced"));
}

#[test]
fn ten_days_lie_between_the_delivery_of_the_notice_and_the_works() {
    let mut line = settled(agreed(ConfirmedCondition::Displaced));
    on_day(&mut line, 12);
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 12, 21, None)), "too-short");
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 13, 24, None)), "in-the-future");
    line.act::<MarkerWorks>("w1", announced("n", 12, 24, None));
    let header = line.header::<MarkerWorks>("w1");
    assert_eq!((header.status, header.turn, header.due), ("announced", Some(side("n")), Some(Due::On(day(24)))));
    assert_eq!(header.held_on, Some(day(24)));
}

#[test]
fn a_new_notice_restarts_the_count_and_an_earlier_start_needs_the_other_side_s_written_agreement() {
    let mut line = with_notice();
    on_day(&mut line, 13);
    // Day 13 asks for day 21: eight days.
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 13, 21, None)), "too-short");
    assert_eq!(line.header::<MarkerWorks>("w1").due, Some(Due::On(day(24))));
    received(&mut line, "theirs", day(13));
    // Side N works, so that side V agrees: a letter of N is not V's agreement.
    let with = |letter: &str| announced("n", 13, 21, Some(letter));
    assert_eq!(line.refused::<MarkerWorks>("w1", with("theirs")), "not-their-agreement");
    assert_eq!(line.refused::<MarkerWorks>("w1", with("l9")), "no-letter");
    sent(&mut line, "ours");
    line.act::<MarkerWorks>("w1", with("ours"));
    assert_eq!(line.header::<MarkerWorks>("w1").due, Some(Due::On(day(21))));
    assert_eq!(line.state::<MarkerWorks>("w1").announcements.len(), 2);
}

#[test]
fn the_days_of_notice_and_the_hours_of_the_first_notice_can_be_set() {
    let mut line = Rehearsal::surveyed();
    let mut command = finding(Some(SeenCondition::Damaged));
    if let MarkerWorksCommand::RecordFinding { notify_hours, notice_days, .. } = &mut command {
        (*notify_hours, *notice_days) = (Some(12), Some(15));
    }
    line.act::<MarkerWorks>("w1", command);
    assert_eq!(line.header::<MarkerWorks>("w1").due, Some(Due::At(instant("2026-02-02T14:10:00Z"))));
    sent(&mut line, "l1");
    line.act::<MarkerWorks>("w1", told(None, Some("l1"), None));
    on_day(&mut line, 5);
    line.act::<MarkerWorks>("w1", checked());
    line.act::<MarkerWorks>("w1", agreed(ConfirmedCondition::Damaged));
    on_day(&mut line, 12);
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 12, 24, None)), "too-short");
    line.act::<MarkerWorks>("w1", announced("n", 12, 27, None));
}

#[test]
fn the_finding_is_noted_and_then_told_in_writing_within_a_day() {
    let mut line = Rehearsal::surveyed();
    line.act::<MarkerWorks>("w1", finding(None));
    assert_eq!(status(&line), ("found", "registered"));
    assert_eq!(line.refused::<MarkerWorks>("w1", told(None, None, Some("on the spot"))), "not-noted");
    let note = MarkerWorksCommand::Note {
        condition: SeenCondition::SuspectedDisplaced,
        text: Some("Photos taken, nothing dug".into()),
        photo: None,
    };
    line.act::<MarkerWorks>("w1", note);
    assert_eq!(status(&line), ("noted", "suspected-displaced"));
    assert_eq!(line.refused::<MarkerWorks>("w1", told(None, None, None)), "no-notice");
    let call = HotlineCallCommand::RecordAttempt {
        counterpart: CounterpartId(id("vs1-nt1")),
        caller: Caller::Own,
        at: instant("2026-02-02T02:40:00Z"),
        outcome: CallOutcome::Connected,
        urgency: Urgency::Urgent,
        subject: "T44(2)".into(),
        note: None,
        promised: None,
        own_duty: "Duty officer VS1".into(),
        other_duty: None,
        carries_notification: true,
        follows: None,
    };
    line.act::<HotlineCall>("c1", call);
    line.act::<MarkerWorks>("w1", told(Some("c1"), None, None));
    let header = line.header::<MarkerWorks>("w1");
    // Told by telephone: the written notice is still the finder's to give.
    assert_eq!((header.status, header.turn), ("notified", Some(side("v"))));
    assert_eq!(header.due, Some(Due::At(instant("2026-02-03T02:10:00Z"))));
    sent(&mut line, "l1");
    line.act::<MarkerWorks>("w1", told(None, Some("l1"), None));
    let header = line.header::<MarkerWorks>("w1");
    assert_eq!((header.turn, header.due), (Some(side("n")), None));
    assert!(header.links.contains(&Link { role: "notified-by", to: id("c1") }));
}

#[test]
fn what_the_other_side_found_is_told_by_the_other_side() {
    let mut line = Rehearsal::surveyed();
    let mut command = finding(None);
    if let MarkerWorksCommand::RecordFinding { found_by, .. } = &mut command {
        *found_by = Some(side("n"));
    }
    line.act::<MarkerWorks>("w1", command);
    assert_eq!(line.header::<MarkerWorks>("w1").turn, Some(side("n")));
    received(&mut line, "l1", day(0));
    line.act::<MarkerWorks>("w1", told(None, Some("l1"), None));
    assert_eq!(line.header::<MarkerWorks>("w1").turn, None);
    let agree = |on| MarkerWorksCommand::AgreeJointCheck { check_on: day(on) };
    assert_eq!(line.refused::<MarkerWorks>("w1", agree(-1)), "in-the-past");
    line.act::<MarkerWorks>("w1", agree(5));
    let header = line.header::<MarkerWorks>("w1");
    assert_eq!((header.due, header.held_on), (Some(Due::On(day(5))), Some(day(5))));
}

#[test]
fn works_go_on_without_waiting_for_the_cause_and_both_texts_are_kept() {
    let differing = MarkerWorksCommand::RecordDifferingFacts {
        signed_on: day(5),
        own_text: "The flood of 30 January washed the foot out".into(),
        other_text: "A contractor worked at the bank in January".into(),
        condition: Some(ConfirmedCondition::Displaced),
        responsible: None,
    };
    let mut line = settled(differing);
    assert_eq!(status(&line), ("facts-not-agreed", "displaced"));
    let facts = line.state::<MarkerWorks>("w1").facts.unwrap();
    assert!(facts.own_text.is_some() && facts.other_text.is_some() && facts.agreed_text.is_none());
    on_day(&mut line, 12);
    line.act::<MarkerWorks>("w1", announced("n", 12, 24, None));
    assert_eq!(status(&line).0, "announced");
}

#[test]
fn where_both_did_not_confirm_the_same_the_condition_stays_suspected() {
    let differing = MarkerWorksCommand::RecordDifferingFacts {
        signed_on: day(5),
        own_text: "Stands beside its place".into(),
        other_text: "Stands at its place".into(),
        condition: None,
        responsible: None,
    };
    let line = settled(differing);
    assert_eq!(status(&line), ("facts-not-agreed", "suspected-displaced"));
    assert!(marker(&line).conditions.iter().all(|condition| !condition.confirmed));
}

#[test]
fn only_the_side_that_maintains_the_marker_announces_works() {
    let mut line = settled(agreed(ConfirmedCondition::Displaced));
    on_day(&mut line, 12);
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("v", 12, 24, None)), "not-responsible");
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("x", 12, 24, None)), "not-a-side");
}

#[test]
fn where_the_register_says_nothing_both_sides_agree_who_works() {
    let mut line = Rehearsal::surveyed();
    let unknown = MarkerCommand::Register {
        place: MarkerPlaceId(id("t50")),
        number: "T50(1)".into(),
        kind: crate::territory::marker::MarkerKind::Main,
        design: None,
        erected_by: None,
        maintained_by: None,
        position: None,
        accuracy_m: None,
        document: None,
        remarks: None,
    };
    line.act::<Marker>("t50-1", unknown);
    let mut command = finding(Some(SeenCondition::Damaged));
    if let MarkerWorksCommand::RecordFinding { marker, .. } = &mut command {
        *marker = MarkerId(id("t50-1"));
    }
    line.act::<MarkerWorks>("w1", command);
    line.act::<MarkerWorks>("w1", told(None, None, Some("paper note on the spot")));
    on_day(&mut line, 5);
    line.act::<MarkerWorks>("w1", checked());
    let mut facts = agreed(ConfirmedCondition::Damaged);
    if let MarkerWorksCommand::AgreeFacts { responsible, .. } = &mut facts {
        *responsible = Some(side("v"));
    }
    line.act::<MarkerWorks>("w1", facts);
    assert_eq!(line.header::<MarkerWorks>("w1").turn, Some(side("v")));
    assert_eq!(line.refused::<MarkerWorks>("w1", announced("n", 5, 24, None)), "not-responsible");
}

#[test]
fn works_do_not_begin_before_their_day_nor_without_the_other_side() {
    let mut line = with_notice();
    on_day(&mut line, 23);
    assert_eq!(line.refused::<MarkerWorks>("w1", worked(23, "Deputy head")), "before-start");
    on_day(&mut line, 24);
    assert_eq!(line.refused::<MarkerWorks>("w1", worked(24, "  ")), "nobody-present");
    assert_eq!(line.refused::<MarkerWorks>("w1", signed(24, at(REGISTERED))), "not-now");
}

#[test]
fn who_is_to_be_present_is_named_by_office_and_confirmed_by_a_successor() {
    let mut line = with_notice();
    let name = MarkerWorksCommand::NameRepresentative { office: "Deputy head of station".into() };
    line.act::<MarkerWorks>("w1", name.clone());
    line.act_for("vp1");
    line.act::<MarkerWorks>("w1", name);
    let representative = line.state::<MarkerWorks>("w1").representative.unwrap();
    assert_eq!(representative.recorded_by, unit("vp1"));
    assert_eq!(line.header::<MarkerWorks>("w1").status, "announced");
}

#[test]
fn a_marker_that_does_not_stand_at_its_registered_position_is_not_restored() {
    let mut line = carried_out();
    assert_eq!(line.refused::<MarkerWorks>("w1", signed(24, at(FOUND))), "not-at-its-place");
    // In another coordinate system it cannot be said: the record is kept, and says so.
    let other = Position { coordinate_system: "VN-2000".into(), ..at("22.501, 103.898") };
    line.act::<MarkerWorks>("w1", signed(24, other));
    let comparison = line.state::<MarkerWorks>("w1").record.and_then(|record| record.comparison);
    assert_eq!(comparison.map(|found| found.outcome), Some(ComparisonOutcome::OtherSystem));
}

#[test]
fn a_marker_whose_place_is_gone_is_re_sited_by_the_joint_committee_and_the_register_cites_it() {
    let mut line = carried_out();
    let before = marker(&line).positions;
    let refer =
        MarkerWorksCommand::ReferToCommittee { referred_on: day(25), reason: "The bank at its place is gone".into() };
    on_day(&mut line, 25);
    line.act::<MarkerWorks>("w1", refer);
    assert_eq!(status(&line), ("with-committee", "displaced"));
    on_day(&mut line, 90);
    let decide = MarkerWorksCommand::RecordDecision {
        decided_on: day(88),
        document: "Joint Committee, minutes of the 13th session, item 4".into(),
        text: Some("Another place; the line is unchanged".into()),
        in_place: false,
    };
    line.act::<MarkerWorks>("w1", decide);
    assert_eq!(marker(&line).positions, before);
    line.act::<MarkerWorks>("w1", worked(90, "Marker expert of VS1"));
    line.act::<MarkerWorks>("w1", signed(90, at(NEW_PLACE)));
    assert_eq!(status(&line), ("re-sited", "re-sited"));
    let marker = marker(&line);
    assert_eq!(marker.positions.len(), before.len() + 1);
    let now = marker.on(day(90)).and_then(|marker| marker.position).unwrap();
    assert_eq!(now.document, "Joint Committee, minutes of the 13th session, item 4");
    assert_eq!(now.position.coordinates.as_deref(), Some(NEW_PLACE));
    assert_eq!(marker.on(day(89)).and_then(|marker| marker.position), before.last());
}

#[test]
fn where_the_committee_keeps_the_place_works_are_announced_anew() {
    let mut line = carried_out();
    let refer = MarkerWorksCommand::ReferToCommittee { referred_on: day(24), reason: "Rock fall".into() };
    line.act::<MarkerWorks>("w1", refer);
    on_day(&mut line, 40);
    let decide = MarkerWorksCommand::RecordDecision {
        decided_on: day(40),
        document: "Joint Committee, letter of day 40".into(),
        text: None,
        in_place: true,
    };
    line.act::<MarkerWorks>("w1", decide);
    assert_eq!(line.refused::<MarkerWorks>("w1", worked(40, "Marker expert")), "not-now");
    line.act::<MarkerWorks>("w1", announced("n", 40, 50, None));
    on_day(&mut line, 50);
    line.act::<MarkerWorks>("w1", worked(50, "Marker expert"));
    line.act::<MarkerWorks>("w1", signed(50, at(REGISTERED)));
    assert_eq!(status(&line), ("restored", "restored"));
    assert_eq!(marker(&line).positions.len(), 1);
}

#[test]
fn the_marker_s_history_shows_its_state_on_every_past_day() {
    let mut line = carried_out();
    line.act::<MarkerWorks>("w1", signed(24, at(REGISTERED)));
    let marker = marker(&line);
    let on = |number| marker.on(day(number)).and_then(|marker| Some(marker.condition?.condition));
    assert_eq!(
        [on(-1), on(0), on(4)],
        [None, Some(Condition::SuspectedDisplaced), Some(Condition::SuspectedDisplaced)]
    );
    assert_eq!(
        [on(5), on(23), on(24)],
        [Some(Condition::Displaced), Some(Condition::Displaced), Some(Condition::Restored)]
    );
}

#[test]
fn what_both_confirmed_is_not_undone_by_what_one_side_sees_while_works_are_under_way() {
    let observe = |observed_on| MarkerCommand::Observe {
        observed_on,
        condition: SeenCondition::Intact,
        position: None,
        accuracy_m: None,
        device: None,
        photo: None,
        remark: None,
    };
    let mut line = with_notice();
    line.act::<Marker>("t44-2", observe(day(12)));
    assert_eq!(line.header::<Marker>("t44-2").status, "displaced");
    assert_eq!(marker(&line).observations.len(), 1);
    on_day(&mut line, 24);
    line.act::<MarkerWorks>("w1", worked(24, "Deputy head"));
    line.act::<MarkerWorks>("w1", signed(24, at(REGISTERED)));
    on_day(&mut line, 30);
    line.act::<Marker>("t44-2", observe(day(30)));
    assert_eq!(line.header::<Marker>("t44-2").status, "intact");
}

#[test]
fn one_finding_at_a_marker_is_worked_on_at_a_time() {
    let mut line = found();
    assert_eq!(line.refused::<MarkerWorks>("w2", finding(None)), "under-way");
    line.act::<MarkerWorks>("w1", MarkerWorksCommand::Close { reason: "Another marker was meant".into() });
    assert_eq!(line.figures::<MarkerWorks>("w1"), []);
    assert_eq!(marker(&line).works, None);
    line.act::<MarkerWorks>("w2", finding(None));
}

#[test]
fn what_both_found_intact_is_closed_without_works() {
    let mut line = settled(agreed(ConfirmedCondition::Intact));
    line.act::<MarkerWorks>("w1", MarkerWorksCommand::Close { reason: "Nothing to restore".into() });
    assert_eq!(status(&line), ("closed", "intact"));
    let figures = line.figures::<MarkerWorks>("w1");
    assert_eq!(figures, [("marker-findings", "own", 1), ("marker-checks", "own", 1), ("marker-checks", "joint", 1)]);
}

#[test]
fn an_officer_without_a_right_on_the_marker_records_the_finding_and_the_marker_follows_by_hand() {
    let mut line = Rehearsal::surveyed();
    // The marker is kept by vs1; this officer serves in vs2.
    line.officer_of("other", "vs2");
    line.act_for("vs2");
    line.act::<MarkerWorks>("w1", finding(Some(SeenCondition::Damaged)));
    assert_eq!(status(&line), ("noted", "registered"));
    line.officer_of("duty", "vs1");
    let follow = MarkerCommand::FollowWorks { works: crate::MarkerWorksId(id("w1")) };
    line.act::<Marker>("t44-2", follow.clone());
    assert_eq!(status(&line), ("noted", "damaged"));
    assert_eq!(line.refused::<Marker>("t44-2", follow.clone()), "nothing-changed");
    assert_eq!(line.refused::<Marker>("t44-1", follow), "no-works");
}

#[test]
fn what_both_sides_sign_is_recorded_by_a_commander() {
    for command in ["agree-facts", "record-differing-facts", "sign-record", "refer-to-committee", "close"] {
        assert_eq!(MarkerWorks::right(command), Right::Decide, "{command}");
    }
    assert_eq!(MarkerWorks::right("record-finding"), Right::Record);
}
