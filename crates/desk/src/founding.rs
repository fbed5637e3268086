//! Founding a post: a profile's directory becomes the first records, and the first administrator gets a one-time link.

use std::path::Path;
use std::sync::Arc;

use domain::organisation::officer::{Officer, OfficerCommand};
use domain::{Grade, Noun, OfficerId, Reach, RecordId, Role, SideId, UnitId};
use serde_json::Value;
use store::{Failure, KeptBy};

use crate::profile::Profile;
use crate::{Act, ActError, Chance, Clock, Desk, Token};

/// A post that was founded.
pub struct Founded {
    /// The desk of the post.
    pub desk: Desk,
    /// The first administrator.
    pub keeper: OfficerId,
    /// The one-time link by which the administrator sets a password.
    pub invitation: Token,
    /// How many records the profile brought.
    pub records: usize,
}

/// What the first administrator is called.
pub struct FirstKeeper<'a> {
    /// The login.
    pub login: &'a str,
    /// The name for papers.
    pub name: &'a str,
}

impl Desk {
    /// Founds a post in an empty folder. A folder that holds records already is left as it is.
    pub fn found(
        folder: &Path,
        profile: &Profile,
        keeper: (&str, &str),
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Founded, ActError> {
        let unfit = |text: String| ActError::Failure(Failure::Unfit(text));
        let own = SideId::parse(profile.main.own.get_ref()).map_err(|fault| unfit(fault.to_string()))?;
        let zone = profile.main.sides.iter().find(|side| side.code.get_ref() == own.as_str());
        let zone = zone.and_then(|side| jiff::tz::TimeZone::get(side.zone.get_ref()).ok());
        let zone = zone.ok_or_else(|| unfit(format!("the profile names no zone for side {own}")))?;
        let kept = KeptBy { zone, top: profile.main.keeper.get_ref().clone() };
        let blank = Self::blank(folder, own, kept, Arc::clone(&clock), Arc::clone(&chance))?;
        if blank.store.read(|view| view.journal_length())? > 0 {
            return Err(unfit(format!("{} holds the records of a post already", folder.display())));
        }
        copy_lines(folder, profile).map_err(|fault| unfit(format!("{}: {fault}", folder.display())))?;
        let records = blank.bring(profile)?;
        let first = blank.first_keeper(profile, &FirstKeeper { login: keeper.0, name: keeper.1 })?;
        drop(blank);
        let desk = Self::open(folder, clock, chance)?;
        let invitation = desk.invite(&first).map_err(|fault| unfit(fault.to_string()))?;
        Ok(Founded { desk, keeper: first, invitation, records })
    }

    fn bring(&self, profile: &Profile) -> Result<usize, ActError> {
        let bad = |fault: domain::RecordIdFault| ActError::Bad(fault.to_string());
        let keeper = UnitId::parse(profile.main.keeper.get_ref()).map_err(bad)?;
        let acts = profile.acts().map_err(bad)?;
        let mut records = std::collections::BTreeSet::new();
        for step in acts {
            records.insert(step.record.clone());
            let unit = step.unit.unwrap_or_else(|| keeper.clone());
            self.step(step.noun, step.record, unit, step.command)?;
        }
        Ok(records.len())
    }

    /// The first administrator keeps the directory over the whole side, and reads no content.
    fn first_keeper(&self, profile: &Profile, first: &FirstKeeper<'_>) -> Result<OfficerId, ActError> {
        let bad = |fault: domain::RecordIdFault| ActError::Bad(fault.to_string());
        let unit = UnitId::parse(profile.main.keeper.get_ref()).map_err(bad)?;
        let id = self.fresh_id();
        let register = OfficerCommand::Register {
            login: first.login.to_owned(),
            name: first.name.to_owned(),
            rank: None,
            unit: unit.clone(),
        };
        let assign = OfficerCommand::Assign {
            role: Role::Keeper,
            unit: unit.clone(),
            reach: Reach::Subtree,
            ceiling: Grade::Internal,
            from: self.today(),
            until: None,
        };
        for command in [register, assign] {
            let command = serde_json::to_value(&command).unwrap_or_default();
            self.step(Officer::NAME, id.clone(), unit.clone(), command)?;
        }
        Ok(OfficerId(id))
    }

    fn step(&self, noun: &str, record: RecordId, unit: UnitId, command: Value) -> Result<(), ActError> {
        let act = Act {
            id: self.fresh_act(),
            noun: noun.to_owned(),
            record: Some(record.clone()),
            version: None,
            command,
            unit: Some(unit),
            happened: None,
            grade: None,
            exercise: false,
        };
        match self.act_founding(&act) {
            Ok(_) => Ok(()),
            Err(ActError::Refused(refused)) => {
                let details = serde_json::to_string(&refused.details).unwrap_or_default();
                Err(ActError::Bad(format!("{noun} {record}: refused: {} {details}", refused.reason)))
            }
            Err(ActError::Bad(text)) => Err(ActError::Bad(format!("{noun} {record}: {text}"))),
            Err(other) => Err(other),
        }
    }
}

fn copy_lines(folder: &Path, profile: &Profile) -> std::io::Result<()> {
    let lines = folder.join("lines");
    std::fs::create_dir_all(&lines)?;
    profile.lines.iter().try_for_each(|(name, text)| std::fs::write(lines.join(name), text))
}
