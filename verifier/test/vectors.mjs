// The frozen vectors that both implementations must read alike.

import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../crates/journal/tests/vectors/evidence/', import.meta.url);

const read = (path) => readFileSync(new URL(path, FOLDER));

function vectorsOf(kind) {
  return readdirSync(new URL(kind, FOLDER))
    .filter((name) => name.endsWith('.twp'))
    .sort()
    .map((name) => ({ name, path: new URL(`${kind}/${name}`, FOLDER), bytes: new Uint8Array(read(`${kind}/${name}`)) }));
}

export const ROOTS = new URL('roots.txt', FOLDER);
export const KNOWN = read('roots.txt').toString().split('\n').filter((line) => line !== '');

// Where each bad one is at fault: its name without the ending, a space and the place, which may be empty.
const PLACES = new Map(read('bad/places.txt').toString().trimEnd().split('\n').map((line) => {
  const [name, place = ''] = line.split(' ');
  return [`${name}.twp`, place];
}));

export const BAD = vectorsOf('bad').map((vector) => ({
  ...vector,
  code: vector.name.split('--')[0],
  place: PLACES.get(vector.name),
}));

export const GOOD = vectorsOf('good').map((vector) => ({
  ...vector,
  standing: vector.name.split('--')[0],
  expected: read(`good/${vector.name.replace(/\.twp$/, '.json')}`).toString(),
}));
