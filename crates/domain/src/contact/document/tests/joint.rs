//! The rules of documents that both sides sign: what may be said of one, how it stands, and what it stands beside.

use super::*;

#[test]
fn an_offer_of_the_other_side_is_signed_refused_or_let_go_once_and_in_time() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", arrive(DocumentKind::Minutes, None));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.turn), ("proposed", Some(side("v"))));
    let document = line.state::<Document>("d1");
    let (early, late) = (instant("2026-02-09T02:59:59Z"), instant("2026-02-09T03:00:00Z"));
    for kind in [SaidKind::Sign, SaidKind::Refuse] {
        assert_eq!(document.may_say(kind, early), Ok(()));
        assert_eq!(document.may_say(kind, late), Err(DocumentRefusal::TooLate { until: late }));
    }
    for kind in [SaidKind::Withdraw, SaidKind::Contest, SaidKind::Terminate, SaidKind::Acknowledge, SaidKind::Propose] {
        assert_eq!(
            document.may_say(kind, early),
            Err(DocumentRefusal::NotNow { status: "proposed".into() }),
            "{kind:?}"
        );
    }
    line.act::<Document>("d1", say(SaidKind::Sign));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Refuse)), "said-before");
}

#[test]
fn an_offer_is_let_go_only_after_it_was_asked_back() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", arrive(DocumentKind::Minutes, None));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::LetGo)), "not-withdrawn");
    line.act::<Document>("d1", hear(SaidKind::Withdraw, 1));
    line.act::<Document>("d1", say(SaidKind::LetGo));
    line.act::<Document>("d1", stand(Standing::Withdrawn));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open), ("withdrawn", false));
}

#[test]
fn a_refusal_and_a_contest_say_why() {
    let mut line = Rehearsal::new();
    line.act::<Document>("d1", arrive(DocumentKind::Minutes, None));
    let silent = DocumentCommand::Say { statement: Utterance { words: vec![], ..said("v", SaidKind::Refuse, 7) } };
    assert_eq!(line.refused::<Document>("d1", silent), "needs-words");
    line.act::<Document>("d1", say(SaidKind::Refuse));
    line.act::<Document>("d1", stand(Standing::Refused));
    assert_eq!(status(&line, "d1"), "refused");
}

#[test]
fn only_an_own_offer_is_asked_back_and_only_once() {
    let mut line = Rehearsal::new();
    proposed(&mut line, "d1");
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Sign)), "not-now");
    line.act::<Document>("d1", say(SaidKind::Withdraw));
    assert_eq!(line.header::<Document>("d1").turn, Some(side("n")));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Withdraw)), "said-before");
}

#[test]
fn what_binds_is_contested_or_ended_and_nothing_else() {
    let mut line = Rehearsal::new();
    proposed(&mut line, "d1");
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Contest)), "not-now");
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Terminate)), "not-now");
    line.act::<Document>("d1", hear(SaidKind::Sign, 0));
    line.act::<Document>("d1", stand(Standing::Bound));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Withdraw)), "not-now");
    line.act::<Document>("d1", hear(SaidKind::Contest, 1));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open, header.turn), ("contested", true, Some(side("v"))));
    line.act::<Document>("d1", say(SaidKind::Terminate));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Terminate)), "said-before");
    line.act::<Document>("d1", hear(SaidKind::Terminate, 2));
    line.act::<Document>("d1", stand(Standing::Terminated));
    assert_eq!(status(&line, "d1"), "terminated");
}

#[test]
fn when_one_side_asks_to_end_what_binds_it_is_the_other_ones_turn() {
    let mut line = Rehearsal::new();
    bound(&mut line, "d1");
    assert!(!line.header::<Document>("d1").open);
    line.act::<Document>("d1", hear(SaidKind::Terminate, 1));
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open, header.turn), ("bound", true, Some(side("v"))));
}

#[test]
fn a_statement_is_of_the_side_that_says_it_and_heard_once() {
    let mut line = Rehearsal::new();
    proposed(&mut line, "d1");
    let mine = DocumentCommand::Hear { statement: said("v", SaidKind::Withdraw, 3) };
    assert_eq!(line.refused::<Document>("d1", mine), "not-their-word");
    let theirs = DocumentCommand::Say { statement: said("n", SaidKind::Sign, 3) };
    assert_eq!(line.refused::<Document>("d1", theirs), "not-their-word");
    line.act::<Document>("d1", hear(SaidKind::Sign, 0));
    assert_eq!(line.refused::<Document>("d1", hear(SaidKind::Sign, 0)), "heard-before");
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Propose)), "not-this-statement");
}

#[test]
fn every_standing_has_its_status() {
    let mut line = Rehearsal::new();
    proposed(&mut line, "d1");
    assert_eq!(line.refused::<Document>("d1", stand(Standing::Proposed)), "nothing-new");
    for standing in Standing::ALL.into_iter().rev() {
        line.act::<Document>("d1", stand(standing));
        assert_eq!(status(&line, "d1"), standing.code());
        assert_eq!(Standing::from_code(standing.code()), Some(standing));
    }
    line.act::<Document>("d2", letter());
    line.act::<Document>("d2", release(SaidKind::Issue));
    assert_eq!(line.refused::<Document>("d2", stand(Standing::Bound)), "not-now");
}

#[test]
fn an_offer_lapses_after_its_time_and_may_still_turn_out_to_bind() {
    let mut line = Rehearsal::new();
    proposed(&mut line, "d1");
    assert_eq!(line.refused::<Document>("d1", DocumentCommand::Lapse), "not-yet-over");
    line.now("2026-02-09T03:00:01Z");
    line.act::<Document>("d1", DocumentCommand::Lapse);
    let header = line.header::<Document>("d1");
    assert_eq!((header.status, header.open), ("lapsed", false));
    assert_eq!(line.refused::<Document>("d1", say(SaidKind::Withdraw)), "not-now");
    assert_eq!(line.refused::<Document>("d1", DocumentCommand::Lapse), "not-now");
    line.act::<Document>("d1", hear(SaidKind::Sign, 0));
    line.act::<Document>("d1", stand(Standing::Bound));
    assert_eq!(status(&line, "d1"), "bound");
}

#[test]
fn a_signature_on_paper_is_recorded_while_the_other_side_has_not_answered() {
    let mut line = Rehearsal::new();
    let sign = |day, scan| DocumentCommand::RecordPaperSignature {
        name: "Signer of n".into(),
        office: "Head of station".into(),
        signed_on: day,
        scan,
    };
    line.act::<Document>("d1", minutes());
    assert_eq!(line.refused::<Document>("d1", sign(date(2026, 2, 2), file("e"))), "not-now");
    line.act::<Document>("d1", release(SaidKind::Propose));
    assert_eq!(line.refused::<Document>("d1", sign(date(2026, 2, 1), file("e"))), "before-offer");
    assert_eq!(line.refused::<Document>("d1", sign(date(2026, 2, 3), file("e"))), "in-the-future");
    assert_eq!(line.refused::<Document>("d1", sign(date(2026, 2, 2), file("z"))), "no-digest");
    line.act::<Document>("d1", sign(date(2026, 2, 2), file("e")));
    let state = line.state::<Document>("d1");
    assert_eq!((status(&line, "d1"), &state.paper[0].side), ("signed-on-paper", &side("n")));
    assert_eq!(line.refused::<Document>("d1", sign(date(2026, 2, 2), file("e"))), "not-now");
    proposed(&mut line, "d2");
    line.act::<Document>("d2", hear(SaidKind::Sign, 0));
    assert_eq!(line.refused::<Document>("d2", sign(date(2026, 2, 2), file("e"))), "said-before");
}

#[test]
fn a_supplement_adds_to_a_document_that_binds() {
    let mut line = Rehearsal::new();
    let adds = |supplements| Draft { supplements, ..draft(DocumentKind::Supplement) };
    assert_eq!(line.refused::<Document>("d2", adds(None).into()), "not-a-supplement");
    let other = Draft { supplements: Some("d1"), ..draft(DocumentKind::Minutes) };
    assert_eq!(line.refused::<Document>("d2", other.into()), "not-a-supplement");
    proposed(&mut line, "d1");
    assert_eq!(line.refused::<Document>("d2", adds(Some("d1")).into()), "not-bound");
    line.act::<Document>("d1", stand(Standing::Bound));
    line.act::<Document>("d2", adds(Some("d1")).into());
    assert!(line.header::<Document>("d2").links.contains(&Link { role: "supplements", to: id("d1") }));
    line.act::<Document>("d1", stand(Standing::Terminated));
    assert_eq!(line.refused::<Document>("d2", release(SaidKind::Propose)), "not-bound");
}

#[test]
fn a_document_stands_in_place_of_one_that_binds() {
    let mut line = Rehearsal::new();
    let replaces = || Draft { supersedes: Some("d1"), ..draft(DocumentKind::Minutes) };
    assert_eq!(line.refused::<Document>("d2", replaces().into()), "not-bound");
    bound(&mut line, "d1");
    let one_sided = Draft { supersedes: Some("d1"), ..draft(DocumentKind::Letter) };
    assert_eq!(line.refused::<Document>("d2", one_sided.into()), "not-a-supplement");
    line.act::<Document>("d2", replaces().into());
    line.act::<Document>("d2", release(SaidKind::Propose));
    assert!(line.header::<Document>("d2").links.contains(&Link { role: "supersedes", to: id("d1") }));
}
