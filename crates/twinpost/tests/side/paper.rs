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

/// What a paper says, as an argument of its draft.
pub fn content(own: &str, other: &str, title: &str) -> String {
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

/// The record at the other post of what has come and waits for an answer.
pub fn arrived(post: &Post, login: &str) -> String {
    let list = post.json(&["document", "list", "--status", "proposed", "--login", login]);
    list["rows"][0]["id"].as_str().unwrap().to_owned()
}
