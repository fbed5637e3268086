//! Two posts with the real program: they meet, exchange pouches over the network and in files, and every refusal has
//! its exit code.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

#[path = "side/serving.rs"]
mod serving;
mod side;

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use serde_json::Value;
use serving::serving;
use side::Post;

fn two() -> (Post, Post) {
    (Post::new("vn", "vn-bg", "station"), Post::new("cn", "cn-nia", "gate"))
}

#[test]
fn two_posts_meet_and_exchange_pouches_over_the_network_and_in_files() {
    let (one, other) = two();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("https://127.0.0.1:{port}");
    let code = one.introduces_to(&other, "station.introduction", None);
    let shown = other.json(&["peer", "look", "station.introduction"]);
    assert_eq!((shown["post"].as_str(), shown["code"].as_str()), (Some("vn.station"), Some(code.as_str())));
    let wrong = if code.starts_with('9') { code.replacen('9', "8", 1) } else { format!("9{}", &code[1..]) };
    assert!(other.stopped(7, &["peer", "meet", "station.introduction", "--code", &wrong]).contains("code"));
    assert!(other.stopped(2, &["peer", "meet", "station.introduction", "--code", "12"]).contains("24 digits"));
    assert!(one.stopped(7, &["peer", "meet", &other.path("station.introduction"), "--code", &code]).contains("own"));
    assert_eq!(other.json(&["peer", "list"]), Value::Array(Vec::new()));
    other.done(&["peer", "meet", "station.introduction", "--code", &code]);
    let code = other.introduces_to(&one, "gate.introduction", Some(&url));
    one.done(&["peer", "meet", "gate.introduction", "--code", &code]);

    assert!(one.stopped(6, &["courier", "once"]).contains("courier.md"), "nobody answers yet");
    assert_eq!(one.json(&["courier", "status"])["peers"][0]["trouble"], "unreachable");
    let serving = serving(&other, port);
    let done = one.json(&["courier", "once", "--peer", "cn.gate"]);
    assert_eq!((&done["pouches"], &done["trouble"]), (&Value::from(1), &Value::Null));
    let status = one.json(&["courier", "status"]);
    assert_eq!(status["peers"][0]["trouble"], Value::Null);
    assert!(status["peers"][0]["heard"].is_string() && status["certificate_until"].is_string());
    drop(serving);

    one.done(&["pouch", "write", "--to", "cn.gate", "--out", "for-gate.pouch"]);
    assert!(
        one.stopped(4, &["pouch", "write", "--to", "cn.gate", "--out", "for-gate.pouch"]).contains("there already")
    );
    fs::copy(one.path("for-gate.pouch"), other.path("from-station.pouch")).unwrap();
    let seen = other.json(&["pouch", "inspect", "from-station.pouch"]);
    assert_eq!((&seen["from"], &seen["to"]), (&Value::from("vn.station"), &Value::from("cn.gate")));
    for _ in 0..2 {
        assert_eq!(other.json(&["pouch", "read", "from-station.pouch"])["entries"], 0, "twice does no harm");
    }
    assert!(one.stopped(7, &["pouch", "read", "for-gate.pouch"]).contains("not-for-us"));
    fs::write(one.path("rubbish"), "dear neighbour").unwrap();
    for command in ["inspect", "read"] {
        assert!(one.stopped(7, &["pouch", command, "rubbish"]).contains("no pouch: encoding at the whole"));
    }

    other.done(&["peer", "forget", "vn.station"]);
    assert!(other.stopped(1, &["peer", "forget", "vn.station"]).contains("no post vn.station"));
    assert!(other.stopped(7, &["pouch", "read", "from-station.pouch"]).contains("introductions"));
}

#[test]
fn a_wrong_passphrase_an_address_that_is_none_and_a_certificate_that_is_renewed() {
    let one = Post::new("vn", "vn-bg", "station");
    one.secret("wrong", "not the passphrase\n");
    let introduce = ["peer", "introduce", "--out", "i"];
    assert_eq!(one.command("wrong", &introduce).output().unwrap().status.code(), Some(5));
    assert!(!Path::new(&one.path("i")).exists());
    let shown = one.stopped(2, &[&introduce[..], &["--url", "http://station.example"]].concat());
    assert!(shown.contains("https://host:port"), "{shown}");
    one.done(&introduce);
    let courier = || {
        let keys = one.json(&["keys", "list"]);
        let keys: Vec<Value> =
            keys.as_array().unwrap().iter().filter(|key| key["what"] == "courier").cloned().collect();
        keys.iter().map(|key| key["stage"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(courier(), ["standing"]);
    one.done(&["courier", "renew"]);
    assert_eq!(courier(), ["standing"]);
    one.done(&["courier", "renew", "--new-key"]);
    assert_eq!(courier(), ["ended", "standing"]);
    assert!(one.stopped(1, &["courier", "once", "--peer", "cn.gate"]).contains("no post cn.gate"));
}
