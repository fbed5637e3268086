//! Drafts that go to and fro between two posts until one side offers what both have agreed on.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::ActError;
use desk::document::DocumentError;
use domain::RecordId;
use domain::contact::document::{Change, Content, SaidKind};
use jiff::ToSpan;
use journal::verify;
use serde_json::{Value, json};
use testkit::pair::{Half, carry, met};

fn only_document(half: &Half) -> RecordId {
    let [record] = half.documents().try_into().unwrap();
    record
}

fn words(half: &Half, record: &RecordId) -> Vec<String> {
    half.state(record).content.texts.into_iter().map(|text| text.text).collect()
}

fn turn(half: &Half, record: &RecordId) -> Option<String> {
    half.post.desk.record(&half.head, "document", record.as_str()).unwrap().row.turn
}

/// Whether a draft of the other side can be compared now; what is offered is what is shown.
fn compares(half: &Half, record: &RecordId) -> bool {
    let is_offered = half.post.desk.paper(&half.head, record).unwrap().may_compare;
    assert_eq!(half.post.desk.compare(&half.head, record, None).is_ok(), is_offered);
    is_offered
}

fn reason(error: DocumentError) -> String {
    match error {
        DocumentError::Act(ActError::Refused(refused)) => refused.reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_stations_draft_in_turn_agree_and_sign_one_paper() {
    let [vn, cn] = met(61);
    let here = vn.draft("minutes", "Minutes", "The path.\n\nThe well.\n\nThe bridge.", &Value::Null);
    vn.share(&here, &cn.name);
    assert_eq!((vn.stage(&here), turn(&vn, &here).as_deref()), ("draft", Some("cn")));
    carry(&vn, &cn);
    let there = only_document(&cn);
    assert_eq!((cn.stage(&there), turn(&cn, &there).as_deref()), ("draft", Some("cn")));
    let paper = cn.post.desk.paper(&cn.head, &there).unwrap();
    assert_eq!(paper.shown.texts[0].paragraphs, ["The path.", "The well.", "The bridge."], "the words are read before");
    cn.take_over(&there);
    cn.rewrite(&there, "The path.\n\nThe well is cleaned.\n\nThe bridge, by June.");
    cn.share(&there, &vn.name);
    vn.rewrite(&here, "The path is cleared.\n\nThe well.\n\nThe bridge, by May.");
    carry(&vn, &cn);

    assert!(compares(&vn, &here));
    let compared = vn.post.desk.compare(&vn.head, &here, None).unwrap();
    assert_eq!((compared.base.is_some(), compared.changed), (true, [2, 2]), "in two languages");
    assert!(compared.differing().any(|one| one.change == Change::Own));
    vn.take_over(&here);
    let merged = "The path is cleared.\n\nThe well is cleaned.\n\n[vn: The bridge, by May.] [cn: The bridge, by June.]";
    assert_eq!(words(&vn, &here), [merged, merged]);
    let refused = vn.try_release(&here, &cn.name, vn.in_two_weeks()).unwrap_err();
    assert_eq!(reason(refused), "open-alternatives");
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    cn.take_over(&there);
    assert_eq!(words(&cn, &there), [merged, merged], "both have the same open question before them");
    cn.rewrite(&there, "The path is cleared.\n\nThe well is cleaned.\n\nThe bridge, by the end of May.");
    cn.release(&there, &vn.name, cn.in_two_weeks());
    carry(&vn, &cn);

    assert_eq!((vn.stage(&here), cn.stage(&there)), ("proposed", "proposed"));
    assert_eq!((compares(&vn, &here), compares(&cn, &there)), (true, false), "the offer is laid beside the own words");
    assert_eq!(turn(&vn, &here).as_deref(), Some("vn"));
    vn.say(&here, SaidKind::Sign, "");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&here), cn.stage(&there)), ("bound", "bound"));
    assert_eq!((compares(&vn, &here), compares(&cn, &there)), (false, false));
    assert_eq!((vn.documents().len(), cn.documents().len()), (1, 1), "it was one paper all the time");
    let bytes = vn.post.desk.bundle(&vn.head, &here).unwrap();
    let verdict = verify(&bytes, &[vn.fingerprint, cn.fingerprint]).unwrap();
    assert_eq!(verdict.standing, "bound");
    assert!(!bytes.windows(8).any(|some| some == b"by June."), "drafts are nobody else's business");
}

#[test]
fn an_offer_while_a_draft_is_on_its_way_leaves_one_paper_and_the_draft_beside_it() {
    let [vn, cn] = met(63);
    let here = vn.draft("minutes", "Minutes", "One.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    cn.take_over(&there);
    cn.rewrite(&there, "Two.");
    cn.share(&there, &vn.name);
    vn.release(&here, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    assert_eq!((vn.stage(&here), cn.stage(&there)), ("proposed", "proposed"));
    assert_eq!((vn.documents().len(), cn.documents().len()), (1, 1));
    assert_eq!(
        (compares(&vn, &here), compares(&cn, &there)),
        (true, true),
        "what came after the offer is read beside it, and the offer beside the own words"
    );
    let compared = vn.post.desk.compare(&vn.head, &here, None).unwrap();
    assert!(!compared.may_take_over, "what is offered is not drafted any more");
    let own = compared.differing().find(|one| !one.own.is_empty() || !one.other.is_empty()).unwrap();
    assert_eq!((own.own.as_str(), own.other.as_str()), ("One.", "Two."));
    cn.say(&there, SaidKind::Sign, "");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&here), cn.stage(&there)), ("bound", "bound"));
    assert!(!compares(&vn, &here), "what binds is not compared with a draft any more");
    let refused = vn.post.desk.compare(&vn.head, &here, Some(&compared.draft.document)).unwrap_err();
    assert_eq!(reason(refused), "not-now");
}

#[test]
fn two_offers_of_what_both_drafted_cross_and_neither_binds() {
    let [vn, cn] = met(65);
    let here = vn.draft("minutes", "Minutes", "One.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    cn.take_over(&there);
    cn.rewrite(&there, "Two.");
    cn.release(&there, &vn.name, cn.in_two_weeks());
    vn.release(&here, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    for half in [&vn, &cn] {
        let stages: Vec<_> = half.documents().iter().map(|record| half.stage(record)).collect();
        assert_eq!(stages, ["crossed", "crossed"]);
    }
}

#[test]
fn a_second_draft_that_comes_before_the_first_was_taken_over_is_taken_over_as_it_is() {
    let [vn, cn] = met(71);
    let here = vn.draft("minutes", "Minuets", "One.\n\nTwo.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    let mut content = vn.content("Minutes", "One.\n\nTwo.");
    content["texts"].as_array_mut().unwrap().pop();
    content["facts"] = json!([]);
    vn.act("document", Some(here.as_str()), json!({ "command": "amend", "content": content }));
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    assert_eq!(cn.state(&there).content.title().pick("vi").1, "Minutes", "lists show what the other side says now");
    let compared = cn.post.desk.compare(&cn.head, &there, None).unwrap();
    assert_eq!((compared.changed[1], compared.comparison.merged.texts.len()), (0, 1));
    cn.take_over(&there);
    let unsigned = |half: &Half, record| Content { signers: Vec::new(), ..half.state(record).content };
    assert_eq!(unsigned(&cn, &there), unsigned(&vn, &here));
}

#[test]
fn what_the_other_side_took_away_is_told_before_it_goes() {
    let [vn, cn] = met(73);
    let here = vn.draft("minutes", "Minutes", "One.\n\nTwo.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    cn.take_over(&there);
    let mut content = cn.content("Minutes", "One.");
    content["facts"] = json!([]);
    cn.act("document", Some(there.as_str()), json!({ "command": "amend", "content": content }));
    cn.share(&there, &vn.name);
    let mut content = vn.content("Minutes", "One.\n\nTwo.");
    content["texts"][0]["text"] = json!("One.\n\nTwo!");
    vn.act("document", Some(here.as_str()), json!({ "command": "amend", "content": content }));
    carry(&vn, &cn);
    let compared = vn.post.desk.compare(&vn.head, &here, None).unwrap();
    assert_eq!(compared.changed, [1, 2], "a fact is away, and a paragraph in two languages is open");
    vn.take_over(&here);
    assert_eq!(words(&vn, &here), ["One.\n\n[vn: Two!] [cn: —]", "One.\n\n[vn: Two.] [cn: —]"]);
    assert!(vn.state(&here).content.facts.is_empty());
}

#[test]
fn a_draft_leaves_only_as_it_was_shown_and_by_who_may() {
    let [vn, cn] = met(67);
    let letter = vn.draft("letter", "Letter", "Words.", &json!({ "matters": [] }));
    assert_eq!(
        reason(vn.try_share(&letter, &cn.name).unwrap_err()),
        "not-now",
        "a letter is sent, not drafted by both"
    );
    let minutes = vn.draft("minutes", "Minutes", "One.", &Value::Null);
    assert!(matches!(vn.post.desk.compare(&vn.head, &minutes, None).unwrap_err(), DocumentError::NoDraft));
    let preview = vn.post.desk.preview_release(&vn.head, &minutes).unwrap();
    vn.rewrite(&minutes, "Two.");
    let order = desk::document::ShareOrder {
        act: vn.post.desk.fresh_act(),
        record: minutes.clone(),
        version: vn.version_of(&minutes),
        seen: desk::keys::ungrouped(&preview.seen).unwrap(),
        post: cn.name.clone(),
    };
    let pin = desk::keys::Passphrase::new("ten or more letters");
    let error = vn.post.desk.share(&vn.head, &pin, &order).unwrap_err();
    assert!(matches!(error, DocumentError::NotAsShown), "{error:?}");
    assert!(vn.state(&minutes).rounds.is_empty());
    vn.share(&minutes, &cn.name);
    let before = vn.version_of(&minutes);
    let preview = vn.post.desk.preview_release(&vn.head, &minutes).unwrap();
    let order = desk::document::ShareOrder {
        act: vn.post.desk.fresh_act(),
        version: before,
        seen: desk::keys::ungrouped(&preview.seen).unwrap(),
        ..order
    };
    vn.post.desk.share(&vn.head, &pin, &order).unwrap();
    assert!(vn.post.desk.share(&vn.head, &pin, &order).unwrap().repeated, "asked twice, done once");
    assert_eq!(vn.state(&minutes).rounds.len(), 2);
}

#[test]
fn a_draft_that_was_given_up_begins_anew_and_a_flood_of_drafts_ends_at_a_bound() {
    let [vn, cn] = met(69);
    let here = vn.draft("minutes", "Minutes", "One.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    cn.act("document", Some(there.as_str()), json!({ "command": "give-up", "reason": "not our matter" }));
    vn.rewrite(&here, "Two.");
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    assert_eq!((cn.documents().len(), cn.stage(&there)), (2, "given-up"));
    for number in 0..61 {
        vn.rewrite(&here, &format!("Version {number}."));
        vn.share(&here, &cn.name);
        vn.wait(1.minutes());
    }
    vn.rewrite(&here, "The last.");
    vn.share(&here, &cn.name);
    vn.rewrite(&here, "One too many.");
    assert_eq!(reason(vn.try_share(&here, &cn.name).unwrap_err()), "too-many-drafts");
    let preview = vn.post.desk.preview_release(&vn.head, &here).unwrap();
    assert_eq!((preview.against, preview.against_sharing.unwrap().reason.as_str()), (None, "too-many-drafts"));
    vn.release(&here, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let stages: Vec<_> = cn.documents().iter().map(|record| cn.stage(record)).collect();
    assert!(stages.contains(&"proposed"), "the offer comes all the same: {stages:?}");
}

#[test]
fn the_other_sides_offer_is_laid_beside_what_was_written_here_before_anybody_signs() {
    let [vn, cn] = met(69);
    let here = vn.draft("minutes", "Minutes", "The path.\n\nThe well.", &Value::Null);
    vn.share(&here, &cn.name);
    carry(&vn, &cn);
    let there = only_document(&cn);
    cn.take_over(&there);
    cn.rewrite(&there, "The path.\n\nThe well is cleaned.");
    cn.release(&there, &vn.name, cn.in_two_weeks());
    vn.rewrite(&here, "The path is cleared.\n\nThe well.");
    carry(&vn, &cn);
    assert_eq!(vn.stage(&here), "proposed");
    assert!(compares(&vn, &here));
    let compared = vn.post.desk.compare(&vn.head, &here, None).unwrap();
    assert_eq!(Some(compared.draft.document.clone()), vn.state(&here).document);
    assert!(compared.base.is_some() && !compared.may_take_over);
    let changes: Vec<Change> = compared.differing().map(|one| one.change).collect();
    assert_eq!(changes, [Change::Own, Change::Own, Change::Other, Change::Other], "each in two languages");
    vn.say(&here, SaidKind::Sign, "");
    carry(&vn, &cn);
    assert_eq!(vn.stage(&here), "bound");
    assert!(!compares(&vn, &here), "it is agreed");
    assert!(!compares(&cn, &there));
}
