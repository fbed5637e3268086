//! Many letters signed at once: given out with one signature, acknowledged with one, each proven by itself; and what a
//! counterpart who means harm makes of it.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::document::{DocumentError, TogetherKind, TogetherOne, TogetherOrder};
use desk::keys::{Passphrase, ungrouped};
use desk::{ActError, Receipt};
use domain::RecordId;
use jiff::ToSpan;
use journal::{COVER_MOST, Cover, Hash, Item, PostName, Said, SecretKey, verify};
use serde_json::{Value, json};
use testkit::pair::{Half, PIN, carry, met};
use testkit::speaker::Speaker;

fn letters(half: &Half, count: usize) -> Vec<RecordId> {
    let draft = |number: usize| half.draft("letter", &format!("Letter {number}"), "Words.", &json!({ "matters": [] }));
    (0..count).map(draft).collect()
}

/// The order as it follows from what is shown.
fn order(half: &Half, kind: TogetherKind, records: &[RecordId], post: Option<&PostName>) -> TogetherOrder {
    let view = half.post.desk.preview_together(&half.head, kind, records).unwrap();
    let one = |line: &desk::document::TogetherLine| TogetherOne {
        record: RecordId::parse(&line.record).unwrap(),
        version: line.version,
        seen: ungrouped(&line.seen).unwrap_or_default(),
    };
    let documents = view.documents.iter().map(one).collect();
    TogetherOrder { act: half.post.desk.fresh_act(), kind, documents, post: post.cloned(), until: None }
}

fn sign(half: &Half, order: &TogetherOrder) -> Result<Vec<Receipt>, DocumentError> {
    half.post.desk.sign_together(&half.head, &Passphrase::new(PIN), order)
}

fn issue(half: &Half, records: &[RecordId], to: &Half) -> Vec<Receipt> {
    sign(half, &order(half, TogetherKind::Issue, records, Some(&to.name))).unwrap()
}

fn acknowledge(half: &Half, records: &[RecordId]) -> Vec<Receipt> {
    sign(half, &order(half, TogetherKind::Acknowledge, records, None)).unwrap()
}

fn stopped(half: &Half, order: &TogetherOrder) -> Vec<(String, String)> {
    match sign(half, order) {
        Err(DocumentError::Together(stopped)) => {
            stopped.into_iter().map(|one| (one.record.to_string(), one.error.to_string())).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn stages(half: &Half, records: &[RecordId]) -> Vec<&'static str> {
    let mut stages: Vec<_> = records.iter().map(|record| half.stage(record)).collect();
    stages.dedup();
    stages
}

fn refused(half: &Half) -> Vec<(u64, String)> {
    let view = half.post.desk.courier_overview().unwrap().remove(0);
    let mut refused: Vec<_> = view.refused.into_iter().map(|one| (one.place, one.reason)).collect();
    refused.sort();
    refused
}

#[test]
fn fifty_letters_are_signed_at_once_acknowledged_at_once_and_each_is_proven_by_itself() {
    let [vn, cn] = met(301);
    let records = letters(&vn, 50);
    let receipts = issue(&vn, &records, &cn);
    assert_eq!(receipts.iter().map(|one| one.record.as_str()).collect::<Vec<_>>(), ids(&records));
    assert_eq!(stages(&vn, &records), ["queued"]);
    let taken = cn.take_in(&vn.pack(&cn)).unwrap();
    assert_eq!((taken.entries, taken.heard, taken.refused, taken.waiting), (52, 50, 0, 0), "a key, letters, a cover");
    let twins: Vec<RecordId> = records.iter().map(|record| cn.twin(&vn, record)).collect();
    assert_eq!(stages(&cn, &twins), ["arrived"]);
    acknowledge(&cn, &twins);
    carry(&vn, &cn);
    assert_eq!((stages(&vn, &records), stages(&cn, &twins)), (vec!["acknowledged"], vec!["acknowledged"]));
    for (half, record) in [(&vn, &records[17]), (&cn, &twins[49]), (&vn, &records[0])] {
        let bytes = half.post.desk.bundle(&half.head, record).unwrap();
        let verdict = verify(&bytes, &[vn.fingerprint, cn.fingerprint]).unwrap();
        assert_eq!(verdict.standing, "acknowledged");
        assert!(verdict.said.iter().all(|one| !one.held.is_empty()), "both are held by the other side");
        let bundle = journal::Bundle::from_bytes(&bytes).unwrap();
        assert!(bundle.logs.iter().flat_map(|log| &log.statements).all(|one| one.cover.is_some()));
    }
    let paper = vn.post.desk.paper(&vn.head, &records[3]).unwrap();
    assert_eq!(paper.together.iter().map(|one| one.others).collect::<Vec<_>>(), [49, 49]);
}

fn ids(records: &[RecordId]) -> Vec<&str> {
    records.iter().map(RecordId::as_str).collect()
}

#[test]
fn what_was_signed_together_and_by_itself_stands_in_one_log() {
    let [vn, cn] = met(302);
    let records = letters(&vn, 5);
    vn.release(&records[0], &cn.name, None);
    issue(&vn, &records[1..4], &cn);
    vn.release(&records[4], &cn.name, None);
    carry(&vn, &cn);
    let twins: Vec<RecordId> = records.iter().map(|record| cn.twin(&vn, record)).collect();
    cn.say(&twins[2], domain::contact::document::SaidKind::Acknowledge, "");
    acknowledge(&cn, &[twins[1].clone(), twins[4].clone()]);
    carry(&vn, &cn);
    let stages: Vec<_> = records.iter().map(|record| vn.stage(record)).collect();
    assert_eq!(stages, ["received", "acknowledged", "acknowledged", "received", "acknowledged"]);
    let one = cn.post.desk.paper(&cn.head, &twins[2]).unwrap();
    assert_eq!(one.together.iter().map(|one| one.others).collect::<Vec<_>>(), [2], "the acknowledgement was alone");
}

#[test]
fn all_are_signed_or_none_and_every_one_that_cannot_is_named() {
    let [vn, cn] = met(303);
    let mut records = letters(&vn, 3);
    let minutes = vn.draft("minutes", "Minutes", "Words.", &Value::Null);
    records.push(minutes.clone());
    let view = vn.post.desk.preview_together(&vn.head, TogetherKind::Issue, &records).unwrap();
    let against: Vec<_> = view.documents.iter().map(|one| one.against.as_ref().map(|it| it.reason.clone())).collect();
    assert_eq!(against, [None, None, None, Some("not-this-statement".to_owned())]);
    let mut order = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    order.documents[1].seen = [1; 32];
    order.documents.push(TogetherOne { record: RecordId::parse("nowhere").unwrap(), version: 1, seen: [0; 32] });
    let stopped = stopped(&vn, &order);
    let named: Vec<&str> = stopped.iter().map(|(record, _)| record.as_str()).collect();
    assert_eq!(named, [records[1].as_str(), minutes.as_str(), "nowhere"]);
    assert!(stopped[0].1.contains("not what was shown") && stopped[1].1.contains("not-this-statement"), "{stopped:?}");
    assert_eq!(stopped[2].1, ActError::NotFound.to_string());
    assert_eq!(stages(&vn, &records), ["draft"]);
    let nothing = cn.take_in(&vn.pack(&cn)).unwrap();
    assert_eq!(nothing.entries, 0, "not even the key was named");
}

#[test]
fn a_refusal_leaves_its_trace_as_where_one_is_signed() {
    let [vn, cn] = met(304);
    let records = letters(&vn, 2);
    let first = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    issue(&vn, &records[..1], &cn);
    let again = TogetherOrder { act: vn.post.desk.fresh_act(), ..first };
    let stopped = stopped(&vn, &again);
    assert_eq!(stopped.len(), 1);
    assert!(stopped[0].1.contains("changed meanwhile"), "{stopped:?}");
    let now = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    assert!(self::stopped(&vn, &now)[0].1.contains("not-now"));
    let kept = store::Store::open(&vn.post.file()).unwrap();
    let entries = kept.read(|view| view.entries_after(0, 100_000)).unwrap();
    let traces: Vec<Value> = entries
        .iter()
        .filter(|stored| !stored.is_fact() && stored.entry.record == records[0].as_str())
        .map(|stored| journal::decode(&stored.entry.body).unwrap())
        .collect();
    assert_eq!(traces, [json!({ "command": "release", "reason": "not-now" })]);
}

#[test]
fn the_same_request_again_gives_the_first_answers_and_does_nothing() {
    let [vn, cn] = met(305);
    let records = letters(&vn, 4);
    let order = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    let first = sign(&vn, &order).unwrap();
    vn.wait(1.hours());
    let again = sign(&vn, &order).unwrap();
    let undone = |receipts: &[Receipt]| -> Vec<Receipt> {
        receipts.iter().map(|one| Receipt { repeated: false, ..one.clone() }).collect()
    };
    assert!(again.iter().all(|one| one.repeated));
    assert_eq!(undone(&again), undone(&first));
    assert_eq!(cn.take_in(&vn.pack(&cn)).unwrap().entries, 6);
    let another = letters(&vn, 1);
    let used = TogetherOrder { act: order.act, ..self::order(&vn, TogetherKind::Issue, &another, Some(&cn.name)) };
    assert!(matches!(sign(&vn, &used), Err(DocumentError::Act(ActError::KeyUsed))));
}

#[test]
fn none_twice_and_not_more_than_one_signature_covers() {
    let [vn, cn] = met(306);
    let records = letters(&vn, 1);
    let one = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    let bad = |documents: Vec<TogetherOne>| {
        let order = TogetherOrder { documents, ..one.clone() };
        matches!(sign(&vn, &order), Err(DocumentError::Act(ActError::Bad(_))))
    };
    assert!(bad(Vec::new()));
    assert!(bad(vec![one.documents[0].clone(), one.documents[0].clone()]));
    assert!(bad(vec![one.documents[0].clone(); COVER_MOST as usize + 1]));
    assert!(vn.post.desk.preview_together(&vn.head, TogetherKind::Issue, &[]).is_err());
    let wrong = Passphrase::new("another passphrase");
    let denied = vn.post.desk.sign_together(&vn.head, &wrong, &one);
    assert!(matches!(denied, Err(DocumentError::Key(_))));
    assert_eq!(stages(&vn, &records), ["draft"]);
    issue(&vn, &records, &cn);
}

#[test]
fn only_who_may_sign_one_may_sign_many() {
    let [vn, cn] = met(307);
    let records = letters(&vn, 2);
    let clerk = vn.post.enlist("clerk-together", "vn-bg-laocai-gate", "officer", "unit", "protected");
    let order = order(&vn, TogetherKind::Issue, &records, Some(&cn.name));
    let sealer = vn.sealer();
    let rights = vec!["letter".to_owned()];
    let until_on = jiff::civil::date(2027, 6, 30);
    let made = desk::keys::OfficerOrder { officer: &clerk, rights, until_on, office: None, unit: None };
    vn.post.desk.make_officer_key(desk::keys::By::Console, &made, &Passphrase::new(PIN), &sealer).unwrap();
    let done = vn.post.desk.sign_together(&clerk, &Passphrase::new(PIN), &order);
    let Err(DocumentError::Together(stopped)) = done else { panic!("{done:?}") };
    assert_eq!(stopped.len(), 2);
    let is_denied = |error: &DocumentError| matches!(error, DocumentError::Act(ActError::NotAllowed { .. }));
    assert!(stopped.iter().all(|one| is_denied(&one.error)), "{stopped:?}");
    assert!(vn.post.desk.together_candidates(&clerk, TogetherKind::Issue).unwrap().is_empty());
    let may = vn.post.desk.together_candidates(&vn.head, TogetherKind::Issue).unwrap();
    assert_eq!(may.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ids(&records));
}

fn said(document: Hash) -> Said {
    Said::Issue { document, answers: None, until_ms: None }
}

/// Letters of a counterpart who builds the log by hand, with their openings.
fn spoken(speaker: &mut Speaker, count: usize) -> (Vec<Hash>, Vec<Vec<u8>>) {
    (0..count).map(|number| speaker.letter(&format!("Letter {number}"), Item::Null)).unzip()
}

const COVER: &str = "statement-cover";

#[test]
fn what_no_signature_covers_counts_for_nothing_and_the_rest_comes_in() {
    let [vn, cn] = met(308);
    let mut speaker = Speaker::of(&vn, &cn);
    let (documents, openings) = spoken(&mut speaker, 6);
    // 1 bare, 2 signed by itself, 3 and 4 under a cover at 5, 6 bare at the end.
    speaker.say_bare(said(documents[0]));
    speaker.say(said(documents[1]));
    speaker.say_bare(said(documents[2]));
    speaker.say_bare(said(documents[3]));
    speaker.cover(3);
    speaker.say_bare(said(documents[4]));
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.entries, taken.heard), (7, 3));
    assert_eq!(refused(&cn), [(1, COVER.to_owned()), (6, COVER.to_owned())]);
    // A cover that comes later reaches back to nothing that was there before.
    speaker.cover(6);
    speaker.say(said(documents[5]));
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.entries, taken.heard), (2, 1));
    assert_eq!(refused(&cn), [1, 6, 7].map(|place| (place, COVER.to_owned())));
}

/// What becomes of two letters without envelope under a cover that somebody made otherwise; the places of both and of
/// the cover are 1 to 3.
fn under([vn, cn]: &[Half; 2], seed: u64, cover: impl Fn(&mut Speaker)) -> (u64, Vec<(u64, String)>) {
    let cn = cn.copied(seed);
    let mut speaker = Speaker::of(vn, &cn);
    let (documents, openings) = spoken(&mut speaker, 3);
    speaker.say_bare(said(documents[0]));
    speaker.say_bare(said(documents[1]));
    cover(&mut speaker);
    speaker.say(said(documents[2]));
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    (taken.heard, refused(&cn))
}

fn all_refused(cover: &str) -> (u64, Vec<(u64, String)>) {
    (1, vec![(1, COVER.to_owned()), (2, COVER.to_owned()), (3, cover.to_owned())])
}

#[test]
fn a_cover_that_does_not_fit_covers_nothing() {
    let met = met(311);
    let fits = |speaker: &Speaker| Cover::over(1, &speaker.entries[1..]);
    assert_eq!(under(&met, 311, |speaker| speaker.cover(1)), (3, Vec::new()), "as it should be");
    let wrong: [fn(Cover) -> Cover; 4] = [
        |cover| Cover { root: [1; 32], ..cover },
        |cover| Cover { start: 0, count: 3, ..cover },
        |cover| Cover { start: 0, ..cover },
        |cover| Cover { start: u64::MAX >> 12, ..cover },
    ];
    for (seed, change) in (312..).zip(wrong) {
        let made = under(&met, seed, |speaker| {
            let cover = change(fits(speaker));
            speaker.say(Said::Cover(cover));
        });
        assert_eq!(made, all_refused(COVER), "{seed}");
    }
    // It reaches back over an entry that has its own signature, and the root is right.
    assert_eq!(under(&met, 316, |speaker| speaker.cover(0)), all_refused(COVER));
    for (seed, count) in [(317, 0), (318, COVER_MOST + 1)] {
        let made = under(&met, seed, |speaker| speaker.say(Said::Cover(Cover { count, ..fits(speaker) })));
        assert_eq!(made, all_refused("shape"), "{count}");
    }
}

#[test]
fn a_cover_counts_for_its_own_officer_only() {
    let (met, other) = (met(320), SecretKey::new(&[9; 32]));
    let made = under(&met, 321, |speaker| {
        let cover = Said::Cover(Cover::over(1, &speaker.entries[1..]));
        speaker.say_with(&other, cover);
    });
    assert_eq!(made, all_refused("statement-signer"));
    let forged = under(&met, 322, |speaker| {
        let cover = Said::Cover(Cover::over(1, &speaker.entries[1..]));
        speaker.say_forged(cover);
    });
    assert_eq!(forged, all_refused("signature"));
}

#[test]
fn each_covered_statement_is_judged_by_itself() {
    let [vn, cn] = met(323);
    let mut speaker = Speaker::of(&vn, &cn);
    let (documents, openings) = spoken(&mut speaker, 3);
    let good = speaker.signer.covered(&speaker.statement(said(documents[0])));
    let at = |change: &dyn Fn(&mut journal::Covered)| {
        let mut covered = good.clone();
        change(&mut covered);
        covered.to_bytes()
    };
    let mut entries = vec![
        at(&|one| one.officer = [1; 32]),
        at(&|one| one.statement.unit = Some("another".to_owned())),
        at(&|one| one.statement.at_ms *= 2),
        at(&|one| one.statement.origin.epoch = 2),
        at(&|one| one.statement.said = Said::Erase { document: documents[0], basis: "order".to_owned() }),
        at(&|_| ()),
    ];
    entries.insert(5, [at(&|_| ()), vec![0]].concat());
    speaker.entries.extend(entries);
    speaker.say_bare(said(documents[1]));
    speaker.cover(1);
    speaker.say(said(documents[2]));
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!(taken.heard, 3);
    let reasons = [COVER, COVER, "statement-dates", "statement-origin", "shape", "encoding"];
    let expected: Vec<_> = (1..).zip(reasons).map(|(place, reason)| (place, reason.to_owned())).collect();
    assert_eq!(refused(&cn), expected);
}

#[test]
fn a_cover_by_a_key_that_ended_ends_the_exchange() {
    let [vn, cn] = met(324);
    let mut speaker = Speaker::of(&vn, &cn);
    let key = speaker.signer.certified().key;
    let (documents, openings) = spoken(&mut speaker, 1);
    speaker.say_as_post(Said::Revoke { key, reason: "lost".to_owned() });
    speaker.say_bare(said(documents[0]));
    speaker.cover(2);
    assert_eq!(cn.take_in(&speaker.packed(&openings)).unwrap_err().code(), "ended-key");
}
