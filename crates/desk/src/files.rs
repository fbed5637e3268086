//! Files that belong to records: scans of signed papers, annexes, pictures. A file comes in first and waits for the act
//! that names it; from then on it is kept with the record, and whoever may read the record may have the file.

mod kind;

use std::fs::File;
use std::io::Read;

use domain::{Attached, Header, OfficerId, RecordId, Refused, Right};
use serde_json::{Map, Value};
use store::{Failure, FilePart, KeptFile, Row, Transaction, View};

pub use kind::FILE_KINDS;

use crate::Desk;
use crate::act::ActError;
use crate::authority::Who;
use crate::fold::{declared, write_act};
use crate::import::harmless_name;
use crate::read::ReadError;

/// How many bytes a file has at most: 25 MiB.
pub const FILE_BYTES: u64 = 25 << 20;
/// How many files of one officer wait at most for the act that names them; the oldest give way.
pub const FILES_WAITING: usize = 40;
/// How long a file waits for the act that names it.
const WAITING_HOURS: i64 = 24;
/// How far back a clock may have been set between a file and the act that names it.
const CLOCK_SET_HOURS: i64 = 7 * 24;

/// Why a file was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It has too many bytes.
    #[error("a file has at most {} MiB", FILE_BYTES >> 20)]
    TooLarge,
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It is of no kind that is kept.
    #[error("this kind of file is not kept; kept are: {}", kind::endings())]
    Kind,
    /// The officer may record nothing that could name it.
    #[error("not allowed: {:?} is needed", Right::Record)]
    NotAllowed,
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl FileError {
    /// The reason in kebab case: its text is `file-refusal-<reason>`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Empty => "empty",
            Self::Kind => "kind",
            Self::NotAllowed => "not-allowed",
            Self::Failure(_) => "failure",
        }
    }
}

impl Desk {
    /// Takes a file in and tells how an act names it. It waits for that act for a day, and only this officer's act.
    pub fn keep_file(&self, officer: &OfficerId, name: &str, source: &mut dyn Read) -> Result<Attached, FileError> {
        let who = self.who(officer)?;
        if [Right::Record, Right::Decide].into_iter().all(|right| who.units_with(right).is_empty()) {
            return Err(FileError::NotAllowed);
        }
        self.sweep_files(Some(officer))?;
        let token = write_act(&self.fresh_act());
        let (media_type, kept_ms) = (String::new(), self.now_ms());
        // Known first, so that a file that was cut off is swept away like any other.
        let mut kept = KeptFile { token, officer: officer.to_string(), sha256: None, media_type, size: 0, kept_ms };
        self.access.keep_file(&kept)?;
        let files = self.store.files();
        let part = files.take(&kept.token, source, FILE_BYTES)?.ok_or(FileError::TooLarge);
        let attached = part.and_then(|part| {
            let attached = fit(name, &part)?;
            kept.sha256 = Some(attached.sha256.clone());
            (kept.media_type, kept.size) = (attached.media_type.clone(), attached.size);
            self.access.keep_file(&kept)?;
            // In the turn of a writer: nobody sweeps the same bytes away meanwhile.
            self.store.write(|_| files.settle(&part))?;
            Ok(attached)
        });
        if attached.is_err() {
            files.drop_part(&kept.token)?;
            self.access.drop_file(&kept.token)?;
        }
        attached
    }

    /// The files that a record names, if this officer may read the record.
    pub fn files(&self, officer: &OfficerId, noun: &str, record: &RecordId) -> Result<Vec<Attached>, ReadError> {
        let who = self.who(officer)?;
        let row = self.store.read(|view| view.record(record.as_str()))?;
        let row = row.filter(|row| row.noun == noun && who.sees(row)).ok_or(ReadError::NotFound)?;
        Ok(files_of(&row)?)
    }

    /// A file that a record names, with its bytes, if this officer may read the record and the bytes are here. Bytes that
    /// are not those that were named are given to nobody.
    pub fn file(
        &self,
        officer: &OfficerId,
        noun: &str,
        record: &RecordId,
        sha256: &str,
    ) -> Result<(Attached, File), ReadError> {
        let named = self
            .files(officer, noun, record)?
            .into_iter()
            .find(|file| file.sha256 == sha256)
            .ok_or(ReadError::NotFound)?;
        let files = self.store.files();
        let file = files.open(&named.sha256)?.ok_or(ReadError::NotFound)?;
        if !files.is_whole(&named.sha256)? {
            return Err(Failure::Unreadable(format!("the file {} is not as it was", named.sha256)).into());
        }
        Ok((named, file))
    }

    /// Removes files that waited too long and, for an officer who sends another one, those that are too many. What an act
    /// has named stays.
    pub fn sweep_files(&self, officer: Option<&OfficerId>) -> Result<(), Failure> {
        let oldest = self.now_ms() - WAITING_HOURS * 3_600_000;
        let (old, young): (Vec<KeptFile>, Vec<KeptFile>) =
            self.access.kept_files()?.into_iter().partition(|file| file.kept_ms < oldest);
        let own = young.iter().filter(|file| officer.is_some_and(|officer| file.officer == officer.as_str()));
        let own: Vec<&KeptFile> = own.collect();
        let too_many = if officer.is_some() { (own.len() + 1).saturating_sub(FILES_WAITING) } else { 0 };
        old.iter().chain(own.into_iter().take(too_many)).try_for_each(|file| self.forget_file(file))
    }

    fn forget_file(&self, file: &KeptFile) -> Result<(), Failure> {
        let files = self.store.files();
        files.drop_part(&file.token)?;
        self.access.drop_file(&file.token)?;
        let Some(sha256) = &file.sha256 else { return Ok(()) };
        // What was named once, in a draft that went over perhaps, stays: only an act after it came can have named it.
        let since_ms = file.kept_ms - CLOCK_SET_HOURS * 3_600_000;
        if self.store.read(|view| view.was_named(sha256, since_ms))? {
            return Ok(());
        }
        self.store.write(|tx| {
            let is_wanted = self.access.waits(sha256)? || !tx.view().naming_file(sha256)?.is_empty();
            if is_wanted { Ok(()) } else { files.remove(sha256) }
        })
    }

    /// The files that records name and that are not here, or not as they were, by their SHA-256.
    pub(crate) fn missing_files(&self, view: &View<'_>) -> Result<(usize, Vec<String>), Failure> {
        let files = self.store.files();
        let named = view.files_named()?;
        let mut missing = Vec::new();
        for (sha256, size) in &named {
            if !files.is_here(sha256, *size)? || !files.is_whole(sha256)? {
                missing.push(sha256.clone());
            }
        }
        Ok((named.len(), missing))
    }

    /// Every file that a record names anew is here, and this officer sent it or may read another record that names it.
    pub(crate) fn may_name(
        &self,
        tx: &Transaction<'_>,
        who: &Who,
        before: Option<&Row>,
        header: &Header,
    ) -> Result<(), ActError> {
        if header.files.is_empty() {
            return Ok(());
        }
        let named = before.map(files_of).transpose()?.unwrap_or_default();
        for file in header.files.iter().filter(|file| !named.contains(file)) {
            if !self.has_file(tx, who, file)? {
                return Err(ActError::Refused(not_here(file)));
            }
        }
        Ok(())
    }

    /// True when the file is here and this officer may name it.
    pub(crate) fn has_file(&self, tx: &Transaction<'_>, who: &Who, file: &Attached) -> Result<bool, Failure> {
        let is_fit = file.has_digest() && harmless_name(&file.name) == file.name;
        if !is_fit || !self.store.files().is_here(&file.sha256, file.size)? {
            return Ok(false);
        }
        let same = |media_type: &str, size: u64| media_type == file.media_type && size == file.size;
        let kept = self.access.kept_file(who.officer.as_str(), &file.sha256)?;
        if kept.is_some_and(|kept| same(&kept.media_type, kept.size)) {
            return Ok(true);
        }
        for record in tx.view().naming_file(&file.sha256)? {
            let Some(row) = tx.view().record(&record)?.filter(|row| who.sees(row)) else { continue };
            let is_it = |one: &Attached| one.sha256 == file.sha256 && same(&one.media_type, one.size);
            if files_of(&row)?.iter().any(is_it) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The file as records name it, if it is one that is kept.
fn fit(name: &str, part: &FilePart) -> Result<Attached, FileError> {
    if part.size == 0 {
        return Err(FileError::Empty);
    }
    let name = harmless_name(name);
    let media_type = kind::media_type(&name, &part.beginning).ok_or(FileError::Kind)?.to_owned();
    Ok(Attached { name, media_type, size: part.size, sha256: part.sha256.clone() })
}

/// The files that a record names.
pub(crate) fn files_of(row: &Row) -> Result<Vec<Attached>, Failure> {
    Ok(declared(&row.noun)?.header(&row.state)?.files)
}

fn not_here(file: &Attached) -> Refused {
    let details = Map::from_iter([("name".to_owned(), Value::from(file.name.clone()))]);
    Refused { noun: "file".to_owned(), reason: "not-here".to_owned(), details }
}
