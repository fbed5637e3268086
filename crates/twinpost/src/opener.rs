//! Tokens for programs and addresses for calendars on the command line: make one, list those that stand, revoke one.
//! They are the officer's own; the secret is printed once.

use clap::{Args, Subcommand};
use desk::{FeedAbout, OPENER_DAYS, OpenerError, OpenerView, TokenReach, TokenScope};
use domain::RecordId;
use jiff::ToSpan;
use jiff::civil::Date;
use paper::{Cell, Sheet};
use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::door::{self, Visit};
use crate::shown;
use crate::stop::{Outcome, Stop};

/// What can be done with tokens.
#[derive(Debug, Subcommand)]
pub enum TokenCommand {
    /// Make a token by which a program comes in, in the name of the officer who is logged in
    New(NewToken),
    /// List the officer's own tokens that stand
    List(Acting),
    /// End a token
    Revoke(Revoke),
}

/// What can be done with calendar addresses.
#[derive(Debug, Subcommand)]
pub enum FeedCommand {
    /// Make an address by which a calendar program reads what is held and what is due
    New(NewFeed),
    /// List the officer's own calendar addresses that stand
    List(Acting),
    /// End a calendar address
    Revoke(Revoke),
}

/// A new token.
#[derive(Debug, Args)]
pub struct NewToken {
    /// What to call it
    name: String,
    /// How far it goes: read, or record (and read)
    #[arg(long, default_value = "read", value_parser = ["read", "record"])]
    scope: String,
    /// Only this noun; may be said several times
    #[arg(long = "noun", value_name = "NOUN")]
    nouns: Vec<String>,
    #[command(flatten)]
    made: Made,
}

/// A new calendar address.
#[derive(Debug, Args)]
pub struct NewFeed {
    /// What to call it
    name: String,
    /// What this unit keeps or has to act on [default: the officer's own unit]
    #[arg(long, value_name = "UNIT", conflicts_with = "counterpart")]
    unit: Option<String>,
    /// What is done with this counterpart
    #[arg(long, value_name = "COUNTERPART")]
    counterpart: Option<String>,
    #[command(flatten)]
    made: Made,
}

/// What every new one says.
#[derive(Debug, Args)]
pub struct Made {
    /// The last day on which it opens, at most 366 days ahead [default: in 90 days]
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    #[command(flatten)]
    acting: Acting,
}

/// Which one ends.
#[derive(Debug, Args)]
pub struct Revoke {
    /// Its identity, as `list` tells it
    id: String,
    #[command(flatten)]
    acting: Acting,
}

impl Made {
    fn until(&self, visit: &Visit) -> Date {
        self.until.unwrap_or_else(|| visit.desk.today().saturating_add((OPENER_DAYS.min(90)).days()))
    }
}

impl TokenCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::New(new) => new.run(),
            Self::List(acting) => {
                let visit = door::enter(acting)?;
                list(&visit.desk.tokens(&visit.officer)?, acting.json, |reach| {
                    let scope = if reach.scope == TokenScope::Record { "record" } else { "read" };
                    if reach.nouns.is_empty() {
                        scope.to_owned()
                    } else {
                        format!("{scope}: {}", reach.nouns.join(", "))
                    }
                })
            }
            Self::Revoke(revoke) => {
                let visit = door::enter(&revoke.acting)?;
                ended(visit.desk.revoke_token(&visit.officer, &revoke.id))
            }
        }
    }
}

impl FeedCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::New(new) => new.run(),
            Self::List(acting) => {
                let visit = door::enter(acting)?;
                list(&visit.desk.feeds(&visit.officer)?, acting.json, |about| match about {
                    FeedAbout::Officer => "own unit".to_owned(),
                    FeedAbout::Unit(id) | FeedAbout::Counterpart(id) => id.to_string(),
                })
            }
            Self::Revoke(revoke) => {
                let visit = door::enter(&revoke.acting)?;
                ended(visit.desk.revoke_feed(&visit.officer, &revoke.id))
            }
        }
    }
}

impl NewToken {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.made.acting)?;
        let scope = if self.scope == "record" { TokenScope::Record } else { TokenScope::Read };
        let reach = TokenReach { scope, nouns: self.nouns.clone() };
        let (token, view) = visit.desk.make_token(&visit.officer, &self.name, &reach, self.made.until(&visit))?;
        made(&view, "token", token.reveal(), self.made.acting.json)
    }
}

impl NewFeed {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.made.acting)?;
        let record = |id: &String| RecordId::parse(id).map_err(|_| Stop::from(OpenerError::About));
        let about = match (&self.unit, &self.counterpart) {
            (Some(unit), _) => FeedAbout::Unit(record(unit)?),
            (None, Some(with)) => FeedAbout::Counterpart(record(with)?),
            (None, None) => FeedAbout::Officer,
        };
        let (secret, view) = visit.desk.make_feed(&visit.officer, &self.name, &about, self.made.until(&visit))?;
        made(&view, "address", &format!("/feeds/{}.ics", secret.reveal()), self.made.acting.json)
    }
}

fn made<R: Serialize>(view: &OpenerView<R>, name: &str, secret: &str, is_json: bool) -> Outcome {
    if is_json {
        let mut told = json!(view);
        told[name] = Value::from(secret);
        return shown::json_line(&told);
    }
    shown::line(secret)?;
    shown::say(&format!("{}: shown once, opens until {}", view.id, view.ends_at));
    Ok(())
}

fn list<R: Serialize>(standing: &[OpenerView<R>], is_json: bool, opens: impl Fn(&R) -> String) -> Outcome {
    if is_json {
        return shown::json_line(&json!(standing));
    }
    let rows = standing.iter().map(|view| {
        let used = view.used_on.map(|on| on.to_string()).unwrap_or_default();
        let cells = [view.id.clone(), view.name.clone(), opens(&view.reach), view.ends_at.to_string(), used];
        cells.map(Cell::from).to_vec()
    });
    shown::table(&Sheet {
        header: ["id", "name", "opens", "until", "last used"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..Sheet::default()
    })
}

fn ended(outcome: Result<(), OpenerError>) -> Outcome {
    outcome?;
    shown::say("revoked; it opens nothing any more");
    Ok(())
}
