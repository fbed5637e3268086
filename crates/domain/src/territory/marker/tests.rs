//! The rules of a marker: registered position and observations stay apart, and any past day can be shown.

use jiff::civil::{Date, date};

use super::*;
use crate::MarkerPlaceId;
use crate::rehearsal::{Rehearsal, at, id, side};

const HERE: &str = "22.5000000, 103.9000000";
/// 1.6 metres to the north.
const NEARBY: &str = "22.5000144, 103.9000000";

fn numbered(place: &str, number: &str) -> MarkerCommand {
    MarkerCommand::Register {
        place: MarkerPlaceId(id(place)),
        number: number.into(),
        kind: MarkerKind::Main,
        design: Some("C".into()),
        erected_by: None,
        maintained_by: None,
        position: None,
        accuracy_m: None,
        document: None,
        remarks: None,
    }
}

fn seen(observed_on: Date, condition: SeenCondition, position: Option<Position>, accuracy: &str) -> MarkerCommand {
    MarkerCommand::Observe {
        observed_on,
        condition,
        position,
        accuracy_m: Some(accuracy.into()),
        device: Some("Handheld receiver".into()),
        photo: Some("vs1/2026/014".into()),
        remark: None,
    }
}

fn new_position(from: Date, coordinates: &str) -> MarkerCommand {
    MarkerCommand::RegisterPosition {
        document: "Joint Committee, minutes of the 12th session".into(),
        agreement: None,
        from,
        position: at(coordinates),
        accuracy_m: Some("0.05".into()),
    }
}

#[test]
fn a_marker_stands_at_the_place_of_its_number_once() {
    let mut line = Rehearsal::surveyed();
    assert_eq!(line.refused::<Marker>("m", numbered("t50", "T60(1)")), "other-place");
    assert_eq!(line.refused::<Marker>("m", numbered("t50", "T50/1")), "other-place");
    assert_eq!(line.refused::<Marker>("m", numbered("t44", "T44(2)")), "number-taken");
    assert_eq!(line.refused::<Marker>("m", numbered("t44", "forty-four")), "no-number");
    assert_eq!(line.refused::<Marker>("m", numbered("t99", "T99")), "no-place");
    line.act::<Marker>("m", numbered("t50", "T50(1)"));
    let header = line.header::<Marker>("m");
    assert_eq!((header.status, header.number.as_deref()), ("registered", Some("T50(1)")));
    assert_eq!(header.title.pick("en").1, "T50(1) · Line T");
    assert!(header.links.contains(&Link { role: "at-place", to: id("t50") }));
    assert_eq!(line.state::<Marker>("m").part, Some(1));
}

#[test]
fn who_maintains_a_marker_follows_from_the_data_and_not_from_the_number() {
    let mut line = Rehearsal::surveyed();
    // Both have an even main number; part (1) is maintained by one side, part (2) by the other.
    let maintained = |line: &Rehearsal, name: &str| line.state::<Marker>(name).maintained_by().cloned();
    assert_eq!([maintained(&line, "t44-1"), maintained(&line, "t44-2")], [Some(side("v")), Some(side("n"))]);
    let amend = |from, to: &str| MarkerCommand::Amend {
        document: "Protocol of 2030".into(),
        from,
        kind: None,
        design: None,
        erected_by: None,
        maintained_by: Some(side(to)),
        remarks: None,
    };
    assert_eq!(line.refused::<Marker>("t44-2", amend(date(2030, 1, 1), "x")), "no-side");
    line.act::<Marker>("t44-2", amend(date(2030, 1, 1), "v"));
    let marker = line.state::<Marker>("t44-2");
    let on = |day| marker.on(day).and_then(|marker| marker.maintained_by).cloned();
    assert_eq!([on(date(2029, 12, 31)), on(date(2030, 1, 1))], [Some(side("n")), Some(side("v"))]);
    assert_eq!(line.refused::<Marker>("t44-2", amend(date(2030, 1, 1), "n")), "not-later");
}

#[test]
fn an_observation_never_changes_the_registered_position() {
    let mut line = Rehearsal::surveyed();
    let before = line.state::<Marker>("t44-2").positions;
    let far = Some(at("22.5100000, 103.9000000"));
    line.act::<Marker>("t44-2", seen(date(2026, 2, 2), SeenCondition::SuspectedDisplaced, far, "0.01"));
    let marker = line.state::<Marker>("t44-2");
    assert_eq!(marker.positions, before);
    let comparison = marker.observations[0].comparison.clone().unwrap();
    assert_eq!(comparison.outcome, ComparisonOutcome::Differs);
    assert_eq!(line.header::<Marker>("t44-2").status, "suspected-displaced");
}

#[test]
fn what_lies_within_the_error_of_the_receiver_is_no_difference() {
    let mut line = Rehearsal::surveyed();
    let here = || Some(at(NEARBY));
    line.act::<Marker>("t44-2", seen(date(2026, 2, 1), SeenCondition::SeriouslyDamaged, here(), "5"));
    line.act::<Marker>("t44-2", seen(date(2026, 2, 2), SeenCondition::SeriouslyDamaged, here(), "0.03"));
    let outcomes: Vec<ComparisonOutcome> = line
        .state::<Marker>("t44-2")
        .observations
        .into_iter()
        .filter_map(|observation| Some(observation.comparison?.outcome))
        .collect();
    assert_eq!(outcomes, [ComparisonOutcome::NoDifference, ComparisonOutcome::Differs]);
}

#[test]
fn a_position_of_another_coordinate_system_is_kept_and_not_compared() {
    let mut line = Rehearsal::surveyed();
    let other = Position { coordinate_system: "VN-2000".into(), ..at("22.5010000, 103.8981000") };
    line.act::<Marker>("t44-2", seen(date(2026, 2, 2), SeenCondition::Intact, Some(other), "5"));
    let observation = line.state::<Marker>("t44-2").observations.remove(0);
    assert_eq!(observation.comparison.map(|found| found.outcome), Some(ComparisonOutcome::OtherSystem));
    assert_eq!(line.header::<Marker>("t44-2").status, "intact");
}

#[test]
fn a_registered_position_rests_on_a_document() {
    let mut line = Rehearsal::surveyed();
    let mut without = numbered("t50", "T50(1)");
    if let MarkerCommand::Register { position, .. } = &mut without {
        *position = Some(at(HERE));
    }
    assert_eq!(line.refused::<Marker>("m", without), "no-document");
    line.act::<Marker>("t44-2", new_position(date(2025, 12, 1), NEARBY));
    assert_eq!(line.refused::<Marker>("t44-2", new_position(date(2025, 12, 1), HERE)), "not-later");
    let marker = line.state::<Marker>("t44-2");
    let on = |day| marker.on(day).and_then(|marker| marker.position?.position.coordinates.clone());
    assert_eq!(on(date(2025, 11, 30)).as_deref(), Some(HERE));
    assert_eq!(on(date(2025, 12, 1)).as_deref(), Some(NEARBY));
    assert_eq!(Marker::right("register-position"), Right::Administer);
    assert_eq!(Marker::right("observe"), Right::Record);
}

#[test]
fn an_observation_is_compared_with_what_was_registered_on_its_day() {
    let mut line = Rehearsal::surveyed();
    line.act::<Marker>("t44-2", new_position(date(2026, 2, 2), NEARBY));
    line.act::<Marker>("t44-2", seen(date(2026, 2, 1), SeenCondition::Intact, Some(at(HERE)), "0.1"));
    line.act::<Marker>("t44-2", seen(date(2026, 2, 2), SeenCondition::Intact, Some(at(HERE)), "0.1"));
    let found = line.state::<Marker>("t44-2").observations;
    let outcomes: Vec<_> = found.iter().filter_map(|seen| Some(seen.comparison.as_ref()?.outcome)).collect();
    assert_eq!(outcomes, [ComparisonOutcome::NoDifference, ComparisonOutcome::Differs]);
}

#[test]
fn the_state_of_any_past_day_can_be_shown_and_what_is_told_late_stands_at_its_day() {
    let mut line = Rehearsal::surveyed();
    for (day, condition) in [(20, SeenCondition::Intact), (30, SeenCondition::Missing), (25, SeenCondition::Damaged)] {
        line.act::<Marker>("t44-2", seen(date(2026, 1, day), condition, None, "5"));
    }
    let marker = line.state::<Marker>("t44-2");
    let on = |day| marker.on(date(2026, 1, day)).and_then(|marker| Some(marker.condition?.condition));
    let days = [on(19), on(20), on(26), on(30)];
    assert_eq!(days, [None, Some(Condition::Intact), Some(Condition::Damaged), Some(Condition::Missing)]);
    assert_eq!(line.header::<Marker>("t44-2").status, "missing");
    let figures = line.figures::<Marker>("t44-2");
    assert_eq!(figures, [("markers-observed", "own", 1); 3]);
}

#[test]
fn a_marker_observed_twice_on_a_day_counts_once_and_nothing_is_observed_ahead() {
    let mut line = Rehearsal::surveyed();
    for _ in 0..2 {
        line.act::<Marker>("t44-2", seen(date(2026, 2, 2), SeenCondition::Intact, None, "5"));
    }
    assert_eq!(line.figures::<Marker>("t44-2"), [("markers-observed", "own", 1)]);
    let ahead = seen(date(2026, 2, 3), SeenCondition::Intact, None, "5");
    assert_eq!(line.refused::<Marker>("t44-2", ahead), "in-the-future");
    let vague = seen(date(2026, 2, 2), SeenCondition::Intact, None, "some metres");
    assert_eq!(line.refused::<Marker>("t44-2", vague), "no-length");
}

#[test]
fn a_withdrawn_marker_is_there_until_its_day_and_takes_no_act() {
    let mut line = Rehearsal::surveyed();
    let withdraw = MarkerCommand::Withdraw { on: date(2026, 2, 1), reason: "taken down".into(), document: None };
    line.act::<Marker>("t44-2", withdraw.clone());
    let marker = line.state::<Marker>("t44-2");
    assert!(marker.on(date(2026, 1, 31)).is_some() && marker.on(date(2026, 2, 1)).is_none());
    assert_eq!(line.refused::<Marker>("t44-2", withdraw), "not-now");
    line.act::<Marker>("new", numbered("t44", "T44(2)"));
}
