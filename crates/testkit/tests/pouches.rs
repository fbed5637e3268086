//! Papers that cross between two posts of two sides: given out, signed, refused, contested, carried by pouches that get
//! lost, come twice or late, and checked at the end by a stranger with two fingerprints.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::courier::CourierError;
use domain::contact::document::{SaidKind, Standing};
use jiff::ToSpan;
use journal::{Bundle, Said, Slot, verify};
use serde_json::{Value, json};
use testkit::pair::{Half, carry, met};

fn verdict(half: &Half, other: &Half, record: &domain::RecordId) -> String {
    let bytes = half.post.desk.bundle(&half.head, record).unwrap();
    verify(&bytes, &[half.fingerprint, other.fingerprint]).unwrap().standing.to_owned()
}

#[test]
fn minutes_are_signed_by_both_and_a_stranger_finds_the_same() {
    let [vn, cn] = met(1);
    let record = vn.draft("minutes", "Minutes of talks", "First point.\n\nSecond point.", &Value::Null);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    assert_eq!(vn.stage(&record), "proposed");
    carry(&vn, &cn);
    let twin = cn.twin(&vn, &record);
    assert_eq!(cn.stage(&twin), "proposed");
    assert_eq!(cn.state(&twin).content.title().pick("vi").1, "Minutes of talks");
    cn.say(&twin, SaidKind::Sign, "We reserve our view on the second point.");
    assert_eq!(cn.stage(&twin), "signed", "nobody else holds the signature yet");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&record), cn.stage(&twin)), ("bound", "bound"));
    let reservation = vn.state(&record).said.last().unwrap().words.clone();
    assert_eq!(reservation[0].text, "We reserve our view on the second point.");
    for (half, other, record) in [(&vn, &cn, &record), (&cn, &vn, &twin)] {
        assert_eq!(verdict(half, other, record), "bound");
    }
}

#[test]
fn a_letter_is_queued_sent_received_acknowledged_and_answered() {
    let [vn, cn] = met(11);
    let letter = vn.draft("letter", "Cattle", "Eleven head crossed at marker 101.", &json!({ "matters": [] }));
    vn.release(&letter, &cn.name, vn.in_two_weeks());
    assert_eq!(vn.stage(&letter), "queued");
    let pouch = vn.pack(&cn);
    assert_eq!(vn.stage(&letter), "sent");
    cn.take_in(&pouch).unwrap();
    let twin = cn.twin(&vn, &letter);
    assert_eq!(cn.stage(&twin), "arrived");
    vn.take_in(&cn.pack(&vn)).unwrap();
    assert_eq!(vn.stage(&letter), "received");
    cn.say(&twin, SaidKind::Acknowledge, "");
    carry(&vn, &cn);
    assert_eq!(vn.stage(&letter), "acknowledged");
    let answer = cn.draft("answer", "Cattle", "They are back.", &json!({ "matters": [], "answers": twin }));
    cn.release(&answer, &vn.name, None);
    carry(&vn, &cn);
    assert_eq!((vn.stage(&letter), cn.stage(&twin)), ("answered", "answered"));
    assert_eq!(verdict(&vn, &cn, &letter), "acknowledged");
}

#[test]
fn an_offer_is_refused_withdrawn_or_lapses_and_binds_nobody() {
    let [vn, cn] = met(21);
    let [refused, withdrawn, lapsed] = ["one", "two", "three"].map(|title| {
        let record = vn.draft("minutes", title, "Words.", &Value::Null);
        vn.release(&record, &cn.name, vn.in_two_weeks());
        record
    });
    carry(&vn, &cn);
    cn.say(&cn.twin(&vn, &refused), SaidKind::Refuse, "Point one was not talked about.");
    vn.say(&withdrawn, SaidKind::Withdraw, "");
    carry(&vn, &cn);
    cn.say(&cn.twin(&vn, &withdrawn), SaidKind::LetGo, "");
    carry(&vn, &cn);
    for half in [&vn, &cn] {
        half.wait((15 * 24).hours());
        assert_eq!(half.post.desk.lapse().unwrap(), 1);
    }
    let stages = |half: &Half, of: &dyn Fn(&domain::RecordId) -> domain::RecordId| {
        [&refused, &withdrawn, &lapsed].map(|record| half.stage(&of(record)))
    };
    assert_eq!(stages(&vn, &Clone::clone), ["refused", "withdrawn", "lapsed"]);
    assert_eq!(stages(&cn, &|record| cn.twin(&vn, record)), ["refused", "withdrawn", "lapsed"]);
    let late = cn.try_say(&cn.twin(&vn, &lapsed), SaidKind::Sign, "").unwrap_err();
    assert!(late.to_string().contains("refused"), "{late}");
}

#[test]
fn what_binds_is_contested_superseded_and_ended_by_both_only() {
    let [vn, cn] = met(31);
    let first = vn.draft("minutes", "First", "One path.", &Value::Null);
    vn.release(&first, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let first_there = cn.twin(&vn, &first);
    cn.say(&first_there, SaidKind::Sign, "");
    carry(&vn, &cn);
    cn.say(&first_there, SaidKind::Contest, "It was two paths.");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&first), cn.stage(&first_there)), ("contested", "contested"));
    assert_eq!(verdict(&vn, &cn, &first), "bound", "a contest undoes nothing");
    let second = cn.draft("minutes", "Second", "Two paths.", &json!({ "supersedes": first_there }));
    cn.release(&second, &vn.name, cn.in_two_weeks());
    carry(&vn, &cn);
    assert_eq!(vn.stage(&first), "contested", "the old words bind until the new ones do");
    let second_here = vn.twin(&cn, &second);
    vn.say(&second_here, SaidKind::Sign, "");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&first), cn.stage(&first_there)), ("superseded", "superseded"));
    assert_eq!((vn.stage(&second_here), cn.stage(&second)), ("bound", "bound"));
    vn.say(&second_here, SaidKind::Terminate, "");
    carry(&vn, &cn);
    assert_eq!(cn.stage(&second), "bound");
    cn.say(&second, SaidKind::Terminate, "");
    carry(&vn, &cn);
    assert_eq!((vn.stage(&second_here), cn.stage(&second)), ("terminated", "terminated"));
}

/// What a stranger finds in the bundle: how it stands, and what each side said, held by the other or not.
fn found(half: &Half, other: &Half, record: &domain::RecordId) -> (&'static str, Vec<String>) {
    let bytes = half.post.desk.bundle(&half.head, record).unwrap();
    let verdict = verify(&bytes, &[half.fingerprint, other.fingerprint]).unwrap();
    let told = |one: &journal::Utterance| {
        format!("{} {}{}", one.side, one.kind, if one.held.is_empty() { ", not held" } else { "" })
    };
    (verdict.standing, verdict.said.iter().map(told).collect())
}

fn course_of_minutes_that_bind(seed: u64, days_between: i64) {
    let [vn, cn] = met(seed);
    let record = vn.draft("minutes", "Minutes", "One path.", &Value::Null);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let twin = cn.twin(&vn, &record);
    cn.say(&twin, SaidKind::Sign, "");
    carry(&vn, &cn);
    let both_find = |standing: &str, said: &[&str]| {
        for (half, other, record) in [(&vn, &cn, &record), (&cn, &vn, &twin)] {
            let (found, told) = found(half, other, record);
            assert_eq!((found, told.iter().map(String::as_str).collect::<Vec<_>>()), (standing, said.to_vec()));
        }
    };
    let pass = || [&vn, &cn].iter().for_each(|half| half.wait((days_between * 24).hours()));
    both_find("bound", &["cn sign", "vn propose"]);
    pass();
    cn.say(&twin, SaidKind::Contest, "It was two paths.");
    let own = found(&cn, &vn, &twin);
    assert_eq!(own, ("bound", ["cn sign", "cn contest, not held", "vn propose"].map(str::to_owned).to_vec()));
    carry(&vn, &cn);
    both_find("bound", &["cn sign", "cn contest", "vn propose"]);
    pass();
    vn.say(&record, SaidKind::Terminate, "");
    carry(&vn, &cn);
    both_find("bound", &["cn sign", "cn contest", "vn propose", "vn terminate"]);
    pass();
    cn.say(&twin, SaidKind::Terminate, "");
    carry(&vn, &cn);
    both_find("terminated", &["cn sign", "cn contest", "cn terminate", "vn propose", "vn terminate"]);
    let bundle = Bundle::from_bytes(&vn.post.desk.bundle(&vn.head, &record).unwrap()).unwrap();
    let continued = bundle.logs.iter().filter(|log| log.consistency.is_some()).count();
    assert_eq!((bundle.logs.len(), continued), (5, 3), "each statement under the head that was held first");
}

#[test]
fn what_bound_is_shown_bound_and_ended_with_all_that_was_said_of_it() {
    course_of_minutes_that_bind(101, 0);
}

#[test]
fn what_bound_in_time_is_shown_bound_and_ended_long_after_the_time_to_sign_was_over() {
    course_of_minutes_that_bind(111, 15);
}

#[test]
fn what_was_signed_in_time_and_held_too_late_binds_nobody_whatever_is_said_after() {
    let [vn, cn] = met(121);
    let record = vn.draft("minutes", "Minutes", "One path.", &Value::Null);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let twin = cn.twin(&vn, &record);
    cn.say(&twin, SaidKind::Sign, "");
    for half in [&vn, &cn] {
        half.wait((15 * 24).hours());
    }
    carry(&vn, &cn);
    for (half, other, record) in [(&vn, &cn, &record), (&cn, &vn, &twin)] {
        assert_eq!(found(half, other, record), ("signed", ["cn sign", "vn propose"].map(str::to_owned).to_vec()));
    }
}

#[test]
fn pouches_that_come_twice_late_or_damaged_change_nothing_twice() {
    let [vn, cn] = met(41);
    let mut pouches = Vec::new();
    for number in 0..4 {
        let letter = vn.draft("letter", &format!("Letter {number}"), "Words.", &json!({ "matters": [] }));
        vn.release(&letter, &cn.name, None);
        pouches.push(vn.pack(&cn));
    }
    let count = |half: &Half| half.post.desk.courier_overview().unwrap()[0].came;
    assert_eq!(cn.take_in(&pouches[2]).unwrap().entries, 4, "the officer's key and three letters");
    for old in [0, 1, 2, 2] {
        let taken = cn.take_in(&pouches[old]).unwrap();
        assert_eq!((taken.entries, taken.openings), (0, 0));
    }
    let mut damaged = pouches[3].clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    assert!(cn.take_in(&damaged).is_err());
    assert!(cn.take_in(&pouches[3][..middle]).is_err());
    assert_eq!(count(&cn), 4);
    assert_eq!(cn.take_in(&pouches[3]).unwrap().entries, 1);
    assert!(matches!(vn.take_in(&pouches[3]), Err(CourierError::NotForUs(_))));
    carry(&vn, &cn);
    assert_eq!(vn.post.desk.courier_overview().unwrap()[0].received, 5);
}

#[test]
fn two_histories_are_kept_as_a_proof_and_end_the_exchange() {
    let [vn, cn] = met(61);
    let other_vn = vn.copied(8);
    for (half, title) in [(&vn, "One"), (&other_vn, "Two")] {
        let letter = half.draft("letter", title, "Words.", &json!({ "matters": [] }));
        half.release(&letter, &cn.name, None);
    }
    cn.take_in(&vn.pack(&cn)).unwrap();
    assert_eq!(cn.take_in(&other_vn.pack(&cn)).unwrap_err().code(), "fork");
    assert_eq!(cn.take_in(&vn.pack(&cn)).unwrap_err().code(), "frozen");
    let view = &cn.post.desk.courier_overview().unwrap()[0];
    assert_eq!(view.frozen.as_deref(), Some("fork"));
}

#[test]
fn the_end_of_an_officers_key_is_told_and_nothing_by_it_is_taken_in_after() {
    let [vn, cn] = met(71);
    let letter = vn.draft("letter", "One", "Words.", &json!({ "matters": [] }));
    vn.release(&letter, &cn.name, None);
    carry(&vn, &cn);
    // Somebody copies the post, and the key in the copy goes on signing.
    let stolen = vn.copied(9);
    vn.post.desk.end_officer_key(desk::keys::By::Console, &vn.head, "the computer was lost").unwrap();
    carry(&vn, &cn);
    assert_eq!(cn.post.desk.courier_overview().unwrap()[0].came, 3, "the key, the letter, the end of the key");
    let late = vn.draft("letter", "Two", "Words.", &json!({ "matters": [] }));
    assert!(vn.try_release(&late, &cn.name, None).is_err());
    let forged = stolen.draft("letter", "Three", "Words.", &json!({ "matters": [] }));
    stolen.release(&forged, &cn.name, None);
    assert_eq!(cn.take_in(&stolen.pack(&cn)).unwrap_err().code(), "fork");
}

#[test]
fn nothing_internal_leaves() {
    let [vn, cn] = met(81);
    let canary = "CANARY-7731";
    let record = vn.draft("minutes", "Minutes", "Words.", &json!({ "remark": canary }));
    vn.act("document", Some(record.as_str()), json!({ "command": "note", "remark": format!("{canary} again") }));
    let talks = json!({ "command": "note", "remark": canary });
    vn.act("document", Some(record.as_str()), talks);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    let mut leaving = vec![vn.pack(&cn)];
    cn.take_in(&leaving[0]).unwrap();
    cn.say(&cn.twin(&vn, &record), SaidKind::Refuse, "No.");
    vn.take_in(&cn.pack(&vn)).unwrap();
    leaving.push(vn.pack(&cn));
    leaving.push(vn.post.desk.bundle(&vn.head, &record).unwrap());
    let internal = [canary, record.as_str(), vn.head.as_str(), vn.relation, "law-publicity", "laocai-chief"];
    for (number, packed) in leaving.iter().enumerate() {
        let plain = zstd::stream::decode_all(packed.as_slice()).unwrap_or_else(|_| packed.clone());
        assert!(plain.windows(5).any(|part| part == b"Words") || number == 1, "the words themselves are there");
        for secret in internal {
            let found = plain.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!found, "{secret} stands in what leaves ({number})");
        }
    }
}

#[test]
fn an_offer_lapses_when_the_courier_packs_and_nothing_is_written_where_none_does() {
    let [vn, cn] = met(91);
    let record = vn.draft("minutes", "Minutes", "Words.", &Value::Null);
    vn.release(&record, &cn.name, vn.in_two_weeks());
    carry(&vn, &cn);
    let twin = cn.twin(&vn, &record);
    let versions = || [vn.version_of(&record), cn.version_of(&twin)];
    vn.pack(&cn);
    let before = versions();
    for half in [&vn, &cn] {
        half.wait((15 * 24).hours());
    }
    vn.pack(&cn);
    cn.post.desk.pack(&cn.sealer(), &vn.name).unwrap();
    assert_eq!((vn.stage(&record), cn.stage(&twin)), ("lapsed", "lapsed"));
    assert_eq!(versions(), before.map(|version| version + 1));
    vn.pack(&cn);
    assert_eq!(versions(), before.map(|version| version + 1), "once");
}

/// The standing of a record that evidence writes in the same word. Whoever adds one here or there is asked for the other.
fn standing_of(evidence: journal::Standing) -> Standing {
    use journal::Standing as J;
    match evidence {
        J::Draft => Standing::Draft,
        J::Proposed => Standing::Proposed,
        J::Signed => Standing::Signed,
        J::Bound => Standing::Bound,
        J::Refused => Standing::Refused,
        J::Withdrawn => Standing::Withdrawn,
        J::Crossed => Standing::Crossed,
        J::Terminated => Standing::Terminated,
        J::Superseded => Standing::Superseded,
    }
}

fn evidence_of(standing: Standing) -> journal::Standing {
    use journal::Standing as J;
    match standing {
        Standing::Draft => J::Draft,
        Standing::Proposed => J::Proposed,
        Standing::Signed => J::Signed,
        Standing::Bound => J::Bound,
        Standing::Refused => J::Refused,
        Standing::Withdrawn => J::Withdrawn,
        Standing::Crossed => J::Crossed,
        Standing::Terminated => J::Terminated,
        Standing::Superseded => J::Superseded,
    }
}

fn said_of(kind: SaidKind) -> Said {
    let (document, words) = ([2; 32], [3; 32]);
    let slot = Slot { series: [1; 16], revision: 1, document };
    match kind {
        SaidKind::Draft => Said::Draft { series: [1; 16], document, parents: Vec::new() },
        SaidKind::Propose => Said::Propose { slot, until_ms: 1, words: None },
        SaidKind::Sign => Said::Sign { slot, words: None },
        SaidKind::Refuse => Said::Refuse { slot, words },
        SaidKind::Withdraw => Said::Withdraw { slot },
        SaidKind::LetGo => Said::LetGo { slot },
        SaidKind::Contest => Said::Contest { slot, words },
        SaidKind::Terminate => Said::Terminate { slot },
        SaidKind::Issue => Said::Issue { document, answers: None, until_ms: None },
        SaidKind::Acknowledge => Said::Acknowledge { document },
    }
}

/// The kind in which a record writes a statement; what is said of keys, logs, erasing and other statements stands in no
/// record.
fn kind_of(said: &Said) -> Option<SaidKind> {
    match said {
        Said::Root(_) | Said::Officer(_) | Said::Revoke { .. } | Said::Saw { .. } | Said::Address { .. } => None,
        Said::Erase { .. } | Said::Cover(_) => None,
        Said::Draft { .. } => Some(SaidKind::Draft),
        Said::Propose { .. } => Some(SaidKind::Propose),
        Said::Sign { .. } => Some(SaidKind::Sign),
        Said::Refuse { .. } => Some(SaidKind::Refuse),
        Said::Withdraw { .. } => Some(SaidKind::Withdraw),
        Said::LetGo { .. } => Some(SaidKind::LetGo),
        Said::Contest { .. } => Some(SaidKind::Contest),
        Said::Terminate { .. } => Some(SaidKind::Terminate),
        Said::Issue { .. } => Some(SaidKind::Issue),
        Said::Acknowledge { .. } => Some(SaidKind::Acknowledge),
    }
}

#[test]
fn records_and_evidence_write_standings_and_kinds_in_the_same_words() {
    for standing in Standing::ALL {
        let evidence = evidence_of(standing);
        assert_eq!(standing_of(evidence), standing);
        assert_eq!(evidence.as_str(), standing.code());
        assert_eq!(Standing::from_code(evidence.as_str()), Some(standing));
    }
    for kind in SaidKind::ALL {
        let said = said_of(kind);
        assert_eq!((said.kind(), kind_of(&said)), (kind.code(), Some(kind)));
    }
}
