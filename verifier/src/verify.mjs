// Checks a bundle against the fingerprints that the reader trusts and gives the verdict.

import { compareBytes, compareTexts, hex, isAscending, sameBytes } from './bytes.mjs';
import { readBundle } from './bundle.mjs';
import { readOpening } from './document.mjs';
import { Effort } from './effort.mjs';
import { Fault, check } from './fault.mjs';
import { checkOfficers, checkPosts, checkRoots } from './identity.mjs';
import { checkLogs } from './logs.mjs';
import { isCode } from './shape.mjs';
import { issuedStanding, jointStanding } from './standing.mjs';
import { describe } from './verdict.mjs';

const WORDS = 'words';
const MOST_WORDS_OPENING = 1_048_576;

function readOpenings(list) {
  let before = null;
  return list.map((bytes, i) => {
    const opening = readOpening(bytes, `openings[${i}]`);
    check(before === null || compareBytes(before, opening.digest) < 0, 'order', 'openings');
    before = opening.digest;
    return opening;
  });
}

function findDocument(digest, openings) {
  const document = openings.find((opening) => sameBytes(opening.digest, digest));
  check(document, 'commitment', 'document');
  const { kind, sides, series } = document.head;
  check(kind !== WORDS, 'head', 'document');
  check(series ? sides.length >= 2 : sides.length === 1, 'head-sides', 'document');
  return document;
}

// The openings of what was said, by digest in hexadecimal digits.
function collectWords(openings, document) {
  const words = new Map();
  for (const opening of openings) {
    if (opening === document) continue;
    const { kind, sides } = opening.head;
    check(kind === WORDS && sides.length === 1 && opening.size <= MOST_WORDS_OPENING, 'words', opening.place);
    words.set(hex(opening.digest), opening);
  }
  return words;
}

// Every side with its fingerprint, posts and officers, by code.
function checkSides(list, known, effort) {
  check(isAscending(list.map(({ side }) => side), compareTexts), 'order', 'sides');
  const sides = new Map();
  for (const { place, side, ...chain } of list) {
    check(isCode(side), 'shape', `${place}.side`);
    const { root, fingerprint } = checkRoots(chain.roots, side, known, effort, `${place}.roots`);
    const posts = checkPosts(chain.posts, side, root, effort, `${place}.posts`);
    const officers = checkOfficers(chain.officers, side, posts, effort, `${place}.officers`);
    sides.set(side, { place, fingerprint, posts, officers });
  }
  return sides;
}

// What proves nothing has no place in a bundle: it could only mislead whoever looks into it.
function checkUnused(words, sides, logs) {
  const statements = logs.flatMap((log) => log.statements);
  const referred = new Set(statements.map(({ words: digest }) => digest && hex(digest)));
  for (const [digest, opening] of words) check(referred.has(digest), 'unused', opening.place);
  const busy = new Set(logs.flatMap(({ post, cosigners }) => [post, ...cosigners]));
  const signers = new Set(statements.map(({ officer }) => officer));
  for (const { place, posts, officers } of sides.values()) {
    check(posts.size > 0, 'unused', place);
    for (const post of posts.values()) check(busy.has(post), 'unused', post.place);
    for (const officer of officers.values()) check(signers.has(officer), 'unused', officer.place);
  }
}

function standingOf({ series, sides }, said) {
  const standing = series ? jointStanding(sides, said) : issuedStanding(said);
  check(standing !== 'draft', 'nothing-signed', 'logs');
  return standing;
}

function examine(bytes, known) {
  const bundle = readBundle(bytes);
  const openings = readOpenings(bundle.openings);
  const document = findDocument(bundle.document, openings);
  const words = collectWords(openings, document);
  const effort = new Effort();
  const sides = checkSides(bundle.sides, known, effort);
  const logs = checkLogs(bundle.logs, document, words, sides, effort);
  checkUnused(words, sides, logs);
  const said = logs.flatMap((log) => log.statements);
  return describe(standingOf(document.head, said), document, sides, said);
}

// `known` are fingerprints in hexadecimal digits. The answer is the verdict of the format, section 7.1, in which
// integers beyond 2^53 are BigInt.
export function verify(bytes, known) {
  try {
    return examine(bytes, new Set(known.map((fingerprint) => fingerprint.toLowerCase())));
  } catch (error) {
    if (error instanceof Fault) return { verdict: 'bad', code: error.code, place: error.place };
    throw error;
  }
}
