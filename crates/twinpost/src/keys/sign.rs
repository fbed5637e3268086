//! Signing with a key of the root: the person reads in words what is asked for, says yes, and the signature is added to
//! the request, which goes on to the next holder until enough have signed.

use std::path::PathBuf;

use clap::Args;
use desk::keys::{Asked, KeyUse, Locked, Request, grouped, short_digest};

use super::root::{Secret, words_of};
use super::{Roots, ask, bytes_of, instant, request_of};
use crate::stop::{Outcome, Stop};
use crate::{folders, shown};

/// A signature of the root.
#[derive(Debug, Args)]
pub struct Sign {
    /// The request; the signature is added to it
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The key of the root
    #[arg(long, value_name = "KEYFILE")]
    key: PathBuf,
    #[command(flatten)]
    roots: Roots,
    #[command(flatten)]
    secret: Secret,
    /// Do not ask: what is signed was read before
    #[arg(long)]
    yes: bool,
}

impl Sign {
    /// Shows, asks, signs.
    pub fn run(&self) -> Outcome {
        let mut request = request_of(&self.file, &self.roots)?;
        let locked = Locked::from_bytes(&bytes_of(&self.key)?).map_err(|fault| Stop::file(&self.key, &fault))?;
        if locked.use_of != KeyUse::Root {
            return Err(Stop::file(&self.key, &"this is no key of a root"));
        }
        for line in words(&request)? {
            shown::say(&shown::harmless(&line));
        }
        shown::say(&format!("You sign with the key {}.", short_digest(&locked.public)));
        if !ask::agrees("Sign this? Type yes:", self.yes)? {
            return Err(Stop::Refused("nothing was signed".to_owned()));
        }
        let passphrase = ask::passphrase(self.secret.file(), &self.key.display().to_string(), false)?;
        let key = locked.unlock(&passphrase).map_err(Stop::from)?;
        request.sign(&key)?;
        drop(key);
        folders::write_file(&self.file, &request.to_bytes(), true)?;
        let missing = request.missing()?;
        if missing > 0 {
            shown::say(&format!("Signed. {missing} more must sign: pass {} on.", self.file.display()));
            return shown::line(&self.file.display().to_string());
        }
        let finished = self.file.with_extension("cose");
        folders::write_file(&finished, &request.finished()?.to_bytes(), true)?;
        shown::say("Signed. Enough have signed; everything holds.");
        shown::line(&finished.display().to_string())
    }
}

/// What is about to be signed, in lines for a person.
fn words(request: &Request) -> Outcome<Vec<String>> {
    let mut lines = match request.asked() {
        Asked::Root(_) => words_of(request)?,
        Asked::Post(post) => vec![
            format!("The keys of the post {} of the side {}", post.name.post, post.name.side),
            format!("  seals its logs           {}", short_digest(&post.log)),
            format!("  cosigns those of others  {}", short_digest(&post.mirror)),
            format!("  certifies officers       {}", short_digest(&post.certify)),
            format!("  from                     {}", instant(post.from_ms)),
            format!("  until                    {}", instant(post.until_ms)),
        ],
        Asked::Revocation(end) => vec![
            format!("The END of the keys of the post {} of the side {}", end.post.post, end.post.side),
            format!("  its log key  {}", short_digest(&end.log)),
            format!("  reason       {}", end.reason),
            format!("  said         {}", instant(end.at_ms)),
        ],
    };
    if let Some((fingerprint, root)) = request.in_force()? {
        lines.push(format!(
            "  by root {} of {}, {} signatures missing so far",
            root.number,
            root.side,
            request.missing()?
        ));
        lines.push(format!("  fingerprint of the first root: {}", grouped(&fingerprint)));
    }
    if let Asked::Post(post) = request.asked() {
        let days = (post.until_ms.saturating_sub(post.from_ms)) / (24 * 3_600_000);
        lines.push(format!("  Until then, for {days} days, this post speaks for the side and names its officers."));
    }
    Ok(lines)
}
