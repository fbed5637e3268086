//! Taking a table in by every road: the command line, the HTTP interface and the pages, with the program's own reading
//! process; the three say the same of the same file.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

const PASSWORD: &str = "a long enough password";
const GATE: &str = "vn-bg-laocai-gate";
const TABLE: &str =
    "Mã dòng;Đơn vị đối diện;Ngày tổ chức;Mục đích;Số người tham gia bên ta;Số người tham gia phía bạn;Địa điểm\n";

/// A post in a temporary folder with an officer of the gate station.
struct Post {
    home: tempfile::TempDir,
}

impl Post {
    fn founded() -> Self {
        let post = Self { home: tempfile::tempdir().unwrap() };
        post.done(&["init"]);
        post.done(&["officer", "set-password", "keeper"]);
        let of = format!("unit={GATE}");
        let keeper = ["--login", "keeper"];
        let id = post.done(&[&["officer", "new", "register", "login=gate", "name=Duty", &of], &keeper[..]].concat());
        let assign = ["role=officer", &of, "reach=unit", "ceiling=internal", "from=2020-01-01"];
        post.done(&[&["officer", "do", id.trim(), "assign"], &assign[..], &keeper[..]].concat());
        post.done(&["officer", "set-password", "gate"]);
        post
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
        command.args(args).env_clear().stdin(Stdio::null());
        command.env("HOME", self.home.path()).env("TWINPOST_DIR", self.home.path().join("post"));
        command.env("TWINPOST_PASSWORD", PASSWORD);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, code: i32, args: &[&str]) -> Value {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn visits(&self) -> Value {
        self.json(0, &["visit", "list", "--login", "gate", "--json"])["total"].clone()
    }
}

fn table(rows: &[&str]) -> String {
    format!("{TABLE}{}\n", rows.join("\n"))
}

#[test]
fn a_table_is_looked_at_taken_in_and_undone_on_the_command_line() {
    let post = Post::founded();
    let good = post.file(
        "thăm.csv",
        &table(&[
            "V1;cp-laocai-gate-talks;12/01/2025;Thăm;2;3;Cửa khẩu",
            "V2;cp-laocai-gate-talks;13/01/2025;Chúc Tết;2;3;Cửa khẩu",
        ]),
    );
    let good = good.to_str().unwrap();
    let by = ["--noun", "visit", "--login", "gate"];
    let dry = post.json(0, &[&["import", good, "--dry-run", "--json"], &by[..]].concat());
    assert_eq!((&dry["new"], &dry["import"], &dry["encoding"]), (&json!(2), &Value::Null, &json!("utf-8")), "{dry}");
    assert!(dry["confined"].as_array().is_some_and(|by| by.contains(&json!("rlimits"))), "{dry}");
    assert_eq!(post.visits(), json!(0));
    let taken = post.done(&[&["import", good], &by[..]].concat());
    assert_eq!(post.visits(), json!(2));
    let again = post.json(0, &[&["import", good, "--json"], &by[..]].concat());
    assert_eq!((&again["new"], &again["unchanged"]), (&json!(0), &json!(2)));
    let list = post.json(0, &["import", "list", "--login", "gate", "--json"]);
    assert_eq!((&list["total"], &list["rows"][0]["status"]), (&json!(1), &json!("done")));
    post.done(&["import", "do", taken.trim(), "undo", "reason=wrong file", "--login", "gate"]);
    assert_eq!(post.visits(), json!(0));
    post.done(&["doctor"]);
}

#[test]
fn faults_are_told_in_words_with_codes_and_the_rows_come_back_with_their_reasons() {
    let post = Post::founded();
    let rows = [
        "V1;cp-laocai-gate-talks;31/02/2025;Thăm;2;3;Cửa khẩu",
        "V2;nowhere;13/01/2025;Thăm;2;x;Cửa khẩu",
        "V3;cp-laocai-gate-talks;14/01/2025;Thăm;2;3;Cửa khẩu",
    ];
    let file = post.file("t.csv", &table(&rows));
    let (file, back) = (file.to_str().unwrap(), post.home.path().join("back.csv"));
    let by = ["--noun", "visit", "--login", "gate"];
    let output = post.run(&[&["import", file], &by[..]].concat());
    assert_eq!(output.status.code(), Some(7));
    let (told, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    for part in ["not-a-day", "no-such-record", "not-a-number", "14/02/2026"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(said.contains("2 rows were rejected; nothing was changed"), "{said}");
    let good = post.run(&[&["import", file, "--good-rows", "--rejected", back.to_str().unwrap()], &by[..]].concat());
    assert_eq!((good.status.code(), post.visits()), (Some(7), json!(1)));
    // The rows that came back are mended and taken in.
    let text = std::fs::read_to_string(&back).unwrap();
    assert!(text.lines().count() == 3 && text.contains("C: "), "{text}");
    let mended = post.file(
        "mended.csv",
        &text.replace("31/02", "28/02").replace("nowhere", "cp-laocai-gate-talks").replace(",x,", ",4,"),
    );
    post.done(&[&["import", mended.to_str().unwrap()], &by[..]].concat());
    assert_eq!(post.visits(), json!(3));
}

#[test]
fn a_mapping_and_an_encoding_are_given_and_wrong_ones_are_named() {
    let post = Post::founded();
    let file = post.home.path().join("abc.csv");
    let bytes =
        [b"Ban,Ngay,Viec,Ta,No,Noi\ncp-laocai-gate-talks,12/01/2025,Th\xa8m \xae\xe5n b\xb9n,2,3,C\xf6a kh\xc8u\n"
            .as_slice()]
        .concat();
    std::fs::write(&file, bytes).unwrap();
    let mapping = post.file("m.toml", "noun = \"visit\"\n[columns]\nBan = \"counterpart\"\nNgay = \"held_on\"\nViec = \"purpose\"\nTa = \"own_participants\"\nNo = \"other_participants\"\nNoi = \"place\"\n");
    let bad = post.file("bad.toml", "colums = 1\n");
    let (file, mapping, bad) = (file.to_str().unwrap(), mapping.to_str().unwrap(), bad.to_str().unwrap());
    let by = ["--noun", "visit", "--login", "gate", "--json"];
    let taken = post.json(0, &[&["import", file, "--mapping", mapping, "--encoding", "abc"], &by[..]].concat());
    assert_eq!((&taken["new"], &taken["shown"][0][2]), (&json!(1), &json!("Thăm đồn bạn")), "{taken}");
    for (args, code) in [
        (vec!["--encoding", "latin-1"], 2),
        (vec!["--mapping", bad], 2),
        (vec!["--opening", "dance"], 2),
        (vec!["--sheet", "x", "--unit", "Not A Unit"], 2),
    ] {
        let args = [&["import", file], &args[..], &by[..]].concat();
        assert_eq!(post.run(&args).status.code(), Some(code), "{args:?}");
    }
    let empty = post.file("empty.csv", "");
    let refused = post.run(&[&["import", empty.to_str().unwrap()], &by[..]].concat());
    assert_eq!(refused.status.code(), Some(7));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("[empty]"));
    let forbidden = post.run(&["import", file, "--noun", "officer", "--login", "gate"]);
    assert_eq!(forbidden.status.code(), Some(5), "{}", String::from_utf8_lossy(&forbidden.stderr));
}

#[test]
fn a_template_is_written_filled_in_and_taken_in() {
    let post = Post::founded();
    let to = post.home.path().join("mẫu.csv");
    let to = to.to_str().unwrap();
    for language in ["vi", "zh", "km"] {
        post.done(&[
            "import",
            "template",
            "--noun",
            "visit",
            "--opening",
            "record",
            "--to",
            to,
            "--language",
            language,
            "--replace",
            "--login",
            "gate",
        ]);
        let template = std::fs::read_to_string(to).unwrap();
        let row = format!("T-{language},,cp-laocai-gate-talks,12/01/2025,Thăm {language},,,2,3,Cửa khẩu\r\n");
        let filled = post.file("filled.csv", &format!("{template}{row}"));
        let taken = post.json(0, &["import", filled.to_str().unwrap(), "--noun", "visit", "--login", "gate", "--json"]);
        assert_eq!((&taken["new"], &taken["rows"]), (&json!(1), &json!(1)), "{language}: {taken}");
    }
    let book = post.home.path().join("t.xlsx");
    post.done(&["import", "template", "--noun", "talks", "--to", book.to_str().unwrap(), "--login", "gate"]);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    let looked =
        post.run(&["import", book.to_str().unwrap(), "--noun", "talks", "--dry-run", "--json", "--login", "gate"]);
    let looked: Value = serde_json::from_slice(&looked.stdout).unwrap();
    assert_eq!(
        (&looked["rows"], &looked["faults"]),
        (&json!(0), &json!([])),
        "an empty template has no fault: {looked}"
    );
}

/// The program serving a post.
struct Served {
    child: Child,
    address: String,
    token: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    fn of(post: &Post) -> Self {
        let token = post.done(&["login", "gate", "--print-token"]).trim().to_owned();
        let mut child = post.command(&["serve", "--listen", "127.0.0.1:0"]).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        let address = line.split("http://").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
        Self { child, address, token }
    }

    /// Status, headers and body of an answer.
    fn ask(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> (u16, String, String) {
        self.ask_as(&format!("Authorization: Bearer {}\r\n", self.token), method, path, kind, body)
    }

    fn ask_as(&self, who: &str, method: &str, path: &str, kind: &str, body: &[u8]) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: x\r\n{who}Content-Type: {kind}\r\nContent-Length: {length}\r\nAccept-Language: en\r\nConnection: close\r\n\r\n").unwrap();
        // A server that refuses a body closes before all of it was sent.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).unwrap_or("0").parse().unwrap_or(0);
        (status, head.to_owned(), body.to_owned())
    }

    fn send(&self, fields: &[(&str, &str)], name: &str, file: &[u8]) -> (u16, String, String) {
        let mut body = Vec::new();
        for (field, value) in fields {
            write!(body, "--b\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").unwrap();
        }
        write!(body, "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n").unwrap();
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--b--\r\n");
        self.ask("POST", "/import", "multipart/form-data; boundary=b", &body)
    }
}

#[test]
fn the_interface_takes_a_table_in_once_for_a_key_and_says_what_is_wrong() {
    let post = Post::founded();
    let served = Served::of(&post);
    let good = table(&["V1;cp-laocai-gate-talks;12/01/2025;Thăm;2;3;Cửa khẩu"]);
    let csv = "text/csv";
    let (status, _, body) =
        served.ask("POST", "/api/v1/import?noun=visit&dry_run=true&name=a.csv", csv, good.as_bytes());
    let told: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &told["new"], &told["file"]), (200, &json!(1), &json!("a.csv")), "{body}");
    assert_eq!(post.visits(), json!(0));
    let (status, _, body) = served.ask("POST", "/api/v1/import?noun=visit", csv, good.as_bytes());
    let told: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, told["import"].is_string()), (201, true), "{body}");
    let bad = table(&["V2;cp-laocai-gate-talks;soon;Thăm;2;3;Cửa khẩu"]);
    let (status, _, body) = served.ask("POST", "/api/v1/import?noun=visit", csv, bad.as_bytes());
    let told: Value = serde_json::from_str(&body).unwrap();
    let told = &told["details"];
    assert_eq!(
        (status, &told["faults"][0]["code"], &told["faults"][0]["column"]),
        (422, &json!("not-a-day"), &json!("C")),
        "{body}"
    );
    let (status, _, body) = served.ask("POST", "/api/v1/import?noun=visit", csv, b"PK\x03\x04 not really");
    assert!(
        status == 422 && body.contains("urn:twinpost:problem:table") && body.contains("broken-archive"),
        "{status} {body}"
    );
    assert_eq!(served.ask("POST", "/api/v1/import?noun=dance", csv, b"x").0, 404);
    assert_eq!(served.ask_as("", "POST", "/api/v1/import?noun=visit", csv, good.as_bytes()).0, 401);
    let (status, _, body) = served.ask("GET", "/api/v1/import", csv, b"");
    let told: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, told["records"].as_array().map(Vec::len)), (200, Some(1)));
    let large = vec![b'x'; (32 << 20) + 2];
    assert_eq!(served.ask("POST", "/api/v1/import?noun=visit", csv, &large).0, 413);
}

#[test]
fn the_pages_show_what_would_become_of_each_row_before_anything_is_recorded() {
    let post = Post::founded();
    let served = Served::of(&post);
    let (status, _, page) = served.ask("GET", "/import", "", b"");
    assert!(
        status == 200
            && page.contains("enctype=\"multipart/form-data\"")
            && page.contains("/import/template/visit.xlsx"),
        "{status} {page}"
    );
    let file = table(&[
        "V1;cp-laocai-gate-talks;12/01/2025;Thăm;2;3;Cửa khẩu",
        "V2;cp-laocai-gate-talks;soon;<b>x</b>;2;3;Cửa khẩu",
    ]);
    let (status, head, _) = served.send(&[("noun", "visit")], "../../thăm.csv", file.as_bytes());
    let place = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    assert!(status == 303 && place.starts_with("/import/waiting/"), "{head}");
    let (status, _, page) = served.ask("GET", &place, "", b"");
    for part in ["thăm.csv", "This is not a day", "Take only the 1 good rows in", "&#60;b&#62;x"] {
        assert!(page.contains(part), "{part}: {status} {page}");
    }
    assert!(!page.contains("<b>x</b>") && !page.contains("../"), "{page}");
    let form = "application/x-www-form-urlencoded";
    let (_, _, rejected) = served.ask("GET", &format!("{place}/rejected.csv"), "", b"");
    assert!(rejected.contains("soon") && rejected.contains("This is not a day"), "{rejected}");
    // Everything is refused while one row has a fault; the columns can be assigned anew and kept.
    let (_, head, _) = served.ask("POST", &format!("{place}/confirm"), form, b"");
    assert!(head.contains(&place), "{head}");
    assert_eq!(post.visits(), json!(0));
    let assigned = "column-A=&header-A=M%C3%A3+d%C3%B2ng&column-B=counterpart&header-B=x&column-C=held_on&header-C=y&column-D=purpose&header-D=z\
                    &column-E=own_participants&header-E=e&column-F=other_participants&header-F=f&column-G=place&header-G=g&mapping-keep=Our+register";
    assert_eq!(served.ask("POST", &place, form, assigned.as_bytes()).0, 303);
    let (_, _, page) = served.ask("GET", &place, "", b"");
    assert!(page.contains("Our register") && page.contains("<option value=\"held_on\" selected>"), "{page}");
    let (status, head, _) = served.ask("POST", &format!("{place}/confirm"), form, b"good-rows=1");
    let record = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    assert!(status == 303 && record.starts_with("/import/") && !record.contains("waiting"), "{head}");
    assert_eq!(post.visits(), json!(1));
    let (status, _, page) = served.ask("GET", &record, "", b"");
    assert!(status == 200 && page.contains("thăm.csv") && page.contains("Undo the whole import"), "{status} {page}");
    assert_eq!(served.ask("GET", &place, "", b"").0, 404, "what was taken in waits no longer");
    assert_eq!(std::fs::read_dir(post.home.path().join("post/uploads")).unwrap().count(), 0);
    let (status, head, _) = served.ask("GET", "/import/template/letter.csv?opening=draft&lang=zh", "", b"");
    assert!(status == 200 && head.contains("twinpost-letter.csv"), "{head}");
}

#[test]
fn a_file_that_waits_is_its_officer_s_alone_and_a_stranger_sends_nothing() {
    let post = Post::founded();
    let served = Served::of(&post);
    let file = table(&["V1;cp-laocai-gate-talks;12/01/2025;Thăm;2;3;Cửa khẩu"]);
    let (_, head, _) = served.send(&[("noun", "visit")], "a.csv", file.as_bytes());
    let place = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default().to_owned();
    let keeper = post.done(&["login", "keeper", "--print-token"]).trim().to_owned();
    let as_keeper = format!("Authorization: Bearer {keeper}\r\n");
    assert_eq!(served.ask_as(&as_keeper, "GET", &place, "", b"").0, 404);
    assert_eq!(served.ask_as(&as_keeper, "POST", &format!("{place}/confirm"), "", b"").0, 404);
    // With a cookie the form must carry the token of the session.
    let cookie = format!("Cookie: tp={}\r\n", served.token);
    assert_eq!(
        served.ask_as(&cookie, "POST", &format!("{place}/confirm"), "application/x-www-form-urlencoded", b"").0,
        403
    );
    let body = b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--b--\r\n";
    assert_eq!(served.ask_as(&cookie, "POST", "/import", "multipart/form-data; boundary=b", body).0, 403);
    let (status, head, _) = served.ask_as("", "POST", "/import", "multipart/form-data; boundary=b", body);
    assert!(status == 303 && head.contains("/login") || status == 401, "{head}");
    assert_eq!(std::fs::read_dir(post.home.path().join("post/uploads")).unwrap().count(), 1);
    for _ in 0..4 {
        served.send(&[("noun", "visit")], "a.csv", file.as_bytes());
    }
    assert_eq!(std::fs::read_dir(post.home.path().join("post/uploads")).unwrap().count(), 3, "the oldest give way");
}

#[test]
fn a_name_that_leads_elsewhere_is_only_a_name() {
    let post = Post::founded();
    let served = Served::of(&post);
    let outside = post.home.path().join("escaped.csv");
    for (sent, kept) in [
        ("../../escaped.csv", "escaped.csv"),
        ("..\\..\\escaped.csv", "escaped.csv"),
        ("/etc/cron.d/escaped.csv", "escaped.csv"),
        (". ./.escaped.csv", "escaped.csv"),
    ] {
        let rows = table(&["V1;cp-laocai-gate-talks;12/01/2025;Thăm;2;3;Cửa khẩu"]);
        let (status, head, _) = served.send(&[("noun", "visit")], sent, rows.as_bytes());
        assert_eq!(status, 303, "{sent}: {head}");
        let place =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("location: ").map(str::to_owned));
        let (_, _, page) = served.ask("GET", &place.unwrap(), "", b"");
        assert!(page.contains(&format!(" {kept}</h1>")), "{sent}: {page}");
    }
    assert!(!outside.exists() && !std::path::Path::new("/etc/cron.d/escaped.csv").exists());
}

#[test]
fn a_form_with_more_fields_than_anybody_fills_in_is_turned_away() {
    let post = Post::founded();
    let served = Served::of(&post);
    let kind = "application/x-www-form-urlencoded";
    assert_eq!(served.ask("POST", "/visit/new/record", kind, "a=1&".repeat(20_000).as_bytes()).0, 413);
    assert_ne!(served.ask("POST", "/visit/new/record", kind, "a=1&".repeat(9_000).as_bytes()).0, 413);
}
