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

// RFC 9162, section 2.1.3.2. Numbers go beyond 32 bits, so they are halved and not shifted.
export function inclusionHolds(leaf, index, size, proof, root) {
  if (index >= size) return false;
  const half = (number) => Math.floor(number / 2);
  let at = index;
  let last = size - 1;
  let reached = leaf;
  for (let from = 0; from < proof.length; from += HASH) {
    if (last === 0) return false;
    const other = proof.subarray(from, from + HASH);
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
