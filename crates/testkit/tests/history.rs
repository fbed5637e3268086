//! The history on a page: each fact is shown by its own declaration, in the language of the page, whatever is nested in it.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::collections::BTreeSet;
use std::io::{Read, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;

use desk::table::{Limits, ReadFile, TableFault, TableOptions, TableReader};
use desk::{Desk, Login};
use domain::RecordId;
use domain::contact::document::SaidKind;
use serde_json::{Value, json};
use testkit::pair::{Half, carry, met};
use web::{Language, Options, Texts};

const PASSWORD: &str = "a long enough password";
const LANGUAGES: [Language; 2] = [Language::Vi, Language::Km];

/// No table comes here.
struct NoTables;

impl TableReader for NoTables {
    fn read(&self, _: &mut (dyn Read + Send), _: &TableOptions, _: &Limits) -> Result<ReadFile, TableFault> {
        panic!("no table is sent here")
    }
}

/// The pages of a post, for one officer.
struct Pages {
    at: SocketAddr,
    cookie: String,
}

impl Pages {
    fn of(desk: Desk, login: &str) -> Self {
        let desk = Arc::new(desk);
        let (token, _) = desk.log_in(&Login { login, password: PASSWORD }).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let at = listener.local_addr().unwrap();
        let served = move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
            runtime.block_on(web::serve(desk, Arc::new(NoTables), listener, Options::default())).unwrap();
        };
        drop(std::thread::spawn(served));
        Self { at, cookie: format!("tp={}", token.reveal()) }
    }

    /// What stands on a page below the heading of the history.
    fn history(&self, path: &str, language: Language) -> String {
        let mut stream = TcpStream::connect(self.at).unwrap();
        let request = format!(
            "GET {path}?lang={} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nConnection: close\r\n\r\n",
            language.code(),
            self.at,
            self.cookie
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        answer.split_once("id=\"history\"").unwrap().1.to_owned()
    }
}

/// What stands between two marks, each time.
fn between<'h>(html: &'h str, begin: &str, end: &str) -> Vec<&'h str> {
    html.split(begin).skip(1).filter_map(|rest| Some(rest.split_once(end)?.0.trim())).collect()
}

/// The name of every field at any depth, as it would stand on a page that has no label for it.
fn raw_labels(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(named)) = map.get("properties") {
                found.extend(named.keys().map(|name| name.replace(['_', '-'], " ")));
            }
            map.values().for_each(|inner| raw_labels(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| raw_labels(inner, found)),
        _ => {}
    }
}

/// A paper that both drafted in turn, signed and that the own side contests.
fn contested(own: &Half, other: &Half) -> RecordId {
    let here = own.draft("minutes", "Biên bản", "Một.", &Value::Null);
    own.share(&here, &other.name);
    carry(own, other);
    let [there] = other.documents().try_into().unwrap();
    other.take_over(&there);
    other.rewrite(&there, "Hai.");
    other.share(&there, &own.name);
    carry(own, other);
    own.take_over(&here);
    own.act("document", Some(here.as_str()), json!({ "command": "note", "remark": "Đã hỏi cấp trên." }));
    own.release(&here, &other.name, own.in_two_weeks());
    carry(own, other);
    other.say(&there, SaidKind::Sign, "");
    carry(own, other);
    own.say(&here, SaidKind::Contest, "Điểm một.");
    here
}

/// A paper that the other side signed on paper.
fn signed_on_paper(own: &Half, other: &Half) -> RecordId {
    let here = own.draft("minutes", "Biên bản hai", "Một.", &Value::Null);
    own.release(&here, &other.name, own.in_two_weeks());
    let scan = own.post.desk.keep_file(&own.head, "scan.png", &mut &b"\x89PNG\r\n\x1a\n both names"[..]).unwrap();
    let signature = json!({
        "command": "record-paper-signature", "name": "Head", "office": "Head of station", "signed_on": "2026-01-20",
        "scan": scan,
    });
    own.act("document", Some(here.as_str()), signature);
    here
}

/// A letter of the other side that was acknowledged.
fn acknowledged(own: &Half, other: &Half) -> RecordId {
    let letter = other.draft("letter", "Thư", "Một.", &json!({ "matters": [] }));
    other.release(&letter, &own.name, None);
    carry(own, other);
    let digest = other.state(&letter).document.unwrap();
    let here = own.of_digest(&digest).unwrap();
    own.say(&here, SaidKind::Acknowledge, "");
    here
}

#[test]
fn the_history_of_a_paper_is_told_in_the_language_of_the_page() {
    let [vn, cn] = met(91);
    let records = [contested(&vn, &cn), signed_on_paper(&vn, &cn), acknowledged(&vn, &cn)];
    vn.post.desk.set_password(&vn.head, PASSWORD).unwrap();
    let Half { post, .. } = vn;
    let pages = Pages::of(post.desk, "laocai-chief");

    let mut raw = BTreeSet::new();
    domain::noun("document").unwrap().schemas().facts.iter().for_each(|(_, schema)| raw_labels(schema, &mut raw));
    assert!(["statement", "round", "signature", "log place"].iter().all(|field| raw.contains(*field)));
    let texts = Texts::read();
    for language in LANGUAGES {
        let histories = records.each_ref().map(|record| pages.history(&format!("/document/{record}"), language));
        let whole = histories.concat();
        let labels = between(&whole, "<dt>", "</dt>");
        let bare: Vec<_> = labels.iter().filter(|label| raw.contains(**label)).collect();
        assert!(bare.is_empty(), "{language:?}: {bare:?}");
        for field in ["statement", "round", "signature", "document", "parents", "texts", "scan"] {
            let label = texts.get(language, &format!("document-field-{field}"));
            assert!(labels.contains(&label.as_str()), "{language:?}: no {label}");
        }
        let values = between(&whole, "<dd>", "</dd>");
        for kind in [SaidKind::Draft, SaidKind::Propose, SaidKind::Sign, SaidKind::Contest, SaidKind::Acknowledge] {
            assert!(!values.contains(&kind.code()), "{language:?}: {} stands as a code", kind.code());
            let told = texts.get(language, &format!("said-kind-{}", kind.code()));
            assert!(values.contains(&told.as_str()), "{language:?}: nobody {told}");
        }
    }
}

#[test]
fn a_fact_is_told_in_the_order_of_its_own_declaration() {
    let [vn, cn] = met(93);
    let here = vn.draft("minutes", "Biên bản", "Một.", &Value::Null);
    vn.release(&here, &cn.name, vn.in_two_weeks());
    vn.post.desk.set_password(&vn.head, PASSWORD).unwrap();
    let Half { post, .. } = vn;
    let history = Pages::of(post.desk, "laocai-chief").history(&format!("/document/{here}"), Language::Vi);
    let texts = Texts::read();
    let text = |key: &str| texts.get(Language::Vi, key);
    let told = between(&history, "<li><p>", "</details>");
    let released = told.into_iter().find(|one| one.contains(&text("document-fact-released"))).unwrap();
    let labels = between(released, "<dt>", "</dt>");
    let fields = ["document", "series", "revision", "post", "until", "statement"];
    let expected = fields.map(|field| text(&format!("document-field-{field}")));
    assert_eq!(labels[..6], expected);
    let nested = ["field-side", "field-kind", "document-field-officer"].map(text);
    assert_eq!(labels[6..9], nested, "what is nested in it as well");
}
