//! Files that were sent and are not taken in yet, and the mappings that a unit keeps: between the dry run and the
//! decision of an officer, on the disk of the post and nowhere else.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use domain::OfficerId;
use serde::{Deserialize, Serialize};
use store::{Failure, Upload};

use super::{Mapping, harmless_name};
use crate::Desk;
use crate::fold::{read_act, write_act};
use crate::table::{Limits, TableOptions};

/// How many files of one officer wait at most; the oldest give way.
pub const UPLOADS_KEPT: usize = 3;
/// How long a file waits.
pub const KEPT_HOURS: i64 = 24;
const MAPPING_NAME: usize = 60;
const FOLDER: &str = "uploads";

/// How a file that waits is to be taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WaitingOptions {
    /// The noun of its rows.
    pub noun: String,
    /// The command that begins a record.
    pub opening: Option<String>,
    /// How it is read.
    pub table: TableOptions,
    /// The columns.
    pub mapping: Option<Mapping>,
    /// The unit that is to keep the records.
    pub unit: Option<String>,
    /// True for data of an exercise.
    pub exercise: bool,
}

/// A file that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// By what it is found again.
    pub token: String,
    /// Its name, made harmless.
    pub name: String,
    /// How it is to be taken in.
    pub options: WaitingOptions,
}

impl Desk {
    /// Keeps a file until it is taken in or given up, for a day at most.
    pub fn keep_upload(
        &self,
        officer: &OfficerId,
        name: &str,
        options: &WaitingOptions,
        source: &mut dyn Read,
    ) -> Result<Waiting, Failure> {
        self.sweep_uploads(Some(officer))?;
        let folder = self.uploads();
        fs::create_dir_all(&folder).map_err(|fault| unfit(&folder, &fault))?;
        let token = write_act(&self.fresh_act());
        let path = folder.join(&token);
        let waiting = Waiting { token, name: harmless_name(name), options: options.clone() };
        // Known first, so that a file that was cut off is swept away like any other.
        self.note(officer, &waiting)?;
        let mut file = private(&path).map_err(|fault| unfit(&path, &fault))?;
        let most = Limits::default().file_bytes.saturating_add(1);
        std::io::copy(&mut source.take(most), &mut file).map_err(|fault| unfit(&path, &fault))?;
        file.flush().map_err(|fault| unfit(&path, &fault))?;
        Ok(waiting)
    }

    /// A file that this officer sent and that waits.
    pub fn waiting(&self, officer: &OfficerId, token: &str) -> Result<Option<Waiting>, Failure> {
        let Some(upload) = self.access.upload(officer.as_str(), token)? else { return Ok(None) };
        let is_old = upload.kept_ms < self.now_ms() - KEPT_HOURS * 3_600_000;
        if is_old || !self.uploads().join(&upload.token).is_file() {
            return Ok(None);
        }
        let options = serde_json::from_str(&upload.options).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        Ok(Some(Waiting { token: upload.token, name: upload.name, options }))
    }

    /// Keeps how a file that waits is to be taken in.
    pub fn change_waiting(&self, officer: &OfficerId, waiting: &Waiting) -> Result<(), Failure> {
        match self.waiting(officer, &waiting.token)? {
            Some(_) => self.note(officer, waiting),
            None => Ok(()),
        }
    }

    /// The bytes of a file that waits.
    pub fn open_waiting(&self, waiting: &Waiting) -> Result<File, Failure> {
        let path = self.uploads().join(&waiting.token);
        File::open(&path).map_err(|fault| unfit(&path, &fault))
    }

    /// Gives a file up that this officer sent.
    pub fn drop_waiting(&self, officer: &OfficerId, token: &str) -> Result<(), Failure> {
        match self.access.upload(officer.as_str(), token)? {
            Some(upload) => self.forget_upload(&upload),
            None => Ok(()),
        }
    }

    /// Removes files that waited too long and, for an officer who sends another one, those that are too many.
    pub fn sweep_uploads(&self, officer: Option<&OfficerId>) -> Result<(), Failure> {
        let oldest = self.now_ms() - KEPT_HOURS * 3_600_000;
        let (old, young): (Vec<Upload>, Vec<Upload>) =
            self.access.uploads()?.into_iter().partition(|upload| upload.kept_ms < oldest);
        let own: Vec<&Upload> =
            young.iter().filter(|upload| officer.is_some_and(|officer| upload.officer == officer.as_str())).collect();
        let too_many = own.iter().take((own.len() + 1).saturating_sub(UPLOADS_KEPT)).copied();
        let too_many: Vec<&Upload> = if officer.is_some() { too_many.collect() } else { Vec::new() };
        old.iter().chain(too_many).try_for_each(|upload| self.forget_upload(upload))
    }

    /// Keeps a mapping under a name for the unit of the officer.
    pub fn save_mapping(&self, officer: &OfficerId, name: &str, mapping: &Mapping) -> Result<(), Failure> {
        let name: String = name.trim().chars().filter(|c| !c.is_control()).take(MAPPING_NAME).collect();
        let (Some(unit), Some(noun)) = (self.unit_of(officer)?, &mapping.noun) else { return Ok(()) };
        if name.is_empty() {
            return Ok(());
        }
        self.access.save_mapping((&unit, noun, &name), &mapping.write(), officer.as_str(), self.now_ms())
    }

    /// The names of the mappings that the unit of the officer keeps for a noun.
    pub fn mappings(&self, officer: &OfficerId, noun: &str) -> Result<Vec<String>, Failure> {
        self.unit_of(officer)?.map_or_else(|| Ok(Vec::new()), |unit| self.access.mappings(&unit, noun))
    }

    /// The mapping of that name.
    pub fn mapping(&self, officer: &OfficerId, noun: &str, name: &str) -> Result<Option<Mapping>, Failure> {
        let Some(unit) = self.unit_of(officer)? else { return Ok(None) };
        let text = self.access.mapping(&unit, noun, name)?;
        text.map(|text| Mapping::read(&text).map_err(Failure::Unreadable)).transpose()
    }

    /// Forgets the mapping of that name.
    pub fn drop_mapping(&self, officer: &OfficerId, noun: &str, name: &str) -> Result<(), Failure> {
        let Some(unit) = self.unit_of(officer)? else { return Ok(()) };
        self.access.drop_mapping(&unit, noun, name)
    }

    fn unit_of(&self, officer: &OfficerId) -> Result<Option<String>, Failure> {
        Ok(self.who(officer)?.unit.map(|unit| unit.to_string()))
    }

    fn note(&self, officer: &OfficerId, waiting: &Waiting) -> Result<(), Failure> {
        let options =
            serde_json::to_string(&waiting.options).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        self.access.keep_upload(&Upload {
            token: waiting.token.clone(),
            officer: officer.to_string(),
            name: waiting.name.clone(),
            options,
            kept_ms: self.now_ms(),
        })
    }

    fn forget_upload(&self, upload: &Upload) -> Result<(), Failure> {
        // The token becomes part of a path: it is what the program made, or nothing is touched.
        if read_act(&upload.token).is_some() {
            let path = self.uploads().join(&upload.token);
            match fs::remove_file(&path) {
                Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => return Err(unfit(&path, &fault)),
                _ => {}
            }
        }
        self.access.drop_upload(&upload.token)
    }

    fn uploads(&self) -> PathBuf {
        self.store.path().with_file_name(FOLDER)
    }
}

fn unfit(path: &Path, fault: &std::io::Error) -> Failure {
    Failure::Unfit(format!("{}: {fault}", path.display()))
}

/// A new file that nobody else reads.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
