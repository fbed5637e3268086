//! The signing keys of officers: each is made with the officer at the keyboard, under a passphrase that only he knows.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use desk::Desk;
use desk::keys::{By, KeyView, OfficerOrder, Passphrase, PostSealer};
use domain::{OfficerId, UnitId};
use jiff::civil::Date;
use serde_json::json;

use super::root::Secret;
use super::{ask, in_fours, told};
use crate::cli::{Acting, Place};
use crate::door::{self, Visit};
use crate::stop::{Outcome, Stop};
use crate::{folders, shown};

/// What can be done with the keys of officers.
#[derive(Debug, Subcommand)]
pub enum OfficerCommand {
    /// Make and certify a key for an officer who has none
    New(New),
    /// Replace the key of an officer: the same identity, office, unit and rights
    Rotate(Rotate),
    /// End the key of an officer
    Revoke(Revoke),
    /// List the keys of officers
    List(List),
}

/// A new key.
#[derive(Debug, Args)]
pub struct New {
    /// What the key may sign: kinds of documents, parted by commas
    #[arg(long, value_name = "KIND", value_delimiter = ',', required = true)]
    rights: Vec<String>,
    /// The office as the neighbour reads it [default: the rank]
    #[arg(long, value_name = "TEXT")]
    office: Option<String>,
    /// The unit for which the officer signs [default: the officer's own]
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    #[command(flatten)]
    making: Making,
}

/// Another key.
#[derive(Debug, Args)]
pub struct Rotate {
    #[command(flatten)]
    making: Making,
}

/// What making a key takes.
#[derive(Debug, Args)]
struct Making {
    /// The officer's login
    #[arg(value_name = "LOGIN")]
    officer: String,
    /// The last day, not after that of the keys of the post
    #[arg(long, value_name = "DAY")]
    until: Date,
    /// A file with the officer's own passphrase, that only its owner can read [default: asked for twice]
    #[arg(long, env = "TWINPOST_PIN_FILE", value_name = "FILE")]
    pin_file: Option<PathBuf>,
    #[command(flatten)]
    secret: Secret,
    #[command(flatten)]
    acting: Acting,
}

/// The end of a key.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The officer's login
    #[arg(value_name = "LOGIN")]
    officer: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    #[command(flatten)]
    acting: Acting,
}

/// The list.
#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    place: Place,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// At the desk: the console, or a keeper who was named with --login.
pub struct Hand {
    desk: Option<Desk>,
    visit: Option<Visit>,
}

impl Hand {
    /// Whoever acts.
    pub fn of(acting: &Acting) -> Outcome<Self> {
        if acting.login.is_some() {
            return Ok(Self { desk: None, visit: Some(door::enter(acting)?) });
        }
        Ok(Self { desk: Some(door::open(&acting.place)?), visit: None })
    }

    /// The desk, and in whose hand it lies.
    pub fn at(&self) -> Outcome<(&Desk, By<'_>)> {
        match (&self.visit, &self.desk) {
            (Some(visit), _) => Ok((&visit.desk, By::Keeper(&visit.officer))),
            (None, Some(desk)) => Ok((desk, By::Console)),
            (None, None) => Err(Stop::Failed("no post is open".to_owned())),
        }
    }
}

impl OfficerCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::New(new) => new.run(),
            Self::Rotate(rotate) => rotate.run(),
            Self::Revoke(revoke) => revoke.run(),
            Self::List(list) => told(&list.place, list.json, |key| key.what == "officer"),
        }
    }
}

impl Making {
    /// Opens the keys of the post and asks the officer for a passphrase of his own.
    fn opened(&self, desk: &Desk) -> Outcome<(PostSealer, Passphrase)> {
        let post = ask::passphrase(self.secret.file(), "the post", false)?;
        let sealer = desk.unlock_post(&post)?;
        let pin = ask::passphrase(self.pin_file.as_deref(), &format!("the officer {}", self.officer), true)?;
        Ok((sealer, pin))
    }
}

impl New {
    fn run(&self) -> Outcome {
        let making = &self.making;
        let unit = self.unit.as_deref().map(UnitId::parse).transpose();
        let unit = unit.map_err(|fault| Stop::Usage(format!("unit: {fault}")))?;
        let officer = find(&making.acting, &making.officer)?;
        let hand = Hand::of(&making.acting)?;
        let (desk, by) = hand.at()?;
        let (sealer, pin) = making.opened(desk)?;
        let (rights, office) = (self.rights.clone(), self.office.clone());
        let order = OfficerOrder { officer: &officer, rights, until_on: making.until, office, unit };
        made(&desk.make_officer_key(by, &order, &pin, &sealer)?, making.acting.json)
    }
}

impl Rotate {
    fn run(&self) -> Outcome {
        let making = &self.making;
        let officer = find(&making.acting, &making.officer)?;
        let hand = Hand::of(&making.acting)?;
        let (desk, by) = hand.at()?;
        let (sealer, pin) = making.opened(desk)?;
        made(&desk.rotate_officer_key(by, &officer, making.until, &pin, &sealer)?, making.acting.json)
    }
}

impl Revoke {
    fn run(&self) -> Outcome {
        let officer = find(&self.acting, &self.officer)?;
        let hand = Hand::of(&self.acting)?;
        let (desk, by) = hand.at()?;
        desk.end_officer_key(by, &officer, &self.reason)?;
        shown::say("The key has ended; it signs nothing any more.");
        Ok(())
    }
}

fn find(acting: &Acting, login: &str) -> Outcome<OfficerId> {
    let folder = folders::founded(acting.place.dir.as_deref())?;
    door::officer_called(&folder, &login.trim().to_ascii_lowercase())?.ok_or(Stop::NotFound)
}

fn made(key: &KeyView, is_json: bool) -> Outcome {
    if is_json {
        return shown::json_line(&json!(key));
    }
    let identity = key.officer.as_ref().map(|officer| officer.identity.clone()).unwrap_or_default();
    shown::say(&format!("Certified as {identity}; the neighbour learns neither login nor name."));
    shown::line(&in_fours(&key.digest))
}
