// Reads the fields of maps and says `shape` with the place where one is not as the format has it.

import { compareTexts, isAscending } from './bytes.mjs';
import { check, fail } from './fault.mjs';
import { HASH } from './tree.mjs';

const CODE = /^[a-z][a-z0-9-]{0,31}$/;
const MOST_TEXT = 300;
const MOST_BYTES = Number.MAX_SAFE_INTEGER;

export function isCode(text) {
  return CODE.test(text);
}

export function bytesOf(item, place, least = 0, most = MOST_BYTES) {
  const { bytes } = item;
  check(bytes && bytes.length >= least && bytes.length <= most, 'shape', place);
  return bytes;
}

// 32 bytes: a hash, or what is as long as one.
export function digestOf(item, place) {
  return bytesOf(item, place, HASH, HASH);
}

export function textOf(item, place, most = MOST_TEXT, least = 1) {
  const length = item.textLength;
  check(length !== null && length >= least && length <= most, 'shape', place);
  return item.text;
}

export function numberOf(item, place, least = 0, most = Number.MAX_SAFE_INTEGER) {
  const number = item.integer;
  check(typeof number === 'number' && number >= least && number <= most, 'shape', place);
  return number;
}

export function codeOf(item, place) {
  const text = textOf(item, place);
  check(isCode(text), 'shape', place);
  return text;
}

// What `read` gives for every item, each at a place of its own.
export function listOf(item, place, read, most, least = 0) {
  const length = item.listLength;
  check(length !== null && length >= least && length <= most, 'shape', place);
  return Array.from(item.items(), (each, i) => read(each, `${place}[${i}]`));
}

// The fields of one map, each at a place of its own.
export class Fields {
  #place;
  #size;
  #items = new Map();
  #taken = 0;

  constructor(item, place, names) {
    this.#place = place;
    this.#size = item.mapSize;
    check(this.#size !== null, 'shape', place);
    // Only fields with a name of the format are kept: a hostile map may have millions of others.
    const known = new Set(names);
    for (const [key, value] of item.entries()) {
      if (known.has(key)) this.#items.set(key, value);
    }
  }

  has(name) {
    return this.#items.has(name);
  }

  place(name) {
    return this.#place ? `${this.#place}.${name}` : name;
  }

  item(name) {
    const item = this.#items.get(name);
    if (!item) fail('shape', this.place(name));
    this.#taken += 1;
    return item;
  }

  bytes(name, least, most = least) {
    return bytesOf(this.item(name), this.place(name), least, most);
  }

  text(name, most) {
    return textOf(this.item(name), this.place(name), most);
  }

  number(name, least, most) {
    return numberOf(this.item(name), this.place(name), least, most);
  }

  code(name) {
    return codeOf(this.item(name), this.place(name));
  }

  // Codes, ascending and none twice.
  codes(name, most, least) {
    const codes = this.list(name, codeOf, most, least);
    check(isAscending(codes, compareTexts), 'shape', this.place(name));
    return codes;
  }

  list(name, read, most, least) {
    return listOf(this.item(name), this.place(name), read, most, least);
  }

  // The value of a field that may be missing, or null.
  maybe(name, read) {
    return this.has(name) ? read(name) : null;
  }

  // To be called when every field has been taken: nothing else may be there.
  end() {
    check(this.#taken === this.#size, 'shape', this.#place);
  }
}
