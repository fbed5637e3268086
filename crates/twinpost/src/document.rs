//! What crosses the border, on the command line: look at what would leave, give it out, sign what came or refuse it, and
//! write the file by which anyone can check how a paper stands.

mod together;

use std::io::Read;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use desk::document::{ComparisonView, ReleaseOrder, Saying, ShareOrder, TakeOverOrder};
use desk::keys::{Passphrase, ungrouped};
use desk::road::PostName;
use domain::contact::document::{Change, SaidKind, TextIn, Within};
use domain::{Attached, RecordId};
use jiff::Span;
use serde_json::json;

use crate::cli::Acting;
use crate::door::{self, Visit};
use crate::keys::ask;
use crate::nouns::answered_with;
use crate::peer::PostSecret;
use crate::stop::{Outcome, Stop};
use crate::{fields, folders, nouns, shown};

pub use together::Together;

/// Days for which an offer is open unless it is said otherwise.
const OPEN_DAYS: i64 = 14;

/// What can be done with documents beside what can be done with every record.
#[derive(Debug, Subcommand)]
pub enum PaperCommand {
    /// Show exactly what would leave if the document were given out now
    Preview(Preview),
    /// Give a draft as it stands to the other side; it binds nobody
    Share(Share),
    /// Lay the own draft beside the latest of the other side
    Compare(Compare),
    /// Take a draft of the other side over into the own one
    TakeOver(TakeOver),
    /// Give the document out: sign it, and put it into the log for a post of the other side
    Release(Release),
    /// Say something of a document that is out: sign, refuse, contest and so on
    Say(Say),
    /// Give many documents of one side out, or acknowledge many that came, with one signature
    Together(Together),
    /// Write a file that belongs to the document, or the picture of its signed paper, as it was attached
    File(Attachment),
    /// Write the file by which anyone can check offline how the document stands
    Bundle(Bundled),
}

/// What would leave.
#[derive(Debug, Args)]
pub struct Preview {
    /// The record
    id: String,
    #[command(flatten)]
    acting: Acting,
}

/// A document to be given out.
#[derive(Debug, Args)]
pub struct Release {
    /// The record
    id: String,
    /// To which post, as `twinpost peer list` writes it
    #[arg(long, value_name = "SIDE.POST")]
    to: String,
    /// What you were shown: the line "seen" of the preview
    #[arg(long, value_name = "HEX")]
    seen: String,
    /// Until when it can be signed or an answer is asked for [default: of what both sign, two weeks]
    #[arg(long, value_name = "INSTANT")]
    until: Option<String>,
    #[command(flatten)]
    signing: Signing,
}

/// A draft to be given to the other side.
#[derive(Debug, Args)]
pub struct Share {
    /// The record
    id: String,
    /// To which post, as `twinpost peer list` writes it
    #[arg(long, value_name = "SIDE.POST")]
    to: String,
    /// What you were shown: the line "seen" of the preview
    #[arg(long, value_name = "HEX")]
    seen: String,
    #[command(flatten)]
    signing: Signing,
}

/// Two drafts beside one another.
#[derive(Debug, Args)]
pub struct Compare {
    /// The record
    id: String,
    /// The digest of a draft that came [default: the latest]
    #[arg(long, value_name = "HEX")]
    draft: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

/// A draft to be taken over.
#[derive(Debug, Args)]
pub struct TakeOver {
    /// The record
    id: String,
    /// The digest of a draft that came [default: the latest]
    #[arg(long, value_name = "HEX")]
    draft: Option<String>,
    /// The key of the request, 32 hex digits: the same key again does nothing and gives the first answer again
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

/// Something to be said.
#[derive(Debug, Args)]
pub struct Say {
    /// The record
    id: String,
    /// What
    #[arg(value_enum)]
    what: What,
    /// In which words: a reservation, a reason, what is contested; once for each language, as `vi=…`
    #[arg(long, value_name = "LANGUAGE=TEXT")]
    words: Vec<String>,
    #[command(flatten)]
    signing: Signing,
}

/// What signing takes, on a record that was looked at.
#[derive(Debug, Args)]
struct Signing {
    /// The version you looked at [default: the one that stands]
    #[arg(long)]
    version: Option<u64>,
    #[command(flatten)]
    hand: Hand,
}

/// What signing takes.
#[derive(Debug, Args)]
struct Hand {
    /// A file with your own passphrase, that only its owner can read [default: it is asked for]
    #[arg(long, env = "TWINPOST_PIN_FILE", value_name = "FILE")]
    pin_file: Option<PathBuf>,
    #[command(flatten)]
    secret: PostSecret,
    /// The key of the request, 32 hex digits: the same key again does nothing and gives the first answer again
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

/// A file of the document.
#[derive(Debug, Args)]
pub struct Attachment {
    /// The record
    id: String,
    /// Its name, or the beginning of its SHA-256
    file: String,
    /// Where it is to go [default: its own name, here]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Replace the file if it is there
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    acting: Acting,
}

/// A file to be written.
#[derive(Debug, Args)]
pub struct Bundled {
    /// The record
    id: String,
    /// The file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Take the place of a file that is there
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    acting: Acting,
}

/// What can be said of a document that is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Sign what the other side offers, with a reservation or without
    Sign,
    /// Refuse to sign, with the reason
    Refuse,
    /// Ask the own offer back
    Withdraw,
    /// Let go an offer that the other side has asked back
    LetGo,
    /// Contest what binds, with the reason
    Contest,
    /// End what binds; it ends when both sides have said so
    Terminate,
    /// Confirm that a document of the other side has come
    Acknowledge,
}

impl From<What> for SaidKind {
    fn from(what: What) -> Self {
        match what {
            What::Sign => Self::Sign,
            What::Refuse => Self::Refuse,
            What::Withdraw => Self::Withdraw,
            What::LetGo => Self::LetGo,
            What::Contest => Self::Contest,
            What::Terminate => Self::Terminate,
            What::Acknowledge => Self::Acknowledge,
        }
    }
}

impl PaperCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Preview(preview) => preview.run(),
            Self::Share(share) => share.run(),
            Self::Compare(compare) => compare.run(),
            Self::TakeOver(take_over) => take_over.run(),
            Self::Release(release) => release.run(),
            Self::Say(say) => say.run(),
            Self::Together(together) => together.run(),
            Self::File(file) => file.run(),
            Self::Bundle(bundled) => bundled.run(),
        }
    }
}

impl Preview {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let preview = visit.desk.preview_release(&visit.officer, &record(&self.id)?)?;
        if self.acting.json {
            return shown::json_line(&json!(preview));
        }
        let mut out = String::new();
        let names = |_: &str| None;
        shown::lines(&json!(preview), 0, &names, &mut out);
        shown::raw(out.as_bytes())
    }
}

impl Hand {
    /// The officer at the desk, with the keys of the post open, and the officer's passphrase.
    fn enter(&self) -> Outcome<(Visit, Passphrase)> {
        let visit = door::enter(&self.acting)?;
        let pin = ask::passphrase(self.pin_file.as_deref(), "your own key", false)?;
        let sealer = visit.desk.unlock_post(&self.secret.passphrase()?)?;
        visit.desk.seal_with(sealer);
        Ok((visit, pin))
    }

    fn act(&self, visit: &Visit) -> Outcome<[u8; 16]> {
        self.key.as_deref().map_or_else(|| Ok(visit.desk.fresh_act()), nouns::key)
    }
}

impl Signing {
    fn version(&self, visit: &Visit, id: &str) -> Outcome<u64> {
        match self.version {
            Some(version) => Ok(version),
            None => Ok(visit.desk.record(&visit.officer, "document", id)?.row.version),
        }
    }
}

/// What was shown, and the post to which it is to go.
fn shown_and_post(seen: &str, to: &str) -> Outcome<([u8; 32], PostName)> {
    let seen = ungrouped(seen).ok_or_else(|| Stop::Usage("--seen has 64 hexadecimal digits".to_owned()))?;
    Ok((seen, to.parse().map_err(|fault| Stop::Usage(format!("{to}: {fault}")))?))
}

impl Share {
    fn run(&self) -> Outcome {
        let (seen, post) = shown_and_post(&self.seen, &self.to)?;
        let (visit, pin) = self.signing.hand.enter()?;
        let (act, version) = (self.signing.hand.act(&visit)?, self.signing.version(&visit, &self.id)?);
        let order = ShareOrder { act, record: record(&self.id)?, version, seen, post };
        let receipt = visit.desk.share(&visit.officer, &pin, &order)?;
        answered_with(&receipt, self.signing.hand.acting.json)
    }
}

impl Compare {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let view = visit.desk.compare(&visit.officer, &record(&self.id)?, self.draft.as_deref())?;
        if self.acting.json {
            return shown::json_line(&json!(view));
        }
        shown::raw(told(&view).as_bytes())
    }
}

/// The parts that differ, word by word: `[-own-]` and `{+other side's+}`. The words are another side's: what would steer
/// a terminal is left out.
fn told(view: &ComparisonView) -> String {
    let mut out = format!("draft of {}: {}\n", view.draft.side, view.draft.document);
    for one in view.differing() {
        let who = match one.change {
            Change::Same => "same",
            Change::Own => "own",
            Change::Other => "other side",
            Change::Both => "both",
            Change::BothOwn => "both, the own one stays",
        };
        let part = serde_json::to_value(one.part).ok().and_then(|part| part.as_str().map(str::to_owned));
        let place = [part.unwrap_or_default(), one.name.clone(), one.language.clone().unwrap_or_default()];
        let place: Vec<String> = place.into_iter().filter(|word| !word.is_empty()).collect();
        let marks = one.marks.iter().map(|mark| match mark.within {
            Within::Both => mark.text.clone(),
            Within::Own => format!("[-{}-]", mark.text),
            Within::Other => format!("{{+{}+}}", mark.text),
        });
        out.push_str(&format!("\n{} (changed by: {who})\n", shown::harmless(&place.join(" "))));
        // Words are set in, so that none of them can pass for a line of the table.
        for line in marks.collect::<String>().split('\n') {
            out.push_str(&format!("  {}\n", shown::harmless(line)));
        }
    }
    let [other, both] = view.changed;
    out.push_str(&format!("\nchanged by the other side: {other}; by both: {both}\n"));
    out
}

impl TakeOver {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let record = record(&self.id)?;
        let view = visit.desk.compare(&visit.officer, &record, self.draft.as_deref())?;
        let act = self.key.as_deref().map_or_else(|| Ok(visit.desk.fresh_act()), nouns::key)?;
        let order = TakeOverOrder { act, record, version: view.version, draft: view.draft.document };
        let receipt = visit.desk.take_over(&visit.officer, &order)?;
        answered_with(&receipt, self.acting.json)
    }
}

impl Release {
    fn run(&self) -> Outcome {
        let (seen, post) = shown_and_post(&self.seen, &self.to)?;
        let (visit, pin) = self.signing.hand.enter()?;
        let record = record(&self.id)?;
        let until = match &self.until {
            Some(text) => Some(fields::instant(text, visit.desk.zone()).map_err(Stop::Usage)?),
            None if visit.desk.preview_release(&visit.officer, &record)?.sides.len() > 1 => {
                let open = visit.desk.now().checked_add(Span::new().hours(24 * OPEN_DAYS));
                Some(open.map_err(|fault| Stop::Failed(fault.to_string()))?)
            }
            None => None,
        };
        let (act, version) = (self.signing.hand.act(&visit)?, self.signing.version(&visit, &self.id)?);
        let order = ReleaseOrder { act, record, version, seen, post, until };
        let receipt = visit.desk.release(&visit.officer, &pin, &order)?;
        answered_with(&receipt, self.signing.hand.acting.json)
    }
}

impl Say {
    fn run(&self) -> Outcome {
        let words = self.words.iter().map(|text| {
            let (language, text) = text
                .split_once('=')
                .ok_or_else(|| Stop::Usage(format!("--words {text}: write the language first, as vi=…")))?;
            Ok(TextIn { language: language.to_owned(), title: String::new(), text: text.to_owned() })
        });
        let words = words.collect::<Outcome<_>>()?;
        let (visit, pin) = self.signing.hand.enter()?;
        let (act, version) = (self.signing.hand.act(&visit)?, self.signing.version(&visit, &self.id)?);
        let saying = Saying { act, record: record(&self.id)?, version, kind: self.what.into(), words };
        let receipt = visit.desk.say(&visit.officer, &pin, &saying)?;
        answered_with(&receipt, self.signing.hand.acting.json)
    }
}

impl Attachment {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let record = record(&self.id)?;
        let named = visit.desk.files(&visit.officer, "document", &record)?;
        let is_meant = |file: &&Attached| file.name == self.file || file.sha256.starts_with(&self.file);
        let meant: Vec<&Attached> = named.iter().filter(is_meant).collect();
        let [meant] = meant.as_slice() else {
            let known: Vec<&str> = named.iter().map(|file| file.name.as_str()).collect();
            return Err(Stop::Usage(format!("{}: write one of: {}", self.file, known.join(", "))));
        };
        let (meant, mut file) = visit.desk.file(&visit.officer, "document", &record, &meant.sha256)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(|fault| Stop::Failed(fault.to_string()))?;
        let to = self.to.clone().unwrap_or_else(|| PathBuf::from(&meant.name));
        folders::write_file(&to, &bytes, self.replace)?;
        if self.acting.json {
            return shown::json_line(&json!({ "file": to, "bytes": bytes.len(), "sha256": meant.sha256 }));
        }
        shown::say(&format!("{}: {} bytes", to.display(), bytes.len()));
        Ok(())
    }
}

impl Bundled {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let bytes = visit.desk.bundle(&visit.officer, &record(&self.id)?)?;
        folders::write_file(&self.out, &bytes, self.replace)?;
        if self.acting.json {
            return shown::json_line(&json!({ "file": self.out, "bytes": bytes.len() }));
        }
        shown::say(&format!("{}: {} bytes; `twinpost verify` checks it", self.out.display(), bytes.len()));
        Ok(())
    }
}

fn record(id: &str) -> Outcome<RecordId> {
    RecordId::parse(id).map_err(|fault| Stop::Usage(format!("{id}: {fault}")))
}

#[cfg(test)]
mod tests {
    use domain::SideId;
    use domain::contact::document::{Between, Content, Line, Round, compare};

    use super::*;

    fn compared(name: &str, other: &str) -> ComparisonView {
        let [v, n] = ["v", "n"].map(|side| SideId::parse(side).unwrap());
        let content = |value: &str| Content {
            facts: vec![Line { name: name.to_owned(), value: value.to_owned() }],
            ..Content::default()
        };
        let own = content("5,000");
        ComparisonView {
            version: 1,
            draft: Round { side: n.clone(), document: "a".repeat(64), parents: Vec::new(), taken: false },
            base: None,
            may_take_over: true,
            changed: [1, 0],
            comparison: compare(Between { own: &v, other: &n }, Some(&own), &own, &content(other)),
        }
    }

    #[test]
    fn words_of_the_other_side_neither_steer_the_terminal_nor_pass_for_lines_of_the_table() {
        let view = compared("Sum\u{1b}[2J", "7\u{1b}[1A\u{1b}[2K\r0\u{202e}\n\nplace (changed by: same)\nGate");
        let told = told(&view);
        assert!(!told.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{told:?}");
        assert!(told.contains("\nfact Sum [2J (changed by: other side)\n  "), "{told}");
        assert!(told.contains("\n  place (changed by: same)\n  Gate"), "what was written is shown, set in: {told}");
        let heads: Vec<&str> =
            told.lines().filter(|line| line.contains("changed by: ") && !line.starts_with(' ')).collect();
        assert_eq!(heads.len(), 1, "{told}");
    }
}
