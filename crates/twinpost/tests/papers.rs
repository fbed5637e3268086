//! Two sides with the real program: minutes are given out, signed by both, carried over the network,
//! over a cut line in a file, and verified by a stranger with two fingerprints and nothing else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

#[path = "side/paper.rs"]
mod paper;
#[path = "side/serving.rs"]
mod serving;
mod side;

use std::fs;
use std::net::TcpListener;

use paper::{arrived, content, given_out, head};
use serde_json::json;
use serving::serving;
use side::Post;

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
    // Letters that are signed at once go the same way, and each is proven by itself.
    let letters = given_out_together(&one, 4, "cp-laocai-gate-talks");
    assert_eq!(carried(&one, &other, "cn.gate", "letters.pouch")["openings"], 4);
    let list = other.json(&["document", "list", "--status", "arrived", "--login", "hekou-chief"]);
    let came: Vec<&str> = list["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let acknowledge = [&["document", "together", "acknowledge"], &came[..], &by[..]].concat();
    let seen = other.json(&acknowledge)["seen"].as_str().unwrap().to_owned();
    let told = other.done(&[&acknowledge[..], &["--pin-file", &pin, "--seen", &seen]].concat());
    assert_eq!(told.lines().collect::<Vec<_>>(), came);
    carried(&other, &one, "vn.station", "noted.pouch");
    for letter in &letters {
        let bundle = ["document", "bundle", letter, "--replace", "--out", "letter.twp"];
        one.done(&[&bundle[..], &mine[..]].concat());
        let verdict = one.json(&["verify", "letter.twp", "--root", &roots[0], "--root", &roots[1]]);
        assert_eq!(verdict["verdict"], "acknowledged");
    }
    carried(&one, &other, "cn.gate", "receipt.pouch");
    let status = one.json(&["courier", "status"]);
    assert_eq!((&status["peers"][0]["queued"], &status["peers"][0]["sent"]), (&json!(0), &json!(0)));
}

/// Drafts letters and gives all of them out at once; their records.
fn given_out_together(post: &Post, count: usize, relation: &str) -> Vec<String> {
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
