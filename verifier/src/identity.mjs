// Who may seal and sign: the chain of a side's roots, its posts and its officers.

import { compareBytes, compareTexts, hex, isAscending, sameBytes, textBytes } from './bytes.mjs';
import { encode } from './encode.mjs';
import { readEnvelope, readPayload, verifyEnvelope } from './envelope.mjs';
import { check } from './fault.mjs';
import { digestOf } from './shape.mjs';
import { readKey } from './signature.mjs';
import { HASH, hash } from './tree.mjs';

const MOST_KEYS = 16;
const MOST_RIGHTS = 64;

const among = (keys, key) => keys.some((other) => sameBytes(other, key));

function fingerprint(payload) {
  return hash(textBytes('twinpost/1/fingerprint'), payload);
}

function commitment({ keys, threshold }) {
  return hash(textBytes('twinpost/1/next'), encode({ keys, threshold }));
}

function readRoot(envelope, place) {
  const fields = readPayload(envelope.payload, place, ['side', 'number', 'keys', 'threshold', 'next', 'from']);
  const root = {
    side: fields.code('side'),
    number: fields.number('number'),
    keys: fields.list('keys', digestOf, MOST_KEYS),
    threshold: fields.number('threshold'),
    next: fields.bytes('next', HASH),
    from: fields.number('from'),
  };
  fields.end();
  return root;
}

function signersAmong(envelope, keys) {
  return envelope.signatures.filter(({ key }) => among(keys, key)).length;
}

function checkRoot(envelope, side, number, before, known, place) {
  const root = readRoot(envelope, place);
  check(root.side === side, 'root-side', place);
  check(root.number === number, 'root-number', place);
  const keysStand = root.keys.length > 0 && isAscending(root.keys, compareBytes) && root.keys.every(readKey);
  check(keysStand, 'root-keys', place);
  check(root.threshold >= 1 && root.threshold <= root.keys.length, 'root-threshold', place);
  if (before) check(sameBytes(before.next, commitment(root)), 'root-next', place);
  else check(known.has(hex(fingerprint(envelope.payload))), 'root-unknown', place);
  const allowed = before ? [...root.keys, ...before.keys] : root.keys;
  check(envelope.signatures.every(({ key }) => among(allowed, key)), 'root-signer', place);
  const enough = signersAmong(envelope, root.keys) >= root.threshold
    && (!before || signersAmong(envelope, before.keys) >= before.threshold);
  check(enough, 'root-too-few', place);
  verifyEnvelope(envelope, 'twinpost/1/root', place);
  return root;
}

// The root in force and the fingerprint of the first.
export function checkRoots(roots, side, known, effort, place) {
  const envelopes = roots.map((bytes, i) => readEnvelope(bytes, `${place}[${i}]`, effort));
  check(envelopes.length > 0, 'root-number', place);
  let root = null;
  envelopes.forEach((envelope, i) => {
    root = checkRoot(envelope, side, i + 1, root, known, `${place}[${i}]`);
  });
  return { root, fingerprint: fingerprint(envelopes[0].payload) };
}

function readPost(envelope, place) {
  const fields = readPayload(envelope.payload, place, ['side', 'post', 'log', 'mirror', 'certify', 'from', 'until']);
  const post = {
    place,
    side: fields.code('side'),
    post: fields.code('post'),
    log: fields.bytes('log', HASH),
    mirror: fields.bytes('mirror', HASH),
    certify: fields.bytes('certify', HASH),
    from: fields.number('from'),
    until: fields.number('until'),
  };
  fields.end();
  check(post.from < post.until, 'dates', place);
  return post;
}

function checkPost(envelope, side, root, place) {
  const post = readPost(envelope, place);
  check(post.side === side, 'post-side', place);
  const keys = [post.log, post.mirror, post.certify];
  const different = keys.every((key, i) => !among(keys.slice(i + 1), key));
  const [log, mirror, certify] = keys.map(readKey);
  check(different && log && mirror && certify, 'post-keys', place);
  check(envelope.signatures.every(({ key }) => among(root.keys, key)), 'post-signer', place);
  check(envelope.signatures.length >= root.threshold, 'post-too-few', place);
  verifyEnvelope(envelope, 'twinpost/1/post', place);
  return { ...post, log, mirror, certify };
}

// The posts of a side by their codes.
export function checkPosts(list, side, root, effort, place) {
  const envelopes = list.map((bytes, i) => readEnvelope(bytes, `${place}[${i}]`, effort));
  const posts = new Map();
  let before = null;
  envelopes.forEach((envelope, i) => {
    const at = `${place}[${i}]`;
    const post = checkPost(envelope, side, root, at);
    check(before === null || compareTexts(before, post.post) < 0, 'order', at);
    before = post.post;
    posts.set(post.post, post);
  });
  return posts;
}

function readOfficer(envelope, place) {
  const names = ['side', 'post', 'officer', 'unit', 'office', 'key', 'rights', 'from', 'until'];
  const fields = readPayload(envelope.payload, place, names);
  const officer = {
    place,
    side: fields.code('side'),
    post: fields.code('post'),
    officer: fields.text('officer'),
    unit: fields.text('unit'),
    office: fields.text('office'),
    key: fields.bytes('key', HASH),
    rights: fields.codes('rights', MOST_RIGHTS),
    from: fields.number('from'),
    until: fields.number('until'),
  };
  fields.end();
  check(officer.from < officer.until, 'dates', place);
  return officer;
}

function checkOfficer(envelope, side, posts, place) {
  const officer = readOfficer(envelope, place);
  check(officer.side === side, 'officer-side', place);
  const post = posts.get(officer.post);
  check(post, 'officer-post', place);
  check(readKey(officer.key), 'key', place);
  const { signatures } = envelope;
  check(signatures.length === 1 && sameBytes(signatures[0].key, post.certify.bytes), 'officer-signer', place);
  check(officer.from >= post.from && officer.until <= post.until, 'dates', place);
  verifyEnvelope(envelope, 'twinpost/1/officer', place);
  return officer;
}

// The officers of a side by their keys in hexadecimal digits.
export function checkOfficers(list, side, posts, effort, place) {
  const envelopes = list.map((bytes, i) => readEnvelope(bytes, `${place}[${i}]`, effort));
  const officers = new Map();
  let before = null;
  envelopes.forEach((envelope, i) => {
    const at = `${place}[${i}]`;
    const officer = checkOfficer(envelope, side, posts, at);
    check(before === null || compareBytes(before, officer.key) < 0, 'order', at);
    before = officer.key;
    officers.set(hex(officer.key), officer);
  });
  return officers;
}
