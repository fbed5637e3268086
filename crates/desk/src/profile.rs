//! A profile: a border as plain files that a person can edit. Reading one finds every fault in one pass and names
//! file, line and field; the format is described in `docs/formats/profile.md`.

mod acts;
mod checks;
mod files;
mod names;
mod registers;
mod schema;
mod trial;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

pub(crate) use acts::FoundingAct;
pub use files::{AgreementFile, CounterpartFile, Opening, ProfileFile, UnitFile};
use registers::Written;
pub use registers::{RegisterAct, RegisterRecord};
pub(crate) use trial::refusal_words;
pub use trial::{Trial, Tried};

const FILE_LIMIT: u64 = 32 << 20;

/// A profile that was read and found whole.
#[derive(Debug)]
pub struct Profile {
    /// Where it was read from.
    pub folder: PathBuf,
    /// `profile.toml`.
    pub main: ProfileFile,
    /// `units.toml`.
    pub units: UnitFile,
    /// `counterparts.toml`.
    pub counterparts: CounterpartFile,
    /// `agreements.toml`.
    pub agreements: AgreementFile,
    /// The lines, as text, with their file names.
    pub lines: Vec<(String, String)>,
    /// The further records, in the order in which they are founded.
    pub registers: Vec<RegisterRecord>,
    /// Where each record stands, by its identity.
    places: BTreeMap<String, Origin>,
}

/// Where something stands in a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file, relative to the profile.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The field.
    pub field: String,
}

/// A fault in a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileFault {
    /// The file, relative to the profile.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// The field, where one is concerned.
    pub field: String,
    /// What is wrong and what to do.
    pub problem: String,
}

impl fmt::Display for ProfileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl ProfileFault {
    /// A fault at a place.
    pub(crate) fn of(origin: Origin, problem: String) -> Self {
        let Origin { file, line, field } = origin;
        Self { file, line: (line > 0).then_some(line), field, problem }
    }

    /// A fault of the profile as a whole.
    pub(crate) fn of_profile(problem: String) -> Self {
        Self { file: "profile.toml".to_owned(), line: None, field: String::new(), problem }
    }
}

impl Profile {
    /// The time zone of the own side.
    pub fn zone(&self) -> Option<TimeZone> {
        let own = self.main.sides.iter().find(|side| side.code.get_ref() == self.main.own.get_ref())?;
        TimeZone::get(own.zone.get_ref()).ok()
    }

    /// Reads a profile, or gives every fault found.
    pub fn read(folder: &Path) -> Result<Self, Vec<ProfileFault>> {
        let mut faults = Vec::new();
        let main = files::read::<ProfileFile>(folder, "profile.toml", &mut faults);
        let units = files::read::<UnitFile>(folder, "units.toml", &mut faults);
        let counterparts = files::read::<CounterpartFile>(folder, "counterparts.toml", &mut faults);
        let agreements = files::read::<AgreementFile>(folder, "agreements.toml", &mut faults);
        let (Some(main), Some(units), Some(counterparts), Some(agreements)) = (main, units, counterparts, agreements)
        else {
            return Err(faults);
        };
        let lines = files::lines(folder, &main, &mut faults);
        let registers = registers::read(folder, &main, &mut faults);
        let places = checks::check(&main, &units, &counterparts, &agreements, &registers, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            folder: folder.to_owned(),
            main: main.value,
            units: units.value,
            counterparts: counterparts.value,
            agreements: agreements.value,
            lines,
            registers: registers.into_iter().flat_map(|file| file.value).filter_map(Written::into_record).collect(),
            places,
        })
    }

    /// Looks at the profile from across the line: who is own and who is other changes places, and each duty is kept by
    /// the unit that is own now.
    pub fn turn(&mut self, side: &str) {
        for relation in &mut self.counterparts.counterparts {
            std::mem::swap(&mut relation.own, &mut relation.other);
        }
        let relations = &self.counterparts.counterparts;
        for duty in self.agreements.agreements.iter_mut().flat_map(|text| &mut text.obligations) {
            let relation = relations.iter().find(|relation| relation.code.get_ref() == duty.counterpart.get_ref());
            if let Some(relation) = relation {
                relation.own.get_ref().clone_into(duty.unit.get_mut());
            }
        }
        side.clone_into(self.main.own.get_mut());
    }
}
