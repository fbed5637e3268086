//! The keys of a post: made here, certified by the root of the side elsewhere, taken in here, opened for the courier.

use jiff::civil::Date;
use journal::{
    Code, Envelope, Hash, Label, PostKeys, PostName, Revocation, Root, SecretKey, is_code, root_chain, sha256,
};
use store::{Failure, KeptKey, KeyChange, RoadRow, ShownRow};

use super::fault::KeyError;
use super::locked::{KeyUse, Locked, Passphrase};
use super::request::{Asked, Request};
use super::root::fresh_key;
use super::sealer::PostSealer;
use super::{ROOT, instant_ms};
use crate::Desk;

/// The three keys of a post, in the order in which they are made.
const USES: [KeyUse; 3] = [KeyUse::Log, KeyUse::Mirror, KeyUse::Certify];

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Installed {
    /// A root of the side: its number.
    Root(u64),
    /// The certificate of the post's keys.
    Post(PostKeys),
    /// The end of the post's keys.
    Revocation(Revocation),
}

impl Desk {
    /// Makes the keys of this post, kept under the passphrase, and asks the root to certify them until the end of a
    /// day. Keys that wait for a certificate give way; those in use stay until the new ones are certified.
    pub fn make_post_keys(
        &self,
        post: &str,
        passphrase: &Passphrase,
        until_on: Date,
        roots: Vec<Envelope>,
    ) -> Result<Request, KeyError> {
        if !is_code(post) || !is_code(self.own().as_str()) {
            return Err(KeyError::PostForm);
        }
        if until_on <= self.today() {
            return Err(KeyError::Dates);
        }
        if !passphrase.is_fit() {
            return Err(KeyError::PassphraseForm);
        }
        let kept = self.access.keys()?;
        if let Some(other) = standing(&kept).find(|key| key.name != post) {
            return Err(KeyError::OtherPost(other.name.clone()));
        }
        let now_ms = self.now_ms();
        let waiting = standing(&kept).filter(|key| key.certificate.is_empty());
        let reason = "replaced before it was certified";
        let mut changes: Vec<KeyChange> = waiting.map(|key| end(key, now_ms, reason)).collect();
        let mut publics = [[0; 32]; 3];
        for (use_of, public) in USES.into_iter().zip(&mut publics) {
            let locked =
                Locked::lock(&fresh_key(self.chance.as_ref()), (use_of, post), passphrase, self.chance.as_ref())?;
            *public = locked.public;
            changes.push(KeyChange::Keep(KeptKey {
                public: locked.public.to_vec(),
                kind: use_of.code().to_owned(),
                name: post.to_owned(),
                sealed: locked.to_bytes(),
                certificate: Vec::new(),
                made_ms: now_ms,
                ended_ms: None,
                reason: String::new(),
                failures: 0,
                locked_until_ms: 0,
            }));
        }
        let [log, mirror, certify] = publics;
        let name = PostName { side: self.own().to_string(), post: post.to_owned() };
        let (from_ms, until_ms) = (self.now_evidence(), self.end_of(until_on));
        let asked = PostKeys { name, log, mirror, certify, from_ms, until_ms };
        let request = Request::new(Label::Post, asked.sign(&[]), self.roots_or(roots, &kept)?)?;
        self.access.change_keys(&changes)?;
        Ok(request)
    }

    /// Asks the root once more to certify the keys that the post has, until the end of a day.
    pub fn renew_post(&self, until_on: Date, roots: Vec<Envelope>) -> Result<Request, KeyError> {
        let kept = self.access.keys()?;
        let keys = certified(&kept)?;
        if until_on <= self.today() {
            return Err(KeyError::Dates);
        }
        // The first instant stays: the officers' keys were certified within this time.
        let asked = PostKeys { until_ms: self.end_of(until_on), ..keys };
        Request::new(Label::Post, asked.sign(&[]), self.roots_or(roots, &kept)?)
    }

    /// What proves to others who a post of this side is, under this name, now and before: the fingerprint of the side, its
    /// roots, and the certificates of the post, the present one first, then the later before the earlier.
    pub(crate) fn own_credentials(&self, post: &PostName) -> Result<(Hash, Vec<Envelope>, Vec<Envelope>), KeyError> {
        let kept = self.access.keys()?;
        let fingerprint = self.known_fingerprint()?.ok_or(KeyError::NotCertified)?;
        let is_its = |key: &&KeptKey| key.kind == KeyUse::Log.code() && key.name == post.post;
        let mut certified: Vec<&KeptKey> =
            kept.iter().filter(is_its).filter(|key| !key.certificate.is_empty()).collect();
        certified.sort_by_key(|key| std::cmp::Reverse((key.ended_ms.is_none(), key.made_ms)));
        let envelopes = certified.iter().map(|key| Envelope::from_bytes(&key.certificate, "post"));
        Ok((fingerprint, kept_roots(&kept)?, envelopes.collect::<Result<_, _>>()?))
    }

    /// The name under which this post is known to others, once its keys were certified.
    pub fn post_name(&self) -> Result<Option<PostName>, Failure> {
        match certified(&self.access.keys()?) {
            Ok(keys) => Ok(Some(keys.name)),
            Err(KeyError::Failure(failure)) => Err(failure),
            Err(_) => Ok(None),
        }
    }

    /// The fingerprint of the side's first root, once the post knows it.
    pub fn known_fingerprint(&self) -> Result<Option<Hash>, KeyError> {
        match kept_roots(&self.access.keys()?)?.first() {
            Some(first) => Ok(Some(Root::read(first, ROOT)?.fingerprint())),
            None => Ok(None),
        }
    }

    /// Takes in what the root has signed: a root that follows, the certificate of this post's keys, or their end.
    /// Everything is verified from the first root on; its fingerprint is the one that the post knows already, or the
    /// one that a person compared with the paper. What does not hold changes nothing.
    pub fn install(&self, request: &Request, compared: Option<Hash>) -> Result<Installed, KeyError> {
        let known = self.known_fingerprint()?;
        let fingerprint = known.or(compared).ok_or(KeyError::FingerprintNeeded)?;
        if compared.is_some_and(|compared| compared != fingerprint) {
            return Err(KeyError::OtherFingerprint);
        }
        let kept = self.access.keys()?;
        let before = kept_roots(&kept)?;
        let mut chain = request.roots().to_vec();
        if let Asked::Root(_) = request.asked() {
            chain.push(request.envelope().clone());
        }
        let (chain, root) = chain_from(self.own().as_str(), &before, chain, fingerprint)?;
        let now_ms = self.now_ms();
        let mut changes: Vec<KeyChange> =
            chain.iter().enumerate().skip(before.len()).map(|(index, root)| keep_root(index, root, now_ms)).collect();
        let installed = match request.asked() {
            Asked::Root(_) => Installed::Root(root.number),
            Asked::Post(_) => {
                let keys = PostKeys::verify(request.envelope(), &root, "post")?;
                changes.extend(self.certify_post(&keys, request.envelope(), &kept)?);
                Installed::Post(keys)
            }
            Asked::Revocation(_) => {
                let end_of = Revocation::verify(request.envelope(), &root, "revocation")?;
                let keys = certified(&kept).map_err(|_| KeyError::NotOurs)?;
                if keys.name != end_of.post || keys.log != end_of.log {
                    return Err(KeyError::NotOurs);
                }
                let every = kept.iter().filter(|key| key.ended_ms.is_none() && key.kind != ROOT);
                changes.extend(every.map(|key| end(key, now_ms, &end_of.reason)));
                Installed::Revocation(end_of)
            }
        };
        if let Installed::Post(keys) = &installed {
            self.begin_roads(&keys.name, &kept)?;
        }
        self.access.change_keys(&changes)?;
        Ok(installed)
    }

    /// A post under another name than before keeps new logs: of what it said in the earlier ones nothing has gone the new
    /// way. Doing it once more does no harm; what is there is told by the next pouch.
    fn begin_roads(&self, name: &PostName, kept: &[KeptKey]) -> Result<(), Failure> {
        let before = kept.iter().rfind(|key| key.kind == KeyUse::Log.code() && !key.certificate.is_empty());
        if before.is_none_or(|before| before.name == name.post) {
            return Ok(());
        }
        self.store.write(|tx| {
            let peers = tx.view().peers()?;
            peers.iter().try_for_each(|peer| {
                tx.keep_shown(&peer.name, ShownRow::default())?;
                tx.keep_road(&peer.name, RoadRow::default())
            })
        })
    }

    /// Opens the keys of the post.
    pub fn unlock_post(&self, passphrase: &Passphrase) -> Result<PostSealer, KeyError> {
        let _one_at_a_time = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let kept = self.access.keys()?;
        let keys = certified(&kept)?;
        if !(keys.from_ms..keys.until_ms).contains(&self.now_evidence()) {
            return Err(KeyError::OutOfTime);
        }
        let open = |use_of: KeyUse, public: [u8; 32]| -> Result<SecretKey, KeyError> {
            let row = kept.iter().find(|key| key.public == public).ok_or(KeyError::NoKey)?;
            let locked = Locked::from_bytes(&row.sealed)?;
            if locked.public != public || locked.use_of != use_of || locked.name != keys.name.post {
                return Err(KeyError::Damaged);
            }
            locked.unlock(passphrase)
        };
        let opened =
            [open(KeyUse::Log, keys.log)?, open(KeyUse::Mirror, keys.mirror)?, open(KeyUse::Certify, keys.certify)?];
        Ok(PostSealer::new(keys, opened))
    }

    fn certify_post(&self, keys: &PostKeys, envelope: &Envelope, kept: &[KeptKey]) -> Result<Vec<KeyChange>, KeyError> {
        let now_ms = self.now_ms();
        if instant_ms(keys.until_ms) <= now_ms {
            return Err(KeyError::OutOfTime);
        }
        let named = [(KeyUse::Log, keys.log), (KeyUse::Mirror, keys.mirror), (KeyUse::Certify, keys.certify)];
        let mut changes = Vec::new();
        for (use_of, public) in named {
            let ours = |key: &&KeptKey| key.public == public && key.kind == use_of.code() && key.name == keys.name.post;
            standing(kept).find(ours).ok_or(KeyError::NotOurs)?;
            changes.push(KeyChange::Certify { public: public.to_vec(), certificate: envelope.to_bytes() });
        }
        let others = standing(kept).filter(|key| named.iter().all(|(_, public)| key.public != public));
        let replaced: Vec<KeyChange> = others.map(|key| end(key, now_ms, "replaced")).collect();
        if !replaced.is_empty() {
            // It lies under the passphrase of the keys that go, and the neighbours meet the post anew anyway.
            let courier = kept.iter().filter(|key| key.kind == KeyUse::Courier.code() && key.ended_ms.is_none());
            changes.extend(courier.map(|key| end(key, now_ms, "replaced")));
        }
        changes.extend(replaced);
        Ok(changes)
    }

    fn roots_or(&self, roots: Vec<Envelope>, kept: &[KeptKey]) -> Result<Vec<Envelope>, KeyError> {
        if roots.is_empty() { kept_roots(kept) } else { Ok(roots) }
    }
}

/// The roots that were told where they go on from those that are known, else the known ones; verified from the
/// fingerprint of the first on, with the one in force.
pub(crate) fn chain_from(
    side: &str,
    known: &[Envelope],
    told: Vec<Envelope>,
    fingerprint: Hash,
) -> Result<(Vec<Envelope>, Root), KeyError> {
    if !known.iter().zip(&told).all(|(known, told)| known.payload == told.payload) {
        return Err(KeyError::OtherRoots);
    }
    let chain = if known.len() > told.len() { known.to_vec() } else { told };
    let (_, root) = root_chain(side, &chain, &[fingerprint], "roots")
        .map_err(|fault| if fault.code == Code::RootUnknown { KeyError::OtherFingerprint } else { fault.into() })?;
    Ok((chain, root))
}

/// The roots from the first to the one that signed the certificate of a post; all of them where none did.
pub(crate) fn roots_up_to(roots: &[Envelope], certificate: &Envelope) -> Vec<Envelope> {
    let signed =
        |root: &Envelope| Root::read(root, ROOT).is_ok_and(|root| PostKeys::verify(certificate, &root, "post").is_ok());
    let count = roots.iter().position(signed).map_or(roots.len(), |at| at + 1);
    roots.iter().take(count).cloned().collect()
}

/// Whether it is one of the three keys of a post.
pub(super) fn is_of_post(key: &KeptKey) -> bool {
    USES.iter().any(|use_of| use_of.code() == key.kind)
}

/// The keys of the post that have not ended.
pub(super) fn standing(kept: &[KeptKey]) -> impl Iterator<Item = &KeptKey> {
    kept.iter().filter(|key| key.ended_ms.is_none() && is_of_post(key))
}

/// What is certified of the post's keys that have not ended.
pub(crate) fn certified(kept: &[KeptKey]) -> Result<PostKeys, KeyError> {
    let mut held = standing(kept).filter(|key| !key.certificate.is_empty());
    match held.next() {
        Some(key) => Ok(PostKeys::read(&Envelope::from_bytes(&key.certificate, "post")?, "post")?),
        None if kept.iter().any(|key| key.kind == KeyUse::Log.code() && key.ended_ms.is_none()) => {
            Err(KeyError::NotCertified)
        }
        None if kept.iter().any(|key| key.kind == KeyUse::Log.code()) => Err(KeyError::Ended),
        None => Err(KeyError::NoKey),
    }
}

/// The roots that the post has taken in, from the first on.
pub(crate) fn kept_roots(kept: &[KeptKey]) -> Result<Vec<Envelope>, KeyError> {
    let roots = kept.iter().filter(|key| key.kind == ROOT);
    Ok(roots.map(|key| Envelope::from_bytes(&key.certificate, ROOT)).collect::<Result<_, _>>()?)
}

pub(super) fn keep_root(index: usize, root: &Envelope, now_ms: i64) -> KeyChange {
    KeyChange::Keep(KeptKey {
        public: sha256(&[b"twinpost/1/fingerprint", &root.payload]).to_vec(),
        kind: ROOT.to_owned(),
        name: (index + 1).to_string(),
        sealed: Vec::new(),
        certificate: root.to_bytes(),
        made_ms: now_ms,
        ended_ms: None,
        reason: String::new(),
        failures: 0,
        locked_until_ms: 0,
    })
}

pub(crate) fn end(key: &KeptKey, ended_ms: i64, reason: &str) -> KeyChange {
    KeyChange::End { public: key.public.clone(), ended_ms, reason: reason.to_owned() }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::Failure(failure) => failure,
            other => Self::Unreadable(other.to_string()),
        }
    }
}
