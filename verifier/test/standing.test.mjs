// How a document stands by what was said, section 6 of the format, sentence by sentence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issuedStanding, jointStanding, offerUntil } from '../src/standing.mjs';

const SIDES = ['cn', 'vn'];
const UNTIL = 100;
const heldAt = (...times) => times.map((at) => ({ post: 'x', at }));
const say = (side, kind, held = heldAt(50), until = UNTIL) => ({ side, kind, held, ...(kind === 'propose' ? { until } : {}) });
const both = [say('vn', 'propose'), say('cn', 'sign')];

const CASES = [
  ['nothing', [], 'draft'],
  ['a note alone', [say('vn', 'contest')], 'draft'],
  ['refused before anybody proposed', [say('cn', 'refuse')], 'draft'],
  ['one side proposed', [say('vn', 'propose')], 'proposed'],
  ['one side proposed and nobody holds it', [say('vn', 'propose', [])], 'proposed'],
  ['both', both, 'bound'],
  ['both, and a note', [...both, say('cn', 'contest')], 'bound'],
  ['both proposed', [say('vn', 'propose'), say('cn', 'propose')], 'bound'],
  ['both signed and nobody proposed', [say('vn', 'sign'), say('cn', 'sign')], 'signed'],
  ['held at the last moment', [say('vn', 'propose', heldAt(UNTIL)), say('cn', 'sign', heldAt(UNTIL))], 'bound'],
  ['held too late', [say('vn', 'propose'), say('cn', 'sign', heldAt(UNTIL + 1))], 'signed'],
  ['the proposal held too late', [say('vn', 'propose', heldAt(UNTIL + 1)), say('cn', 'sign')], 'signed'],
  ['held by one too late and by another in time', [say('vn', 'propose'), say('cn', 'sign', heldAt(UNTIL + 1, 9))], 'bound'],
  ['never held', [say('vn', 'propose'), say('cn', 'sign', [])], 'signed'],
  ['the earliest of two terms counts', [say('vn', 'propose', heldAt(50)), say('cn', 'propose', heldAt(50), 49)], 'signed'],
  ['refused', [say('vn', 'propose'), say('cn', 'refuse')], 'refused'],
  ['refused first, signed later', [say('vn', 'propose'), say('cn', 'refuse'), say('cn', 'sign')], 'refused'],
  ['signed first, refused later', [...both, say('cn', 'refuse')], 'bound'],
  ['let go', [say('vn', 'propose'), say('vn', 'withdraw'), say('cn', 'let-go')], 'withdrawn'],
  ['let go, and nobody asked for it', [say('vn', 'propose'), say('cn', 'let-go')], 'proposed'],
  ['asked to withdraw', [say('vn', 'propose'), say('vn', 'withdraw')], 'proposed'],
  ['asked to withdraw and signed all the same', [...both, say('vn', 'withdraw')], 'bound'],
  ['signed first, let go later', [...both, say('vn', 'withdraw'), say('cn', 'let-go')], 'bound'],
  ['one side asked to end', [...both, say('vn', 'terminate')], 'bound'],
  ['both asked to end', [...both, say('vn', 'terminate'), say('cn', 'terminate')], 'terminated'],
  ['both asked to end what never bound', [say('vn', 'propose'), say('cn', 'sign', []), say('vn', 'terminate'),
    say('cn', 'terminate')], 'signed'],
];

for (const [what, said, standing] of CASES) {
  test(`${what}: ${standing}`, () => assert.equal(jointStanding(SIDES, said), standing));
}

test('every side of the head must agree', () => {
  assert.equal(jointStanding(['cn', 'la', 'vn'], both), 'proposed');
  assert.equal(jointStanding(['cn', 'la', 'vn'], [...both, say('la', 'sign')]), 'bound');
});

test('a term counts only if it is in an answer', () => {
  assert.equal(offerUntil([say('cn', 'sign'), say('cn', 'propose', [], 5), say('vn', 'propose', [], 7)]), 7);
  assert.equal(offerUntil([say('cn', 'sign')]), null);
});

test('a document of one side is issued, and then acknowledged', () => {
  assert.equal(issuedStanding([]), 'draft');
  assert.equal(issuedStanding([say('cn', 'acknowledge')]), 'draft');
  assert.equal(issuedStanding([say('vn', 'issue')]), 'issued');
  assert.equal(issuedStanding([say('cn', 'acknowledge'), say('vn', 'issue')]), 'acknowledged');
});
