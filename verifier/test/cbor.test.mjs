// Canonical CBOR: what is read, and that every other way to write the same thing is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHex, hex } from '../src/bytes.mjs';
import { open } from '../src/cbor.mjs';
import { encode } from '../src/encode.mjs';
import { toJson } from '../src/verdict.mjs';

const READ = [
  ['00', '0'], ['17', '23'], ['1818', '24'], ['18ff', '255'], ['190100', '256'], ['19ffff', '65535'],
  ['1a00010000', '65536'], ['1affffffff', '4294967295'], ['1b0000000100000000', '4294967296'],
  ['1b001fffffffffffff', '9007199254740991'], ['1b0020000000000000', '9007199254740992'],
  ['1b0020000000000001', '9007199254740993'], ['1bffffffffffffffff', '18446744073709551615'],
  ['20', '-1'], ['3b001ffffffffffffe', '-9007199254740991'], ['3b001fffffffffffff', '-9007199254740992'],
  ['3b7fffffffffffffff', '-9223372036854775808'],
  ['f4', 'false'], ['f5', 'true'], ['f6', 'null'], ['60', '""'], ['62c3bc', '"ü"'], ['64f0908080', '"𐀀"'],
  ['63efbbbf', '"\ufeff"'], ['80', '[]'], ['8301820203820405', '[1,[2,3],[4,5]]'], ['a0', '{}'],
  ['a2616101626162820203', '{"a":1,"ab":[2,3]}'], ['a1695f5f70726f746f5f5f01', '{"__proto__":1}'],
];

const REFUSED = {
  'nothing': '',
  'a byte left over': '0000',
  'a number in two bytes that fits one': '1817',
  'a number in three bytes that fits two': '1900ff',
  'a number in five bytes that fits three': '1a0000ffff',
  'a number in nine bytes that fits five': '1b00000000ffffffff',
  'a length that is not the shortest': '580161',
  'a count that is not the shortest': '980100',
  'an integer below -2^63': '3b8000000000000000',
  'reserved lengths': '1c',
  'an indefinite byte string': '5f4100ff',
  'an indefinite text': '7f6161ff',
  'an indefinite list': '9fff',
  'an indefinite map': 'bfff',
  'undefined': 'f7',
  'another simple value': 'e0',
  'a simple value in two bytes': 'f8ff',
  'false in two bytes': 'f814',
  'a half float': 'f93c00',
  'a float': 'fa3f800000',
  'a double': 'fb3ff0000000000000',
  'a tag': 'c000',
  'a break alone': 'ff',
  'cut short in a head': '19ff',
  'cut short in a text': '6261',
  'cut short in a list': '8201',
  'cut short in a map': 'a16161',
  'a length beyond everything': '5bffffffffffffffff',
  'a count beyond everything': '9bffffffffffffffff',
  'a key that is no text': 'a10000',
  'a key twice': 'a2616100616100',
  'keys in another order': 'a2616200616100',
  'a longer key first': 'a262616100616200',
  'a text that is not UTF-8': '61ff',
  'an overlong text': '62c080',
  'half of a surrogate pair': '63eda080',
  'beyond the last character': '64f4908080',
  'a key that is not UTF-8': 'a161ff00',
};

test('what is canonical is read, with every digit', () => {
  for (const [bytes, json] of READ) assert.equal(toJson(open(fromHex(bytes)).value), json, bytes);
});

for (const [what, bytes] of Object.entries(REFUSED)) {
  test(`${what}: refused`, () => assert.equal(open(fromHex(bytes)), null));
}

test('an item at depth 16 is read and one at depth 17 refused', () => {
  assert.ok(open(fromHex('81'.repeat(16) + '00')));
  assert.equal(open(fromHex('81'.repeat(17) + '00')), null);
  assert.ok(open(fromHex('81'.repeat(16) + 'a0')));
  assert.equal(open(fromHex('81'.repeat(16) + 'a16000')), null);
  assert.equal(open(fromHex('81'.repeat(1_000_000))), null);
});

test('what is written is what is read', () => {
  for (const [bytes] of READ) assert.equal(hex(encode(open(fromHex(bytes)).value)), bytes);
});

test('byte strings are found however deep they are, and not where a text looks like one', () => {
  assert.equal(open(fromHex('82a16161814100f6')).hasBytes, true);
  assert.equal(open(fromHex('82a161618162404100')).hasBytes, false);
});

test('an encoding of 1,000,000 items is read, one of more is refused, each key being an item', () => {
  const listed = (count, item = '80') => {
    const head = fromHex(`9a${count.toString(16).padStart(8, '0')}`);
    const one = fromHex(item);
    const bytes = new Uint8Array(head.length + count * one.length);
    bytes.set(head);
    for (let at = head.length; at < bytes.length; at += one.length) bytes.set(one, at);
    return bytes;
  };
  assert.equal(open(listed(999_999)).listLength, 999_999);
  assert.equal(open(listed(1_000_000)), null);
  assert.equal(open(listed(16_777_211)), null);
  assert.equal(open(listed(333_333, 'a160f6')).listLength, 333_333);
  assert.equal(open(listed(333_334, 'a160f6')), null);
});
