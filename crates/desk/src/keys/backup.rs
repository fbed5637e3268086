//! The backup of a post's keys: everything that is kept of them, encrypted as it lies there, in one file in the form of
//! `docs/formats/keys.md`; and its way back into the post of that name. What has ended here is not brought back.

use std::collections::BTreeSet;

use domain::OfficerId;
use journal::{Envelope, Hash, Item, Label, PostKeys, Root, is_code, sha256};
use serde::Serialize;
use store::{Failure, KeptKey, KeyChange};

use super::fault::KeyError;
use super::form::Form;
use super::locked::{KeyUse, Locked, Passphrase};
use super::post::{chain_from, end, is_of_post, keep_root, kept_roots, standing};
use super::{ROOT, digest, officer};
use crate::Desk;
use crate::road::KeptCertificate;

/// How large a backup is at most, in bytes.
pub const BACKUP_LIMIT: usize = 16 << 20;
/// How many keys it holds at most.
const KEYS_LIMIT: usize = 10_000;
/// How many roots it holds at most.
const ROOTS_LIMIT: usize = 64;
/// How many bytes the secret half of one key has at most, encrypted.
const SEALED_LIMIT: usize = 1_000;
/// How many bytes what certifies one key has at most.
const CERTIFICATE_LIMIT: usize = 60_000;
/// The longest name or reason, in bytes.
const TEXT_LIMIT: usize = 300;
/// Times of evidence are below this.
const TIME_LIMIT: u64 = 1 << 53;
const FORMAT: &str = "twinpost/1/keys";

/// All keys of a post as they were kept, with what certifies them, what ended, and the roots of the side. No secret in
/// it can be read without the passphrases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyBackup {
    /// The side.
    pub side: String,
    /// The post.
    pub post: String,
    /// When it was made, in milliseconds since 1970 UTC.
    pub made_ms: u64,
    roots: Vec<Envelope>,
    keys: Vec<KeptKey>,
}

/// What a recovery brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recovered {
    /// Side and post.
    pub post: String,
    /// How many keys are here that were not here before; ended ones count.
    pub keys: usize,
    /// How many of all the keys have ended.
    pub ended: usize,
    /// How many roots are here that were not here before.
    pub roots: usize,
}

impl KeyBackup {
    /// How many keys it holds, ended ones included.
    pub fn count(&self) -> usize {
        self.keys.len()
    }

    /// The fingerprint of the first root, which people compare with the paper; none where no root is in it.
    pub fn fingerprint(&self) -> Result<Option<Hash>, KeyError> {
        match self.roots.first() {
            Some(first) => Ok(Some(Root::read(first, "roots[0]")?.fingerprint())),
            None => Ok(None),
        }
    }

    /// Its bytes, to be kept anywhere.
    pub fn to_bytes(&self) -> Result<Vec<u8>, KeyError> {
        let unfit = |_| KeyError::Failure(Failure::Unfit("there are too many keys for one backup".into()));
        let mut fields = self.fields();
        let check = sha256(&[&Item::Map(fields.clone()).to_bytes(BACKUP_LIMIT).map_err(unfit)?]);
        fields.push(("check".to_owned(), Item::Bytes(check.to_vec())));
        Item::Map(fields).to_bytes(BACKUP_LIMIT).map_err(unfit)
    }

    /// The backup of bytes: damage and later forms are told apart, without any passphrase.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let mut form = Form::read(bytes, BACKUP_LIMIT).ok_or(KeyError::Damaged)?;
        let format = form.text("format").ok_or(KeyError::Damaged)?;
        if format != FORMAT {
            let number = format.strip_prefix("twinpost/").and_then(|rest| rest.strip_suffix("/keys"));
            let later = number.and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number > 1);
            return Err(if later { KeyError::Version } else { KeyError::Damaged });
        }
        let backup = read(form).ok_or(KeyError::Damaged)?;
        // Written once more and compared, so that the check over it is compared as well.
        if backup.to_bytes()? == bytes { Ok(backup) } else { Err(KeyError::Damaged) }
    }

    fn fields(&self) -> Vec<(String, Item)> {
        let text = |text: &str| Item::Text(text.to_owned());
        let bytes = |bytes: &[u8]| Item::Bytes(bytes.to_vec());
        let key = |key: &KeptKey| {
            let mut fields = vec![
                ("use".to_owned(), text(&key.kind)),
                ("name".to_owned(), text(&key.name)),
                ("public".to_owned(), bytes(&key.public)),
                ("sealed".to_owned(), bytes(&key.sealed)),
                ("certificate".to_owned(), bytes(&key.certificate)),
                ("made".to_owned(), Item::Int(key.made_ms.into())),
            ];
            if let Some(ended_ms) = key.ended_ms {
                fields.push(("ended".to_owned(), Item::Int(ended_ms.into())));
                fields.push(("reason".to_owned(), text(&key.reason)));
            }
            Item::Map(fields)
        };
        let roots = self.roots.iter().map(|root| Item::Bytes(root.to_bytes()));
        let fields = [
            ("format", text(FORMAT)),
            ("side", text(&self.side)),
            ("post", text(&self.post)),
            ("made", Item::Int(self.made_ms.into())),
            ("roots", Item::List(roots.collect())),
            ("keys", Item::List(self.keys.iter().map(key).collect())),
        ];
        fields.map(|(name, item)| (name.to_owned(), item)).into()
    }

    fn key(&self, public: &[u8]) -> Option<&KeptKey> {
        self.keys.iter().find(|key| key.public == public)
    }

    /// Whether every key in it is what its certificate and its encrypted half say, under these roots.
    fn holds(&self, roots: &[Root]) -> Result<(), KeyError> {
        for key in &self.keys {
            let certified = match KeyUse::of_code(&key.kind) {
                _ if key.certificate.is_empty() => true,
                Some(KeyUse::Courier) => KeptCertificate::read(&key.certificate).is_some(),
                Some(KeyUse::Officer) => self.is_officers(key)?,
                Some(_) => self.is_posts(key, roots)?,
                None => false,
            };
            if !certified || !is_sealed(key)? {
                return Err(KeyError::Damaged);
            }
        }
        Ok(())
    }

    /// Whether a key of the post is the one that its certificate names, and the certificate holds under one of the roots:
    /// the one in force may be younger.
    fn is_posts(&self, key: &KeptKey, roots: &[Root]) -> Result<bool, KeyError> {
        let envelope = Envelope::from_bytes(&key.certificate, "keys")?;
        let keys = PostKeys::read(&envelope, "keys")?;
        let last = roots.last().ok_or(KeyError::NoRoot)?;
        if !roots.iter().any(|root| PostKeys::verify(&envelope, root, "keys").is_ok()) {
            PostKeys::verify(&envelope, last, "keys")?;
        }
        let named = match KeyUse::of_code(&key.kind) {
            Some(KeyUse::Log) => keys.log,
            Some(KeyUse::Mirror) => keys.mirror,
            _ => keys.certify,
        };
        Ok(keys.name.side == self.side && keys.name.post == key.name && key.public == named)
    }

    /// Whether an officer's key is the one that its certificate names, and a key in here certified it.
    fn is_officers(&self, key: &KeptKey) -> Result<bool, KeyError> {
        let envelope = Envelope::from_bytes(&key.certificate, "keys")?;
        let (certified, _) = officer::read(&envelope, &self.keys)?;
        envelope.verify(Label::Officer, "keys")?;
        Ok(certified.post.side == self.side && key.public == certified.key)
    }
}

/// Whether what is encrypted is the secret of this key; nothing where it ended.
fn is_sealed(key: &KeptKey) -> Result<bool, KeyError> {
    if key.ended_ms.is_some() {
        return Ok(key.sealed.is_empty());
    }
    let locked = Locked::from_bytes(&key.sealed)?;
    // An officer's key is encrypted for the identity that the neighbour sees.
    let named = key.kind == KeyUse::Officer.code() || locked.name == key.name;
    Ok(named && locked.public[..] == key.public && locked.use_of.code() == key.kind)
}

fn read(mut form: Form) -> Option<KeyBackup> {
    let (side, post) = (form.text("side")?, form.text("post")?);
    let made_ms = form.number("made").filter(|made| *made < TIME_LIMIT)?;
    let roots = form.list("roots")?.into_iter().map(|item| match item {
        Item::Bytes(bytes) => Envelope::from_bytes(&bytes, "roots").ok(),
        _ => None,
    });
    let roots = roots.collect::<Option<Vec<_>>>()?;
    let keys = form.list("keys")?;
    if keys.len() > KEYS_LIMIT || roots.len() > ROOTS_LIMIT || !is_code(&side) || !is_code(&post) {
        return None;
    }
    let keys = keys.into_iter().map(read_key).collect::<Option<Vec<_>>>()?;
    let _: [u8; 32] = form.exactly("check")?;
    form.done()?;
    let publics: BTreeSet<&[u8]> = keys.iter().map(|key| key.public.as_slice()).collect();
    let in_order = keys.is_sorted_by_key(|key| key.made_ms);
    (publics.len() == keys.len() && in_order).then_some(KeyBackup { side, post, made_ms, roots, keys })
}

fn read_key(item: Item) -> Option<KeptKey> {
    let mut form = Form::of(item)?;
    let kind = form.text("use")?;
    KeyUse::of_code(&kind).filter(|use_of| *use_of != KeyUse::Root)?;
    let name = form.text("name").filter(|name| (1..=TEXT_LIMIT).contains(&name.len()))?;
    let public: [u8; 32] = form.exactly("public")?;
    let sealed = form.bytes("sealed").filter(|sealed| sealed.len() <= SEALED_LIMIT)?;
    let certificate = form.bytes("certificate").filter(|certificate| certificate.len() <= CERTIFICATE_LIMIT)?;
    let mut time = |name: &str| i64::try_from(form.number(name).filter(|at| *at < TIME_LIMIT)?).ok();
    let made_ms = time("made")?;
    let ended_ms = time("ended");
    let mut reason = String::new();
    if ended_ms.is_some() {
        reason = form.text("reason").filter(|reason| (1..=TEXT_LIMIT).contains(&reason.len()))?;
    }
    form.done()?;
    let (failures, locked_until_ms) = (0, 0);
    let public = public.to_vec();
    Some(KeptKey { public, kind, name, sealed, certificate, made_ms, ended_ms, reason, failures, locked_until_ms })
}

impl Desk {
    /// Everything that is kept of the keys of this post and its officers, to be laid away.
    pub fn back_up_keys(&self) -> Result<KeyBackup, KeyError> {
        let mut keys = self.access.keys()?;
        let roots = kept_roots(&keys)?;
        keys.retain(|key| key.kind != ROOT);
        let was = keys.iter().any(is_of_post);
        let post = standing(&keys).next().map(|key| key.name.clone());
        let post = post.ok_or(if was { KeyError::Ended } else { KeyError::NoKey })?;
        for key in &mut keys {
            (key.failures, key.locked_until_ms) = (0, 0);
        }
        let backup =
            KeyBackup { side: self.own().to_string(), post, made_ms: self.now_ms().unsigned_abs(), roots, keys };
        // What cannot be read again is no backup.
        KeyBackup::from_bytes(&backup.to_bytes()?)
    }

    /// Brings the keys of a backup back into this post, once its passphrase has opened them. What stands here stays as it
    /// is, what has ended here stays ended, and what does not fit is refused and changes nothing. The fingerprint of the
    /// first root is the one that the post knows already, or the one that a person compared with the paper.
    pub fn recover_keys(
        &self,
        backup: &KeyBackup,
        passphrase: &Passphrase,
        compared: Option<Hash>,
    ) -> Result<Recovered, KeyError> {
        if backup.side != self.own().as_str() {
            return Err(KeyError::OtherSide(backup.side.clone()));
        }
        let kept = self.access.keys()?;
        let is_missing = |key: &&KeptKey| key.kind != ROOT && backup.key(&key.public).is_none();
        let other = standing(&kept).find(|key| key.name != backup.post);
        let other =
            other.or_else(|| kept.iter().filter(is_missing).find(|key| is_of_post(key) && key.name != backup.post));
        if let Some(other) = other {
            return Err(KeyError::OtherPost(other.name.clone()));
        }
        if kept.iter().any(|key| is_missing(&key)) {
            return Err(KeyError::OlderBackup);
        }
        let before = kept_roots(&kept)?;
        let chain = self.chain_of(backup, &before, compared)?;
        let roots = chain.iter().map(|root| Root::read(root, ROOT)).collect::<Result<Vec<_>, _>>()?;
        backup.holds(&roots)?;
        let whole = self.merged(backup, &kept)?;
        self.opens(&whole, passphrase)?;

        let now_ms = self.now_ms();
        let mut changes: Vec<KeyChange> =
            chain.iter().enumerate().skip(before.len()).map(|(index, root)| keep_root(index, root, now_ms)).collect();
        let (roots, mut keys) = (changes.len(), 0);
        for key in &whole {
            match kept.iter().find(|here| here.public == key.public) {
                None => {
                    keys += 1;
                    changes.push(KeyChange::Keep(key.clone()));
                }
                Some(here) if here.ended_ms.is_none() && key.ended_ms.is_some() => {
                    changes.push(end(key, key.ended_ms.unwrap_or(now_ms), &key.reason));
                }
                Some(_) => {}
            }
        }
        if keys > 0 {
            let own = format!("{}.{}", backup.side, backup.post);
            let own = own.parse().map_err(|_| KeyError::OtherPost(own))?;
            self.note_recovered(&own)?;
        }
        self.access.change_keys(&changes)?;
        let ended = whole.iter().filter(|key| key.ended_ms.is_some()).count();
        Ok(Recovered { post: format!("{}.{}", backup.side, backup.post), keys, ended, roots })
    }

    /// The roots of the backup and of this post, one chain, verified from the fingerprint on.
    fn chain_of(
        &self,
        backup: &KeyBackup,
        before: &[Envelope],
        compared: Option<Hash>,
    ) -> Result<Vec<Envelope>, KeyError> {
        let known = self.known_fingerprint()?;
        if compared.is_some() && known.is_some() && compared != known {
            return Err(KeyError::OtherFingerprint);
        }
        if backup.roots.is_empty() && before.is_empty() {
            return Ok(Vec::new());
        }
        let fingerprint = known.or(compared).ok_or(KeyError::FingerprintNeeded)?;
        Ok(chain_from(self.own().as_str(), before, backup.roots.clone(), fingerprint)?.0)
    }

    /// The keys of a backup as they stand once they are here: what ended there, here, or by the officer's record, has
    /// ended, and has no secret.
    fn merged(&self, backup: &KeyBackup, kept: &[KeptKey]) -> Result<Vec<KeptKey>, KeyError> {
        let mut whole = Vec::with_capacity(backup.keys.len());
        for key in &backup.keys {
            let here = kept.iter().find(|here| here.public == key.public);
            let mut key = here.filter(|here| here.ended_ms.is_some() || key.ended_ms.is_none()).unwrap_or(key).clone();
            if key.ended_ms.is_none()
                && let Some(reason) = self.told_ended(&key)?
            {
                (key.ended_ms, key.reason) = (Some(self.now_ms()), reason);
                key.sealed.clear();
            }
            whole.push(key);
        }
        Ok(whole)
    }

    /// Why the record of its officer says that a key has ended.
    fn told_ended(&self, key: &KeptKey) -> Result<Option<String>, Failure> {
        let Ok(officer) = OfficerId::parse(&key.name) else { return Ok(None) };
        if key.kind != KeyUse::Officer.code() {
            return Ok(None);
        }
        let Some(state) = self.officer(&officer)? else { return Ok(None) };
        let digest = digest(&key.public);
        Ok(state.keys.into_iter().find(|known| known.key == digest).and_then(|known| known.ended))
    }

    /// Opens the keys of the post, and that of its certificate, to prove that this is their passphrase.
    fn opens(&self, keys: &[KeptKey], passphrase: &Passphrase) -> Result<(), KeyError> {
        let _one_at_a_time = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let certified: Vec<&KeptKey> = standing(keys).filter(|key| !key.certificate.is_empty()).collect();
        let courier = keys.iter().filter(|key| key.kind == KeyUse::Courier.code() && key.ended_ms.is_none());
        // Keys that still wait for the root may lie under another passphrase than those in use.
        let opened = if certified.is_empty() { standing(keys).collect() } else { certified };
        if opened.is_empty() {
            return Err(KeyError::Ended);
        }
        opened
            .into_iter()
            .chain(courier)
            .try_for_each(|key| Locked::from_bytes(&key.sealed)?.unlock(passphrase).map(drop))
    }
}
