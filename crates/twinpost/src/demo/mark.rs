//! What is known of a demonstration beside its records: by it a folder is known as one, which may be removed.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use domain::OfficerId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::course::{self, Course, Played};
use super::{check, keys};
use crate::folders;
use crate::stop::{Outcome, Stop};

/// The file by which a folder is known as one of a demonstration.
pub const MARK: &str = "demonstration.json";
/// The folder of the neighbour's post inside that of the demonstration.
pub const NEIGHBOUR: &str = "neighbour";

/// What is known of a demonstration: never a password.
#[derive(Debug, Serialize, Deserialize)]
pub struct Mark {
    /// The day on which it was made, in the zone of the own side.
    made_on: String,
    /// The program that made it.
    program: String,
    /// The profile.
    profile: String,
    /// The fingerprint of the profile's files.
    #[serde(default)]
    content: String,
    /// The quarter that was played.
    pub quarter: String,
    /// The own post.
    pub own: PostMark,
    /// The post of the neighbour, where the script has one.
    pub neighbour: Option<PostMark>,
}

/// One post of a demonstration.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PostMark {
    /// Its side.
    pub side: String,
    /// Its name towards others and the fingerprint of its side's root, where it has keys.
    pub keys: Option<(String, String)>,
    /// Who may log in: on the own side first who sees most of it, on the other first who signs.
    pub accounts: Vec<Account>,
}

/// Somebody who may log in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Account {
    /// The officer.
    pub officer: OfficerId,
    /// The login.
    pub login: String,
    /// The name for papers.
    pub name: String,
    /// The role.
    pub role: String,
    /// The unit.
    pub unit: String,
    /// True where the officer has a key for what both sides sign.
    pub signs: bool,
}

impl Mark {
    /// The mark of what was played, with the neighbour's post where there is one.
    pub fn of(course: &Course, now: Timestamp, own: &Played, neighbour: Option<&Played>) -> Outcome<Self> {
        let keeper = course.profile.main.keeper.get_ref();
        let mut mark = post_mark(own, &course.script.officers, keeper);
        let all: Vec<OfficerId> = own.officers.values().cloned().collect();
        let seen = check::consolidated(&own.desk, &all, &own.quarter.label)?;
        let unit = seen.map(|(_, view)| view.report.unit.to_string());
        mark.accounts.sort_by_key(|account| !(account.role == "commander" && Some(&account.unit) == unit.as_ref()));
        let across = course.script.neighbour.as_ref().zip(neighbour);
        Ok(Self {
            made_on: course.day_of(now).to_string(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            profile: course.profile.main.name.clone(),
            content: course.content.clone(),
            quarter: own.quarter.label.clone(),
            own: mark,
            neighbour: across.map(|(told, played)| {
                let mut mark = post_mark(played, &told.officers, &told.keeper);
                mark.accounts.sort_by_key(|account| !account.signs);
                mark
            }),
        })
    }

    /// The mark in a folder.
    pub fn read(place: &Path) -> Option<Self> {
        serde_json::from_str(&fs::read_to_string(place.join(MARK)).ok()?).ok()
    }

    /// Writes the mark into a folder.
    pub fn write(&self, place: &Path) -> Outcome {
        let text = serde_json::to_string_pretty(self).map_err(|fault| Stop::Failed(fault.to_string()))?;
        folders::write_file(&place.join(MARK), text.as_bytes(), false)
    }

    /// True when it was made today by this program, from the quarter that it would play now, with every post of it.
    fn is_of_today(&self, course: &Course, now: Timestamp) -> bool {
        self.program == env!("CARGO_PKG_VERSION")
            && self.made_on == course.day_of(now).to_string()
            && self.profile == course.profile.main.name
            && self.content == course.content
            && self.quarter == course.quarter_before(now).label
            && self.neighbour.is_some() == course.script.neighbour.is_some()
    }
}

/// True when the demonstration in the folder is that of today, with every post of it.
pub fn is_of_today(place: &Path, course: &Course, now: Timestamp) -> bool {
    Mark::read(place).is_some_and(|mark| {
        let is_whole = mark.neighbour.is_none() || folders::records(&place.join(NEIGHBOUR)).is_file();
        is_whole && mark.is_of_today(course, now)
    })
}

/// The officers of a script and the keeper.
fn post_mark(played: &Played, officers: &[desk::script::ScriptOfficer], keeper: &str) -> PostMark {
    let signers: Vec<&OfficerId> =
        played.keys.iter().flat_map(|keys| &keys.signers).map(|(officer, _)| officer).collect();
    let account = |officer: &desk::script::ScriptOfficer| {
        let id = played.officers.get(&officer.login)?;
        let role = serde_json::to_value(officer.role).ok();
        Some(Account {
            officer: id.clone(),
            login: officer.login.clone(),
            name: officer.name.clone(),
            role: role.and_then(|role| Some(role.as_str()?.to_owned())).unwrap_or_default(),
            unit: officer.unit.clone(),
            signs: signers.contains(&id),
        })
    };
    let mut accounts: Vec<Account> = officers.iter().filter_map(account).collect();
    accounts.push(Account {
        officer: played.keeper.clone(),
        login: course::KEEPER.0.to_owned(),
        name: course::KEEPER.1.to_owned(),
        role: "keeper".to_owned(),
        unit: keeper.to_owned(),
        signs: false,
    });
    let keys = |keys: &keys::Keys| (keys.name.to_string(), keys.fingerprint());
    PostMark { side: played.desk.own().to_string(), keys: played.keys.as_ref().map(keys), accounts }
}

/// Keeps a second demonstration out of the folder while this one runs.
pub fn hold(place: &Path) -> Outcome<File> {
    let place = std::path::absolute(place).map_err(|fault| Stop::file(place, &fault))?;
    let parent = place.parent().unwrap_or(Path::new("/"));
    fs::create_dir_all(parent).map_err(|fault| Stop::file(parent, &fault))?;
    let name = place.file_name().and_then(|name| name.to_str()).unwrap_or("demo");
    let path = parent.join(format!(".{name}.lock"));
    let file = File::create(&path).map_err(|fault| Stop::file(&path, &fault))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Stop::Conflict(format!(
            "a demonstration in {} is running: end it, or name another folder with --dir",
            place.display()
        ))),
        Err(TryLockError::Error(fault)) => Err(Stop::file(&path, &fault)),
    }
}

/// Removes the demonstration in the folder; anything else that lies there stays, and is told.
pub fn clear(place: &Path) -> Outcome {
    if folders::is_vacant(place) {
        return Ok(());
    }
    if !place.join(MARK).is_file() {
        return Err(Stop::Conflict(format!(
            "{} holds something that is not a demonstration: name another folder with --dir",
            place.display()
        )));
    }
    fs::remove_dir_all(place).map_err(|fault| Stop::file(place, &fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_no_demonstration_is_never_removed() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("twinpost.db"), "records").unwrap();
        assert!(matches!(clear(folder.path()), Err(Stop::Conflict(_))));
        assert!(folder.path().join("twinpost.db").is_file());
    }

    #[test]
    fn two_demonstrations_do_not_share_a_folder() {
        let parent = tempfile::tempdir().unwrap();
        let place = parent.path().join("demo");
        let held = hold(&place).unwrap();
        assert!(matches!(hold(&place), Err(Stop::Conflict(_))));
        drop(held);
        assert!(hold(&place).is_ok());
    }

    #[test]
    fn a_demonstration_without_its_neighbour_is_not_that_of_today() {
        let course = Course::read(&folders::profile(None, folders::USUAL_PROFILE).unwrap()).unwrap();
        let now: Timestamp = "2026-06-20T03:00:00Z".parse().unwrap();
        let place = tempfile::tempdir().unwrap();
        let post = || PostMark { side: "own".into(), keys: None, accounts: Vec::new() };
        let mark = |neighbour| Mark {
            made_on: course.day_of(now).to_string(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            profile: course.profile.main.name.clone(),
            content: course.content.clone(),
            quarter: "2026-Q1".to_owned(),
            own: post(),
            neighbour,
        };
        assert!(!mark(None).is_of_today(&course, now));
        assert!(mark(Some(post())).is_of_today(&course, now));
        mark(Some(post())).write(place.path()).unwrap();
        assert!(!is_of_today(place.path(), &course, now), "its folder is gone");
        fs::create_dir(place.path().join(NEIGHBOUR)).unwrap();
        fs::write(folders::records(&place.path().join(NEIGHBOUR)), "").unwrap();
        assert!(is_of_today(place.path(), &course, now));
        assert!(!is_of_today(place.path(), &course, "2026-06-21T03:00:00Z".parse().unwrap()));
    }
}
