//! Founding a post: an empty folder gets the directory of a border profile and a first administrator, whole or not at
//! all.

use std::sync::Arc;

use clap::Args;
use desk::profile::Profile;
use desk::{ActError, Desk};
use serde_json::json;

use crate::cli::{Place, ProfileArgs};
use crate::real::{RealChance, RealClock};
use crate::stop::{Outcome, Stop};
use crate::{folders, shown};

/// Founding.
#[derive(Debug, Args)]
pub struct Init {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    profile: ProfileArgs,
    /// The side that runs this post [default: the profile's own]
    #[arg(long, value_name = "SIDE")]
    side: Option<String>,
    /// The unit that keeps the directory [default: the profile's own]
    #[arg(long, value_name = "UNIT")]
    keeper: Option<String>,
    /// The login of the first administrator
    #[arg(long, value_name = "LOGIN", default_value = "keeper")]
    login: String,
    /// The name of the first administrator for papers
    #[arg(long, value_name = "NAME", default_value = "Keeper of the directory")]
    name: String,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

impl Init {
    /// Founds the post and prints the one-time link of the first administrator.
    pub fn run(&self) -> Outcome {
        let place = folders::data(self.place.dir.as_deref())?;
        if folders::records(&place).exists() {
            return Err(Stop::Conflict(format!(
                "{} holds a post already: name another folder with --dir, or go on with `twinpost serve`",
                place.display()
            )));
        }
        if !folders::is_vacant(&place) {
            return Err(Stop::Conflict(format!("{} is not empty: name another folder with --dir", place.display())));
        }
        let unpacked = folders::profile(self.profile.profiles.as_deref(), &self.profile.profile)?;
        let profile = self.sided(folders::read_profile(&unpacked)?)?;
        let keeper = (self.login.as_str(), self.name.as_str());
        let (link, records) = folders::appear(&place, |aside| {
            let founded = Desk::found(aside, &profile, keeper, Arc::new(RealClock), Arc::new(RealChance));
            let founded = founded.map_err(unfounded)?;
            Ok((format!("/invitation/{}", founded.invitation.reveal()), founded.records))
        })?;
        if self.json {
            return shown::json_line(&json!({
                "dir": place.display().to_string(), "login": self.login, "link": link, "records": records,
                "side": profile.main.own.get_ref(),
            }));
        }
        shown::say(&format!(
            "A post is founded in {}, with {records} records of {}.",
            place.display(),
            profile.main.name
        ));
        shown::line(&link)?;
        shown::say(&format!(
            "Next: run `twinpost serve{}`, open the link above at its address and set the password of {}.\n\
             The link opens once, within seven days; `twinpost officer invite {}` makes a new one.",
            self.place.dir.as_ref().map(|dir| format!(" --dir {}", dir.display())).unwrap_or_default(),
            self.login,
            self.login
        ));
        Ok(())
    }

    /// The profile as the chosen side sees it.
    fn sided(&self, mut profile: Profile) -> Outcome<Profile> {
        let side = self.side.clone().unwrap_or_else(|| profile.main.own.get_ref().clone());
        if !profile.main.sides.iter().any(|known| *known.code.get_ref() == side) {
            let known: Vec<&str> = profile.main.sides.iter().map(|side| side.code.get_ref().as_str()).collect();
            return Err(Stop::Usage(format!("the profile has no side {side}; there are: {}", known.join(", "))));
        }
        let is_turned = *profile.main.own.get_ref() != side;
        let of_side = |unit: &str| {
            let found = profile.units.units.iter().find(|known| known.code.get_ref() == unit);
            found.is_some_and(|found| *found.side.get_ref() == side)
        };
        match &self.keeper {
            Some(keeper) if !of_side(keeper) => {
                return Err(Stop::Usage(format!("{keeper} is no unit of side {side} in the profile")));
            }
            Some(keeper) => keeper.clone_into(profile.main.keeper.get_mut()),
            None if is_turned => {
                let units = profile.units.units.iter();
                let top = units.filter(|unit| *unit.side.get_ref() == side && unit.parents.is_empty());
                let top: Vec<&str> = top.map(|unit| unit.code.get_ref().as_str()).collect();
                return Err(Stop::Usage(format!(
                    "say with --keeper which unit of side {side} keeps the directory; units without a superior: {}",
                    top.join(", ")
                )));
            }
            None => {}
        }
        if is_turned {
            profile.turn(&side);
        }
        Ok(profile)
    }
}

/// Why a post could not be founded.
pub fn unfounded(error: ActError) -> Stop {
    match error {
        ActError::Bad(text) => Stop::Refused(format!("the profile does not make a post: {text}")),
        other => Stop::of_act(other),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::{Cli, Command};

    fn init(args: &[&str]) -> Init {
        let all = ["twinpost", "init"].into_iter().chain(args.iter().copied());
        match Cli::parse_from(all).command {
            Command::Init(init) => init,
            other => panic!("{other:?}"),
        }
    }

    fn profile() -> Profile {
        folders::read_profile(&folders::profile(None, folders::USUAL_PROFILE).unwrap()).unwrap()
    }

    #[test]
    fn every_side_of_every_profile_founds_its_post_with_the_same_files() {
        for name in folders::inside() {
            let folder = folders::profile(None, &name).unwrap();
            let read = || folders::read_profile(&folder).unwrap();
            for side in &read().main.sides {
                let side = side.code.get_ref().as_str();
                let units = read().units.units.into_iter();
                let mut of_side = units.filter(|unit| unit.side.get_ref() == side && unit.parents.is_empty());
                let keeper = of_side.next().unwrap().code.get_ref().clone();
                let sided = init(&["--side", side, "--keeper", &keeper]).sided(read()).unwrap();
                let post = tempfile::tempdir().unwrap();
                let (clock, chance) = (Arc::new(RealClock), Arc::new(RealChance));
                let founded = Desk::found(post.path(), &sided, ("keeper", "Keeper"), clock, chance);
                let founded = founded.map_err(|error| format!("{name} {side}: {error}")).unwrap();
                assert_eq!(founded.desk.own().as_str(), side);
            }
        }
    }

    #[test]
    fn a_side_or_unit_that_is_not_there_is_a_matter_of_usage() {
        for args in
            [["--side", "xx", "--login", "k"], ["--side", "cn", "--login", "k"], ["--side", "cn", "--keeper", "vn-bg"]]
        {
            assert!(matches!(init(&args).sided(profile()), Err(Stop::Usage(_))), "{args:?}");
        }
    }
}
