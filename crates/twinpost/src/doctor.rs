//! Is everything well: the file, the engine, the disk, the clock, the keys; and making the folded tables again.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Instant;

use clap::Args;
use desk::keys::{KeyStage, WARNING_DAYS};
use desk::{Desk, Finding};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use store::{SQLITE_FLOOR, Store, StoredEntry};

use crate::cli::Place;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// Below this a disk counts as full.
const SPACE_FLOOR: u64 = 256 << 20;

/// Looking at the post.
#[derive(Debug, Args)]
pub struct Doctor {
    #[command(flatten)]
    place: Place,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Doctor {
    /// Looks at everything, tells what was found, and fails if something is not well.
    pub fn run(&self) -> Outcome {
        let folder = folders::founded(self.place.dir.as_deref())?;
        let desk = door::open(&self.place)?;
        let mut findings = desk.checkup()?.findings;
        findings.push(engine(&folder)?);
        findings.push(space(&folder)?);
        findings.push(clock(&desk, &folder)?);
        findings.push(secrecy(&folder)?);
        findings.push(keys(&desk));
        findings.push(seat(&desk)?);
        let is_well = findings.iter().all(|finding| finding.well);
        if self.json {
            shown::json_line(&json!({ "well": is_well, "findings": findings }))?;
        } else {
            for finding in &findings {
                let mark = if finding.well { "well    " } else { "NOT WELL" };
                shown::line(&format!("{mark}  {:<7}  {}", finding.subject, shown::harmless(&finding.detail)))?;
            }
        }
        if is_well {
            return Ok(());
        }
        let ill: Vec<&str> = findings.iter().filter(|finding| !finding.well).map(|finding| finding.subject).collect();
        Err(Stop::Failed(format!("not well: {}", ill.join(", "))))
    }
}

/// The engine was checked when the file was opened; the file says which version wrote it last.
fn engine(folder: &Path) -> Outcome<Finding> {
    const VERSION_AT: usize = 96;
    let path = folders::records(folder);
    let mut head = [0; VERSION_AT + 4];
    let (major, minor, patch) = SQLITE_FLOOR;
    let floor = format!("{major}.{minor}.{patch} or later is needed");
    match fs::File::open(&path).and_then(|mut file| file.read_exact(&mut head)) {
        Ok(()) => {}
        // Everything is in the file beside it still.
        Err(fault) if fault.kind() == ErrorKind::UnexpectedEof => {
            return Ok(Finding { subject: "engine", well: true, detail: format!("SQLite is new enough; {floor}") });
        }
        Err(fault) => return Err(Stop::file(&path, &fault)),
    }
    let number = head[VERSION_AT..].iter().fold(0u32, |number, byte| (number << 8) | u32::from(*byte));
    let wrote = (number / 1_000_000, number / 1000 % 1000, number % 1000);
    let detail = format!("SQLite {}.{}.{} wrote the file; {floor}", wrote.0, wrote.1, wrote.2);
    Ok(Finding { subject: "engine", well: wrote >= SQLITE_FLOOR, detail })
}

fn space(folder: &Path) -> Outcome<Finding> {
    let free = fs4::available_space(folder).map_err(|fault| Stop::file(folder, &fault))?;
    let used: u64 = ["twinpost.db", "twinpost.db-wal", "access.db", "access.db-wal"]
        .iter()
        .filter_map(|name| Some(fs::metadata(folder.join(name)).ok()?.len()))
        .sum();
    let detail = format!("{} MiB free, {} MiB used", free >> 20, used.div_ceil(1 << 20));
    Ok(Finding { subject: "disk", well: free >= SPACE_FLOOR.max(used), detail })
}

/// A clock that stands before the last entry was set back, or the entry was made with a wrong one.
fn clock(desk: &Desk, folder: &Path) -> Outcome<Finding> {
    let store = Store::open(&folders::records(folder))?;
    let last = store.read(|view| {
        let length = view.journal_length()?;
        view.entries_after(length - 1, 1)
    });
    let last: Vec<StoredEntry> = last.map_err(|fault: desk::Failure| fault)?;
    let recorded = last.first().map_or(0, |stored| stored.entry.recorded_ms);
    let now = desk.now();
    let sides = desk.sides()?.into_iter().filter_map(|side| {
        let zone = jiff::tz::TimeZone::get(&side.zone).ok()?;
        Some(format!("{} {}", side.code, shown::on_clock(now.as_millisecond(), &zone)))
    });
    let detail = format!("{}; last entry {}", sides.collect::<Vec<_>>().join(", "), shown::instant_ms(recorded));
    Ok(Finding { subject: "clock", well: now.as_millisecond() >= recorded, detail })
}

/// Keys that end within 60 days, and those of the post whose last day is over: somebody has to go to the root in time.
fn keys(desk: &Desk) -> Finding {
    let looked = desk.keys_to_see_to().and_then(|due| Ok((due, desk.keys()?)));
    let (well, detail) = match looked {
        Err(failure) => (false, failure.to_string()),
        Ok((due, all)) if due.is_empty() => {
            let standing = all.iter().filter(|key| key.stage == KeyStage::Standing && key.what != "root").count();
            (true, format!("{standing} stand, none ends within {WARNING_DAYS} days"))
        }
        Ok((due, _)) => (false, due.iter().map(crate::keys::due).collect::<Vec<_>>().join("; ")),
    };
    Finding { subject: "keys", well, detail }
}

/// A folder that was copied or put back must not speak for the post before it is known what the post had said.
fn seat(desk: &Desk) -> Outcome<Finding> {
    let told = crate::courier::told_of(&desk.seat_view()?);
    let detail = if told.is_empty() { "the folder stands where it stood".to_owned() } else { told.join("; ") };
    Ok(Finding { subject: "seat", well: told.is_empty(), detail })
}

/// The folder holds secrets: nobody but its owner reads it.
#[cfg(unix)]
fn secrecy(folder: &Path) -> Outcome<Finding> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(folder).map_err(|fault| Stop::file(folder, &fault))?.permissions().mode() & 0o777;
    Ok(Finding { subject: "folder", well: mode & 0o077 == 0, detail: format!("mode {mode:03o}; 700 is right") })
}

/// The folder holds secrets; who reads it is a matter of the system's own settings here.
#[cfg(not(unix))]
fn secrecy(folder: &Path) -> Outcome<Finding> {
    Ok(Finding { subject: "folder", well: true, detail: folder.display().to_string() })
}

/// Makes every table but the journal again from the journal.
pub fn rebuild(place: &Place) -> Outcome {
    let desk = door::open(place)?;
    let begun = Instant::now();
    let bar = progress("entries");
    let entries = desk.rebuild(|done, all| {
        bar.set_length(all.unsigned_abs());
        bar.set_position(done.unsigned_abs());
    })?;
    bar.finish_and_clear();
    shown::say(&format!("rebuilt from {entries} entries in {:.1} s", begun.elapsed().as_secs_f64()));
    Ok(())
}

/// A bar that is drawn only where a person sees it.
pub fn progress(what: &str) -> ProgressBar {
    let bar = if shown::is_watched() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    let style = ProgressStyle::with_template(&format!("{{bar:40}} {{pos}}/{{len}} {what}, {{eta}} left"));
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
