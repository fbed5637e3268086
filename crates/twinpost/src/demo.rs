//! The demonstration: a post of its own in which the quarter of a profile was played, with accounts whose passwords
//! are made anew each time and shown once; or, with --check, the same quarter played and held against what must come out.

mod check;
pub mod course;
mod pages;

use std::fs::{self, File, TryLockError};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use desk::{Desk, TokenReach, TokenScope};
use domain::OfficerId;
use domain::reporting::period::PeriodSpan;
use jiff::{Timestamp, ToSpan};
use paper::Sheet;
use serde::{Deserialize, Serialize};
use serde_json::json;

use self::course::Course;
use crate::cli::ProfileArgs;
use crate::real::{RealChance, RealClock, fresh_password};
use crate::stop::{Outcome, Stop};
use crate::{folders, serve, shown};

/// The file by which a folder is known as one of a demonstration, which may be removed.
const MARK: &str = "demonstration.json";
const USUAL_ADDRESS: &str = "127.0.0.1:8080";

/// The demonstration.
#[derive(Debug, Args)]
pub struct Demo {
    /// The folder of the demonstration, never that of a post [default: in the person's cache folder]
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    profile: ProfileArgs,
    /// The address to listen at, on this computer only [default: 127.0.0.1:8080, or a free port]
    #[arg(long, value_name = "ADDRESS:PORT")]
    listen: Option<String>,
    /// Make it anew, also if it is from today
    #[arg(long)]
    fresh: bool,
    /// Print address, accounts (each with a token for programs) and pages as one line of JSON
    #[arg(long)]
    print_json: bool,
    /// How many requests a minute one officer or one token may send to the interface [default: 1200]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pace: Option<u32>,
    /// Play the first quarter of 2026, hold it against what must come out, print the consolidated report, and end
    #[arg(long, conflicts_with_all = ["dir", "listen", "fresh", "print_json", "pace"])]
    check: bool,
}

/// What is known of a demonstration beside its records: never a password.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
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
    quarter: String,
    /// Who may log in, the first one sees most of it.
    accounts: Vec<Account>,
}

/// Somebody who may log in.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Account {
    officer: OfficerId,
    login: String,
    name: String,
    role: String,
    unit: String,
}

impl Demo {
    /// Plays the quarter, then serves it or checks it.
    pub fn run(&self) -> Outcome {
        let unpacked = folders::profile(self.profile.profiles.as_deref(), &self.profile.profile)?;
        if self.check {
            return check::run(&unpacked);
        }
        let listener = self.listen()?;
        let place = folders::demonstration(self.dir.as_deref())?;
        let _held = hold(&place)?;
        let course = Course::read(&unpacked)?;
        let now = desk::Clock::now(&RealClock);
        if self.fresh || !is_of_today(&place, &course, now) {
            clear(&place)?;
            make(&place, &course, now)?;
        }
        let mark = read_mark(&place).ok_or_else(|| Stop::file(&place.join(MARK), &"cannot be read"))?;
        let desk = Desk::open(&place, Arc::new(RealClock), Arc::new(RealChance))?;
        let passwords = set_passwords(&desk, &mark.accounts)?;
        self.tell(&desk, &listener, &mark, &passwords)?;
        let options = web::Options { demo: Some("demo-banner".to_owned()), behind_tls: false, pace: self.pace };
        serve::until_stopped(Arc::new(desk), listener, options, std::future::pending())
    }

    /// Listens where it was said, else at the usual port, else at a free one.
    fn listen(&self) -> Outcome<TcpListener> {
        match &self.listen {
            Some(address) => serve::listen(address, false),
            None => serve::listen(USUAL_ADDRESS, false).or_else(|_| serve::listen("127.0.0.1:0", false)),
        }
    }

    fn tell(&self, desk: &Desk, listener: &TcpListener, mark: &Mark, passwords: &[String]) -> Outcome {
        let url = format!("http://{}", serve::address_of(listener)?);
        let accounts = mark.accounts.iter().zip(passwords);
        if self.print_json {
            let told = accounts.map(|(account, password)| {
                let token = fresh_token(desk, &account.officer)?;
                Ok(json!({
                    "login": account.login, "password": password, "role": account.role, "unit": account.unit,
                    "officer": account.officer.as_str(), "token": token,
                }))
            });
            let told = told.collect::<Outcome<Vec<_>>>()?;
            let first = mark.accounts.first().ok_or_else(|| Stop::Failed("the script names no officer".to_owned()))?;
            let pages = pages::of(desk, &first.officer, &mark.quarter)?;
            return shown::json_line(&json!({ "url": url, "accounts": told, "pages": pages }));
        }
        let rows = accounts.map(|(account, password)| {
            let cells = [&account.login, password, &account.role, &account.unit, &account.name];
            cells.map(|cell| cell.as_str().into()).to_vec()
        });
        shown::table(&Sheet {
            title: url,
            meta: vec![format!("A demonstration: {} was played here. Nothing in it is real.", mark.quarter)],
            header: ["login", "password", "role", "unit", "name"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
            ..Sheet::default()
        })?;
        shown::say("The passwords hold until the demonstration is started again. Ctrl+C ends it.");
        Ok(())
    }
}

/// Keeps a second demonstration out of the folder while this one runs.
fn hold(place: &Path) -> Outcome<File> {
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

fn read_mark(place: &Path) -> Option<Mark> {
    serde_json::from_str(&fs::read_to_string(place.join(MARK)).ok()?).ok()
}

/// True when the demonstration in the folder was made today by this program, from the quarter that it would play now.
fn is_of_today(place: &Path, course: &Course, now: Timestamp) -> bool {
    read_mark(place).is_some_and(|mark| {
        mark.program == env!("CARGO_PKG_VERSION")
            && mark.made_on == course.day_of(now).to_string()
            && mark.profile == course.profile.main.name
            && mark.content == course.content
            && mark.quarter == course.quarter_before(now).label
    })
}

/// Removes the demonstration in the folder; anything else that lies there stays, and is told.
fn clear(place: &Path) -> Outcome {
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

/// Founds the post of the demonstration and plays the quarter up to the present instant.
fn make(place: &Path, course: &Course, now: Timestamp) -> Outcome {
    let quarter: PeriodSpan = course.quarter_before(now);
    folders::appear(place, |aside| {
        let bar = crate::doctor::progress("acts");
        bar.set_length(course.script.acts.len() as u64);
        let played = course.play(aside, quarter.clone(), now, |_, number| bar.set_position(number as u64))?;
        bar.finish_and_clear();
        let mark = Mark {
            made_on: course.day_of(now).to_string(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            profile: course.profile.main.name.clone(),
            content: course.content.clone(),
            quarter: quarter.label.clone(),
            accounts: accounts(course, &played)?,
        };
        let text = serde_json::to_string_pretty(&mark).map_err(|fault| Stop::Failed(fault.to_string()))?;
        folders::write_file(&aside.join(MARK), text.as_bytes(), false)
    })
}

/// The officers of the script and the keeper; the commander who sees the consolidated report comes first.
fn accounts(course: &Course, played: &course::Played) -> Outcome<Vec<Account>> {
    let mut accounts = Vec::new();
    for officer in &course.script.officers {
        let Some(id) = played.officers.get(&officer.login) else { continue };
        accounts.push(Account {
            officer: id.clone(),
            login: officer.login.clone(),
            name: officer.name.clone(),
            role: serde_json::to_value(officer.role)
                .ok()
                .and_then(|role| Some(role.as_str()?.to_owned()))
                .unwrap_or_default(),
            unit: officer.unit.clone(),
        });
    }
    let all: Vec<OfficerId> = played.officers.values().cloned().collect();
    let unit =
        check::consolidated(&played.desk, &all, &played.quarter.label)?.map(|(_, view)| view.report.unit.to_string());
    accounts.sort_by_key(|account| !(account.role == "commander" && Some(&account.unit) == unit.as_ref()));
    accounts.push(Account {
        officer: played.keeper.clone(),
        login: course::KEEPER.0.to_owned(),
        name: course::KEEPER.1.to_owned(),
        role: "keeper".to_owned(),
        unit: course.profile.main.keeper.get_ref().clone(),
    });
    Ok(accounts)
}

/// Gives every account a new password.
fn set_passwords(desk: &Desk, accounts: &[Account]) -> Outcome<Vec<String>> {
    let mut passwords = Vec::new();
    for account in accounts {
        let password = fresh_password(&RealChance);
        desk.set_password(&account.officer, &password)?;
        passwords.push(password);
    }
    Ok(passwords)
}

/// A token of the account that reads and records, for tests that come in as a program does. It ends with the next start,
/// which sets a new password.
fn fresh_token(desk: &Desk, officer: &OfficerId) -> Outcome<String> {
    let reach = TokenReach { scope: TokenScope::Record, nouns: Vec::new() };
    let (token, _) = desk.make_token(officer, "demonstration", &reach, desk.today().saturating_add(1.day()))?;
    Ok(token.reveal().to_owned())
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
}
