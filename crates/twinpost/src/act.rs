//! Acts from a file: one JSON object a line, one answer line for each, written when the act stands on the disk.
//!
//! A script that gives every act a key can be ended at any moment and run again: what was done is not done twice, and
//! gives the same answer.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;

use clap::Args;
use desk::{Act, ActError};
use domain::{Grade, RecordId, UnitId};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::door::{self, Visit};
use crate::stop::{Outcome, Stop, refusal_text};
use crate::{nouns, shown};

/// How long a line may be.
const LINE_LIMIT: u64 = 1 << 20;

/// Acts from a file.
#[derive(Debug, Args)]
pub struct ActFile {
    /// The file; - is the standard input. Each line: {"noun", "record"?, "command": {"command": …, fields}, "key"?: 32
    /// hex digits, "version"?, "unit"?, "happened"?, "grade"?, "exercise"?}
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    acting: Acting,
}

/// A line as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    noun: String,
    record: Option<String>,
    command: Value,
    key: Option<String>,
    version: Option<u64>,
    unit: Option<String>,
    happened: Option<Timestamp>,
    grade: Option<Grade>,
    #[serde(default)]
    exercise: bool,
}

/// How the lines went.
#[derive(Default)]
struct Tally {
    done: usize,
    rejected: usize,
}

impl ActFile {
    /// Does the acts in order. A rejected act does not keep the next ones from being done; a failure does.
    pub fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let mut lines: Box<dyn BufRead> = if self.file.as_os_str() == "-" {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(&self.file).map_err(|fault| Stop::file(&self.file, &fault))?))
        };
        let mut tally = Tally::default();
        for number in 1.. {
            let mut text = String::new();
            let mut limited = lines.by_ref().take(LINE_LIMIT);
            let length = limited.read_line(&mut text).map_err(|fault| Stop::file(&self.file, &fault))?;
            if length == 0 {
                break;
            }
            if length as u64 == LINE_LIMIT && !text.ends_with('\n') {
                return Err(Stop::Refused(format!("line {number} is longer than {LINE_LIMIT} bytes")));
            }
            if !text.trim().is_empty() {
                answer(&visit, number, &text, &mut tally)?;
            }
        }
        shown::say(&format!("{} acts done, {} rejected", tally.done, tally.rejected));
        if tally.rejected == 0 { Ok(()) } else { Err(Stop::Refused(format!("{} acts were rejected", tally.rejected))) }
    }
}

fn answer(visit: &Visit, number: usize, text: &str, tally: &mut Tally) -> Outcome {
    let read = read(visit, text);
    let key = read.as_ref().ok().map(|act| hex(&act.id));
    let outcome = read.and_then(|act| visit.desk.act(&visit.officer, &act));
    let mut told = json!({ "line": number, "key": key, "done": outcome.is_ok() });
    let failure = match outcome {
        Ok(receipt) => {
            tally.done += 1;
            add(&mut told, serde_json::to_value(&receipt).unwrap_or_default());
            None
        }
        Err(error) => {
            tally.rejected += 1;
            let (why, failure) = rejection(error);
            add(&mut told, why);
            failure
        }
    };
    shown::json_line(&told)?;
    failure.map_or(Ok(()), Err)
}

fn read(visit: &Visit, text: &str) -> Result<Act, ActError> {
    let bad = |problem: String| ActError::Bad(problem);
    let line: Line = serde_json::from_str(text).map_err(|fault| bad(format!("the line cannot be read: {fault}")))?;
    let key = line.key.as_deref().map(nouns::key).transpose().map_err(|stop| bad(stop.message().to_owned()))?;
    let unit = line.unit.as_deref().map(UnitId::parse).transpose().map_err(|fault| bad(format!("unit: {fault}")))?;
    Ok(Act {
        id: key.unwrap_or_else(|| visit.desk.fresh_act()),
        noun: line.noun,
        record: line.record.as_deref().map(RecordId::parse).transpose().map_err(|_| ActError::NotFound)?,
        version: line.version,
        command: line.command,
        unit,
        happened: line.happened,
        grade: line.grade,
        exercise: line.exercise,
    })
}

/// Why an act was not done, for its answer line; and the reason to end here, where something broke.
fn rejection(error: ActError) -> (Value, Option<Stop>) {
    let refused = match &error {
        ActError::Refused(refused) => {
            json!({ "noun": refused.noun, "reason": refused.reason, "details": refused.details })
        }
        _ => Value::Null,
    };
    let is_failure = matches!(error, ActError::Failure(_));
    let message = match &error {
        ActError::Refused(refused) => Some(refusal_text(refused)),
        _ => None,
    };
    let stop = Stop::of_act(error);
    let message = message.unwrap_or_else(|| stop.message().to_owned());
    let why = json!({ "code": stop.code(), "refused": refused, "message": message });
    (why, is_failure.then_some(stop))
}

fn add(told: &mut Value, more: Value) {
    if let (Some(told), Value::Object(more)) = (told.as_object_mut(), more) {
        told.extend(more);
    }
}

fn hex(key: &[u8; 16]) -> String {
    key.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_told_as_it_was_given() {
        let text = "00ff102030405060708090a0b0c0d0e0";
        assert_eq!(nouns::key(text).map(|key| hex(&key)), Ok(text.to_owned()));
    }

    #[test]
    fn only_a_failure_ends_the_file() {
        assert!(rejection(ActError::NotFound).1.is_none());
        let (why, stop) = rejection(ActError::Failure(desk::Failure::Unfit("full disk".into())));
        assert_eq!((why["code"].as_u64(), stop.is_some()), (Some(1), true));
    }
}
