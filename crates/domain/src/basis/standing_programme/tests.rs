//! The rules of standing programmes, tried on the invented line.

use jiff::civil::{Date, date};

use super::*;
use crate::Qualifier;
use crate::operations::award::{Award, AwardCommand, AwardKind, AwardState};
use crate::operations::outreach::{Outreach, OutreachCommand, OutreachKind, OutreachPlan};
use crate::rehearsal::{Rehearsal, id, side};
use crate::{AgreementId, CommunityId, CounterpartId, StandingProgrammeId};

fn proposal() -> StandingProgrammeProposal {
    StandingProgrammeProposal {
        kind: StandingProgrammeKind::ChildSponsorship,
        name: Words::plain("Helping children to school"),
        purpose: "Pupils in need on both sides are helped to go to school".into(),
        agreement: None,
        counterparts: vec![CounterpartId(id("vs1-nt1"))],
        communities: vec![],
        from: date(2026, 2, 2),
        until: None,
        next_review_on: None,
    }
}

fn proposed() -> Rehearsal {
    let mut line = Rehearsal::new();
    line.act::<StandingProgramme>("p1", StandingProgrammeCommand::Propose(proposal()));
    line
}

fn running() -> Rehearsal {
    let mut line = proposed();
    line.act::<StandingProgramme>("p1", start(date(2026, 2, 1)));
    line
}

fn start(started_on: Date) -> StandingProgrammeCommand {
    StandingProgrammeCommand::Start { started_on }
}

fn review(next_on: Option<Date>) -> StandingProgrammeCommand {
    let note = "All pupils still go to school".into();
    StandingProgrammeCommand::RecordReview { reviewed_on: date(2026, 2, 2), note, next_on }
}

fn close(closed_on: Date) -> StandingProgrammeCommand {
    StandingProgrammeCommand::Close { closed_on, result: "Every pupil finished school".into() }
}

fn suspend(suspended_on: Date) -> StandingProgrammeCommand {
    StandingProgrammeCommand::Suspend { suspended_on, reason: "No means this term".into() }
}

fn pupils(on: &str, count: u32, as_of_on: Date) -> Beneficiaries {
    let (group, qualifier) = (BeneficiaryGroup::Children, Qualifier::Nearly);
    Beneficiaries { side: side(on), group, count, qualifier, as_of_on, source: "Report of the province".into() }
}

fn status(line: &Rehearsal) -> &'static str {
    line.header::<StandingProgramme>("p1").status
}

#[test]
fn a_programme_is_proposed_runs_is_suspended_and_is_closed() {
    let mut line = proposed();
    assert_eq!(line.header::<StandingProgramme>("p1").due, Some(Due::On(date(2026, 2, 2))));
    line.act::<StandingProgramme>("p1", start(date(2026, 2, 1)));
    assert_eq!(status(&line), "running");
    line.act::<StandingProgramme>("p1", suspend(date(2026, 2, 2)));
    assert_eq!(status(&line), "suspended");
    line.now("2026-02-10T03:00:00Z");
    line.act::<StandingProgramme>("p1", StandingProgrammeCommand::Resume { resumed_on: date(2026, 2, 9) });
    assert_eq!(status(&line), "running");
    line.act::<StandingProgramme>("p1", close(date(2026, 2, 10)));
    assert_eq!((status(&line), line.header::<StandingProgramme>("p1").open), ("closed", false));
    let kept = line.state::<StandingProgramme>("p1").suspensions;
    assert_eq!((kept[0].from, kept[0].until), (date(2026, 2, 2), Some(date(2026, 2, 9))));
}

#[test]
fn a_proposal_that_nobody_takes_up_is_closed() {
    let mut line = proposed();
    line.act::<StandingProgramme>("p1", close(date(2026, 2, 2)));
    assert_eq!(line.refused::<StandingProgramme>("p1", start(date(2026, 2, 2))), "not-now");
}

#[test]
fn only_a_commander_lets_a_programme_start_stop_or_end() {
    for command in ["start", "suspend", "resume", "close"] {
        assert_eq!(StandingProgramme::right(command), Right::Decide);
    }
    assert_eq!(StandingProgramme::right("record-beneficiaries"), Right::Record);
}

#[test]
fn a_programme_that_runs_waits_only_for_its_next_review_or_its_end() {
    let mut line = running();
    assert!(!line.header::<StandingProgramme>("p1").open);
    assert_eq!(line.refused::<StandingProgramme>("p1", review(Some(date(2026, 2, 2)))), "wrong-order");
    line.act::<StandingProgramme>("p1", review(Some(date(2026, 5, 4))));
    let header = line.header::<StandingProgramme>("p1");
    assert_eq!((header.open, header.due), (true, Some(Due::On(date(2026, 5, 4)))));
    line.act::<StandingProgramme>("p1", review(None));
    let header = line.header::<StandingProgramme>("p1");
    assert_eq!((header.open, header.due), (false, None));
    assert_eq!(line.state::<StandingProgramme>("p1").reviews.len(), 2);
}

#[test]
fn beneficiaries_are_kept_as_numbers_each_as_it_was_told() {
    let mut line = running();
    let told = |count, day| StandingProgrammeCommand::RecordBeneficiaries(pupils("n", count, date(2026, 1, day)));
    line.act::<StandingProgramme>("p1", told(180, 5));
    line.act::<StandingProgramme>("p1", told(200, 20));
    let kept = line.state::<StandingProgramme>("p1").beneficiaries;
    assert_eq!(kept, [pupils("n", 180, date(2026, 1, 5)), pupils("n", 200, date(2026, 1, 20))]);
    let ahead = StandingProgrammeCommand::RecordBeneficiaries(pupils("n", 1, date(2026, 2, 3)));
    assert_eq!(line.refused::<StandingProgramme>("p1", ahead), "in-the-future");
    let nowhere = StandingProgrammeCommand::RecordBeneficiaries(pupils("third", 1, date(2026, 1, 5)));
    assert_eq!(line.refused::<StandingProgramme>("p1", nowhere), "no-side");
}

#[test]
fn there_is_no_field_for_the_name_of_a_beneficiary() {
    let schemas = crate::noun("standing-programme").unwrap().schemas();
    let (_, command) = schemas.commands.iter().find(|(name, _)| name == "record-beneficiaries").unwrap();
    let fields: Vec<&str> = command["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["side", "group", "count", "qualifier", "as_of_on", "source"]);
    assert_eq!(command["additionalProperties"], false);
}

#[test]
fn a_programme_has_a_name_and_rests_only_on_what_exists() {
    let mut line = Rehearsal::new();
    let mut refused = |proposal| line.refused::<StandingProgramme>("p1", StandingProgrammeCommand::Propose(proposal));
    assert_eq!(refused(StandingProgrammeProposal { name: Words::plain(" "), ..proposal() }), "no-name");
    let agreement = Some(AgreementId(id("none")));
    assert_eq!(refused(StandingProgrammeProposal { agreement, ..proposal() }), "no-agreement");
    let counterparts = vec![CounterpartId(id("nobody"))];
    assert_eq!(refused(StandingProgrammeProposal { counterparts, ..proposal() }), "no-counterpart");
    let communities = vec![CommunityId(id("nowhere"))];
    assert_eq!(refused(StandingProgrammeProposal { communities, ..proposal() }), "no-community");
    let until = Some(date(2026, 2, 2));
    assert_eq!(refused(StandingProgrammeProposal { until, ..proposal() }), "wrong-order");
}

#[test]
fn what_is_amended_differs() {
    let mut line = running();
    let amend = |purpose: Option<&str>, until| StandingProgrammeCommand::Amend {
        name: None,
        purpose: purpose.map(str::to_owned),
        until,
        next_review_on: None,
    };
    let same = proposal().purpose;
    assert_eq!(line.refused::<StandingProgramme>("p1", amend(Some(&same), None)), "nothing-changed");
    assert_eq!(line.refused::<StandingProgramme>("p1", amend(None, Some(date(2026, 2, 1)))), "wrong-order");
    line.act::<StandingProgramme>("p1", amend(Some("Pupils on both sides"), Some(date(2027, 1, 1))));
    assert_eq!(line.header::<StandingProgramme>("p1").due, Some(Due::On(date(2027, 1, 1))));
}

#[test]
fn a_programme_is_suspended_after_it_started_and_runs_again_later() {
    let mut line = running();
    assert_eq!(line.refused::<StandingProgramme>("p1", suspend(date(2026, 2, 1))), "wrong-order");
    assert_eq!(line.refused::<StandingProgramme>("p1", suspend(date(2026, 2, 3))), "in-the-future");
    line.act::<StandingProgramme>("p1", suspend(date(2026, 2, 2)));
    let resume = StandingProgrammeCommand::Resume { resumed_on: date(2026, 2, 2) };
    assert_eq!(line.refused::<StandingProgramme>("p1", resume), "wrong-order");
    assert_eq!(line.refused::<StandingProgramme>("p1", close(date(2026, 1, 31))), "wrong-order");
}

#[test]
fn deeds_belong_to_a_programme_until_its_last_day() {
    let mut line = running();
    let programme = || Some(StandingProgrammeId(id("p1")));
    let outreach = |planned_on| {
        OutreachCommand::Plan(OutreachPlan {
            kind: OutreachKind::CulturalExchange,
            subject: "Songs of both sides".into(),
            together: false,
            counterpart: None,
            host: None,
            communities: vec![],
            place: "School of village V-a".into(),
            planned_on,
            programme: programme(),
            occurrence: None,
        })
    };
    line.act::<Outreach>("o1", outreach(date(2026, 2, 20)));
    assert!(line.header::<Outreach>("o1").links.contains(&Link { role: "programme", to: id("p1") }));
    line.act::<StandingProgramme>("p1", close(date(2026, 2, 2)));
    assert_eq!(line.refused::<Outreach>("o2", outreach(date(2026, 2, 3))), "no-programme");
    let award = AwardState {
        kind: AwardKind::Recognition,
        title: "Friend of the school".into(),
        given_by: "Province VP1".into(),
        given_on: date(2026, 2, 2),
        recipient: "Station VS1".into(),
        person: None,
        source: None,
        counterpart: None,
        programme: programme(),
    };
    line.act::<Award>("w1", AwardCommand::Record(award));
}
