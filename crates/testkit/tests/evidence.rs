//! Bundles with one fault each: every one is refused for its own reason, and is kept as a frozen vector.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::path::PathBuf;

use journal::{Bundle, Code, DocumentHead, Hash, Item, Label, Said, hex, verdict_json, verify};
use testkit::evidence::{Recipe, SideRecipe, key};
use testkit::{Seeded, evidence};

#[path = "evidence/bounds.rs"]
mod bounds;
#[path = "evidence/heads.rs"]
mod heads;
#[path = "evidence/together.rs"]
mod together;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../journal/tests/vectors/evidence")
}

/// The roots that the reader of the vectors trusts: of the two sides, and of one that takes no part.
fn known() -> Vec<Hash> {
    let mut recipe = Recipe::minutes();
    recipe.sides.push(SideRecipe::new("la", "x", 3));
    recipe.fingerprints()
}

/// The minutes with something made wrong before anything is signed.
fn recipe(change: impl Fn(&mut Recipe)) -> Vec<u8> {
    let mut recipe = Recipe::minutes();
    change(&mut recipe);
    recipe.bytes()
}

/// The minutes with something made wrong in the finished bundle.
fn bundle(change: impl Fn(&mut Bundle)) -> Vec<u8> {
    let mut bundle = Recipe::minutes().bake();
    change(&mut bundle);
    bundle.to_bytes().unwrap()
}

/// The minutes with something made wrong in the text of the first checkpoint.
fn note(change: impl Fn(&str) -> String) -> Vec<u8> {
    bundle(|bundle| bundle.logs[0].checkpoint = change(&bundle.logs[0].checkpoint))
}

/// The bytes of the minutes with something made wrong in them.
fn bytes(change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = Recipe::minutes().bytes();
    change(&mut bytes);
    bytes
}

/// The fields of the bundle as an item.
fn item(change: impl Fn(&mut Vec<(String, Item)>)) -> Vec<u8> {
    let Ok(Item::Map(mut pairs)) = Item::from_bytes(&Recipe::minutes().bytes(), 1 << 20) else { panic!("a map") };
    change(&mut pairs);
    Item::Map(pairs).to_bytes(1 << 20).unwrap()
}

fn public(number: u64) -> [u8; 32] {
    *key(number).public().bytes()
}

/// One signature in the place of another by the same key over the same bytes, with a point of order 2 added to R.
fn with_a_point_of_order_two(bytes: &[u8]) -> Vec<u8> {
    let mut bundle = Bundle::from_bytes(bytes).unwrap();
    let entry = &mut bundle.logs[1].statements[0].entry;
    *entry = evidence::crafted(entry, Label::Statement, SideRecipe::officer(2, 0));
    // The log is sealed again over the crafted entry, so that nothing but the signature is wrong.
    evidence::resealed(&mut bundle.logs[1], 220, &[("cn.hekou/mirror", 121)]);
    bundle.to_bytes().unwrap()
}

#[allow(clippy::too_many_lines, reason = "a list of faults")]
fn bad() -> Vec<(&'static str, Code, Vec<u8>)> {
    let say = |side: &'static str, said: fn(&Recipe) -> Said| {
        recipe(|recipe| {
            let said = said(recipe);
            recipe.say(side, said, 1_000_000_000);
        })
    };
    vec![
        ("cut-short", Code::Encoding, bytes(|bytes| bytes.truncate(bytes.len() - 1))),
        ("a-byte-too-many", Code::Encoding, bytes(|bytes| bytes.push(0))),
        ("nothing", Code::Encoding, Vec::new()),
        ("a-field-missing", Code::Shape, item(|pairs| pairs.retain(|(key, _)| key != "sides"))),
        ("a-field-too-many", Code::Shape, item(|pairs| pairs.push(("more".to_owned(), Item::Null)))),
        (
            "a-text-for-bytes",
            Code::Shape,
            item(|pairs| {
                pairs
                    .iter_mut()
                    .filter(|(key, _)| key == "document")
                    .for_each(|(_, item)| *item = Item::Text("a".to_owned()))
            }),
        ),
        (
            "another-format",
            Code::Format,
            item(|pairs| {
                pairs
                    .iter_mut()
                    .filter(|(key, _)| key == "format")
                    .for_each(|(_, item)| *item = Item::Text("twinpost/2/bundle".to_owned()))
            }),
        ),
        ("half-a-hash-in-a-proof", Code::Shape, item(|pairs| half_a_hash(pairs))),
        ("another-document", Code::Commitment, bundle(|bundle| bundle.document[0] ^= 1)),
        ("a-changed-word", Code::Commitment, bundle(|bundle| change_a_word(&mut bundle.openings[0]))),
        ("the-opening-left-out", Code::Commitment, bundle(|bundle| bundle.openings.clear())),
        ("the-opening-twice", Code::Order, bundle(|bundle| twice(&mut bundle.openings))),
        ("words-as-a-document", Code::Head, recipe(|recipe| recipe.document.head.kind = "words".to_owned())),
        ("joint-by-one-side", Code::HeadSides, recipe(|recipe| recipe.document.head.sides.truncate(1))),
        ("a-letter-by-two-sides", Code::HeadSides, recipe(|recipe| recipe.document.head.joint = None)),
        ("an-authentic-text-missing", Code::HeadText, recipe(|recipe| recipe.document.texts.truncate(1))),
        ("a-part-beyond-the-known", Code::Shape, bundle(|bundle| fill_an_empty_part(&mut bundle.openings[0]))),
        ("sides-in-another-order", Code::Order, bundle(|bundle| bundle.sides.reverse())),
        ("no-root", Code::RootNumber, bundle(|bundle| bundle.sides[0].roots.clear())),
        (
            "a-root-of-another-side",
            Code::RootSide,
            recipe(|recipe| recipe.sides[0].roots[0].root.side = "la".to_owned()),
        ),
        ("a-chain-that-begins-at-two", Code::RootNumber, recipe(|recipe| recipe.sides[0].roots[0].root.number = 2)),
        ("root-keys-in-another-order", Code::RootKeys, recipe(|recipe| recipe.sides[0].roots[0].root.keys.reverse())),
        ("a-root-key-of-small-order", Code::RootKeys, recipe(|recipe| recipe.sides[0].roots[0].root.keys[0] = [0; 32])),
        ("a-threshold-of-none", Code::RootThreshold, recipe(|recipe| recipe.sides[0].roots[0].root.threshold = 0)),
        (
            "a-threshold-beyond-the-keys",
            Code::RootThreshold,
            recipe(|recipe| recipe.sides[0].roots[0].root.threshold = 4),
        ),
        ("an-unknown-root", Code::RootUnknown, recipe(|recipe| recipe.sides[0].roots[0].root.from_ms += 1)),
        (
            "a-next-root-not-announced",
            Code::RootNext,
            recipe(|recipe| {
                recipe.sides[0] = SideRecipe::new("cn", "hekou", 1).with_new_root(1);
                recipe.sides[0].roots[1].root.threshold = 1;
            }),
        ),
        ("a-root-signed-by-a-stranger", Code::RootSigner, recipe(|recipe| recipe.sides[0].roots[0].signers.push(900))),
        (
            "a-root-signed-by-one-of-two",
            Code::RootTooFew,
            recipe(|recipe| recipe.sides[0].roots[0].signers.truncate(1)),
        ),
        (
            "a-next-root-without-the-one-before",
            Code::RootTooFew,
            recipe(|recipe| {
                recipe.sides[0] = SideRecipe::new("cn", "hekou", 1).with_new_root(1);
                recipe.sides[0].roots[1].signers = vec![110, 111];
            }),
        ),
        ("a-root-with-a-broken-signature", Code::Signature, bundle(|bundle| flip_last(&mut bundle.sides[0].roots[0]))),
        ("a-root-that-is-no-envelope", Code::Envelope, bundle(|bundle| bundle.sides[0].roots[0] = vec![0x80])),
        (
            "a-post-of-another-side",
            Code::PostSide,
            recipe(|recipe| recipe.sides[0].posts[0].keys.name.side = "la".to_owned()),
        ),
        (
            "a-post-with-one-key-for-two-things",
            Code::PostKeys,
            recipe(|recipe| recipe.sides[0].posts[0].keys.mirror = public(120)),
        ),
        (
            "a-post-signed-by-itself",
            Code::PostSigner,
            recipe(|recipe| recipe.sides[0].posts[0].signers = vec![120, 121]),
        ),
        (
            "a-post-signed-by-one-of-two",
            Code::PostTooFew,
            recipe(|recipe| recipe.sides[0].posts[0].signers.truncate(1)),
        ),
        (
            "a-post-signed-by-the-root-before",
            Code::PostSigner,
            recipe(|recipe| {
                recipe.sides[0] = SideRecipe::new("cn", "hekou", 1).with_new_root(1);
                recipe.sides[0].posts[0].signers = vec![100, 101];
            }),
        ),
        ("a-post-that-ends-before-it-begins", Code::Dates, recipe(|recipe| recipe.sides[0].posts[0].keys.until_ms = 5)),
        ("a-post-twice", Code::Order, bundle(|bundle| twice(&mut bundle.sides[0].posts))),
        (
            "an-officer-of-another-side",
            Code::OfficerSide,
            recipe(|recipe| recipe.sides[0].officers[0].key.post.side = "vn".to_owned()),
        ),
        (
            "an-officer-of-an-unknown-post",
            Code::OfficerPost,
            recipe(|recipe| recipe.sides[0].officers[0].key.post.post = "else".to_owned()),
        ),
        (
            "an-officer-signed-by-the-log-key",
            Code::OfficerSigner,
            recipe(|recipe| recipe.sides[0].officers[0].signer = 120),
        ),
        (
            "an-officer-for-longer-than-the-post",
            Code::Dates,
            recipe(|recipe| recipe.sides[0].officers[0].key.until_ms *= 2),
        ),
        (
            "an-officer-with-a-key-of-small-order",
            Code::Key,
            recipe(|recipe| recipe.sides[0].officers[0].key.key = [0; 32]),
        ),
        (
            "a-checkpoint-without-a-seal",
            Code::Note,
            note(|text| text.split("\n\n").next().unwrap().to_owned() + "\n\n"),
        ),
        ("a-checkpoint-with-a-longer-number", Code::Note, note(|text| text.replacen("\n7\n", "\n07\n", 1))),
        ("a-checkpoint-of-another-size", Code::NoteSeal, note(|text| text.replacen("\n7\n", "\n8\n", 1))),
        ("a-seal-by-another-key", Code::NoteSeal, recipe(|recipe| recipe.logs[0].seal = 121)),
        (
            "a-log-of-an-unknown-post",
            Code::OriginPost,
            recipe(|recipe| recipe.logs[0].origin.keeper.post = "else".to_owned()),
        ),
        ("a-log-twice", Code::Order, bundle(|bundle| twice(&mut bundle.logs))),
        (
            "cosigned-by-a-stranger",
            Code::NoteCosigner,
            recipe(|recipe| recipe.logs[0].cosigners[0].0 = "la.x/mirror".to_owned()),
        ),
        (
            "cosigned-by-its-own-side",
            Code::NoteCosigner,
            recipe(|recipe| recipe.logs[0].cosigners[0] = ("cn.hekou/mirror".to_owned(), 121, 9)),
        ),
        ("cosigned-by-another-key", Code::NoteCosignature, recipe(|recipe| recipe.logs[0].cosigners[0].1 = 220)),
        ("cosigned-at-another-time", Code::NoteCosignature, note(later)),
        ("a-log-without-statements", Code::Shape, bundle(|bundle| bundle.logs[0].statements.clear())),
        ("a-statement-beyond-the-log", Code::StatementIndex, bundle(|bundle| bundle.logs[0].statements[0].index = 7)),
        (
            "a-statement-in-another-place",
            Code::StatementInclusion,
            bundle(|bundle| bundle.logs[0].statements[0].index = 2),
        ),
        (
            "a-proof-cut-short",
            Code::StatementInclusion,
            bundle(|bundle| bundle.logs[0].statements[0].proof.truncate(1)),
        ),
        (
            "a-statement-of-another-log",
            Code::StatementOrigin,
            recipe(|recipe| recipe.logs[0].statements[0].0.origin.reader.post = "else".to_owned()),
        ),
        ("signed-by-an-unknown-officer", Code::StatementSigner, recipe(|recipe| recipe.logs[0].statements[0].1 = 131)),
        (
            "signed-by-an-officer-of-the-other-side",
            Code::StatementSigner,
            recipe(|recipe| recipe.logs[0].statements[0].1 = 230),
        ),
        (
            "signed-for-another-unit",
            Code::StatementUnit,
            recipe(|recipe| recipe.logs[0].statements[0].0.unit = Some("else".to_owned())),
        ),
        (
            "signed-before-the-office-began",
            Code::StatementDates,
            recipe(|recipe| recipe.logs[0].statements[0].0.at_ms = 5),
        ),
        (
            "signed-after-the-office-ended",
            Code::StatementDates,
            recipe(|recipe| recipe.logs[0].statements[0].0.at_ms *= 2),
        ),
        (
            "signed-beyond-the-level",
            Code::StatementRight,
            recipe(|recipe| recipe.sides[0].officers[0].key.rights = vec!["letter".to_owned()]),
        ),
        (
            "signed-another-text",
            Code::StatementDocument,
            recipe(|recipe| recipe.document.texts[0].1.paragraphs[0].push('!')),
        ),
        (
            "signed-another-revision",
            Code::StatementDocument,
            recipe(|recipe| recipe.document.head.joint = Some(([6; 16], 2))),
        ),
        ("signed-as-a-root", Code::Signature, recipe(|recipe| recipe.label = Label::Root)),
        ("a-point-of-order-two-in-a-signature", Code::Signature, with_a_point_of_order_two(&Recipe::minutes().bytes())),
        (
            "words-that-are-not-there",
            Code::Words,
            say("cn", |recipe| Said::Contest { slot: recipe.slot(), words: [1; 32] }),
        ),
        (
            "words-of-the-other-side",
            Code::Words,
            recipe(|recipe| {
                let words = recipe.words("vn", "A", "B");
                recipe.say("cn", Said::Contest { slot: recipe.slot(), words }, 1_000_000_000);
            }),
        ),
        (
            "a-document-as-words",
            Code::Words,
            recipe(|recipe| {
                recipe.words("vn", "A", "B");
                recipe.words[0].head.kind = "letter".to_owned();
            }),
        ),
        (
            "words-that-nobody-said",
            Code::Unused,
            recipe(|recipe| {
                recipe.words("vn", "A", "B");
            }),
        ),
        (
            "an-officer-who-signed-nothing",
            Code::Unused,
            recipe(|recipe| {
                let idle = SideRecipe::new("cn", "hekou", 1).officers.into_iter().find(|one| one.key.officer == "o-1");
                recipe.sides[0].officers.extend(idle);
                recipe.sides[0].officers.sort_by_key(|one| one.key.key);
            }),
        ),
        (
            "a-side-that-did-nothing",
            Code::Unused,
            recipe(|recipe| {
                let mut idle = SideRecipe::new("la", "x", 3);
                idle.officers.clear();
                recipe.sides.insert(1, idle);
            }),
        ),
        ("a-key-that-another-side-used", Code::Unused, recipe(bounds::certify_the_key_of_the_other_side)),
        ("signatures-beyond-the-limit", Code::Size, bundle(bounds::sign_beyond_the_limit)),
        ("words-quoted-beyond-the-limit", Code::Size, recipe(bounds::quote_beyond_the_limit)),
        ("a-field-too-many-in-a-post-without-time", Code::Shape, bundle(bounds::overfill_a_post_without_time)),
        (
            "nothing-signed",
            Code::NothingSigned,
            recipe(|recipe| {
                let slot = recipe.slot();
                recipe.logs.clear();
                recipe.say("cn", Said::Withdraw { slot }, 5);
                recipe.keep_used();
            }),
        ),
    ]
}

fn half_a_hash(pairs: &mut [(String, Item)]) {
    for (_, item) in pairs.iter_mut().filter(|(key, _)| key == "logs") {
        let Item::List(logs) = item else { continue };
        let Item::Map(log) = &mut logs[0] else { continue };
        for (_, item) in log.iter_mut().filter(|(key, _)| key == "statements") {
            let Item::List(statements) = item else { continue };
            let Item::Map(statement) = &mut statements[0] else { continue };
            statement
                .iter_mut()
                .filter(|(key, _)| key == "proof")
                .for_each(|(_, proof)| *proof = Item::Bytes(vec![0; 40]));
        }
    }
}

fn change_a_word(opening: &mut [u8]) {
    let at = opening.windows(4).position(|four| four == b"2026").unwrap();
    opening[at + 3] = b'7';
}

fn fill_an_empty_part(opening: &mut Vec<u8>) {
    let Ok(Item::Map(mut pairs)) = Item::from_bytes(opening, 1 << 20) else { panic!("a map") };
    for (_, item) in pairs.iter_mut().filter(|(key, _)| key == "parts") {
        let Item::List(parts) = item else { continue };
        parts[9] = Item::Int(1);
    }
    *opening = Item::Map(pairs).to_bytes(1 << 20).unwrap();
}

fn twice<T: Clone>(list: &mut Vec<T>) {
    let last = list.last().unwrap().clone();
    list.push(last);
}

fn flip_last(bytes: &mut [u8]) {
    *bytes.last_mut().unwrap() ^= 1;
}

/// The cosignature with another time in it: the eight bytes after the mark.
fn later(text: &str) -> String {
    let (before, line) = text.trim_end().rsplit_once(' ').unwrap();
    let digits = line.find("AAAA").unwrap() + 10;
    let changed = if &line[digits..=digits] == "A" { "B" } else { "A" };
    format!("{before} {}{changed}{}\n", &line[..digits], &line[digits + 1..])
}

fn good() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let with = |change: fn(&mut Recipe)| recipe(change);
    vec![
        ("minutes-signed-by-both", "bound", with(|_| {})),
        (
            "minutes-signed-with-a-reservation",
            "bound",
            with(|recipe| {
                let words = Some(recipe.words("cn", "Bảo lưu mục 4", "对第四项的保留"));
                let slot = recipe.slot();
                recipe.logs[0].statements[0].0.said = Said::Sign { slot, words };
            }),
        ),
        (
            "minutes-contested",
            "bound",
            with(|recipe| {
                let words = recipe.words("cn", "Mục 2", "第二项");
                let slot = recipe.slot();
                recipe.say("cn", Said::Contest { slot, words }, 50 * 86_400_000);
            }),
        ),
        (
            "minutes-after-a-change-of-root",
            "bound",
            with(|recipe| {
                let officers = recipe.sides[1].officers.clone();
                recipe.sides[1] = SideRecipe::new("vn", "laocai", 2).with_new_root(2);
                recipe.sides[1].officers = officers;
            }),
        ),
        ("minutes-not-held-in-time", "signed", with(|recipe| recipe.logs[0].cosigners[0].2 += 30 * 86_400)),
        ("minutes-not-held", "signed", with(|recipe| recipe.logs[0].cosigners.clear())),
        (
            "minutes-refused",
            "refused",
            with(|recipe| {
                let words = recipe.words("cn", "Lý do", "理由");
                let slot = recipe.slot();
                recipe.logs[0].statements[0].0.said = Said::Refuse { slot, words };
            }),
        ),
        (
            "minutes-withdrawn",
            "withdrawn",
            with(|recipe| {
                let slot = recipe.slot();
                recipe.say("vn", Said::Withdraw { slot }, 45 * 86_400_000);
                recipe.logs[0].statements[0].0.said = Said::LetGo { slot };
            }),
        ),
        (
            "minutes-proposed",
            "proposed",
            with(|recipe| {
                recipe.logs.remove(0);
                recipe.keep_used();
            }),
        ),
        (
            "minutes-ended-by-both",
            "terminated",
            with(|recipe| {
                let slot = recipe.slot();
                recipe.say("vn", Said::Terminate { slot }, 50 * 86_400_000);
                recipe.say("cn", Said::Terminate { slot }, 51 * 86_400_000);
            }),
        ),
        (
            "a-letter-of-which-note-was-taken",
            "acknowledged",
            with(|recipe| {
                let sides = recipe.sides.iter().map(|side| side.side.clone()).collect::<Vec<_>>();
                recipe.logs.clear();
                recipe.document.head = DocumentHead {
                    kind: "letter".to_owned(),
                    sides: vec![sides[1].clone()],
                    languages: vec!["vi".to_owned()],
                    ..DocumentHead::default()
                };
                let document = recipe.document.digest().unwrap();
                recipe.say("vn", Said::Issue { document, answers: None, until_ms: None }, 5);
                recipe.say("cn", Said::Acknowledge { document }, 90_000);
            }),
        ),
    ]
}

fn kept(path: PathBuf, bytes: &[u8]) -> Vec<u8> {
    if std::env::var_os("TWINPOST_BLESS").is_some() && !path.exists() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    std::fs::read(&path).unwrap_or_else(|_| panic!("{} is missing; TWINPOST_BLESS=1 writes it", path.display()))
}

#[test]
fn each_bad_bundle_is_refused_for_its_own_reason_and_kept() {
    let known = known();
    let bad: Vec<_> = bad().into_iter().chain(heads::bad()).chain(together::bad()).collect();
    assert!(bad.len() >= 90);
    let mut places = Vec::new();
    for (name, code, bytes) in &bad {
        let fault = verify(bytes, &known).map(|verdict| verdict.standing).unwrap_err();
        assert_eq!(fault.code, *code, "{name}: {fault}");
        places.push(format!("{}--{name} {}", code.as_str(), fault.place).trim_end().to_owned());
        let file = format!("bad/{}--{name}.twp", code.as_str());
        assert_eq!(kept(folder().join(&file), bytes), *bytes, "{file} is not what the recipe makes now");
    }
    let covered = |code: &Code| bad.iter().any(|(_, other, _)| other == code);
    let missing: Vec<_> = Code::ALL.into_iter().filter(|code| !covered(code)).collect();
    assert_eq!(missing, []);
    places.sort();
    let places = places.join("\n") + "\n";
    assert_eq!(String::from_utf8(kept(folder().join("bad/places.txt"), places.as_bytes())).unwrap(), places);
}

#[test]
fn a_bundle_beyond_the_limit_is_refused_before_it_is_read() {
    let fault = verify(&vec![0; (16 << 20) + 1], &known()).map(|verdict| verdict.standing).unwrap_err();
    assert_eq!(fault.code, Code::Size);
}

#[test]
fn each_good_bundle_stands_as_it_should_and_is_kept() {
    let known = known();
    for (name, standing, bytes) in good().into_iter().chain(heads::good()).chain(together::good()) {
        let verdict = verify(&bytes, &known).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(verdict.standing, standing, "{name}");
        let file = format!("good/{standing}--{name}.twp");
        assert_eq!(kept(folder().join(&file), &bytes), bytes, "{file} is not what the recipe makes now");
        let json = serde_json::to_string_pretty(&verdict_json(&Ok(verdict))).unwrap() + "\n";
        let file = file.replace(".twp", ".json");
        assert_eq!(String::from_utf8(kept(folder().join(&file), json.as_bytes())).unwrap(), json, "{file}");
    }
    let roots: Vec<String> = known.iter().map(|hash| hex(hash)).collect();
    let roots = roots.join("\n") + "\n";
    assert_eq!(String::from_utf8(kept(folder().join("roots.txt"), roots.as_bytes())).unwrap(), roots);
}

fn every_flipped_bit_is_refused(recipe: &Recipe) {
    let (known, bytes) = (recipe.fingerprints(), recipe.bytes());
    assert!(verify(&bytes, &known).is_ok());
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(verify(&flipped, &known).is_err(), "bit {} of byte {}", bit % 8, bit / 8);
    }
}

#[test]
fn any_flipped_bit_of_a_bundle_is_refused() {
    // It has everything that an ordinary one has, and words and a later head besides.
    every_flipped_bit_is_refused(&heads::contested());
}

#[test]
fn a_bundle_weighs_at_most_six_kilobytes_beyond_its_content() {
    let mut recipe = Recipe::minutes();
    // A log of a million entries has proofs of twenty hashes; the rest does not grow.
    let deep = 2 * 20 * 32;
    recipe.logs.iter_mut().for_each(|log| log.between = 0);
    let content = recipe.document.opening().unwrap().len();
    let beyond = recipe.bytes().len() - content + deep;
    println!("{beyond} bytes beyond the content, proofs of twenty hashes counted in");
    assert!(beyond <= 6_000, "{beyond}");
    let later = heads::ended().bytes().len() - recipe.bytes().len();
    println!("{later} bytes more for words of contest and three heads that came later");
}

#[test]
fn the_courses_reach_every_standing_and_the_damage_most_faults() {
    let chance = Seeded::new(7);
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for _ in 0..300 {
        let course = evidence::course(&chance);
        let known = course.fingerprints();
        let verdict = verify(&course.bytes(), &known).unwrap_or_else(|fault| panic!("{fault}\n{course:#?}"));
        *seen.entry(verdict.standing.to_owned()).or_default() += 1;
        for _ in 0..9 {
            let code = match verify(&evidence::damaged(&course, &chance), &known) {
                Ok(_) => "still good",
                Err(fault) => fault.code.as_str(),
            };
            *seen.entry(code.to_owned()).or_default() += 1;
        }
    }
    println!("{seen:?}");
    for standing in ["bound", "signed", "proposed", "refused", "withdrawn", "terminated", "issued", "acknowledged"] {
        assert!(seen.contains_key(standing), "{standing} never came up: {seen:?}");
    }
    assert!(seen.len() >= 35, "{seen:?}");
}
