// The faults that a bundle can have: what a check that fails throws, and every code there is.

export const FAULTS = [
  'size', 'encoding', 'shape', 'format', 'order',
  'envelope', 'key', 'signature', 'dates',
  'root-side', 'root-number', 'root-keys', 'root-threshold', 'root-unknown', 'root-next',
  'root-signer', 'root-too-few',
  'post-side', 'post-keys', 'post-signer', 'post-too-few',
  'officer-side', 'officer-post', 'officer-signer',
  'commitment', 'head', 'head-sides', 'head-text', 'words',
  'note', 'note-seal', 'note-cosigner', 'note-cosignature', 'note-consistency', 'origin-post',
  'statement-index', 'statement-inclusion', 'statement-origin', 'statement-document', 'statement-cover',
  'statement-signer', 'statement-unit', 'statement-dates', 'statement-right',
  'unused', 'nothing-signed',
];

export class Fault extends Error {
  constructor(code, place) {
    super(`${code} at ${place || 'the whole'}`);
    this.code = code;
    this.place = place;
  }
}

export function fail(code, place) {
  throw new Fault(code, place);
}

export function check(condition, code, place) {
  if (!condition) fail(code, place);
}
