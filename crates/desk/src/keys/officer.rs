//! The key of an officer: made under the officer's own passphrase, certified by the post, opened to sign, replaced, and
//! ended. Who administers the officer's unit may make and end it, and so may the console; the record tells of it.

use domain::organisation::officer::{OfficerFact, OfficerState};
use domain::organisation::unit::UnitState;
use domain::{Decided, OfficerId, Right, UnitId};
use jiff::civil::Date;
use journal::{Envelope, OfficerKey, hex, is_code};
use serde_json::json;
use store::{Failure, KeptKey, KeyChange, Row, View};

use super::fault::KeyError;
use super::locked::{KeyUse, Locked, Passphrase};
use super::post::{certified, end};
use super::root::{fit_text, fresh_key};
use super::sealer::{PostSealer, Signer};
use super::{KeyView, digest};
use crate::act::Work;
use crate::authority::Who;
use crate::entrance::wait_ms;
use crate::fold::declared;
use crate::{Act, ActError, Desk};

/// How many kinds of documents a key may sign.
const RIGHTS: usize = 64;

/// Who makes or ends the key of an officer.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// Whoever holds the folder of the post.
    Console,
    /// An officer who administers the other one's unit.
    Keeper(&'a OfficerId),
}

/// A key that is wanted for an officer.
#[derive(Clone, Debug)]
pub struct OfficerOrder<'a> {
    /// The officer.
    pub officer: &'a OfficerId,
    /// The kinds of documents that the key may sign.
    pub rights: Vec<String>,
    /// The last day.
    pub until_on: Date,
    /// The office as others read it; the rank where none is said.
    pub office: Option<String>,
    /// The unit for which it signs; the officer's own where none is said.
    pub unit: Option<UnitId>,
}

impl Desk {
    /// Makes and certifies a key for an officer who has none.
    pub fn make_officer_key(
        &self,
        by: By<'_>,
        order: &OfficerOrder<'_>,
        pin: &Passphrase,
        sealer: &PostSealer,
    ) -> Result<KeyView, KeyError> {
        let state = self.administered(by, order.officer, order.unit.as_ref(), "certify-key")?;
        if self.kept_of(order.officer)?.iter().any(|key| key.ended_ms.is_none()) {
            return Err(KeyError::HasKey);
        }
        let mut chance = [0; 12];
        self.chance.fill(&mut chance);
        let office = order.office.clone().or(state.rank).unwrap_or_else(|| "officer".to_owned());
        let wanted = OfficerKey {
            post: sealer.name().clone(),
            officer: format!("o-{}", hex(&chance)),
            unit: order.unit.as_ref().unwrap_or(&state.unit).to_string(),
            office: fit_text(&office)?,
            key: [0; 32],
            rights: fit_rights(&order.rights)?,
            from_ms: self.now_evidence(),
            until_ms: self.end_of(order.until_on),
        };
        self.keep_officer_key(by, order.officer, (wanted, order.until_on), pin, sealer, None)
    }

    /// Replaces the key of an officer: the same identity, office, unit and rights, another key.
    pub fn rotate_officer_key(
        &self,
        by: By<'_>,
        officer: &OfficerId,
        until_on: Date,
        pin: &Passphrase,
        sealer: &PostSealer,
    ) -> Result<KeyView, KeyError> {
        self.administered(by, officer, None, "certify-key")?;
        let kept = self.kept_of(officer)?;
        let before = kept.last().ok_or(KeyError::NoKey)?;
        let (was, _) = read(&Envelope::from_bytes(&before.certificate, "officer")?, &self.access.keys()?)?;
        let (from_ms, until_ms) = (self.now_evidence(), self.end_of(until_on));
        let wanted = OfficerKey { post: sealer.name().clone(), from_ms, until_ms, ..was };
        self.keep_officer_key(by, officer, (wanted, until_on), pin, sealer, Some(before))
    }

    /// Ends the key of an officer: it opens no more, and its secret is wiped.
    pub fn end_officer_key(&self, by: By<'_>, officer: &OfficerId, reason: &str) -> Result<(), KeyError> {
        let reason = fit_text(reason)?;
        self.administered(by, officer, None, "end-key")?;
        let kept = self.kept_of(officer)?;
        let key = kept.iter().find(|key| key.ended_ms.is_none()).ok_or(KeyError::NoKey)?;
        // The record first: whatever breaks in between, doing it once more mends it.
        let fact = OfficerFact::KeyEnded { key: digest(&key.public), reason: reason.clone() };
        self.note_keys(by, officer, "end-key", &[fact])?;
        Ok(self.access.change_keys(&[end(key, self.now_ms(), &reason)])?)
    }

    /// Opens the key of an officer with his passphrase. After five wrong ones each further try has to wait.
    pub fn unlock(&self, officer: &OfficerId, pin: &Passphrase) -> Result<Signer, KeyError> {
        // One at a time: each costs 64 MiB, and two tries at once count as two.
        let _one_at_a_time = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let kept = self.kept_of(officer)?;
        if kept.is_empty() {
            return Err(KeyError::NoKey);
        }
        let key = kept.iter().rfind(|key| key.ended_ms.is_none()).ok_or(KeyError::Ended)?;
        let envelope = Envelope::from_bytes(&key.certificate, "officer")?;
        let all = self.access.keys()?;
        let (_, certifier) = read(&envelope, &all)?;
        if certifier.ended_ms.is_some() || !self.serves(officer)? {
            return Err(KeyError::Ended);
        }
        let post = certified(&all)?;
        let certified = OfficerKey::verify(&envelope, self.own().as_str(), &[post], "officer")?;
        if !(certified.from_ms..certified.until_ms).contains(&self.now_evidence()) {
            return Err(KeyError::OutOfTime);
        }
        let now = self.now_ms();
        if key.locked_until_ms > now {
            return Err(KeyError::Wait { seconds: (key.locked_until_ms - now + 999) / 1000 });
        }
        let locked = Locked::from_bytes(&key.sealed)?;
        if locked.public != certified.key || locked.use_of != KeyUse::Officer || locked.name != certified.officer {
            return Err(KeyError::Damaged);
        }
        match locked.unlock(pin) {
            Ok(opened) => {
                self.access.note_key(&key.public, 0, 0)?;
                Ok(Signer::new(opened, certified, envelope))
            }
            Err(KeyError::Passphrase) => {
                let failures = key.failures.saturating_add(1);
                self.access.note_key(&key.public, failures, now + wait_ms(failures))?;
                Err(KeyError::Passphrase)
            }
            Err(other) => Err(other),
        }
    }

    fn keep_officer_key(
        &self,
        by: By<'_>,
        officer: &OfficerId,
        (wanted, until_on): (OfficerKey, Date),
        pin: &Passphrase,
        sealer: &PostSealer,
        before: Option<&KeptKey>,
    ) -> Result<KeyView, KeyError> {
        let post = sealer.keys();
        if until_on <= self.today() || wanted.from_ms < post.from_ms || wanted.until_ms > post.until_ms {
            return Err(KeyError::Dates);
        }
        let key = fresh_key(self.chance.as_ref());
        let locked = Locked::lock(&key, (KeyUse::Officer, &wanted.officer), pin, self.chance.as_ref())?;
        let envelope = sealer.certify(&OfficerKey { key: locked.public, ..wanted });
        // What others will check is checked here first.
        OfficerKey::verify(&envelope, self.own().as_str(), std::slice::from_ref(post), "officer")?;
        let now_ms = self.now_ms();
        let mut facts = Vec::new();
        let mut changes = Vec::new();
        if let Some(before) = before.filter(|before| before.ended_ms.is_none()) {
            let reason = "replaced";
            facts.push(OfficerFact::KeyEnded { key: digest(&before.public), reason: reason.to_owned() });
            changes.push(end(before, now_ms, reason));
        }
        let until = until_on.tomorrow().unwrap_or(until_on);
        facts.push(OfficerFact::KeyCertified { key: digest(&locked.public), from: self.today(), until });
        let kept = KeptKey {
            public: locked.public.to_vec(),
            kind: KeyUse::Officer.code().to_owned(),
            name: officer.to_string(),
            sealed: locked.to_bytes(),
            certificate: envelope.to_bytes(),
            made_ms: now_ms,
            ended_ms: None,
            reason: String::new(),
            failures: 0,
            locked_until_ms: 0,
        };
        changes.push(KeyChange::Keep(kept.clone()));
        self.note_keys(by, officer, "certify-key", &facts)?;
        self.access.change_keys(&changes)?;
        Ok(self.key_view(&kept, &self.access.keys()?)?)
    }

    /// The keys of an officer in the order in which they were made.
    fn kept_of(&self, officer: &OfficerId) -> Result<Vec<KeptKey>, Failure> {
        let mut kept = self.access.keys()?;
        kept.retain(|key| key.kind == KeyUse::Officer.code() && key.name == officer.as_str());
        Ok(kept)
    }

    /// The officer, if the one who acts administers his unit and the one for which he is to sign.
    fn administered(
        &self,
        by: By<'_>,
        officer: &OfficerId,
        unit: Option<&UnitId>,
        command: &str,
    ) -> Result<OfficerState, KeyError> {
        let looked = self.store.read(|view| -> Result<OfficerState, ActError> {
            let who = self.hand(view, by)?;
            let row = view.record(officer.as_str())?.filter(|row| row.noun == "officer" && who.sees(row));
            let row = row.ok_or(ActError::NotFound)?;
            let right = Right::Administer;
            who.authorize(right, &row).ok_or(ActError::NotAllowed { right })?;
            if let Some(unit) = unit {
                let known = view.record(unit.as_str())?.filter(|row| row.noun == "unit").ok_or(ActError::NotFound)?;
                let state: UnitState = state_of(known)?;
                if state.side != *self.own() {
                    return Err(ActError::NotFound);
                }
                if !who.may(right, unit.as_str(), row.grade) {
                    return Err(ActError::NotAllowed { right });
                }
            }
            Ok(state_of(row)?)
        });
        looked.or_else(|error| self.refused(by, officer, command, error))
    }

    /// The one in whose hand it lies, with the roles of today.
    pub(crate) fn hand(&self, view: &View<'_>, by: By<'_>) -> Result<Who, Failure> {
        match by {
            By::Console => Who::founding().ok_or_else(|| Failure::Unfit("no founding officer".into())),
            By::Keeper(keeper) => Who::read(view, keeper, self.today()),
        }
    }

    /// Leaves on the officer's record what happened to his keys. No command asks for it, so that nobody can tell of a
    /// key that was never made.
    fn note_keys(&self, by: By<'_>, officer: &OfficerId, command: &str, facts: &[OfficerFact]) -> Result<(), KeyError> {
        let act = self.key_act(officer, command);
        let unreadable = |fault: serde_json::Error| Failure::Unreadable(fault.to_string());
        let facts = facts.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let done = self.store.write(|tx| -> Result<(), ActError> {
            let who = self.hand(&tx.view(), by)?;
            let row = tx.view().record(officer.as_str())?.filter(|row| row.noun == "officer" && who.sees(row));
            let row = row.ok_or(ActError::NotFound)?;
            let right = Right::Administer;
            let grant = who.authorize(right, &row).ok_or(ActError::NotAllowed { right })?;
            let entry = self.blank_entry(&who, &act, &grant)?;
            let mut work = Work::new(self, tx, &who, entry);
            let decided = Decided { facts: facts.clone(), consequences: Vec::new(), takes_back: Vec::new() };
            work.take(declared("officer")?, &grant, Some(row), decided)
        });
        done.or_else(|error| self.refused(by, officer, command, error))
    }

    fn refused<T>(&self, by: By<'_>, officer: &OfficerId, command: &str, error: ActError) -> Result<T, KeyError> {
        if let By::Keeper(keeper) = by {
            self.trace(keeper, &self.key_act(officer, command), &error)?;
        }
        Err(error.into())
    }

    fn key_act(&self, officer: &OfficerId, command: &str) -> Act {
        Act {
            id: self.fresh_act(),
            noun: "officer".to_owned(),
            record: Some(officer.0.clone()),
            version: None,
            command: json!({ "command": command }),
            unit: None,
            happened: None,
            grade: None,
            exercise: false,
        }
    }
}

fn state_of<S: serde::de::DeserializeOwned>(row: Row) -> Result<S, Failure> {
    serde_json::from_value(row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))
}

/// What a certificate says, and the key of the post that made it; whether it holds now is not asked.
pub(super) fn read<'a>(envelope: &Envelope, all: &'a [KeptKey]) -> Result<(OfficerKey, &'a KeptKey), KeyError> {
    let signer = envelope.signers().next().ok_or(KeyError::NoPaper)?;
    let certifier = all.iter().find(|key| key.kind == KeyUse::Certify.code() && key.public == signer);
    Ok((OfficerKey::read(envelope, "officer")?, certifier.ok_or(KeyError::NotOurs)?))
}

fn fit_rights(rights: &[String]) -> Result<Vec<String>, KeyError> {
    let mut rights: Vec<String> = rights.iter().map(|right| right.trim().to_owned()).collect();
    rights.sort();
    rights.dedup();
    let fits = (1..=RIGHTS).contains(&rights.len()) && rights.iter().all(|right| is_code(right));
    if fits { Ok(rights) } else { Err(KeyError::Rights) }
}
