// Compares the two implementations over many bundles, good and broken, that the other one makes.
// TWINPOST_BUNDLES names the program that makes them, called with a seed and a count.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { toJson } from '../src/verdict.mjs';
import { verify } from '../src/verify.mjs';
import { exactly } from './json.mjs';

const PROGRAM = process.env.TWINPOST_BUNDLES;
const COUNT = Number(process.env.TWINPOST_BUNDLES_COUNT ?? 3000);
const SEED = process.env.TWINPOST_BUNDLES_SEED ?? '1';

// Pieces with a length of four bytes in front, however the stream cuts them.
async function* piecesOf(stream) {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE()) {
      const end = 4 + rest.readUInt32BE();
      yield rest.subarray(4, end);
      rest = rest.subarray(end);
    }
  }
  assert.equal(rest.length, 0, 'the program stopped in the middle of a piece');
}

test(`both implementations say the same of ${COUNT} bundles`, async (context) => {
  assert.ok(PROGRAM, 'TWINPOST_BUNDLES must name the program that makes bundles');
  const program = spawn(PROGRAM, [SEED, String(COUNT)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    program.on('error', reject);
    program.on('close', resolve);
  });
  ended.catch(() => {});
  const verdicts = {};
  let count = 0;
  let milliseconds = 0;
  let bundle = null;
  for await (const piece of piecesOf(program.stdout)) {
    if (bundle === null) {
      bundle = Uint8Array.from(piece);
      continue;
    }
    const said = piece.toString();
    const before = performance.now();
    const own = verify(bundle, JSON.parse(said).known);
    milliseconds += performance.now() - before;
    assert.deepEqual(exactly(toJson(own)), exactly(said)['t:verdict'], `bundle ${count} of seed ${SEED}`);
    const name = own.code ?? own.verdict;
    verdicts[name] = (verdicts[name] ?? 0) + 1;
    count += 1;
    bundle = null;
  }
  assert.equal(await ended, 0, 'the program ended with a failure');
  assert.equal(count, COUNT);
  const sorted = Object.fromEntries(Object.entries(verdicts).sort());
  context.diagnostic(`${count} bundles in ${Math.round(milliseconds / 1000)} s: ${JSON.stringify(sorted)}`);
});
