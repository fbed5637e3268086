// Strict Ed25519: signatures that others accept and this format refuses, and the other way round.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, fromHex, textBytes } from '../src/bytes.mjs';
import { readKey, signatureHolds } from '../src/signature.mjs';

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;
const SMALL = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
];
const OF_ORDER_8 = Point.fromHex(SMALL[4]);

const number = (bytes) => bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
const bytesOf = (value) => Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
const challenge = (r, key, message) => number(sha512(concat(r, key, message))) % ORDER;
const holds = (key, message, signature) => {
  const read = readKey(key);
  return read !== null && signatureHolds(read, message, signature);
};

// The first of many messages of which the challenge is as wanted.
function messageWith(r, key, wanted) {
  for (let i = 0; ; i += 1) {
    const message = textBytes(`message ${i}`);
    if (wanted(challenge(r, key, message))) return message;
  }
}

test('signatures of RFC 8032 hold', () => {
  const vectors = [
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
    ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
  ];
  for (const [key, message, signature] of vectors) {
    assert.ok(holds(fromHex(key), fromHex(message), fromHex(signature)));
    assert.ok(!holds(fromHex(key), fromHex(`${message}00`), fromHex(signature)));
  }
});

test('points of small order are no keys, in whatever encoding', () => {
  for (const point of SMALL) assert.equal(readKey(fromHex(point)), null, point);
  const prime = Point.Fp.ORDER;
  for (const [y, sign] of [[prime, 0], [prime, 128], [prime + 1n, 0], [prime + 1n, 128], [1n, 128], [prime - 1n, 128]]) {
    const bytes = bytesOf(y);
    bytes[31] |= sign;
    assert.equal(readKey(bytes), null, `${y} ${sign}`);
  }
});

test('a key in an encoding that is not canonical is no key', () => {
  const prime = Point.Fp.ORDER;
  const keys = Array.from({ length: 19 }, (_, y) => BigInt(y)).filter((y) => readKey(bytesOf(y)));
  assert.ok(keys.length > 3);
  for (const y of keys) assert.equal(readKey(bytesOf(y + prime)), null);
});

test('bytes that are no point are no key', () => {
  const none = Array.from({ length: 50 }, (_, y) => bytesOf(BigInt(y + 19))).filter((bytes) => !readKey(bytes));
  assert.ok(none.length > 10);
});

test('a signature that holds only when multiplied by the cofactor does not hold', () => {
  const a = 12345n;
  const key = Point.BASE.multiply(a).toBytes();
  const r = 67890n;
  const point = Point.BASE.multiply(r).add(OF_ORDER_8).toBytes();
  const message = textBytes('signed on purpose');
  const s = (r + challenge(point, key, message) * a) % ORDER;
  const signature = concat(point, bytesOf(s));
  assert.ok(ed25519.verify(signature, message, key, { zip215: false }), 'the library accepts it');
  assert.ok(!holds(key, message, signature));
});

test('a signature by a key with a part of small order holds if the equation does', () => {
  const a = 12345n;
  const key = Point.BASE.multiply(a).add(OF_ORDER_8).toBytes();
  const r = 67890n;
  const point = Point.BASE.multiply(r).toBytes();
  const sign = (message) => concat(point, bytesOf((r + challenge(point, key, message) * a) % ORDER));
  const message = messageWith(point, key, (k) => k % 8n === 0n);
  assert.ok(holds(key, message, sign(message)));
  const other = messageWith(point, key, (k) => k % 8n === 3n);
  assert.ok(!holds(key, other, sign(other)));
});

test('a signature with R of small order does not hold though the equation does', () => {
  const a = 12345n;
  const key = Point.BASE.multiply(a).add(OF_ORDER_8).toBytes();
  for (const point of SMALL.map(fromHex)) {
    let found = 0;
    for (let i = 0; found === 0 && i < 200; i += 1) {
      const message = textBytes(`message ${i}`);
      const k = challenge(point, key, message);
      const s = (k * a) % ORDER;
      const reached = Point.BASE.multiplyUnsafe(s).subtract(Point.fromBytes(key).multiplyUnsafe(k));
      if (reached.toHex() !== Buffer.from(point).toString('hex')) continue;
      found += 1;
      assert.ok(!holds(key, message, concat(point, bytesOf(s))));
    }
    assert.equal(found, 1);
  }
});

test('the hundred-and-tenth signature of a key is verified as the first', () => {
  const a = 12345n;
  const r = 67890n;
  const point = Point.BASE.multiply(r).toBytes();
  for (const torsion of [Point.ZERO, OF_ORDER_8]) {
    const key = Point.BASE.multiply(a + 1n).add(torsion).toBytes();
    for (let i = 0; i < 110; i += 1) {
      const message = textBytes(`message ${i}`);
      const k = challenge(point, key, message);
      const s = (r + k * (a + 1n)) % ORDER;
      // With a part of order 8 in the key the equation holds for every eighth message.
      assert.equal(holds(key, message, concat(point, bytesOf(s))), torsion === Point.ZERO || k % 8n === 0n, `${i}`);
      assert.ok(!holds(key, message, concat(point, bytesOf(s ^ 1n))), `${i}`);
    }
  }
});

test('S at or beyond the group order does not hold', () => {
  const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(7));
  const message = textBytes('once');
  const signature = ed25519.sign(message, secretKey);
  assert.ok(holds(publicKey, message, signature));
  const s = number(signature.subarray(32));
  for (const other of [s + ORDER, ORDER, 2n ** 256n - 1n]) {
    assert.ok(!holds(publicKey, message, concat(signature.subarray(0, 32), bytesOf(other))));
  }
});

test('arithmetic with points outside the prime group is exact', () => {
  const slow = (point, k) => {
    let sum = Point.ZERO;
    for (let bit = k.toString(2).length - 1; bit >= 0; bit -= 1) {
      sum = sum.double();
      if ((k >> BigInt(bit)) & 1n) sum = sum.add(point);
    }
    return sum;
  };
  const mixed = Point.BASE.multiply(99n).add(OF_ORDER_8);
  for (const k of [0n, 1n, 2n, 7n, 8n, 255n, ORDER - 1n, ORDER / 3n]) {
    assert.ok(mixed.multiplyUnsafe(k).equals(slow(mixed, k)), String(k));
  }
});
