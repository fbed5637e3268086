// Checkpoints: the sealed head of a log as a signed note, and whether its seal and cosignatures hold.

import { compareTexts, concat, fromBase64, isAscending, sameBytes, textBytes } from './bytes.mjs';
import { fail } from './fault.mjs';
import { parseCosigner, parseOrigin } from './origin.mjs';
import { signatureHolds } from './signature.mjs';
import { HASH, hash } from './tree.mjs';

const MOST_TEXT = 4096;
const MOST_COSIGNATURES = 16;
const MOST_SECONDS = 9_007_199_254_740n;
const SEAL = 0x01;
const COSIGNATURE = 0x04;
const MARK = 4;
const SIGNATURE = 64;
const SECONDS = 8;

function parseNumber(text) {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return null;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : null;
}

function parseLine(line, length) {
  const parts = /^\u2014 ([^ ]+) ([^ ]+)$/u.exec(line);
  const bytes = parts && fromBase64(parts[2]);
  return bytes?.length === length ? { name: parts[1], bytes } : null;
}

function parseCosignature(line) {
  const parsed = parseLine(line, MARK + SECONDS + SIGNATURE);
  const post = parsed && parseCosigner(parsed.name);
  if (!post) return null;
  const { name, bytes } = parsed;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset + MARK, SECONDS).getBigUint64(0);
  if (seconds > MOST_SECONDS) return null;
  return {
    name,
    ...post,
    mark: bytes.subarray(0, MARK),
    seconds: Number(seconds),
    signature: bytes.subarray(MARK + SECONDS),
  };
}

function tryCheckpoint(text) {
  if (textBytes(text).length > MOST_TEXT) return null;
  const lines = text.split('\n');
  // What follows the last line feed must be nothing.
  if (lines.pop() !== '' || lines.length < 5 || lines.length > 5 + MOST_COSIGNATURES) return null;
  const [originLine, sizeLine, rootLine, empty, sealLine, ...rest] = lines;
  const origin = parseOrigin(originLine);
  const size = parseNumber(sizeLine);
  const root = fromBase64(rootLine);
  const seal = parseLine(sealLine, MARK + SIGNATURE);
  if (!origin || size === null || root?.length !== HASH || empty !== '') return null;
  if (seal?.name !== originLine) return null;
  const cosignatures = rest.map(parseCosignature);
  if (cosignatures.includes(null)) return null;
  if (!isAscending(cosignatures.map(({ name }) => name), compareTexts)) return null;
  return {
    origin,
    size,
    root,
    body: textBytes(`${originLine}\n${sizeLine}\n${rootLine}\n`),
    seal: { mark: seal.bytes.subarray(0, MARK), signature: seal.bytes.subarray(MARK) },
    cosignatures,
  };
}

export function readCheckpoint(text, place) {
  return tryCheckpoint(text) ?? fail('note', place);
}

function markIsOf(mark, name, type, key) {
  const expected = hash(textBytes(name), Uint8Array.of(0x0a, type), key.bytes);
  return sameBytes(mark, expected.subarray(0, MARK));
}

export function sealHolds({ origin, body, seal }, key) {
  return markIsOf(seal.mark, origin.text, SEAL, key) && signatureHolds(key, body, seal.signature);
}

export function cosignatureHolds({ body }, { name, mark, seconds, signature }, key) {
  const message = concat(textBytes(`cosignature/v1\ntime ${seconds}\n`), body);
  return markIsOf(mark, name, COSIGNATURE, key) && signatureHolds(key, message, signature);
}
