// Makes a small good bundle, a letter that one side has issued, and lets a test change any piece before it is signed.

import { ed25519 } from '@noble/curves/ed25519.js';
import { compareBytes, concat, hex, textBytes } from '../src/bytes.mjs';
import { encode } from '../src/encode.mjs';
import { fullRoot, hash, leafHash } from '../src/tree.mjs';

const EMPTY = new Uint8Array(0);
const base64 = (bytes) => Buffer.from(bytes).toString('base64');

// The list with another item at one place; JavaScript's own `with` is not in Node 18.
export function replaced(list, at, item) {
  return list.map((each, i) => (i === at ? item : each));
}

export function keyOf(number) {
  const secret = new Uint8Array(32).fill(number);
  return { secret, public: ed25519.getPublicKey(secret) };
}

export const KEYS = { root: keyOf(1), log: keyOf(2), mirror: keyOf(3), certify: keyOf(4), officer: keyOf(5) };

export function envelope(label, payload, signers) {
  const bytes = payload instanceof Uint8Array ? payload : encode(payload);
  const signatures = signers
    .slice().sort((a, b) => compareBytes(a.public, b.public))
    .map((key) => {
      const header = concat(Uint8Array.of(0xa2, 0x01, 0x32, 0x04, 0x58, 0x20), key.public);
      const message = encode(['Signature', EMPTY, header, textBytes(`twinpost/1/${label}`), bytes]);
      return [header, {}, ed25519.sign(message, key.secret)];
    });
  return encode([EMPTY, {}, bytes, signatures]);
}

function mark(name, type, key) {
  return hash(textBytes(name), Uint8Array.of(0x0a, type), key).subarray(0, 4);
}

// Two entries at most: more needs no test that wants a small bundle.
export function checkpoint(origin, entries, key) {
  const body = `${origin}\n${entries.length}\n${base64(fullRoot(entries.map(leafHash)))}\n`;
  const signature = ed25519.sign(textBytes(body), key.secret);
  return `${body}\n\u2014 ${origin} ${base64(concat(mark(origin, 1, key.public), signature))}\n`;
}

export function digestOf({ seed, parts }) {
  const leaves = parts.map((part, i) => {
    const salt = hash(Uint8Array.of(3), encode(i), seed).subarray(0, 16);
    return hash(Uint8Array.of(2), salt, encode([i, part]));
  });
  return hash(textBytes('twinpost/1/document'), fullRoot(leaves));
}

const PLAIN = {
  opening: {
    seed: new Uint8Array(16).fill(9),
    parts: [
      { kind: 'letter', sides: ['vn'], languages: ['vi'] },
      { vi: { title: 'Thư', paragraphs: ['Một.'] } },
      null, null, null, ...Array(11).fill(null),
    ],
  },
  root: {
    version: 1, side: 'vn', number: 1, keys: [KEYS.root.public], threshold: 1, next: new Uint8Array(32), from: 0,
  },
  post: {
    version: 1, side: 'vn', post: 'laocai', log: KEYS.log.public, mirror: KEYS.mirror.public,
    certify: KEYS.certify.public, from: 0, until: 1000,
  },
  officer: {
    version: 1, side: 'vn', post: 'laocai', officer: 'o-1', unit: 'u-1', office: 'Chỉ huy',
    key: KEYS.officer.public, rights: ['letter'], from: 0, until: 1000,
  },
  statement: { version: 1, origin: 'vn.laocai/cn.hekou/1', kind: 'issue', at: 500, unit: 'u-1' },
};

// Each change is a function from a piece to the piece that takes its place.
export function makeLetter(changes = {}) {
  const piece = (name, plain) => (changes[name] ?? ((same) => same))(plain);
  const opening = piece('opening', PLAIN.opening);
  const document = digestOf(opening);
  const root = piece('root', PLAIN.root);
  const entry = piece('entry', envelope('statement', piece('statement', { ...PLAIN.statement, document }), [KEYS.officer]));
  const bundle = {
    format: 'twinpost/1/bundle',
    document,
    openings: [encode(opening)],
    sides: [{
      side: 'vn',
      roots: [envelope('root', root, [KEYS.root])],
      posts: [envelope('post', piece('post', PLAIN.post), [KEYS.root])],
      officers: [envelope('officer', piece('officer', PLAIN.officer), [KEYS.certify])],
    }],
    logs: [{
      checkpoint: piece('checkpoint', checkpoint(PLAIN.statement.origin, [entry], KEYS.log)),
      statements: [{ index: 0, entry, proof: EMPTY }],
    }],
  };
  const payload = root instanceof Uint8Array ? root : encode(root);
  const known = [hex(hash(textBytes('twinpost/1/fingerprint'), payload))];
  return { bytes: encode(piece('bundle', bundle)), known };
}
