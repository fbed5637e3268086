// The frozen vectors: every good bundle with its whole verdict, every bad one with its fault and the place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toJson } from '../src/verdict.mjs';
import { verify } from '../src/verify.mjs';
import { exactly } from './json.mjs';
import { BAD, GOOD, KNOWN } from './vectors.mjs';

test('there are vectors of both kinds', () => {
  assert.ok(GOOD.length >= 10 && BAD.length >= 50);
});

for (const { name, bytes, standing, expected } of GOOD) {
  test(`good: ${name}`, () => {
    const verdict = verify(bytes, KNOWN);
    assert.equal(verdict.verdict, standing);
    assert.deepEqual(exactly(toJson(verdict)), exactly(expected));
  });
}

for (const { name, bytes, code, place } of BAD) {
  test(`bad: ${name}`, () => assert.deepEqual(verify(bytes, KNOWN), { verdict: 'bad', code, place }));
}

test('without the fingerprints nothing is known', () => {
  for (const { bytes } of GOOD) {
    assert.deepEqual(verify(bytes, []), { verdict: 'bad', code: 'root-unknown', place: 'sides[0].roots[0]' });
  }
});
