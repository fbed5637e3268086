//! Published figures as a person or a program asks for them: from a bare profile, from a post, and over HTTP; added where
//! that is honest, refused with the reason and another exit code where it is not.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

const PASSWORD: &str = "a long enough password";
const PARTS: &str = "fig-batxat-communes-2025,fig-batxat-towns-2025";
const STATIONS: &str = "fig-station-twinnings-all-borders-2023,fig-station-twinnings-vn-cn-2024";

/// A person with a home of their own.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The program in this home, in the folder of the sources, so that `profiles/vn-cn` is found there.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
        command.args(args).env_clear().stdin(Stdio::null());
        command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).env("HOME", self.0.path());
        command.env("TWINPOST_PASSWORD", PASSWORD).env("TWINPOST_LANG", "en");
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Runs a command that is to end with a code, and gives its message.
    fn stopped(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{args:?}: {message}");
        message
    }

    /// A founded post with an officer who is logged in; gives the token of the session.
    fn found(&self) -> String {
        let done = |args: &[&str]| {
            let output = self.run(args);
            assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        done(&["init"]);
        done(&["officer", "set-password", "keeper"]);
        let unit = "unit=vn-bg-batxat";
        let id = done(&["officer", "new", "register", "login=gate", "name=Office", unit, "--login", "keeper"]);
        let role = ["role=observer", unit, "reach=unit", "ceiling=internal", "from=2020-01-01", "--login", "keeper"];
        done(&[&["officer", "do", &id, "assign"], &role[..]].concat());
        done(&["officer", "set-password", "gate"]);
        done(&["login", "gate", "--print-token"])
    }
}

#[test]
fn a_bare_profile_tells_its_figures_with_scope_day_and_source() {
    let home = Home::new();
    let told = home.json(&["figures", "--profile", "profiles/vn-cn", "--json"]);
    let figures = told["figures"].as_array().unwrap();
    assert_eq!(told["total"], json!(figures.len()));
    for figure in figures {
        for field in ["id", "value", "qualifier", "scope", "as_of", "source", "kind"] {
            assert!(!figure[field].is_null(), "{field} of {figure}");
        }
    }
    let lao_cai = figures.iter().find(|figure| figure["id"] == "fig-community-twinnings-laocai-2025").unwrap();
    assert_eq!(lao_cai["source"]["document"], json!("001_5db538cc488f5c76.txt"));
    assert_eq!((&lao_cai["value"], &lao_cai["qualifier"]), (&json!(8), &json!("exact")));
    let by_name = home.json(&["figures", "--profile", "vn-cn", "--json"]);
    assert_eq!(by_name, told, "the profile inside the program is the one of the sources");
    let out_of_the_box = home.json(&["figures", "--json"]);
    assert_eq!(out_of_the_box, told, "without a post the figures of the profile at hand are told");
    let of_one = home.json(&["figures", "--quantity", "station-twinnings", "--json"]);
    assert_eq!(of_one["total"], json!(3));
}

#[test]
fn figures_of_different_scope_are_refused_with_the_reason_and_another_exit_code() {
    let home = Home::new();
    let bare = ["figures", "--profile", "profiles/vn-cn", "--add"];
    let message = home.stopped(7, &[&bare[..], &[STATIONS]].concat());
    for said in ["Borders: vn-cn, vn-kh, vn-la against vn-cn", "As of: 2023-01-22 against 2024-04-14"] {
        assert!(message.contains(said), "{message}");
    }
    let years = "fig-meetings-2013,fig-friendship-exchanges-held-2023";
    assert!(
        home.stopped(7, &[&bare[..], &[years]].concat()).contains("Kind: count over a time against state on a day")
    );
    let inside = "fig-batxat-villages-2025,fig-batxat-villages-on-the-line-2025";
    assert!(home.stopped(7, &[&bare[..], &[inside]].concat()).contains("both may count the same things"));
    assert!(home.stopped(7, &[&bare[..], &["fig-meetings-2013"]].concat()).contains("at least two"));
    home.stopped(3, &[&bare[..], &["fig-meetings-2013,fig-nothing"]].concat());
    home.stopped(2, &["figures", "--profile", "no-such-profile"]);
    let sum = home.json(&[&bare[..], &[PARTS, "--json"]].concat());
    assert_eq!((&sum["sum"]["value"], &sum["sum"]["qualifier"]), (&json!(4), &json!("exact")));
}

#[test]
fn a_post_tells_figures_to_its_officers_and_to_nobody_else() {
    let home = Home::new();
    home.found();
    assert!(home.stopped(5, &["figures", "--json"]).contains("nobody is logged in"));
    let told = home.json(&["figures", "--login", "gate", "--json"]);
    assert_eq!(told, home.json(&["figures", "--profile", "profiles/vn-cn", "--json"]));
    assert!(home.stopped(7, &["figures", "--login", "gate", "--add", STATIONS]).contains("Borders"));
    assert_eq!(home.json(&["figures", "--login", "gate", "--add", PARTS, "--json"])["sum"]["value"], json!(4));
    let table = home.run(&["figures", "--login", "gate"]);
    let table = String::from_utf8(table.stdout).unwrap();
    let line = table.lines().find(|line| line.starts_with("fig-cooperation-documents-2023")).unwrap();
    for said in ["nearly 60", "documents", "vn-cn, vn-kh, vn-la", "2023-01-22", "003_be966bea8430c3c0.txt"] {
        assert!(line.contains(said), "{said} is not in {line}");
    }
}

/// A post that answers over HTTP until it is dropped.
struct Served {
    child: Child,
    address: String,
    token: String,
}

impl Served {
    fn of(home: &Home, token: String) -> Self {
        let mut serve = home.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = serve.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.split("http://").nth(1).and_then(|rest| rest.split(' ').next()).unwrap().to_owned();
        Self { child, address, token }
    }

    /// The status and the body of an answer.
    fn get(&self, path: &str) -> (u16, Value) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let (address, token) = (&self.address, &self.token);
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap();
        let (from, to) = (answer.find('{').unwrap(), answer.rfind('}').unwrap());
        (status, serde_json::from_str(&answer[from..=to]).unwrap_or_else(|fault| panic!("{fault}: {answer}")))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_interface_lists_and_adds_figures_as_the_command_line_does() {
    let home = Home::new();
    let token = home.found();
    let served = Served::of(&home, token);
    let told = home.json(&["figures", "--login", "gate", "--json"]);
    assert_eq!(served.get("/api/v1/figures"), (200, told));
    assert_eq!(served.get("/api/v1/figures?quantity=station-twinnings").1["total"], json!(3));
    let sum = home.json(&["figures", "--login", "gate", "--add", PARTS, "--json"]);
    assert_eq!(served.get(&format!("/api/v1/figures/sum?ids={PARTS}")), (200, sum));
    let (status, problem) = served.get(&format!("/api/v1/figures/sum?ids={STATIONS}"));
    assert_eq!((status, &problem["type"]), (422, &json!("urn:twinpost:problem:no-sum")));
    assert_eq!(problem["details"]["refusal"]["differences"][0]["aspect"], json!("borders"));
    assert_eq!(served.get("/api/v1/figures/sum?ids=fig-nothing,fig-meetings-2013").0, 404);
    assert_eq!(served.get("/api/v1/figures/sum").0, 400, "nothing is not a sum");
    let nobody =
        Served { token: "0".repeat(64), child: Command::new("true").spawn().unwrap(), address: served.address.clone() };
    assert_eq!(nobody.get(&format!("/api/v1/figures/sum?ids={PARTS}")).0, 401);
    let (status, record) = served.get("/api/v1/figure/fig-joint-patrols-2013");
    assert_eq!((status, &record["record"]["period"]), (200, &json!("2013")), "a figure is a record as any other");
}
