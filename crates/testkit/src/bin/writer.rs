//! A child that is killed: it opens a post, records meetings one after the other, and says so after each commit.
//!
//! `writer <folder> <officer> <seed> <honest|early>`; `early` says so before the commit, which the checker must catch.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use desk::Desk;
use desk::script::SetClock;
use serde_json::json;
use testkit::{Seeded, act, instant, officer};

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [folder, writer, seed, mode] = given.as_slice() else { return ExitCode::from(2) };
    let Ok(seed) = seed.parse() else { return ExitCode::from(2) };
    let clock = Arc::new(SetClock::at(instant("2026-01-10T02:00:00Z")));
    let desk = match Desk::open(Path::new(folder), clock, Arc::new(Seeded::new(seed))) {
        Ok(desk) => desk,
        Err(failure) => {
            eprintln!("{failure}");
            return ExitCode::FAILURE;
        }
    };
    let writer = officer(writer);
    let mut out = std::io::stdout().lock();
    for number in 0..100_000 {
        let task = |name: &str| json!({ "title": format!("{name} {number}"), "side": "vn", "due_on": "2026-02-01" });
        let meeting = act(
            &desk,
            "meeting",
            None,
            json!({
                "command": "record", "counterpart": "cp-laocai-gate-talks", "held_on": "2026-01-10", "place": "Gate",
                "subject": format!("Meeting {number}"), "own_participants": 2, "other_participants": 2,
                "tasks": [task("first"), task("second"), task("third")],
            }),
        );
        let key: String = meeting.id.iter().map(|byte| format!("{byte:02x}")).collect();
        if mode == "early" && (writeln!(out, "{key}").is_err() || out.flush().is_err()) {
            return ExitCode::FAILURE;
        }
        if let Err(error) = desk.act(&writer, &meeting) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        if mode == "honest" && (writeln!(out, "{key}").is_err() || out.flush().is_err()) {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
