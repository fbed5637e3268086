//! Keys from the root of a side down to its officers: a whole ceremony of two sides, and everything that is refused on
//! the way. What is refused changes nothing, and no secret stands anywhere in the folder of a post.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::path::{Path, PathBuf};

use desk::keys::{
    Asked, By, Envelope, Hash, Installed, KeyError, KeyStage, KeyUse, KeyView, Label, Locked, OfficerOrder, Passphrase,
    PostSealer, Request, Root, end_of_post, first_root, next_root,
};
use desk::script::SetClock;
use domain::{OfficerId, Right};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use journal::{
    Bundle, BundledLog, BundledSide, BundledStatement, Document, DocumentHead, Head, Item, Origin, Said, Statement,
    Text, inclusion, leaf_hash, root, verify,
};
use serde_json::json;
use testkit::{Post, instant, unit, workspace};

const POST: &str = "the passphrase of the post";
const PIN: &str = "ten or more letters";
const GATE: &str = "vn-bg-laocai-gate";

/// A post whose keys are certified, with the root that certified them.
struct Side {
    post: Post,
    roots: Vec<Envelope>,
    fingerprint: Hash,
    keys: Vec<Locked>,
    announced: Vec<Locked>,
    certificate: Request,
}

fn holders(number: usize) -> Vec<Passphrase> {
    (1..=number).map(|holder| Passphrase::new(format!("passphrase of holder {holder}"))).collect()
}

fn until() -> Date {
    date(2027, 12, 31)
}

/// Opens the keys of the root with the passphrases of their holders, and signs with so many of them.
fn signed(mut request: Request, keys: &[Locked], number: usize) -> Request {
    for (key, passphrase) in keys.iter().zip(holders(keys.len())).take(number) {
        // What is passed on is read again by the next one.
        request = Request::from_bytes(&request.to_bytes()).unwrap();
        request.sign(&key.unlock(&passphrase).unwrap()).unwrap();
    }
    request
}

impl Side {
    fn founded(profile: &str, seed: u64, holding: usize, threshold: u64) -> Self {
        let post = Post::founded_from(&workspace().join("profiles").join(profile), seed);
        post.clock.set(instant("2026-01-20T01:00:00Z"));
        let (now_ms, side) = (post.desk.now().as_millisecond().unsigned_abs(), post.desk.own().to_string());
        let made = first_root(&side, threshold, now_ms, &holders(holding), post.chance.as_ref()).unwrap();
        let roots = vec![made.request.finished().unwrap()];
        let (fingerprint, _) = desk::keys::checked_roots(&side, &roots).unwrap();
        let request = post.desk.make_post_keys("station", &Passphrase::new(POST), until(), roots.clone()).unwrap();
        let certificate = signed(request, &made.keys, threshold as usize);
        let (keys, announced) = (made.keys, made.announced);
        Self { post, roots, fingerprint, keys, announced, certificate }
    }

    fn certified(profile: &str, seed: u64, holding: usize, threshold: u64) -> Self {
        let side = Self::founded(profile, seed, holding, threshold);
        let installed = side.post.desk.install(&side.certificate, Some(side.fingerprint)).unwrap();
        assert!(matches!(installed, Installed::Post(_)));
        side
    }

    fn sealer(&self) -> PostSealer {
        self.post.desk.unlock_post(&Passphrase::new(POST)).unwrap()
    }

    fn officer_key(&self, by: By<'_>, officer: &OfficerId) -> Result<KeyView, KeyError> {
        let rights = vec!["minutes".to_owned(), "letter".to_owned()];
        let order = OfficerOrder { officer, rights, until_on: date(2026, 12, 31), office: None, unit: None };
        self.post.desk.make_officer_key(by, &order, &Passphrase::new(PIN), &self.sealer())
    }
}

/// A log with one entry, sealed by its keeper and cosigned by the reader, as a bundle has it.
fn log(keeper: &PostSealer, reader: &PostSealer, entry: Vec<u8>, seconds: u64) -> BundledLog {
    let leaves = [leaf_hash(&entry)];
    let origin = Origin::first(keeper.name().clone(), reader.name().clone());
    let mut checkpoint = keeper.seal(Head { origin, size: 1, root: root(&leaves) });
    reader.cosign(&mut checkpoint, seconds);
    let proof = inclusion(&leaves, 0).unwrap();
    let statements = vec![BundledStatement { index: 0, entry, proof, cover: None }];
    BundledLog { checkpoint: checkpoint.to_text(), consistency: None, statements }
}

#[test]
fn two_sides_make_their_keys_and_a_stranger_checks_a_paper_with_two_fingerprints() {
    let (one, other) = (Side::certified("vn-cn", 3, 3, 2), Side::certified("no-fi", 4, 1, 1));
    let officers = [&one, &other].map(|side| (side, side.post.keeper.clone()));
    for (side, officer) in &officers {
        let view = side.officer_key(By::Console, officer).unwrap();
        assert_eq!(view.stage, KeyStage::Standing);
        let certified = view.officer.unwrap();
        assert!(certified.identity.starts_with("o-") && !certified.identity.contains("keeper"));
        assert_eq!(certified.rights, ["letter", "minutes"]);
    }
    let [sender, receiver] =
        officers.each_ref().map(|(side, officer)| side.post.desk.unlock(officer, &Passphrase::new(PIN)).unwrap());
    let (from, to) = (one.sealer(), other.sealer());
    let text = Text { title: "Cattle".into(), paragraphs: vec!["Eleven head crossed.".into()] };
    let sides = vec![from.name().side.clone()];
    let head = DocumentHead {
        kind: "letter".into(),
        sides,
        languages: vec!["en".into()],
        joint: None,
        supersedes: None,
        supplements: None,
    };
    let texts = vec![("en".to_owned(), text)];
    let letter =
        Document { seed: [5; 16], head, texts, data: Item::Null, attachments: Vec::new(), signers: Vec::new() };
    let document = letter.digest().unwrap();
    let at_ms = one.post.desk.now().as_millisecond().unsigned_abs() + 1_000;
    let said = |keeper: &PostSealer, reader: &PostSealer, said| {
        // Whatever unit is written here: what the officer signs is for the unit of the certificate.
        let unit = Some("another".to_owned());
        Statement { origin: Origin::first(keeper.name().clone(), reader.name().clone()), unit, at_ms, said }
    };
    assert!(sender.may_sign("letter", at_ms) && !sender.may_sign("map", at_ms) && !sender.may_sign("letter", 0));
    let issue = sender.sign(&said(&from, &to, Said::Issue { document, answers: None, until_ms: None }));
    let acknowledge = receiver.sign(&said(&to, &from, Said::Acknowledge { document }));
    let mut logs = vec![log(&from, &to, issue, at_ms / 1000 + 1), log(&to, &from, acknowledge, at_ms / 1000 + 2)];
    logs.sort_by(|a, b| a.checkpoint.cmp(&b.checkpoint));
    let mut sides: Vec<BundledSide> = [(&one, &from, &sender), (&other, &to, &receiver)]
        .map(|(side, sealer, signer)| BundledSide {
            side: sealer.name().side.clone(),
            roots: side.roots.iter().map(Envelope::to_bytes).collect(),
            posts: vec![side.certificate.finished().unwrap().to_bytes()],
            officers: vec![signer.certificate().to_bytes()],
        })
        .into();
    sides.sort_by(|a, b| a.side.cmp(&b.side));
    let bundle = Bundle { document, openings: vec![letter.opening().unwrap()], sides, logs };
    let bytes = bundle.to_bytes().unwrap();
    let verdict = verify(&bytes, &[one.fingerprint, other.fingerprint]).unwrap();
    assert_eq!(verdict.standing, "acknowledged");
    assert!(verify(&bytes, &[one.fingerprint]).is_err(), "both fingerprints are needed");
    let told = from.say(&said(&from, &to, Said::Revoke { key: sender.certified().key, reason: "left".into() }));
    let (statement, envelope, signer) = Statement::read(&told, "it").unwrap();
    assert_eq!((statement.unit, signer), (None, from.keys().certify));
    assert_eq!(envelope.verify(Label::Statement, "it"), Ok(()));
}

#[test]
fn too_few_signatures_and_a_stranger_s_key_certify_nothing() {
    let side = Side::founded("vn-cn", 5, 3, 2);
    let Asked::Post(post) = side.certificate.asked() else { panic!("a post") };
    let blank = Request::new(Label::Post, post.sign(&[]), side.roots.clone()).unwrap();
    let once = signed(blank.clone(), &side.keys, 1);
    assert_eq!((blank.missing().unwrap(), once.missing().unwrap()), (2, 1));
    assert!(matches!(once.finished(), Err(KeyError::TooFew { missing: 1 })));
    assert!(matches!(side.post.desk.install(&once, Some(side.fingerprint)), Err(KeyError::Unproven(_))));
    let mut again = once.clone();
    let key = side.keys[0].unlock(&holders(1)[0]).unwrap();
    assert!(matches!(again.sign(&key), Err(KeyError::Signed)));
    let announced = side.announced[1].unlock(&holders(2)[1]).unwrap();
    assert!(matches!(again.sign(&announced), Err(KeyError::NotASigner)), "an announced key signs nothing yet");
    assert_eq!(again, once);
    assert!(matches!(side.post.desk.unlock_post(&Passphrase::new(POST)), Err(KeyError::NotCertified)));
    assert!(matches!(side.post.desk.install(&side.certificate, None), Err(KeyError::FingerprintNeeded)));
    assert!(matches!(side.post.desk.install(&side.certificate, Some([7; 32])), Err(KeyError::OtherFingerprint)));
    let stages: Vec<KeyStage> = side.post.desk.keys().unwrap().iter().map(|key| key.stage).collect();
    assert_eq!(stages, [KeyStage::Waiting; 3], "what was refused changed nothing");
    side.post.desk.install(&side.certificate, Some(side.fingerprint)).unwrap();
    assert!(side.post.desk.keys().unwrap().iter().all(|key| key.stage == KeyStage::Standing));
    let other = Side::founded("vn-cn", 6, 1, 1);
    let strange = side.post.desk.install(&other.certificate, None);
    assert!(matches!(strange, Err(KeyError::OtherRoots)), "{strange:?}");
}

#[test]
fn a_wrong_passphrase_and_a_flipped_byte_are_refused_differently_and_change_nothing() {
    let side = Side::certified("vn-cn", 7, 1, 1);
    let wrong = side.post.desk.unlock_post(&Passphrase::new("another passphrase"));
    assert!(matches!(wrong, Err(KeyError::Passphrase)), "{wrong:?}");
    let mut bytes = side.keys[0].to_bytes();
    assert!(matches!(side.keys[0].unlock(&Passphrase::new(PIN)), Err(KeyError::Passphrase)));
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    assert!(matches!(Locked::from_bytes(&bytes), Err(KeyError::Damaged)));
    let path = side.post.folder().join("access.db");
    let file = rusqlite::Connection::open(path).unwrap();
    let sealed: Vec<u8> =
        file.query_row("SELECT sealed FROM keys WHERE kind = 'mirror'", [], |row| row.get(0)).unwrap();
    let mut flipped = sealed.clone();
    flipped[60] ^= 1;
    let put = |bytes: &[u8]| file.execute("UPDATE keys SET sealed = ?1 WHERE kind = 'mirror'", [bytes]).unwrap();
    put(&flipped);
    assert!(matches!(side.post.desk.unlock_post(&Passphrase::new(POST)), Err(KeyError::Damaged)));
    put(&sealed);
    assert_eq!(side.sealer().name().post, "station");
    let certify: Vec<u8> =
        file.query_row("SELECT sealed FROM keys WHERE kind = 'certify'", [], |row| row.get(0)).unwrap();
    put(&certify);
    let swapped = side.post.desk.unlock_post(&Passphrase::new(POST));
    assert!(matches!(swapped, Err(KeyError::Damaged)), "a key in the place of another: {swapped:?}");
}

#[test]
fn an_officer_s_key_opens_until_it_is_revoked_rotated_past_or_its_officer_left() {
    let side = Side::certified("vn-cn", 8, 1, 1);
    let desk = &side.post.desk;
    let officer = side.post.enlist("duty", GATE, "officer", "unit", "internal");
    let pin = Passphrase::new(PIN);
    assert!(matches!(desk.unlock(&officer, &pin), Err(KeyError::NoKey)));
    let first = side.officer_key(By::Console, &officer).unwrap();
    assert!(matches!(side.officer_key(By::Console, &officer), Err(KeyError::HasKey)));
    let was = desk.unlock(&officer, &pin).unwrap();
    assert_eq!((was.certified().unit.as_str(), was.certified().key.len()), (GATE, 32));
    let (by, other) = (By::Console, Passphrase::new("quite another passphrase"));
    let second = desk.rotate_officer_key(by, &officer, date(2026, 6, 30), &other, &side.sealer()).unwrap();
    assert_eq!(first.officer.map(|was| was.identity), second.officer.map(|now| now.identity), "the same to others");
    assert!(matches!(desk.unlock(&officer, &pin), Err(KeyError::Passphrase)), "the old key is gone");
    assert_ne!(desk.unlock(&officer, &other).unwrap().certified().key, was.certified().key);
    desk.end_officer_key(by, &officer, "lost the telephone").unwrap();
    assert!(matches!(desk.unlock(&officer, &other), Err(KeyError::Ended)));
    assert!(matches!(desk.end_officer_key(by, &officer, "again"), Err(KeyError::NoKey)));
    let state = desk.officer(&officer).unwrap().unwrap();
    let ends: Vec<_> = state.keys.iter().map(|key| key.ended.as_deref()).collect();
    assert_eq!(ends, [Some("replaced"), Some("lost the telephone")], "the record tells of both");
    assert_eq!(state.keys[1].until, date(2026, 7, 1));
    assert_eq!((state.keys[1].key.as_str(), state.keys[1].from), (second.digest.as_str(), date(2026, 1, 20)));
    let checkup = desk.checkup().unwrap();
    let wrong: Vec<_> = checkup
        .findings
        .iter()
        .filter(|finding| ["fold", "rows"].contains(&finding.subject) && !finding.well)
        .collect();
    assert!(wrong.is_empty(), "the journal and the tables agree: {wrong:?}");
    side.officer_key(by, &officer).unwrap();
    assert!(desk.unlock(&officer, &pin).is_ok());
    side.post.act(
        &side.post.keeper,
        "officer",
        Some(officer.as_str()),
        json!({ "command": "record-leaving", "on": "2026-01-20" }),
    );
    assert!(matches!(desk.unlock(&officer, &pin), Err(KeyError::Ended)), "who left signs nothing");
}

#[test]
fn after_five_wrong_passphrases_each_further_try_has_to_wait() {
    let side = Side::certified("vn-cn", 9, 1, 1);
    let (desk, officer) = (&side.post.desk, &side.post.keeper);
    side.officer_key(By::Console, officer).unwrap();
    let (right, wrong) = (Passphrase::new(PIN), Passphrase::new("wrong passphrase"));
    for _ in 0..6 {
        assert!(matches!(desk.unlock(officer, &wrong), Err(KeyError::Passphrase)));
    }
    assert!(matches!(desk.unlock(officer, &right), Err(KeyError::Wait { seconds: 2 })), "the right one waits as well");
    let clock: &SetClock = &side.post.clock;
    clock.set(desk.now() + 2.seconds());
    assert!(desk.unlock(officer, &right).is_ok());
    assert!(matches!(desk.unlock(officer, &wrong), Err(KeyError::Passphrase)), "and counting begins anew");
    clock.set(instant("2026-12-31T17:00:00Z"));
    assert!(matches!(desk.unlock(officer, &right), Err(KeyError::OutOfTime)), "after the last day on the own clock");
    let list = desk.keys().unwrap();
    let key = list.iter().find(|key| key.what == "officer").unwrap();
    assert_eq!((key.stage, key.days_left), (KeyStage::Past, None));
    clock.set(instant("2027-11-30T00:00:00Z"));
    let list = desk.keys().unwrap();
    assert!(list.iter().filter(|key| key.ends_soon).all(|key| key.what != "officer" && key.days_left == Some(31)));
    assert_eq!(list.iter().filter(|key| key.ends_soon).count(), 3);
}

#[test]
fn only_who_administers_the_unit_makes_and_ends_keys_and_a_refusal_leaves_its_trace() {
    let side = Side::certified("vn-cn", 10, 1, 1);
    let officer = side.post.enlist("duty", GATE, "officer", "unit", "internal");
    let commander = side.post.enlist("chief", GATE, "commander", "subtree", "restricted");
    let (desk, before) = (&side.post.desk, side.post.desk.keys().unwrap());
    for by in [By::Keeper(&officer), By::Keeper(&commander)] {
        let refused = side.officer_key(by, &officer);
        assert!(matches!(refused, Err(KeyError::NotAllowed { right: Right::Administer })), "{refused:?}");
        let ended = desk.end_officer_key(by, &officer, "no");
        assert!(matches!(ended, Err(KeyError::NotAllowed { right: Right::Administer })), "{ended:?}");
    }
    assert_eq!(desk.keys().unwrap(), before);
    side.officer_key(By::Keeper(&side.post.keeper), &officer).unwrap();
    let view = desk.record(&side.post.keeper, "officer", officer.as_str()).unwrap();
    let told: Vec<String> =
        view.history.iter().map(|line| line.fact["fact"].as_str().unwrap_or_default().to_owned()).collect();
    assert!(told.iter().any(|fact| fact == "key-certified"), "{told:?}");
    let forged =
        side.post.try_act(&side.post.keeper, "officer", Some(officer.as_str()), json!({ "command": "certify-key" }));
    assert!(forged.is_err(), "nobody tells of a key that was not made");
    let elsewhere = OfficerOrder {
        officer: &side.post.keeper,
        rights: vec!["letter".into()],
        until_on: date(2026, 12, 31),
        office: None,
        unit: Some(unit("cn-hekou-station")),
    };
    let refused = desk.make_officer_key(By::Console, &elsewhere, &Passphrase::new(PIN), &side.sealer());
    assert!(matches!(refused, Err(KeyError::NotFound)), "a unit of the other side: {refused:?}");
    let late = OfficerOrder { unit: None, until_on: date(2028, 1, 1), ..elsewhere };
    let refused = desk.make_officer_key(By::Console, &late, &Passphrase::new(PIN), &side.sealer());
    assert!(matches!(refused, Err(KeyError::Dates)), "not beyond the keys of the post");
}

#[test]
fn the_next_root_is_the_announced_one_and_posts_are_certified_under_it_again() {
    let side = Side::certified("vn-cn", 11, 2, 2);
    let (desk, chance) = (&side.post.desk, side.post.chance.as_ref());
    let now_ms = desk.now().as_millisecond().unsigned_abs();
    let made = next_root(side.roots.clone(), &side.keys, now_ms, &holders(2), chance);
    assert!(matches!(made, Err(KeyError::NotAnnounced)));
    let made = next_root(side.roots.clone(), &side.announced, now_ms, &holders(2), chance).unwrap();
    assert_eq!(made.request.missing().unwrap(), 4, "both of the new ones and both of the old ones");
    let half = signed(made.request, &side.announced, 2);
    assert!(matches!(half.finished(), Err(KeyError::TooFew { missing: 2 })));
    let Asked::Root(asked) = half.asked() else { panic!("a root") };
    let widened = Root { threshold: 1, ..asked.clone() }.sign(&[]);
    let mut widened = Request::new(Label::Root, widened, side.roots.clone()).unwrap();
    let key = side.keys[0].unlock(&holders(1)[0]).unwrap();
    assert!(matches!(widened.sign(&key), Err(KeyError::NotAnnounced)), "nobody is led to sign another threshold");
    let whole = signed(half, &side.keys, 2);
    let Asked::Root(Root { number: 2, .. }) = whole.asked() else { panic!("{:?}", whole.asked()) };
    assert_eq!(desk.install(&whole, None).unwrap(), Installed::Root(2), "its fingerprint is known already");
    assert!(desk.install(&side.certificate, None).is_err(), "a certificate by the root before is none any more");
    let renewed = desk.renew_post(date(2028, 12, 31), Vec::new()).unwrap();
    let renewed = signed(renewed, &side.announced, 2);
    let Installed::Post(keys) = desk.install(&renewed, None).unwrap() else { panic!("a post") };
    assert_eq!(keys.certify, side.sealer().keys().certify, "the same keys");
    assert_eq!(desk.known_fingerprint().unwrap(), Some(side.fingerprint), "one fingerprint for ever");
    side.officer_key(By::Console, &side.post.keeper).unwrap();
    let shorter = signed(desk.renew_post(date(2026, 6, 30), Vec::new()).unwrap(), &side.announced, 2);
    desk.install(&shorter, None).unwrap();
    let list = desk.keys().unwrap();
    assert_eq!(list.iter().filter(|key| key.what == "officer").count(), 1, "the list stands whatever is certified");
    let refused = desk.unlock(&side.post.keeper, &Passphrase::new(PIN));
    assert!(matches!(refused, Err(KeyError::Unproven(_))), "a post certifies within its own time: {refused:?}");
}

#[test]
fn a_revoked_post_seals_no_more_and_its_officers_sign_no_more() {
    let side = Side::certified("vn-cn", 12, 1, 1);
    let (desk, officer) = (&side.post.desk, &side.post.keeper);
    side.officer_key(By::Console, officer).unwrap();
    let now_ms = desk.now().as_millisecond().unsigned_abs();
    let asked = end_of_post(&side.certificate, "the computer was stolen", now_ms).unwrap();
    assert!(desk.install(&asked, None).is_err(), "nobody has signed it");
    let end = signed(asked, &side.keys, 1);
    assert!(matches!(desk.install(&end, None), Ok(Installed::Revocation(_))));
    assert!(matches!(desk.unlock_post(&Passphrase::new(POST)), Err(KeyError::Ended)));
    assert!(matches!(desk.unlock(officer, &Passphrase::new(PIN)), Err(KeyError::Ended)));
    assert!(matches!(desk.install(&end, None), Err(KeyError::NotOurs)));
    desk.make_post_keys("station", &Passphrase::new(POST), until(), Vec::new()).unwrap();
    assert!(matches!(desk.unlock_post(&Passphrase::new(POST)), Err(KeyError::NotCertified)), "new keys may follow");
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The ways in which somebody would write a secret.
fn spellings(secret: &[u8]) -> Vec<Vec<u8>> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    let base64: Vec<u8> = secret[..30]
        .chunks(3)
        .flat_map(|three| {
            let bits = three.iter().fold(0usize, |bits, byte| bits << 8 | usize::from(*byte));
            [18, 12, 6, 0].map(|shift| LETTERS[bits >> shift & 63])
        })
        .collect();
    vec![secret.to_vec(), hex.to_uppercase().into_bytes(), hex.into_bytes(), base64]
}

#[test]
fn no_secret_stands_in_the_folder_of_the_post_after_all_of_it() {
    let side = Side::certified("vn-cn", 13, 1, 1);
    let (desk, officer) = (&side.post.desk, &side.post.keeper);
    let pin = Passphrase::new(PIN);
    side.officer_key(By::Console, officer).unwrap();
    let mut secrets = Vec::new();
    let mut noted = |which: &[&str]| {
        // The secrets themselves, opened from what is kept.
        let file = rusqlite::Connection::open(side.post.folder().join("access.db")).unwrap();
        let mut statement = file.prepare("SELECT kind, sealed FROM keys WHERE length(sealed) > 0").unwrap();
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
        for (kind, sealed) in rows.map(Result::unwrap).filter(|(kind, _)| which.contains(&kind.as_str())) {
            let locked = Locked::from_bytes(&sealed).unwrap();
            let passphrase = Passphrase::new(if locked.use_of == KeyUse::Officer { PIN } else { POST });
            let key = locked.unlock(&passphrase).unwrap();
            assert_eq!((locked.use_of.code(), *key.public().bytes()), (kind.as_str(), locked.public));
            secrets.push((locked.public, key.secret()));
        }
    };
    noted(&["log", "mirror", "certify", "officer"]);
    desk.rotate_officer_key(By::Console, officer, date(2026, 6, 30), &pin, &side.sealer()).unwrap();
    noted(&["officer"]);
    desk.unlock(officer, &pin).unwrap();
    desk.end_officer_key(By::Console, officer, "left").unwrap();
    secrets.push((side.keys[0].public, side.keys[0].unlock(&holders(1)[0]).unwrap().secret()));
    assert_eq!(secrets.len(), 6);
    let contents: Vec<(PathBuf, Vec<u8>)> =
        files(side.post.folder()).into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect();
    let stands =
        |wanted: &[u8]| contents.iter().find(|(_, bytes)| bytes.windows(wanted.len()).any(|window| window == wanted));
    for (_, secret) in &secrets {
        for spelled in spellings(secret) {
            assert!(stands(&spelled).is_none(), "in {:?}", stands(&spelled).map(|(path, _)| path));
        }
    }
    for phrase in [POST, PIN, "passphrase of holder 1"] {
        assert!(stands(phrase.as_bytes()).is_none(), "{phrase}");
    }
    assert!(stands(&secrets[0].0).is_some(), "the public keys are found, so the search does find");
}
