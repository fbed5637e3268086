// Documents: reads an opening, checks its shape and gives its digest and what it says.

import { textBytes } from './bytes.mjs';
import { open } from './cbor.mjs';
import { encode } from './encode.mjs';
import { check } from './fault.mjs';
import { Fields, bytesOf, isCode, listOf, textOf } from './shape.mjs';
import { HASH, fullRoot, hash } from './tree.mjs';

export const MOST_OPENING = 4_194_304;
const PARTS = 16;
const SEED = 16;
const SERIES = 16;
const MOST_CODES = 8;
const MOST_PARAGRAPHS = 5_000;
const MOST_PARAGRAPH = 100_000;
const MOST_TEXT = 1_000;
const MOST_ATTACHMENTS = 200;
const MOST_SIGNERS = 8;
const FIRST_EMPTY = 5;

function readHead(item, place) {
  const names = ['kind', 'sides', 'languages', 'series', 'revision', 'supersedes', 'supplements'];
  const fields = new Fields(item, place, names);
  const head = {
    kind: fields.code('kind'),
    sides: fields.codes('sides', MOST_CODES, 1),
    languages: fields.codes('languages', MOST_CODES, 1),
    series: fields.maybe('series', (name) => fields.bytes(name, SERIES)),
    revision: fields.maybe('revision', (name) => fields.number(name, 1)),
    supersedes: fields.maybe('supersedes', (name) => fields.bytes(name, HASH)),
    supplements: fields.maybe('supplements', (name) => fields.bytes(name, HASH)),
  };
  fields.end();
  check((head.series === null) === (head.revision === null), 'shape', place);
  return head;
}

function readText(item, place) {
  const fields = new Fields(item, place, ['title', 'paragraphs']);
  const text = {
    title: fields.text('title', MOST_TEXT),
    paragraphs: fields.list('paragraphs', MOST_PARAGRAPHS)
      .map((paragraph) => textOf(paragraph, place, MOST_PARAGRAPH, 0)),
  };
  fields.end();
  return text;
}

function readTexts(item, place) {
  check(item.mapSize !== null && item.mapSize <= MOST_CODES, 'shape', place);
  const texts = {};
  for (const [language, text] of item.entries()) {
    check(isCode(language), 'shape', place);
    texts[language] = readText(text, place);
  }
  return texts;
}

function readAttachment(item, place) {
  const fields = new Fields(item, place, ['name', 'type', 'size', 'sha256']);
  const attachment = {
    name: fields.text('name', MOST_TEXT),
    type: fields.text('type', MOST_TEXT),
    size: fields.number('size'),
    sha256: fields.bytes('sha256', HASH),
  };
  fields.end();
  return attachment;
}

function readSigner(item, place) {
  const fields = new Fields(item, place, ['side', 'name', 'office']);
  const signer = {
    side: fields.text('side', MOST_TEXT),
    name: fields.text('name', MOST_TEXT),
    office: fields.text('office', MOST_TEXT),
  };
  fields.end();
  return signer;
}

function readListOrNull(item, place, most, read) {
  if (item.isNull) return [];
  return listOf(item, place, most, 1).map((each) => read(each, place));
}

// Every part is hidden behind a salt of its own, so that one part can be shown without the others.
function digestOf(seed, parts) {
  const leaves = parts.map((part, i) => {
    const number = encode(i);
    const salt = hash(Uint8Array.of(0x03), number, seed).subarray(0, 16);
    return hash(Uint8Array.of(0x02), salt, Uint8Array.of(0x82), number, part.encoded);
  });
  return hash(textBytes('twinpost/1/document'), fullRoot(leaves));
}

export function readOpening(bytes, place) {
  check(bytes.length <= MOST_OPENING, 'size', place);
  const item = open(bytes);
  check(item, 'encoding', place);
  const fields = new Fields(item, place, ['seed', 'parts']);
  const seed = fields.bytes('seed', SEED);
  const parts = fields.list('parts', PARTS, PARTS);
  fields.end();
  const head = readHead(parts[0], place);
  const texts = readTexts(parts[1], place);
  check(head.languages.every((language) => Object.hasOwn(texts, language)), 'head-text', place);
  const attachments = readListOrNull(parts[3], place, MOST_ATTACHMENTS, readAttachment);
  const signers = readListOrNull(parts[4], place, MOST_SIGNERS, readSigner);
  check(parts.slice(FIRST_EMPTY).every((part) => part.isNull), 'shape', place);
  check(!parts[2].hasBytes, 'shape', place);
  return { place, digest: digestOf(seed, parts), head, texts, attachments, signers, record: parts[2] };
}
