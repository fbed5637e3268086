//! Whatever was acknowledged is there after a kill at any moment, whole; whatever was not is there whole or not at all.
//!
//! `TWINPOST_KILL_RUNS` sets how often (200), `TWINPOST_SEED` the seed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use desk::Desk;
use desk::script::SetClock;
use rusqlite::{Connection, OpenFlags};
use testkit::{Post, Seeded, instant, seed};

/// Entries of one act of the writer: a meeting and its three tasks.
const ENTRIES: i64 = 4;

/// A founded post with a writer, closed, to be copied for each run.
struct Template {
    folder: tempfile::TempDir,
    writer: String,
}

fn template() -> Template {
    let post = Post::founded(21);
    let writer = post.enlist("writer", "vn-bg-laocai-gate", "officer", "unit", "internal").to_string();
    let folder = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
    let kept = Connection::open(post.file()).unwrap_or_else(|fault| panic!("{fault}"));
    let target = folder.path().join("twinpost.db");
    kept.execute("VACUUM INTO ?1", [target.to_string_lossy()]).unwrap_or_else(|fault| panic!("{fault}"));
    std::fs::create_dir(folder.path().join("lines")).unwrap_or_else(|fault| panic!("{fault}"));
    let line = "lines/line.geojson";
    std::fs::copy(post.folder().join(line), folder.path().join(line)).unwrap_or_else(|fault| panic!("{fault}"));
    Template { folder, writer }
}

impl Template {
    fn copied(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap_or_else(|fault| panic!("{fault}"));
        std::fs::create_dir(copy.path().join("lines")).unwrap_or_else(|fault| panic!("{fault}"));
        for file in ["twinpost.db", "lines/line.geojson"] {
            std::fs::copy(self.folder.path().join(file), copy.path().join(file))
                .unwrap_or_else(|fault| panic!("{fault}"));
        }
        copy
    }

    /// Lets a child write, kills it at a random moment, and gives what it had acknowledged.
    fn killed(&self, folder: &Path, chance: &Seeded, mode: &str) -> Vec<String> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_writer"))
            .args([&folder.to_string_lossy(), self.writer.as_str(), &chance.next().to_string(), mode])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|fault| panic!("{fault}"));
        let mut lines = BufReader::new(child.stdout.take().unwrap_or_else(|| panic!("no output"))).lines();
        let mut acknowledged = Vec::new();
        for _ in 0..1 + chance.below(12) {
            match lines.next() {
                Some(Ok(line)) => acknowledged.push(line),
                other => panic!("the writer ended by itself: {other:?}"),
            }
        }
        std::thread::sleep(Duration::from_micros(chance.below(9_000) as u64));
        child.kill().unwrap_or_else(|fault| panic!("{fault}"));
        child.wait().unwrap_or_else(|fault| panic!("{fault}"));
        // A line cut short by the kill was not acknowledged.
        acknowledged.extend(lines.map_while(Result::ok).filter(|line| line.len() == 32));
        acknowledged
    }
}

/// What is wrong with a post after a kill; empty when nothing is.
fn problems(folder: &Path, acknowledged: &[String]) -> Vec<String> {
    let clock = Arc::new(SetClock::at(instant("2026-01-11T02:00:00Z")));
    let desk = Desk::open(folder, clock, Arc::new(Seeded::new(1)));
    let desk = desk.unwrap_or_else(|failure| panic!("the post does not open: {failure}"));
    let mut problems = Vec::new();
    let checkup = desk.checkup().unwrap_or_else(|failure| panic!("{failure}"));
    if !checkup.is_well() {
        problems.push(format!("checkup: {checkup:?}"));
    }
    let kept = Connection::open_with_flags(folder.join("twinpost.db"), OpenFlags::SQLITE_OPEN_READ_ONLY);
    let kept = kept.unwrap_or_else(|fault| panic!("{fault}"));
    let sql = "SELECT lower(hex(act)), count(*), (SELECT count(*) FROM records AS r WHERE r.id IN \
               (SELECT record FROM journal AS k WHERE k.act = j.act)) FROM journal AS j \
               WHERE act IN (SELECT act FROM journal WHERE noun = 'meeting') OR noun = 'task' GROUP BY act";
    let mut statement = kept.prepare(sql).unwrap_or_else(|fault| panic!("{fault}"));
    let acts = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))));
    let acts: BTreeMap<String, (i64, i64)> = acts.and_then(Iterator::collect).unwrap_or_else(|fault| panic!("{fault}"));
    for (act, (entries, records)) in &acts {
        if (*entries, *records) != (ENTRIES, ENTRIES) {
            problems.push(format!("half an act: {act} has {entries} entries and {records} records"));
        }
    }
    for lost in acknowledged.iter().filter(|act| !acts.contains_key(*act)) {
        problems.push(format!("acknowledged and lost: {lost}"));
    }
    problems
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let runs = std::env::var("TWINPOST_KILL_RUNS").ok().and_then(|text| text.parse().ok()).unwrap_or(200);
    let seed = seed(4_242);
    println!("seed {seed}, {runs} runs");
    let (chance, template) = (Seeded::new(seed), template());
    let mut all = 0;
    for run in 0..runs {
        let folder = template.copied();
        let acknowledged = template.killed(folder.path(), &chance, "honest");
        all += acknowledged.len();
        let found = problems(folder.path(), &acknowledged);
        assert!(found.is_empty(), "seed {seed}, run {run}: {found:#?}");
    }
    println!("{all} acknowledged acts in {runs} runs");
    assert!(all >= runs);
}

#[test]
fn a_post_killed_again_and_again_loses_nothing() {
    let (chance, template) = (Seeded::new(seed(5_151)), template());
    let folder = template.copied();
    let mut acknowledged = Vec::new();
    for _ in 0..10 {
        acknowledged.extend(template.killed(folder.path(), &chance, "honest"));
    }
    let found = problems(folder.path(), &acknowledged);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_checker_catches_a_writer_that_acknowledges_too_early() {
    let (chance, template) = (Seeded::new(seed(7)), template());
    let caught = (0..40).position(|_| {
        let folder = template.copied();
        let acknowledged = template.killed(folder.path(), &chance, "early");
        problems(folder.path(), &acknowledged).iter().any(|problem| problem.starts_with("acknowledged and lost"))
    });
    println!("caught in run {caught:?}");
    assert!(caught.is_some(), "the checker does not see what is lost");
}

#[test]
fn the_checker_catches_half_an_act() {
    let (chance, template) = (Seeded::new(seed(8)), template());
    let folder = template.copied();
    let acknowledged = template.killed(folder.path(), &chance, "honest");
    assert!(problems(folder.path(), &acknowledged).is_empty());
    let kept = Connection::open(folder.path().join("twinpost.db")).unwrap_or_else(|fault| panic!("{fault}"));
    let half = "INSERT INTO journal SELECT NULL, randomblob(16), x'0102030405060708090a0b0c0d0e0f10', class, noun, record || '-2', \
                side, unit, officer, happened_ms, recorded_ms, grade, exercise, body FROM journal WHERE noun = 'meeting' LIMIT 1";
    kept.execute(half, []).unwrap_or_else(|fault| panic!("{fault}"));
    let found = problems(folder.path(), &acknowledged);
    assert!(found.iter().any(|problem| problem.starts_with("half an act")), "{found:?}");
    assert!(found.iter().any(|problem| problem.starts_with("checkup")), "{found:?}");
}
