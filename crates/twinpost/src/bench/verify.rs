//! Measuring how long it takes to check one paper from a standing start: the program is started anew each time, and in
//! turn with it other programs of this computer, so that a slow computer is not taken for a slow check.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;
use paper::{Cell, Sheet};
use serde_json::{Value, json};

use super::build;
use super::figures::Times;
use crate::shown;
use crate::stop::{Outcome, Stop};

/// What is promised: of a hundred checks ninety-five take no longer, from the start of the program to its end.
const LIMIT_MS: f64 = 15.0;
/// A paper of two sides that binds, and the fingerprints by which it does.
const BUNDLE: &[u8] = include_bytes!("../../../journal/tests/vectors/evidence/good/bound--minutes-signed-by-both.twp");
const ROOTS: &[u8] = include_bytes!("../../../journal/tests/vectors/evidence/roots.txt");
const STANDING: &str = "bound";
/// Programs beside which it is measured, where they are there: one that does nothing, and two that check signatures.
const PEERS: [&[&str]; 3] = [&["true"], &["openssl", "version"], &["minisign", "-v"]];

/// Measuring the check of a bundle.
#[derive(Debug, Args)]
pub struct BenchVerify {
    /// How often each program is started
    #[arg(long, default_value_t = 300, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    runs: u32,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// A program with the times of its runs.
struct Started {
    name: String,
    command: Command,
    times: Times,
}

impl BenchVerify {
    /// Measures, prints the figures, and fails where the promise is not kept.
    pub fn run(&self) -> Outcome {
        let folder = tempfile::tempdir().map_err(|fault| failed("no temporary folder", &fault))?;
        let mut own = own(folder.path())?;
        let mut peers: Vec<Started> = PEERS.iter().filter_map(|words| peer(words)).collect();
        // What the computer reads from its disk at the first start is not what is measured.
        own.start()?;
        for _ in 0..self.runs {
            for started in std::iter::once(&mut own).chain(&mut peers) {
                let time = started.start()?;
                started.times.add(time);
            }
        }
        if self.json {
            shown::json_line(&told(&own, &peers))?
        } else {
            show(&own, &peers)?
        }
        judged(&own)
    }
}

/// This program, checking the bundle as a person would let it.
fn own(folder: &Path) -> Outcome<Started> {
    let program = std::env::current_exe().map_err(|fault| failed("this program is not found", &fault))?;
    let [bundle, roots] = [("minutes.twp", BUNDLE), ("roots.txt", ROOTS)].map(|(name, bytes)| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map(|()| path).map_err(|fault| failed(name, &fault))
    });
    let mut command = Command::new(program);
    command.arg("verify").arg(bundle?).arg("--roots").arg(roots?).args(["--lang", "en", "--expect", STANDING]);
    Ok(Started { name: "twinpost verify".to_owned(), command, times: Times::default() })
}

/// Another program, where it is there and does what it is asked.
fn peer(words: &[&str]) -> Option<Started> {
    let (program, given) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(given);
    let mut started = Started { name: words.join(" "), command, times: Times::default() };
    started.start().is_ok().then_some(started)
}

impl Started {
    /// Starts it once, reads what it says, and waits for its end: how long that took. It must end well.
    fn start(&mut self) -> Outcome<Duration> {
        self.command.stdin(Stdio::null());
        let begun = Instant::now();
        let output = self.command.output().map_err(|fault| failed(&self.name, &fault))?;
        let time = begun.elapsed();
        if output.status.success() {
            return Ok(time);
        }
        Err(Stop::Failed(format!("{}: {}", self.name, String::from_utf8_lossy(&output.stderr).trim())))
    }
}

fn failed(what: &str, fault: &dyn std::fmt::Display) -> Stop {
    Stop::Failed(format!("{what}: {fault}"))
}

/// How many times as long as another program this one takes, by the middle times.
fn times_as_long(own: &Started, peer: &Started) -> f64 {
    own.times.at(50) / peer.times.at(50).max(f64::MIN_POSITIVE)
}

fn told(own: &Started, peers: &[Started]) -> Value {
    let peers = peers.iter().map(|peer| {
        let mut value = peer.times.json(&peer.name, LIMIT_MS);
        value["twinpost_takes_times"] = json!(times_as_long(own, peer));
        value
    });
    json!({
        "measured": "verify", "build": build(), "bundle_bytes": BUNDLE.len(), "limit_ms": LIMIT_MS,
        "verify": own.times.json(&own.name, LIMIT_MS), "peers": peers.collect::<Vec<_>>(),
        "kept": judged(own).is_ok(),
    })
}

fn show(own: &Started, peers: &[Started]) -> Outcome {
    let row = |started: &Started, times: Cell| {
        let mut cells = started.times.cells(&started.name, LIMIT_MS);
        cells.push(times);
        cells
    };
    let mut rows = vec![row(own, "".into())];
    rows.extend(peers.iter().map(|peer| row(peer, format!("{:.2}", times_as_long(own, peer)).as_str().into())));
    let header = ["started", "count", "p50 ms", "p95 ms", "longest ms", "p95 of the limit", "twinpost takes times"];
    shown::table(&Sheet {
        title: format!(
            "Checking one paper of {} bytes from the start of the program to its end ({} build)",
            BUNDLE.len(),
            build()
        ),
        meta: vec![format!("The limit: ninety-five of a hundred within {LIMIT_MS:.0} ms.")],
        header: header.map(str::to_owned).to_vec(),
        rows,
        ..Sheet::default()
    })
}

/// A stop where the promise is not kept.
fn judged(own: &Started) -> Outcome {
    let p95 = own.times.at(95);
    if p95 <= LIMIT_MS {
        return Ok(());
    }
    Err(Stop::Failed(format!("p95 of {} is {p95:.1} ms, above {LIMIT_MS:.0} ms", own.name)))
}
