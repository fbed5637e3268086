// Statements: what one side says in a log, as the payload of an envelope with one signature.

import { MOST_ENVELOPE, readEnvelope, readPayload } from './envelope.mjs';
import { check } from './fault.mjs';
import { parseOrigin } from './origin.mjs';
import { digestOf } from './shape.mjs';
import { HASH } from './tree.mjs';

const SERIES = 16;
const MOST_PARENTS = 8;
const MOST_LONG = 2_000;
const MOST_CERTIFICATE = 8_000;
const MOST_COVERED = 4_096;

const digest = (fields, name) => fields.bytes(name, HASH);
const text = (fields, name) => fields.text(name);
const longText = (fields, name) => fields.text(name, MOST_LONG);
const number = (fields, name) => fields.number(name);
const maybe = (read) => (fields, name) => fields.maybe(name, () => read(fields, name));

const series = (fields, name) => fields.bytes(name, SERIES);
const slot = { series, revision: (fields, name) => fields.number(name, 1), document: digest };
const envelope = (fields, name) => fields.bytes(name, 0, MOST_ENVELOPE);
const parents = (fields, name) => fields.list(name, digestOf, MOST_PARENTS);

const BY_POST = {
  root: { object: envelope },
  officer: { object: envelope },
  revoke: { key: digest, reason: text },
  saw: { log: text, size: number, root: digest },
  address: {
    url: longText,
    certificate: (fields, name) => fields.bytes(name, 0, MOST_CERTIFICATE),
    recipient: longText,
  },
};

const BY_OFFICER = {
  draft: { series, document: digest, parents },
  propose: { ...slot, until: number, words: maybe(digest) },
  sign: { ...slot, words: maybe(digest) },
  refuse: { ...slot, words: digest },
  contest: { ...slot, words: digest },
  withdraw: slot,
  'let-go': slot,
  terminate: slot,
  issue: { document: digest, answers: maybe(digest), until: maybe(number) },
  acknowledge: { document: digest },
  erase: { document: digest, basis: text },
  cover: { start: number, count: (fields, name) => fields.number(name, 1, MOST_COVERED), root: digest },
};

const KINDS = new Map(Object.entries({ ...BY_POST, ...BY_OFFICER }));
const COVERED_KINDS = new Set(['issue', 'acknowledge']);
const COMMON = ['origin', 'kind', 'at', 'unit', 'officer'];
const NAMES = [...new Set([...COMMON, ...[...KINDS.values()].flatMap(Object.keys)])];

function readStart(fields, isKind) {
  const origin = fields.text('origin');
  check(parseOrigin(origin), 'shape', fields.place('origin'));
  const kind = fields.text('kind');
  check(isKind(kind), 'shape', fields.place('kind'));
  return { origin, kind, at: fields.number('at') };
}

function readRest(fields, kind) {
  const rest = {};
  for (const [name, readField] of Object.entries(KINDS.get(kind))) rest[name] = readField(fields, name);
  fields.end();
  return rest;
}

export function readStatement(entry, place, effort) {
  const read = readEnvelope(entry, place, effort);
  check(read.signatures.length === 1, 'envelope', place);
  const fields = readPayload(read.payload, place, NAMES);
  const start = readStart(fields, (kind) => KINDS.has(kind));
  const unit = fields.maybe('unit', () => fields.text('unit'));
  const rest = readRest(fields, start.kind);
  check((unit !== null) === Object.hasOwn(BY_OFFICER, start.kind), 'shape', fields.place('unit'));
  return { ...start, unit, ...rest, signer: read.signatures[0].key, envelope: read, signed: place };
}

// An entry that begins as a map does is no envelope, but a statement that another one covers.
export function isCovered(entry) {
  return entry.length > 0 && entry[0] >= 0xa0 && entry[0] <= 0xbf;
}

export function readCovered(entry, place) {
  const fields = readPayload(entry, place, NAMES);
  const start = readStart(fields, (kind) => COVERED_KINDS.has(kind));
  const unit = fields.text('unit');
  const signer = digest(fields, 'officer');
  return { ...start, unit, ...readRest(fields, start.kind), signer };
}
