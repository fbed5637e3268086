// Reads canonical CBOR: first the whole is checked without building anything, then items are taken out of it one by one.

export const MAX_DEPTH = 16;
export const MAX_ITEMS = 1_000_000;

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const SIMPLE = 7;

const FALSE = 20;
const TRUE = 21;
const NULL = 22;

const LOWEST = -(2n ** 63n);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

class Malformed extends Error {}

function demand(condition) {
  if (!condition) throw new Malformed();
}

function exact(value) {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

// The major type of an item, its argument (a BigInt where a number would not be exact) and where its content begins.
function readHead(bytes, at) {
  demand(at < bytes.length);
  const major = bytes[at] >> 5;
  const short = bytes[at] & 31;
  if (short < 24) return { major, argument: short, body: at + 1 };
  demand(short <= 27);
  const length = 1 << (short - 24);
  const body = at + 1 + length;
  demand(body <= bytes.length);
  let argument = 0;
  if (length < 8) {
    for (let i = at + 1; i < body; i += 1) argument = argument * 256 + bytes[i];
    demand(argument >= (length === 1 ? 24 : 2 ** (length * 4)));
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at + 1, 8);
    demand(view.getUint32(0) > 0);
    argument = exact(view.getBigUint64(0));
  }
  // A false or null written in two bytes is not the shortest form, and no other simple value is allowed.
  demand(major !== SIMPLE);
  return { major, argument, body };
}

function checkUtf8(bytes, from, to) {
  let at = from;
  while (at < to && bytes[at] < 0x80) at += 1;
  if (at === to) return;
  try {
    strictUtf8.decode(bytes.subarray(at, to));
  } catch {
    throw new Malformed();
  }
}

function compareSlices(bytes, a, aEnd, b, bEnd) {
  for (let i = 0; a + i < aEnd && b + i < bEnd; i += 1) {
    if (bytes[a + i] !== bytes[b + i]) return bytes[a + i] - bytes[b + i];
  }
  return aEnd - a - (bEnd - b);
}

function checkMap(bytes, count, body, depth, tally) {
  let at = body;
  let before = null;
  for (let i = 0; i < count; i += 1) {
    demand(at < bytes.length && bytes[at] >> 5 === TEXT);
    const keyEnd = checkItem(bytes, at, depth + 1, tally);
    if (before) demand(compareSlices(bytes, before.from, before.to, at, keyEnd) < 0);
    before = { from: at, to: keyEnd };
    at = checkItem(bytes, keyEnd, depth + 1, tally);
  }
  return at;
}

// Returns where the item ends. Calls itself at most MAX_DEPTH deep.
function checkItem(bytes, from, depth, tally) {
  demand(depth <= MAX_DEPTH);
  tally.items += 1;
  demand(tally.items <= MAX_ITEMS);
  const { major, argument, body } = readHead(bytes, from);
  switch (major) {
    case UNSIGNED:
      return body;
    case NEGATIVE:
      demand(-1n - BigInt(argument) >= LOWEST);
      return body;
    case BYTES:
    case TEXT:
      demand(argument <= bytes.length - body);
      if (major === TEXT) checkUtf8(bytes, body, body + argument);
      return body + argument;
    case LIST: {
      demand(argument <= bytes.length - body);
      let at = body;
      for (let i = 0; i < argument; i += 1) at = checkItem(bytes, at, depth + 1, tally);
      return at;
    }
    case MAP:
      demand(argument <= bytes.length - body);
      return checkMap(bytes, argument, body, depth, tally);
    case SIMPLE:
      demand(argument === FALSE || argument === TRUE || argument === NULL);
      return body;
    default:
      throw new Malformed();
  }
}

// The item that these bytes are the canonical encoding of, or null.
export function open(bytes) {
  try {
    return checkItem(bytes, 0, 0, { items: 0 }) === bytes.length ? new Item(bytes, 0) : null;
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function endOf(bytes, from) {
  const { major, argument, body } = readHead(bytes, from);
  if (major === BYTES || major === TEXT) return body + argument;
  if (major !== LIST && major !== MAP) return body;
  let at = body;
  for (let i = major === LIST ? argument : 2 * argument; i > 0; i -= 1) at = endOf(bytes, at);
  return at;
}

function buildValue(bytes, cursor) {
  const { major, argument, body } = readHead(bytes, cursor.at);
  cursor.at = body;
  switch (major) {
    case UNSIGNED:
      return argument;
    case NEGATIVE:
      return exact(-1n - BigInt(argument));
    case TEXT:
      cursor.at += argument;
      return strictUtf8.decode(bytes.subarray(body, cursor.at));
    case LIST: {
      const list = [];
      for (let i = 0; i < argument; i += 1) list.push(buildValue(bytes, cursor));
      return list;
    }
    case MAP: {
      const map = {};
      for (let i = 0; i < argument; i += 1) {
        const key = buildValue(bytes, cursor);
        setOwn(map, key, buildValue(bytes, cursor));
      }
      return map;
    }
    default:
      return argument === NULL ? null : argument === TRUE;
  }
}

// A key of the file may be `__proto__`, which plain assignment would not store.
function setOwn(map, key, value) {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    map[key] = value;
  }
}

// One item in bytes that have been checked. What it is not, it gives as null.
export class Item {
  #bytes;
  #from;
  #head;

  constructor(bytes, from) {
    this.#bytes = bytes;
    this.#from = from;
    this.#head = readHead(bytes, from);
  }

  get isNull() {
    return this.#head.major === SIMPLE && this.#head.argument === NULL;
  }

  get integer() {
    if (this.#head.major === UNSIGNED) return this.#head.argument;
    if (this.#head.major === NEGATIVE) return exact(-1n - BigInt(this.#head.argument));
    return null;
  }

  get bytes() {
    return this.#head.major === BYTES ? this.#content() : null;
  }

  // How many bytes a text has, so that its length can be checked before it is decoded.
  get textLength() {
    return this.#head.major === TEXT ? this.#head.argument : null;
  }

  get text() {
    return this.#head.major === TEXT ? strictUtf8.decode(this.#content()) : null;
  }

  get listLength() {
    return this.#head.major === LIST ? this.#head.argument : null;
  }

  get mapSize() {
    return this.#head.major === MAP ? this.#head.argument : null;
  }

  get encoded() {
    return this.#bytes.subarray(this.#from, endOf(this.#bytes, this.#from));
  }

  * items() {
    let at = this.#head.body;
    for (let i = 0; i < this.listLength; i += 1) {
      yield new Item(this.#bytes, at);
      at = endOf(this.#bytes, at);
    }
  }

  * entries() {
    let at = this.#head.body;
    for (let i = 0; i < this.mapSize; i += 1) {
      const key = new Item(this.#bytes, at);
      at = endOf(this.#bytes, at);
      yield [key.text, new Item(this.#bytes, at)];
      at = endOf(this.#bytes, at);
    }
  }

  // Heads follow one another in the encoding however items are nested, so this needs no descent.
  get hasBytes() {
    const { length } = this.encoded;
    for (let at = this.#from; at < this.#from + length;) {
      const { major, argument, body } = readHead(this.#bytes, at);
      if (major === BYTES) return true;
      at = major === TEXT ? body + argument : body;
    }
    return false;
  }

  // The item as JavaScript has it: maps as objects, integers beyond 2^53 as BigInt. Byte strings have no such form.
  get value() {
    const cursor = { at: this.#from };
    return buildValue(this.#bytes, cursor);
  }

  #content() {
    return this.#bytes.subarray(this.#head.body, this.#head.body + this.#head.argument);
  }
}
