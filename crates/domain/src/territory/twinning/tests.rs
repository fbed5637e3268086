//! The rules of a twinning on the invented line: members on both sides, two approvals, reviews, and what counts.

use jiff::civil::date;

use super::*;
use crate::organisation::unit::{Unit, UnitCommand};
use crate::rehearsal::{Rehearsal, id, side, unit};
use crate::territory::community::{Community, CommunityCommand};
use crate::{CommunityId, CounterpartId};

fn village(line: &mut Rehearsal, name: &str, of: &str) {
    let register = CommunityCommand::Register {
        side: side(of),
        name: Words::plain(name),
        line: None,
        near: None,
        area_of: None,
        as_of: date(2025, 12, 31),
        administrative_unit: "Commune".into(),
        households: None,
        people: None,
        languages: vec![],
        on_line: true,
        source: "Yearly count".into(),
    };
    line.act::<Community>(name, register);
}

fn community(name: &str) -> CommunityId {
    CommunityId(id(name))
}

/// Stations twinned: one own station with the units and names of the other side.
fn stations(own: &[&str], names: &[&str]) -> TwinningCommand {
    TwinningCommand::Propose {
        kind: TwinningKind::Station,
        model: Some(Words::plain("Friendship post-station, harmonious gate")),
        other_side: side("n"),
        counterpart: Some(CounterpartId(id("vs1-nt1"))),
        own_units: own.iter().map(|name| unit(name)).collect(),
        own_communities: vec![],
        other_units: vec![unit("nt1")],
        other_communities: vec![],
        other_names: names.iter().map(|name| (*name).to_owned()).collect(),
        agreement: None,
        points: vec!["Talks every quarter".into(), " ".into(), "Help in floods".into()],
        meets_every: None,
        review_months: Some(36),
    }
}

fn villages(own: &[&str], other: &[&str]) -> TwinningCommand {
    let mut command = stations(&[], &[]);
    if let TwinningCommand::Propose { kind, own_communities, other_units, other_communities, .. } = &mut command {
        *kind = TwinningKind::Community;
        *own_communities = own.iter().map(|name| community(name)).collect();
        other_units.clear();
        *other_communities = other.iter().map(|name| community(name)).collect();
    }
    command
}

fn approve(by: &str) -> TwinningCommand {
    TwinningCommand::Approve { unit: unit(by), approved_on: date(2026, 1, 20), paper: None }
}

fn other_approved() -> TwinningCommand {
    TwinningCommand::RecordApproval {
        authority: "Detachment NI1".into(),
        approved_on: date(2026, 1, 22),
        paper: Some("7/NI1".into()),
    }
}

fn sign(on: Date, in_force_on: Option<Date>) -> TwinningCommand {
    TwinningCommand::Sign { signed_on: on, in_force_on }
}

fn approved(command: TwinningCommand) -> Rehearsal {
    approved_on(Rehearsal::new(), command)
}

fn approved_on(mut line: Rehearsal, command: TwinningCommand) -> Rehearsal {
    line.act::<Twinning>("w1", command);
    line.officer_of("chief", "vp1");
    line.act::<Twinning>("w1", approve("vp1"));
    line.act::<Twinning>("w1", other_approved());
    line
}

fn active(command: TwinningCommand) -> Rehearsal {
    let mut line = approved(command);
    line.act::<Twinning>("w1", sign(date(2026, 1, 25), None));
    line
}

fn amended(own: &[&str], note_signed_on: Option<Date>) -> TwinningCommand {
    TwinningCommand::AmendMembers {
        own_units: own.iter().map(|name| unit(name)).collect(),
        own_communities: vec![],
        other_units: vec![unit("nt1")],
        other_communities: vec![],
        other_names: vec![],
        note_signed_on,
    }
}

#[test]
fn a_twinning_has_members_that_are_there_on_each_side() {
    let mut line = Rehearsal::new();
    assert_eq!(line.refused::<Twinning>("w1", stations(&[], &[])), "no-member");
    assert_eq!(line.refused::<Twinning>("w1", stations(&["nt1"], &[])), "member-twice");
    assert_eq!(line.refused::<Twinning>("w1", stations(&["vs1", "vs9"], &[])), "unfit-member");
    let mut elsewhere = stations(&["vs1"], &[]);
    if let TwinningCommand::Propose { other_units, .. } = &mut elsewhere {
        *other_units = vec![unit("vs2")];
    }
    assert_eq!(line.refused::<Twinning>("w1", elsewhere), "unfit-member");
    village(&mut line, "va", "v");
    assert_eq!(line.refused::<Twinning>("w1", villages(&["va"], &[])), "no-member");
}

#[test]
fn the_members_give_the_twinning_its_name_and_the_points_their_numbers() {
    let mut line = Rehearsal::new();
    line.act::<Twinning>("w1", stations(&["vs1", "vs2"], &["Pa Sa post"]));
    let twinning = line.state::<Twinning>("w1");
    assert_eq!(twinning.title.pick("en").1, "VS1, VS2 – NT1, Pa Sa post");
    assert_eq!(twinning.points.iter().map(|point| point.number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn both_superiors_approve_before_it_is_signed() {
    let mut line = Rehearsal::new();
    line.act::<Twinning>("w1", stations(&["vs1"], &[]));
    assert_eq!(line.refused::<Twinning>("w1", approve("vp1")), "own-proposal");
    line.officer_of("chief", "vp1");
    assert_eq!(line.refused::<Twinning>("w1", approve("vs2")), "not-superior");
    assert_eq!(line.header::<Twinning>("w1").turn, Some(side("v")));
    line.act::<Twinning>("w1", approve("vp1"));
    assert_eq!(line.header::<Twinning>("w1").turn, Some(side("n")));
    assert_eq!(line.refused::<Twinning>("w1", approve("vc")), "already-approved");
    assert_eq!(line.refused::<Twinning>("w1", sign(date(2026, 1, 25), None)), "not-approved");
    line.act::<Twinning>("w1", other_approved());
    assert_eq!(line.header::<Twinning>("w1").status, "approved");
    assert_eq!(line.refused::<Twinning>("w1", sign(date(2026, 1, 21), None)), "wrong-order");
}

#[test]
fn members_that_change_after_the_approval_are_approved_again() {
    let mut line = approved(stations(&["vs1"], &[]));
    line.act::<Twinning>("w1", amended(&["vs1", "vs2"], None));
    assert_eq!(line.header::<Twinning>("w1").status, "proposed");
    assert_eq!(line.refused::<Twinning>("w1", sign(date(2026, 1, 25), None)), "not-approved");
}

#[test]
fn one_relation_with_three_partners_counts_once_and_its_partners_beside_it() {
    let line = active(stations(&["vs1"], &["Pa Sa post", "Pa Sa sub-station"]));
    let own: Vec<_> = line.figures::<Twinning>("w1").into_iter().filter(|(_, basis, _)| *basis == "own").collect();
    assert_eq!(
        own,
        [
            ("twinnings-station", "own", 1),
            ("twinning-own-members", "own", 1),
            ("twinning-partners", "own", 3),
            ("twinnings-signed", "own", 1),
        ]
    );
    assert!(line.figures::<Twinning>("w1").contains(&("twinnings-station", "joint", 1)));
}

#[test]
fn only_what_is_signed_and_active_counts() {
    let mut line = approved(stations(&["vs1"], &[]));
    assert!(line.figures::<Twinning>("w1").is_empty());
    line.act::<Twinning>("w1", sign(date(2026, 1, 25), Some(date(2026, 2, 10))));
    let header = line.header::<Twinning>("w1");
    assert_eq!((header.status, header.due), ("signed", Some(Due::On(date(2026, 2, 10)))));
    assert_eq!(line.figures::<Twinning>("w1").len(), 2, "the signature alone");
    line.now("2026-02-10T03:00:00Z");
    line.act::<Twinning>("w1", TwinningCommand::Start { in_force_on: date(2026, 2, 10) });
    let standing = |line: &Rehearsal| -> i64 {
        let figures = line.header::<Twinning>("w1").figures.into_iter();
        let stations = figures.filter(|figure| figure.code == "twinnings-station" && figure.basis == Basis::Own);
        stations.map(|figure| figure.quantity).sum()
    };
    assert_eq!(standing(&line), 1);
    let dormant = TwinningCommand::MarkDormant { from: date(2026, 2, 10), remark: "Road washed away".into() };
    line.now("2026-03-10T03:00:00Z");
    line.act::<Twinning>("w1", dormant);
    assert_eq!(standing(&line), 0);
    line.act::<Twinning>("w1", TwinningCommand::Renew { renewed_on: date(2026, 3, 10) });
    assert_eq!((standing(&line), line.header::<Twinning>("w1").status), (1, "renewed"));
    line.act::<Twinning>("w1", TwinningCommand::End { ended_on: date(2026, 3, 10), remark: "Both agree".into() });
    assert_eq!((standing(&line), line.header::<Twinning>("w1").status), (0, "ended"));
}

#[test]
fn the_next_review_is_due_and_each_review_counts() {
    let mut line = active(stations(&["vs1"], &[]));
    assert_eq!(line.header::<Twinning>("w1").due, Some(Due::On(date(2029, 1, 25))));
    let review =
        |on| TwinningCommand::Review { reviewed_on: on, result: "All six points kept".into(), review_months: Some(12) };
    assert_eq!(line.refused::<Twinning>("w1", review(date(2026, 1, 24))), "wrong-order");
    assert_eq!(line.refused::<Twinning>("w1", review(date(2026, 2, 3))), "in-the-future");
    line.act::<Twinning>("w1", review(date(2026, 2, 2)));
    let header = line.header::<Twinning>("w1");
    assert_eq!((header.status, header.due), ("reviewed", Some(Due::On(date(2027, 2, 2)))));
    assert!(line.figures::<Twinning>("w1").contains(&("twinning-reviews", "joint", 1)));
}

#[test]
fn once_it_is_signed_members_change_only_by_a_note_of_both_sides() {
    let mut line = active(stations(&["vs1"], &[]));
    assert_eq!(line.refused::<Twinning>("w1", amended(&["vs1", "vs2"], None)), "no-note");
    assert_eq!(line.refused::<Twinning>("w1", amended(&["vs1", "vs2"], Some(date(2026, 1, 24)))), "wrong-order");
    line.act::<Twinning>("w1", amended(&["vs1", "vs2"], Some(date(2026, 2, 1))));
    let counted: Vec<_> = line.state::<Twinning>("w1").counted;
    assert_eq!(
        counted.iter().map(|span| (span.from, span.own_members)).collect::<Vec<_>>(),
        [(date(2026, 1, 25), 1), (date(2026, 2, 1), 2)]
    );
}

#[test]
fn a_member_that_merged_is_noted_and_the_twinning_goes_on_by_its_successor() {
    let mut line = Rehearsal::new();
    for (name, of) in [("va", "v"), ("vab", "v"), ("na", "n")] {
        village(&mut line, name, of);
    }
    let mut line = approved_on(line, villages(&["va"], &["na"]));
    line.act::<Twinning>("w1", sign(date(2026, 1, 25), None));
    let merge = CommunityCommand::Merge { into: community("vab"), merged_on: date(2026, 2, 1), basis: None };
    line.act::<Community>("va", merge);
    let header = line.header::<Twinning>("w1");
    assert_eq!((header.status, header.open, header.due), ("active", true, Some(Due::On(date(2026, 2, 1)))));
    let go_on = |own: &str, note| TwinningCommand::Continue {
        own_units: vec![],
        own_communities: vec![community(own)],
        other_units: vec![],
        other_communities: vec![community("na")],
        other_names: vec![],
        from: date(2026, 2, 1),
        note_signed_on: note,
    };
    let signed = Some(date(2026, 2, 2));
    assert_eq!(line.refused::<Twinning>("w1", go_on("va", signed)), "unfit-member");
    assert_eq!(line.refused::<Twinning>("w1", go_on("vab", None)), "no-note");
    line.act::<Twinning>("w1", go_on("vab", signed));
    assert_eq!(line.header::<Twinning>("w1").status, "continued");
    assert!(!line.header::<Twinning>("w1").open);
    let next = line.identities::<Twinning>().into_iter().next_back().unwrap_or_else(|| panic!("no twinning"));
    let header = line.header::<Twinning>(next.as_str());
    assert_eq!(header.status, "active");
    assert!(header.links.contains(&Link { role: "continues", to: id("w1") }));
    let all: i64 = line
        .identities::<Twinning>()
        .iter()
        .flat_map(|id| line.header::<Twinning>(id.as_str()).figures)
        .filter(|figure| figure.code == "twinnings-community" && figure.basis == Basis::Own)
        .map(|figure| figure.quantity)
        .sum();
    assert_eq!(all, 1, "one relation, not two");
}

#[test]
fn a_twinned_unit_that_is_dissolved_is_noted_as_well() {
    let mut line = active(stations(&["vs1"], &[]));
    line.officer_of("keeper", "vc");
    line.act::<Unit>("vs1", UnitCommand::Dissolve { on: date(2026, 7, 1), successor: None, basis: None });
    assert_eq!(
        line.state::<Twinning>("w1").changed_members,
        [MemberChange { member: id("vs1"), on: date(2026, 7, 1) }]
    );
}

#[test]
fn a_continuation_cannot_be_begun_by_itself() {
    let mut line = active(stations(&["vs1"], &[]));
    let alone = TwinningCommand::TakeOver {
        predecessor: crate::TwinningId(id("w1")),
        members: TwinningMembers { own_units: vec![unit("vs1")], other_units: vec![unit("nt1")], ..Default::default() },
        from: date(2026, 2, 1),
        note_signed_on: date(2026, 2, 1),
    };
    assert_eq!(line.refused::<Twinning>("w2", alone), "no-predecessor");
}

#[test]
fn what_is_not_signed_can_be_given_up_and_what_is_signed_can_only_end() {
    let mut line = Rehearsal::new();
    line.act::<Twinning>("w1", stations(&["vs1"], &[]));
    let end = TwinningCommand::End { ended_on: date(2026, 2, 2), remark: "No need".into() };
    assert_eq!(line.refused::<Twinning>("w1", end.clone()), "not-now");
    line.act::<Twinning>("w1", TwinningCommand::Withdraw { remark: "No need".into() });
    assert!(Twinning::offers(Some(&line.state::<Twinning>("w1"))).is_empty());
    let mut line = active(stations(&["vs1"], &[]));
    assert_eq!(line.refused::<Twinning>("w1", TwinningCommand::Withdraw { remark: "No need".into() }), "not-now");
    line.act::<Twinning>("w1", end);
}
