//! Posts of other sides on the command line: introducing this one, looking at what came, comparing the code over the
//! telephone, and forgetting.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use desk::Desk;
use desk::keys::{Passphrase, PostSealer};
use desk::road::{IntroductionView, PeerView, Road};
use paper::{Cell, Sheet};
use serde_json::json;

use crate::cli::{Acting, Place};
use crate::keys::{Hand, Roots, ask, bytes_of, instant, request_of};
use crate::stop::{Outcome, Stop};
use crate::{door, folders, shown};

/// What can be done about posts of other sides.
#[derive(Debug, Subcommand)]
pub enum PeerCommand {
    /// Write the introduction of this post, for the neighbour
    Introduce(Introduce),
    /// Show what an introduction says and the code to be compared over the telephone; nothing is kept
    Look(Look),
    /// Keep the post of an introduction, once its code was read over the telephone
    Meet(Meet),
    /// List the posts that were met
    List(List),
    /// End the exchange with a post whose keys are in wrong hands: by telephone, or by what its root has signed
    End(End),
    /// Forget a post: nothing is taken from it or sent to it any more
    Forget(Forget),
}

/// Where the passphrase of the post comes from.
#[derive(Clone, Debug, Default, Args)]
pub struct PostSecret {
    /// A file with the passphrase of the post, that only its owner can read [default: it is asked for]
    #[arg(long, env = "TWINPOST_PASSPHRASE_FILE", value_name = "FILE")]
    post_passphrase_file: Option<PathBuf>,
}

impl PostSecret {
    /// The keys of the post, open, and its certificate for the road, which is made at first need.
    pub fn open(&self, desk: &Desk) -> Outcome<(PostSealer, Road)> {
        let passphrase = self.passphrase()?;
        let sealer = desk.unlock_post(&passphrase)?;
        let road = desk.open_road(&sealer, &passphrase)?;
        Ok((sealer, road))
    }

    /// The passphrase.
    pub fn passphrase(&self) -> Outcome<Passphrase> {
        ask::passphrase(self.post_passphrase_file.as_deref(), "the post", false)
    }
}

/// The own introduction.
#[derive(Debug, Args)]
pub struct Introduce {
    /// The file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Where the courier of this post is reached [default: nowhere, pouches are carried by hand or fetched by this post]
    #[arg(long, value_name = "https://HOST:PORT")]
    url: Option<String>,
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

/// An introduction that came.
#[derive(Debug, Args)]
pub struct Look {
    /// The introduction
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// A meeting.
#[derive(Debug, Args)]
pub struct Meet {
    /// The introduction
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The code that the neighbour read over the telephone, 24 digits
    #[arg(long, value_name = "DIGITS")]
    code: String,
    #[command(flatten)]
    acting: Acting,
}

/// The list.
#[derive(Debug, Args)]
pub struct List {
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    place: Place,
}

/// The end of an exchange.
#[derive(Debug, Args)]
pub struct End {
    /// Side and post, as the list writes them
    #[arg(value_name = "SIDE.POST")]
    name: String,
    /// Why, where only a telephone call says so yet
    #[arg(long, value_name = "TEXT", required_unless_present = "revocation")]
    reason: Option<String>,
    /// The end of its keys, as the root of its side has signed it
    #[arg(long, value_name = "FILE", conflicts_with = "reason")]
    revocation: Option<PathBuf>,
    #[command(flatten)]
    roots: Roots,
    #[command(flatten)]
    acting: Acting,
}

/// The end of an acquaintance.
#[derive(Debug, Args)]
pub struct Forget {
    /// Side and post, as the list writes them
    #[arg(value_name = "SIDE.POST")]
    name: String,
    #[command(flatten)]
    acting: Acting,
}

impl PeerCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Introduce(introduce) => introduce.run(),
            Self::Look(look) => {
                let view = door::open(&look.place)?.look_at_introduction(&bytes_of(&look.file)?)?;
                told(&view, look.json)?;
                shown::say("Compare the fingerprint with the paper; have the code read to you over the telephone.");
                Ok(())
            }
            Self::Meet(meet) => meet.run(),
            Self::List(list) => list.run(),
            Self::End(end) => end.run(),
            Self::Forget(forget) => forget.run(),
        }
    }
}

impl Introduce {
    fn run(&self) -> Outcome {
        let desk = door::open(&self.place)?;
        let (sealer, road) = self.secret.open(&desk)?;
        let bytes = desk.introduce(&sealer, Some(&road), self.url.as_deref())?;
        folders::write_file(&self.out, &bytes, self.replace)?;
        told(&desk.look_at_introduction(&bytes)?, self.json)?;
        shown::say(&format!(
            "Send {} by any way. Read the code over the telephone, to somebody whose voice you know, and say nothing \
             of it in writing.",
            self.out.display()
        ));
        Ok(())
    }
}

impl Meet {
    fn run(&self) -> Outcome {
        let hand = Hand::of(&self.acting)?;
        let (desk, by) = hand.at()?;
        let met = desk.meet(by, &bytes_of(&self.file)?, &self.code)?;
        told(&met.introduction, self.acting.json)?;
        shown::say(if met.is_again { "Met again: what is new is kept." } else { "Met." });
        Ok(())
    }
}

impl List {
    fn run(&self) -> Outcome {
        let peers = door::open(&self.place)?.peer_views()?;
        if self.json {
            return shown::json_line(&json!(peers));
        }
        shown::table(&sheet(&peers))
    }
}

impl End {
    fn run(&self) -> Outcome {
        let hand = Hand::of(&self.acting)?;
        let (desk, by) = hand.at()?;
        let reason = match (&self.revocation, &self.reason) {
            (Some(file), _) => desk.take_in_end(by, &self.name, &request_of(file, &self.roots)?)?.reason,
            (None, Some(reason)) => {
                desk.end_peer(by, &self.name, reason)?;
                reason.clone()
            }
            (None, None) => return Err(Stop::Usage("say why, or name what the root has signed".to_owned())),
        };
        if self.acting.json {
            return shown::json_line(&json!({ "ended": self.name, "reason": reason }));
        }
        let told = format!("Nothing is exchanged with {} any more: {reason}. What it signed stays.", self.name);
        shown::say(&shown::harmless(&told));
        Ok(())
    }
}

impl Forget {
    fn run(&self) -> Outcome {
        let hand = Hand::of(&self.acting)?;
        let (desk, by) = hand.at()?;
        desk.forget(by, &self.name)?;
        if self.acting.json {
            return shown::json_line(&json!({ "forgotten": self.name }));
        }
        shown::say(&format!("{} is forgotten. What it signed stays.", shown::harmless(&self.name)));
        Ok(())
    }
}

/// The posts in a table.
pub fn sheet(peers: &[PeerView]) -> Sheet {
    let at = |ms: Option<i64>| ms.map(shown::instant_ms).unwrap_or_default();
    let row = |peer: &PeerView| -> Vec<Cell> {
        let cells = [
            peer.post.clone(),
            peer.url.clone().unwrap_or_default(),
            instant(peer.until_ms),
            at(peer.heard_ms),
            at(peer.tried_ms),
            peer.trouble.clone().unwrap_or_default(),
            peer.frozen.clone().unwrap_or_default(),
        ];
        cells.map(Cell::from).to_vec()
    };
    Sheet {
        header: ["post", "address", "keys until", "heard", "tried", "trouble", "frozen"].map(str::to_owned).to_vec(),
        rows: peers.iter().map(row).collect(),
        ..Sheet::default()
    }
}

fn told(view: &IntroductionView, is_json: bool) -> Outcome {
    if is_json {
        return shown::json_line(&json!(view));
    }
    let lines = [
        ("post", view.post.clone()),
        ("address", view.url.clone().unwrap_or_else(|| "none: by hand only".to_owned())),
        ("certificate", view.certificate.clone().unwrap_or_else(|| "none".to_owned())),
        ("root", format!("{}, fingerprint {}", view.root, view.fingerprint)),
        ("keys until", instant(view.until_ms)),
        ("made", instant(view.at_ms)),
        ("code", view.code.clone()),
    ];
    lines.iter().try_for_each(|(name, text)| shown::line(&format!("{name:<12} {}", shown::harmless(text))))
}
