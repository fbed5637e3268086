//! Merkle trees over SHA-256 (RFC 6962 section 2.1; RFC 9162): the root of a log, proofs that an entry stands in it and
//! that it only grew, and a tree that grows without keeping its leaves.

use sha2::{Digest as _, Sha256};

/// A hash of SHA-256.
pub type Hash = [u8; 32];

/// SHA-256 of the parts, one after the other.
pub fn sha256(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// The hash of a leaf.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    sha256(&[&[0], entry])
}

/// The hash of an inner node.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[1], left, right])
}

/// The root over hashes of leaves; of none, the hash of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node_hash(&root(left), &root(right))
        }
    }
}

/// The hashes that lead from the leaf at `index` to the root, nearest first. None where there is no such leaf.
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    if leaves.len() == 1 {
        return Some(Vec::new());
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let mut path = if index < left.len() { inclusion(left, index)? } else { inclusion(right, index - left.len())? };
    path.push(if index < left.len() { root(right) } else { root(left) });
    Some(path)
}

/// The root to which `path` leads from a leaf, or none where the path has not the length it must have (RFC 9162,
/// section 2.1.3.2).
pub fn root_by(path: &[Hash], leaf: Hash, index: u64, size: u64) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut at, mut last) = (index, size - 1);
    let mut hash = leaf;
    for sibling in path {
        if last == 0 {
            return None;
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

/// The hashes that prove that a log of these leaves continues that of the first so many (RFC 6962, section 2.1.2). None
/// where there is nothing to prove: there are not so many, or all of them, or none.
pub fn consistency(leaves: &[Hash], first: usize) -> Option<Vec<Hash>> {
    fn continued(leaves: &[Hash], first: usize, is_whole: bool) -> Vec<Hash> {
        if first == leaves.len() {
            return if is_whole { Vec::new() } else { vec![root(leaves)] };
        }
        let (left, right) = leaves.split_at(split(leaves.len()));
        let (mut path, other) = match first.checked_sub(left.len()) {
            None | Some(0) => (continued(left, first, is_whole), right),
            Some(beyond) => (continued(right, beyond, false), left),
        };
        path.push(root(other));
        path
    }
    (0 < first && first < leaves.len()).then(|| continued(leaves, first, true))
}

/// Whether `path` proves that the log with this size and root continues the one before (RFC 9162, section 2.1.4.2).
pub fn continues(path: &[Hash], (first, first_root): (u64, &Hash), (size, root): (u64, &Hash)) -> bool {
    if first == 0 || first >= size || path.is_empty() {
        return false;
    }
    let known = if first.is_power_of_two() { Some(first_root) } else { None };
    let mut path = known.into_iter().chain(path);
    let Some(begin) = path.next() else { return false };
    let (mut at, mut last) = (first - 1, size - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut before, mut after) = (*begin, *begin);
    for hash in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            before = node_hash(hash, &before);
            after = node_hash(hash, &after);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            after = node_hash(&after, hash);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && before == *first_root && after == *root
}

/// The largest power of two below `count`; `count` is at least 2.
const fn split(count: usize) -> usize {
    1 << (count - 1).ilog2()
}

/// A tree that grows: the roots of its full parts, largest first. It needs one hash for each bit of its size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growing {
    size: u64,
    peaks: Vec<Hash>,
}

impl Growing {
    /// A tree of these leaves.
    pub fn of(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut tree = Self::default();
        for leaf in leaves {
            tree.push(leaf);
        }
        tree
    }

    /// The tree of so many leaves with these roots of its full parts, largest first; none where the number of parts is
    /// not that of the size.
    pub fn from_parts(size: u64, peaks: Vec<Hash>) -> Option<Self> {
        (size.count_ones() as usize == peaks.len()).then_some(Self { size, peaks })
    }

    /// The roots of its full parts, largest first.
    pub fn parts(&self) -> &[Hash] {
        &self.peaks
    }

    /// How many leaves it has.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.peaks.push(hash);
        self.size += 1;
    }

    /// The root.
    pub fn root(&self) -> Hash {
        let mut from_the_right = self.peaks.iter().rev();
        let Some(last) = from_the_right.next() else { return sha256(&[]) };
        from_the_right.fold(*last, |right, left| node_hash(left, &right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(count: u8) -> Vec<Hash> {
        (0..count).map(|number| leaf_hash(&[number])).collect()
    }

    #[test]
    fn a_growing_tree_has_the_root_of_its_leaves() {
        for count in 0..70 {
            assert_eq!(Growing::of(leaves(count)).root(), root(&leaves(count)), "{count} leaves");
        }
    }

    #[test]
    fn every_path_leads_to_the_root_and_no_other_does() {
        for count in 1..34_u8 {
            let leaves = leaves(count);
            for index in 0..count {
                let path = inclusion(&leaves, usize::from(index)).unwrap();
                let by = |path: &[Hash], index: u8, size: u8| {
                    root_by(path, leaf_hash(&[index]), u64::from(index), u64::from(size))
                };
                assert_eq!(by(&path, index, count), Some(root(&leaves)));
                assert_eq!(by(&path, count, count), None);
                let mut longer = path.clone();
                longer.push([0; 32]);
                assert_ne!(by(&longer, index, count), Some(root(&leaves)));
                if let Some((_, shorter)) = path.split_last() {
                    assert_ne!(by(shorter, index, count), Some(root(&leaves)));
                    for other in (0..count).filter(|other| *other != index) {
                        let moved = root_by(&path, leaf_hash(&[index]), u64::from(other), u64::from(count));
                        assert_ne!(moved, Some(root(&leaves)), "{index} shown at {other} of {count}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_log_continues_each_of_its_beginnings_and_no_other_history() {
        for count in 2..34_u8 {
            let all = leaves(count);
            let whole = (u64::from(count), &root(&all));
            for first in 1..count {
                let path = consistency(&all, usize::from(first)).unwrap();
                let begun = root(&all[..usize::from(first)]);
                let by = |path: &[Hash], first: u8, begun: &Hash| continues(path, (u64::from(first), begun), whole);
                assert!(by(&path, first, &begun), "{first} of {count}");
                assert!(!by(&path, first, &leaf_hash(b"another")), "{first} of {count}");
                assert!(!continues(&path, (u64::from(first), &begun), (whole.0, &leaf_hash(b"another"))));
                assert!(!by(&[path.as_slice(), &[[0; 32]]].concat(), first, &begun));
                assert!(!by(&path[1..], first, &begun) && !by(&path[..path.len() - 1], first, &begun));
                for other in (0..=count).filter(|other| *other != first) {
                    assert!(!by(&path, other, &begun), "{first} shown as {other} of {count}");
                }
            }
            assert_eq!((consistency(&all, 0), consistency(&all, usize::from(count))), (None, None));
        }
    }

    #[test]
    fn the_roots_are_those_of_the_known_vectors() {
        // The vectors of RFC 6962 implementations: the empty tree, and the tree over the one empty leaf.
        assert_eq!(root(&[])[..4], [0xe3, 0xb0, 0xc4, 0x42]);
        assert_eq!(root(&[leaf_hash(&[])])[..4], [0x6e, 0x34, 0x0b, 0x9c]);
    }
}
