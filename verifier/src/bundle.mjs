// Reads the outer shape of a bundle; nothing inside its byte strings is looked at yet.

import { open } from './cbor.mjs';
import { MOST_OPENING } from './document.mjs';
import { MOST_ENVELOPE } from './envelope.mjs';
import { check } from './fault.mjs';
import { Fields, bytesOf } from './shape.mjs';
import { HASH } from './tree.mjs';

export const MOST_BUNDLE = 16_777_216;
const FORMAT = 'twinpost/1/bundle';
const MOST_ITEMS = 256;
const MOST_CHECKPOINT = 4_096;
const MOST_PROOF = 1_696;
const MOST_CONSISTENCY = 1_728;
const MOST_PATH = 384;

function byteStrings(fields, name, most) {
  return fields.list(name, (item, place) => bytesOf(item, place, 0, most), MOST_ITEMS);
}

function maps(fields, name, names, read) {
  return fields.list(name, (item, place) => {
    const inner = new Fields(item, place, names);
    const map = { place, ...read(inner) };
    inner.end();
    return map;
  }, MOST_ITEMS);
}

function readSide(fields) {
  return {
    side: fields.text('side'),
    roots: byteStrings(fields, 'roots', MOST_ENVELOPE),
    posts: byteStrings(fields, 'posts', MOST_ENVELOPE),
    officers: byteStrings(fields, 'officers', MOST_ENVELOPE),
  };
}

function readHashes(fields, name, most) {
  const hashes = fields.bytes(name, 0, most);
  check(hashes.length % HASH === 0, 'shape', fields.place(name));
  return hashes;
}

function readPlaced(fields) {
  return {
    index: fields.number('index'),
    entry: fields.bytes('entry', 0, MOST_ENVELOPE),
    proof: readHashes(fields, 'proof', MOST_PROOF),
  };
}

function readCover(fields, name) {
  const place = fields.place(name);
  const inner = new Fields(fields.item(name), place, ['index', 'entry', 'proof', 'path']);
  const cover = { place, ...readPlaced(inner), path: readHashes(inner, 'path', MOST_PATH) };
  inner.end();
  return cover;
}

function readStatement(fields) {
  return { ...readPlaced(fields), cover: fields.maybe('cover', (name) => readCover(fields, name)) };
}

function readLog(fields) {
  return {
    checkpoint: fields.text('checkpoint', MOST_CHECKPOINT),
    consistency: fields.maybe('consistency', (name) => readHashes(fields, name, MOST_CONSISTENCY)),
    statements: maps(fields, 'statements', ['index', 'entry', 'proof', 'cover'], readStatement),
  };
}

export function readBundle(bytes) {
  check(bytes.length <= MOST_BUNDLE, 'size', '');
  const item = open(bytes);
  check(item, 'encoding', '');
  const fields = new Fields(item, '', ['format', 'document', 'openings', 'sides', 'logs']);
  check(fields.text('format') === FORMAT, 'format', 'format');
  const bundle = {
    document: fields.bytes('document', HASH),
    openings: byteStrings(fields, 'openings', MOST_OPENING),
    sides: maps(fields, 'sides', ['side', 'roots', 'posts', 'officers'], readSide),
    logs: maps(fields, 'logs', ['checkpoint', 'consistency', 'statements'], readLog),
  };
  fields.end();
  return bundle;
}
