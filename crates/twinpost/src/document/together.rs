//! Many documents signed at once, on the command line: first they are shown, then, with what was shown, signed.

use clap::{Args, ValueEnum};
use desk::document::{TogetherKind, TogetherLine, TogetherOne, TogetherOrder, TogetherView};
use desk::keys::ungrouped;
use domain::RecordId;
use serde_json::json;

use super::{Hand, record};
use crate::door::{self, Visit};
use crate::nouns::receipt_text;
use crate::stop::{Outcome, Stop};
use crate::{fields, shown};

/// Documents to be signed at once. Without `--seen` they are shown and nothing is signed.
#[derive(Debug, Args)]
pub struct Together {
    /// What is said of each of them
    #[arg(value_enum)]
    what: What,
    /// The records
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// To which post they are given out, as `twinpost peer list` writes it
    #[arg(long, value_name = "SIDE.POST")]
    to: Option<String>,
    /// What you were shown: the last line without this argument; only with it something is signed
    #[arg(long, value_name = "HEX")]
    seen: Option<String>,
    /// Until when an answer to each is asked for
    #[arg(long, value_name = "INSTANT")]
    until: Option<String>,
    #[command(flatten)]
    hand: Hand,
}

/// What is said of many documents at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// They are given out
    Issue,
    /// They have come, and note of them is taken
    Acknowledge,
}

impl From<What> for TogetherKind {
    fn from(what: What) -> Self {
        match what {
            What::Issue => Self::Issue,
            What::Acknowledge => Self::Acknowledge,
        }
    }
}

impl Together {
    /// Does it.
    pub fn run(&self) -> Outcome {
        let records = self.ids.iter().map(|id| record(id)).collect::<Outcome<Vec<_>>>()?;
        let Some(seen) = &self.seen else {
            let visit = door::enter(&self.hand.acting)?;
            return self.show(&self.look(&visit, &records)?);
        };
        let seen = ungrouped(seen).ok_or_else(|| Stop::Usage("--seen has 64 hexadecimal digits".to_owned()))?;
        let post = self.to.as_deref().map(|to| to.parse().map_err(|fault| Stop::Usage(format!("{to}: {fault}"))));
        let post = post.transpose()?;
        let kind = TogetherKind::from(self.what);
        if kind == TogetherKind::Issue && post.is_none() {
            return Err(Stop::Usage("--to SIDE.POST: say to which post they are given out".to_owned()));
        }
        let (visit, pin) = self.hand.enter()?;
        let until = self.until.as_deref().map(|text| fields::instant(text, visit.desk.zone()).map_err(Stop::Usage));
        let (act, until) = (self.hand.act(&visit)?, until.transpose()?);
        let view = self.look(&visit, &records)?;
        let is_as_shown = ungrouped(&view.seen) == Some(seen);
        if !is_as_shown && self.hand.key.is_none() {
            return Err(Stop::Conflict("what would be signed is not what was shown: look at it again".to_owned()));
        }
        // A request that is repeated with its key is answered again, whatever has become of the documents; where it was
        // not done before, nothing is signed for that was not shown.
        let documents = view.documents.iter().map(|line| one(line, is_as_shown)).collect::<Outcome<Vec<_>>>()?;
        let order = TogetherOrder { act, kind, documents, post, until };
        let receipts = visit.desk.sign_together(&visit.officer, &pin, &order)?;
        if self.hand.acting.json {
            return shown::json_line(&json!({ "receipts": receipts }));
        }
        for receipt in &receipts {
            shown::line(&receipt.record)?;
            shown::say(&receipt_text(receipt));
        }
        Ok(())
    }

    fn look(&self, visit: &Visit, records: &[RecordId]) -> Outcome<TogetherView> {
        Ok(visit.desk.preview_together(&visit.officer, self.what.into(), records)?)
    }

    fn show(&self, view: &TogetherView) -> Outcome {
        if self.hand.acting.json {
            return shown::json_line(&json!(view));
        }
        let mut out = String::new();
        let names = |_: &str| None;
        shown::lines(&json!(view), 0, &names, &mut out);
        shown::raw(out.as_bytes())
    }
}

fn one(line: &TogetherLine, is_as_shown: bool) -> Outcome<TogetherOne> {
    // What came without words has no digest: it is signed for by nobody.
    let seen = ungrouped(&line.seen).filter(|_| is_as_shown).unwrap_or_default();
    Ok(TogetherOne { record: record(&line.record)?, version: line.version, seen })
}
