//! The files of a profile as they are written, and how they are read.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use domain::Words;
use domain::basis::agreement::AgreementKind;
use domain::basis::obligation::{Activity, Hosts};
use domain::organisation::counterpart::CounterpartKind;
use domain::organisation::unit::{Force, SuccessionKind};
use domain::reporting::period::Every;
use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_spanned::Spanned;

use super::{FILE_LIMIT, ProfileFault};

/// `profile.toml`: sides, lines, matters, levels, sources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFile {
    /// The profile's name.
    pub name: String,
    /// The version of the format; 1.
    pub format: Spanned<u32>,
    /// The own side unless the founding names another.
    pub own: Spanned<String>,
    /// The own unit that keeps the directory.
    pub keeper: Spanned<String>,
    /// What the profile is called.
    pub title: Words,
    /// What has to be said wherever the line is shown.
    #[serde(default)]
    pub notice: Words,
    /// Public documents that the other files cite.
    #[serde(default, rename = "source")]
    pub sources: Vec<SourceEntry>,
    /// The sides.
    #[serde(rename = "side")]
    pub sides: Vec<SideEntry>,
    /// The lines.
    #[serde(default, rename = "line")]
    pub lines: Vec<LineEntry>,
    /// Files of further records, each with tables named by their nouns.
    #[serde(default)]
    pub registers: Vec<Spanned<String>>,
    /// Subject matters.
    #[serde(default, rename = "matter")]
    pub matters: Vec<MatterEntry>,
    /// Levels by scheme.
    #[serde(default, rename = "level")]
    pub levels: Vec<LevelEntry>,
}

/// A public document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// The name by which it is cited.
    pub id: Spanned<String>,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, where the document or page says so.
    pub published_on: Option<Date>,
    /// Where.
    pub url: Option<String>,
}

/// A side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SideEntry {
    /// Its code.
    pub code: Spanned<String>,
    /// The letter that stands for it.
    pub letter: String,
    /// Its time zone.
    pub zone: Spanned<String>,
    /// The languages it writes.
    pub languages: Vec<String>,
    /// What it is called.
    pub name: Words,
}

/// A line.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineEntry {
    /// The permanent identity of the line's record.
    pub code: Spanned<String>,
    /// What it is called.
    pub name: Words,
    /// The two sides between which it runs; may be left out where the profile has no more than two.
    #[serde(default)]
    pub sides: Vec<Spanned<String>>,
    /// The GeoJSON file.
    pub file: Spanned<String>,
    /// What has to be shown with it.
    pub attribution: String,
    /// Its licence.
    pub licence: String,
    /// The length in the documents; never computed from the drawing.
    pub documented_length_m: Option<u64>,
    /// Which document says so.
    pub length_source: Option<Spanned<String>>,
}

/// A subject matter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MatterEntry {
    /// Its code.
    pub code: Spanned<String>,
    /// What it is called.
    pub name: Words,
}

/// A level of a scheme.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelEntry {
    /// The scheme.
    pub scheme: Spanned<String>,
    /// Its code there.
    pub code: Spanned<String>,
    /// Its rank, 1 the highest.
    pub rank: u32,
    /// What it is called.
    pub name: Words,
    /// What it may agree to on its own.
    #[serde(default)]
    pub may_agree: Vec<Spanned<String>>,
}

/// `units.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFile {
    /// The units.
    #[serde(rename = "unit")]
    pub units: Vec<UnitEntry>,
}

/// A unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitEntry {
    /// Its permanent identity.
    pub code: Spanned<String>,
    /// Its side.
    pub side: Spanned<String>,
    /// Its force.
    pub force: Force,
    /// Its level by scheme.
    #[serde(default)]
    pub levels: BTreeMap<String, Spanned<String>>,
    /// Which public document names it.
    pub source: Option<Spanned<String>>,
    /// What else is to be said.
    #[serde(default)]
    pub note: Words,
    /// Its rough place.
    pub place: Option<PlaceEntry>,
    /// Its names, the oldest first.
    #[serde(rename = "name")]
    pub names: Vec<NameEntry>,
    /// Its superiors, the oldest first.
    #[serde(default, rename = "parent")]
    pub parents: Vec<ParentEntry>,
    /// What became of it.
    #[serde(default, rename = "successor")]
    pub successors: Vec<SuccessorEntry>,
}

/// A rough place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// Latitude in 1e-7 degree.
    pub lat_e7: i64,
    /// Longitude in 1e-7 degree.
    pub lon_e7: i64,
    /// What the place is and where it comes from.
    pub note: Option<String>,
}

/// A dated name.
#[derive(Debug, Deserialize)]
pub struct NameEntry {
    /// First day, where it is known.
    pub from: Option<Date>,
    /// The decision it rests on.
    pub basis: Option<String>,
    /// The name by language.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
}

/// A dated superior.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParentEntry {
    /// The superior.
    pub unit: Spanned<String>,
    /// First day, where it is known.
    pub from: Option<Date>,
    /// The decision it rests on.
    pub basis: Option<String>,
}

/// What became of a unit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuccessorEntry {
    /// The unit that follows.
    pub unit: Option<Spanned<String>>,
    /// In which way.
    pub kind: SuccessionKind,
    /// The first day under it.
    pub on: Date,
    /// The decision it rests on.
    pub basis: Option<String>,
}

/// `counterparts.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterpartFile {
    /// The relations.
    #[serde(default, rename = "counterpart")]
    pub counterparts: Vec<CounterpartEntry>,
}

/// A relation.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterpartEntry {
    /// Its permanent identity.
    pub code: Spanned<String>,
    /// The unit of the profile's own side.
    pub own: Spanned<String>,
    /// The unit of the other side.
    pub other: Spanned<String>,
    /// What it is for.
    pub kind: CounterpartKind,
    /// The text it rests on.
    pub agreement: Option<Spanned<String>>,
    /// Since when, where it is known.
    pub from: Option<Date>,
    /// Which public document names it.
    pub source: Option<Spanned<String>>,
    /// What else is to be said.
    #[serde(default)]
    pub note: Words,
}

/// `agreements.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementFile {
    /// The texts.
    #[serde(default, rename = "agreement")]
    pub agreements: Vec<AgreementEntry>,
}

/// A text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementEntry {
    /// Its permanent identity.
    pub code: Spanned<String>,
    /// What kind of text.
    pub kind: AgreementKind,
    /// What it is called.
    pub name: Words,
    /// Who is bound.
    pub parties: Vec<Spanned<String>>,
    /// The higher text.
    pub parent: Option<Spanned<String>>,
    /// Which public document names it.
    pub source: Option<Spanned<String>>,
    /// What else is to be said.
    #[serde(default)]
    pub note: Words,
    /// Its versions.
    #[serde(default, rename = "version")]
    pub versions: Vec<VersionEntry>,
    /// What it obliges to.
    #[serde(default, rename = "obligation")]
    pub obligations: Vec<ObligationEntry>,
}

/// A version of a text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionEntry {
    /// Its number.
    pub number: u32,
    /// When it was signed.
    pub signed_on: Option<Date>,
    /// When it entered into force, where that is known: signed is not in force.
    pub in_force_on: Option<Date>,
    /// What else is to be said.
    pub note: Option<Words>,
    /// Which public document says so.
    pub source: Option<Spanned<String>>,
}

/// How a duty comes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObligationKind {
    /// Again and again.
    Periodic,
}

/// A duty that follows from a clause.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObligationEntry {
    /// Its permanent identity.
    pub code: Spanned<String>,
    /// The clause.
    pub clause: String,
    /// What it is called.
    pub name: Words,
    /// How it comes up.
    pub kind: ObligationKind,
    /// What is owed.
    pub activity: Activity,
    /// How often.
    pub every: Every,
    /// Who hosts.
    pub hosts: Hosts,
    /// Who hosts first.
    pub first_host: Option<Spanned<String>>,
    /// From when.
    pub from: Date,
    /// Which own unit owes it.
    pub unit: Spanned<String>,
    /// With whom.
    pub counterpart: Spanned<String>,
    /// Days after the period in which it still counts as met in time.
    #[serde(default)]
    pub grace_days: u16,
    /// True when it was made for demonstration.
    #[serde(default)]
    pub demonstration: bool,
    /// Which public document says so.
    pub source: Option<Spanned<String>>,
}

/// A file that was read, with its text for finding lines.
pub struct Opening<T> {
    /// The file's name.
    pub file: String,
    /// Its text.
    pub text: String,
    /// What it says.
    pub value: T,
    /// Where its lines end.
    breaks: Vec<usize>,
}

impl<T> Opening<T> {
    /// A file with its text and what it says.
    pub(super) fn new(file: &str, text: String, value: T) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place).collect();
        Self { file: file.to_owned(), text, value, breaks }
    }

    /// A fault at a place in this file.
    pub(super) fn fault(&self, span: &Range<usize>, field: &str, problem: impl Into<String>) -> ProfileFault {
        let line = Some(self.line(span));
        ProfileFault { file: self.file.clone(), line, field: field.to_owned(), problem: problem.into() }
    }

    /// The line of a place in this file, from 1.
    pub(super) fn line(&self, span: &Range<usize>) -> usize {
        self.breaks.partition_point(|end| *end < span.start) + 1
    }

    /// A fault in this file that has no one place.
    pub(super) fn unplaced(&self, field: &str, problem: impl Into<String>) -> ProfileFault {
        ProfileFault { file: self.file.to_owned(), line: None, field: field.to_owned(), problem: problem.into() }
    }
}

fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// Reads one file; a fault of its form names line and column as well as the parser knows them.
pub(super) fn read<T: DeserializeOwned>(
    folder: &Path,
    file: &'static str,
    faults: &mut Vec<ProfileFault>,
) -> Option<Opening<T>> {
    let text = text_of(folder, file, faults)?;
    match toml::from_str(&text) {
        Ok(value) => Some(Opening::new(file, text, value)),
        Err(fault) => {
            let line = fault.span().map(|span| line_of(&text, span.start));
            let problem = fault.message().to_owned();
            faults.push(ProfileFault { file: file.to_owned(), line, field: String::new(), problem });
            None
        }
    }
}

/// The lines that the profile names, each checked.
pub(super) fn lines(
    folder: &Path,
    main: &Opening<ProfileFile>,
    faults: &mut Vec<ProfileFault>,
) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for entry in &main.value.lines {
        let name = entry.file.get_ref();
        if name.contains(['/', '\\']) || !name.ends_with(".geojson") {
            faults.push(main.fault(&entry.file.span(), "line.file", "name a .geojson file beside this one"));
            continue;
        }
        let Some(text) = text_of(folder, name, faults) else { continue };
        match terrain::Line::parse(&text) {
            Ok(_) => lines.push((name.clone(), text)),
            Err(fault) => faults.push(ProfileFault {
                file: name.clone(),
                line: None,
                field: "geometry".into(),
                problem: fault.to_string(),
            }),
        }
    }
    lines
}

/// The text of a file of the profile, unless it is too large or cannot be read.
pub(super) fn text_of(folder: &Path, file: &str, faults: &mut Vec<ProfileFault>) -> Option<String> {
    let path = folder.join(file);
    let mut fault = |problem: String| {
        faults.push(ProfileFault { file: file.to_owned(), line: None, field: String::new(), problem });
        None
    };
    match std::fs::metadata(&path) {
        Ok(found) if found.len() > FILE_LIMIT => return fault(format!("larger than {FILE_LIMIT} bytes")),
        Ok(_) => {}
        Err(problem) => return fault(format!("cannot be read: {problem}")),
    }
    std::fs::read_to_string(&path)
        .or_else(|problem| fault(format!("cannot be read as UTF-8: {problem}")).ok_or(()))
        .ok()
}
