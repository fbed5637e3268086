// Strict, cofactorless verification of Ed25519 signatures, with the library's arithmetic but not its `verify`.
// The library multiplies by the cofactor and so accepts signatures that this format refuses.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, hex, sameBytes } from './bytes.mjs';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

// Few keys give many signatures, so a key is decoded once and gets a table of its multiples once it is used often:
// windows of so many bits from that signature on. Tables are large, so not all keys are kept for ever.
const MOST_KEYS = 256;
const WINDOWS = new Map([[3, 4], [100, 8]]);
const keys = new Map();

function littleEndian(bytes) {
  let number = 0n;
  for (let at = bytes.length - 1; at >= 0; at -= 1) number = number * 256n + BigInt(bytes[at]);
  return number;
}

function decodeKey(bytes) {
  let point;
  try {
    // Strict in the library's sense: y below the prime, and no sign where x is zero.
    point = Point.fromBytes(bytes, false);
  } catch {
    return null;
  }
  return point.isSmallOrder() ? null : { bytes: Uint8Array.from(bytes), point, uses: 0 };
}

// A key with its point, or null: the bytes must be the canonical encoding of a point that is not of small order.
export function readKey(bytes) {
  const name = hex(bytes);
  const known = keys.get(name);
  if (known) return known;
  const key = decodeKey(bytes);
  if (key && keys.size >= MOST_KEYS) keys.clear();
  if (key) keys.set(name, key);
  return key;
}

// `key` comes from `readKey`; the signature has 64 bytes.
export function signatureHolds(key, message, signature) {
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= ORDER) return false;
  const k = littleEndian(sha512(concat(r, key.bytes, message))) % ORDER;
  key.uses += 1;
  if (WINDOWS.has(key.uses)) key.point.precompute(WINDOWS.get(key.uses));
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.point.multiplyUnsafe(k));
  // R is this very point when the bytes agree, so its order can be asked of it without decoding R.
  return sameBytes(expected.toBytes(), r) && !expected.isSmallOrder();
}
