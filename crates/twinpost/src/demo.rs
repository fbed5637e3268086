//! The demonstration: two posts, the own one in which the quarter of a profile was played and that of the neighbour with
//! whom its papers are signed, with accounts whose passwords are made anew each time and shown once; or, with --check,
//! the same played and held against what must come out.

mod check;
pub mod course;
mod keys;
mod mark;
mod neighbour;
mod pages;
mod papers;
mod told;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use desk::Desk;
use desk::keys::PostSealer;
use domain::reporting::period::PeriodSpan;
use jiff::Timestamp;

use self::course::Course;
use self::mark::{Account, MARK, Mark, NEIGHBOUR, PostMark};
use self::neighbour::{Line, at_once};
use self::told::Served;
use crate::cli::ProfileArgs;
use crate::real::{RealChance, RealClock, fresh_password};
use crate::stop::{Outcome, Stop};
use crate::{folders, serve, shown};

const USUAL_ADDRESS: &str = "127.0.0.1:8080";
const NEIGHBOUR_ADDRESS: &str = "127.0.0.1:8081";
const FREE: &str = "127.0.0.1:0";

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
    /// The address of the neighbour's pages, on this computer only [default: 127.0.0.1:8081, or a free port]
    #[arg(long, value_name = "ADDRESS:PORT")]
    neighbour_listen: Option<String>,
    /// Make it anew, also if it is from today
    #[arg(long)]
    fresh: bool,
    /// Print address, accounts (each with a token for programs) and pages as one line of JSON
    #[arg(long)]
    print_json: bool,
    /// How many requests a minute one officer or one token may send to the interface [default: 1200]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pace: Option<u32>,
    /// Play the first quarter of 2026, have both sides sign its papers over a line that is cut, hold everything against
    /// what must come out, print the consolidated report, and end
    #[arg(long, conflicts_with_all = ["dir", "listen", "neighbour_listen", "fresh", "print_json", "pace"])]
    check: bool,
}

impl Demo {
    /// Plays the quarter, then serves it or checks it.
    pub fn run(&self) -> Outcome {
        let unpacked = folders::profile(self.profile.profiles.as_deref(), &self.profile.profile)?;
        if self.check {
            return check::run(&unpacked);
        }
        let listener = listen(self.listen.as_deref(), USUAL_ADDRESS)?;
        let place = folders::demonstration(self.dir.as_deref())?;
        let _held = mark::hold(&place)?;
        let course = Course::read(&unpacked)?;
        let now = desk::Clock::now(&RealClock);
        let mut opened = None;
        if self.fresh || !mark::is_of_today(&place, &course, now) {
            mark::clear(&place)?;
            opened = make(&place, &course, now)?;
        }
        let mark = Mark::read(&place).ok_or_else(|| Stop::file(&place.join(MARK), &"cannot be read"))?;
        let own = open(&place)?;
        match &mark.neighbour {
            Some(across) => self.serve_both((own, listener), &place, (&mark, across), opened),
            None => self.serve_one(own, listener, &mark),
        }
    }

    /// Serves the own post alone: the script names no neighbour.
    fn serve_one(&self, own: Arc<Desk>, listener: TcpListener, mark: &Mark) -> Outcome {
        let passwords = set_passwords(&own, &mark.own.accounts)?;
        let url = format!("http://{}", serve::address_of(&listener)?);
        self.tell(mark, &Served { desk: &own, url, mark: &mark.own, passwords }, None)?;
        serve::until_stopped(own, listener, self.options(), std::future::pending())
    }

    /// Serves both posts, with their couriers between them.
    fn serve_both(
        &self,
        (own, listener): (Arc<Desk>, TcpListener),
        place: &Path,
        (mark, across): (&Mark, &PostMark),
        opened: Option<[PostSealer; 2]>,
    ) -> Outcome {
        let neighbour = open(&place.join(NEIGHBOUR))?;
        let usual = if self.listen.is_none() { NEIGHBOUR_ADDRESS } else { FREE };
        let pages = listen(self.neighbour_listen.as_deref(), usual)?;
        let [here, there] = opened.map_or([None, None], |both| both.map(Some));
        let (here, there) = at_once(
            || Ok((set_passwords(&own, &mark.own.accounts)?, Line::open(&own, &neighbour, here)?)),
            || Ok((set_passwords(&neighbour, &across.accounts)?, Line::open(&neighbour, &own, there)?)),
        )?;
        let ((own_passwords, own_line), (other_passwords, other_line)) = (here, there);
        own_line.knows(&other_line)?;
        other_line.knows(&own_line)?;
        let url = format!("http://{}", serve::address_of(&listener)?);
        let here = Served { desk: &own, url, mark: &mark.own, passwords: own_passwords };
        let url = neighbour::url(&pages)?;
        let there = Served { desk: &neighbour, url, mark: across, passwords: other_passwords };
        self.tell(mark, &here, Some(&there))?;
        let beside = neighbour::beside(Arc::clone(&neighbour), pages, self.options(), (own_line, other_line))?;
        serve::until_stopped(own, listener, self.options(), beside)
    }

    fn options(&self) -> web::Options {
        web::Options { demo: Some("demo-banner".to_owned()), behind_tls: false, pace: self.pace }
    }

    fn tell(&self, mark: &Mark, own: &Served<'_>, neighbour: Option<&Served<'_>>) -> Outcome {
        if self.print_json {
            let first = own.mark.accounts.first();
            let first = first.ok_or_else(|| Stop::Failed("the script names no officer".to_owned()))?;
            let mut told = own.json()?;
            told["pages"] = pages::of(own.desk, &first.officer, &mark.quarter)?.into();
            told["neighbour"] = neighbour.map(Served::json).transpose()?.into();
            return shown::json_line(&told);
        }
        own.table(format!("A demonstration: {} was played here. Nothing in it is real.", mark.quarter))?;
        if let Some(neighbour) = neighbour {
            shown::line("")?;
            neighbour.table(format!(
                "The neighbour, in the folder \"{NEIGHBOUR}\" of the same demonstration. What is given out on one side \
                 arrives on the other within seconds; a patrol record waits here for a signature, and a draft went \
                 back from here in other words."
            ))?;
            shown::say(&format!(
                "Each commander signs with the passphrase {}; the passphrase of both posts is {}.",
                keys::SIGNING_PASSPHRASE,
                keys::POST_PASSPHRASE
            ));
        }
        shown::say("The passwords hold until the demonstration is started again. Ctrl+C ends it.");
        Ok(())
    }
}

/// Listens where it was said, else at the usual port, else at a free one.
fn listen(said: Option<&str>, usual: &str) -> Outcome<TcpListener> {
    match said {
        Some(address) => serve::listen(address, false),
        None => serve::listen(usual, false).or_else(|_| serve::listen(FREE, false)),
    }
}

fn open(folder: &Path) -> Outcome<Arc<Desk>> {
    Ok(Arc::new(Desk::open(folder, Arc::new(RealClock), Arc::new(RealChance))?))
}

/// Founds the posts of the demonstration, plays the quarter up to the present instant, and lets both sides sign. Gives
/// the keys of both posts, which are open by then.
fn make(place: &Path, course: &Course, now: Timestamp) -> Outcome<Option<[PostSealer; 2]>> {
    let quarter: PeriodSpan = course.quarter_before(now);
    folders::appear(place, |aside| {
        let across = aside.join(NEIGHBOUR);
        if course.script.neighbour.is_some() {
            folders::private(&across)?;
        }
        let bar = crate::doctor::progress("acts");
        bar.set_length(course.script.acts.len() as u64);
        let (played, neighbour) = at_once(
            || {
                let played = course.found_with_keys(aside, &quarter)?;
                course.play(&played, now, |_, number| bar.set_position(number as u64))?;
                Ok(played)
            },
            || course.found_neighbour(&across, &quarter),
        )?;
        bar.finish_and_clear();
        if let (Some(neighbour), Some(told)) = (&neighbour, &course.script.neighbour) {
            played.clock.set(now);
            neighbour.clock.set(now);
            papers::exchange(&played, neighbour, &told.rewording)?;
        }
        Mark::of(course, now, &played, neighbour.as_ref())?.write(aside)?;
        let sealers = neighbour.as_ref().and_then(|neighbour| Some([played.desk.sealer()?, neighbour.desk.sealer()?]));
        drop((played, neighbour));
        let alone = |[own, other]: [Arc<PostSealer>; 2]| Some([Arc::into_inner(own)?, Arc::into_inner(other)?]);
        Ok(sealers.and_then(alone))
    })
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
