//! The two logs between two posts: how a run of the other's log is taken in, how the own log grows, and what a receipt
//! proves. Pure: what was stored before comes in, what is to be stored goes out.

use crate::checkpoint::{Checkpoint, Head};
use crate::fault::{Code, Fault};
use crate::identity::PostKeys;
use crate::key::{PublicKey, SecretKey};
use crate::origin::Origin;
use crate::tree::{Growing, Hash, leaf_hash};

/// A contiguous run of a log, up to a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The place of its first entry.
    pub start: u64,
    /// The entries, none of them looked into.
    pub entries: Vec<Vec<u8>>,
    /// The checkpoint at its end.
    pub checkpoint: String,
}

/// What is stored of a log of the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirrored {
    /// Which log.
    pub origin: Origin,
    /// The tree over what is stored.
    pub tree: Growing,
    /// The leaves of the log, as far as they are stored.
    pub leaves: Vec<Hash>,
}

/// What a run brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The place of the first new entry.
    pub start: u64,
    /// The entries that were not stored yet.
    pub entries: Vec<Vec<u8>>,
    /// The tree with them.
    pub tree: Growing,
    /// The checkpoint, sealed by the keeper.
    pub checkpoint: Checkpoint,
}

/// Why a run is not taken in. Nothing that is stored changes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunFault {
    /// The checkpoint has not the form of one.
    #[error(transparent)]
    Form(#[from] Fault),
    /// It is another log.
    #[error("a run of {found}, not of {expected}")]
    OtherLog {
        /// What was expected.
        expected: String,
        /// What came.
        found: String,
    },
    /// The checkpoint is not sealed by the keeper of the log.
    #[error("the checkpoint is not sealed by the keeper of the log")]
    Unsealed,
    /// The run does not end at its checkpoint.
    #[error("the run ends at {end}, its checkpoint at {size}")]
    End {
        /// Where the run ends.
        end: u64,
        /// Where the checkpoint says it does.
        size: u64,
    },
    /// Something between is missing.
    #[error("entries from {have} on are wanted, the run begins at {start}")]
    Gap {
        /// How many are stored.
        have: u64,
        /// Where the run begins.
        start: u64,
    },
    /// The entries are not those that were sealed: damaged on the way, or never sealed.
    #[error("the entries are not those under the seal")]
    Damaged,
    /// The keeper sealed another history than before. Both checkpoints prove it.
    #[error("the keeper has sealed two histories of the log, apart from entry {at} on")]
    Fork {
        /// The first entry that differs, or the size at which the roots do.
        at: u64,
        /// The checkpoint that came.
        checkpoint: Box<Checkpoint>,
    },
}

impl Mirrored {
    /// A log of which nothing is stored yet.
    pub fn empty(origin: Origin) -> Self {
        Self { origin, tree: Growing::default(), leaves: Vec::new() }
    }

    /// Looks at a run of this log: what of it is new, or why it is not taken in. A run that was taken in before brings
    /// nothing and is no fault.
    pub fn look_at(&self, run: &Run, keeper: &PostKeys) -> Result<Brought, RunFault> {
        let checkpoint = Checkpoint::from_text(&run.checkpoint, "checkpoint")?;
        let head = &checkpoint.head;
        if head.origin != self.origin {
            return Err(RunFault::OtherLog { expected: self.origin.to_string(), found: head.origin.to_string() });
        }
        if !PublicKey::new(&keeper.log).is_ok_and(|key| checkpoint.is_sealed_by(&key)) {
            return Err(RunFault::Unsealed);
        }
        let end = run.start.saturating_add(run.entries.len() as u64);
        if end != head.size {
            return Err(RunFault::End { end, size: head.size });
        }
        let have = self.tree.size();
        // A head within what is stored needs no entries to be compared.
        if head.size <= have {
            let known = usize::try_from(head.size).ok().and_then(|size| self.leaves.get(..size));
            let same = known.is_some_and(|known| Growing::of(known.iter().copied()).root() == head.root);
            if !same {
                return Err(RunFault::Fork { at: head.size, checkpoint: Box::new(checkpoint) });
            }
            let tree = self.tree.clone();
            return Ok(Brought { start: have, entries: Vec::new(), tree, checkpoint });
        }
        if run.start > have {
            return Err(RunFault::Gap { have, start: run.start });
        }
        let mut whole: Vec<Hash> = Vec::new();
        let from = usize::try_from(run.start).unwrap_or(usize::MAX).min(self.leaves.len());
        whole.extend_from_slice(&self.leaves[..from]);
        whole.extend(run.entries.iter().map(|entry| leaf_hash(entry)));
        if Growing::of(whole.iter().copied()).root() != head.root {
            return Err(RunFault::Damaged);
        }
        // Under the seal, and yet another entry where one is stored: the keeper sealed both.
        if let Some(at) = self.leaves.iter().zip(&whole).position(|(ours, theirs)| ours != theirs) {
            return Err(RunFault::Fork { at: at as u64, checkpoint: Box::new(checkpoint) });
        }
        let mut tree = self.tree.clone();
        let new = self.leaves.len();
        whole[new..].iter().for_each(|leaf| tree.push(*leaf));
        let entries = run.entries[new - from..].to_vec();
        Ok(Brought { start: have, entries, tree, checkpoint })
    }

    /// Takes in what a run brought.
    pub fn take(&mut self, brought: &Brought) {
        self.leaves.extend(brought.entries.iter().map(|entry| leaf_hash(entry)));
        self.tree = brought.tree.clone();
    }
}

/// What a receipt says of the own log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// The checkpoint has not the form of one.
    #[error(transparent)]
    Form(#[from] Fault),
    /// It is of another log.
    #[error("a receipt for {0}, which is not this log")]
    OtherLog(String),
    /// The other post has not cosigned it.
    #[error("the receipt is not cosigned by the post that it comes from")]
    Uncosigned,
    /// The seal under it is damaged.
    #[error("the seal of the own log under the receipt does not hold")]
    Unsealed,
    /// It is of a head that was sealed with the own key, and not of this log.
    #[error("the receipt is for a head of {size} entries that was not sealed here")]
    NotOurs {
        /// Its size.
        size: u64,
    },
    /// The other post holds more of the own log than is here: this post was restored from an old copy.
    #[error("the other post holds {theirs} entries of the own log, here there are {ours}")]
    Behind {
        /// How many the other post holds.
        theirs: u64,
        /// How many are here.
        ours: u64,
    },
}

/// The own log for one other post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which log.
    pub origin: Origin,
    /// The leaves.
    pub leaves: Vec<Hash>,
}

impl Kept {
    /// Its head.
    pub fn head(&self) -> Head {
        Head { origin: self.origin.clone(), size: self.leaves.len() as u64, root: self.tree().root() }
    }

    fn tree(&self) -> Growing {
        Growing::of(self.leaves.iter().copied())
    }

    /// Adds entries and seals the head that follows. What is sealed must be stored before it is shown to anybody.
    pub fn append(&mut self, entries: &[Vec<u8>], log: &SecretKey) -> Checkpoint {
        self.leaves.extend(entries.iter().map(|entry| leaf_hash(entry)));
        Checkpoint::seal(self.head(), log)
    }

    /// Looks at receipts, which ascend: the checkpoint of each and since when the other post holds so many entries, in
    /// seconds since 1970 UTC by its clock. The fault is that of the first at which something is wrong.
    pub fn look_at(
        &self,
        receipts: &[String],
        own: &PublicKey,
        peer: &PostKeys,
    ) -> Result<Vec<(Checkpoint, u64)>, ReceiptFault> {
        let (mut tree, mut read) = (Growing::default(), Vec::new());
        for (number, receipt) in receipts.iter().enumerate() {
            let place = format!("receipts[{number}]");
            let checkpoint = Checkpoint::from_text(receipt, &place)?;
            let head = &checkpoint.head;
            if head.origin != self.origin {
                return Err(ReceiptFault::OtherLog(head.origin.to_string()));
            }
            let line = checkpoint.cosignatures.iter().find(|line| line.name == peer.name.mirror());
            let line =
                line.filter(|line| PublicKey::new(&peer.mirror).is_ok_and(|key| checkpoint.is_cosigned_by(line, &key)));
            let seconds = line.ok_or(ReceiptFault::Uncosigned)?.seconds;
            let ours = self.leaves.len() as u64;
            if !checkpoint.is_sealed_by(own) {
                return Err(ReceiptFault::Unsealed);
            }
            if head.size > ours {
                return Err(ReceiptFault::Behind { theirs: head.size, ours });
            }
            let known = tree.size();
            if head.size < known || head.size == known && number > 0 {
                return Err(Fault::new(Code::Order, place).into());
            }
            let between = usize::try_from(known).ok().zip(usize::try_from(head.size).ok());
            let between = between.and_then(|(from, to)| self.leaves.get(from..to)).unwrap_or_default();
            between.iter().for_each(|leaf| tree.push(*leaf));
            if tree.root() != head.root {
                return Err(ReceiptFault::NotOurs { size: head.size });
            }
            read.push((checkpoint, seconds));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::origin::PostName;

    fn keys(name: &str, number: u8) -> (PostKeys, SecretKey, SecretKey) {
        let [log, mirror, certify] = [0, 1, 2].map(|more| SecretKey::new(&[number + more; 32]));
        let keys = PostKeys {
            name: name.parse::<PostName>().unwrap(),
            log: *log.public().bytes(),
            mirror: *mirror.public().bytes(),
            certify: *certify.public().bytes(),
            from_ms: 0,
            until_ms: 9,
        };
        (keys, log, mirror)
    }

    fn origin() -> Origin {
        "vn.a/cn.b/1".parse().unwrap()
    }

    fn entries(numbers: std::ops::Range<u8>) -> Vec<Vec<u8>> {
        numbers.map(|number| vec![number]).collect()
    }

    /// A run of a log that has these entries, from `start` on.
    fn run(all: &[Vec<u8>], start: usize, log: &SecretKey) -> Run {
        let mut kept = Kept { origin: origin(), leaves: Vec::new() };
        let checkpoint = kept.append(all, log).to_text();
        Run { start: start as u64, entries: all[start..].to_vec(), checkpoint }
    }

    #[test]
    fn runs_are_taken_in_twice_late_and_overlapping_and_bring_each_entry_once() {
        let (keeper, log, _) = keys("vn.a", 1);
        let mut mirrored = Mirrored::empty(origin());
        let runs = [(0, 3), (0, 3), (1, 5), (5, 5), (2, 4), (0, 7)];
        let mut stored = Vec::new();
        for (start, end) in runs {
            let run = run(&entries(0..end), start, &log);
            let brought = mirrored.look_at(&run, &keeper).unwrap();
            assert_eq!(brought.start, stored.len() as u64);
            mirrored.take(&brought);
            stored.extend(brought.entries);
        }
        assert_eq!(stored, entries(0..7));
        assert_eq!(mirrored.tree, Growing::of(mirrored.leaves.iter().copied()));
    }

    #[test]
    fn a_gap_a_stranger_and_damage_are_told_apart_and_change_nothing() {
        let (keeper, log, mirror) = keys("vn.a", 1);
        let mut mirrored = Mirrored::empty(origin());
        let first = mirrored.look_at(&run(&entries(0..3), 0, &log), &keeper).unwrap();
        mirrored.take(&first);
        let good = run(&entries(0..9), 3, &log);
        let refused = |run: &Run| mirrored.look_at(run, &keeper).unwrap_err();
        assert_eq!(refused(&run(&entries(0..9), 5, &log)), RunFault::Gap { have: 3, start: 5 });
        assert_eq!(refused(&run(&entries(0..9), 3, &mirror)), RunFault::Unsealed);
        assert_eq!(
            refused(&Run { entries: good.entries[1..].to_vec(), ..good.clone() }),
            RunFault::End { end: 8, size: 9 }
        );
        let mut damaged = good.clone();
        damaged.entries[2] = vec![99];
        assert_eq!(refused(&damaged), RunFault::Damaged);
        assert!(matches!(refused(&Run { checkpoint: "x".to_owned(), ..good.clone() }), RunFault::Form(_)));
        assert!(mirrored.look_at(&good, &keeper).is_ok());
    }

    #[test]
    fn two_histories_are_seen_whether_they_are_shorter_as_long_or_longer() {
        let (keeper, log, _) = keys("vn.a", 1);
        let mut mirrored = Mirrored::empty(origin());
        let first = mirrored.look_at(&run(&entries(0..6), 0, &log), &keeper).unwrap();
        mirrored.take(&first);
        for length in 3..9_u8 {
            let mut other = entries(0..length);
            other[2] = vec![77];
            let fault = mirrored.look_at(&run(&other, 0, &log), &keeper).unwrap_err();
            assert!(matches!(fault, RunFault::Fork { .. }), "{length}: {fault}");
        }
    }

    #[test]
    fn a_receipt_holds_for_a_head_that_was_sealed_here_and_tells_when_this_post_is_behind() {
        let (_, log, _) = keys("vn.a", 1);
        let (peer, _, mirror) = keys("cn.b", 11);
        let mut kept = Kept { origin: origin(), leaves: Vec::new() };
        let mut earlier = kept.append(&entries(0..2), &log);
        let old = kept.clone();
        let mut checkpoint = kept.append(&entries(2..5), &log);
        checkpoint.cosign("cn.b/mirror", &mirror, 1_771_000_000);
        earlier.cosign("cn.b/mirror", &mirror, 1_770_000_000);
        let all = |kept: &Kept, receipts: &[&Checkpoint]| {
            let texts: Vec<String> = receipts.iter().map(|receipt| receipt.to_text()).collect();
            kept.look_at(&texts, &log.public(), &peer)
        };
        let look = |kept: &Kept, receipt: &Checkpoint| all(kept, &[receipt]).map(|read| read[0].1);
        assert_eq!(look(&kept, &checkpoint).unwrap(), 1_771_000_000);
        assert_eq!(look(&kept, &earlier).unwrap(), 1_770_000_000);
        let both = all(&kept, &[&earlier, &checkpoint]).unwrap();
        assert_eq!(both.iter().map(|(read, _)| read.head.size).collect::<Vec<_>>(), [2, 5]);
        let turned = Fault::new(Code::Order, "receipts[1]");
        for wrong in [[&checkpoint, &earlier], [&earlier, &earlier]] {
            assert_eq!(all(&kept, &wrong).unwrap_err(), ReceiptFault::Form(turned.clone()));
        }
        assert_eq!(look(&old, &checkpoint).unwrap_err(), ReceiptFault::Behind { theirs: 5, ours: 2 });
        let mut bare = checkpoint.clone();
        bare.cosignatures.clear();
        assert_eq!(look(&kept, &bare).unwrap_err(), ReceiptFault::Uncosigned);
        for (key, fault) in [(&mirror, ReceiptFault::Unsealed), (&log, ReceiptFault::NotOurs { size: 5 })] {
            let mut forged = Checkpoint::seal(Head { root: [1; 32], ..checkpoint.head.clone() }, key);
            forged.cosign("cn.b/mirror", &mirror, 1);
            assert_eq!(look(&kept, &forged).unwrap_err(), fault);
        }
    }
}
