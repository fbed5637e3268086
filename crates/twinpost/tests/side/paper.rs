//! Papers in the tests with the real program: a commander who signs, a paper that is given out, and how it arrives.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use serde_json::{Value, json};

use crate::side::Post;

/// A commander with a key for what both sides sign, at a post.
pub fn head(post: &Post, login: &str, unit: &str) {
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
pub fn given_out(post: &Post, kind: &str, relation: &str) -> String {
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

/// Drafts letters and gives all of them out at once; their records.
pub fn given_out_together(post: &Post, count: usize, relation: &str) -> Vec<String> {
    let (by, with) = (["--login", "laocai-chief"], format!("counterpart={relation}"));
    let draft = |number: usize| {
        let content = content("vn", "cn", &format!("Letter {number}"));
        let draft = ["document", "new", "draft", "kind=letter", &with, &content, "matters:=[]"];
        post.done(&[&draft[..], &by[..]].concat()).trim().to_owned()
    };
    let ids: Vec<String> = (0..count).map(draft).collect();
    let named: Vec<&str> = ids.iter().map(String::as_str).collect();
    let issue = [&["document", "together", "issue"], &named[..], &by[..]].concat();
    let view = post.json(&issue);
    assert_eq!((view["documents"].as_array().unwrap().len(), &view["posts"]), (count, &json!(["cn.gate"])));
    let (seen, pin, wrong) = (view["seen"].as_str().unwrap().to_owned(), post.path("pin"), "0".repeat(64));
    assert!(post.done(&issue).contains(&format!("seen: {seen}")));
    let signing = ["--to", "cn.gate", "--pin-file", &pin, "--seen"];
    assert!(post.stopped(4, &[&issue[..], &signing[..], &[&wrong]].concat()).contains("not what was shown"));
    let (key, other_key) = ("a".repeat(32), "b".repeat(32));
    let unseen = [&issue[..], &signing[..], &[wrong.as_str(), "--key", &other_key]].concat();
    assert!(post.stopped(7, &unseen).contains("not what was shown"), "a key of a request shows nothing");
    let signed = [&issue[..], &signing[..], &[seen.as_str(), "--key", &key]].concat();
    for repeated in [false, true] {
        let receipts = post.json(&signed)["receipts"].as_array().unwrap().clone();
        assert_eq!(receipts.iter().map(|one| one["record"].as_str().unwrap()).collect::<Vec<_>>(), named);
        assert!(receipts.iter().all(|one| one["repeated"] == repeated));
    }
    ids
}

/// The record at the other post of what has come and waits for an answer.
pub fn arrived(post: &Post, login: &str) -> String {
    let list = post.json(&["document", "list", "--status", "proposed", "--login", login]);
    list["rows"][0]["id"].as_str().unwrap().to_owned()
}
