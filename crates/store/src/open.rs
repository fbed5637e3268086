//! Opening the database, and the one writer: WAL, synchronous FULL, one transaction for facts and what follows.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::fold::FOLDING;
use crate::search::compartment::Met;
use crate::turn::Turns;
use crate::{Files, View};

/// The first SQLite without the WAL-reset fault that can damage a database.
pub const SQLITE_FLOOR: (u32, u32, u32) = (3, 51, 3);
const READERS_KEPT: usize = 8;
const SCHEMA: &str = include_str!("schema.sql");
const SEARCH: &str = include_str!("search.sql");
const CHANNEL: &str = include_str!("channel.sql");
const FILES: &str = include_str!("files.sql");
const REGAIN: &str = include_str!("regain.sql");

/// Something broke: logged once, shown as "try again or ask the administrator". Never a rule's no.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The database engine failed.
    #[error("the database failed: {0}")]
    Engine(#[from] rusqlite::Error),
    /// The engine or the file is not fit for use.
    #[error("{0}")]
    Unfit(String),
    /// What is stored cannot be read.
    #[error("what is stored cannot be read: {0}")]
    Unreadable(String),
    /// A row changed between reading and writing inside one transaction.
    #[error("row {id} stands at version {found}, not at {expected}")]
    Stale {
        /// The record.
        id: String,
        /// The version the writer had loaded.
        expected: u64,
        /// The version that stands.
        found: u64,
    },
}

impl Failure {
    /// Whether it lies in what was to be stored. Otherwise it lies in the disk, the file or the engine, or in what is
    /// stored already, and the same may succeed another time.
    pub fn is_of_content(&self) -> bool {
        use rusqlite::ErrorCode as E;
        match self {
            Self::Unfit(_) => true,
            Self::Engine(rusqlite::Error::SqliteFailure(fault, _)) => {
                matches!(fault.code, E::TooBig | E::ConstraintViolation | E::TypeMismatch)
            }
            Self::Engine(_) | Self::Unreadable(_) | Self::Stale { .. } => false,
        }
    }
}

/// What becomes of a transaction that is to be stored. Everything lands, but where a test lets a disk fail.
pub trait Medium: Send + Sync {
    /// What becomes of the next one.
    fn next(&self) -> Landing;
}

/// What becomes of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landing {
    /// It is stored.
    Lands,
    /// The disk is full: nothing of it is stored, and the writer learns it.
    Fails,
    /// It is stored, and the writer learns that it was not.
    LandsUnheard,
}

/// For whom the records of a post are kept.
#[derive(Clone, Debug)]
pub struct KeptBy {
    /// The zone of the own side: on its calendar an instant has its day.
    pub zone: TimeZone,
    /// The unit that keeps the directory of the post.
    pub top: String,
}

/// The database of one post.
pub struct Store {
    path: PathBuf,
    kept: KeptBy,
    // Dropped before the writer, so that the last connection is one that can fold the write-ahead log in.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    turns: Turns,
    medium: OnceLock<Arc<dyn Medium>>,
}

impl Store {
    /// Opens the database, making it where there is none, and checks that its engine keeps what it acknowledges.
    pub fn open(path: &Path) -> Result<Self, Failure> {
        check_engine()?;
        let writer = Connection::open(path)?;
        writer.busy_timeout(std::time::Duration::from_secs(10))?;
        let mode: String = writer.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        writer
            .execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -16384;")?;
        let synchronous: i64 = writer.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
        if mode != "wal" || synchronous != 2 {
            return Err(Failure::Unfit(format!(
                "journal mode {mode}, synchronous {synchronous}: wal and 2 are needed"
            )));
        }
        migrate(&writer)?;
        let (writer, readers) = (Mutex::new(writer), Mutex::new(Vec::new()));
        let kept = KeptBy { zone: TimeZone::UTC, top: String::new() };
        Ok(Self { path: path.to_owned(), kept, writer, readers, turns: Turns::default(), medium: OnceLock::new() })
    }

    /// Says for whom the records are kept. Search needs it: instants are found by their day, and the units under the one
    /// that keeps the directory share a part of the index.
    pub fn keep_for(&mut self, kept: KeptBy) {
        self.kept = kept;
    }

    /// Lets a medium say from now on what becomes of transactions. For tests; the first one stays.
    pub fn strain(&self, medium: Arc<dyn Medium>) {
        self.medium.get_or_init(|| medium);
    }

    /// True when the tables were folded in an earlier way than this program's and have to be folded anew.
    pub fn is_folded_otherwise(&self) -> Result<bool, Failure> {
        let found: i64 = self.reader()?.query_row("SELECT version FROM folding", [], |row| row.get(0))?;
        Ok(found != FOLDING)
    }

    /// The files of the post, beside its database.
    pub fn files(&self) -> Files {
        Files::of(self.path.with_file_name("files"))
    }

    /// The file of the database.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs one writing transaction: all of it stands when this returns `Ok`, none of it otherwise. Whoever comes waits
    /// behind those who came before.
    pub fn write<T, E: From<Failure>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let _turn = self.turns.take();
        let mut writer = held(&self.writer);
        let transaction =
            writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|fault| E::from(fault.into()))?;
        let outcome =
            work(&Transaction { connection: &transaction, kept: &self.kept, compartments: RefCell::default() })?;
        let landing = self.medium.get().map_or(Landing::Lands, |medium| medium.next());
        if landing != Landing::Fails {
            transaction.commit().map_err(|fault| E::from(fault.into()))?;
        }
        match landing {
            Landing::Lands => Ok(outcome),
            Landing::Fails | Landing::LandsUnheard => Err(E::from(full())),
        }
    }

    /// How many write or wait for their turn to write: for measuring.
    pub fn writers(&self) -> u64 {
        self.turns.count()
    }

    /// Runs reads that all see the same state.
    pub fn read<T, E: From<Failure>>(&self, work: impl FnOnce(&View<'_>) -> Result<T, E>) -> Result<T, E> {
        let kept = held(&self.readers).pop();
        let mut reader = match kept {
            Some(reader) => reader,
            None => self.reader().map_err(E::from)?,
        };
        let transaction = reader.transaction().map_err(|fault| E::from(fault.into()))?;
        let outcome = work(&View { connection: &transaction, kept: &self.kept });
        drop(transaction);
        let mut readers = held(&self.readers);
        if readers.len() < READERS_KEPT {
            readers.push(reader);
        }
        outcome
    }

    /// Runs reads as [`Self::read`] does, and counts the steps of work the engine takes for them: for measuring, because
    /// steps are the same on every computer and under every load.
    pub fn read_counting<T, E: From<Failure>>(
        &self,
        work: impl FnOnce(&View<'_>) -> Result<T, E>,
    ) -> Result<(T, u64), E> {
        let mut reader = self.reader().map_err(E::from)?;
        let steps = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&steps);
        let count = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        reader.progress_handler(1, Some(count)).map_err(|fault| E::from(fault.into()))?;
        let transaction = reader.transaction().map_err(|fault| E::from(fault.into()))?;
        let outcome = work(&View { connection: &transaction, kept: &self.kept })?;
        drop(transaction);
        Ok((outcome, steps.load(Ordering::Relaxed)))
    }

    /// What the engine finds when it checks the whole file; `ok` when nothing is wrong.
    pub fn integrity(&self) -> Result<String, Failure> {
        Ok(self.reader()?.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?)
    }

    fn reader(&self) -> Result<Connection, Failure> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(&self.path, flags)?;
        reader.busy_timeout(std::time::Duration::from_secs(10))?;
        Ok(reader)
    }
}

/// A writing transaction; it reads as [`View`] does.
pub struct Transaction<'c> {
    pub(crate) connection: &'c Connection,
    pub(crate) kept: &'c KeptBy,
    pub(crate) compartments: RefCell<Met>,
}

impl Transaction<'_> {
    /// The reads, as they stand inside this transaction.
    pub fn view(&self) -> View<'_> {
        View { connection: self.connection, kept: self.kept }
    }
}

/// The lock's content; a thread that died while it held the lock left a rolled-back transaction, which is whole.
pub(crate) fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the engine says of a full disk.
fn full() -> Failure {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL), None).into()
}

fn check_engine() -> Result<(), Failure> {
    let text = rusqlite::version();
    let mut parts = text.split('.').filter_map(|part| part.parse::<u32>().ok());
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < SQLITE_FLOOR {
        return Err(Failure::Unfit(format!("SQLite {text} can damage a database; 3.51.3 or later is needed")));
    }
    Ok(())
}

/// Brings the tables to this program's version; a database of a later program is refused, never touched.
fn migrate(writer: &Connection) -> Result<(), Failure> {
    const VERSION: i64 = 6;
    // The first version lacked this one index.
    const FIGURES_CODE: &str = "CREATE INDEX IF NOT EXISTS figures_code ON figures (code, counted_on);";
    const PROVEN: &str = "ALTER TABLE roads ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;";
    let found: i64 = writer.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let make = |tables: &str| {
        writer.execute_batch(&format!("BEGIN IMMEDIATE; {tables} PRAGMA user_version = {VERSION}; COMMIT;"))
    };
    let folding = |version: i64| format!("INSERT INTO folding VALUES ({version});");
    match found {
        0 => Ok(make(&format!("{SCHEMA} {SEARCH} {CHANNEL} {FILES} {REGAIN} {}", folding(FOLDING)))?),
        // The first version had another search table; nothing is folded into the new one yet.
        1 => {
            let tables = format!("{FIGURES_CODE} {SEARCH} {CHANNEL} {FILES} {REGAIN} {}", folding(0));
            Ok(make(&format!("DROP TABLE search; {tables}"))?)
        }
        // The second version knew no other side.
        2 => Ok(make(&format!("{CHANNEL} {FILES} {REGAIN}"))?),
        // The third version knew no files, the fourth gave no receipt but the latest, and the fifth could not go on from
        // an old copy.
        3 => Ok(make(&format!("{FILES} {PROVEN} {REGAIN}"))?),
        4 => Ok(make(&format!("{PROVEN} {REGAIN}"))?),
        5 => Ok(make(REGAIN)?),
        VERSION => Ok(()),
        later => Err(Failure::Unfit(format!(
            "the database has version {later}, this program knows {VERSION}: use the newer program"
        ))),
    }
}
