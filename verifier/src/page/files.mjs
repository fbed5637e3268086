// Takes the files that a person gives: tells what each is for, reads it, and hashes it piece by piece.

import { sha256 } from '@noble/hashes/sha2.js';
import { MOST_BUNDLE } from '../bundle.mjs';
import { hex } from '../bytes.mjs';

const PIECE = 4_194_304;
const MOST_ROOTS = 65_536;

export function purposeOf(file) {
  const name = file.name.toLowerCase();
  if (name.endsWith('.twp')) return 'bundle';
  return name === 'roots.txt' ? 'roots' : 'attachment';
}

// One byte more than a bundle may have is enough to find it too large; the rest is never read.
export async function readBundleFile(file) {
  return new Uint8Array(await file.slice(0, MOST_BUNDLE + 1).arrayBuffer());
}

export function readRootsFile(file) {
  return file.slice(0, MOST_ROOTS).text();
}

export async function digestOfFile(file) {
  const digest = sha256.create();
  for (let from = 0; from < file.size; from += PIECE) {
    digest.update(new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer()));
  }
  return hex(digest.digest());
}
