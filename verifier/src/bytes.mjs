// Small work with bytes: comparing, joining, hexadecimal digits, Base64 and text.

const utf8 = new TextEncoder();

export function textBytes(text) {
  return utf8.encode(text);
}

export function compareBytes(a, b) {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return a.length - b.length;
}

export function sameBytes(a, b) {
  return a.length === b.length && compareBytes(a, b) === 0;
}

// Texts are ordered by their UTF-8 bytes; JavaScript's own order goes by UTF-16 and differs.
export function compareTexts(a, b) {
  return compareBytes(textBytes(a), textBytes(b));
}

export function concat(...parts) {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

// Base64 by RFC 4648, section 4, in its one canonical form; anything else gives null.
export function fromBase64(text) {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const binary = atob(text);
  if (btoa(binary) !== text) return null;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export function isAscending(values, compare) {
  return values.every((value, i) => i === 0 || compare(values[i - 1], value) < 0);
}
