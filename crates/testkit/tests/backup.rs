//! All keys of a post in one file and back: what comes back is what was laid away, nothing that stands is replaced,
//! nothing that has ended comes to life, and what is refused changes nothing.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use desk::keys::{By, Installed, KeyBackup, KeyError, KeyStage, KeyView, Locked, Passphrase, end_of_post};
use jiff::ToSpan;
use jiff::civil::date;
use testkit::pair::{Half, PASSPHRASE, PIN, met, met_two, met_with_root};
use testkit::{Post, act};

fn pass() -> Passphrase {
    Passphrase::new(PASSPHRASE)
}

fn pin() -> Passphrase {
    Passphrase::new(PIN)
}

/// The backup of a post, as it is read again from its bytes.
fn laid_away(half: &Half) -> KeyBackup {
    let bytes = half.post.desk.back_up_keys().unwrap().to_bytes().unwrap();
    KeyBackup::from_bytes(&bytes).unwrap()
}

fn keys(post: &Post) -> Vec<KeyView> {
    post.desk.keys().unwrap()
}

/// Every key but the roots, which a folder that has lost them notes at another time.
fn without_roots(post: &Post) -> Vec<KeyView> {
    keys(post).into_iter().filter(|key| key.what != "root").collect()
}

#[test]
fn a_post_that_lost_its_keys_has_them_all_again_and_seals_and_signs_as_before() {
    let [vn, _] = met(501);
    let desk = &vn.post.desk;
    desk.open_road(&vn.sealer(), &pass()).unwrap();
    vn.wait(1.hours());
    desk.rotate_officer_key(By::Console, &vn.head, date(2027, 5, 31), &pin(), &vn.sealer()).unwrap();
    let backup = laid_away(&vn);
    assert_eq!(backup.count(), 6, "three of the post, its courier, two of the commander");
    let empty = vn.post.bereft(3);
    assert_eq!(keys(&empty), []);
    let recovering = |phrase: &str, fingerprint| {
        let done = empty.desk.recover_keys(&backup, &Passphrase::new(phrase), fingerprint);
        if done.is_err() {
            assert_eq!(keys(&empty), [], "what was refused changed nothing");
        }
        done
    };
    assert!(matches!(recovering(PASSPHRASE, None), Err(KeyError::FingerprintNeeded)));
    assert!(matches!(recovering(PASSPHRASE, Some([7; 32])), Err(KeyError::OtherFingerprint)));
    assert!(matches!(recovering(PIN, Some(vn.fingerprint)), Err(KeyError::Passphrase)));
    let done = recovering(PASSPHRASE, Some(vn.fingerprint)).unwrap();
    assert_eq!((done.post.as_str(), done.keys, done.ended, done.roots), ("vn.laocai", 6, 1, 1));
    assert_eq!(without_roots(&empty), without_roots(&vn.post), "what came back is what was laid away");
    assert_eq!(empty.desk.known_fingerprint().unwrap(), Some(vn.fingerprint));
    assert_eq!(empty.desk.unlock_post(&pass()).unwrap().keys(), vn.sealer().keys());
    assert!(empty.desk.unlock(&vn.head, &pin()).is_ok());
    let before = keys(&empty);
    let again = empty.desk.recover_keys(&backup, &pass(), None).unwrap();
    assert_eq!((again.keys, again.roots), (0, 0));
    assert_eq!(keys(&empty), before, "once more brings nothing");
}

#[test]
fn a_post_founded_anew_on_another_computer_takes_the_keys_of_its_name() {
    let [vn, _] = met(511);
    let backup = laid_away(&vn);
    let fresh = Post::founded(99);
    fresh.clock.set(vn.post.desk.now());
    let done = fresh.desk.recover_keys(&backup, &pass(), Some(vn.fingerprint)).unwrap();
    assert_eq!(done.keys, 4);
    assert_eq!(fresh.desk.post_name().unwrap(), Some(vn.name.clone()));
    assert_eq!(fresh.desk.unlock_post(&pass()).unwrap().keys(), vn.sealer().keys());
}

#[test]
fn what_has_ended_stays_ended_wherever_it_ended() {
    let ([vn, _], root) = met_with_root(521);
    let desk = &vn.post.desk;
    let before = laid_away(&vn);
    desk.end_officer_key(By::Console, &vn.head, "the computer was lost").unwrap();
    let after = laid_away(&vn);
    // Here: the key that stands in the backup is not brought back.
    let here = keys(&vn.post);
    assert_eq!(desk.recover_keys(&before, &pass(), None).unwrap().keys, 0);
    assert_eq!(keys(&vn.post), here);
    assert!(matches!(desk.unlock(&vn.head, &pin()), Err(KeyError::Ended)));
    // On the record of the officer: the folder has lost its keys, the records know.
    let empty = vn.post.bereft(4);
    empty.desk.recover_keys(&before, &pass(), Some(vn.fingerprint)).unwrap();
    assert!(matches!(empty.desk.unlock(&vn.head, &pin()), Err(KeyError::Ended)));
    let key = keys(&empty).into_iter().find(|key| key.what == "officer").unwrap();
    assert_eq!((key.stage, key.reason.as_str()), (KeyStage::Ended, "the computer was lost"));
    // In the backup: an older copy of the folder learns of it.
    let older = Post::founded(98);
    older.clock.set(desk.now());
    older.desk.recover_keys(&before, &pass(), Some(vn.fingerprint)).unwrap();
    let stage = |post: &Post| keys(post).into_iter().find(|key| key.what == "officer").map(|key| key.stage);
    assert_eq!(stage(&older), Some(KeyStage::Standing));
    assert_eq!(older.desk.recover_keys(&after, &pass(), None).unwrap().ended, 1);
    assert_eq!(stage(&older), Some(KeyStage::Ended));
    // By the root: no passphrase brings the keys of the post back.
    let now_ms = desk.now().as_millisecond().unsigned_abs();
    let end = root.sign(end_of_post(&vn.certificate, "stolen", now_ms).unwrap());
    assert!(matches!(desk.install(&end, None), Ok(Installed::Revocation(_))));
    let here = keys(&vn.post);
    assert!(matches!(desk.recover_keys(&before, &pass(), None), Err(KeyError::Ended)));
    assert!(matches!(desk.back_up_keys(), Err(KeyError::Ended)));
    assert_eq!(keys(&vn.post), here);
}

#[test]
fn a_backup_that_does_not_fit_is_refused_by_name_and_changes_nothing() {
    let [vn, cn, second] = met_two(531);
    let backup = laid_away(&vn);
    let refused = |half: &Half, backup: &KeyBackup| {
        let before = keys(&half.post);
        let error = half.post.desk.recover_keys(backup, &pass(), None).unwrap_err();
        assert_eq!(keys(&half.post), before, "what was refused changed nothing");
        error
    };
    assert!(matches!(refused(&cn, &backup), KeyError::OtherSide(side) if side == "vn"));
    assert!(matches!(refused(&cn, &laid_away(&second)), KeyError::OtherPost(post) if post == "hekou"));
    vn.post.desk.rotate_officer_key(By::Console, &vn.head, date(2027, 5, 31), &pin(), &vn.sealer()).unwrap();
    assert!(matches!(refused(&vn, &backup), KeyError::OlderBackup));
    // The same name under another root: somebody made that file.
    let [strange, _] = met(541);
    let empty = vn.post.bereft(5);
    let error = empty.desk.recover_keys(&laid_away(&strange), &pass(), Some(vn.fingerprint)).unwrap_err();
    assert!(matches!(error, KeyError::OtherFingerprint), "{error:?}");
    assert_eq!(keys(&empty), []);
    let unkeyed = Post::founded(97);
    assert!(matches!(unkeyed.desk.back_up_keys(), Err(KeyError::NoKey)));
}

#[test]
fn every_damage_is_told_as_damage_and_a_later_version_as_one() {
    let [vn, _] = met(551);
    let bytes = laid_away(&vn).to_bytes().unwrap();
    for bit in (0..bytes.len() * 8).step_by(5) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let is_number = flipped[bit / 8].is_ascii_digit();
        match KeyBackup::from_bytes(&flipped) {
            Err(KeyError::Damaged) => {}
            Err(KeyError::Version) => assert!(is_number, "bit {bit}"),
            other => panic!("bit {bit}: {other:?}"),
        }
    }
    for length in (0..bytes.len()).step_by(3) {
        assert!(matches!(KeyBackup::from_bytes(&bytes[..length]), Err(KeyError::Damaged)), "{length}");
    }
    let later = journal::Item::Map(vec![("format".into(), journal::Item::Text("twinpost/2/keys".into()))]);
    assert!(matches!(KeyBackup::from_bytes(&later.to_bytes(100).unwrap()), Err(KeyError::Version)));
}

#[test]
fn no_secret_stands_in_a_backup() {
    let [vn, _] = met(561);
    let bytes = laid_away(&vn).to_bytes().unwrap();
    let stands = |wanted: &[u8]| bytes.windows(wanted.len()).any(|window| window == wanted);
    let file = rusqlite::Connection::open(vn.post.folder().join("access.db")).unwrap();
    let mut statement = file.prepare("SELECT sealed FROM keys WHERE length(sealed) > 0").unwrap();
    let sealed = statement.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    let mut count = 0;
    for locked in sealed.map(|sealed| Locked::from_bytes(&sealed.unwrap()).unwrap()) {
        let key = locked.unlock(&pass()).or_else(|_| locked.unlock(&pin())).unwrap();
        assert!(!stands(&key.secret()) && stands(&locked.public), "{:?}", locked.use_of);
        count += 1;
    }
    assert_eq!(count, 4);
    assert!(!stands(PASSPHRASE.as_bytes()) && !stands(PIN.as_bytes()));
}

#[test]
fn keys_that_end_soon_are_shown_to_those_who_can_see_to_them() {
    let [vn, _] = met(571);
    let desk = &vn.post.desk;
    desk.open_road(&vn.sealer(), &pass()).unwrap();
    let register = serde_json::json!({
        "command": "register", "login": "plain", "name": "Plain", "rank": null, "unit": "vn-bg-laocai-gate",
    });
    let plain = desk.act(&vn.post.keeper, &act(desk, "officer", None, register)).unwrap();
    let plain = testkit::officer(&plain.record);
    let told = |officer| {
        let mut told: Vec<(String, bool)> =
            desk.today_of(officer).unwrap().keys.into_iter().map(|due| (due.key.what, due.is_own)).collect();
        told.sort();
        told
    };
    for officer in [&vn.head, &vn.post.keeper, &plain] {
        assert_eq!(told(officer), [], "nothing ends soon");
    }
    let line = |what: &str, is_own| (what.to_owned(), is_own);
    // The officer's key ends on 30 June 2027, those of the post on 31 December, the certificate on the day after two years.
    vn.post.clock.set(testkit::instant("2027-05-20T01:00:00Z"));
    assert_eq!(told(&vn.head), [line("officer", true)]);
    assert_eq!(told(&vn.post.keeper), [line("officer", false)]);
    assert_eq!(told(&plain), []);
    vn.post.clock.set(testkit::instant("2027-12-20T01:00:00Z"));
    assert_eq!(told(&vn.head), [], "his key is past and nobody's care on Today");
    assert_eq!(
        told(&vn.post.keeper),
        [line("courier", false), line("log", false)],
        "one line for the keys of the post"
    );
    vn.post.clock.set(testkit::instant("2028-03-01T01:00:00Z"));
    let past = desk.keys_to_see_to().unwrap();
    assert!(past.iter().all(|key| key.stage == KeyStage::Past) && past.len() == 2, "{past:?}");
    assert_eq!(told(&plain), []);
}
