//! All keys of a post in one file: written as they lie encrypted in its folder, and brought back into a post that has
//! lost them.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use desk::keys::{BACKUP_LIMIT, KeyBackup, KeyError, ungrouped};
use serde_json::json;

use super::root::Secret;
use super::{ask, bytes_of, instant};
use crate::cli::Place;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// What has to happen after a recovery, before anything else.
const NEXT: &str = "Before anybody signs: exchange pouches with each neighbour, `twinpost courier once` or `twinpost \
     pouch read`, and look at `twinpost courier status`. A neighbour may hold more of the log of this post than this \
     folder does; whatever is sealed before that is known would be a second history.";

/// A backup to be written.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file; one that is there is not touched
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// A backup to be brought back.
#[derive(Debug, Args)]
pub struct Recover {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The fingerprint of the side's first root, from the paper [default: it is shown and asked]
    #[arg(long, value_name = "DIGITS")]
    fingerprint: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    secret: Secret,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    /// Writes it.
    pub fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        if self.out.exists() {
            return Err(Stop::Conflict(format!("{} is there already: name another file", self.out.display())));
        }
        let backup = desk.back_up_keys()?;
        folders::write_file(&self.out, &backup.to_bytes()?, false)?;
        let (post, file) = (format!("{}.{}", backup.side, backup.post), self.out.display().to_string());
        if self.json {
            return shown::json_line(&json!({
                "file": file, "post": post, "keys": backup.count(), "made": instant(backup.made_ms),
            }));
        }
        shown::say(&format!(
            "{} keys of {post}, encrypted under the passphrases of the post and its officers. Lay the file away in \
             another building, and the passphrase of the post apart from it.",
            backup.count()
        ));
        shown::line(&file)
    }
}

impl Recover {
    /// Brings it back.
    pub fn run(&self) -> Outcome {
        let backup = self.read()?;
        let desk = door::open(&self.place)?;
        let compared = match (&self.fingerprint, desk.known_fingerprint()?) {
            (Some(typed), _) => {
                Some(ungrouped(typed).ok_or_else(|| Stop::Usage("a fingerprint has 64 hexadecimal digits".into()))?)
            }
            (None, Some(_)) => None,
            (None, None) => match backup.fingerprint()? {
                Some(fingerprint) => Some(ask::compared(&fingerprint)?),
                None => None,
            },
        };
        let passphrase = ask::passphrase(self.secret.file(), &format!("the post {}", backup.post), false)?;
        let done = desk.recover_keys(&backup, &passphrase, compared)?;
        shown::say(NEXT);
        if self.json {
            return shown::json_line(&json!({
                "post": done.post, "keys": done.keys, "ended": done.ended, "roots": done.roots,
                "made": instant(backup.made_ms), "next": "exchange-pouches",
            }));
        }
        shown::line(&format!(
            "{}: {} keys are here again, {} of all have ended; the backup was made {}",
            done.post,
            done.keys,
            done.ended,
            instant(backup.made_ms)
        ))
    }

    fn read(&self) -> Outcome<KeyBackup> {
        let size = fs::metadata(&self.file).map_err(|fault| Stop::file(&self.file, &fault))?.len();
        if size > BACKUP_LIMIT as u64 {
            return Err(Stop::file(&self.file, &KeyError::Damaged));
        }
        KeyBackup::from_bytes(&bytes_of(&self.file)?).map_err(|fault| Stop::file(&self.file, &fault))
    }
}
