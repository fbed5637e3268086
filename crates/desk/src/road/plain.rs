//! Pouches in their plainest form: the whole of the own log as far as it was sealed, and a receipt for the other one.
//! What the statements in them say is not looked into here.

use journal::{Fault, Introduction, Mirrored, Origin, PostName, Pouch, Run, RunFault};
use serde::Serialize;
use store::{CheckpointRow, Failure, PeerRow, Transaction, View};

use crate::Desk;
use crate::keys::PostSealer;

/// The effort of packing, between speed and size.
const EFFORT: i32 = 9;
/// How many entries and bytes of entries one pouch carries at most.
const RUN: (usize, usize) = (10_000, 8 << 20);

/// What a pouch brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The post that packed it.
    pub from: String,
    /// How many entries were new.
    pub entries: u64,
    /// How many openings were new.
    pub openings: u64,
}

/// Why a pouch is neither packed nor taken in.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The pouch is for another post.
    #[error("the pouch is for {0}, not for this post")]
    NotForUs(String),
    /// Nobody here has met that post.
    #[error("{0} is not known here: exchange introductions first")]
    Stranger(String),
    /// The pouch is damaged or is none.
    #[error("the pouch cannot be read: {0}")]
    Form(#[from] Fault),
    /// The run of the other log is not taken in.
    #[error(transparent)]
    Run(#[from] RunFault),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl CourierError {
    /// The reason as a code, for pages, logs and the other post.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotForUs(_) => "not-for-us",
            Self::Stranger(_) => "stranger",
            Self::Form(_) => "form",
            Self::Run(_) => "run",
            Self::Failure(_) => "failure",
        }
    }
}

impl Desk {
    /// Packs what a post does not have yet. Nothing is changed by it: a pouch that gets lost is packed again.
    pub fn pack(&self, sealer: &PostSealer, peer: &PostName) -> Result<Vec<u8>, CourierError> {
        let (own, theirs) = logs(sealer.name(), peer);
        let pouch = self.store.read(|view| -> Result<Pouch, CourierError> {
            known(view, peer)?;
            let have = view.log_size(&theirs.to_string())?;
            let mut pouch = Pouch::empty(sealer.name().clone(), peer.clone(), self.now_ms().unsigned_abs(), have);
            pouch.receipt = view.latest_checkpoint(&theirs.to_string())?.map(|row| row.text);
            if let Some(row) = view.latest_checkpoint(&own.to_string())? {
                let entries = view.log_entries(&own.to_string(), 0, RUN.0, RUN.1)?;
                pouch.run =
                    (entries.len() as u64 == row.size).then_some(Run { start: 0, entries, checkpoint: row.text });
            }
            Ok(pouch)
        })?;
        Ok(pouch.pack(EFFORT)?)
    }

    /// Takes in a pouch of a post of another side. One that was taken in before brings nothing and is no fault.
    pub fn take_in(&self, sealer: &PostSealer, packed: &[u8]) -> Result<Taken, CourierError> {
        let pouch = Pouch::unpack(packed)?;
        if pouch.to != *sealer.name() {
            return Err(CourierError::NotForUs(pouch.to.to_string()));
        }
        self.store.write(|tx| self.taken(tx, sealer, &pouch))
    }

    fn taken(&self, tx: &Transaction<'_>, sealer: &PostSealer, pouch: &Pouch) -> Result<Taken, CourierError> {
        let view = tx.view();
        let row = known(&view, &pouch.from)?;
        let keys = Introduction::read(&row.introduction, "introduction")?.keys;
        let (_, theirs) = logs(sealer.name(), &pouch.from);
        let (origin, now_ms) = (theirs.to_string(), self.now_ms());
        let mut taken = Taken { from: row.name.clone(), ..Taken::default() };
        if let Some(run) = &pouch.run {
            let leaves = view.leaves(&origin)?;
            let tree = journal::Growing::of(leaves.iter().copied());
            let brought = Mirrored { origin: theirs, tree, leaves }.look_at(run, &keys)?;
            let mut checkpoint = brought.checkpoint;
            sealer.cosign(&mut checkpoint, self.now().as_second().unsigned_abs());
            tx.append_log(&origin, brought.start, &brought.entries)?;
            let (size, text) = (checkpoint.head.size, checkpoint.to_text());
            tx.keep_checkpoint(&origin, &CheckpointRow { size, text, came_ms: now_ms })?;
            taken.entries = brought.entries.len() as u64;
        }
        tx.keep_peer(&PeerRow { heard_ms: Some(now_ms), trouble: None, ..row })?;
        Ok(taken)
    }

    /// Notes that it was tried to reach a post, and what kept it from working.
    pub fn note_try(&self, peer: &PostName, trouble: Option<&str>) -> Result<(), Failure> {
        self.store.write(|tx| {
            let rows = tx.view().peers()?;
            let Some(row) = rows.into_iter().find(|row| row.name == peer.to_string()) else { return Ok(()) };
            tx.keep_peer(&PeerRow { tried_ms: Some(self.now_ms()), trouble: trouble.map(str::to_owned), ..row })
        })
    }

    /// The posts of other sides that were met, by name.
    pub fn peers(&self) -> Result<Vec<PeerRow>, Failure> {
        self.store.read(|view| view.peers())
    }
}

/// The own log for a post, and the log of that post for this one.
fn logs(own: &PostName, peer: &PostName) -> (Origin, Origin) {
    (Origin::first(own.clone(), peer.clone()), Origin::first(peer.clone(), own.clone()))
}

fn known(view: &View<'_>, name: &PostName) -> Result<PeerRow, CourierError> {
    let stranger = || CourierError::Stranger(name.to_string());
    view.peers()?.into_iter().find(|row| row.name == name.to_string()).ok_or_else(stranger)
}
