//! The keys of the post: made in its folder, certified by the root elsewhere, taken in, replaced, ended.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use desk::Clock;
use desk::keys::{Asked, Hash, Installed, Request, end_of_post, ungrouped};
use jiff::ToSpan;
use jiff::civil::Date;

use super::root::Secret;
use super::{Roots, ask, request_of};
use crate::cli::Place;
use crate::real::RealClock;
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// What can be done with the keys of the post.
#[derive(Debug, Subcommand)]
pub enum PostCommand {
    /// Make the keys of this post and a request for the holders of the root
    New(New),
    /// Ask the root once more to certify the keys that the post has: with a later day, or by a new root
    Renew(Renew),
    /// Take in what the root has signed: the certificate of the post, a following root, or the end of the post's keys
    Install(Install),
    /// Ask the root to end the keys of a post
    Revoke(Revoke),
}

/// New keys.
#[derive(Debug, Args)]
pub struct New {
    /// The code of the post: small letters, digits, hyphens
    #[arg(long, value_name = "POST")]
    name: String,
    #[command(flatten)]
    asked: Wanted,
    #[command(flatten)]
    secret: Secret,
}

/// The same keys.
#[derive(Debug, Args)]
pub struct Renew {
    #[command(flatten)]
    asked: Wanted,
}

/// What the root is asked for.
#[derive(Debug, Args)]
struct Wanted {
    /// The last day of the certificate [default: in two years]
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    /// The file for the request [default: POST.request in this folder]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    roots: Roots,
    #[command(flatten)]
    place: Place,
}

/// What is taken in.
#[derive(Debug, Args)]
pub struct Install {
    /// The signed request, or a file that the root has signed
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    roots: Roots,
    /// The fingerprint of the side's first root, from the paper [default: it is shown and asked]
    #[arg(long, value_name = "DIGITS")]
    fingerprint: Option<String>,
    #[command(flatten)]
    place: Place,
}

/// The end of a post's keys; it needs no access to the post.
#[derive(Debug, Args)]
pub struct Revoke {
    /// The certificate of the post, or the request that brought it
    #[arg(long, value_name = "FILE")]
    certificate: PathBuf,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// The file for the request
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    roots: Roots,
}

impl PostCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::New(new) => new.run(),
            Self::Renew(renew) => renew.run(),
            Self::Install(install) => install.run(),
            Self::Revoke(revoke) => revoke.run(),
        }
    }
}

impl Wanted {
    fn until(&self) -> Date {
        let today = RealClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        self.until.unwrap_or_else(|| today.saturating_add(2.years()))
    }

    fn write(&self, request: &Request) -> Outcome {
        let Asked::Post(post) = request.asked() else { return Err(Stop::Failed("no request was made".into())) };
        let file = self.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.request", post.name.post)));
        folders::write_file(&file, &request.to_bytes(), true)?;
        shown::say("Carry the request to the holders of the root: each signs it with `twinpost keys sign`.");
        shown::line(&file.display().to_string())
    }
}

impl New {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.asked.place)?;
        let roots = self.asked.roots.read()?;
        let passphrase = ask::passphrase(self.secret.file(), &format!("the post {}", self.name), true)?;
        let request = desk.make_post_keys(&self.name, &passphrase, self.asked.until(), roots)?;
        self.asked.write(&request)
    }
}

impl Renew {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.asked.place)?;
        let request = desk.renew_post(self.asked.until(), self.asked.roots.read()?)?;
        self.asked.write(&request)
    }
}

impl Install {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        let request = request_of(&self.file, &self.roots)?;
        let compared = match (&self.fingerprint, desk.known_fingerprint()?) {
            (Some(typed), _) => {
                Some(ungrouped(typed).ok_or_else(|| Stop::Usage("a fingerprint has 64 hexadecimal digits".into()))?)
            }
            (None, Some(_)) => None,
            (None, None) => Some(compared(&request)?),
        };
        let told = match desk.install(&request, compared)? {
            Installed::Root(number) => {
                format!("Root {number} is taken in. Renew the certificate of the post under it.")
            }
            Installed::Post(post) => {
                format!("The keys of {} are certified until {}.", post.name, super::instant(post.until_ms))
            }
            Installed::Revocation(end) => format!("The keys of {} have ended: {}", end.post, end.reason),
        };
        shown::say(&shown::harmless(&told));
        Ok(())
    }
}

/// The fingerprint, once the person has compared it with the paper.
fn compared(request: &Request) -> Outcome<Hash> {
    let fingerprint = match (request.in_force()?, request.asked()) {
        (Some((fingerprint, _)), _) => fingerprint,
        (None, Asked::Root(root)) => root.fingerprint(),
        (None, _) => return Err(desk::keys::KeyError::NoRoot.into()),
    };
    ask::compared(&fingerprint)
}

impl Revoke {
    fn run(&self) -> Outcome {
        let certificate = request_of(&self.certificate, &self.roots)?;
        let at_ms = RealClock.now().as_millisecond().unsigned_abs();
        let request = end_of_post(&certificate, &self.reason, at_ms)?;
        folders::write_file(&self.out, &request.to_bytes(), false)?;
        shown::say("Each holder of the root signs it with `twinpost keys sign`; then every post takes it in.");
        shown::line(&self.out.display().to_string())
    }
}
