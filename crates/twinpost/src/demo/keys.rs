//! The keys of a post of the demonstration, from the root of its side down to its commanders: made as everywhere else,
//! under passphrases that anybody may know, because nothing in a demonstration is real.

use desk::Chance;
use desk::keys::{By, OfficerOrder, Passphrase, checked_roots, first_root, grouped};
use desk::proof::Hash;
use desk::road::PostName;
use desk::script::ScriptOfficer;
use domain::contact::document::DocumentKind;
use domain::{OfficerId, Role};
use jiff::ToSpan;

use super::course::Played;
use crate::real::RealChance;
use crate::stop::{Outcome, Stop};

/// The passphrase of every post of a demonstration.
pub const POST_PASSPHRASE: &str = "demonstration-post";
/// The passphrase under which every commander of a demonstration signs.
pub const SIGNING_PASSPHRASE: &str = "demonstration-sign";
/// How many years the keys hold.
const YEARS: i32 = 3;

/// What is known of the keys of a post.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Its name towards others.
    pub name: PostName,
    /// The fingerprint of its side's root.
    pub fingerprint: Hash,
    /// Who has a key for what both sides sign, with the unit for which he signs.
    pub signers: Vec<(OfficerId, String)>,
}

impl Keys {
    /// The fingerprint as people compare it.
    pub fn fingerprint(&self) -> String {
        grouped(&self.fingerprint)
    }
}

/// Makes the root of the side, the keys of the post and those of every commander, and opens those of the post.
pub fn give(played: &Played, post: &str, officers: &[ScriptOfficer]) -> Outcome<Keys> {
    let desk = &played.desk;
    let side = desk.own().to_string();
    let chance: &dyn Chance = &RealChance;
    let holder = Passphrase::new(POST_PASSPHRASE);
    let now_ms = desk.now().as_millisecond().unsigned_abs();
    let made = first_root(&side, 1, now_ms, std::slice::from_ref(&holder), chance)?;
    let roots = vec![made.request.finished()?];
    let (fingerprint, _) = checked_roots(&side, &roots)?;
    let until = desk.today().saturating_add(YEARS.years());
    let mut request = desk.make_post_keys(post, &holder, until, roots)?;
    let [key] = made.keys.as_slice() else { return Err(Stop::Failed("the root has not one key".to_owned())) };
    request.sign(&key.unlock(&holder)?)?;
    desk.install(&request, Some(fingerprint))?;
    let sealer = desk.unlock_post(&holder)?;
    let commanders = officers.iter().filter(|officer| officer.role == Role::Commander);
    let mut signers = Vec::new();
    for commander in commanders {
        let Some(officer) = played.officers.get(&commander.login) else { continue };
        let rights = DocumentKind::ALL.map(|kind| kind.code().to_owned()).to_vec();
        let office = Some(commander.name.clone());
        let order = OfficerOrder { officer, rights, until_on: until.saturating_sub(1.day()), office, unit: None };
        desk.make_officer_key(By::Console, &order, &Passphrase::new(SIGNING_PASSPHRASE), &sealer)?;
        signers.push((officer.clone(), commander.unit.clone()));
    }
    let name = sealer.name().clone();
    desk.seal_with(sealer);
    Ok(Keys { name, fingerprint, signers })
}
