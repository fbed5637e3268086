//! Coming in on the command line: who acts, the session that is kept for later commands, and the console's own right
//! to let an officer in who is locked out.

use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use clap::{Args, Subcommand};
use desk::{Desk, Filter, Login, Scope, Token};
use domain::OfficerId;
use serde_json::json;
use store::Store;

use crate::cli::{Acting, Place};
use crate::real::{RealChance, RealClock, seat};
use crate::stop::{Outcome, Stop};
use crate::{folders, shown};

const NOBODY: &str = "nobody is logged in: run `twinpost login LOGIN`, or use --login with TWINPOST_PASSWORD";

/// An officer at the desk. A session that was begun for one command ends with it.
pub struct Visit {
    /// The desk.
    pub desk: Desk,
    /// The officer.
    pub officer: OfficerId,
    ends: Option<Token>,
}

impl Drop for Visit {
    fn drop(&mut self) {
        if let Some(token) = self.ends.take() {
            // The session ends by itself within hours if this fails.
            let _ = self.desk.log_out(&token);
        }
    }
}

/// Opens a post with the real clock and the real chance, and looks whether its folder stands where it stood.
pub fn open(place: &Place) -> Outcome<Desk> {
    let folder = folders::founded(place.dir.as_deref())?;
    let desk = Desk::open(&folder, Arc::new(RealClock), Arc::new(RealChance))?;
    desk.sit(&seat(&folder)?)?;
    Ok(desk)
}

/// Lets the officer in who was named, or whose session is known.
pub fn enter(acting: &Acting) -> Outcome<Visit> {
    let desk = open(&acting.place)?;
    if let Some(login) = &acting.login {
        let password = password(login)?;
        let (token, session) = desk.log_in(&Login { login, password: &password })?;
        return Ok(Visit { desk, officer: session.officer, ends: Some(token) });
    }
    let folder = folders::founded(acting.place.dir.as_deref())?;
    let token = std::env::var("TWINPOST_TOKEN").ok().filter(|token| !token.is_empty());
    let token = token.or_else(|| kept(&folder)).ok_or_else(|| Stop::NotAllowed(NOBODY.to_owned()))?;
    match desk.session(&Token::from_text(token.trim()))? {
        Some(session) => Ok(Visit { desk, officer: session.officer, ends: None }),
        None => Err(Stop::NotAllowed(format!("the session has ended; {NOBODY}"))),
    }
}

/// The password of an officer: from the environment, else from the person.
fn password(login: &str) -> Outcome<String> {
    if let Ok(password) = std::env::var("TWINPOST_PASSWORD") {
        return Ok(password);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Stop::Usage("there is no terminal to ask for the password: set TWINPOST_PASSWORD".to_owned()));
    }
    rpassword::prompt_password(format!("Password of {login}: "))
        .map_err(|fault| Stop::Failed(format!("the password cannot be read: {fault}")))
}

/// Logging in.
#[derive(Debug, Args)]
pub struct LogIn {
    /// The officer's login
    #[arg(value_name = "LOGIN")]
    officer: String,
    #[command(flatten)]
    place: Place,
    /// Print the token of the session instead of keeping it: for TWINPOST_TOKEN
    #[arg(long)]
    print_token: bool,
}

impl LogIn {
    /// Begins a session and keeps it in a file that only this person can read.
    pub fn run(&self) -> Outcome {
        let desk = open(&self.place)?;
        let password = password(&self.officer)?;
        let (token, _) = desk.log_in(&Login { login: &self.officer, password: &password })?;
        if self.print_token {
            return shown::line(token.reveal());
        }
        let folder = folders::founded(self.place.dir.as_deref())?;
        keep(&folder, Some(token.reveal()))?;
        shown::say(&format!("{} is logged in; `twinpost logout` ends the session", self.officer));
        Ok(())
    }
}

/// Ends the session that was kept for a post.
pub fn log_out(place: &Place) -> Outcome {
    let folder = folders::founded(place.dir.as_deref())?;
    let Some(token) = kept(&folder) else {
        shown::say("nobody was logged in");
        return Ok(());
    };
    open(place)?.log_out(&Token::from_text(&token))?;
    keep(&folder, None)?;
    shown::say("logged out");
    Ok(())
}

/// The token kept for a post.
fn kept(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folders::sessions().ok()?).ok()?;
    let folder = folder.canonicalize().ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    lines.find(|(_, of)| Path::new(of) == folder).map(|(token, _)| token.to_owned())
}

/// Keeps the token of a post, or forgets it: one line for each post, in a file with mode 0600.
fn keep(folder: &Path, token: Option<&str>) -> Outcome {
    let file = folders::sessions()?;
    let folder = folder.canonicalize().map_err(|fault| Stop::file(folder, &fault))?;
    let before = fs::read_to_string(&file).unwrap_or_default();
    let others = before.lines().filter(|line| line.split_once(' ').is_some_and(|(_, of)| Path::new(of) != folder));
    let mut lines: Vec<String> = others.map(str::to_owned).collect();
    lines.extend(token.map(|token| format!("{token} {}", folder.display())));
    lines.push(String::new());
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent).map_err(|fault| Stop::file(parent, &fault))?;
    }
    // A temporary file has mode 0600 from its first byte on, and keeps it when it takes its place.
    folders::write_file(&file, lines.join("\n").as_bytes(), true)
}

/// What the console may do for an officer beside the acts of the noun.
#[derive(Debug, Subcommand)]
pub enum OfficerCommand {
    /// Make a one-time link by which the officer sets a password (whoever holds the console may)
    Invite(AtConsole),
    /// Set the officer's password, asked for or taken from TWINPOST_PASSWORD (whoever holds the console may)
    SetPassword(AtConsole),
}

/// An officer named at the console.
#[derive(Debug, Args)]
pub struct AtConsole {
    /// The officer's login
    #[arg(value_name = "LOGIN")]
    officer: String,
    #[command(flatten)]
    place: Place,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl OfficerCommand {
    /// Lets the officer in.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Invite(named) => named.invite(),
            Self::SetPassword(named) => named.set_password(),
        }
    }
}

impl AtConsole {
    fn invite(&self) -> Outcome {
        let officer = self.find()?;
        let token = open(&self.place)?.invite(&officer)?;
        let link = format!("/invitation/{}", token.reveal());
        if self.json {
            return shown::json_line(&json!({ "login": self.officer, "officer": officer.to_string(), "link": link }));
        }
        shown::line(&link)?;
        shown::say("The link opens once, within seven days, at the address of `twinpost serve`.");
        Ok(())
    }

    fn set_password(&self) -> Outcome {
        let officer = self.find()?;
        open(&self.place)?.set_password(&officer, &password(&self.officer)?)?;
        shown::say("The password is set; every session of the officer has ended.");
        Ok(())
    }

    /// The officer with this login, whether or not a password was ever set.
    fn find(&self) -> Outcome<OfficerId> {
        let folder = folders::founded(self.place.dir.as_deref())?;
        let wanted = self.officer.trim().to_ascii_lowercase();
        officer_called(&folder, &wanted)?.ok_or(Stop::NotFound)
    }
}

/// The officer with this login, whether or not a password was ever set.
pub fn officer_called(folder: &Path, login: &str) -> Outcome<Option<OfficerId>> {
    const PAGE: u32 = 1000;
    let store = Store::open(&folders::records(folder))?;
    let filter = Filter { nouns: vec!["officer".to_owned()], order: desk::Order::Begun, ..Filter::default() };
    for page in 0.. {
        let rows: Vec<desk::Row> = store
            .read(|view| view.list(&Scope::whole(), &filter, PAGE, page * PAGE))
            .map_err(|fault: desk::Failure| fault)?;
        if let Some(row) = rows.iter().find(|row| row.number.as_deref() == Some(login)) {
            return Ok(OfficerId::parse(&row.id).ok());
        }
        if rows.len() < PAGE as usize {
            break;
        }
    }
    Ok(None)
}
