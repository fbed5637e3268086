//! Pouches of a counterpart who means harm, and of one whose program is broken: whatever stands in them, the rest of his
//! log comes in, nothing is lost, and the own work goes on.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock, Weak};
use std::thread::ThreadId;

use desk::courier::{CourierError, CourierView};
use desk::{Clock, Desk};
use domain::RecordId;
use domain::contact::document::{DocumentState, SaidKind};
use jiff::{Timestamp, ToSpan};
use journal::{Hash, Item, Pouch, Said, SecretKey, hex};
use serde_json::json;
use store::{Filter, Scope, Store};
use testkit::pair::{Half, carry, met};
use testkit::speaker::Speaker;
use testkit::{act, instant};

/// Two weeks from the beginning, in milliseconds.
fn until_ms(speaker: &Speaker) -> u64 {
    speaker.at_ms + 14 * 86_400_000
}

fn view(half: &Half) -> CourierView {
    half.post.desk.courier_overview().unwrap().remove(0)
}

fn reasons(half: &Half) -> Vec<String> {
    view(half).refused.into_iter().rev().map(|one| one.reason).collect()
}

fn state(half: &Half, digest: &Hash) -> DocumentState {
    half.state(&half.of_digest(&hex(digest)).unwrap_or_else(|| panic!("it has not come")))
}

/// Ordinary work: a letter is drafted, which needs nobody else.
fn works(half: &Half) {
    half.draft("letter", "Domestic", "Words.", &json!({ "matters": [] }));
}

fn issue(document: Hash) -> Said {
    Said::Issue { document, answers: None, until_ms: None }
}

#[test]
fn words_too_long_for_a_record_are_cut_there_and_kept_whole() {
    let [vn, cn] = met(101);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, paper) = speaker.minutes("Minutes");
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    let mut openings = vec![paper];
    for _ in 0..12 {
        let (words, opening) = speaker.words(&"界".repeat(150_000));
        speaker.say(Said::Contest { slot, words });
        openings.push(opening);
    }
    let (letter, opening) = speaker.letter("After it", Item::Null);
    speaker.say(issue(letter));
    openings.push(opening);
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.heard, taken.refused, taken.waiting), (14, 0, 0));
    let paper = state(&cn, &slot.document);
    let length = |texts: &[domain::contact::document::TextIn]| -> usize {
        texts.iter().map(|text| text.text.chars().count()).sum()
    };
    let contests: Vec<_> = paper.said.iter().filter(|one| one.kind == SaidKind::Contest).collect();
    assert!(contests.iter().all(|one| one.cut && length(&one.words) <= 20_000));
    assert_eq!(contests.iter().map(|one| length(&one.words)).sum::<usize>(), 200_000, "and no more altogether");
    assert!(!paper.said[0].cut);
    let kept = Store::open(&cn.post.file()).unwrap();
    let whole = kept.read::<_, desk::Failure>(|view| view.opening_size(&journal::digest_of(&openings[1], "").unwrap()));
    assert_eq!(whole.unwrap(), openings[1].len() as u64);
    assert_eq!(state(&cn, &letter).content.title().pick("vi").1, "After it");
    works(&cn);
}

#[test]
fn an_exercise_answers_no_real_work_and_stops_nothing() {
    let [vn, cn] = met(102);
    let real = cn.draft("letter", "Real", "Words.", &json!({ "matters": [] }));
    cn.release(&real, &vn.name, None);
    let answers = Some(speaker_hash(&cn, &real));
    let mut speaker = Speaker::of(&vn, &cn);
    let exercise = Item::Map(vec![("exercise".to_owned(), Item::Bool(true))]);
    let (letter, opening) = speaker.letter("Exercise", exercise);
    speaker.say(Said::Issue { document: letter, answers, until_ms: None });
    let (after, other) = speaker.letter("After it", Item::Null);
    speaker.say(issue(after));
    let taken = cn.take_in(&speaker.packed(&[opening, other])).unwrap();
    assert_eq!((taken.heard, taken.refused), (2, 0));
    assert_eq!(state(&cn, &letter).answers, None);
    assert_eq!(cn.stage(&real), "queued");
}

fn speaker_hash(half: &Half, record: &RecordId) -> Hash {
    let digest = half.state(record).document.unwrap();
    let byte = |at: usize| u8::from_str_radix(&digest[2 * at..2 * at + 2], 16).unwrap();
    std::array::from_fn(byte)
}

#[test]
fn what_is_said_endlessly_fills_no_record_and_counts() {
    let [vn, cn] = met(103);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, paper) = speaker.minutes("Minutes");
    let (words, opening) = speaker.words("Again.");
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    for _ in 0..300 {
        speaker.say(Said::Contest { slot, words });
    }
    speaker.say(Said::Withdraw { slot });
    let taken = cn.take_in(&speaker.packed(&[paper, opening])).unwrap();
    assert_eq!((taken.heard, taken.refused), (302, 0));
    let record = cn.of_digest(&hex(&slot.document)).unwrap();
    assert_eq!(cn.state(&record).said.len(), 65, "64, and the first of another kind");
    cn.say(&record, SaidKind::LetGo, "");
    assert_eq!(cn.stage(&record), "withdrawn", "what came late counts");
    let bundle = cn.post.desk.bundle(&cn.head, &record).unwrap();
    let verdict = journal::verify(&bundle, &[vn.fingerprint, cn.fingerprint]).unwrap();
    assert_eq!((verdict.standing, verdict.said.len()), ("withdrawn", 65), "64 of the other side, and the own one");
}

#[test]
fn what_comes_before_its_offer_waits_for_it() {
    let [vn, cn] = met(104);
    let mut speaker = Speaker::of(&vn, &cn);
    let (slot, paper) = speaker.minutes("Minutes");
    speaker.say(Said::Withdraw { slot });
    let taken = cn.take_in(&speaker.packed(&[paper])).unwrap();
    assert_eq!((taken.heard, taken.refused, taken.waiting), (0, 0, 1));
    let awaits: Vec<_> = view(&cn).awaits.into_iter().map(|one| (one.what, one.statements)).collect();
    assert_eq!(awaits, [("offer", 1)]);
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    let taken = cn.take_in(&speaker.packed(&[])).unwrap();
    assert_eq!((taken.heard, taken.refused, taken.waiting), (2, 0, 0));
    assert_eq!(state(&cn, &slot.document).said.len(), 2);
}

#[test]
fn what_comes_before_its_relation_waits_for_it() {
    let [vn, cn] = met(105);
    let filter = Filter { nouns: vec!["counterpart".to_owned()], ..Filter::default() };
    let kept = Store::open(&cn.post.file()).unwrap();
    let rows = kept.read::<_, desk::Failure>(|view| view.list(&Scope::whole(), &filter, 500, 0)).unwrap();
    let relation = rows.iter().find(|row| row.id == cn.relation).unwrap().state.clone();
    let close = json!({ "command": "close", "on": "2026-01-20", "reason": "reorganised" });
    for row in &rows {
        cn.post.act(&cn.post.keeper, "counterpart", Some(&row.id), close.clone());
    }
    let letter = vn.draft("letter", "Early", "Words.", &json!({ "matters": [] }));
    vn.release(&letter, &cn.name, None);
    carry(&vn, &cn);
    let waits = view(&cn);
    assert_eq!((waits.waiting, waits.awaits[0].what, waits.refused.len()), (1, "relation", 0));
    let register = json!({
        "command": "register", "own": relation["own"], "other": relation["other"], "kind": relation["kind"],
        "in_force": true, "from": "2026-01-20",
    });
    cn.post.act(&cn.post.keeper, "counterpart", None, register);
    cn.pack(&vn);
    assert_eq!((view(&cn).waiting, cn.stage(&cn.twin(&vn, &letter))), (0, "arrived"), "heard without another pouch");
}

#[test]
fn a_key_that_ended_freezes_only_whoever_signs_with_it() {
    let [vn, cn] = met(106);
    let mut speaker = Speaker::of(&vn, &cn);
    let key = speaker.signer.certified().key;
    speaker.say_as_post(Said::Revoke { key, reason: "lost".to_owned() });
    let (letter, opening) = speaker.letter("Late", Item::Null);
    speaker.say_forged(issue(letter));
    cn.take_in(&speaker.packed(std::slice::from_ref(&opening))).unwrap();
    assert_eq!((view(&cn).frozen, reasons(&cn)), (None, vec!["signature".to_owned()]));
    speaker.say(issue(letter));
    assert_eq!(cn.take_in(&speaker.packed(&[opening])).unwrap_err().code(), "ended-key");
    assert_eq!(view(&cn).frozen.as_deref(), Some("ended-key"));
    works(&cn);
}

#[test]
fn more_documents_than_a_series_has_count_for_nothing() {
    let [vn, cn] = met(107);
    let mut speaker = Speaker::of(&vn, &cn);
    let (first, opening) = speaker.minutes("Minutes 1");
    speaker.say(Said::Propose { slot: first, until_ms: until_ms(&speaker), words: None });
    let mut openings = vec![opening];
    for revision in 2..=260 {
        let (slot, opening) = speaker.revision(first.series, revision);
        speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
        openings.push(opening);
    }
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.heard, taken.refused), (256, 4));
    assert!(reasons(&cn).iter().all(|reason| reason == "series-full"));
}

#[test]
fn many_drafts_of_a_series_keep_no_offer_from_being_heard() {
    let [vn, cn] = met(108);
    let mut speaker = Speaker::of(&vn, &cn);
    let (first, opening) = speaker.minutes("Minutes 1");
    speaker.say(Said::Propose { slot: first, until_ms: until_ms(&speaker), words: None });
    let mut openings = vec![opening];
    for revision in 2..=258 {
        let (slot, opening) = speaker.revision(first.series, revision);
        speaker.say(Said::Draft { series: slot.series, document: slot.document, parents: Vec::new() });
        openings.push(opening);
    }
    let (slot, opening) = speaker.revision(first.series, 259);
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    openings.push(opening);
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.heard, taken.refused), (259, 0), "{:?}", reasons(&cn));
}

/// A clock that, at one of its readings on one thread, does something else first.
struct Alarm {
    at: u64,
    thread: OnceLock<ThreadId>,
    readings: AtomicU64,
    desk: OnceLock<Weak<Desk>>,
    rings: SyncSender<()>,
    fatal: bool,
}

impl Alarm {
    fn at(reading: u64, fatal: bool) -> (Arc<Self>, Receiver<()>) {
        let (rings, rung) = sync_channel(1);
        let (thread, desk, readings) = (OnceLock::new(), OnceLock::new(), AtomicU64::new(0));
        (Arc::new(Self { at: reading, thread, readings, desk, rings, fatal }), rung)
    }
}

impl Clock for Alarm {
    fn now(&self) -> Timestamp {
        let here = self.thread.get() == Some(&std::thread::current().id());
        if here && self.readings.fetch_add(1, Ordering::SeqCst) + 1 == self.at {
            assert!(!self.fatal, "the power went out");
            self.rings.send(()).unwrap();
            let desk = self.desk.get().and_then(Weak::upgrade).unwrap();
            // Until the other one waits behind this one, however long that takes.
            while desk.writers() < 2 {
                std::thread::yield_now();
            }
        }
        instant(testkit::pair::BEGUN)
    }
}

/// A log of two thousand statements, with its openings.
fn long_log(vn: &Half, cn: &Half) -> (Speaker, Vec<u8>) {
    let mut speaker = Speaker::of(vn, cn);
    let (slot, paper) = speaker.minutes("Minutes");
    let (words, opening) = speaker.words("Again.");
    let mut openings = vec![paper, opening];
    speaker.say(Said::Propose { slot, until_ms: until_ms(&speaker), words: None });
    for _ in 0..1_899 {
        speaker.say(Said::Contest { slot, words });
    }
    for number in 0..100 {
        let (letter, opening) = speaker.letter(&format!("Letter {number}"), Item::Null);
        speaker.say(issue(letter));
        openings.push(opening);
    }
    let packed = speaker.packed(&openings);
    (speaker, packed)
}

#[test]
fn an_officer_gets_in_between_while_a_large_pouch_is_heard() {
    let [vn, cn] = met(108);
    let (_, packed) = long_log(&vn, &cn);
    let (alarm, rung) = Alarm::at(40, false);
    let desk = cn.desk_with(alarm.clone());
    alarm.desk.set(Arc::downgrade(&desk)).unwrap();
    let (head, relation) = (cn.head.clone(), cn.relation);
    let content = cn.content("Domestic", "Words.");
    let officer = {
        let desk = Arc::clone(&desk);
        std::thread::spawn(move || {
            rung.recv().unwrap();
            let draft = json!({
                "command": "draft", "kind": "letter", "counterpart": relation, "content": content, "matters": [],
            });
            desk.act(&head, &act(&desk, "document", None, draft)).unwrap()
        })
    };
    alarm.thread.set(std::thread::current().id()).unwrap();
    let taken = desk.take_in(&desk.sealer().unwrap(), &packed).unwrap();
    let drafted = officer.join().unwrap().record;
    assert_eq!((taken.heard, taken.refused, taken.waiting), (2_000, 0, 0));
    let kept = Store::open(&cn.post.file()).unwrap();
    let entries = kept.read(|view| view.entries_after(0, 100_000)).unwrap();
    let own = entries.iter().position(|entry| entry.entry.record == drafted).unwrap();
    let heard = |entry: &store::StoredEntry| entry.entry.noun == "document" && entry.entry.record != drafted;
    let (before, after) = entries.split_at(own);
    assert!(before.iter().any(heard) && after.iter().any(heard), "between two steps of the hearing");
    assert!(after.iter().filter(|entry| heard(entry)).count() >= 100, "all the letters were heard after it");
}

#[test]
fn what_was_not_heard_when_the_power_went_out_is_heard_later() {
    let [vn, cn] = met(109);
    let (_, packed) = long_log(&vn, &cn);
    let (alarm, _rung) = Alarm::at(200, true);
    let desk = cn.desk_with(alarm.clone());
    let sealer = desk.sealer().unwrap();
    let cut = std::thread::spawn(move || {
        alarm.thread.set(std::thread::current().id()).unwrap();
        desk.take_in(&sealer, &packed)
    });
    assert!(cut.join().is_err());
    let half_way = view(&cn);
    assert_eq!(half_way.came, 2_001, "what came is on the disk");
    assert!((1..2_000).contains(&half_way.waiting), "{}", half_way.waiting);
    cn.pack(&vn);
    let later = view(&cn);
    assert_eq!((later.waiting, later.refused.len()), (0, 0));
    let letters = Filter { nouns: vec!["document".to_owned()], ..Filter::default() };
    let rows = Store::open(&cn.post.file()).unwrap();
    let rows = rows.read::<_, desk::Failure>(|view| view.list(&Scope::whole(), &letters, 500, 0)).unwrap();
    assert_eq!(rows.len(), 101, "each once");
}

#[test]
fn ordinary_work_goes_on_whatever_the_neighbour_does() {
    let [vn, cn] = met(110);
    let honest = |title: &str| {
        let letter = vn.draft("letter", title, "Words.", &json!({ "matters": [] }));
        vn.release(&letter, &cn.name, None);
        letter
    };
    // He is down: what is said to him waits, and nothing else does. (Expired certificates: `road.rs`.)
    let first = honest("While he was down");
    works(&vn);
    assert_eq!(vn.stage(&first), "queued");
    // His pouches are hostile; after each, the honest remainder comes.
    let good = vn.pack(&cn);
    let real = Pouch::unpack(&good).unwrap();
    let packed = |pouch: &Pouch| pouch.pack(1).unwrap();
    let changed = |change: &dyn Fn(&mut Pouch)| {
        let mut pouch = real.clone();
        change(&mut pouch);
        packed(&pouch)
    };
    let entry = |change: &dyn Fn(&mut Vec<Vec<u8>>)| changed(&|pouch| change(&mut pouch.run.as_mut().unwrap().entries));
    let noise: Vec<u8> = (0..5_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    let items = [&[0x9a, 0x01, 0xff, 0xff, 0x00][..], &vec![0xf6; 0x01ff_ff00]].concat();
    let hostile: Vec<(&str, Vec<u8>)> = vec![
        ("form", Vec::new()),
        ("form", noise),
        ("form", good[..good.len() / 2].to_vec()),
        ("form", [good.as_slice(), &good].concat()),
        ("form", zstd::bulk::compress(&vec![0; 33 << 20], 1).unwrap()),
        ("form", zstd::bulk::compress(&items, 1).unwrap()),
        ("form", changed(&|pouch| pouch.openings[0].truncate(9))),
        ("stranger", changed(&|pouch| pouch.from = "cn.other".parse().unwrap())),
        ("not-for-us", changed(&|pouch| pouch.to = vn.name.clone())),
        ("damaged", entry(&|entries| entries[1][40] ^= 1)),
        ("damaged", entry(&|entries| entries.reverse())),
        ("end", entry(&|entries| entries.truncate(1))),
        ("note", changed(&|pouch| pouch.run.as_mut().unwrap().checkpoint.insert(3, '9'))),
    ];
    for (number, (code, bytes)) in hostile.iter().enumerate() {
        let refused = cn.take_in(bytes).unwrap_err();
        assert!(!refused.freezes() && refused.code() == *code, "{number}: {refused:?}");
        works(&cn);
    }
    assert_eq!(cn.take_in(&good).unwrap().heard, 1);
    for _ in 0..3 {
        assert_eq!(cn.take_in(&good).unwrap().heard, 0, "a pouch that comes again brings nothing");
    }
    works(&cn);
    // His clock is 400 days off, this way and that.
    let present = vn.post.desk.now();
    let earlier = json!({
        "command": "assign", "role": "officer", "unit": "vn-bg-laocai-gate", "reach": "unit", "ceiling": "protected",
        "from": "2024-01-01",
    });
    vn.post.act(&vn.post.keeper, "officer", Some(vn.head.as_str()), earlier);
    for days in [-400_i64, 400] {
        let wrong = vn.draft("letter", "At the wrong time", "Words.", &json!({ "matters": [] }));
        vn.post.clock.set(present.checked_add((days * 24).hours()).unwrap());
        let said = vn.try_release(&wrong, &cn.name, None);
        assert_eq!(said.is_ok(), days > 0, "an officer's key signs nothing before its first day: {said:?}");
        let pouch = vn.post.desk.pack(&vn.sealer(), &cn.name).unwrap();
        cn.take_in(&pouch).unwrap();
        works(&vn);
        works(&cn);
        vn.post.clock.set(present);
    }
    let second = honest("Once his clock was right");
    carry(&vn, &cn);
    assert_eq!((cn.stage(&cn.twin(&vn, &second)), vn.stage(&second)), ("arrived", "received"));
    // His log is refused, once and for all: he sealed two histories.
    let other = vn.copied(111);
    honest("One history");
    let forked = other.draft("letter", "Another", "Words.", &json!({ "matters": [] }));
    other.release(&forked, &cn.name, None);
    carry(&vn, &cn);
    assert!(matches!(cn.take_in(&other.pack(&cn)), Err(CourierError::Run(_))));
    assert_eq!(view(&cn).frozen.as_deref(), Some("fork"));
    works(&cn);
    works(&vn);
}

#[test]
fn what_no_true_key_signed_counts_for_nothing_and_the_rest_is_heard() {
    let [vn, cn] = met(112);
    let mut speaker = Speaker::of(&vn, &cn);
    let letters: Vec<(Hash, Vec<u8>)> =
        (0..6).map(|number| speaker.letter(&format!("Letter {number}"), Item::Null)).collect();
    speaker.say_forged(issue(letters[0].0));
    speaker.say_with(&SecretKey::new(&[9; 32]), issue(letters[1].0));
    speaker.entries.push(b"no entry at all".to_vec());
    let now_ms = speaker.at_ms;
    for at_ms in [now_ms - 400 * 86_400_000, now_ms + 4_000 * 86_400_000, (1 << 53) - 1] {
        speaker.at_ms = at_ms;
        speaker.say(issue(letters[2].0));
    }
    speaker.at_ms = now_ms;
    let other = speaker.origin.clone();
    speaker.origin = format!("{}/{}/2", other.keeper, other.reader).parse().unwrap();
    speaker.say(issue(letters[3].0));
    speaker.origin = other;
    speaker.say(issue(letters[5].0));
    let openings: Vec<Vec<u8>> = letters.into_iter().map(|(_, opening)| opening).collect();
    let taken = cn.take_in(&speaker.packed(&openings)).unwrap();
    assert_eq!((taken.heard, taken.openings), (1, 1), "only the openings of which something true speaks");
    let mut faults = ["signature", "statement-signer", "envelope"].to_vec();
    faults.extend(["statement-dates"; 3]);
    faults.push("statement-origin");
    assert_eq!(reasons(&cn), faults);
    works(&cn);
}
