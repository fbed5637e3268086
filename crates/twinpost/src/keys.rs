//! Keys on the command line: the root of a side in files of their own, the keys of the post in its folder, those of its
//! officers; and one list of everything that a keeper has to see to.

pub mod ask;
mod backup;
mod officer;
mod post;
mod root;
mod sign;

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use desk::keys::{Envelope, KeyStage, KeyView, Request};
use jiff::Timestamp;
use paper::{Cell, Sheet};
use serde_json::json;

use crate::cli::Place;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

pub use officer::Hand;

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// The keys that speak for a side at the highest: files of their own, never in the folder of a post
    #[command(subcommand)]
    Root(root::RootCommand),
    /// Sign a request with a key of the root, after reading what it says
    Sign(sign::Sign),
    /// The keys of this post
    #[command(subcommand)]
    Post(post::PostCommand),
    /// The signing keys of officers
    #[command(subcommand)]
    Officer(officer::OfficerCommand),
    /// Lay all keys of this post and its officers away, encrypted as they are, in one file
    Backup(backup::Backup),
    /// Bring the keys of a backup back into this post
    Recover(backup::Recover),
    /// List every key of this post with its days; the keys that end within 60 days are told
    List(List),
}

/// The list of keys.
#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    place: Place,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// The files of a root.
#[derive(Clone, Debug, Default, Args)]
pub struct Roots {
    /// A signed root; from the first to the one in force, said several times
    #[arg(long = "root", value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl KeysCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Root(command) => command.run(),
            Self::Sign(sign) => sign.run(),
            Self::Post(command) => command.run(),
            Self::Officer(command) => command.run(),
            Self::Backup(backup) => backup.run(),
            Self::Recover(recover) => recover.run(),
            Self::List(list) => told(&list.place, list.json, |_| true),
        }
    }
}

impl Roots {
    fn read(&self) -> Outcome<Vec<Envelope>> {
        let envelope = |file: &PathBuf| {
            Envelope::from_bytes(&bytes_of(file)?, "file").map_err(|_| Stop::file(file, &"this is no signed root"))
        };
        self.files.iter().map(envelope).collect()
    }
}

/// Lists keys of the post, and tells which end soon.
fn told(place: &Place, is_json: bool, wanted: impl Fn(&KeyView) -> bool) -> Outcome {
    let mut keys = door::open(place)?.keys()?;
    keys.retain(|key| wanted(key));
    let soon: Vec<&KeyView> = keys.iter().filter(|key| key.ends_soon).collect();
    soon.iter().for_each(|key| tell_due(key));
    if is_json {
        return shown::json_line(&json!(keys));
    }
    shown::table(&Sheet {
        header: ["what", "whose", "key", "stage", "from", "until", "ended", "days left"].map(str::to_owned).to_vec(),
        rows: keys.iter().map(row).collect(),
        ..Sheet::default()
    })
}

/// Tells of a key that ends soon, or that has ended by its last day.
pub fn tell_due(key: &KeyView) {
    shown::say(&due(key));
}

/// A key that ends soon, in words.
pub fn due(key: &KeyView) -> String {
    let of = format!("{} of {}", key.what, shown::harmless(&key.name));
    match key.days_left {
        Some(days) => format!("{of} ends in {days} days: see to it"),
        None => format!("{of} is past its last day: see to it"),
    }
}

fn row(key: &KeyView) -> Vec<Cell> {
    let day = |at: Option<Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    let stage = match key.stage {
        KeyStage::Waiting => "waiting",
        KeyStage::Standing => "standing",
        KeyStage::Past => "past",
        KeyStage::Ended => "ended",
    };
    let days = key.days_left.map(|days| days.to_string()).unwrap_or_default();
    let ended = if key.reason.is_empty() { day(key.ended) } else { format!("{} {}", day(key.ended), key.reason) };
    let cells = [
        key.what.clone(),
        key.name.clone(),
        in_fours(&key.digest),
        stage.to_owned(),
        day(key.from),
        day(key.until),
        ended,
        days,
    ];
    cells.map(Cell::from).to_vec()
}

/// The first sixteen digits of a digest in groups of four.
fn in_fours(digest: &str) -> String {
    let groups: Vec<&str> = (0..16).step_by(4).filter_map(|at| digest.get(at..at + 4)).collect();
    groups.join(" ")
}

/// The bytes of a small file.
pub fn bytes_of(file: &Path) -> Outcome<Vec<u8>> {
    fs::read(file).map_err(|fault| Stop::file(file, &fault))
}

/// A request, or a signed paper of a root, with the roots by which it is checked.
pub fn request_of(file: &Path, roots: &Roots) -> Outcome<Request> {
    let request = Request::of_paper(&bytes_of(file)?).map_err(|fault| Stop::file(file, &fault))?;
    Ok(request.with_roots(roots.read()?))
}

/// A file that is to hold something of the root: beside posts, never in one.
fn apart(path: &Path) -> Outcome<PathBuf> {
    let whole = std::path::absolute(path).map_err(|fault| Stop::file(path, &fault))?;
    let standing = whole.ancestors().find_map(|folder| folder.canonicalize().ok());
    let inside = whole.ancestors().chain(standing.iter().flat_map(|folder| folder.ancestors()));
    match inside.into_iter().find(|folder| folders::records(folder).is_file()) {
        None => Ok(whole),
        Some(post) => Err(Stop::Usage(format!(
            "{} is the folder of a post: what belongs to the root is kept elsewhere, best on a stick in a safe",
            post.display()
        ))),
    }
}

/// An instant as people read it, in UTC.
pub fn instant(ms: u64) -> String {
    shown::instant_ms(i64::try_from(ms).unwrap_or(i64::MAX))
}
