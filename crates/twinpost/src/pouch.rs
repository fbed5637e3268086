//! Pouches by hand: written into a file that somebody carries, read from one, or looked at from outside. The bytes are
//! the same as over the network.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use desk::Desk;
use desk::keys::PostSealer;
use desk::road::{POUCH_LIMIT, PostName, PouchView, Taken, inspect};
use serde_json::json;

use crate::cli::Place;
use crate::keys::instant;
use crate::peer::PostSecret;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// What can be done with pouches.
#[derive(Debug, Subcommand)]
pub enum PouchCommand {
    /// Pack what a post does not have yet, into a file
    Write(Write),
    /// Take in a pouch from a file, and say what it brought
    Read(Read),
    /// Say from whom and for whom a pouch is and how much is in it; no post and no key is needed
    Inspect(Inspect),
}

/// A pouch to be written.
#[derive(Debug, Args)]
pub struct Write {
    /// For which post, as `twinpost peer list` writes it
    #[arg(long, value_name = "SIDE.POST")]
    to: String,
    /// The file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Take the place of a file that is there
    #[arg(long)]
    replace: bool,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    secret: PostSecret,
    #[command(flatten)]
    place: Place,
}

/// A pouch to be read.
#[derive(Debug, Args)]
pub struct Read {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    secret: PostSecret,
    #[command(flatten)]
    place: Place,
}

/// A pouch to be looked at.
#[derive(Debug, Args)]
pub struct Inspect {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl PouchCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Write(write) => write.run(),
            Self::Read(read) => read.run(),
            Self::Inspect(look) => told(&looked_at(&look.file)?.1, look.json),
        }
    }
}

impl Write {
    fn run(&self) -> Outcome {
        let to: PostName = self.to.parse().map_err(|fault| Stop::Usage(format!("{}: {fault}", self.to)))?;
        let desk = door::open(&self.place)?;
        let sealer = desk.unlock_post(&self.secret.passphrase()?)?;
        write(&desk, &sealer, &to, &self.out, self.replace)?;
        told(&looked_at(&self.out)?.1, self.json)
    }
}

/// Packs what a post does not have yet into a file, which counts as handed over.
pub fn write(desk: &Desk, sealer: &PostSealer, to: &PostName, out: &Path, is_replaced: bool) -> Outcome<Vec<u8>> {
    let packed = desk.pack(sealer, to)?;
    folders::write_file(out, &packed, is_replaced)?;
    desk.note_sent(to, &packed)?;
    Ok(packed)
}

/// Takes in a pouch from a file: what stands on its outside, and what it brought.
pub fn read(desk: &Desk, sealer: &PostSealer, file: &Path) -> Outcome<(PouchView, Taken)> {
    let (packed, view) = looked_at(file)?;
    let taken = desk.take_in(sealer, &packed)?;
    Ok((view, taken))
}

impl Read {
    fn run(&self) -> Outcome {
        looked_at(&self.file)?;
        let desk = door::open(&self.place)?;
        let sealer = desk.unlock_post(&self.secret.passphrase()?)?;
        let (view, taken) = read(&desk, &sealer, &self.file)?;
        if self.json {
            return shown::json_line(&json!(taken));
        }
        if taken.entries == 0 && taken.openings == 0 && taken.held.is_none() {
            shown::say("It brought nothing new.");
        }
        shown::line(&format!("from {}: {} entries, {} openings", view.from, taken.entries, taken.openings))
    }
}

/// The bytes of a pouch, and what stands on its outside.
fn looked_at(file: &Path) -> Outcome<(Vec<u8>, PouchView)> {
    let size = fs::metadata(file).map_err(|fault| Stop::file(file, &fault))?.len();
    if size > POUCH_LIMIT as u64 {
        return Err(Stop::Refused(format!("{}: this is no pouch: it has {size} bytes", file.display())));
    }
    let packed = fs::read(file).map_err(|fault| Stop::file(file, &fault))?;
    let view = inspect(&packed).map_err(|fault| {
        let place = if fault.place.is_empty() { "the whole" } else { &fault.place };
        Stop::Refused(format!("{}: this is no pouch: {} at {place}", file.display(), fault.code.as_str()))
    })?;
    Ok((packed, view))
}

fn told(view: &PouchView, is_json: bool) -> Outcome {
    if is_json {
        return shown::json_line(&json!(view));
    }
    let run = view.run.as_ref().map_or_else(
        || "none".to_owned(),
        |run| {
            let log = run.log.as_deref().unwrap_or("a log that cannot be read");
            format!("{} entries of {log} from {} on", run.entries, run.start)
        },
    );
    let lines = [
        ("from", view.from.clone()),
        ("to", view.to.clone()),
        ("made", instant(view.made_ms)),
        ("run", run),
        ("has", format!("{} entries of the reader's log, with {} receipts", view.have, view.receipts)),
        ("openings", format!("{}, and asks for {}", view.openings, view.wants)),
        ("more", format!("{} certificates, {} parts of attachments", view.objects, view.pieces)),
        ("bytes", view.packed_bytes.to_string()),
    ];
    lines.iter().try_for_each(|(name, text)| shown::line(&format!("{name:<9} {}", shown::harmless(text))))
}
