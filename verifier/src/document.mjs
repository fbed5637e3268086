// Documents: reads an opening, checks its shape and gives its digest and what it says.

import { textBytes } from './bytes.mjs';
import { open } from './cbor.mjs';
import { encode } from './encode.mjs';
import { check } from './fault.mjs';
import { Fields, isCode, listOf, textOf } from './shape.mjs';
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
  const isInSeries = fields.has('series') || fields.has('revision');
  const head = {
    kind: fields.code('kind'),
    sides: fields.codes('sides', MOST_CODES, 1),
    languages: fields.codes('languages', MOST_CODES, 1),
    series: isInSeries ? fields.bytes('series', SERIES) : null,
    revision: isInSeries ? fields.number('revision', 1) : null,
    supersedes: fields.maybe('supersedes', (name) => fields.bytes(name, HASH)),
    supplements: fields.maybe('supplements', (name) => fields.bytes(name, HASH)),
  };
  fields.end();
  return head;
}

function readParagraph(item, place) {
  return textOf(item, place, MOST_PARAGRAPH, 0);
}

function readText(item, place) {
  const fields = new Fields(item, place, ['title', 'paragraphs']);
  const text = {
    title: fields.text('title', MOST_TEXT),
    paragraphs: fields.list('paragraphs', readParagraph, MOST_PARAGRAPHS),
  };
  fields.end();
  return text;
}

function readTexts(item, place) {
  check(item.mapSize !== null && item.mapSize <= MOST_CODES, 'shape', place);
  const texts = {};
  for (const [language, text] of item.entries()) {
    check(isCode(language), 'shape', place);
    texts[language] = readText(text, `${place}.${language}`);
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
  return listOf(item, place, read, most, 1);
}

// Every part is hidden behind a salt of its own, so that one part can be shown without the others.
function documentDigest(seed, parts) {
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
  const parts = fields.list('parts', (part) => part, PARTS, PARTS);
  fields.end();
  const placeOf = (number) => `${fields.place('parts')}[${number}]`;
  const head = readHead(parts[0], placeOf(0));
  const texts = readTexts(parts[1], placeOf(1));
  check(head.languages.every((language) => Object.hasOwn(texts, language)), 'head-text', placeOf(1));
  const attachments = readListOrNull(parts[3], placeOf(3), MOST_ATTACHMENTS, readAttachment);
  const signers = readListOrNull(parts[4], placeOf(4), MOST_SIGNERS, readSigner);
  for (let i = FIRST_EMPTY; i < PARTS; i += 1) check(parts[i].isNull, 'shape', placeOf(i));
  check(!parts[2].hasBytes, 'shape', placeOf(2));
  return { place, size: bytes.length, digest: documentDigest(seed, parts), head, texts, attachments, signers, record: parts[2] };
}
