// Flips every bit of a small good bundle, one after the other: each must be refused, and nothing may be thrown.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FAULTS } from '../src/fault.mjs';
import { verify } from '../src/verify.mjs';
import { makeLetter } from './maker.mjs';
import { GOOD, KNOWN } from './vectors.mjs';

const CODES = new Set(FAULTS);

function refuseFlipped(bytes, known, bitsOf) {
  const codes = {};
  const changed = Uint8Array.from(bytes);
  for (let at = 0; at < bytes.length; at += 1) {
    for (const bit of bitsOf(at)) {
      changed[at] ^= 1 << bit;
      const { verdict, code } = verify(changed, known);
      assert.equal(verdict, 'bad', `byte ${at}, bit ${bit}`);
      assert.ok(CODES.has(code), code);
      codes[code] = (codes[code] ?? 0) + 1;
      changed[at] ^= 1 << bit;
    }
  }
  return codes;
}

test('every bit of a letter', (context) => {
  const { bytes, known } = makeLetter();
  const codes = refuseFlipped(bytes, known, () => [0, 1, 2, 3, 4, 5, 6, 7]);
  context.diagnostic(`${bytes.length * 8} bits: ${JSON.stringify(codes)}`);
});

// What one signature covers together with others.
test('a bit of every third byte: a covered letter', (context) => {
  const { bytes } = GOOD.find(({ name }) => name.startsWith('issued--a-letter-alone-under-a-cover'));
  const codes = refuseFlipped(bytes, KNOWN, (at) => (at % 3 === 0 ? [at % 8] : []));
  context.diagnostic(`${Math.ceil(bytes.length / 3)} bits: ${JSON.stringify(codes)}`);
});

// A joint document has many more signatures, so of every third byte one bit is flipped, each bit in its turn. The shortest
// that is bound, and the longest, whose logs stand under several heads.
const minutes = GOOD.filter(({ name }) => /^(bound|terminated)--/.test(name))
  .sort((a, b) => a.bytes.length - b.bytes.length);
for (const { name, bytes } of [minutes[0], minutes.at(-1)]) {
  test(`a bit of every third byte: ${name}`, (context) => {
    const codes = refuseFlipped(bytes, KNOWN, (at) => (at % 3 === 0 ? [at % 8] : []));
    context.diagnostic(`${Math.ceil(bytes.length / 3)} bits: ${JSON.stringify(codes)}`);
  });
}

test('every shorter beginning of a letter', () => {
  const { bytes, known } = makeLetter();
  for (let length = 0; length < bytes.length; length += 1) {
    assert.equal(verify(bytes.subarray(0, length), known).code, 'encoding');
  }
});
