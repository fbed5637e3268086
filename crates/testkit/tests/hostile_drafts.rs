//! What a neighbour can do with drafts, heads and long words: nothing is signed unseen, nothing is work for ever, and what
//! was agreed can still be proven.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::Failure;
use domain::contact::document::{DocumentState, SaidKind};
use journal::{DocumentHead, Hash, Item, Said, Slot, hex, verify};
use serde_json::Value;
use store::Store;
use testkit::pair::{Half, carry, met, met_two};
use testkit::speaker::Speaker;

fn until_ms(speaker: &Speaker) -> u64 {
    speaker.at_ms + 14 * 86_400_000
}

fn state(half: &Half, digest: &Hash) -> DocumentState {
    half.state(&half.of_digest(&hex(digest)).unwrap())
}

fn refused(half: &Half) -> Vec<String> {
    let [view] = half.post.desk.courier_overview().unwrap().try_into().unwrap();
    view.refused.into_iter().map(|one| one.reason).collect()
}

/// Minutes in a place of a series, whose head names what they stand in place of.
fn in_place_of(speaker: &mut Speaker, place: Slot, supersedes: Option<Hash>, title: &str) -> (Slot, Vec<u8>) {
    let head = DocumentHead {
        kind: "minutes".into(),
        sides: vec!["cn".into(), "vn".into()],
        languages: vec!["vi".into(), "zh".into()],
        joint: Some((place.series, place.revision)),
        supersedes,
        supplements: None,
    };
    let (document, opening) = speaker.document(head, Item::Null, title, "Words.");
    (Slot { document, ..place }, opening)
}

#[test]
fn an_offer_says_itself_what_it_stands_in_place_of_and_who_signs_is_shown_it() {
    let [vn, cn] = met(111);
    let mut speaker = Speaker::of(&vn, &cn);
    let (first, one) = speaker.minutes("First");
    speaker.say(Said::Propose { slot: first, until_ms: until_ms(&speaker), words: None });
    let mut openings = vec![one];
    let place = |revision: u64| Slot { revision, ..first };
    let mut offered = Vec::new();
    for (revision, drafted, meant) in [(2, None, Some(first.document)), (3, Some(first.document), None)] {
        let (draft, opening) = in_place_of(&mut speaker, place(revision), drafted, "Draft");
        speaker.say(Said::Draft { series: first.series, document: draft.document, parents: Vec::new() });
        let (offer, other) = in_place_of(&mut speaker, place(revision), meant, "Offer");
        speaker.say(Said::Propose { slot: offer, until_ms: until_ms(&speaker), words: None });
        openings.extend([opening, other]);
        offered.push((offer.document, meant));
    }
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.heard, taken.refused), (5, 0));
    let of_first = cn.of_digest(&hex(&first.document)).unwrap();
    for (document, meant) in offered {
        let record = cn.of_digest(&hex(&document)).unwrap();
        let named = cn.state(&record).supersedes.map(|document| document.0);
        assert_eq!(named, meant.map(|_| of_first.clone()));
        let shown = cn.post.desk.paper(&cn.head, &record).unwrap().shown.supersedes;
        assert_eq!(shown.as_ref().map(|one| one.digest.clone()), meant.map(|digest| hex(&digest)));
        assert_eq!(shown.and_then(|one| one.record), meant.map(|_| of_first.to_string()));
    }
}

#[test]
fn real_work_is_never_shown_as_an_exercise_and_half_said_is_not_said() {
    let [vn, cn] = met(112);
    let mut speaker = Speaker::of(&vn, &cn);
    let said = |exercise: Item| Item::Map(vec![("exercise".to_owned(), exercise)]);
    let (real, one) = speaker.letter("Real", said(Item::Bool(false)));
    let (drill, two) = speaker.letter("Drill", said(Item::Bool(true)));
    let (unclear, three) = speaker.letter("Unclear", said(Item::Text("yes".into())));
    for document in [real, drill, unclear] {
        speaker.say(Said::Issue { document, answers: None, until_ms: None });
    }
    let taken = cn.take_in(&speaker.packed(&[one, two, three])).unwrap();
    assert_eq!((taken.heard, taken.refused), (2, 1));
    assert_eq!(refused(&cn), ["statement-document"]);
    let exercise = |document: &Hash| {
        let record = cn.of_digest(&hex(document)).unwrap();
        cn.post.desk.paper(&cn.head, &record).unwrap().exercise
    };
    assert_eq!((exercise(&real), exercise(&drill)), (false, true));
}

#[test]
fn what_is_said_of_a_draft_waits_and_is_not_read_again_with_every_pouch() {
    let [vn, cn] = met(113);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, opening) = speaker.minutes("Draft");
    speaker.say(Said::Draft { series: slot.series, document: slot.document, parents: Vec::new() });
    for _ in 0..50 {
        speaker.say(Said::Withdraw { slot });
    }
    let taken = cn.take_in(&speaker.packed(&[opening])).unwrap();
    assert_eq!((taken.heard, taken.refused, taken.waiting), (1, 0, 50));
    let kept = Store::open(&cn.post.file()).unwrap();
    let origin = "vn.laocai/cn.hekou/1";
    let ready = || kept.read::<_, Failure>(|view| view.statements_ready(origin, 0, 99, true)).unwrap().len();
    assert_eq!(kept.read::<_, Failure>(|view| view.count_waiting(origin)).unwrap(), 50);
    assert_eq!(ready(), 0, "nothing was offered yet");
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    let taken = cn.take_in(&speaker.packed(&[])).unwrap();
    assert_eq!((taken.heard, taken.waiting), (51, 0));
}

#[test]
fn long_words_that_come_later_keep_nobody_from_proving_what_was_signed() {
    let [vn, cn] = met(114);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, paper) = speaker.minutes("Minutes");
    let (words, opening) = speaker.words(&"x".repeat(500_000));
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    cn.take_in(&speaker.packed(&[paper])).unwrap();
    let record = cn.of_digest(&hex(&slot.document)).unwrap();
    cn.say(&record, SaidKind::Sign, "");
    for _ in 0..40 {
        speaker.say(Said::Contest { slot, words });
    }
    speaker.say(Said::Terminate { slot });
    let taken = cn.take_in(&speaker.packed(&[opening])).unwrap();
    assert_eq!((taken.heard, taken.refused), (41, 0));
    let bundle = cn.post.desk.bundle(&cn.head, &record).unwrap();
    let verdict = verify(&bundle, &[vn.fingerprint, cn.fingerprint]).unwrap();
    let count = |kind: &str| verdict.said.iter().filter(|one| one.kind == kind).count();
    assert_eq!((count("propose"), count("sign"), count("terminate")), (1, 1, 1));
    assert!((1..40).contains(&count("contest")), "{} have room", count("contest"));
}

#[test]
fn words_beyond_what_a_proof_can_hold_count_for_nothing() {
    let [vn, cn] = met(115);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, paper) = speaker.minutes("Minutes");
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    let (words, opening) = speaker.words(&"x".repeat(530_000));
    assert!(opening.len() > journal::WORDS_OPENING_LIMIT);
    speaker.say(Said::Contest { slot, words });
    let taken = cn.take_in(&speaker.packed(&[paper, opening])).unwrap();
    assert_eq!((taken.heard, taken.refused), (1, 1));
    assert_eq!(refused(&cn), ["words"]);
    assert_eq!(state(&cn, &slot.document).said.len(), 1);
}

#[test]
fn another_post_of_the_neighbour_takes_no_record_over_even_where_it_knows_the_digest() {
    let [vn, cn, second] = met_two(116);
    let record = vn.draft("minutes", "Minutes", "One.", &Value::Null);
    vn.share(&record, &cn.name);
    let before = vn.state(&record);
    let bytes = |text: &str| -> Vec<u8> {
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
    };
    let slot = Slot {
        series: bytes(before.series.as_deref().unwrap()).try_into().unwrap(),
        revision: before.revision.unwrap(),
        document: bytes(&before.rounds[0].document).try_into().unwrap(),
    };
    let mut speaker = Speaker::of(&second, &vn);
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    speaker.say(Said::Draft { series: slot.series, document: slot.document, parents: Vec::new() });
    let taken = vn.take_in(&speaker.packed(&[])).unwrap();
    assert_eq!((taken.heard, taken.refused), (0, 2));
    assert_eq!(vn.documents().as_slice(), std::slice::from_ref(&record));
    carry(&vn, &cn);
    let there = cn.documents().pop().unwrap();
    cn.take_over(&there);
    cn.rewrite(&there, "Two.");
    cn.share(&there, &vn.name);
    carry(&vn, &cn);
    let after = vn.state(&record);
    assert!(after.said[0].held.is_some(), "the record still learns that its draft arrived");
    assert_eq!((after.rounds.len(), vn.documents().len()), (2, 1));
}
