// Proofs of inclusion and of consistency: those of RFC 6962 hold, and nothing near them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, hex, textBytes } from '../src/bytes.mjs';
import { consistencyHolds, hash, inclusionHolds, leafHash } from '../src/tree.mjs';

const MOST = 20;
const leaves = Array.from({ length: MOST }, (_, i) => leafHash(textBytes(`entry ${i}`)));

// As RFC 6962, section 2.1, defines them: by the largest power of two below the number of leaves.
const split = (count) => 2 ** Math.floor(Math.log2(count - 1));
function rootOf(list) {
  if (list.length === 1) return list[0];
  const k = split(list.length);
  return hash(Uint8Array.of(1), rootOf(list.slice(0, k)), rootOf(list.slice(k)));
}
function proofOf(index, list) {
  if (list.length === 1) return [];
  const k = split(list.length);
  return index < k
    ? [...proofOf(index, list.slice(0, k)), rootOf(list.slice(k))]
    : [...proofOf(index - k, list.slice(k)), rootOf(list.slice(0, k))];
}

// Section 2.1.2 there.
function growthOf(first, list, isWhole = true) {
  if (first === list.length) return isWhole ? [] : [rootOf(list)];
  const k = split(list.length);
  return first <= k
    ? [...growthOf(first, list.slice(0, k), isWhole), rootOf(list.slice(k))]
    : [...growthOf(first - k, list.slice(k), false), rootOf(list.slice(0, k))];
}

test('leaves and nodes are hashed apart', () => {
  assert.equal(hex(leafHash(new Uint8Array(0))), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('every entry of every small log is proven, and only there', () => {
  for (let size = 1; size <= MOST; size += 1) {
    const list = leaves.slice(0, size);
    const root = rootOf(list);
    for (let index = 0; index < size; index += 1) {
      const path = proofOf(index, list);
      const proof = concat(...path);
      assert.ok(inclusionHolds(leaves[index], index, size, proof, root));
      assert.ok(!inclusionHolds(leaves[index], index, size, concat(proof, root), root));
      if (path.length > 0) assert.ok(!inclusionHolds(leaves[index], index, size, concat(...path.slice(1)), root));
      for (let other = 0; other < size; other += 1) {
        if (other !== index) assert.ok(!inclusionHolds(leaves[index], other, size, proof, root));
      }
    }
    assert.ok(!inclusionHolds(leaves[0], size, size, new Uint8Array(0), root));
  }
});

test('every small log continues each of its beginnings, and no other history', () => {
  const other = hash(Uint8Array.of(7));
  for (let size = 2; size <= MOST; size += 1) {
    const list = leaves.slice(0, size);
    const root = rootOf(list);
    for (let first = 1; first < size; first += 1) {
      const path = growthOf(first, list);
      const proof = concat(...path);
      const begun = rootOf(list.slice(0, first));
      assert.ok(consistencyHolds(first, begun, size, root, proof), `${first} of ${size}`);
      assert.ok(!consistencyHolds(first, other, size, root, proof));
      assert.ok(!consistencyHolds(first, begun, size, other, proof));
      assert.ok(!consistencyHolds(first, begun, size, root, concat(proof, other)));
      assert.ok(!consistencyHolds(first, begun, size, root, concat(...path.slice(1))));
      assert.ok(!consistencyHolds(first, begun, size, root, concat(...path.slice(0, -1))));
      for (let another = 0; another <= size; another += 1) {
        if (another !== first) assert.ok(!consistencyHolds(another, begun, size, root, proof));
      }
    }
  }
});

test('numbers beyond 32 bits are not cut', () => {
  const size = 2 ** 53 - 1;
  const index = 2 ** 52 + 2 ** 33 + 1;
  let reached = leaves[0];
  const path = [];
  for (let at = BigInt(index), last = BigInt(size) - 1n; last > 0n; at >>= 1n, last >>= 1n) {
    const other = leaves[path.length % MOST];
    // At the right border a node without a sibling goes up as it is.
    if (at === last && at % 2n === 0n) continue;
    path.push(other);
    reached = at % 2n === 1n ? hash(Uint8Array.of(1), other, reached) : hash(Uint8Array.of(1), reached, other);
  }
  const proof = concat(...path);
  assert.ok(inclusionHolds(leaves[0], index, size, proof, reached));
  assert.ok(!inclusionHolds(leaves[0], index - 2 ** 33, size, proof, reached));
});
