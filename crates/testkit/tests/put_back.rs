//! A folder that is put back from an old copy, moved or copied never makes its post seal a second history: it asks its
//! neighbour what he holds, gets back what it had said, and goes on there.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::courier::{CourierError, Line, Resumption};
use desk::document::DocumentError;
use desk::keys::By;
use domain::contact::document::SaidKind;
use journal::Pouch;
use serde_json::json;
use testkit::pair::{Half, carry, met};

const HERE: &str = "the old computer";
const THERE: &str = "the new computer";

fn letter(half: &Half, other: &Half, title: &str) -> domain::RecordId {
    let letter = half.draft("letter", title, &format!("{title}."), &json!({ "matters": [] }));
    half.release(&letter, &other.name, None);
    letter
}

fn no_release(half: &Half, other: &Half) -> &'static str {
    let draft = half.draft("letter", "Later", "Later.", &json!({ "matters": [] }));
    match half.try_release(&draft, &other.name, None).unwrap_err() {
        DocumentError::Courier(error) => error.code(),
        other => panic!("{other:?}"),
    }
}

fn resume(half: &Half, how: Resumption) {
    half.post.desk.resume(By::Console, THERE, how).unwrap();
}

/// What a pouch has that the post would hand to the other one now.
fn packed(half: &Half, other: &Half, line: Line) -> Pouch {
    Pouch::unpack(&half.post.desk.pack_for(&half.sealer(), &other.name, line).unwrap()).unwrap()
}

fn titles(half: &Half) -> Vec<(String, &'static str)> {
    let documents = half.documents().into_iter().map(|record| half.state(&record));
    let mut all: Vec<_> =
        documents.map(|state| (state.content.title().pick("vi").1.to_owned(), state.stage.name())).collect();
    all.sort();
    all
}

/// Every entry that a neighbour holds stands here at the same place.
fn assert_one_history(half: &Half, other: &Half) {
    let ours = packed(half, other, Line::None);
    assert!(ours.ask.is_none(), "nothing is asked any more");
    let view = &other.post.desk.courier_overview().unwrap()[0];
    assert_eq!(view.frozen, None);
    assert_eq!(view.trouble, None);
}

#[test]
fn a_post_put_back_from_an_old_copy_gets_back_what_it_had_said_and_goes_on() {
    let [vn, cn] = met(501);
    vn.post.desk.sit(HERE).unwrap();
    let first = letter(&vn, &cn, "First");
    carry(&vn, &cn);
    let draft = vn.draft("letter", "Second", "Second.", &json!({ "matters": [] }));
    let old = vn.copied(7);
    // Then much happens: a letter, a paper of both, one of the other side, an answer.
    vn.release(&draft, &cn.name, None);
    let paper = vn.draft("minutes", "Minutes", "Both agree.", &json!({}));
    vn.release(&paper, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let other = cn.draft("minutes", "Further minutes", "Both agree.", &json!({}));
    cn.release(&other, &vn.name, cn.in_two_weeks());
    cn.say(&cn.twin(&vn, &paper), SaidKind::Sign, "");
    carry(&vn, &cn);
    vn.say(&vn.twin(&cn, &other), SaidKind::Sign, "With a reservation.");
    carry(&vn, &cn);
    let before = titles(&vn);
    assert_eq!(before.iter().filter(|(_, stage)| *stage == "bound").count(), 2, "{before:?}");

    // The computer breaks, and the copy is put back on another one.
    old.post.desk.sit(THERE).unwrap();
    assert_eq!(no_release(&old, &cn), "moved");
    let moved = old.post.desk.pack(&old.sealer(), &cn.name).unwrap_err();
    assert!(matches!(moved, CourierError::Moved), "{moved}");
    assert_eq!(old.take_in(&cn.pack(&old)).unwrap_err().code(), "moved");
    assert!(old.post.desk.seat_view().unwrap().moved.is_some());
    resume(&old, Resumption::PutBack);
    assert_eq!(no_release(&old, &cn), "unsure");
    assert_eq!(old.post.desk.seat_view().unwrap().unsure, [cn.name.to_string()]);
    carry(&old, &cn);
    assert_eq!(old.post.desk.seat_view().unwrap().unsure, Vec::<String>::new());
    let mut after = titles(&old);
    after.retain(|(title, _)| title != "Later");
    assert_eq!(after, before, "each document once, and as it stood");
    assert_eq!(old.state(&old.twin(&cn, &cn.twin(&vn, &draft))).content, vn.state(&draft).content);
    assert_eq!(old.stage(&first), vn.stage(&first));
    let proof = |half: &Half, record| half.post.desk.bundle(&half.head, record).unwrap();
    let twin = old.twin(&vn, &paper);
    let fingerprints = [vn.fingerprint, cn.fingerprint];
    for bytes in [proof(&vn, &paper), proof(&old, &twin)] {
        assert_eq!(journal::verify(&bytes, &fingerprints).unwrap().standing, "bound");
    }
    let next = letter(&old, &cn, "Next");
    carry(&old, &cn);
    assert_eq!(old.stage(&next), "received");
    cn.twin(&old, &next);
    assert_one_history(&old, &cn);
}

#[test]
fn a_folder_that_was_moved_as_it_stood_goes_on_at_once() {
    let [vn, cn] = met(511);
    vn.post.desk.sit(HERE).unwrap();
    letter(&vn, &cn, "First");
    let moved = vn.copied(7);
    moved.post.desk.sit(THERE).unwrap();
    moved.post.desk.sit(THERE).unwrap();
    assert_eq!(no_release(&moved, &cn), "moved");
    resume(&moved, Resumption::Moved);
    moved.post.desk.sit(THERE).unwrap();
    letter(&moved, &cn, "Second");
    carry(&moved, &cn);
    assert_eq!(cn.documents().len(), 2);
    // One that went back to where it was is no copy.
    let again = moved.copied(8);
    again.post.desk.sit("elsewhere").unwrap();
    assert_eq!(no_release(&again, &cn), "moved");
    again.post.desk.sit(THERE).unwrap();
    letter(&again, &cn, "Third");
}

#[test]
fn a_copy_that_nobody_noticed_asks_as_soon_as_a_receipt_says_more_than_it_knows() {
    let [vn, cn] = met(521);
    let old = vn.copied(7);
    letter(&vn, &cn, "First");
    carry(&vn, &cn);
    old.take_in(&cn.pack(&old)).unwrap();
    assert_eq!(no_release(&old, &cn), "unsure");
    assert_eq!(old.post.desk.courier_overview().unwrap()[0].frozen, None);
    carry(&old, &cn);
    assert_eq!(titles(&old).iter().filter(|(title, _)| title == "First").count(), 1);
    letter(&old, &cn, "Second");
    carry(&old, &cn);
    assert_one_history(&old, &cn);
}

#[test]
fn of_two_that_run_as_one_post_each_asks_before_it_says_anything_on_a_line() {
    let [vn, cn] = met(531);
    letter(&vn, &cn, "First");
    carry(&vn, &cn);
    let clone = vn.copied(7);
    letter(&vn, &cn, "By the one");
    let unseen = letter(&clone, &cn, "By the other");
    assert_eq!(clone.stage(&unseen), "queued");
    // Neither shows anything before it has asked.
    for half in [&vn, &clone] {
        let asking = packed(half, &cn, Line::Opened);
        assert!(asking.run.is_none() && asking.ask.is_some());
    }
    let on_line = |half: &Half| -> bool {
        let asking = half.post.desk.pack_for(&half.sealer(), &cn.name, Line::Opened).unwrap();
        cn.take_in(&asking).unwrap();
        let taken = half.take_in(&cn.pack(half)).unwrap();
        if taken.confirmed {
            let telling = half.post.desk.pack_for(&half.sealer(), &cn.name, Line::Confirmed).unwrap();
            cn.take_in(&telling).unwrap();
        }
        taken.confirmed
    };
    assert!(on_line(&vn));
    assert!(!on_line(&clone), "the neighbour holds what is not here");
    assert_eq!(clone.stage(&unseen), "draft", "nobody has seen it");
    carry(&clone, &cn);
    assert_eq!(titles(&clone).iter().filter(|(title, _)| title == "By the one").count(), 1);
    clone.release(&unseen, &cn.name, None);
    assert!(on_line(&clone));
    assert_eq!(cn.documents().len(), 3);
    assert_one_history(&clone, &cn);
    let old_reply = cn.pack(&vn);
    assert!(!vn.take_in(&old_reply).unwrap().confirmed);
}

#[test]
fn a_reply_to_another_question_says_nothing() {
    let [vn, cn] = met(541);
    vn.post.desk.sit(HERE).unwrap();
    letter(&vn, &cn, "First");
    let old = vn.copied(7);
    letter(&vn, &cn, "Second");
    carry(&vn, &cn);
    old.post.desk.sit(THERE).unwrap();
    resume(&old, Resumption::PutBack);
    cn.take_in(&old.pack(&cn)).unwrap();
    let late = cn.pack(&old);
    resume(&old, Resumption::PutBack);
    assert_eq!(old.take_in(&late).unwrap().regained, 0);
    assert_eq!(no_release(&old, &cn), "unsure", "it was asked again since");
    carry(&old, &cn);
    assert_eq!(titles(&old).iter().filter(|(title, _)| title == "Second").count(), 1);
}

#[test]
fn what_was_packed_before_the_question_is_taken_in_no_more() {
    let [vn, cn] = met(561);
    vn.post.desk.sit(HERE).unwrap();
    letter(&vn, &cn, "First");
    carry(&vn, &cn);
    let old = vn.copied(7);
    // A pouch that somebody carries, and that is slow.
    letter(&vn, &cn, "Under way");
    let slow = vn.pack(&cn);
    old.post.desk.sit(THERE).unwrap();
    resume(&old, Resumption::PutBack);
    let question = old.pack(&cn);
    carry(&old, &cn);
    letter(&old, &cn, "After");
    carry(&old, &cn);
    // It comes, and so does the question once more.
    for late in [&slow, &question] {
        assert_eq!(cn.take_in(late).unwrap().entries, 0);
    }
    assert_eq!(titles(&cn).into_iter().map(|(title, _)| title).collect::<Vec<_>>(), ["After", "First"]);
    letter(&old, &cn, "Last");
    carry(&old, &cn);
    assert_eq!(cn.documents().len(), 3);
    assert_one_history(&old, &cn);
}

#[test]
fn where_both_histories_were_shown_nothing_is_exchanged_any_more() {
    let [vn, cn] = met(551);
    vn.post.desk.sit(HERE).unwrap();
    letter(&vn, &cn, "First");
    carry(&vn, &cn);
    let copy = vn.copied(7);
    letter(&vn, &cn, "By the one");
    carry(&vn, &cn);
    // Somebody says that the copy is the latest, which it is not, and carries a pouch away.
    copy.post.desk.sit(THERE).unwrap();
    resume(&copy, Resumption::Moved);
    letter(&copy, &cn, "By the other");
    copy.pack(&cn);
    resume(&copy, Resumption::PutBack);
    cn.take_in(&copy.pack(&cn)).unwrap();
    assert_eq!(copy.take_in(&cn.pack(&copy)).unwrap_err().code(), "not-ours");
    assert_eq!(no_release(&copy, &cn), "frozen");
}
