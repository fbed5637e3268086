//! Founding a post: a profile's directory becomes the first records, and the first administrator gets a one-time link.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use domain::organisation::officer::{Officer, OfficerCommand};
use domain::{Grade, Noun, OfficerId, Reach, RecordId, Role, SideId, UnitId};
use store::{Failure, KeptBy};

use crate::profile::{FoundingAct, Origin, Profile, ProfileFault, refusal_words};
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
        let zone = profile.zone().ok_or_else(|| unfit(format!("the profile names no zone for side {own}")))?;
        // Everything that a rule refuses is told at once, before anything is written.
        profile.trial(clock.now()).map_err(|faults| ActError::Bad(told(&faults)))?;
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
        let steps = profile.acts().map_err(bad)?;
        let records: BTreeSet<RecordId> = steps.iter().map(|step| step.record.clone()).collect();
        self.take(steps, &keeper)?;
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
        let steps = [register, assign].map(|command| FoundingAct {
            noun: Officer::NAME,
            record: id.clone(),
            command: serde_json::to_value(&command).unwrap_or_default(),
            unit: None,
            happened: None,
            origin: Origin::default(),
        });
        self.take(steps.into(), &unit)?;
        Ok(OfficerId(id))
    }

    /// Takes steps of the founding, all of them or none.
    fn take(&self, steps: Vec<FoundingAct>, keeper: &UnitId) -> Result<(), ActError> {
        let acts = steps.into_iter().map(|step| {
            let FoundingAct { noun, record, command, unit, happened, origin } = step;
            let unit = Some(unit.unwrap_or_else(|| keeper.clone()));
            let (noun, record, id) = (noun.to_owned(), Some(record), self.fresh_act());
            let act = Act { id, noun, record, version: None, command, unit, happened, grade: None, exercise: false };
            (origin, act)
        });
        let (origins, acts): (Vec<Origin>, Vec<Act>) = acts.unzip();
        self.act_founding(&acts, |place, error| match (origins.get(place), acts.get(place)) {
            (Some(origin), Some(act)) => placed(origin, act, error),
            _ => error,
        })
    }
}

/// What kept a step from being taken, with its place in the profile.
fn placed(origin: &Origin, act: &Act, error: ActError) -> ActError {
    let record = act.record.as_ref().map(RecordId::as_str).unwrap_or_default();
    let problem = match error {
        ActError::Refused(refused) => refusal_words(&act.noun, record, &refused.reason, &refused.details),
        ActError::Bad(text) => format!("{} {record}: {text}", act.noun),
        other => return other,
    };
    let is_placed = !origin.file.is_empty();
    ActError::Bad(if is_placed { ProfileFault::of(origin.clone(), problem).to_string() } else { problem })
}

/// Faults, one line each.
fn told(faults: &[ProfileFault]) -> String {
    let lines = faults.iter().map(|fault| format!("\n  {fault}"));
    format!("{} faults:{}", faults.len(), lines.collect::<String>())
}

fn copy_lines(folder: &Path, profile: &Profile) -> std::io::Result<()> {
    let lines = folder.join("lines");
    std::fs::create_dir_all(&lines)?;
    profile.lines.iter().try_for_each(|(name, text)| std::fs::write(lines.join(name), text))
}
