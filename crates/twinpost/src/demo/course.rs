//! The course of a demonstration: a post is founded before a quarter, and the script of the profile is played in it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Arc;

use desk::Desk;
use desk::profile::Profile;
use desk::script::{Script, ScriptAct, ScriptFault, ScriptOfficer, SetClock, Stage};
use domain::OfficerId;
use domain::reporting::period::{Every, PeriodSpan};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::keys::{self, Keys};
use crate::folders::{self, ProfileFolder};
use crate::init::unfounded;
use crate::real::RealChance;
use crate::stop::{Outcome, Stop};

/// Login and name of the first administrator.
pub const KEEPER: (&str, &str) = ("keeper", "Keeper of the directory");
/// The script in the folder of a profile.
const SCRIPT: &str = "quarter.toml";
/// The post is founded so many days before the first act.
const DAYS_BEFORE: i32 = 12;

/// A profile with its script.
pub struct Course {
    /// The profile.
    pub profile: Profile,
    /// Its script.
    pub script: Script,
    /// The fingerprint of its files: another one is another profile, though it has the same name.
    pub content: String,
    zone: TimeZone,
}

/// A post in which the script was played, or that was founded beside it.
pub struct Played {
    /// The desk.
    pub desk: Arc<Desk>,
    /// Its clock: it stands at the last act.
    pub clock: Arc<SetClock>,
    /// The first administrator.
    pub keeper: OfficerId,
    /// The officers of the script, by login.
    pub officers: BTreeMap<String, OfficerId>,
    /// The quarter.
    pub quarter: PeriodSpan,
    /// The keys of the post, where it has been given some.
    pub keys: Option<Keys>,
}

impl Course {
    /// Reads the profile and its script.
    pub fn read(folder: &ProfileFolder) -> Outcome<Self> {
        let profile = folders::read_profile(folder)?;
        let script = folder.path.join(SCRIPT);
        if !script.is_file() {
            let told = format!("the profile {} has no {SCRIPT}: there is nothing to play", profile.main.name);
            return Err(Stop::Refused(told));
        }
        let script = Script::read(&script)?;
        let own = profile.main.sides.iter().find(|side| side.code.get_ref() == profile.main.own.get_ref());
        let zone = own.and_then(|side| TimeZone::get(side.zone.get_ref()).ok());
        let zone = zone.ok_or_else(|| Stop::Refused("the profile names no zone for its own side".to_owned()))?;
        Ok(Self { profile, script, content: fingerprint(&folder.path)?, zone })
    }

    /// The day of an instant in the zone of the own side.
    pub fn day_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone.clone()).date()
    }

    /// The last quarter that is over and whose reports are done by now.
    pub fn quarter_before(&self, now: Timestamp) -> PeriodSpan {
        let today = self.day_of(now);
        let reports = self.script.acts.iter().filter(|act| act.command.starts_with("report "));
        let reported = reports.filter_map(|act| day_of_act(&act.on)).max().unwrap_or(0);
        let running = Every::Quarter.number_of(today);
        let over = (1..=4).map(|back| Every::Quarter.span_at(running - back));
        let mut done = over.filter(|quarter| quarter.from.saturating_add(reported.days()) < today);
        done.next().unwrap_or_else(|| Every::Quarter.span_at(running - 1))
    }

    /// Founds the own post in an empty folder before the quarter.
    pub fn found(&self, folder: &Path, quarter: &PeriodSpan) -> Outcome<Played> {
        self.founded(folder, &self.profile, &self.script.officers, quarter)
    }

    /// The same with keys, where the script names a neighbour.
    pub fn found_with_keys(&self, folder: &Path, quarter: &PeriodSpan) -> Outcome<Played> {
        let mut played = self.found(folder, quarter)?;
        if let Some(neighbour) = &self.script.neighbour {
            played.keys = Some(keys::give(&played, &neighbour.own_post, &self.script.officers)?);
        }
        Ok(played)
    }

    /// Founds the post of the neighbour on the same day in another empty folder: the profile turned round, with keys
    /// and officers of its own. None where the script names none.
    pub fn found_neighbour(&self, folder: &Path, quarter: &PeriodSpan) -> Outcome<Option<Played>> {
        let Some(neighbour) = &self.script.neighbour else { return Ok(None) };
        let mut profile = folders::read_profile(&folders::standing(&self.profile.folder))?;
        let known = |side: &str| profile.main.sides.iter().any(|known| known.code.get_ref() == side);
        if !known(&neighbour.side) || neighbour.side == *profile.main.own.get_ref() {
            return Err(Stop::Refused(format!("{SCRIPT}: {} is no other side of the profile", neighbour.side)));
        }
        profile.turn(&neighbour.side);
        neighbour.keeper.clone_into(profile.main.keeper.get_mut());
        let mut played = self.founded(folder, &profile, &neighbour.officers, quarter)?;
        played.keys = Some(keys::give(&played, &neighbour.post, &neighbour.officers)?);
        Ok(Some(played))
    }

    /// Founds a post in an empty folder before the quarter, and registers its officers.
    fn founded(
        &self,
        folder: &Path,
        profile: &Profile,
        officers: &[ScriptOfficer],
        quarter: &PeriodSpan,
    ) -> Outcome<Played> {
        let first = quarter.from.saturating_add((self.script.days().0 - DAYS_BEFORE).days());
        let begun =
            first.at(8, 0, 0, 0).to_zoned(self.zone.clone()).map_err(|fault| Stop::Failed(fault.to_string()))?;
        let clock = Arc::new(SetClock::at(begun.timestamp()));
        let founded = Desk::found(folder, profile, KEEPER, clock.clone(), Arc::new(RealChance)).map_err(unfounded)?;
        let stage = Stage::with(&founded.desk, &clock, &founded.keeper, officers, quarter.clone());
        let stage = stage.map_err(|fault| self.unplayed(&fault))?;
        let logins = officers.iter().map(|officer| officer.login.clone());
        let officers = logins.filter_map(|login| Some((login.clone(), stage.officer(&login)?.clone()))).collect();
        drop(stage);
        let (desk, keeper, quarter) = (Arc::new(founded.desk), founded.keeper, quarter.clone());
        Ok(Played { desk, clock, keeper, officers, quarter, keys: None })
    }

    /// Plays every act that is not after `until` in the own post.
    pub fn play(&self, played: &Played, until: Timestamp, told: impl FnMut(&ScriptAct, usize)) -> Outcome {
        let mut stage =
            Stage::of(&played.desk, &played.clock, &played.keeper, &played.officers, played.quarter.clone());
        stage.play(&self.script, until, told).map_err(|fault| self.unplayed(&fault))
    }

    fn unplayed(&self, fault: &ScriptFault) -> Stop {
        Stop::Failed(format!("{}: {fault}", self.script.title))
    }
}

/// A number made from the names and the bytes of the files in a folder.
fn fingerprint(folder: &Path) -> Outcome<String> {
    let fault = |fault: std::io::Error| Stop::file(folder, &fault);
    let entries = std::fs::read_dir(folder).map_err(fault)?;
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in files {
        path.file_name().hash(&mut hasher);
        std::fs::read(&path).map_err(fault)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The day of an act, counted from the first day of the quarter.
fn day_of_act(on: &str) -> Option<i32> {
    on.strip_prefix('Q')?.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        Course::read(&folders::profile(None, folders::USUAL_PROFILE).unwrap()).unwrap()
    }

    #[test]
    fn the_quarter_shown_is_over_and_reported() {
        let course = course();
        let label = |instant: &str| course.quarter_before(instant.parse().unwrap()).label;
        assert_eq!(label("2026-06-20T03:00:00Z"), "2026-Q1");
        assert_eq!(label("2026-04-02T03:00:00Z"), "2025-Q4", "the reports of the first quarter are not done yet");
        assert_eq!(label("2026-11-22T03:00:00Z"), "2026-Q3");
    }

    #[test]
    fn a_changed_file_makes_another_fingerprint() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("profile.toml");
        std::fs::write(&file, "one").unwrap();
        let before = fingerprint(folder.path()).unwrap();
        assert_eq!(fingerprint(folder.path()).unwrap(), before);
        std::fs::write(&file, "two").unwrap();
        assert_ne!(fingerprint(folder.path()).unwrap(), before);
    }

    #[test]
    fn days_are_read_from_the_script() {
        assert_eq!(day_of_act("Q+32 09:00"), Some(32));
        assert_eq!(day_of_act("Q-5"), Some(-5));
        assert_eq!(day_of_act("2026-01-01"), None);
    }
}
