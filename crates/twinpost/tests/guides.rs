//! The three bad days of the guides, with the real program: two sides in two folders, pouches carried as files. Each
//! story does what the guide says, word by word, and then shows what it was for.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

#[path = "side/guide.rs"]
mod guide;
#[path = "side/paper.rs"]
mod paper;
mod side;

use std::fs;
use std::path::Path;
use std::process::Output;

use guide::Guide;
use paper::{arrived, given_out, head};
use serde_json::{Value, json};
use side::Post;

const DAY: &str = "2099-06-30";
const LOGIN: &str = "laocai-chief";

/// Two sides that have met, each with a commander who signs.
fn met() -> [Post; 2] {
    let [one, other] = [("vn", "vn-bg", "station"), ("cn", "cn-hekou-talks", "gate")]
        .map(|(side, keeper, name)| Post::new(side, keeper, name));
    head(&one, LOGIN, "vn-bg-laocai-gate");
    head(&other, "hekou-chief", "cn-hekou-talks");
    for (from, to) in [(&one, &other), (&other, &one)] {
        let code = from.introduces_to(to, "first.introduction", None);
        to.done(&["peer", "meet", "first.introduction", "--code", &code]);
    }
    [one, other]
}

/// Carries a pouch in a file.
fn carried(from: &Post, to: &Post, names: [&str; 2]) -> Value {
    let path = to.path("carried.pouch");
    from.done(&["pouch", "write", "--to", names[1], "--replace", "--out", &path]);
    to.json(&["pouch", "read", "carried.pouch"])
}

/// Minutes that both sides have signed: the record here and there.
fn bound(one: &Post, other: &Post, names: [&str; 2]) -> [String; 2] {
    let here = given_out(one, "minutes", "cp-laocai-gate-talks");
    carried(one, other, names);
    let there = arrived(other, "hekou-chief");
    let pin = other.path("pin");
    other.done(&["document", "say", &there, "sign", "--pin-file", &pin, "--login", "hekou-chief"]);
    carried(other, one, [names[1], names[0]]);
    carried(one, other, names);
    let here_and_there = [here, there];
    for (post, id, login) in [(one, &here_and_there[0], LOGIN), (other, &here_and_there[1], "hekou-chief")] {
        assert_eq!(post.json(&["document", "show", id, "--login", login])["status"], "bound", "{id}");
    }
    here_and_there
}

/// The fingerprints of both roots, as a stranger has them on paper.
fn paper_of([one, other]: &[Post; 2]) -> [String; 2] {
    [one, other].map(|post| {
        let shown = post.json(&["keys", "root", "show", "root/root-1.cose"]);
        shown["fingerprint"].as_str().unwrap().replace(' ', "")
    })
}

/// Writes the bundle of a paper.
fn bundled(post: &Post, id: &str, login: &str, file: &str) -> String {
    post.done(&["document", "bundle", id, "--replace", "--out", file, "--login", login]);
    post.path(file)
}

/// A stranger with two fingerprints checks a bundle.
fn is_bound(stranger: &Post, file: &str, roots: &[String; 2]) {
    let verdict = stranger.json(&["verify", file, "--root", &roots[0], "--root", &roots[1]]);
    assert_eq!(verdict["verdict"], json!("bound"), "{file}");
}

/// What the administrator is told about where the folder stands.
fn seat(post: &Post) -> Value {
    post.json(&["courier", "status"])["seat"].clone()
}

/// A copy of the folder of a post in hands that should not have it.
struct Thief<'a> {
    of: &'a Post,
    folder: tempfile::TempDir,
}

impl<'a> Thief<'a> {
    fn of(post: &'a Post) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copied(Path::new(&post.path("folder")), folder.path());
        let thief = Self { of: post, folder };
        // Nobody keeps a thief from lying.
        thief.done(&["courier", "resume", "--moved"]);
        thief
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = self.of.command("post", args);
        command.env("TWINPOST_DIR", self.folder.path()).output().unwrap()
    }

    fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Signs a paper with the officer's key and seals a pouch with it.
    fn forges(&self, pouch: &str) {
        let text = |language: &str| json!({ "language": language, "title": "Forged", "text": "Words." });
        let content = format!("content:={}", json!({ "texts": [text("vi"), text("zh")] }));
        let by = ["--login", LOGIN];
        let draft = ["document", "new", "draft", "kind=letter", "counterpart=cp-laocai-gate-talks", &content];
        let id = self.done(&[&draft[..], &by[..]].concat());
        let preview: Value =
            serde_json::from_str(&self.done(&[&["document", "preview", id.trim(), "--json"], &by[..]].concat()))
                .unwrap();
        let (seen, pin) = (preview["seen"].as_str().unwrap().to_owned(), self.of.path("pin"));
        let release = ["document", "release", id.trim(), "--to", "cn.gate", "--pin-file", &pin, "--seen", &seen];
        self.done(&[&release[..], &by[..]].concat());
        self.done(&["pouch", "write", "--to", "cn.gate", "--replace", "--out", pouch]);
    }
}

fn copied(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let aside = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&aside).unwrap();
            copied(&entry.path(), &aside);
        } else {
            fs::copy(entry.path(), &aside).unwrap();
        }
    }
}

fn frozen(post: &Post, name: &str) -> Value {
    let list = post.json(&["peer", "list"]);
    let peers = list.as_array().unwrap();
    peers.iter().find(|peer| peer["post"] == name).unwrap()["frozen"].clone()
}

#[test]
fn a_lost_laptop_signs_nothing_more_and_what_was_held_stays_bound() {
    let sides = met();
    let [one, other] = &sides;
    let names = ["vn.station", "cn.gate"];
    let [here, there] = bound(one, other, names);
    let session = one.done(&["login", LOGIN, "--print-token"]);
    let thief = Thief::of(one);
    let under_way = given_out(one, "letter", "cp-laocai-gate-talks");

    let words = [("LOGIN", LOGIN), ("NEIGHBOUR", "cn.gate"), ("DAY", DAY)];
    assert_eq!(Guide::with(one, other, &words).run("lost-laptop.md"), 6);

    // The session in the lost browser is over, and so is the key at the post.
    let mut command = one.command("post", &["document", "list"]);
    assert_eq!(command.env("TWINPOST_TOKEN", session.trim()).output().unwrap().status.code(), Some(5));
    let keys = one.json(&["keys", "officer", "list"]);
    let stages: Vec<&Value> = keys.as_array().unwrap().iter().map(|key| &key["stage"]).collect();
    assert_eq!(stages, ["ended", "standing"]);
    assert_eq!(keys[0]["reason"], "laptop lost");
    // What he signs in a copy comes to a neighbour who knows of the end: it is kept as a proof, and nothing more is taken.
    let forged = other.path("forged.pouch");
    thief.forges(&forged);
    let told = other.stopped(7, &["pouch", "read", "forged.pouch"]);
    assert!(told.contains("fork"), "{told}");
    assert_eq!(frozen(other, "vn.station"), "fork");
    assert_eq!(other.json(&["document", "list", "--login", "hekou-chief"])["total"], 2, "nothing forged came in");
    // What was signed and held before is bound, on both sides and for a stranger.
    let roots = paper_of(&sides);
    is_bound(other, &bundled(one, &here, LOGIN, "here.twp"), &roots);
    is_bound(one, &bundled(other, &there, "hekou-chief", "there.twp"), &roots);
    assert_eq!(one.json(&["document", "show", &under_way, "--login", LOGIN])["status"], "sent");
    // After a telephone call the two meet again, and the new key of the officer signs.
    other.done(&["peer", "forget", "vn.station"]);
    let code = one.introduces_to(other, "again.introduction", None);
    other.done(&["peer", "meet", "again.introduction", "--code", &code]);
    bound(one, other, names);
}

#[test]
fn a_compromised_post_is_ended_and_its_successor_goes_on() {
    let sides = met();
    let [one, other] = &sides;
    let [here, there] = bound(one, other, ["vn.station", "cn.gate"]);
    let roots = paper_of(&sides);
    let before = bundled(one, &here, LOGIN, "before.twp");
    let thief = Thief::of(one);
    let forged = other.path("forged.pouch");
    thief.forges(&forged);

    let words = [("POST", "vn.station"), ("LOGIN", LOGIN), ("DAY", DAY)];
    let mut guide = Guide::with(one, other, &words);
    assert_eq!(guide.run("compromised-post.md"), 14);

    // The old keys: no pouch, no meeting.
    assert!(other.stopped(7, &["pouch", "read", "forged.pouch"]).contains("revoked"));
    assert_eq!((frozen(other, "vn.station"), frozen(other, "vn.station-2")), (json!("revoked"), Value::Null));
    let path = other.path("forged.introduction");
    let shown: Value = serde_json::from_str(&thief.done(&["peer", "introduce", "--json", "--out", &path])).unwrap();
    let code = shown["code"].as_str().unwrap();
    let told = other.stopped(7, &["peer", "meet", "forged.introduction", "--code", code]);
    assert!(told.contains("has ended these keys"), "{told}");
    other.stopped(7, &["pouch", "write", "--to", "vn.station", "--out", "to-nobody.pouch"]);
    // The new ones: work goes on.
    let [new_here, new_there] = bound(one, other, ["vn.station-2", "cn.gate"]);
    is_bound(other, &bundled(one, &new_here, LOGIN, "new.twp"), &roots);
    is_bound(one, &bundled(other, &new_there, "hekou-chief", "new.twp"), &roots);
    // What was proven stays proven, and can be proven anew on both sides.
    is_bound(other, &before, &roots);
    is_bound(other, &bundled(one, &here, LOGIN, "old.twp"), &roots);
    is_bound(one, &bundled(other, &there, "hekou-chief", "old.twp"), &roots);
    // The backup that the guide makes brings the new keys back, and none of the old ones to life.
    let backup = guide.path("station-2.keys").display().to_string();
    let empty = Thief::of(one);
    for name in ["access.db", "access.db-wal", "access.db-shm"] {
        let _ = fs::remove_file(empty.folder.path().join(name));
    }
    empty.done(&["keys", "recover", &backup, "--fingerprint", &roots[0]]);
    let list: Value = serde_json::from_str(&empty.done(&["keys", "list", "--json"])).unwrap();
    let standing = list.as_array().unwrap().iter().filter(|key| key["stage"] == "standing" && key["what"] != "root");
    assert!(standing.clone().all(|key| key["name"] == "station-2" || key["name"] == LOGIN) && standing.count() == 4);
}

#[test]
fn a_changed_root_keeps_the_fingerprint_and_every_paper() {
    let sides = met();
    let [one, other] = &sides;
    let names = ["vn.station", "cn.gate"];
    let [here, there] = bound(one, other, names);
    let roots = paper_of(&sides);
    let before = bundled(one, &here, LOGIN, "before.twp");
    let seen = |post: &Post| post.json(&["peer", "list"])[0].clone();
    let known = seen(other);

    let mut guide = Guide::with(one, other, &[("DAY", DAY)]);
    assert_eq!(guide.run("changed-root.md"), 15);

    // The neighbour met the same fingerprint, under the second root.
    assert_eq!(seen(other)["fingerprint"], known["fingerprint"]);
    assert_ne!(seen(other)["until_ms"], known["until_ms"]);
    let introduction = guide.path("station.introduction").display().to_string();
    assert_eq!(other.json(&["peer", "look", &introduction])["root"], 2);
    // What only the old root signs is nothing any more.
    let end = ["keys", "post", "revoke", "--certificate", "post.request", "--reason", "stolen", "--out", "old.request"];
    one.done(&end);
    for holder in ["1", "2"] {
        let key = format!("root/root-1-key-{holder}.key");
        one.by(&format!("holder-{holder}"), &["keys", "sign", "old.request", "--key", &key, "--yes"]);
    }
    let old = one.path("old.cose");
    other.stopped(7, &["peer", "end", "vn.station", "--revocation", &old]);
    assert_eq!(frozen(other, "vn.station"), Value::Null);
    // Work goes on, and an old bundle and a new one both verify by the paper of before.
    let [new_here, new_there] = bound(one, other, names);
    is_bound(other, &before, &roots);
    is_bound(other, &bundled(one, &new_here, LOGIN, "new.twp"), &roots);
    is_bound(one, &bundled(other, &new_there, "hekou-chief", "new.twp"), &roots);
    is_bound(other, &bundled(one, &here, LOGIN, "old.twp"), &roots);
    is_bound(one, &bundled(other, &there, "hekou-chief", "old.twp"), &roots);
}

#[test]
fn a_folder_that_is_put_back_never_writes_a_second_history() {
    let sides = met();
    let [one, other] = &sides;
    let names = ["vn.station", "cn.gate"];
    let [first, _] = bound(one, other, names);
    // The copy of the evening. Then a letter and another paper that binds both.
    let aside = tempfile::tempdir().unwrap();
    copied(Path::new(&one.path("folder")), aside.path());
    let letter = given_out(one, "letter", "cp-laocai-gate-talks");
    let [second, there] = bound(one, other, names);
    let documents = |post: &Post, login: &str| post.json(&["document", "list", "--login", login])["total"].clone();
    assert_eq!((documents(one, LOGIN), documents(other, "hekou-chief")), (json!(3), json!(3)));
    assert_eq!(seat(one), json!({ "moved": null, "unsure": [] }));
    // The disk breaks, and the copy is put back.
    fs::remove_dir_all(one.path("folder")).unwrap();
    fs::create_dir(one.path("folder")).unwrap();
    copied(aside.path(), Path::new(&one.path("folder")));
    assert_eq!(documents(one, LOGIN), 1);
    assert!(one.stopped(1, &["doctor"]).contains("seat"));
    assert!(seat(one)["moved"].is_string());
    let out = one.path("too-early.pouch");
    let early = ["pouch", "write", "--to", "cn.gate", "--out", &out];
    assert!(one.stopped(7, &early).contains("courier resume"));

    let words = [("POST", "vn.station"), ("NEIGHBOUR", "cn.gate")];
    assert_eq!(Guide::with(one, other, &words).run("put-back.md"), 11);

    // Everything that had left is here again, and stands as it stood.
    assert_eq!(seat(one), json!({ "moved": null, "unsure": [] }));
    assert_eq!(documents(one, LOGIN), 3);
    let digest = |post: &Post, id: &str, login: &str| {
        post.json(&["document", "show", id, "--login", login])["state"]["document"].clone()
    };
    let list = one.json(&["document", "list", "--login", LOGIN]);
    let ids: Vec<&str> = list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let again = ids.iter().find(|id| digest(one, id, LOGIN) == digest(other, &there, "hekou-chief")).unwrap();
    assert!(ids.contains(&first.as_str()) && !ids.contains(&second.as_str()) && !ids.contains(&letter.as_str()));
    let roots = paper_of(&sides);
    is_bound(other, &bundled(one, again, LOGIN, "again.twp"), &roots);
    is_bound(one, &bundled(other, &there, "hekou-chief", "there.twp"), &roots);
    // And it goes on: one history, as the neighbour finds.
    bound(one, other, names);
    assert_eq!(frozen(other, "vn.station"), Value::Null);
    assert_eq!(documents(other, "hekou-chief"), 4);
}
