//! Logs that two sides hold, their checkpoints, the openings of documents, and the posts of other sides. The store keeps
//! bytes and gives them back; what they prove is for the journal to say, and what follows for the desk.

use journal::Hash;
use rusqlite::{OptionalExtension, params};

use crate::{Failure, Transaction, View};

/// A post of another side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerRow {
    /// Side and post, as `cn.hekou`.
    pub name: String,
    /// How it introduced itself, in bytes.
    pub introduction: Vec<u8>,
    /// Where its courier is reached; none where pouches are carried by hand only.
    pub url: Option<String>,
    /// Since when it is known, in milliseconds since 1970 UTC.
    pub since_ms: i64,
    /// When something last came from it.
    pub heard_ms: Option<i64>,
    /// When it was last tried to reach it.
    pub tried_ms: Option<i64>,
    /// What kept the last try from working, as a code.
    pub trouble: Option<String>,
    /// Why nothing is taken from it any more, as a code: it sealed two histories, or its keys have ended.
    pub frozen: Option<String>,
}

/// A checkpoint as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckpointRow {
    /// How many entries it covers.
    pub size: u64,
    /// Its text.
    pub text: String,
    /// When it was sealed or came here, in milliseconds since 1970 UTC.
    pub came_ms: i64,
    /// Since when another side than the keeper's provably holds so many entries, in milliseconds since 1970 UTC.
    pub held_ms: Option<i64>,
}

/// The opening of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningRow {
    /// It is here.
    Here(Vec<u8>),
    /// It was erased, at this time in milliseconds since 1970 UTC.
    Erased(i64),
}

fn hash(bytes: &[u8]) -> Result<Hash, Failure> {
    bytes.try_into().map_err(|_| Failure::Unreadable("a hash is not 32 bytes long".into()))
}

fn size(number: i64) -> Result<u64, Failure> {
    u64::try_from(number).map_err(|_| Failure::Unreadable("a log has less than no entries".into()))
}

fn place(number: u64) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::Unfit("a log is longer than the database can count".into()))
}

const PEERS: &str = "SELECT name, introduction, url, since_ms, heard_ms, tried_ms, trouble, frozen FROM peers";

fn peer(row: &rusqlite::Row<'_>) -> rusqlite::Result<PeerRow> {
    Ok(PeerRow {
        name: row.get(0)?,
        introduction: row.get(1)?,
        url: row.get(2)?,
        since_ms: row.get(3)?,
        heard_ms: row.get(4)?,
        tried_ms: row.get(5)?,
        trouble: row.get(6)?,
        frozen: row.get(7)?,
    })
}

impl View<'_> {
    /// The leaves of a log, in order.
    pub fn leaves(&self, origin: &str) -> Result<Vec<Hash>, Failure> {
        let sql = "SELECT leaf FROM log_entries WHERE origin = ?1 ORDER BY place";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([origin])?;
        let mut leaves = Vec::new();
        while let Some(row) = rows.next()? {
            leaves.push(hash(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?);
        }
        Ok(leaves)
    }

    /// Entries of a log from a place on, at most so many, and at most so many bytes together, but always one.
    pub fn log_entries(&self, origin: &str, from: u64, most: usize, bytes: usize) -> Result<Vec<Vec<u8>>, Failure> {
        let sql = "SELECT entry FROM log_entries WHERE origin = ?1 AND place >= ?2 ORDER BY place LIMIT ?3";
        let mut statement = self.connection.prepare_cached(sql)?;
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let mut rows = statement.query(params![origin, place(from)?, limit])?;
        let (mut entries, mut weight) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let entry: Vec<u8> = row.get(0)?;
            weight += entry.len();
            if weight > bytes && !entries.is_empty() {
                break;
            }
            entries.push(entry);
        }
        Ok(entries)
    }

    /// How many entries a log has.
    pub fn log_size(&self, origin: &str) -> Result<u64, Failure> {
        let sql = "SELECT coalesce(max(place) + 1, 0) FROM log_entries WHERE origin = ?1";
        size(self.connection.prepare_cached(sql)?.query_row([origin], |row| row.get(0))?)
    }

    /// The names of all logs, with how many entries each has.
    pub fn logs(&self) -> Result<Vec<(String, u64)>, Failure> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT origin, count(*) FROM log_entries GROUP BY origin ORDER BY origin")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
        rows.map(|row| row.map_err(Failure::from).and_then(|(origin, count)| Ok((origin, size(count)?)))).collect()
    }

    /// The checkpoints of a log from a size on, the shortest first.
    pub fn checkpoints_from(&self, origin: &str, from: u64, most: usize) -> Result<Vec<CheckpointRow>, Failure> {
        let sql = "SELECT size, text, came_ms, held_ms FROM checkpoints WHERE origin = ?1 AND size >= ?2 ORDER BY size LIMIT ?3";
        let mut statement = self.connection.prepare_cached(sql)?;
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = statement.query_map(params![origin, place(from)?, limit], |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        let read = |(number, text, came_ms, held_ms)| Ok(CheckpointRow { size: size(number)?, text, came_ms, held_ms });
        rows.map(|row| row.map_err(Failure::from).and_then(read)).collect()
    }

    /// The longest checkpoint of a log that is longer than one size and at most another.
    pub fn checkpoint_within(&self, origin: &str, above: u64, most: u64) -> Result<Option<CheckpointRow>, Failure> {
        let sql =
            "SELECT size FROM checkpoints WHERE origin = ?1 AND size > ?2 AND size <= ?3 ORDER BY size DESC LIMIT 1";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let found: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row(params![origin, place(above)?, most], |row| row.get(0))
            .optional()?;
        match found {
            None => Ok(None),
            Some(number) => Ok(self.checkpoints_from(origin, size(number)?, 1)?.into_iter().next()),
        }
    }

    /// The checkpoints of a log that another side provably holds, from a size on, the shortest first, at most so many.
    pub fn held_from(&self, origin: &str, from: u64, most: usize) -> Result<Vec<CheckpointRow>, Failure> {
        let sql = "SELECT size, text, came_ms, held_ms FROM checkpoints \
             WHERE origin = ?1 AND size >= ?2 AND held_ms IS NOT NULL ORDER BY size LIMIT ?3";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = prepared.query_map(params![origin, place(from)?, most], |row| {
            Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        rows.map(|row| {
            let (number, text, came_ms, held_ms) = row?;
            Ok(CheckpointRow { size: size(number)?, text, came_ms, held_ms })
        })
        .collect()
    }

    /// The earliest checkpoint with the entry at a place that another side provably holds.
    pub fn earliest_held(&self, origin: &str, at: u64) -> Result<Option<CheckpointRow>, Failure> {
        let sql = "SELECT size FROM checkpoints WHERE origin = ?1 AND size > ?2 AND held_ms IS NOT NULL \
             ORDER BY held_ms, size LIMIT 1";
        let found: Option<i64> =
            self.connection.prepare_cached(sql)?.query_row(params![origin, place(at)?], |row| row.get(0)).optional()?;
        match found {
            None => Ok(None),
            Some(number) => Ok(self.checkpoints_from(origin, size(number)?, 1)?.into_iter().next()),
        }
    }

    /// Since when another side provably holds the entry at a place, in milliseconds since 1970 UTC.
    pub fn held_since(&self, origin: &str, at: u64) -> Result<Option<i64>, Failure> {
        let sql = "SELECT min(held_ms) FROM checkpoints WHERE origin = ?1 AND size > ?2";
        Ok(self.connection.prepare_cached(sql)?.query_row(params![origin, place(at)?], |row| row.get(0))?)
    }

    /// From which entry on it is news that another side holds so many entries of a log since that time: the entries
    /// before it are covered by a shorter head that is no later.
    pub fn held_news(&self, origin: &str, size: u64, held_ms: i64) -> Result<u64, Failure> {
        let sql = "SELECT coalesce(max(size), 0) FROM checkpoints WHERE origin = ?1 AND size < ?2 AND held_ms <= ?3";
        let found: i64 =
            self.connection.prepare_cached(sql)?.query_row(params![origin, place(size)?, held_ms], |row| row.get(0))?;
        self::size(found)
    }

    /// The latest checkpoint of a log.
    pub fn latest_checkpoint(&self, origin: &str) -> Result<Option<CheckpointRow>, Failure> {
        let sql = "SELECT size, text, came_ms, held_ms FROM checkpoints WHERE origin = ?1 ORDER BY size DESC LIMIT 1";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([origin], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        let read = |(number, text, came_ms, held_ms)| Ok(CheckpointRow { size: size(number)?, text, came_ms, held_ms });
        found.map(read).transpose()
    }

    /// The opening of a document; none where it never was here.
    pub fn opening(&self, digest: &Hash) -> Result<Option<OpeningRow>, Failure> {
        let sql = "SELECT opening, erased_ms FROM openings WHERE digest = ?1";
        let found = self
            .connection
            .prepare_cached(sql)?
            .query_row([digest.as_slice()], |row| {
                Ok((row.get::<_, Option<Vec<u8>>>(0)?, row.get::<_, Option<i64>>(1)?))
            })
            .optional()?;
        match found {
            None => Ok(None),
            Some((Some(opening), _)) => Ok(Some(OpeningRow::Here(opening))),
            Some((None, Some(erased_ms))) => Ok(Some(OpeningRow::Erased(erased_ms))),
            Some((None, None)) => Err(Failure::Unreadable("an opening is neither here nor erased".into())),
        }
    }

    /// How many bytes the opening of a document has; none where it is not here.
    pub fn opening_size(&self, digest: &Hash) -> Result<u64, Failure> {
        let sql = "SELECT coalesce(length(opening), 0) FROM openings WHERE digest = ?1";
        let mut prepared = self.connection.prepare_cached(sql)?;
        let found: Option<i64> = prepared.query_row([digest.as_slice()], |row| row.get(0)).optional()?;
        size(found.unwrap_or_default())
    }

    /// The posts of other sides, by name.
    pub fn peers(&self) -> Result<Vec<PeerRow>, Failure> {
        let mut statement = self.connection.prepare_cached(&format!("{PEERS} ORDER BY name"))?;
        let rows = statement.query_map([], peer)?;
        rows.map(|row| row.map_err(Failure::from)).collect()
    }

    /// The post of another side with this name.
    pub fn peer(&self, name: &str) -> Result<Option<PeerRow>, Failure> {
        Ok(self.connection.prepare_cached(&format!("{PEERS} WHERE name = ?1"))?.query_row([name], peer).optional()?)
    }
}

impl Transaction<'_> {
    /// Adds entries with their leaves at the end of a log. `from` must be where it ends.
    pub fn append_log(&self, origin: &str, from: u64, entries: &[Vec<u8>]) -> Result<(), Failure> {
        let sql = "INSERT INTO log_entries (origin, place, leaf, entry) VALUES (?1, ?2, ?3, ?4)";
        let mut statement = self.connection.prepare_cached(sql)?;
        for (number, entry) in (from..).zip(entries) {
            statement.execute(params![origin, place(number)?, journal::leaf_hash(entry), entry])?;
        }
        Ok(())
    }

    /// Keeps a checkpoint, in place of an earlier one of the same size.
    pub fn keep_checkpoint(&self, origin: &str, row: &CheckpointRow) -> Result<(), Failure> {
        let sql = "INSERT INTO checkpoints (origin, size, text, came_ms, held_ms) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (origin, size) DO UPDATE \
             SET text = excluded.text, came_ms = excluded.came_ms, held_ms = excluded.held_ms";
        let values = params![origin, place(row.size)?, row.text, row.came_ms, row.held_ms];
        self.connection.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Keeps an opening. One that was erased is not kept again.
    pub fn keep_opening(&self, digest: &Hash, opening: &[u8]) -> Result<(), Failure> {
        let sql = "INSERT INTO openings (digest, opening) VALUES (?1, ?2) ON CONFLICT (digest) DO NOTHING";
        self.connection.prepare_cached(sql)?.execute(params![digest.as_slice(), opening])?;
        Ok(())
    }

    /// Erases an opening; that it was erased is kept.
    pub fn erase_opening(&self, digest: &Hash, erased_ms: i64) -> Result<(), Failure> {
        let sql = "INSERT INTO openings (digest, erased_ms) VALUES (?1, ?2) \
             ON CONFLICT (digest) DO UPDATE SET opening = NULL, erased_ms = excluded.erased_ms";
        self.connection.prepare_cached(sql)?.execute(params![digest.as_slice(), erased_ms])?;
        Ok(())
    }

    /// Keeps a post of another side, in place of what was kept of it before.
    pub fn keep_peer(&self, peer: &PeerRow) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO peers (name, introduction, url, since_ms, heard_ms, tried_ms, trouble, frozen) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.connection.prepare_cached(sql)?.execute(params![
            peer.name,
            peer.introduction,
            peer.url,
            peer.since_ms,
            peer.heard_ms,
            peer.tried_ms,
            peer.trouble,
            peer.frozen
        ])?;
        Ok(())
    }

    /// Forgets a post of another side. Its logs and checkpoints stay. False where none was known by this name.
    pub fn drop_peer(&self, name: &str) -> Result<bool, Failure> {
        Ok(self.connection.prepare_cached("DELETE FROM peers WHERE name = ?1")?.execute([name])? > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("a.db")).unwrap();
        (folder, store)
    }

    #[test]
    fn a_log_grows_at_its_end_and_nowhere_else() {
        let (_folder, store) = store();
        let append = |from: u64, entries: &[Vec<u8>]| store.write(|tx| tx.append_log("vn.a/cn.b/1", from, entries));
        append(0, &[vec![1], vec![2]]).unwrap();
        append(2, &[vec![3]]).unwrap();
        for wrong in [0, 1, 4] {
            assert!(append(wrong, &[vec![9]]).is_err(), "at {wrong}");
        }
        assert!(append(3, &[vec![4], vec![5]]).is_ok());
        let (leaves, entries, short, logs) = store
            .read::<_, Failure>(|view| {
                let leaves = view.leaves("vn.a/cn.b/1")?;
                let entries = view.log_entries("vn.a/cn.b/1", 1, 3, 100)?;
                Ok((leaves, entries, view.log_entries("vn.a/cn.b/1", 0, 9, 2)?, view.logs()?))
            })
            .unwrap();
        assert_eq!(leaves[4], journal::leaf_hash(&[5]));
        assert_eq!(entries, [[2], [3], [4]]);
        assert_eq!(short, [[1], [2]], "no more bytes than wanted");
        assert_eq!(logs, [("vn.a/cn.b/1".to_owned(), 5)]);
    }

    #[test]
    fn a_log_is_neither_changed_nor_cut() {
        let (_folder, store) = store();
        store.write::<_, Failure>(|tx| tx.append_log("a", 0, &[vec![1]])).unwrap();
        for sql in [
            "UPDATE log_entries SET entry = x'00'",
            "DELETE FROM log_entries",
            "INSERT OR REPLACE INTO log_entries SELECT * FROM log_entries",
        ] {
            let done = store.write::<_, Failure>(|tx| Ok(tx.connection.execute_batch(sql)?));
            assert!(done.is_err(), "{sql}");
        }
    }

    #[test]
    fn an_erased_opening_stays_erased() {
        let (_folder, store) = store();
        let digest = [7; 32];
        let write = |work: &dyn Fn(&Transaction<'_>) -> Result<(), Failure>| store.write(|tx| work(tx)).unwrap();
        let read = || store.read::<_, Failure>(|view| view.opening(&digest)).unwrap();
        assert_eq!(read(), None);
        write(&|tx| tx.keep_opening(&digest, b"words"));
        assert_eq!(read(), Some(OpeningRow::Here(b"words".to_vec())));
        write(&|tx| tx.erase_opening(&digest, 5));
        write(&|tx| tx.keep_opening(&digest, b"words"));
        assert_eq!(read(), Some(OpeningRow::Erased(5)));
    }

    #[test]
    fn the_latest_checkpoint_and_those_from_a_size_on_are_given() {
        let (_folder, store) = store();
        let row = |size: u64, text: &str| CheckpointRow { size, text: text.to_owned(), came_ms: 1, held_ms: None };
        store
            .write::<_, Failure>(|tx| {
                tx.keep_checkpoint("a", &row(2, "two"))?;
                tx.keep_checkpoint("a", &row(5, "five"))?;
                tx.keep_checkpoint("a", &row(5, "five, cosigned"))
            })
            .unwrap();
        let (latest, all) = store
            .read::<_, Failure>(|view| Ok((view.latest_checkpoint("a")?, view.checkpoints_from("a", 3, 9)?)))
            .unwrap();
        assert_eq!(latest, Some(row(5, "five, cosigned")));
        assert_eq!(all, [row(5, "five, cosigned")]);
    }
}
