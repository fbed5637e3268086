//! Regaining the own log: a post that was put back from an old copy asks its neighbour what he holds of it, and goes on
//! where that ends, so that it never seals a second history. Pure: what is stored comes in, what is to be stored goes out.

use crate::channel::{Kept, Run};
use crate::checkpoint::Checkpoint;
use crate::fault::Fault;
use crate::key::PublicKey;
use crate::tree::{Growing, Hash, leaf_hash};

/// What a neighbour's reply brings of the own log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regained {
    /// The place of the first entry that is not here.
    pub start: u64,
    /// The entries that are not here.
    pub entries: Vec<Vec<u8>>,
    /// How many entries that are here stand in their place: sealed here and never shown to anybody.
    pub unshown: u64,
    /// The head up to which the own log is as the neighbour holds it.
    pub checkpoint: Checkpoint,
}

/// Why a reply is not taken in. Nothing that is stored changes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegainFault {
    /// The checkpoint has not the form of one.
    #[error(transparent)]
    Form(#[from] Fault),
    /// It is another log.
    #[error("the reply is about {0}, which is not the own log")]
    OtherLog(String),
    /// The checkpoint is not sealed by a key of this post.
    #[error("the reply is about a head that no key of this post has sealed")]
    Unsealed,
    /// The entries do not end at the checkpoint, or begin beyond what is here, or are not those that were sealed.
    #[error("the entries of the reply are not those under the seal")]
    Damaged,
    /// Both this post and another one with its keys have shown entries at this place.
    #[error("this post has shown two histories of its log, apart from entry {at} on")]
    Split {
        /// The first place at which they differ.
        at: u64,
    },
}

impl Kept {
    /// Looks at what a neighbour holds of this log. `own` are the keys with which this post has ever sealed, `shown` says
    /// how many entries of what is here may have left it.
    pub fn regain(&self, run: &Run, own: &[PublicKey], shown: u64) -> Result<Regained, RegainFault> {
        let checkpoint = Checkpoint::from_text(&run.checkpoint, "reply.run.checkpoint")?;
        let head = &checkpoint.head;
        if head.origin != self.origin {
            return Err(RegainFault::OtherLog(head.origin.to_string()));
        }
        if !own.iter().any(|key| checkpoint.is_sealed_by(key)) {
            return Err(RegainFault::Unsealed);
        }
        let before = usize::try_from(run.start).ok().and_then(|start| self.leaves.get(..start));
        let before = before.ok_or(RegainFault::Damaged)?;
        let theirs: Vec<Hash> =
            before.iter().copied().chain(run.entries.iter().map(|entry| leaf_hash(entry))).collect();
        if theirs.len() as u64 != head.size || Growing::of(theirs.iter().copied()).root() != head.root {
            return Err(RegainFault::Damaged);
        }
        let differs = self.leaves.iter().zip(&theirs).position(|(ours, theirs)| ours != theirs);
        let start = differs.unwrap_or_else(|| self.leaves.len().min(theirs.len()));
        if differs.is_some() && (start as u64) < shown {
            return Err(RegainFault::Split { at: start as u64 });
        }
        let unshown = differs.map_or(0, |start| self.leaves.len() - start);
        let entries = run.entries.get(start - before.len()..).unwrap_or_default().to_vec();
        Ok(Regained { start: start as u64, entries, unshown: unshown as u64, checkpoint })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::SecretKey;

    const SHOWN: usize = 4;

    fn key() -> SecretKey {
        SecretKey::new(&[7; 32])
    }

    fn kept(numbers: &[u8]) -> Kept {
        let leaves = numbers.iter().map(|number| leaf_hash(&[*number])).collect();
        Kept { origin: "vn.a/cn.b/1".parse().unwrap(), leaves }
    }

    /// What a neighbour gives of a log with these entries, from a place on.
    fn reply(numbers: &[u8], start: usize) -> Run {
        let checkpoint = Checkpoint::seal(kept(numbers).head(), &key()).to_text();
        let entries = numbers[start..].iter().map(|number| vec![*number]).collect();
        Run { start: start as u64, entries, checkpoint }
    }

    fn regain(ours: &[u8], theirs: &[u8], start: usize) -> Result<(u64, Vec<Vec<u8>>, u64), RegainFault> {
        let regained = kept(ours).regain(&reply(theirs, start), &[key().public()], SHOWN as u64)?;
        assert_eq!(regained.checkpoint.head.size, theirs.len() as u64);
        Ok((regained.start, regained.entries, regained.unshown))
    }

    #[test]
    fn what_is_missing_comes_back_and_what_was_never_shown_gives_way() {
        let ours = [0, 1, 2, 3];
        assert_eq!(regain(&ours, &[0, 1, 2, 3, 4, 5], 4), Ok((4, vec![vec![4], vec![5]], 0)), "an old copy");
        assert_eq!(regain(&ours, &[0, 1, 2, 3, 4], 2), Ok((4, vec![vec![4]], 0)), "more than was asked for");
        assert_eq!(regain(&ours, &ours, 4), Ok((4, vec![], 0)), "nothing is missing");
        assert_eq!(regain(&ours, &[0, 1], 2), Ok((2, vec![], 0)), "the neighbour has less");
        assert_eq!(regain(&ours, &[0, 1], 0), Ok((2, vec![], 0)));
        let (tail, other) = ([0, 1, 2, 3, 8, 9], [0, 1, 2, 3, 4]);
        assert_eq!(regain(&tail, &other, 4), Ok((4, vec![vec![4]], 2)), "two that nobody has seen");
        assert_eq!(regain(&tail, &other, 0), Ok((4, vec![vec![4]], 2)));
    }

    #[test]
    fn two_histories_that_were_shown_are_told() {
        let (ours, other) = ([0, 1, 2, 3, 8], [0, 1, 7, 3, 4]);
        assert_eq!(regain(&ours, &other, 0), Err(RegainFault::Split { at: 2 }));
        assert_eq!(regain(&ours, &other, 4), Err(RegainFault::Damaged), "where is only seen from further back");
    }

    #[test]
    fn what_was_not_sealed_here_is_not_taken() {
        let good = reply(&[0, 1, 2, 3, 4], 4);
        let refused = |run: &Run, keys: &[PublicKey]| kept(&[0, 1, 2, 3]).regain(run, keys, 0).unwrap_err();
        let own = [key().public()];
        assert_eq!(refused(&good, &[SecretKey::new(&[8; 32]).public()]), RegainFault::Unsealed);
        assert_eq!(refused(&good, &[]), RegainFault::Unsealed);
        for entries in [vec![], vec![vec![5]], vec![vec![4], vec![5]]] {
            assert_eq!(refused(&Run { entries, ..good.clone() }, &own), RegainFault::Damaged);
        }
        for start in [3, 5, u64::MAX] {
            assert_eq!(refused(&Run { start, ..good.clone() }, &own), RegainFault::Damaged);
        }
        let mut other = kept(&[0, 1, 2, 3, 4]);
        other.origin = "vn.a/cn.c/1".parse().unwrap();
        let checkpoint = Checkpoint::seal(other.head(), &key()).to_text();
        let told = RegainFault::OtherLog("vn.a/cn.c/1".to_owned());
        assert_eq!(refused(&Run { checkpoint, ..good.clone() }, &own), told);
        assert!(matches!(refused(&Run { checkpoint: String::new(), ..good }, &own), RegainFault::Form(_)));
    }
}
