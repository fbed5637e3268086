//! The posts of other sides: how this one introduces itself, how two people compare what came, and what is kept of it.
//! That a post was met or forgotten stands on the record of its side, with whoever did it.

use domain::organisation::side::SideFact;
use domain::{Decided, RecordId, Right};
use journal::{Envelope, Introduced, Introduction, PostName, spoken_code};
use serde::Serialize;
use serde_json::json;
use store::{CertificateRow, PeerRow, Transaction, View};

use super::address::Address;
use super::certificate::Road;
use super::ended::{is_revoked, still_frozen};
use super::fault::PeerError;
use super::pinned::{KnownPost, key_in};
use crate::act::Work;
use crate::fold::declared;
use crate::keys::{By, KeyError, PostSealer, certified, grouped, kept_roots, short_digest};
use crate::{Act, ActError, Desk, Failure};

/// What an introduction says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IntroductionView {
    /// Side and post.
    pub post: String,
    /// The code that two people compare over the telephone.
    pub code: String,
    /// The fingerprint of the side's first root, in groups of four, to be compared with the paper.
    pub fingerprint: String,
    /// The number of the root in force.
    pub root: u64,
    /// Until before when the keys of the post are certified, in milliseconds since 1970 UTC.
    pub until_ms: u64,
    /// Where its courier is reached; none where pouches are carried by hand only.
    pub url: Option<String>,
    /// By which certificate it is known on the road: the first sixteen digits of its digest.
    pub certificate: Option<String>,
    /// When it was made, by the clock of the one who made it.
    pub at_ms: u64,
}

/// What came of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// What the introduction says.
    pub introduction: IntroductionView,
    /// Whether the post was known before.
    pub is_again: bool,
}

/// A post of another side as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeerView {
    /// Side and post.
    pub post: String,
    /// Where its courier is reached.
    pub url: Option<String>,
    /// The fingerprint of the side's first root, in groups of four.
    pub fingerprint: String,
    /// Until before when its keys are certified, in milliseconds since 1970 UTC.
    pub until_ms: u64,
    /// Since when it is known.
    pub since_ms: i64,
    /// When something last came from it.
    pub heard_ms: Option<i64>,
    /// When it was last tried to reach it.
    pub tried_ms: Option<i64>,
    /// What kept the last try from working, as a code.
    pub trouble: Option<String>,
    /// Why nothing is taken from it any more, as a code.
    pub frozen: Option<String>,
}

impl Desk {
    /// Introduces this post, for one or many others: where it is reached if it is, and its certificate if it has one.
    pub fn introduce(&self, sealer: &PostSealer, road: Option<&Road>, url: Option<&str>) -> Result<Vec<u8>, PeerError> {
        if let Some(url) = url {
            url.parse::<Address>()?;
            road.ok_or(PeerError::NoCertificate)?;
        }
        let kept = self.access.keys()?;
        let keys = certified(&kept)?;
        let row = kept.iter().find(|key| key.public == keys.log && key.ended_ms.is_none()).ok_or(KeyError::NoKey)?;
        let introduction = Introduction {
            name: keys.name,
            roots: kept_roots(&kept)?,
            keys: Envelope::from_bytes(&row.certificate, "keys")?,
            url: url.map(str::to_owned),
            certificate: road.map(|road| road.certificate().to_vec()),
            at_ms: self.now_ms().unsigned_abs(),
        };
        let bytes = sealer.introduce(&introduction)?;
        // What others will check is checked here first.
        Introduction::read(&bytes, "introduction")?;
        Ok(bytes)
    }

    /// What an introduction says, once it holds in itself, and the code of its bytes. Nothing is kept.
    pub fn look_at_introduction(&self, bytes: &[u8]) -> Result<IntroductionView, PeerError> {
        Ok(view_of(&fit(bytes)?, bytes))
    }

    /// Keeps the post of an introduction, if the code that was read over the telephone is that of its bytes. A post that
    /// is known is kept anew only under the same first root, and never by an earlier introduction.
    pub fn meet(&self, by: By<'_>, bytes: &[u8], code: &str) -> Result<Met, PeerError> {
        let digits = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
        let typed = digits(code);
        if typed.len() != journal::CODE_DIGITS || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PeerError::CodeForm);
        }
        let introduced = fit(bytes)?;
        let said = &introduced.introduction;
        let (name, side) = (said.name.to_string(), said.name.side.clone());
        if typed != digits(&spoken_code(bytes)) {
            return Err(PeerError::OtherCode);
        }
        if side == self.own().as_str() {
            return Err(PeerError::OwnSide);
        }
        if self.store.read(|view| is_revoked(view, &name, &introduced.keys.log))? {
            return Err(PeerError::Revoked(name));
        }
        let known = self.store.read(|view| view.peers())?;
        let before = known.iter().find(|row| row.name == name);
        let mut replaced = None;
        if let Some(before) = before {
            let before = Introduction::read(&before.introduction, "introduction")?;
            follows(&introduced, &before)?;
            replaced = (introduced.keys.log != before.keys.log).then(|| certificate_row(&before));
        }
        let same = |row: &&PeerRow| row.name != name && shares_key(row, said.certificate.as_deref());
        if let Some(other) = known.iter().find(same) {
            return Err(PeerError::SameCertificate(other.name.clone()));
        }
        let row = PeerRow {
            name: name.clone(),
            introduction: bytes.to_vec(),
            url: said.url.clone(),
            since_ms: before.map_or_else(|| self.now_ms(), |before| before.since_ms),
            heard_ms: before.and_then(|before| before.heard_ms),
            tried_ms: None,
            trouble: None,
            frozen: before.and_then(still_frozen),
        };
        let fact =
            SideFact::PeerMet { post: name, fingerprint: journal::hex(&introduced.fingerprint), url: row.url.clone() };
        self.note_peer(by, &side, "meet", &fact, |tx| {
            replaced.iter().try_for_each(|keys| tx.keep_certificate(&row.name, keys))?;
            self.ask_new(tx, &said.name)?;
            tx.keep_peer(&row)
        })?;
        Ok(Met { introduction: view_of(&introduced, bytes), is_again: before.is_some() })
    }

    /// Forgets a post: nothing is taken from it or sent to it until it is met again. Its logs stay.
    pub fn forget(&self, by: By<'_>, name: &str) -> Result<(), PeerError> {
        let missing = || PeerError::NoPeer(name.to_owned());
        let post: PostName = name.parse().map_err(|_| missing())?;
        let row = self.store.read(|view| view.peer(name))?.ok_or_else(missing)?;
        let keys = certificate_row(&Introduction::read(&row.introduction, "introduction")?);
        let fact = SideFact::PeerForgotten { post: name.to_owned() };
        self.note_peer(by, &post.side, "forget", &fact, |tx| {
            tx.keep_certificate(name, &keys)?;
            tx.drop_peer(name).map(|_| ())
        })
    }

    /// The posts of other sides as they stand, by name.
    pub fn peer_views(&self) -> Result<Vec<PeerView>, Failure> {
        let unreadable = |fault: journal::Fault| Failure::Unreadable(fault.to_string());
        let view = |row: PeerRow| {
            let introduced = Introduction::read(&row.introduction, "introduction").map_err(unreadable)?;
            Ok(PeerView {
                post: row.name,
                url: row.url,
                fingerprint: grouped(&introduced.fingerprint),
                until_ms: introduced.keys.until_ms,
                since_ms: row.since_ms,
                heard_ms: row.heard_ms,
                tried_ms: row.tried_ms,
                trouble: row.trouble,
                frozen: row.frozen,
            })
        };
        self.store.read(|view| view.peers())?.into_iter().map(view).collect()
    }

    /// Changes what is kept of a post and leaves it on the record of its side, both or none. No command asks for the
    /// fact, so that nobody can tell of a meeting that never was.
    pub(crate) fn note_peer(
        &self,
        by: By<'_>,
        side: &str,
        command: &str,
        fact: &SideFact,
        change: impl Fn(&Transaction<'_>) -> Result<(), Failure>,
    ) -> Result<(), PeerError> {
        let act = Act {
            id: self.fresh_act(),
            noun: "side".to_owned(),
            record: RecordId::parse(side).ok(),
            version: None,
            command: json!({ "command": command }),
            unit: None,
            happened: None,
            grade: None,
            exercise: false,
        };
        let fact = serde_json::to_value(fact).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        let done = self.store.write(|tx| -> Result<(), ActError> {
            let view: View<'_> = tx.view();
            let who = self.hand(&view, by)?;
            let row = view.record(side)?.filter(|row| row.noun == "side" && who.sees(row));
            let row = row.ok_or(ActError::NotFound)?;
            let right = Right::Administer;
            let grant = who.authorize(right, &row).ok_or(ActError::NotAllowed { right })?;
            change(tx)?;
            let entry = self.blank_entry(&who, &act, &grant)?;
            let mut work = Work::new(self, tx, &who, entry);
            let decided = Decided { facts: vec![fact.clone()], consequences: Vec::new(), takes_back: Vec::new() };
            work.take(declared("side")?, &grant, Some(row), decided)
        });
        done.or_else(|error| {
            if let By::Keeper(keeper) = by {
                self.trace(keeper, &act, &error).map_err(|failed| PeerError::of_act(failed, side))?;
            }
            Err(PeerError::of_act(error, side))
        })
    }
}

/// An introduction that holds, whose address and certificate can be used.
fn fit(bytes: &[u8]) -> Result<Introduced, PeerError> {
    let introduced = Introduction::read(bytes, "introduction")?;
    let said = &introduced.introduction;
    if let Some(url) = &said.url {
        url.parse::<Address>()?;
        said.certificate.as_ref().ok_or(PeerError::NoCertificate)?;
    }
    match &said.certificate {
        Some(certificate) if key_in(certificate).is_none() => Err(PeerError::Certificate),
        _ => Ok(introduced),
    }
}

/// Whether an introduction may take the place of the one before.
fn follows(new: &Introduced, before: &Introduced) -> Result<(), PeerError> {
    let name = || before.introduction.name.to_string();
    if new.fingerprint != before.fingerprint {
        return Err(PeerError::OtherRoot(name()));
    }
    let (roots, known) = (&new.introduction.roots, &before.introduction.roots);
    if !known.iter().zip(roots).all(|(known, told)| known.payload == told.payload) {
        return Err(PeerError::OtherRoot(name()));
    }
    if roots.len() < known.len() || new.introduction.at_ms < before.introduction.at_ms {
        return Err(PeerError::Older(name()));
    }
    Ok(())
}

/// What certifies the keys of an introduction, to be kept when others take their place: what they sealed is proven by it.
fn certificate_row(introduced: &Introduced) -> CertificateRow {
    let (key, place) = (introduced.keys.log, introduced.keys.from_ms);
    CertificateRow { key, envelope: introduced.introduction.keys.to_bytes(), place, ended: None }
}

/// The post of a kept introduction with its certificate, where it has one that can be read.
pub fn certificate_of(row: &PeerRow) -> Option<KnownPost> {
    let introduced = Introduction::read(&row.introduction, "introduction").ok()?.introduction;
    let certificate = introduced.certificate.filter(|certificate| key_in(certificate).is_some())?;
    Some(KnownPost { name: introduced.name, certificate })
}

fn shares_key(row: &PeerRow, certificate: Option<&[u8]>) -> bool {
    let own = certificate.and_then(key_in);
    own.is_some() && own == certificate_of(row).and_then(|known| key_in(&known.certificate))
}

fn view_of(introduced: &Introduced, bytes: &[u8]) -> IntroductionView {
    let said = &introduced.introduction;
    IntroductionView {
        post: said.name.to_string(),
        code: spoken_code(bytes),
        fingerprint: grouped(&introduced.fingerprint),
        root: introduced.root.number,
        until_ms: introduced.keys.until_ms,
        url: said.url.clone(),
        certificate: said.certificate.as_deref().map(short_digest),
        at_ms: said.at_ms,
    }
}
