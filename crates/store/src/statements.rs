//! What the logs of two sides say, entry by entry, and how far the way to another post has come: which statement is about
//! which document, which keys a log has named, what was sent, what is proven to have arrived, what is still asked for.

use journal::Hash;
use rusqlite::{OptionalExtension, params};

use crate::{Failure, Transaction, View};

/// How far a statement has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StatementState {
    /// It stands in an own log.
    Said,
    /// It stands in an own log, came back from another post, and is not told to its record yet.
    Regained(Awaited),
    /// It came, and something that it needs is not here yet.
    Waiting(Awaited),
    /// It came and was understood.
    Heard,
    /// It came and counts for nothing, for this reason (a code).
    Refused(String),
}

/// What a statement waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Awaited {
    /// The words of a document, its own or those that go with it.
    Words,
    /// The statement by which the document is given out.
    Offer,
    /// A relation with that side in the own records.
    Relation,
    /// What is stored here and could not be read.
    Repair,
}

impl Awaited {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Words, Self::Offer, Self::Relation, Self::Repair];

    /// The word for pages and lists.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Offer => "offer",
            Self::Relation => "relation",
            Self::Repair => "repair",
        }
    }

    fn of_code(code: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|awaited| code == Some(awaited.code())).unwrap_or(Self::Words)
    }
}

/// A statement of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// The log.
    pub origin: String,
    /// The place in it.
    pub place: u64,
    /// Its kind; empty where it could not be read.
    pub kind: String,
    /// The document that it is about.
    pub document: Option<Hash>,
    /// The document that holds its words.
    pub words: Option<Hash>,
    /// Of a joint document: through all revisions.
    pub series: Option<[u8; 16]>,
    /// How far it has come.
    pub state: StatementState,
}

/// The key of an officer as a log has named it; or, under the name of a post, its keys before it was met with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateRow {
    /// The public key.
    pub key: [u8; 32],
    /// What certifies it, as bytes.
    pub envelope: Vec<u8>,
    /// Where the log named it; of the keys of a post, since when they held, in milliseconds since 1970 UTC.
    pub place: u64,
    /// From which place on it has ended.
    pub ended: Option<u64>,
}

/// How far the way to another post has come, in entries of the own log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoadRow {
    /// How many it says it has.
    pub has: u64,
    /// How many it has proven to hold.
    pub held: u64,
    /// How many were sent.
    pub sent: u64,
    /// Up to which entry of its own log it says it has receipts without a gap.
    pub proven: u64,
}

/// What proves that another post did what none may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrievanceRow {
    /// Which post.
    pub peer: String,
    /// What it did, as a code.
    pub code: String,
    /// The proof.
    pub bytes: Vec<u8>,
    /// When it came, in milliseconds since 1970 UTC.
    pub came_ms: i64,
}

/// Of which records do not know yet: of other logs what waits, of own ones what came back. There is an index of it.
const TO_TELL: &str = "(state = 'waiting' OR (state = 'said' AND reason IS NOT NULL))";
const COLUMNS: &str = "origin, place, kind, document, words, series, state, reason";

fn count(number: i64) -> Result<u64, Failure> {
    u64::try_from(number).map_err(|_| Failure::Unreadable("a place in a log is below none".into()))
}

fn place(number: u64) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::Unfit("a log is longer than the database can count".into()))
}

fn exactly<const LENGTH: usize>(bytes: &[u8]) -> Result<[u8; LENGTH], Failure> {
    bytes.try_into().map_err(|_| Failure::Unreadable("bytes of a statement have another length".into()))
}

fn statement(row: &rusqlite::Row<'_>) -> Result<StatementRow, Failure> {
    let digest = |column: &str| -> Result<Option<Hash>, Failure> {
        row.get::<_, Option<Vec<u8>>>(column)?.map(|bytes| exactly(&bytes)).transpose()
    };
    let state: String = row.get("state")?;
    Ok(StatementRow {
        origin: row.get("origin")?,
        place: count(row.get("place")?)?,
        kind: row.get("kind")?,
        document: digest("document")?,
        words: digest("words")?,
        series: row.get::<_, Option<Vec<u8>>>("series")?.map(|bytes| exactly(&bytes)).transpose()?,
        state: match state.as_str() {
            "said" => match row.get::<_, Option<String>>("reason")? {
                None => StatementState::Said,
                awaited => StatementState::Regained(Awaited::of_code(awaited.as_deref())),
            },
            "waiting" => StatementState::Waiting(Awaited::of_code(row.get::<_, Option<String>>("reason")?.as_deref())),
            "heard" => StatementState::Heard,
            _ => StatementState::Refused(row.get::<_, Option<String>>("reason")?.unwrap_or_default()),
        },
    })
}

impl View<'_> {
    fn statements_where(&self, condition: &str, values: impl rusqlite::Params) -> Result<Vec<StatementRow>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM statements WHERE {condition}");
        let mut prepared = self.connection.prepare_cached(&sql)?;
        let mut rows = prepared.query(values)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(statement(row)?);
        }
        Ok(found)
    }

    /// The statements of a log from one place until before another, in order.
    pub fn statements_between(&self, origin: &str, from: u64, until: u64) -> Result<Vec<StatementRow>, Failure> {
        let condition = "origin = ?1 AND place >= ?2 AND place < ?3 ORDER BY place";
        self.statements_where(condition, params![origin, place(from)?, place(until)?])
    }

    /// The statements of a log from a place on that were not heard yet and can be heard now, in order, at most so many:
    /// every opening of which they speak is here or erased, and the document was given out, which a draft is not. Those
    /// that wait for a relation can be heard where there `is_related` one. Of an own log, those that came back.
    pub fn statements_ready(
        &self,
        origin: &str,
        from: u64,
        most: usize,
        is_related: bool,
    ) -> Result<Vec<StatementRow>, Failure> {
        let condition = format!(
            "origin = ?1 AND {TO_TELL} AND place >= ?2 AND (document IS NULL OR document IN (SELECT digest FROM openings)) \
             AND (words IS NULL OR words IN (SELECT digest FROM openings)) \
             AND CASE reason WHEN 'offer' THEN EXISTS (SELECT 1 FROM statements AS given WHERE given.document = statements.document \
             AND given.kind IN ('propose', 'issue') AND (given.state = 'heard' OR (given.state = 'said' AND given.reason IS NULL))) \
             WHEN 'relation' THEN ?4 ELSE 1 END ORDER BY place LIMIT ?3"
        );
        self.statements_where(
            &condition,
            params![origin, place(from)?, i64::try_from(most).unwrap_or(i64::MAX), is_related],
        )
    }

    /// Whether of an own log something came back that was not told to its record yet.
    pub fn has_regained(&self, origin: &str) -> Result<bool, Failure> {
        let sql = format!("SELECT EXISTS (SELECT 1 FROM statements WHERE origin = ?1 AND {TO_TELL})");
        Ok(self.connection.prepare_cached(&sql)?.query_row([origin], |row| row.get(0))?)
    }

    /// How many statements of a log wait to be heard.
    pub fn count_waiting(&self, origin: &str) -> Result<u64, Failure> {
        let sql = "SELECT count(*) FROM statements WHERE origin = ?1 AND state = 'waiting'";
        count(self.connection.prepare_cached(sql)?.query_row([origin], |row| row.get(0))?)
    }

    /// For what the statements of a log wait that were not heard yet, and how many for each.
    pub fn awaited(&self, origin: &str) -> Result<Vec<(Awaited, u64)>, Failure> {
        let sql =
            "SELECT reason, count(*) FROM statements WHERE origin = ?1 AND state = 'waiting' GROUP BY 1 ORDER BY 1";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let mut rows = prepared.query([origin])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push((Awaited::of_code(row.get::<_, Option<String>>(0)?.as_deref()), count(row.get(1)?)?));
        }
        Ok(found)
    }

    /// The statements of a log that count for nothing, the latest first, at most so many.
    pub fn statements_refused(&self, origin: &str, most: usize) -> Result<Vec<StatementRow>, Failure> {
        let condition = "origin = ?1 AND state = 'refused' ORDER BY place DESC LIMIT ?2";
        self.statements_where(condition, params![origin, i64::try_from(most).unwrap_or(i64::MAX)])
    }

    /// The statements of all logs about a joint document through all revisions that count, in order of log and place. Of
    /// those of one kind about one document a log's first one is given: later ones change nothing.
    pub fn statements_of_series(&self, series: &[u8; 16]) -> Result<Vec<StatementRow>, Failure> {
        let condition = "(origin, place) IN (SELECT origin, min(place) FROM statements \
             WHERE series = ?1 AND state IN ('said', 'heard') GROUP BY origin, kind, document) ORDER BY origin, place";
        self.statements_where(condition, [series.as_slice()])
    }

    /// Of how many documents of a series a statement of this kind was heard from others, counted no further than so many.
    pub fn heard_in_series(&self, series: &[u8; 16], kind: &str, most: usize) -> Result<u64, Failure> {
        let sql = "SELECT count(*) FROM (SELECT DISTINCT document FROM statements \
             WHERE series = ?1 AND kind = ?2 AND state = 'heard' LIMIT ?3)";
        let values = params![series.as_slice(), kind, i64::try_from(most).unwrap_or(i64::MAX)];
        count(self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// The statements of all logs about a document, in order of log and place.
    pub fn statements_about(&self, document: &Hash) -> Result<Vec<StatementRow>, Failure> {
        self.statements_where("document = ?1 ORDER BY origin, place", [document.as_slice()])
    }

    /// Where the statement stands that covers the one at a place of a log; none within reach of one signature.
    pub fn cover_after(&self, origin: &str, at: u64) -> Result<Option<u64>, Failure> {
        let sql = "SELECT place FROM statements WHERE origin = ?1 AND place > ?2 AND place <= ?3 AND kind = 'cover' \
             AND state IN ('said', 'heard') ORDER BY place LIMIT 1";
        let values = params![origin, place(at)?, place(at.saturating_add(journal::COVER_MOST))?];
        let found = self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?;
        found.map(count).transpose()
    }

    /// Whether a log speaks of a document, itself or as words.
    pub fn speaks_of(&self, origin: &str, digest: &Hash) -> Result<bool, Failure> {
        let sql = "SELECT EXISTS (SELECT 1 FROM statements WHERE document = ?2 AND origin = ?1) \
             OR EXISTS (SELECT 1 FROM statements WHERE words = ?2 AND origin = ?1)";
        Ok(self.connection.prepare_cached(sql)?.query_row(params![origin, digest.as_slice()], |row| row.get(0))?)
    }

    /// Whether another post spoke of a document, or in those words, in a statement of its log that was heard.
    pub fn was_told(&self, origin: &str, digest: &Hash) -> Result<bool, Failure> {
        let sql = "SELECT EXISTS (SELECT 1 FROM statements WHERE document = ?2 AND origin = ?1 AND state = 'heard') \
             OR EXISTS (SELECT 1 FROM statements WHERE words = ?2 AND origin = ?1 AND state = 'heard')";
        Ok(self.connection.prepare_cached(sql)?.query_row(params![origin, digest.as_slice()], |row| row.get(0))?)
    }

    /// The openings of which a log speaks and that have neither come nor been erased, at most so many.
    pub fn openings_missing(&self, origin: &str, most: usize) -> Result<Vec<Hash>, Failure> {
        let sql = format!(
            "SELECT digest FROM (SELECT document AS digest, place FROM statements \
             WHERE origin = ?1 AND {TO_TELL} AND document IS NOT NULL \
             UNION SELECT words, place FROM statements \
             WHERE origin = ?1 AND {TO_TELL} AND words IS NOT NULL) AS spoken \
             WHERE NOT EXISTS (SELECT 1 FROM openings WHERE openings.digest = spoken.digest) \
             GROUP BY digest ORDER BY min(place) LIMIT ?2"
        );
        let mut prepared = self.connection.prepare_cached(&sql)?;
        let mut rows = prepared.query(params![origin, i64::try_from(most).unwrap_or(i64::MAX)])?;
        let mut missing = Vec::new();
        while let Some(row) = rows.next()? {
            missing.push(exactly(&row.get::<_, Vec<u8>>(0)?)?);
        }
        Ok(missing)
    }

    /// The key of an officer as a log has named it.
    pub fn certificate(&self, origin: &str, key: &[u8; 32]) -> Result<Option<CertificateRow>, Failure> {
        let sql = "SELECT envelope, place, ended FROM certificates WHERE origin = ?1 AND key = ?2";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![origin, key.as_slice()], |row| {
                Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<i64>>(2)?))
            })
            .optional()?;
        found
            .map(|(envelope, at, ended)| {
                Ok(CertificateRow { key: *key, envelope, place: count(at)?, ended: ended.map(count).transpose()? })
            })
            .transpose()
    }

    /// The keys of officers that a log has named and not ended.
    pub fn certificates_standing(&self, origin: &str) -> Result<Vec<[u8; 32]>, Failure> {
        let sql = "SELECT key FROM certificates WHERE origin = ?1 AND ended IS NULL ORDER BY key";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let mut rows = prepared.query([origin])?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            keys.push(exactly(&row.get::<_, Vec<u8>>(0)?)?);
        }
        Ok(keys)
    }

    /// All certificates that are kept under a name, the later first.
    pub fn certificates(&self, origin: &str) -> Result<Vec<Vec<u8>>, Failure> {
        let sql = "SELECT envelope FROM certificates WHERE origin = ?1 ORDER BY place DESC, key";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let rows = prepared.query_map([origin], |row| row.get(0))?;
        rows.map(|row| row.map_err(Failure::from)).collect()
    }

    /// How far the way to a post has come.
    pub fn road(&self, peer: &str) -> Result<RoadRow, Failure> {
        let sql = "SELECT has, held, sent, proven FROM roads WHERE peer = ?1";
        let found: Option<[i64; 4]> = self
            .connection
            .prepare_cached(sql)?
            .query_row([peer], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))
            .optional()?;
        let Some([has, held, sent, proven]) = found else { return Ok(RoadRow::default()) };
        Ok(RoadRow { has: count(has)?, held: count(held)?, sent: count(sent)?, proven: count(proven)? })
    }

    /// The openings that a post asks for, at most so many.
    pub fn wanted(&self, peer: &str, most: usize) -> Result<Vec<Hash>, Failure> {
        let sql = "SELECT digest FROM wanted WHERE peer = ?1 ORDER BY digest LIMIT ?2";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let mut rows = prepared.query(params![peer, i64::try_from(most).unwrap_or(i64::MAX)])?;
        let mut wanted = Vec::new();
        while let Some(row) = rows.next()? {
            wanted.push(exactly(&row.get::<_, Vec<u8>>(0)?)?);
        }
        Ok(wanted)
    }

    /// The record to which a document belongs.
    pub fn record_of_document(&self, digest: &Hash) -> Result<Option<String>, Failure> {
        let sql = "SELECT record FROM document_records WHERE digest = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([digest.as_slice()], |row| row.get(0)).optional()?)
    }

    /// What proves that other posts did what none may do, the latest first, at most so many.
    pub fn grievances(&self, most: usize) -> Result<Vec<GrievanceRow>, Failure> {
        let sql = "SELECT peer, code, bytes, came_ms FROM grievances ORDER BY number DESC LIMIT ?1";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let rows = prepared.query_map([i64::try_from(most).unwrap_or(i64::MAX)], |row| {
            Ok(GrievanceRow { peer: row.get(0)?, code: row.get(1)?, bytes: row.get(2)?, came_ms: row.get(3)? })
        })?;
        rows.map(|row| row.map_err(Failure::from)).collect()
    }

    /// What is kept against a post under one code, the oldest first.
    pub fn grievances_against(&self, peer: &str, code: &str) -> Result<Vec<Vec<u8>>, Failure> {
        let sql = "SELECT bytes FROM grievances WHERE peer = ?1 AND code = ?2 ORDER BY number";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let rows = prepared.query_map([peer, code], |row| row.get(0))?;
        rows.map(|row| row.map_err(Failure::from)).collect()
    }
}

impl Transaction<'_> {
    /// Keeps what a log says at a place, in place of what was kept of it before.
    pub fn keep_statement(&self, row: &StatementRow) -> Result<(), Failure> {
        self.keep_statements(std::iter::once(row.clone()))
    }

    /// Keeps what a log says at many places.
    pub fn keep_statements(&self, rows: impl IntoIterator<Item = StatementRow>) -> Result<(), Failure> {
        let sql = format!("INSERT OR REPLACE INTO statements ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        let mut prepared = self.connection.prepare_cached(&sql)?;
        for row in rows {
            let (state, reason) = match &row.state {
                StatementState::Said => ("said", None),
                StatementState::Regained(awaited) => ("said", Some(awaited.code())),
                StatementState::Waiting(Awaited::Words) => ("waiting", None),
                StatementState::Waiting(awaited) => ("waiting", Some(awaited.code())),
                StatementState::Heard => ("heard", None),
                StatementState::Refused(reason) => ("refused", Some(reason.as_str())),
            };
            let StatementRow { origin, kind, document, words, series, .. } = &row;
            prepared.execute(params![origin, place(row.place)?, kind, document, words, series, state, reason])?;
        }
        Ok(())
    }

    /// Keeps the key of an officer that a log has named; one named before stays as it is.
    pub fn keep_certificate(&self, origin: &str, row: &CertificateRow) -> Result<(), Failure> {
        let sql = "INSERT INTO certificates (origin, key, envelope, place) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (origin, key) DO NOTHING";
        let values = params![origin, row.key.as_slice(), row.envelope, place(row.place)?];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Keeps from which place of a log on a key has ended; the first such place counts.
    pub fn end_certificate(&self, origin: &str, key: &[u8; 32], at: u64) -> Result<(), Failure> {
        let sql = "UPDATE certificates SET ended = coalesce(ended, ?3) WHERE origin = ?1 AND key = ?2";
        self.connection.prepare_cached(sql)?.execute(params![origin, key.as_slice(), place(at)?])?;
        Ok(())
    }

    /// Keeps how far the way to a post has come.
    pub fn keep_road(&self, peer: &str, row: RoadRow) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO roads (peer, has, held, sent, proven) VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = params![peer, place(row.has)?, place(row.held)?, place(row.sent)?, place(row.proven)?];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Keeps which openings a post asks for, in place of what it asked for before.
    pub fn keep_wanted(&self, peer: &str, wanted: &[Hash]) -> Result<(), Failure> {
        self.connection.prepare_cached("DELETE FROM wanted WHERE peer = ?1")?.execute([peer])?;
        let mut prepared =
            self.connection.prepare_cached("INSERT OR IGNORE INTO wanted (peer, digest) VALUES (?1, ?2)")?;
        for digest in wanted {
            prepared.execute(params![peer, digest.as_slice()])?;
        }
        Ok(())
    }

    /// Keeps to which record a document belongs.
    pub fn keep_document_record(&self, digest: &Hash, record: &str) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO document_records (digest, record) VALUES (?1, ?2)";
        self.connection.prepare_cached(sql)?.execute(params![digest.as_slice(), record])?;
        Ok(())
    }

    /// Keeps what proves that another post did what none may do.
    pub fn keep_grievance(&self, row: &GrievanceRow) -> Result<(), Failure> {
        let sql = "INSERT INTO grievances (peer, code, bytes, came_ms) VALUES (?1, ?2, ?3, ?4)";
        self.connection.prepare_cached(sql)?.execute(params![row.peer, row.code, row.bytes, row.came_ms])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    const LOG: &str = "vn.a/cn.b/1";

    fn row(at: u64, document: u8, state: StatementState) -> StatementRow {
        let (origin, kind) = (LOG.to_owned(), "contest".to_owned());
        let document = Some([document; 32]);
        StatementRow { origin, place: at, kind, document, words: None, series: Some([1; 16]), state }
    }

    #[test]
    fn what_waits_can_be_heard_once_that_for_which_it_waits_is_here() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).unwrap();
        let waits = |awaited| StatementState::Waiting(awaited);
        let ready = |from: u64, is_related: bool| {
            let rows = store.read::<_, Failure>(|view| view.statements_ready(LOG, from, 9, is_related)).unwrap();
            rows.into_iter().map(|row| row.place).collect::<Vec<_>>()
        };
        let kept = store.write::<_, Failure>(|tx| {
            for (at, awaited) in (0..).zip(Awaited::ALL) {
                tx.keep_statement(&row(at, 5, waits(awaited)))?;
            }
            tx.keep_statement(&row(4, 5, StatementState::Heard))
        });
        kept.unwrap();
        assert!(ready(0, true).is_empty(), "the words are not here");
        store.write::<_, Failure>(|tx| tx.keep_opening(&[5; 32], b"words")).unwrap();
        assert_eq!((ready(0, false), ready(0, true)), (vec![0, 3], vec![0, 2, 3]));
        store.write::<_, Failure>(|tx| tx.keep_document_record(&[5; 32], "record")).unwrap();
        assert_eq!(ready(0, true), vec![0, 2, 3], "a record knows it, as it knows a draft");
        let given = |state| StatementRow { kind: "propose".to_owned(), ..row(8, 5, state) };
        store.write::<_, Failure>(|tx| tx.keep_statement(&given(StatementState::Refused("size".into())))).unwrap();
        assert_eq!(ready(0, true), vec![0, 2, 3], "it was given out, and that counts for nothing");
        store.write::<_, Failure>(|tx| tx.keep_statement(&given(StatementState::Heard))).unwrap();
        assert_eq!((ready(0, true), ready(2, true)), (vec![0, 1, 2, 3], vec![2, 3]));
        let awaited = store.read::<_, Failure>(|view| view.awaited(LOG)).unwrap();
        assert_eq!(awaited.len(), 4);
        assert!(Awaited::ALL.iter().all(|one| awaited.contains(&(*one, 1))));
    }

    #[test]
    fn of_a_series_the_first_of_each_kind_about_each_document_counts() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).unwrap();
        let kept = store.write::<_, Failure>(|tx| {
            for (at, document) in (0..).zip([5, 5, 6, 5, 6, 7]) {
                let state = if at == 0 { StatementState::Refused("words".to_owned()) } else { StatementState::Heard };
                tx.keep_statement(&row(at, document, state))?;
            }
            tx.keep_statement(&StatementRow { kind: "refuse".to_owned(), ..row(6, 5, StatementState::Heard) })?;
            tx.keep_statement(&StatementRow { kind: "draft".to_owned(), ..row(7, 8, StatementState::Heard) })?;
            tx.keep_statement(&StatementRow { kind: "draft".to_owned(), ..row(8, 9, StatementState::Said) })
        });
        kept.unwrap();
        let heard = |view: &View<'_>, kind: &str, most| view.heard_in_series(&[1; 16], kind, most);
        let read = |view: &View<'_>| {
            let places: Vec<u64> = view.statements_of_series(&[1; 16])?.iter().map(|row| row.place).collect();
            Ok::<_, Failure>((places, heard(view, "contest", 2)?, heard(view, "contest", 9)?, heard(view, "draft", 9)?))
        };
        assert_eq!(store.read(read).unwrap(), (vec![1, 2, 5, 6, 7, 8], 2, 3, 1), "each kind is counted by itself");
    }

    #[test]
    fn what_lies_in_the_content_is_told_from_what_lies_in_the_disk() {
        use rusqlite::ffi;
        let engine = |code: std::ffi::c_int| {
            Failure::Engine(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)).is_of_content()
        };
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR, ffi::SQLITE_BUSY, ffi::SQLITE_CORRUPT, ffi::SQLITE_READONLY] {
            assert!(!engine(code), "{code}");
        }
        assert!(engine(ffi::SQLITE_TOOBIG) && engine(ffi::SQLITE_CONSTRAINT));
        assert!(Failure::Unfit("too long".into()).is_of_content());
        assert!(!Failure::Unreadable("damaged".into()).is_of_content());
    }
}
