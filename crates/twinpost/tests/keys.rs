//! The ceremony of the root with the real program: three holders with passphrase files, signatures in different places,
//! the keys of a post and of an officer, and everything that the program refuses on the way.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder with a post in it, and files of passphrases beside it.
struct Place {
    home: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { home: tempfile::tempdir().unwrap() };
        place.done(&["init"], &[]);
        for holder in 1..=3 {
            place.secret(&format!("holder-{holder}"), &format!("passphrase of holder {holder}\n"));
        }
        place.secret("holders", "passphrase of holder 1\npassphrase of holder 2\npassphrase of holder 3\n");
        place.secret("post", "the passphrase of the post\n");
        place.secret("pin", "ten or more letters\n");
        place
    }

    fn path(&self, name: &str) -> String {
        self.home.path().join(name).display().to_string()
    }

    fn secret(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o600)).unwrap();
    }

    fn run(&self, args: &[&str], secrets: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
        command.args(args).env_clear().stdin(Stdio::null()).current_dir(self.home.path());
        command.env("HOME", self.home.path()).env("TWINPOST_DIR", self.home.path().join("folder"));
        command.envs(secrets.iter().map(|(name, file)| (*name, self.path(file))));
        command.output().unwrap()
    }

    fn done(&self, args: &[&str], secrets: &[(&str, &str)]) -> String {
        let output = self.run(args, secrets);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn stopped(&self, code: i32, args: &[&str], secrets: &[(&str, &str)]) -> String {
        let output = self.run(args, secrets);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {message}");
        message
    }

    fn with(&self, secret: &'static str) -> [(&'static str, &'static str); 1] {
        [("TWINPOST_PASSPHRASE_FILE", secret)]
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_root_is_made_a_post_and_an_officer_are_certified_and_every_wrong_turn_is_refused() {
    let place = Place::new();
    let root = ["keys", "root", "new", "--side", "vn", "--out"];
    let inside = [&root[..], &["folder/root"]].concat();
    let told = place.stopped(2, &inside, &place.with("holders"));
    assert!(told.contains("folder of a post"), "{told}");
    let told = place.stopped(2, &[&root[..], &["root"]].concat(), &[]);
    assert!(told.contains("no terminal"), "{told}");
    place.stopped(1, &[&root[..], &["root"]].concat(), &place.with("holder-1"));
    assert!(!PathBuf::from(place.path("root")).exists(), "nothing half is left");

    let told = place.done(&[&root[..], &["root"]].concat(), &place.with("holders"));
    let fingerprint = told.lines().find_map(|line| line.trim().strip_prefix("fingerprint")).unwrap().trim().to_owned();
    assert_eq!((fingerprint.len(), told.matches("  key ").count()), (79, 3), "{told}");
    let keys: Vec<String> =
        [1, 2].iter().flat_map(|root| (1..=3).map(move |n| format!("root-{root}-key-{n}.key"))).collect();
    let expected: Vec<String> = ["root-1.cose".to_owned()].into_iter().chain(keys).collect();
    let mut expected = expected;
    expected.sort();
    assert_eq!(names(Path::new(&place.path("root"))), expected);
    for name in names(Path::new(&place.path("root"))) {
        let mode = fs::metadata(place.path(&format!("root/{name}"))).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}");
    }
    let shown: Value =
        serde_json::from_str(&place.done(&["keys", "root", "show", "root/root-1.cose", "--json"], &[])).unwrap();
    assert_eq!((&shown["fingerprint"], &shown["threshold"]), (&Value::from(fingerprint.clone()), &Value::from(2)));

    let new = ["keys", "post", "new", "--name", "station", "--until", "2099-12-31", "--root", "root/root-1.cose"];
    assert_eq!(place.done(&new, &place.with("post")).trim(), "station.request");
    let sign = |number: u8| {
        ["keys", "sign", "station.request", "--yes", "--key"]
            .map(str::to_owned)
            .into_iter()
            .chain([format!("root/root-1-key-{number}.key")])
            .collect::<Vec<_>>()
    };
    let signing = |code: i32, number: u8, secret: &'static str| {
        let args = sign(number);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        place.stopped(code, &args, &place.with(secret))
    };
    let before = fs::read(place.path("station.request")).unwrap();
    let told = signing(5, 1, "holder-2");
    assert!(told.contains("not the passphrase"), "{told}");
    assert_eq!(fs::read(place.path("station.request")).unwrap(), before);
    let key = place.path("root/root-1-key-3.key");
    let mut bytes = fs::read(&key).unwrap();
    bytes[100] ^= 1;
    fs::write(&key, &bytes).unwrap();
    let told = signing(1, 3, "holder-3");
    assert!(told.contains("damaged"), "{told}");
    let told = signing(0, 1, "holder-1");
    assert!(told.contains("seals its logs") && told.contains("1 more must sign"), "{told}");
    place.stopped(7, &["keys", "post", "install", "station.request", "--fingerprint", &fingerprint], &[]);
    let officer = |command: &'static str| ["keys", "officer", command, "keeper"];
    let pins = [("TWINPOST_PASSPHRASE_FILE", "post"), ("TWINPOST_PIN_FILE", "pin")];
    let wanted = [&officer("new")[..], &["--rights", "minutes,letter", "--until", "2098-12-31"]].concat();
    let told = place.stopped(7, &wanted, &pins);
    assert!(told.contains("not certified"), "{told}");
    signing(4, 1, "holder-1");
    let told = signing(0, 2, "holder-2");
    assert!(told.contains("Enough have signed"), "{told}");
    assert!(Path::new(&place.path("station.cose")).is_file());
    let strange = fingerprint.replace(['0', '1', '2', '3'], "4");
    place.stopped(7, &["keys", "post", "install", "station.request", "--fingerprint", &strange], &[]);
    place.done(&["keys", "post", "install", "station.request", "--fingerprint", &fingerprint], &[]);

    place.done(&wanted, &pins);
    let list: Value = serde_json::from_str(&place.done(&["keys", "officer", "list", "--json"], &[])).unwrap();
    assert_eq!((&list[0]["name"], &list[0]["stage"]), (&Value::from("keeper"), &Value::from("standing")));
    assert_eq!(list[0]["officer"]["rights"], serde_json::json!(["letter", "minutes"]));
    place.stopped(4, &wanted, &pins);
    place.done(&[&officer("rotate")[..], &["--until", "2098-06-30"]].concat(), &pins);
    place.done(&[&officer("revoke")[..], &["--reason", "left the service"]].concat(), &[]);
    let all = place.done(&["keys", "list"], &[]);
    assert_eq!((all.matches("standing").count(), all.matches("ended").count()), (4, 3), "{all}");

    let roots = ["--root", "root/root-1.cose"];
    let rotate: Vec<String> = (1..=3).flat_map(|n| ["--key".to_owned(), format!("root/root-2-key-{n}.key")]).collect();
    let rotate: Vec<&str> = ["keys", "root", "rotate", "--out", "next"]
        .into_iter()
        .chain(roots)
        .chain(rotate.iter().map(String::as_str))
        .collect();
    place.done(&rotate, &place.with("holders"));
    for (key, holder) in
        [("1-key-1", "holder-1"), ("1-key-2", "holder-2"), ("2-key-1", "holder-1"), ("2-key-3", "holder-3")]
    {
        let key = format!("root/root-{key}.key");
        place.done(&["keys", "sign", "next/root-2.request", "--yes", "--key", &key], &place.with(holder));
    }
    place.done(&["keys", "root", "show", "root/root-1.cose", "next/root-2.cose"], &[]);
    place.done(&["keys", "post", "install", "next/root-2.request"], &[]);
    let end =
        ["keys", "post", "revoke", "--certificate", "station.request", "--reason", "stolen", "--out", "end.request"];
    place.done(&end, &[]);
    let told = place.done(&["keys", "root", "show", "next/root-2.request"], &[]);
    assert!(told.contains(&fingerprint), "{told}");
}

/// A day so many days from now, as the system writes it.
fn in_days(days: u32) -> String {
    let day = Command::new("date").args(["-u", "+%F", "-d", &format!("+{days} days")]).output().unwrap();
    String::from_utf8(day.stdout).unwrap().trim().to_owned()
}

#[test]
fn keys_are_laid_away_and_brought_back_and_those_that_end_soon_are_told() {
    let place = Place::new();
    let told = place.done(&["keys", "root", "new", "--side", "vn", "--out", "root"], &place.with("holders"));
    let fingerprint = told.lines().find_map(|line| line.trim().strip_prefix("fingerprint")).unwrap().trim().to_owned();
    place.stopped(1, &["keys", "backup", "--out", "none.keys"], &[]);
    let new = ["keys", "post", "new", "--name", "station", "--until", "2099-12-31", "--root", "root/root-1.cose"];
    place.done(&new, &place.with("post"));
    for (holder, secret) in [("1", "holder-1"), ("2", "holder-2")] {
        let key = format!("root/root-1-key-{holder}.key");
        place.done(&["keys", "sign", "station.request", "--yes", "--key", &key], &place.with(secret));
    }
    place.done(&["keys", "post", "install", "station.request", "--fingerprint", &fingerprint], &[]);
    let pins = [("TWINPOST_PASSPHRASE_FILE", "post"), ("TWINPOST_PIN_FILE", "pin")];
    let soon = in_days(30);
    place.done(&["keys", "officer", "new", "keeper", "--rights", "letter", "--until", &soon], &pins);

    // What ends soon.
    let told = place.stopped(1, &["doctor"], &[]);
    assert!(told.contains("not well: keys"), "{told}");
    let list = place.run(&["keys", "list"], &[]);
    assert!(String::from_utf8_lossy(&list.stderr).contains("officer of keeper ends in"));

    // Laid away, once.
    let told: Value =
        serde_json::from_str(&place.done(&["keys", "backup", "--out", "station.keys", "--json"], &[])).unwrap();
    assert_eq!((&told["post"], &told["keys"]), (&Value::from("vn.station"), &Value::from(4)));
    let laid_away = fs::read(place.path("station.keys")).unwrap();
    place.stopped(4, &["keys", "backup", "--out", "station.keys"], &[]);
    assert_eq!(fs::read(place.path("station.keys")).unwrap(), laid_away, "a file that is there stays");
    assert_eq!(fs::metadata(place.path("station.keys")).unwrap().permissions().mode() & 0o077, 0);

    // Brought back.
    let before = place.done(&["keys", "list", "--json"], &[]);
    for name in ["access.db", "access.db-wal", "access.db-shm"] {
        let _ = fs::remove_file(place.path(&format!("folder/{name}")));
    }
    let recover = ["keys", "recover", "station.keys"];
    let told = place.stopped(2, &recover, &place.with("post"));
    assert!(told.contains("Fingerprint of the first root") && told.contains(&fingerprint), "{told}");
    let compared = [&recover[..], &["--fingerprint", &fingerprint]].concat();
    place.stopped(5, &compared, &place.with("pin"));
    let mut bytes = laid_away.clone();
    bytes[200] ^= 1;
    fs::write(place.path("station.keys"), &bytes).unwrap();
    assert!(place.stopped(1, &compared, &place.with("post")).contains("damaged"));
    fs::write(place.path("station.keys"), &laid_away).unwrap();
    assert_eq!(place.done(&["keys", "list", "--json"], &[]).trim(), "[]", "what was refused changed nothing");
    let output = place.run(&compared, &place.with("post"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("Before anybody signs: exchange pouches with each neighbour"), "{told}");
    let without_roots = |list: &str| {
        let list: Vec<Value> = serde_json::from_str(list).unwrap();
        list.into_iter().filter(|key| key["what"] != "root").collect::<Vec<_>>()
    };
    assert_eq!(without_roots(&place.done(&["keys", "list", "--json"], &[])), without_roots(&before));
    let again: Value =
        serde_json::from_str(&place.done(&[&recover[..], &["--json"]].concat(), &place.with("post"))).unwrap();
    assert_eq!((&again["keys"], &again["next"]), (&Value::from(0), &Value::from("exchange-pouches")));
    place.done(&["keys", "officer", "rotate", "keeper", "--until", "2098-06-30"], &pins);
    assert!(place.done(&["doctor"], &[]).contains("none ends within 60 days"));
}
