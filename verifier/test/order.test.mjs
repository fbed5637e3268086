// The order of the checks and their places, where a bundle could be refused for more than one reason.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, fromHex } from '../src/bytes.mjs';
import { encode } from '../src/encode.mjs';
import { verify } from '../src/verify.mjs';
import { toJson } from '../src/verdict.mjs';
import { KEYS, envelope, keyOf, makeLetter, replaced } from './maker.mjs';

const verdictOf = (changes) => {
  const { bytes, known } = makeLetter(changes);
  return verify(bytes, known);
};
const bad = (code, place) => ({ verdict: 'bad', code, place });
const withPart = (number, part) => ({
  opening: ({ seed, parts }) => ({ seed, parts: replaced(parts, number, part) }),
});
const change = (name, fields) => ({ [name]: (plain) => ({ ...plain, ...fields }) });
const logs = (fields) => ({ bundle: (plain) => ({ ...plain, logs: [{ ...plain.logs[0], ...fields }] }) });
const side = (fields) => ({ bundle: (plain) => ({ ...plain, sides: [{ ...plain.sides[0], ...fields }] }) });

const OPENING = 'openings[0]';
const ROOT = 'sides[0].roots[0]';
const OFFICER = 'sides[0].officers[0]';
const CHECKPOINT = 'logs[0].checkpoint';
const GROWTH = 'logs[0].consistency';
const ENTRY = 'logs[0].statements[0].entry';
const TOO_MANY = Array(257).fill(new Uint8Array(0));

const CASES = [
  ['a bundle that is a list', { bundle: () => [] }, 'shape', ''],
  ['a format of another type', change('bundle', { format: 1 }), 'shape', 'format'],
  ['another format before a missing field', change('bundle', { format: 'x', document: undefined }), 'format', 'format'],
  ['a missing field before one too many', change('bundle', { logs: undefined, more: 1 }), 'shape', 'logs'],
  ['one field too many', change('bundle', { more: 1 }), 'shape', ''],
  ['too many openings', change('bundle', { openings: TOO_MANY }), 'shape', 'openings'],
  ['an opening of another type', change('bundle', { openings: [1] }), 'shape', OPENING],
  ['a field too many in a side', side({ more: 1 }), 'shape', 'sides[0]'],
  ['a side with too long a name', side({ side: 'x'.repeat(301) }), 'shape', 'sides[0].side'],
  ['a side whose name is no code', side({ side: 'VN' }), 'shape', 'sides[0].side'],
  ['shapes before openings', change('bundle', { openings: [new Uint8Array(0)], logs: 1 }), 'shape', 'logs'],
  ['a checkpoint without a byte', logs({ checkpoint: '' }), 'shape', CHECKPOINT],
  ['a proof of growth of another type', logs({ consistency: 1 }), 'shape', GROWTH],
  ['a proof of growth beyond the limit', logs({ consistency: new Uint8Array(55 * 32) }), 'shape', GROWTH],
  ['half a hash in a proof of growth before a missing field', logs({ consistency: new Uint8Array(16), statements: undefined }),
    'shape', GROWTH],
  ['the form of a checkpoint before a proof of growth that nothing asks for',
    logs({ checkpoint: 'x', consistency: new Uint8Array(32) }), 'note', CHECKPOINT],
  ['a proof of growth that nothing asks for, before the post of the log',
    { ...logs({ consistency: new Uint8Array(32) }), checkpoint: (text) => text.replaceAll('vn.laocai', 'vn.other') },
    'shape', GROWTH],
  ['an opening of nothing', change('bundle', { openings: [new Uint8Array(0)] }), 'encoding', OPENING],
  ['an opening with a field too many', change('opening', { more: 1 }), 'shape', OPENING],
  ['a title without a byte', withPart(1, { vi: { title: '', paragraphs: [] } }), 'shape', `${OPENING}.parts[1].vi.title`],
  ['a language without its text', withPart(1, {}), 'head-text', `${OPENING}.parts[1]`],
  ['the texts before the attachments', { opening: ({ seed, parts }) => ({ seed, parts: replaced(replaced(parts, 1, {}), 3, 1) }) },
    'head-text', `${OPENING}.parts[1]`],
  ['an empty list of attachments', withPart(3, []), 'shape', `${OPENING}.parts[3]`],
  ['an empty list of signers', withPart(4, []), 'shape', `${OPENING}.parts[4]`],
  ['bytes in the record', withPart(2, { a: [new Uint8Array(1)] }), 'shape', `${OPENING}.parts[2]`],
  ['a side of the head that is no code',
    withPart(0, { kind: 'letter', sides: ['VN'], languages: ['vi'] }), 'shape', `${OPENING}.parts[0].sides[0]`],
  ['a part that must be empty', withPart(15, 1), 'shape', `${OPENING}.parts[15]`],
  ['a series without a revision',
    withPart(0, { kind: 'letter', sides: ['vn'], languages: ['vi'], series: new Uint8Array(16) }), 'shape', `${OPENING}.parts[0].revision`],
  ['a revision without a series',
    withPart(0, { kind: 'letter', sides: ['vn'], languages: ['vi'], revision: 1 }), 'shape', `${OPENING}.parts[0].series`],
  ['the kind of a document before its sides',
    withPart(0, { kind: 'Letter', sides: [], languages: ['vi'] }), 'shape', `${OPENING}.parts[0].kind`],
  ['the number of parts before a field too many',
    { opening: (plain) => ({ ...plain, parts: plain.parts.slice(1), more: 1 }) }, 'shape', `${OPENING}.parts`],
  ['a root of version 2 with other fields', { root: () => ({ version: 2 }) }, 'format', ROOT],
  ['a root with a version that is no number', change('root', { version: -1 }), 'shape', `${ROOT}.version`],
  ['a root that is not canonical', { root: () => fromHex('1817') }, 'encoding', ROOT],
  ['a root that is no map', { root: () => encode([]) }, 'shape', ROOT],
  ['all roots are envelopes before the chain is looked at',
    { bundle: (plain) => ({ ...plain, sides: [{ ...plain.sides[0], roots: [...plain.sides[0].roots, new Uint8Array(1)] }] }) },
    'envelope', 'sides[0].roots[1]'],
  ['no roots', side({ roots: [] }), 'root-number', 'sides[0].roots'],
  ['a field too many before the dates of a post', change('post', { from: 5, until: 5, more: 1 }), 'shape', 'sides[0].posts[0]'],
  ['the kind before the time', change('statement', { kind: 'other', at: -1 }), 'shape', `${ENTRY}.kind`],
  ['the dates of an officer before the side', change('officer', { side: 'cn', from: 9, until: 9 }), 'dates', OFFICER],
  ['a right that is no code', change('officer', { rights: ['Letter'] }), 'shape', `${OFFICER}.rights[0]`],
  ['rights in another order', change('officer', { rights: ['minutes', 'letter'] }), 'shape', `${OFFICER}.rights`],
  ['a statement of a kind that the post says', change('statement', { kind: 'revoke' }), 'shape', `${ENTRY}.key`],
  ['a statement without a unit', change('statement', { unit: undefined }), 'shape', `${ENTRY}.unit`],
  ['a statement with a field of another kind', change('statement', { basis: 'x' }), 'shape', ENTRY],
  ['a statement with an origin that is none', change('statement', { origin: 'vn.laocai/vn.other/1' }), 'shape', `${ENTRY}.origin`],
  ['a statement of version 2 with another origin', change('statement', { version: 2, origin: '' }), 'format', ENTRY],
  ['the origin before the document',
    change('statement', { origin: 'vn.laocai/cn.hekou/2', document: new Uint8Array(32) }), 'statement-origin', ENTRY],
  ['the document before the unit', change('statement', { document: new Uint8Array(32), unit: 'u-2' }),
    'statement-document', ENTRY],
  ['an acknowledgement by the side itself',
    { statement: ({ version, origin, at, unit, document }) => ({ version, origin, kind: 'acknowledge', at, unit, document }) },
    'statement-document', ENTRY],
  ['the unit before the dates', change('statement', { unit: 'u-2', at: 1000 }), 'statement-unit', ENTRY],
  ['the end of a term is outside of it', change('statement', { at: 1000 }), 'statement-dates', ENTRY],
  ['two signatures under a statement', { entry: () => envelope('statement', {}, [KEYS.officer, keyOf(6)]) }, 'envelope', ENTRY],
  ['a signature with a changed bit', { entry: (entry) => concat(entry.subarray(0, -1), Uint8Array.of(entry.at(-1) ^ 1)) },
    'signature', ENTRY],
  ['a time that is no number in the payload of a post', change('post', { until: '1' }), 'shape', 'sides[0].posts[0].until'],
  ['a checkpoint without its last line feed', { checkpoint: (text) => text.trimEnd() }, 'note', CHECKPOINT],
  ['a checkpoint with one line feed too many', { checkpoint: (text) => `${text}\n` }, 'note', CHECKPOINT],
  ['a checkpoint with carriage returns', { checkpoint: (text) => text.replaceAll('\n', '\r\n') }, 'note', CHECKPOINT],
  ['a checkpoint with a leading zero', { checkpoint: (text) => text.replace('\n1\n', '\n01\n') }, 'note', CHECKPOINT],
  ['a seal with spare bits in its Base64', { checkpoint: (text) => text.replace(/.=\n$/, (end) => `${end === 'x=\n' ? 'y' : 'x'}=\n`) },
    'note', CHECKPOINT],
  ['a mark that is another', { checkpoint: (text) => text.replace(/ ([^ ]{5})([^ ]+\n)$/, (_, first, rest) => ` AAAAA${rest}`) },
    'note-seal', CHECKPOINT],
];

test('the plain letter stands as issued', () => {
  const verdict = verdictOf({});
  assert.equal(verdict.verdict, 'issued');
  assert.equal(verdict.until, null);
  assert.deepEqual(verdict.attachments, []);
});

for (const [what, changes, code, place] of CASES) {
  test(`${what}: ${code}`, () => assert.deepEqual(verdictOf(changes), bad(code, place)));
}

test('a record keeps every digit and every key', () => {
  const record = { a: 2n ** 64n - 1n, b: [-(2n ** 63n), 9007199254740993n], ['__proto__']: null };
  const { data } = verdictOf(withPart(2, record));
  assert.equal(toJson(data), '{"a":18446744073709551615,"b":[-9223372036854775808,9007199254740993],"__proto__":null}');
});

test('fingerprints are compared in lower case', () => {
  const { bytes, known } = makeLetter();
  assert.equal(verify(bytes, known.map((each) => each.toUpperCase())).verdict, 'issued');
});

test('a file that is too large is refused before it is read', () => {
  assert.deepEqual(verify(new Uint8Array(16_777_217), []), bad('size', ''));
});
