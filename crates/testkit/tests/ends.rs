//! The end of a post's keys at its neighbour, and what comes after: nothing more is taken from the old keys, what they
//! sealed before is proven on both sides, and new keys go on.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::keys::{By, KeyError, Request, end_of_post};
use desk::road::PeerError;
use domain::contact::document::SaidKind;
use jiff::ToSpan;
use journal::verify;
use serde_json::json;
use testkit::pair::{Half, Root, carry, met_with_root, try_introduce};

/// How a stranger finds a paper, by the bundle of one half.
fn verdict(half: &Half, other: &Half, record: &domain::RecordId) -> String {
    let bytes = half.post.desk.bundle(&half.head, record).unwrap();
    verify(&bytes, &[half.fingerprint, other.fingerprint]).unwrap().standing.to_owned()
}

/// Minutes that both have signed: the record here and there.
fn bound(one: &Half, other: &Half, title: &str) -> [domain::RecordId; 2] {
    let here = one.draft("minutes", title, "A path.", &json!({}));
    one.release(&here, &other.name, one.in_two_weeks());
    carry(one, other);
    let there = other.twin(one, &here);
    other.say(&there, SaidKind::Sign, "");
    carry(one, other);
    assert_eq!((one.stage(&here), other.stage(&there)), ("bound", "bound"));
    [here, there]
}

fn end_of(half: &Half, root: &Root) -> Request {
    let now_ms = half.post.desk.now().as_millisecond().unsigned_abs();
    root.sign(end_of_post(&half.certificate, "the folder was copied", now_ms).unwrap())
}

fn frozen(half: &Half, name: &str) -> Option<String> {
    let views = half.post.desk.peer_views().unwrap();
    views.into_iter().find(|view| view.post == name).unwrap().frozen
}

#[test]
fn a_post_that_was_ended_by_its_root_is_heard_no_more_and_its_successor_goes_on() {
    let ([vn, cn], root) = met_with_root(601);
    let [old_here, old_there] = bound(&vn, &cn, "Before");
    let thief = vn.copied(17);
    let (name, by) = (vn.name.to_string(), By::Console);

    // By telephone, until the root has signed.
    let forged = thief.draft("letter", "Forged", "Words.", &json!({ "matters": [] }));
    thief.release(&forged, &cn.name, None);
    cn.post.desk.end_peer(by, &name, "their station telephoned").unwrap();
    assert_eq!(frozen(&cn, &name).as_deref(), Some("ended"));
    assert_eq!(cn.take_in(&thief.pack(&cn)).unwrap_err().code(), "frozen");
    assert!(matches!(cn.post.desk.end_peer(by, "vn.nobody", "why"), Err(PeerError::NoPeer(_))));

    // By the root: not before it has signed, and only about the keys that are known.
    let now_ms = vn.post.desk.now().as_millisecond().unsigned_abs();
    let unsigned = end_of_post(&vn.certificate, "the folder was copied", now_ms).unwrap();
    assert!(matches!(cn.post.desk.take_in_end(by, &name, &unsigned), Err(PeerError::Unproven(_))));
    assert!(matches!(cn.post.desk.take_in_end(by, &name, &vn.certificate), Err(PeerError::Key(KeyError::NoPaper))));
    assert_eq!(frozen(&cn, &name).as_deref(), Some("ended"), "what was refused changed nothing");
    let end = end_of(&vn, &root);
    assert_eq!(cn.post.desk.take_in_end(by, &name, &end).unwrap().reason, "the folder was copied");
    assert_eq!(frozen(&cn, &name).as_deref(), Some("revoked"));
    assert_eq!(cn.take_in(&thief.pack(&cn)).unwrap_err().code(), "frozen");
    let again = try_introduce(&thief, &cn).unwrap_err();
    assert!(matches!(again, PeerError::Revoked(_)), "{again}");
    let side = cn.post.desk.record(&cn.post.keeper, "side", "vn").unwrap().row.state;
    assert_eq!(side["peers"][0]["ended"], "the folder was copied");

    // The post itself goes on under new keys and another name.
    vn.post.desk.install(&end, None).unwrap();
    assert!(matches!(vn.post.desk.back_up_keys(), Err(KeyError::Ended)));
    let vn = vn.with_new_keys("laocai-2", &root);
    assert_eq!(vn.name.to_string(), "vn.laocai-2");
    try_introduce(&vn, &cn).unwrap();
    assert!(matches!(cn.post.desk.take_in_end(by, "vn.laocai-2", &end), Err(PeerError::OtherKeys(_))));
    let [new_here, new_there] = bound(&vn, &cn, "After");
    let [view] = vn.post.desk.courier_overview().unwrap().try_into().unwrap();
    assert_eq!((view.queued, view.sent, view.received), (0, 0, 2), "the key of the officer and the offer");
    for (here, there) in [(&old_here, &old_there), (&new_here, &new_there)] {
        assert_eq!((verdict(&vn, &cn, here), verdict(&cn, &vn, there)), ("bound".to_owned(), "bound".to_owned()));
    }

    // Whoever forgets the old post does not meet it again by the old keys.
    cn.post.desk.forget(by, &name).unwrap();
    assert!(matches!(try_introduce(&thief, &cn), Err(PeerError::Revoked(_))));
}

#[test]
fn keys_that_are_replaced_in_good_order_go_on_in_the_same_logs() {
    let ([vn, cn], root) = met_with_root(621);
    let [old_here, old_there] = bound(&vn, &cn, "Before");
    vn.wait(1.hours());
    cn.wait(1.hours());
    // Something is under way for which no receipt has come yet.
    let letter = vn.draft("letter", "Under way", "Words.", &json!({ "matters": [] }));
    vn.release(&letter, &cn.name, None);
    cn.take_in(&vn.pack(&cn)).unwrap();
    let vn = vn.with_new_keys("laocai", &root);
    let old_keys = cn.pack(&vn);
    assert_eq!(vn.take_in(&old_keys).unwrap_err().code(), "unsealed", "its receipt is for the keys of before");
    try_introduce(&vn, &cn).unwrap();
    // Neither has anything new to say, and both understand the other's receipts.
    carry(&vn, &cn);
    let [new_here, new_there] = bound(&vn, &cn, "After");
    assert_eq!((verdict(&vn, &cn, &new_here), verdict(&cn, &vn, &new_there)), ("bound".to_owned(), "bound".to_owned()));
    // Forgetting and meeting again loses nothing of it.
    cn.post.desk.forget(By::Console, &vn.name.to_string()).unwrap();
    try_introduce(&vn, &cn).unwrap();
    // What was sealed under the keys of before is proven by those, on both sides.
    assert_eq!((verdict(&vn, &cn, &old_here), verdict(&cn, &vn, &old_there)), ("bound".to_owned(), "bound".to_owned()));
}
