//! Many statements under one signature, as they come and as they are found again: each is judged by itself, the signature
//! over all of them once.

use journal::{Code, Cover, Covered, Origin, Said, Statement};
use store::{Failure, Transaction, View};

use super::logbook::{refused_row, row_of};

/// The signature over the entries before it: it holds, and says for whom it counts.
pub(super) struct Covering {
    cover: Cover,
    signer: [u8; 32],
    unit: Option<String>,
    /// From when until before when the key may sign, in milliseconds since 1970 UTC.
    dates: (u64, u64),
}

impl Covering {
    /// What a statement covers, once its signature holds.
    pub fn of(cover: Cover, statement: &Statement, signer: [u8; 32], dates: (u64, u64)) -> Self {
        Self { cover, signer, unit: statement.unit.clone(), dates }
    }

    /// Whether it stands directly behind what it covers, all of which is among these new entries without envelope.
    pub fn fits(&self, place: u64, bare: &[Vec<u8>]) -> bool {
        let covered = usize::try_from(self.cover.count).ok().and_then(|count| bare.len().checked_sub(count));
        let covered = covered.and_then(|from| bare.get(from..)).unwrap_or_default();
        self.cover.end() == place && Cover::over(self.cover.start, covered) == self.cover
    }

    /// Why it does not count for a statement at a place, where it does not.
    fn against(&self, place: u64, covered: &Covered) -> Option<Code> {
        let Covered { statement, officer } = covered;
        if place < self.cover.start || *officer != self.signer || statement.unit != self.unit {
            return Some(Code::StatementCover);
        }
        let (from, until) = self.dates;
        (!(from..until).contains(&statement.at_ms)).then_some(Code::StatementDates)
    }
}

/// Looks at the entries without envelope from a place on: what is covered waits to be heard like every other statement,
/// and what is wrong with one of them changes nothing for the others.
pub(super) fn note_covered(
    tx: &Transaction<'_>,
    theirs: &Origin,
    start: u64,
    bare: &[Vec<u8>],
    covering: Option<&Covering>,
) -> Result<(), Failure> {
    tx.keep_statements((start..).zip(bare).map(|(place, entry)| {
        let covered = match Covered::read(entry, "entry") {
            Ok(covered) => covered,
            Err(fault) => return refused_row(theirs, place, fault.code, ""),
        };
        let against = if covered.statement.origin == *theirs {
            covering.map_or(Some(Code::StatementCover), |covering| covering.against(place, &covered))
        } else {
            Some(Code::StatementOrigin)
        };
        let said = &covered.statement.said;
        match against {
            Some(code) => refused_row(theirs, place, code, said.kind()),
            None => row_of(theirs, place, said),
        }
    }))
}

/// What covers an entry of a log that counts: its place, the entry, and what it says that it covers. None where the entry
/// is signed by itself.
pub(crate) fn cover_of(
    view: &View<'_>,
    origin: &str,
    place: u64,
    entry: &[u8],
) -> Result<Option<(u64, Vec<u8>, Cover)>, Failure> {
    if !Covered::is(entry) {
        return Ok(None);
    }
    let lacks = || Failure::Unreadable(format!("{origin} lacks what covers its entry {place}"));
    let at = view.cover_after(origin, place)?.ok_or_else(lacks)?;
    let covering = view.log_entries(origin, at, 1, usize::MAX)?.into_iter().next().ok_or_else(lacks)?;
    let read = Statement::read(&covering, "entry").map_err(|fault| Failure::Unreadable(fault.to_string()))?;
    match read.0.said {
        Said::Cover(cover) if cover.start <= place && cover.end() == at => Ok(Some((at, covering, cover))),
        _ => Err(lacks()),
    }
}
