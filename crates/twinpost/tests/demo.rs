//! The demonstration with the real program: both sides are served, the paper that waits at the neighbour's is signed
//! there, and the signature arrives on the own side by the couriers between them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

/// How often it is looked, ten times a second, whether something has arrived.
const LOOKS: usize = 300;

/// A demonstration that is served until this goes, and what it told.
struct Served {
    child: Child,
    told: Value,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
    command.args(args).env_clear().env("HOME", home).stdin(Stdio::null());
    command
}

fn served(home: &Path) -> Served {
    let demo = home.join("demo");
    let args = ["demo", "--dir", demo.to_str().unwrap(), "--listen", "127.0.0.1:0", "--print-json"];
    let mut command = program(home, &args);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    Served { child, told: serde_json::from_str(&line).unwrap_or(Value::String(line)) }
}

/// The account with this login.
fn account<'v>(post: &'v Value, login: &str) -> &'v Value {
    post["accounts"].as_array().unwrap().iter().find(|account| account["login"] == login).unwrap()
}

fn secret(home: &Path, name: &str, text: &Value) -> PathBuf {
    let path = home.join(name);
    fs::write(&path, format!("{}\n", text.as_str().unwrap())).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// The command line at the folder of a post, as the officer of an account.
struct Desk<'a> {
    home: &'a Path,
    folder: PathBuf,
    account: Value,
    post: PathBuf,
    pin: PathBuf,
}

impl<'a> Desk<'a> {
    fn of(home: &'a Path, folder: PathBuf, told: &Value, account: &Value) -> Self {
        let (post, pin) = (secret(home, "post", &told["passphrase"]), secret(home, "pin", &account["pin"]));
        Self { home, folder, account: account.clone(), post, pin }
    }

    fn done(&self, args: &[&str]) -> Value {
        let login = self.account["login"].as_str().unwrap();
        let mut command = program(self.home, &[args, &["--login", login, "--json"]].concat());
        command.env("TWINPOST_DIR", &self.folder).env("TWINPOST_PASSWORD", self.account["password"].as_str().unwrap());
        command.env("TWINPOST_PASSPHRASE_FILE", &self.post).env("TWINPOST_PIN_FILE", &self.pin);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// How each document stands, with its record.
    fn papers(&self) -> Vec<(String, String)> {
        let list = self.done(&["document", "list"]);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let rows = list["rows"].as_array().unwrap().iter();
        let mut found: Vec<_> = rows.map(|row| (text(&row["status"]), text(&row["id"]))).collect();
        found.sort();
        found
    }

    fn standings(&self) -> Vec<String> {
        self.papers().into_iter().map(|(status, _)| status).collect()
    }
}

/// What a page answers, as a browser would ask for it.
fn page(url: &str) -> String {
    let host = url.strip_prefix("http://").unwrap();
    let mut line = TcpStream::connect(host.replace("localhost", "127.0.0.1")).unwrap();
    write!(line, "GET /login HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn both_sides_are_served_and_what_is_signed_on_one_arrives_on_the_other() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let first = served(home);
    let before = first.told.clone();
    let (own, other) = (&before, &before["neighbour"]);
    assert_ne!(own["fingerprint"], other["fingerprint"]);
    assert!(own["pages"].is_array() && own["accounts"][0]["token"].is_string());
    for post in [own, other] {
        assert!(page(post["url"].as_str().unwrap()).starts_with("HTTP/1.1 200"), "{}", post["url"]);
    }
    // One name, one session in a browser: two names, so that a person can be logged in at both.
    assert!(own["url"].as_str().unwrap().starts_with("http://127.0.0.1:"));
    assert!(other["url"].as_str().unwrap().starts_with("http://localhost:"));

    let (here, across) = (home.join("demo"), home.join("demo").join("neighbour"));
    let signs = |account: &&Value| account["pin"].is_string();
    let at_neighbour: Vec<Desk<'_>> = other["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(signs)
        .map(|account| Desk::of(home, across.clone(), other, account))
        .collect();
    // Each sees the papers of the own unit and of those below it.
    let waits = at_neighbour.iter().find_map(|desk| {
        let (_, id) = desk.papers().into_iter().find(|(status, _)| status == "proposed")?;
        Some((desk, id))
    });
    let (desk, id) = waits.unwrap();
    let own_desk = Desk::of(home, here, own, account(own, "gate-chief"));
    assert_eq!(own_desk.standings(), ["bound", "draft", "proposed"]);
    let (_, draft) = own_desk.papers().into_iter().find(|(status, _)| status == "draft").unwrap();
    let compared = own_desk.done(&["document", "compare", &draft]);
    assert_eq!((&compared["changed"], &compared["may_take_over"]), (&json!([2, 0]), &json!(true)), "in two languages");
    let page = json!(format!("/document/{draft}/compare"));
    assert!(own["pages"].as_array().unwrap().contains(&page), "{page}");
    desk.done(&["document", "say", &id, "sign"]);
    let bound = ["bound", "bound", "draft"];
    let arrived = (0..LOOKS).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        own_desk.standings() == bound
    });
    assert!(arrived, "{:?}", own_desk.standings());

    // Begun again the same day, it is the same demonstration on both sides, with other passwords.
    drop(first);
    let after = served(home);
    let accounts = |told: &Value| told["neighbour"]["accounts"][0].clone();
    assert_eq!(accounts(&before)["officer"], accounts(&after.told)["officer"]);
    assert_ne!(accounts(&before)["password"], accounts(&after.told)["password"]);
    assert_eq!(before["fingerprint"], after.told["fingerprint"]);
    let own_desk = Desk::of(home, home.join("demo"), &after.told, account(&after.told, "gate-chief"));
    assert_eq!(own_desk.standings(), bound);
    let output =
        program(home, &["courier", "status", "--json"]).env("TWINPOST_DIR", &own_desk.folder).output().unwrap();
    let status: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(status["peers"].as_array().map(Vec::len), Some(1));
    assert_eq!(status["peers"][0]["queued"], json!(0));
}
