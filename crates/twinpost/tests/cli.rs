//! The program as a person or a script uses it: what it prints where, and with which exit code it ends.

#![allow(clippy::unwrap_used, reason = "this file holds nothing but tests")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

const PASSWORD: &str = "a long enough password";

/// A post in a temporary folder, and a person with a home of their own.
struct Post {
    home: tempfile::TempDir,
}

impl Post {
    /// A home without a post.
    fn none() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// A founded post, its keeper with a password.
    fn founded() -> Self {
        let post = Self::none();
        post.done(&["init"]);
        post.done(&["officer", "set-password", "keeper"]);
        post
    }

    fn folder(&self) -> PathBuf {
        self.home.path().join("post")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_twinpost"));
        command.args(args).env_clear().stdin(Stdio::null());
        command.env("HOME", self.home.path()).env("TWINPOST_DIR", self.folder()).env("TWINPOST_PASSWORD", PASSWORD);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs a command that is to succeed, and gives its data.
    fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that is to end with a code, and gives its message.
    fn stopped(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {message}");
        assert!(output.stdout.is_empty(), "{args:?}: messages do not go where data goes");
        message
    }

    fn json(&self, args: &[&str]) -> Value {
        let text = self.done(args);
        serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{args:?}: {fault}: {text}"))
    }

    /// Registers an officer with a role and a password.
    fn enlist(&self, login: &str, unit: &str, role: &str) {
        let keeper = ["--login", "keeper"];
        let (who, of) = (format!("login={login}"), format!("unit={unit}"));
        let id = self.done(&[&["officer", "new", "register", &who, "name=Office", &of], &keeper[..]].concat());
        let assign =
            [format!("role={role}"), of, "reach=unit".into(), "ceiling=internal".into(), "from=2020-01-01".into()];
        let assign: Vec<&str> = assign.iter().map(String::as_str).collect();
        self.done(&[&["officer", "do", id.trim(), "assign"], &assign[..], &keeper[..]].concat());
        self.done(&["officer", "set-password", login]);
    }

    /// A visit recorded by an officer of the gate station; its identity.
    fn visit(&self, login: &str) -> String {
        let fields = [
            "counterpart=cp-laocai-gate-talks",
            "held_on=2026-01-12",
            "purpose=Courtesy",
            "own_participants=6",
            "other_participants=8",
            "place=Gate",
        ];
        self.done(&[&["visit", "new", "record"], &fields[..], &["--login", login]].concat()).trim().to_owned()
    }
}

const GATE: &str = "vn-bg-laocai-gate";
const STATION: &str = "vn-bg-batxat";
const NOBODY: &str = "01jzzzzzzzzzzzzzzzzzzzzzzz";

#[test]
fn a_post_is_founded_once_and_appears_whole() {
    let post = Post::none();
    let output = post.run(&["init"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let link = String::from_utf8(output.stdout).unwrap();
    assert!(link.starts_with("/invitation/") && link.trim().len() == "/invitation/".len() + 64, "{link}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("twinpost serve"));
    let lying: Vec<_> = std::fs::read_dir(post.home.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(lying, ["post"], "nothing half is left beside it");
    assert!(post.stopped(4, &["init"]).contains("already"));
    assert_eq!(post.json(&["doctor", "--json"])["well"], json!(true));
}

#[test]
fn a_folder_with_something_in_it_is_left_as_it_is() {
    let post = Post::none();
    std::fs::create_dir(post.folder()).unwrap();
    std::fs::write(post.folder().join("letter.txt"), "mine").unwrap();
    assert!(post.stopped(4, &["init"]).contains("not empty"));
    assert_eq!(std::fs::read_dir(post.folder()).unwrap().count(), 1);
}

#[test]
fn a_profile_with_faults_leaves_nothing_behind() {
    let post = Post::none();
    let profile = post.home.path().join("profiles/broken");
    std::fs::create_dir_all(&profile).unwrap();
    std::fs::write(profile.join("profile.toml"), "name = 3\n").unwrap();
    let profiles = post.home.path().join("profiles");
    let message = post.stopped(7, &["init", "--profiles", profiles.to_str().unwrap(), "--profile", "broken"]);
    assert!(message.contains("profile.toml"), "{message}");
    assert!(!post.folder().exists());
}

#[test]
fn help_lists_every_noun_and_the_exit_codes() {
    let help = Post::none().done(&["--help"]);
    for noun in domain::NOUNS {
        assert!(help.contains(noun.name), "{}", noun.name);
    }
    for word in ["init", "serve", "demo", "doctor", "act", "Exit codes: 0 done"] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
fn completions_know_nouns_and_their_commands() {
    let post = Post::none();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = post.done(&["completions", shell]);
        let knows_commands = script.contains("sign-minutes") || !matches!(shell, "bash" | "zsh");
        assert!(script.contains("hotline-call") && script.contains("recount") && knows_commands, "{shell}");
    }
}

#[test]
fn a_forbidden_record_looks_like_one_that_does_not_exist() {
    let post = Post::founded();
    post.enlist("gate", GATE, "officer");
    post.enlist("batxat", STATION, "commander");
    let id = post.visit("gate");
    assert_eq!(post.json(&["visit", "show", &id, "--login", "gate", "--json"])["status"], json!("recorded"));
    let same = |args: &dyn Fn(&str) -> Vec<String>| {
        let run = |id: &str| {
            let args = args(id);
            post.run(&args.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let (forbidden, missing) = (run(&id), run(NOBODY));
        assert_eq!(forbidden.status.code(), Some(3), "{}", String::from_utf8_lossy(&forbidden.stderr));
        assert_eq!(forbidden.status.code(), missing.status.code());
        assert_eq!((forbidden.stdout, forbidden.stderr), (missing.stdout, missing.stderr));
    };
    let words = |text: &str, id: &str| text.replace('?', id).split(' ').map(str::to_owned).collect::<Vec<_>>();
    same(&|id| words("visit show ? --login batxat", id));
    same(&|id| words("visit show ? --login batxat --json", id));
    same(&|id| words("visit show ? --login keeper", id));
    same(&|id| words("visit do ? correct --login batxat", id).into_iter().chain(correction()).collect());
    same(&|id| words("talks show ? --login gate", id));
    same(&|id| words("report recount ? --login batxat", id));
    same(&|id| words("report records ? talks-held --login batxat", id));
    let (total, none) = (json!(1), json!(0));
    assert_eq!(post.json(&["visit", "list", "--login", "gate", "--json"])["total"], total);
    assert_eq!(post.json(&["visit", "list", "--login", "batxat", "--json"])["total"], none);
    assert_eq!(post.json(&["search", "Courtesy", "--login", "gate", "--json"])["total"], total);
    assert_eq!(post.json(&["search", "Courtesy", "--login", "batxat", "--json"])["total"], none);
}

/// Whatever fields the correction of a visit has, filled in.
fn correction() -> Vec<String> {
    let fields = ["held_on=2026-01-12", "purpose=Other", "own_participants=6", "other_participants=8", "place=Gate"];
    let schema = domain::noun("visit").unwrap().schemas();
    let known =
        schema.commands.iter().find(|(name, _)| name == "correct").map(|(_, schema)| schema["properties"].clone());
    let known = known.unwrap_or_default();
    fields
        .iter()
        .filter(|field| known.get(field.split('=').next().unwrap()).is_some())
        .map(|field| (*field).to_owned())
        .collect()
}

#[test]
fn what_only_the_post_does_is_no_command_and_stands_in_no_description() {
    let post = Post::founded();
    post.enlist("gate", GATE, "commander");
    for command in ["arrive", "release", "hear", "record-answered"] {
        let message = post.stopped(2, &["document", "new", command, "--login", "gate"]);
        assert!(message.contains("has no command") && !message.contains("lapse"), "{message}");
    }
    let described: Value = serde_json::from_str(&post.done(&["openapi"])).unwrap();
    let schemas = described["components"]["schemas"].as_object().unwrap();
    let of_documents: Vec<String> = schemas
        .iter()
        .filter(|(name, _)| name.starts_with("document."))
        .map(|(_, schema)| schema.to_string())
        .collect();
    let named = of_documents.concat();
    assert!(named.contains("\"const\":\"record-paper-signature\""), "{named}");
    for (command, _) in domain::noun("document").unwrap().commands_of_post() {
        assert!(!named.contains(&format!("\"const\":\"{command}\"")), "{command}");
    }
}

#[test]
fn exit_codes_tell_what_kind_of_no_it_was() {
    let post = Post::none();
    assert!(post.stopped(1, &["doctor"]).contains("twinpost init"));
    let post = Post::founded();
    assert_eq!(post.run(&["dance"]).status.code(), Some(2));
    assert!(post.stopped(5, &["today"]).contains("twinpost login"));
    assert!(post.stopped(5, &["today", "--login", "nobody"]).contains("wrong"));
    post.enlist("gate", GATE, "officer");
    assert!(
        post.stopped(5, &["officer", "new", "register", "login=x1", "name=X", "unit=vn-bg", "--login", "gate"])
            .contains("keeper")
    );
    assert!(post.stopped(2, &["talks", "new", "propose", "place=x", "--login", "gate"]).contains("also needs"));
    let late = [
        "talks",
        "new",
        "record-proposal",
        "counterpart=no-such",
        "planned_at=2026-03-04 08:30",
        "place=x",
        "host=vn",
        "agenda:=[{\"title\":\"Lamp\",\"matter\":\"follow-up\"}]",
        "--login",
        "gate",
    ];
    post.stopped(7, &late);
    assert!(post.stopped(2, &["serve", "--listen", "0.0.0.0:0"]).contains("--behind-tls"));
    assert_eq!(post.run(&["officer", "invite", "nobody"]).status.code(), Some(3));
    assert!(post.done(&["officer", "invite", "gate"]).starts_with("/invitation/"));
}

#[test]
fn a_record_that_changed_meanwhile_is_a_conflict() {
    let post = Post::founded();
    let officers = post.json(&["officer", "list", "--login", "keeper", "--json"]);
    assert_eq!(officers["rows"][0]["number"], json!("keeper"));
    let unit = ["unit", "do", STATION, "rename", "name.en=Bat Xat", "from=2026-01-01", "--login", "keeper"];
    assert!(post.stopped(4, &[&unit[..], &["--version", "999"]].concat()).contains("--version"));
    post.done(&unit);
}

#[test]
fn a_session_is_kept_for_its_post_and_ends_with_logout() {
    let post = Post::founded();
    post.done(&["login", "keeper"]);
    let file = post.home.path().join(".config/twinpost/session");
    assert!(is_private(&file), "nobody else reads the session");
    assert!(post.done(&["unit", "list"]).contains("id"));
    let token = post.done(&["login", "keeper", "--print-token"]);
    post.done(&["logout"]);
    post.stopped(5, &["unit", "list"]);
    let listed = post.command(&["unit", "list", "--json"]).env("TWINPOST_TOKEN", token.trim()).output().unwrap();
    assert_eq!(listed.status.code(), Some(0));
}

#[cfg(unix)]
fn is_private(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(file).unwrap().permissions().mode() & 0o777 == 0o600
}

#[cfg(not(unix))]
fn is_private(file: &Path) -> bool {
    file.is_file()
}

#[test]
fn acts_from_a_file_answer_line_by_line_and_only_once() {
    let post = Post::founded();
    post.enlist("gate", GATE, "officer");
    let visit = json!({
        "noun": "visit", "key": "000102030405060708090a0b0c0d0e0f",
        "command": { "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2026-01-12", "purpose": "Courtesy",
            "own_participants": 6, "other_participants": 8, "place": "Gate" },
    });
    let wrong = json!({ "noun": "visit", "record": NOBODY, "command": { "command": "correct" } });
    let lines = format!("{visit}\n\n{wrong}\nnot json\n{visit}\n");
    let mut child = post.command(&["act", "-", "--login", "gate"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(7), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let seen: Vec<_> = answers.iter().map(|answer| (answer["line"].as_u64(), answer["done"].as_bool())).collect();
    assert_eq!(seen, [(Some(1), Some(true)), (Some(3), Some(false)), (Some(4), Some(false)), (Some(5), Some(true))]);
    assert_eq!((&answers[1]["code"], &answers[2]["code"]), (&json!(3), &json!(2)));
    assert_eq!(answers[0]["record"], answers[3]["record"]);
    assert_eq!((&answers[0]["repeated"], &answers[3]["repeated"]), (&json!(false), &json!(true)));
    assert_eq!(post.json(&["visit", "list", "--login", "gate", "--json"])["total"], json!(1));
}

#[test]
fn lists_become_files_and_files_are_not_overwritten() {
    let post = Post::founded();
    let file = post.home.path().join("units.csv");
    let to = ["unit", "list", "--login", "keeper", "--to", file.to_str().unwrap()];
    post.done(&to);
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"\xef\xbb\xbfid,number,title"));
    post.stopped(4, &to);
    post.done(&[&to[..], &["--replace"]].concat());
    assert_eq!(std::fs::read(&file).unwrap(), bytes, "the same records give the same bytes");
    let book = post.home.path().join("units.xlsx");
    post.done(&["unit", "list", "--login", "keeper", "--to", book.to_str().unwrap()]);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    post.stopped(2, &["unit", "list", "--login", "keeper", "--to", "units.doc"]);
}

#[test]
fn a_rebuild_leaves_everything_as_it_was() {
    let post = Post::founded();
    let before = post.done(&["unit", "show", STATION, "--login", "keeper", "--json"]);
    post.done(&["rebuild"]);
    assert_eq!(post.done(&["unit", "show", STATION, "--login", "keeper", "--json"]), before);
}

#[test]
fn every_noun_tells_its_schema() {
    let post = Post::none();
    for noun in domain::NOUNS {
        let schema = post.json(&[noun.name, "schema"]);
        assert_eq!(schema["noun"], json!(noun.name));
        assert!(schema["commands"].as_object().is_some_and(|commands| !commands.is_empty()), "{}", noun.name);
    }
}

/// The folders of the profiles that have a quarter to play.
fn played() -> Vec<PathBuf> {
    let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../profiles");
    let folders = std::fs::read_dir(profiles).unwrap().map(|entry| entry.unwrap().path());
    folders.filter(|folder| folder.join("quarter.toml").is_file()).collect()
}

#[test]
fn the_demonstration_of_every_profile_comes_out_right_and_says_the_same() {
    let mut tables = Vec::new();
    for folder in played() {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let output = Post::none().run(&["demo", "--profile", name, "--check"]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{name}: {told}");
        assert!(!told.contains("WRONG"), "{name}: {told}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("talks-held") && text.contains("difference"), "{name}: {text}");
        let rows = text.lines().skip_while(|line| !line.starts_with("figure ")).take_while(|line| !line.is_empty());
        tables.push(rows.map(str::to_owned).collect::<Vec<_>>());
    }
    assert!(tables.len() >= 2 && tables.windows(2).all(|two| two[0] == two[1]), "{tables:#?}");
}

#[test]
fn a_profile_is_taken_by_its_name_or_by_the_path_of_its_folder() {
    let folder = &played()[0];
    let (name, path) = (folder.file_name().unwrap().to_str().unwrap(), folder.to_str().unwrap());
    let (by_name, by_path) = (Post::none(), Post::none());
    let records = |post: &Post, profile: &str| post.json(&["init", "--json", "--profile", profile])["records"].clone();
    assert_eq!(records(&by_name, name), records(&by_path, path));
    assert!(Post::none().stopped(2, &["init", "--profile", "atlantis"]).contains(name));
    assert!(Post::none().stopped(1, &["init", "--profile", "./atlantis"]).contains("profile.toml"));
}

#[test]
fn a_profile_without_a_quarter_has_nothing_to_play_and_says_so() {
    let message = Post::none().stopped(7, &["demo", "--profile", "fr-es", "--check"]);
    assert!(message.contains("quarter.toml"), "{message}");
}

#[test]
fn tokens_and_calendar_addresses_are_made_listed_and_revoked() {
    let post = Post::founded();
    post.enlist("gate", GATE, "officer");
    for (command, prefix) in [("token", "tp_"), ("feed", "/feeds/")] {
        let secret = post.done(&[command, "new", "Roster", "--login", "gate"]);
        assert!(secret.starts_with(prefix) && secret.trim().len() >= 46, "{secret}");
        let listed = post.json(&[command, "list", "--login", "gate", "--json"]);
        assert_eq!(listed[0]["name"], json!("Roster"));
        assert!(!listed.to_string().contains(secret.trim()), "the secret is shown once");
        assert_eq!(post.json(&[command, "list", "--login", "keeper", "--json"]), json!([]));
        let id = listed[0]["id"].as_str().unwrap();
        post.stopped(3, &[command, "revoke", id, "--login", "keeper"]);
        post.done(&[command, "revoke", id, "--login", "gate"]);
        assert_eq!(post.json(&[command, "list", "--login", "gate", "--json"]), json!([]));
    }
    let narrow = ["token", "new", "x", "--scope", "record", "--noun", "visit", "--login", "gate", "--json"];
    let narrow = post.json(&narrow);
    assert_eq!((&narrow["scope"], &narrow["nouns"]), (&json!("record"), &json!(["visit"])));
    post.stopped(2, &["token", "new", "x", "--noun", "dance", "--login", "gate"]);
    post.stopped(2, &["token", "new", "x", "--until", "2020-01-01", "--login", "gate"]);
    post.stopped(3, &["feed", "new", "x", "--unit", STATION, "--login", "gate"]);
    post.done(&["feed", "new", "x", "--counterpart", "cp-laocai-gate-talks", "--login", "gate"]);
}

#[test]
fn the_description_of_the_interface_needs_no_post() {
    let document = Post::none().json(&["openapi"]);
    assert_eq!(document["openapi"], json!("3.1.0"));
    for noun in domain::NOUNS {
        assert!(document["paths"].get(format!("/api/v1/{}", noun.name)).is_some(), "{}", noun.name);
    }
}

#[test]
fn the_bench_of_search_finds_everything_and_says_whether_the_promise_is_kept() {
    let output = Post::none().run(&["bench", "search", "--records", "1000", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["recall"]["found"], told["recall"]["there"]);
    assert!(
        told["recall"]["there"].as_u64().unwrap() > 1000 && told["all"]["count"].as_u64().unwrap() > 1000,
        "{told}"
    );
    // How long it took is not for a test; that the verdict follows from it is.
    let searchers = told["searchers"].as_array().unwrap();
    let is_fast = searchers.iter().all(|searcher| searcher["p95_of_limit"].as_f64().unwrap() <= 1.0);
    assert_eq!((told["kept"].as_bool(), output.status.success()), (Some(is_fast), is_fast));
    assert!(searchers.len() > 4);
}

#[test]
fn the_bench_of_verify_starts_the_program_beside_others_and_says_whether_the_promise_is_kept() {
    let post = Post::none();
    let output =
        post.command(&["bench", "verify", "--runs", "5", "--json"]).env("PATH", "/usr/bin:/bin").output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&told["verify"]["count"], &told["limit_ms"]), (&json!(5), &json!(15.0)), "{told}");
    let peers = told["peers"].as_array().unwrap();
    let nothing = peers.iter().find(|peer| peer["name"] == "true").unwrap();
    assert!(nothing["count"] == 5 && nothing["twinpost_takes_times"].as_f64().unwrap() > 0.0, "{told}");
    // How long it took is not for a test; that the verdict follows from it is.
    let is_fast = told["verify"]["p95_of_limit"].as_f64().unwrap() <= 1.0;
    assert_eq!((told["kept"].as_bool(), output.status.success()), (Some(is_fast), is_fast));
}
