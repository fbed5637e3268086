//! Drafts that go to and fro before one is offered.

use super::*;

fn series() -> String {
    "b".repeat(32)
}

fn share(digit: &str, place: u64, parents: &[&str]) -> DocumentCommand {
    DocumentCommand::Share {
        document: digit.repeat(64),
        series: series(),
        revision: 1,
        post: "n.one".into(),
        parents: parents.iter().map(|digit| digit.repeat(64)).collect(),
        statement: said("v", SaidKind::Draft, place),
    }
}

fn came(digit: &str, place: u64, parents: &[&str]) -> DocumentCommand {
    DocumentCommand::TakeInDraft {
        kind: DocumentKind::Minutes,
        counterpart: CounterpartId(id("vs1-nt1")),
        content: content(),
        document: digit.repeat(64),
        series: series(),
        revision: 1,
        post: "n.one".into(),
        supersedes: None,
        supplements: None,
        parents: parents.iter().map(|digit| digit.repeat(64)).collect(),
        statement: said("n", SaidKind::Draft, place),
    }
}

fn round(digit: &str) -> Round {
    Round { side: side("n"), document: digit.repeat(64), parents: vec![], taken: false }
}

fn offer(digit: &str, place: u64) -> DocumentCommand {
    let DocumentCommand::Arrive { kind, counterpart, content, post, statement, .. } =
        arrive(DocumentKind::Minutes, None)
    else {
        unreachable!()
    };
    DocumentCommand::Arrive {
        kind,
        counterpart,
        content,
        document: digit.repeat(64),
        series: Some(series()),
        revision: Some(1),
        post,
        answers: None,
        supersedes: None,
        supplements: None,
        statement: Utterance { place, ..statement },
    }
}

fn take_over(digit: &str) -> DocumentCommand {
    let mut content = content();
    content.texts[0].text = "một\n\nba".into();
    DocumentCommand::TakeOver { document: digit.repeat(64), content }
}

#[test]
fn drafts_go_to_and_fro_and_either_side_may_offer() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", minutes());
    assert_eq!(line.header::<Document>("m1").turn, None);
    line.act::<Document>("m1", share("1", 0, &[]));
    assert_eq!((status(&line, "m1"), line.header::<Document>("m1").turn), ("draft", Some(side("n"))));
    line.act::<Document>("m1", came("2", 0, &["1"]));
    assert_eq!(line.header::<Document>("m1").turn, Some(side("v")));
    let state = line.state::<Document>("m1");
    assert_eq!(state.parents(), ["1".repeat(64)], "what came is not yet in the own text");
    assert_eq!(state.common_before(&"2".repeat(64)).unwrap().document, "1".repeat(64));
    assert!(state.may_compare().is_ok());
    line.act::<Document>("m1", take_over("2"));
    let state = line.state::<Document>("m1");
    assert_eq!(state.parents(), ["2".repeat(64)]);
    assert_eq!(state.common_before(&"2".repeat(64)).unwrap().document, "2".repeat(64));
    line.act::<Document>("m1", offer("3", 1));
    assert_eq!((status(&line, "m1"), line.state::<Document>("m1").is_own()), ("proposed", false));
    let state = line.state::<Document>("m1");
    assert!(state.may_compare().is_ok(), "the offer is laid beside what was written here");
    assert_eq!((state.offer_of_other(), state.own_text.is_some()), (state.document.as_deref(), true));
    line.act::<Document>("m1", say(SaidKind::Sign));
}

#[test]
fn what_the_other_side_began_is_taken_over_amended_and_offered_by_the_own_side() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", came("1", 0, &[]));
    assert_eq!((status(&line, "m1"), line.header::<Document>("m1").turn), ("draft", Some(side("v"))));
    assert_eq!(line.refused::<Document>("m1", release(SaidKind::Propose)), "empty-text");
    line.act::<Document>("m1", take_over("1"));
    assert_eq!(line.refused::<Document>("m1", release(SaidKind::Propose)), "no-matter");
    let matters = Some(vec![MatterId(id("upkeep"))]);
    line.act::<Document>("m1", DocumentCommand::Amend { content: content(), matters });
    line.act::<Document>("m1", share("2", 0, &["1"]));
    line.act::<Document>("m1", release(SaidKind::Propose));
    assert_eq!((status(&line, "m1"), line.state::<Document>("m1").is_own()), ("proposed", true));
}

fn titled(title: &str, mut command: DocumentCommand) -> DocumentCommand {
    if let DocumentCommand::TakeInDraft { content, .. } = &mut command {
        content.texts.truncate(1);
        content.texts[0].title = title.into();
    }
    command
}

#[test]
fn until_own_words_stand_here_lists_show_the_latest_titles_of_the_other_side() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", came("1", 0, &[]));
    line.act::<Document>("m1", titled("Corrected", came("2", 1, &["1"])));
    let of = |line: &Rehearsal| line.state::<Document>("m1").content.texts;
    assert_eq!(of(&line), [TextIn { language: "vi".into(), title: "Corrected".into(), text: String::new() }]);
    line.act::<Document>("m1", take_over("2"));
    line.act::<Document>("m1", titled("Other words", came("3", 2, &["2"])));
    assert_eq!(of(&line).len(), 2, "own words stay until the next draft is taken over");
    assert!(of(&line).iter().all(|text| text.title != "Other words"));
}

#[test]
fn a_further_draft_that_was_stored_without_titles_is_read() {
    let fact = DocumentFact::DraftHeard { content: None, round: round("2"), statement: said("n", SaidKind::Draft, 1) };
    let mut stored = serde_json::to_value(&fact).unwrap();
    stored.as_object_mut().unwrap().remove("content");
    let read: DocumentFact = serde_json::from_value(stored).unwrap();
    assert!(matches!(read, DocumentFact::DraftHeard { content: None, .. }));
}

#[test]
fn each_side_gives_so_many_drafts_and_the_other_is_not_kept_from_its_own() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", minutes());
    line.act::<Document>("m1", share("a", 0, &[]));
    let numbered = |number: u64, command: DocumentCommand| match command {
        DocumentCommand::TakeInDraft {
            kind,
            counterpart,
            content,
            series,
            revision,
            post,
            supersedes,
            supplements,
            parents,
            statement,
            ..
        } => DocumentCommand::TakeInDraft {
            kind,
            counterpart,
            content,
            document: format!("{number:064x}"),
            series,
            revision,
            post,
            supersedes,
            supplements,
            parents,
            statement,
        },
        DocumentCommand::Share { series, revision, post, parents, statement, .. } => {
            DocumentCommand::Share { document: format!("{number:064x}"), series, revision, post, parents, statement }
        }
        other => other,
    };
    for number in 0..64 {
        line.act::<Document>("m1", numbered(number, came("1", number, &[])));
    }
    assert_eq!(line.refused::<Document>("m1", numbered(64, came("1", 64, &[]))), "too-many-drafts");
    for number in 1..64 {
        line.act::<Document>("m1", numbered(100 + number, share("1", number, &[])));
    }
    assert_eq!(line.refused::<Document>("m1", share("1", 64, &[])), "too-many-drafts");
    line.act::<Document>("m1", release(SaidKind::Propose));
}

#[test]
fn a_draft_has_one_place_and_one_side_and_binds_nobody() {
    let mut line = Rehearsal::new();
    line.act::<Document>("l1", letter());
    assert_eq!(line.refused::<Document>("l1", share("1", 0, &[])), "not-now");
    line.act::<Document>("m1", minutes());
    assert_eq!(line.refused::<Document>("m1", came("1", 0, &[])), "no-place-in-series");
    line.act::<Document>("m1", share("1", 0, &[]));
    assert_eq!(line.refused::<Document>("m1", take_over("1")), "no-such-draft");
    let elsewhere = |command: DocumentCommand| match command {
        DocumentCommand::Share { document, revision, post, parents, statement, .. } => {
            DocumentCommand::Share { series: "c".repeat(32), document, revision, post, parents, statement }
        }
        other => other,
    };
    assert_eq!(line.refused::<Document>("m1", elsewhere(share("2", 1, &[]))), "no-place-in-series");
    assert_eq!(line.refused::<Document>("m1", share("2", 0, &[])), "heard-before");
    assert_eq!(line.refused::<Document>("m1", say(SaidKind::Draft)), "not-this-statement");
    let DocumentCommand::TakeInDraft { document, statement, .. } = came("9", 9, &[]) else { unreachable!() };
    let shared = DocumentCommand::Share {
        document,
        series: series(),
        revision: 1,
        post: "n.one".into(),
        parents: vec![],
        statement,
    };
    assert_eq!(line.refused::<Document>("m1", shared), "not-their-word");
    line.act::<Document>("m1", release(SaidKind::Propose));
    assert_eq!(line.refused::<Document>("m1", share("2", 2, &[])), "not-now");
    line.act::<Document>("m1", came("4", 4, &[]));
    assert_eq!(status(&line, "m1"), "proposed", "a late draft changes nothing");
    let compares = |line: &Rehearsal| line.state::<Document>("m1").may_compare().is_ok();
    assert!(compares(&line), "it can be read beside the offer");
    let stands = |standing| DocumentCommand::Stand { standing, until: None };
    for (standing, may) in [(Standing::Refused, true), (Standing::Signed, false), (Standing::Bound, false)] {
        line.act::<Document>("m1", stands(standing));
        assert_eq!(compares(&line), may, "{standing:?}");
    }
    line.act::<Document>("m1", stands(Standing::Proposed));
    assert_eq!(line.refused::<Document>("m1", offer("5", 5)), "not-now");
}

#[test]
fn a_draft_with_words_in_brackets_may_cross_and_may_not_be_offered() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", minutes());
    let mut open = content();
    open.texts[0].text = "[v: một] [n: hai]\n\nhai".into();
    line.act::<Document>("m1", DocumentCommand::Amend { content: open, matters: None });
    line.act::<Document>("m1", share("1", 0, &[]));
    assert_eq!(line.refused::<Document>("m1", release(SaidKind::Propose)), "open-alternatives");
    let place = Content { place: Some("[v: Gate] [n: Bridge]".into()), ..content() };
    line.act::<Document>("m1", DocumentCommand::Amend { content: place, matters: None });
    line.act::<Document>("m1", share("2", 1, &["1"]));
    assert_eq!(line.refused::<Document>("m1", release(SaidKind::Propose)), "open-alternatives");
}

#[test]
fn drafts_that_began_apart_have_nothing_in_common_and_go_on_together() {
    let mut line = Rehearsal::new();
    line.act::<Document>("m1", minutes());
    line.act::<Document>("m1", share("1", 0, &[]));
    line.act::<Document>("m1", came("2", 0, &[]));
    assert!(line.state::<Document>("m1").common_before(&"2".repeat(64)).is_none());
    line.act::<Document>("m1", take_over("2"));
    assert_eq!(line.state::<Document>("m1").parents().len(), 2);
}
