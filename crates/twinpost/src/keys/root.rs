//! The root of a side: made in one place with its holders, shown with the fingerprint that people compare on paper, and
//! followed by the root that it announced.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use desk::Clock;
use desk::keys::{Asked, Locked, MadeRoot, Request, Root, first_root, grouped, next_root, short_digest};
use serde_json::json;

use super::{Roots, apart, ask, bytes_of, instant};
use crate::real::{RealChance, RealClock};
use crate::stop::{Outcome, Stop};
use crate::{folders, shown};

/// What can be done with a root.
#[derive(Debug, Subcommand)]
pub enum RootCommand {
    /// Make the first root of a side: its keys, the keys that will follow them, and the signed root
    New(New),
    /// Show signed roots or requests, given from the first to the last, and check that each follows from the one before
    Show(Show),
    /// Make the next root from the announced keys, to be signed by the holders of both
    Rotate(Rotate),
}

/// A first root.
#[derive(Debug, Args)]
pub struct New {
    /// The code of the side
    #[arg(long, value_name = "SIDE")]
    side: String,
    /// How many keys must sign
    #[arg(long, value_name = "NUMBER", default_value_t = 2)]
    threshold: u64,
    /// How many keys there are, each with its holder
    #[arg(long, value_name = "NUMBER", default_value_t = 3)]
    keys: u8,
    /// The folder for the files, which is made; not in the folder of a post
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    secret: Secret,
}

/// Roots to be shown.
#[derive(Debug, Args)]
pub struct Show {
    /// Signed roots or a request
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// A root that follows.
#[derive(Debug, Args)]
pub struct Rotate {
    #[command(flatten)]
    roots: Roots,
    /// A key file that the root in force announced; all of them, said several times. They are not opened here
    #[arg(long = "key", value_name = "FILE", required = true)]
    keys: Vec<PathBuf>,
    /// The folder for the new files, which is made; not in the folder of a post
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    secret: Secret,
}

/// Where passphrases come from.
#[derive(Clone, Debug, Default, Args)]
pub struct Secret {
    /// A file with the passphrases, one a line, that only its owner can read [default: they are asked for]
    #[arg(long, env = "TWINPOST_PASSPHRASE_FILE", value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

impl Secret {
    /// The file, if one was named.
    pub fn file(&self) -> Option<&Path> {
        self.passphrase_file.as_deref()
    }
}

impl RootCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::New(new) => new.run(),
            Self::Show(show) => show.run(),
            Self::Rotate(rotate) => rotate.run(),
        }
    }
}

fn now_ms() -> u64 {
    RealClock.now().as_millisecond().unsigned_abs()
}

impl New {
    fn run(&self) -> Outcome {
        let out = vacant(&self.out)?;
        let names: Vec<String> = (1..=self.keys).map(|holder| format!("holder {holder}")).collect();
        let passphrases = ask::passphrases(self.secret.file(), &names, true)?;
        let made = first_root(&self.side, self.threshold, now_ms(), &passphrases, &RealChance)?;
        let root = made.request.finished()?;
        written(&out, &made, 1, &[("root-1.cose".to_owned(), root.to_bytes())])?;
        tell_root(&made.request)?;
        shown::say(&format!(
            "Written to {}. Give each holder root-1-key-N.key and root-2-key-N.key, on two different sticks; \
             copy root-1.cose to everybody; write the fingerprint on paper.",
            out.display()
        ));
        Ok(())
    }
}

impl Rotate {
    fn run(&self) -> Outcome {
        let out = vacant(&self.out)?;
        let locked = |file: &PathBuf| Locked::from_bytes(&bytes_of(file)?).map_err(|fault| Stop::file(file, &fault));
        let announced = self.keys.iter().map(locked).collect::<Outcome<Vec<_>>>()?;
        let names: Vec<String> = (1..=announced.len()).map(|holder| format!("holder {holder}")).collect();
        let passphrases = ask::passphrases(self.secret.file(), &names, true)?;
        let made = next_root(self.roots.read()?, &announced, now_ms(), &passphrases, &RealChance)?;
        let Asked::Root(root) = made.request.asked() else { return Err(Stop::Failed("no root was made".into())) };
        let number = root.number;
        written(&out, &made, number, &[(format!("root-{number}.request"), made.request.to_bytes())])?;
        tell_root(&made.request)?;
        shown::say(&format!(
            "Written to {}. root-{number}.request has to be signed with `twinpost keys sign`: {} signatures are missing.",
            out.display(),
            made.request.missing()?
        ));
        Ok(())
    }
}

impl Show {
    fn run(&self) -> Outcome {
        let read = |file: &PathBuf| Request::of_paper(&bytes_of(file)?).map_err(|fault| Stop::file(file, &fault));
        let requests = self.files.iter().map(read).collect::<Outcome<Vec<_>>>()?;
        let mut chain = Vec::new();
        for (request, file) in requests.iter().zip(&self.files) {
            let Asked::Root(root) = request.asked() else {
                return Err(Stop::file(file, &"this is no root"));
            };
            let whole = request.clone().with_roots(chain.clone());
            let missing = whole.missing()?;
            if missing == 0 {
                whole.finished()?;
            }
            if self.json {
                shown::json_line(&as_json(root, missing))?;
            } else {
                tell_root(&whole)?;
                if missing > 0 {
                    shown::line(&format!("  missing      {missing} signatures"))?;
                }
            }
            chain.push(request.envelope().clone());
        }
        Ok(())
    }
}

fn as_json(root: &Root, missing: u64) -> serde_json::Value {
    let keys: Vec<String> = root.keys.iter().map(|key| short_digest(key)).collect();
    let fingerprint = (root.number == 1).then(|| grouped(&root.fingerprint()));
    json!({
        "side": root.side, "number": root.number, "keys": keys, "threshold": root.threshold,
        "announces": grouped(&root.next), "from": instant(root.from_ms), "fingerprint": fingerprint,
        "missing": missing,
    })
}

fn tell_root(request: &Request) -> Outcome {
    words_of(request)?.iter().try_for_each(|text| shown::line(text))
}

/// What a root says, in lines for a person.
pub fn words_of(request: &Request) -> Outcome<Vec<String>> {
    let Asked::Root(root) = request.asked() else { return Ok(Vec::new()) };
    let mut lines = vec![
        format!("Root {} of the side {}", root.number, root.side),
        format!("  threshold    {} of {} keys must sign", root.threshold, root.keys.len()),
    ];
    lines.extend(root.keys.iter().map(|key| format!("  key          {}", short_digest(key))));
    lines.push(format!("  announces    {}", grouped(&root.next)));
    lines.push(format!("  from         {}", instant(root.from_ms)));
    let fingerprint = match request.in_force()? {
        Some((fingerprint, _)) => fingerprint,
        None => root.fingerprint(),
    };
    lines.push(format!("  fingerprint  {}", grouped(&fingerprint)));
    Ok(lines)
}

/// A folder that holds nothing yet and lies apart from posts.
fn vacant(folder: &Path) -> Outcome<PathBuf> {
    let whole = apart(folder)?;
    if folders::is_vacant(&whole) {
        return Ok(whole);
    }
    Err(Stop::Conflict(format!("{} is not empty: name another folder with --out", whole.display())))
}

/// Writes everything or nothing.
fn written(out: &Path, made: &MadeRoot, number: u64, more: &[(String, Vec<u8>)]) -> Outcome {
    let named = |number: u64, keys: &[Locked]| -> Vec<(String, Vec<u8>)> {
        let files = keys
            .iter()
            .zip(1..)
            .map(|(key, holder): (&Locked, u32)| (format!("root-{number}-key-{holder}.key"), key.to_bytes()));
        files.collect()
    };
    let files = [named(number, &made.keys), named(number + 1, &made.announced), more.to_vec()].concat();
    folders::appear(out, |aside| {
        files.iter().try_for_each(|(name, bytes)| folders::write_file(&aside.join(name), bytes, false))
    })?;
    if fs::read_dir(out).is_ok_and(|content| content.count() == files.len()) {
        return Ok(());
    }
    Err(Stop::Failed(format!("{} does not hold all files", out.display())))
}
