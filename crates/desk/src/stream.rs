//! Reading in steps, for programs: each step begins after the last record of the one before, in the order in which
//! records were begun. What comes meanwhile moves nothing, so that no row is given twice and none is left out.
//!
//! Where the next step begins is told by a cursor. It carries a code made with a key of the post, so that nobody can
//! make one up: a cursor could otherwise be used to ask where a hidden record stands.

use domain::OfficerId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use store::{Failure, Filter, Row, StoredEntry};

use crate::Desk;
use crate::authority::Who;
use crate::read::{HistoryLine, ReadError};

/// The most rows of one step.
pub const STEP_ROWS: u32 = 200;
/// Bytes of the code that stand in a cursor.
const CODE: usize = 16;

/// One step of a list.
#[derive(Clone, Debug)]
pub struct Step<T> {
    /// What is there.
    pub items: Vec<T>,
    /// After what the next step begins; none when nothing is left.
    pub after: Option<String>,
}

impl<T> Step<T> {
    /// A step of what was read with one more than wanted, which says whether something is left.
    fn of(mut items: Vec<T>, limit: u32, place: impl Fn(&T) -> String) -> Self {
        let is_more = items.len() > limit as usize;
        items.truncate(limit as usize);
        let after = items.last().filter(|_| is_more).map(place);
        Self { items, after }
    }
}

impl Desk {
    /// The rows of a list after a record, within what the officer may see.
    pub fn rows_from(
        &self,
        officer: &OfficerId,
        filter: &Filter,
        after: Option<&str>,
        latest_first: bool,
        limit: u32,
    ) -> Result<Step<Row>, ReadError> {
        let limit = limit.clamp(1, STEP_ROWS);
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let rows = view.list_from(&who.scope(), filter, after, latest_first, limit + 1)?;
            Ok(Step::of(rows, limit, |row| row.id.clone()))
        })
    }

    /// What happened to a record after a version, the oldest first.
    pub fn history_from(
        &self,
        officer: &OfficerId,
        noun: &str,
        id: &str,
        after: u64,
        limit: u32,
    ) -> Result<Step<HistoryLine>, ReadError> {
        let limit = limit.clamp(1, STEP_ROWS);
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let row = view.record(id)?.filter(|row| row.noun == noun && who.sees(row)).ok_or(ReadError::NotFound)?;
            let facts = (1..).zip(view.history(&row.id)?.into_iter().filter(StoredEntry::is_fact));
            let rest = facts.filter(|(version, _)| *version > after).take(limit as usize + 1);
            let line = |(version, stored): (u64, StoredEntry)| {
                let fact =
                    journal::decode(&stored.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
                Ok(HistoryLine {
                    version,
                    fact,
                    officer: stored.entry.officer,
                    happened_ms: stored.entry.happened_ms,
                    recorded_ms: stored.entry.recorded_ms,
                })
            };
            let lines = rest.map(line).collect::<Result<Vec<_>, ReadError>>()?;
            Ok(Step::of(lines, limit, |line| line.version.to_string()))
        })
    }

    /// The cursor that says where the next step begins. It holds only for the officer and the question of `context`.
    pub fn cursor(&self, officer: &OfficerId, context: &str, after: &str) -> Result<String, Failure> {
        let code = self.code(officer, context, after)?.finalize().into_bytes();
        let code: String = code.iter().take(CODE).map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("{code}{after}"))
    }

    /// After what a step begins; none when the cursor was not made here, for this officer and this question.
    pub fn after(&self, officer: &OfficerId, context: &str, cursor: &str) -> Result<Option<String>, Failure> {
        let Some((code, after)) = cursor.split_at_checked(2 * CODE) else { return Ok(None) };
        if !code.bytes().all(|letter| matches!(letter, b'0'..=b'9' | b'a'..=b'f')) {
            return Ok(None);
        }
        let digits = (0..CODE).map(|place| u8::from_str_radix(code.get(place * 2..place * 2 + 2)?, 16).ok());
        let Some(digits) = digits.collect::<Option<Vec<u8>>>() else { return Ok(None) };
        let is_ours = self.code(officer, context, after)?.verify_truncated_left(&digits).is_ok();
        Ok(is_ours.then(|| after.to_owned()))
    }

    /// The code over officer, question and place (HMAC-SHA256, RFC 2104).
    fn code(&self, officer: &OfficerId, context: &str, after: &str) -> Result<Hmac<Sha256>, Failure> {
        let key = match self.cursor_key.get() {
            Some(key) => key,
            None => {
                let mut fresh = [0; 32];
                self.chance.fill(&mut fresh);
                let kept = self.access.mark("cursor", &fresh)?;
                self.cursor_key.get_or_init(|| kept)
            }
        };
        let mut code = Hmac::<Sha256>::new_from_slice(key).map_err(|fault| Failure::Unfit(fault.to_string()))?;
        for part in [officer.as_str(), context, after] {
            code.update(&(part.len() as u64).to_be_bytes());
            code.update(part.as_bytes());
        }
        Ok(code)
    }
}
