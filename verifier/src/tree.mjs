// Hashes and the trees made of them: the tree of a log and the tree of a document's parts.

import { sha256 } from '@noble/hashes/sha2.js';
import { concat, sameBytes } from './bytes.mjs';

export const HASH = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export function hash(...parts) {
  return sha256(concat(...parts));
}

export function leafHash(entry) {
  return hash(LEAF, entry);
}

function nodeHash(left, right) {
  return hash(NODE, left, right);
}

// The root over as many leaf hashes as a power of two: so many has a document.
export function fullRoot(leaves) {
  if (leaves.length === 1) return leaves[0];
  const half = leaves.length / 2;
  return nodeHash(fullRoot(leaves.slice(0, half)), fullRoot(leaves.slice(half)));
}

// Numbers go beyond 32 bits, so they are halved and not shifted.
const half = (number) => Math.floor(number / 2);

function hashesOf(proof) {
  return Array.from({ length: proof.length / HASH }, (_, i) => proof.subarray(i * HASH, (i + 1) * HASH));
}

// RFC 9162, section 2.1.3.2.
export function inclusionHolds(leaf, index, size, proof, root) {
  if (index >= size) return false;
  let at = index;
  let last = size - 1;
  let reached = leaf;
  for (const other of hashesOf(proof)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      reached = nodeHash(other, reached);
      while (at % 2 === 0 && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      reached = nodeHash(reached, other);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && sameBytes(reached, root);
}

// RFC 9162, section 2.1.4.2: whether the log of `size` entries continues that of the first so many.
export function consistencyHolds(first, firstRoot, size, root, proof) {
  if (first < 1 || first >= size || proof.length === 0) return false;
  let at = first - 1;
  let last = size - 1;
  const path = hashesOf(proof);
  while (at % 2 === 1) {
    at = half(at);
    last = half(last);
  }
  // A log with as many entries as a power of two is one whole part; then the proof leaves its root out.
  const begun = at === 0 ? firstRoot : path.shift();
  let before = begun;
  let after = begun;
  for (const other of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      before = nodeHash(other, before);
      after = nodeHash(other, after);
      while (at % 2 === 0 && at !== 0) {
        at = half(at);
        last = half(last);
      }
    } else {
      after = nodeHash(after, other);
    }
    at = half(at);
    last = half(last);
  }
  return last === 0 && sameBytes(before, firstRoot) && sameBytes(after, root);
}
