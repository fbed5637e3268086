// Writes canonical CBOR: null, truth values, integers, byte strings, texts, lists and maps with text keys.

import { compareBytes, concat, textBytes } from './bytes.mjs';

function head(major, argument) {
  const first = major << 5;
  if (argument < 24) return Uint8Array.of(first | Number(argument));
  const length = [1, 2, 4, 8].find((bytes) => BigInt(argument) < 2n ** BigInt(8 * bytes));
  const bytes = new Uint8Array(1 + length);
  bytes[0] = first | (24 + Math.log2(length));
  let rest = BigInt(argument);
  for (let at = length; at > 0; at -= 1) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

function encodeMap(map) {
  const entries = Object.entries(map)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [encode(key), encode(value)])
    .sort(([a], [b]) => compareBytes(a, b));
  return concat(head(5, entries.length), ...entries.flat());
}

export function encode(value) {
  if (value === null) return Uint8Array.of(0xf6);
  if (value === false) return Uint8Array.of(0xf4);
  if (value === true) return Uint8Array.of(0xf5);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return value < 0 ? head(1, -1n - BigInt(value)) : head(0, value);
  }
  if (typeof value === 'string') {
    const bytes = textBytes(value);
    return concat(head(3, bytes.length), bytes);
  }
  if (value instanceof Uint8Array) return concat(head(2, value.length), value);
  if (Array.isArray(value)) return concat(head(4, value.length), ...value.map(encode));
  return encodeMap(value);
}
