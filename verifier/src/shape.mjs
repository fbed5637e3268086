// Reads the fields of maps and says `shape` with the place where one is not as the format has it.

import { compareTexts, isAscending } from './bytes.mjs';
import { fail, check } from './fault.mjs';

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

export function textOf(item, place, most = MOST_TEXT, least = 1) {
  const length = item.textLength;
  check(length !== null && length >= least && length <= most, 'shape', place);
  return item.text;
}

export function numberOf(item, place, least = 0) {
  const number = item.integer;
  check(typeof number === 'number' && number >= least, 'shape', place);
  return number;
}

export function codeOf(item, place) {
  const text = textOf(item, place);
  check(isCode(text), 'shape', place);
  return text;
}

export function listOf(item, place, most, least = 0) {
  const length = item.listLength;
  check(length !== null && length >= least && length <= most, 'shape', place);
  return [...item.items()];
}

export function codesOf(item, place, most, least) {
  const codes = listOf(item, place, most, least).map((code) => codeOf(code, place));
  check(isAscending(codes, compareTexts), 'shape', place);
  return codes;
}

// The fields of one map. In the bundle itself every field is a place of its own (`named`); in what stands inside
// byte strings all faults are at the place of the byte string.
export class Fields {
  #place;
  #named;
  #size;
  #items = new Map();
  #taken = 0;

  constructor(item, place, names, named = false) {
    this.#place = place;
    this.#named = named;
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
    if (!this.#named) return this.#place;
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

  number(name, least) {
    return numberOf(this.item(name), this.place(name), least);
  }

  code(name) {
    return codeOf(this.item(name), this.place(name));
  }

  codes(name, most, least) {
    return codesOf(this.item(name), this.place(name), most, least);
  }

  list(name, most, least) {
    return listOf(this.item(name), this.place(name), most, least);
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
