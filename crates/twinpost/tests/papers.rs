//! Two sides with the real program: minutes are given out, signed by both, carried over the network,
//! over a cut line in a file, and verified by a stranger with two fingerprints and nothing else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

mod side;

use std::fs;
use std::net::TcpListener;

use serde_json::{Value, json};
use side::{Post, serving};

/// A commander with a key for what both sides sign, at a post.
fn head(post: &Post, login: &str, unit: &str) {
    post.done(&["officer", "set-password", "keeper"]);
    let (who, of) = (format!("login={login}"), format!("unit={unit}"));
    let by = ["--login", "keeper"];
    let id = post.done(&[&["officer", "new", "register", &who, "name=Head", "rank=Major", &of], &by[..]].concat());
    let assign = ["role=commander", of.as_str(), "reach=unit", "ceiling=protected", "from=2020-01-01"];
    post.done(&[&["officer", "do", id.trim(), "assign"], &assign[..], &by[..]].concat());
    post.done(&["officer", "set-password", login]);
    post.secret("pin", "ten or more letters\n");
    let pin = post.path("pin");
    let rights = "minutes,patrol-record,letter,supplement";
    let key = ["keys", "officer", "new", login, "--rights", rights, "--until", "2099-06-30", "--pin-file", &pin];
    post.done(&key);
}

fn content(own: &str, other: &str, title: &str) -> String {
    let text = |language: &str| json!({ "language": language, "title": title, "text": "First.\n\nSecond." });
    let signer = |side: &str| json!({ "side": side, "name": "Head", "office": "Head of station" });
    let content = json!({
        "place": "Bridge", "held_on": "2026-03-04", "texts": [text("vi"), text("zh")],
        "signers": [signer(own), signer(other)],
    });
    format!("content:={content}")
}

/// Drafts a paper and gives it out; its record.
fn given_out(post: &Post, kind: &str, relation: &str) -> String {
    let (kind, with) = (format!("kind={kind}"), format!("counterpart={relation}"));
    let content = content("vn", "cn", "What both sides did");
    let matters = "matters:=[\"law-publicity\"]";
    let by = ["--login", "laocai-chief"];
    let draft = ["document", "new", "draft", &kind, &with, &content, matters];
    let id = post.done(&[&draft[..], &by[..]].concat()).trim().to_owned();
    let preview = post.json(&[&["document", "preview", &id], &by[..]].concat());
    assert_eq!(preview["posts"], json!(["cn.gate"]));
    assert_eq!(preview["against"], Value::Null);
    let (seen, pin) = (preview["seen"].as_str().unwrap().to_owned(), post.path("pin"));
    let release = ["document", "release", &id, "--to", "cn.gate", "--pin-file", &pin, "--seen"];
    let wrong = "0".repeat(64);
    assert!(post.stopped(4, &[&release[..], &[&wrong], &by[..]].concat()).contains("not what was shown"));
    post.done(&[&release[..], &[&seen], &by[..]].concat());
    id
}

/// The record at the other post of what has come and waits for an answer.
fn arrived(post: &Post, login: &str) -> String {
    let list = post.json(&["document", "list", "--status", "proposed", "--login", login]);
    list["rows"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn minutes_are_signed_by_both_over_a_line_that_is_cut_and_in_files_and_verified_offline() {
    let [one, other] = [("vn", "vn-bg", "station"), ("cn", "cn-hekou-talks", "gate")]
        .map(|(side, keeper, name)| Post::new(side, keeper, name));
    head(&one, "laocai-chief", "vn-bg-laocai-gate");
    head(&other, "hekou-chief", "cn-hekou-talks");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let code = one.introduces_to(&other, "vn.introduction", None);
    other.done(&["peer", "meet", "vn.introduction", "--code", &code]);
    let code = other.introduces_to(&one, "cn.introduction", Some(&format!("https://127.0.0.1:{port}")));
    one.done(&["peer", "meet", "cn.introduction", "--code", &code]);

    // Over the network.
    let minutes = given_out(&one, "minutes", "cp-laocai-gate-talks");
    let line = serving(&other, port);
    one.done(&["courier", "once"]);
    let there = arrived(&other, "hekou-chief");
    let (by, pin) = (["--login", "hekou-chief"], other.path("pin"));
    let sign = |id: &str, words: &[&str]| {
        let say = ["document", "say", id, "sign", "--pin-file", &pin];
        other.done(&[&say[..], words, &by[..]].concat());
    };
    sign(&there, &["--words", "zh=\u{4fdd}\u{7559}", "--words", "vi=B\u{1ea3}o l\u{1b0}u"]);
    one.done(&["courier", "once"]);

    // The line is cut; the next paper goes by hand, and so does the answer.
    drop(line);
    let second = given_out(&one, "minutes", "cp-laocai-gate-talks");
    one.stopped(6, &["courier", "once"]);
    let carried = |from: &Post, to: &Post, name: &str, file: &str| {
        from.done(&["pouch", "write", "--to", name, "--out", file]);
        fs::copy(from.path(file), to.path(file)).unwrap();
        to.json(&["pouch", "read", file])
    };
    assert_eq!(carried(&one, &other, "cn.gate", "there.pouch")["openings"], 1);
    let there_too = arrived(&other, "hekou-chief");
    assert_ne!(there, there_too);
    sign(&there_too, &[]);
    carried(&other, &one, "vn.station", "back.pouch");
    carried(&one, &other, "cn.gate", "again.pouch");

    let (mine, theirs) = (["--login", "laocai-chief"], by);
    let roots = [&one, &other].map(|post| {
        let shown = post.json(&["keys", "root", "show", "root/root-1.cose"]);
        shown["fingerprint"].as_str().unwrap().replace(' ', "")
    });
    for (post, id, by) in
        [(&one, &minutes, mine), (&one, &second, mine), (&other, &there, theirs), (&other, &there_too, theirs)]
    {
        let row = post.json(&[&["document", "show", id], &by[..]].concat());
        assert_eq!(row["status"], "bound", "{id}");
        let bundle = ["document", "bundle", id, "--replace", "--out", "paper.twp"];
        post.done(&[&bundle[..], &by[..]].concat());
        let verdict = post.json(&["verify", "paper.twp", "--root", &roots[0], "--root", &roots[1]]);
        assert_eq!((&verdict["verdict"], &verdict["kind"]), (&json!("bound"), &json!("minutes")));
        assert_eq!(verdict["said"].as_array().unwrap().len(), 2);
        assert!(fs::metadata(post.path("paper.twp")).unwrap().len() < 6_000 + 2_000, "beyond its content at most 6 KB");
    }
    let status = one.json(&["courier", "status"]);
    assert_eq!((&status["peers"][0]["queued"], &status["peers"][0]["sent"]), (&json!(0), &json!(0)));
}
