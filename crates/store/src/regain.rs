//! What keeps a post that is put back from an old copy from sealing a second history: where its database was opened last,
//! what of its logs may have left, and what it asks its neighbours.

use rusqlite::{OptionalExtension, params};

use crate::{Failure, Transaction, View};

/// What a post asks another about its own log, or is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskRow {
    /// By which the reply is known.
    pub nonce: [u8; 16],
    /// From which entry on the log is wanted back.
    pub from: u64,
    /// Of how many entries of the other log the asker knows when it had stored them.
    pub seen: u64,
}

/// What of the own log may have left for a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShownRow {
    /// How many entries.
    pub size: u64,
    /// What that post is asked, while it is not known what it holds of the log.
    pub ask: Option<AskRow>,
    /// The latest question that it has replied to.
    pub since: Option<[u8; 16]>,
}

/// How a question stands among those by which a post said that it had forgotten what it said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// It is the latest.
    Latest,
    /// Another one came after it.
    Earlier,
    /// It never came.
    Unknown,
}

/// Where the database stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Where somebody last said that it belongs.
    pub seat: String,
    /// Since when it was found somewhere else, in milliseconds since 1970 UTC.
    pub moved_ms: Option<i64>,
}

fn count(number: i64) -> Result<u64, Failure> {
    u64::try_from(number).map_err(|_| Failure::Unreadable("a place in a log is below none".into()))
}

fn place(number: u64) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::Unfit("a log is longer than the database can count".into()))
}

fn exactly(nonce: Vec<u8>) -> Result<[u8; 16], Failure> {
    nonce.try_into().map_err(|_| Failure::Unreadable("a question has no nonce".into()))
}

fn ask(nonce: Vec<u8>, from: i64, seen: i64) -> Result<AskRow, Failure> {
    Ok(AskRow { nonce: exactly(nonce)?, from: count(from)?, seen: count(seen)? })
}

impl View<'_> {
    /// What of the own log may have left for a post.
    pub fn shown(&self, peer: &str) -> Result<ShownRow, Failure> {
        let sql = "SELECT size, nonce, since, asked_from, asked_seen FROM shown WHERE peer = ?1";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([peer], |row| {
                let blob = |column: usize| row.get::<_, Option<Vec<u8>>>(column);
                let number = |column: usize| row.get::<_, Option<i64>>(column).map(Option::unwrap_or_default);
                Ok((row.get::<_, i64>(0)?, blob(1)?, blob(2)?, number(3)?, number(4)?))
            })
            .optional()?;
        let Some((size, nonce, since, from, seen)) = found else { return Ok(ShownRow::default()) };
        let ask = nonce.map(|nonce| ask(nonce, from, seen)).transpose()?;
        Ok(ShownRow { size: count(size)?, ask, since: since.map(exactly).transpose()? })
    }

    /// What a post asks, and was not told yet.
    pub fn asked(&self, peer: &str) -> Result<Option<AskRow>, Failure> {
        let sql = "SELECT nonce, asked_from, asked_seen FROM asked WHERE peer = ?1";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let found = prepared.query_row([peer], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        found.optional()?.map(|(nonce, from, seen)| ask(nonce, from, seen)).transpose()
    }

    /// How a question stands among those by which a post said that it had forgotten what it said; none is before all.
    pub fn renewal(&self, peer: &str, nonce: Option<&[u8; 16]>) -> Result<Renewal, Failure> {
        let sql = "SELECT nonce FROM renewals WHERE peer = ?1 ORDER BY number DESC";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let mut rows = prepared.query([peer])?;
        let mut is_latest = true;
        while let Some(row) = rows.next()? {
            if nonce == Some(&exactly(row.get(0)?)?) {
                return Ok(if is_latest { Renewal::Latest } else { Renewal::Earlier });
            }
            is_latest = false;
        }
        Ok(match nonce {
            Some(_) => Renewal::Unknown,
            None if is_latest => Renewal::Latest,
            None => Renewal::Earlier,
        })
    }

    /// Where the database was opened last; none before it was said.
    pub fn seat(&self) -> Result<Option<SeatRow>, Failure> {
        let sql = "SELECT seat, moved_ms FROM seat";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| Ok(SeatRow { seat: row.get(0)?, moved_ms: row.get(1)? }));
        Ok(found.optional()?)
    }

    /// Whether the keys of the post were brought back from a backup into these records.
    pub fn is_recovered(&self) -> Result<bool, Failure> {
        let sql = "SELECT EXISTS (SELECT 1 FROM recovered)";
        Ok(self.connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// How many entries of a log were signed here and never shown, because another history had gone on in their place.
    pub fn unsaid(&self, origin: &str) -> Result<u64, Failure> {
        let sql = "SELECT count(*) FROM unsaid WHERE origin = ?1";
        count(self.connection.prepare_cached(sql)?.query_row([origin], |row| row.get(0))?)
    }
}

impl Transaction<'_> {
    /// Keeps what of the own log may have left for a post, and what it is asked.
    pub fn keep_shown(&self, peer: &str, row: ShownRow) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO shown (peer, size, nonce, asked_from, since, asked_seen) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let from = row.ask.map(|ask| place(ask.from)).transpose()?;
        let seen = row.ask.map(|ask| place(ask.seen)).transpose()?;
        let nonce = row.ask.as_ref().map(|ask| ask.nonce.as_slice());
        self.connection.prepare_cached(sql)?.execute(params![peer, place(row.size)?, nonce, from, row.since, seen])?;
        Ok(())
    }

    /// Keeps what a post asks, or that it was told.
    pub fn keep_asked(&self, peer: &str, asked: Option<AskRow>) -> Result<(), Failure> {
        match asked {
            Some(asked) => {
                let sql = "INSERT OR REPLACE INTO asked (peer, nonce, asked_from, asked_seen) VALUES (?1, ?2, ?3, ?4)";
                let values = params![peer, asked.nonce.as_slice(), place(asked.from)?, place(asked.seen)?];
                self.connection.prepare_cached(sql)?.execute(values)?
            }
            None => self.connection.prepare_cached("DELETE FROM asked WHERE peer = ?1")?.execute([peer])?,
        };
        Ok(())
    }

    /// Keeps a question by which a post said that it had forgotten what it said.
    pub fn keep_renewal(&self, peer: &str, nonce: &[u8; 16]) -> Result<(), Failure> {
        let sql = "INSERT OR IGNORE INTO renewals (peer, nonce) VALUES (?1, ?2)";
        self.connection.prepare_cached(sql)?.execute(params![peer, nonce])?;
        Ok(())
    }

    /// Keeps where the database stands.
    pub fn keep_seat(&self, row: &SeatRow) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO seat (one, seat, moved_ms) VALUES (1, ?1, ?2)";
        self.connection.prepare_cached(sql)?.execute(params![row.seat, row.moved_ms])?;
        Ok(())
    }

    /// Notes that the keys of the post were brought back from a backup.
    pub fn note_recovered(&self, at_ms: i64) -> Result<(), Failure> {
        let sql = "INSERT OR IGNORE INTO recovered (one, at_ms) VALUES (1, ?1)";
        self.connection.prepare_cached(sql)?.execute([at_ms])?;
        Ok(())
    }

    /// Sets the end of an own log aside, from a place on: what was signed there is kept, and stands in no log any more.
    pub fn set_aside(&self, origin: &str, from: u64, came_ms: i64) -> Result<(), Failure> {
        let values = params![origin, place(from)?];
        let kept = "INSERT INTO unsaid (origin, place, entry, came_ms) \
             SELECT origin, place, entry, ?3 FROM log_entries WHERE origin = ?1 AND place >= ?2 ORDER BY place";
        self.connection.prepare_cached(kept)?.execute(params![origin, place(from)?, came_ms])?;
        for sql in [
            "DELETE FROM log_entries WHERE origin = ?1 AND place >= ?2",
            "DELETE FROM checkpoints WHERE origin = ?1 AND size > ?2",
            "DELETE FROM statements WHERE origin = ?1 AND place >= ?2",
            "DELETE FROM certificates WHERE origin = ?1 AND place >= ?2",
            "UPDATE certificates SET ended = NULL WHERE origin = ?1 AND ended >= ?2",
        ] {
            self.connection.prepare_cached(sql)?.execute(values)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CertificateRow, CheckpointRow, StatementRow, StatementState, Store};

    const LOG: &str = "vn.a/cn.b/1";

    #[test]
    fn what_is_set_aside_is_kept_and_nothing_else_of_a_log_goes() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).unwrap();
        let statement = |place| StatementRow {
            origin: LOG.to_owned(),
            place,
            kind: "issue".to_owned(),
            document: None,
            words: None,
            series: None,
            state: StatementState::Said,
        };
        let kept = store.write::<_, Failure>(|tx| {
            for (origin, count) in [(LOG, 4), ("vn.a/cn.c/1", 3)] {
                let entries: Vec<Vec<u8>> = (0..count).map(|number| vec![number]).collect();
                tx.append_log(origin, 0, &entries)?;
                for place in 0..u64::from(count) {
                    tx.keep_statement(&StatementRow { origin: origin.to_owned(), ..statement(place) })?;
                }
            }
            for size in [2, 4] {
                let row = CheckpointRow { size, text: String::new(), came_ms: 0, held_ms: None };
                tx.keep_checkpoint(LOG, &row)?;
            }
            for (key, place) in [(1, 0), (2, 3)] {
                let row = CertificateRow { key: [key; 32], envelope: vec![], place, ended: None };
                tx.keep_certificate(LOG, &row)?;
            }
            tx.end_certificate(LOG, &[1; 32], 3)?;
            tx.set_aside(LOG, 2, 9)
        });
        kept.unwrap();
        store
            .read::<_, Failure>(|view| {
                assert_eq!((view.log_size(LOG)?, view.log_size("vn.a/cn.c/1")?), (2, 3));
                assert_eq!(view.unsaid(LOG)?, 2);
                assert_eq!(view.latest_checkpoint(LOG)?.map(|row| row.size), Some(2));
                assert_eq!(view.statements_between(LOG, 0, 9)?.len(), 2);
                assert_eq!(view.certificate(LOG, &[1; 32])?.and_then(|row| row.ended), None);
                assert_eq!(view.certificate(LOG, &[2; 32])?, None);
                Ok(())
            })
            .unwrap();
        let grown = store.write::<_, Failure>(|tx| tx.append_log(LOG, 2, &[vec![8]]));
        grown.unwrap();
        let cut =
            store.write::<_, Failure>(|tx| Ok(tx.connection.execute("DELETE FROM log_entries WHERE place = 2", [])?));
        assert!(cut.is_err(), "another entry than the one that was set aside is never lost");
    }

    #[test]
    fn questions_and_the_seat_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).unwrap();
        let ask = AskRow { nonce: [7; 16], from: 3, seen: 8 };
        let (shown, seat) = (
            ShownRow { size: 5, ask: Some(ask), since: Some([2; 16]) },
            SeatRow { seat: "here".into(), moved_ms: Some(4) },
        );
        store
            .write::<_, Failure>(|tx| {
                for nonce in [[4; 16], [5; 16]] {
                    tx.keep_renewal("cn.b", &nonce)?;
                }
                tx.keep_shown("cn.b", shown)?;
                tx.keep_asked("cn.b", Some(ask))?;
                tx.keep_asked("cn.c", Some(ask))?;
                tx.keep_asked("cn.c", None)?;
                assert!(!tx.view().is_recovered()?);
                tx.note_recovered(5)?;
                tx.note_recovered(6)?;
                tx.keep_seat(&seat)
            })
            .unwrap();
        store
            .read::<_, Failure>(|view| {
                assert_eq!((view.shown("cn.b")?, view.shown("cn.c")?), (shown, ShownRow::default()));
                assert_eq!((view.asked("cn.b")?, view.asked("cn.c")?), (Some(ask), None));
                assert_eq!(view.renewal("cn.b", None)?, Renewal::Earlier);
                for (number, how) in [(4, Renewal::Earlier), (5, Renewal::Latest), (6, Renewal::Unknown)] {
                    assert_eq!(view.renewal("cn.b", Some(&[number; 16]))?, how);
                }
                assert_eq!(view.renewal("cn.c", None)?, Renewal::Latest);
                assert!(view.is_recovered()?);
                assert_eq!(view.seat()?, Some(seat.clone()));
                Ok(())
            })
            .unwrap();
    }
}
