// Bounds the work that one bundle may ask for: a small file must not cost minutes or gigabytes.

import { MOST_BUNDLE } from './bundle.mjs';
import { check } from './fault.mjs';

const MOST_SIGNATURES = 2_048;
const MOST_WORDS = MOST_BUNDLE;

export class Effort {
  #signatures = 0;
  #words = 0;

  // So many more signatures were read, at this place.
  sign(count, place) {
    this.#signatures += count;
    check(this.#signatures <= MOST_SIGNATURES, 'size', place);
  }

  // A statement refers to words whose opening has so many bytes.
  quote(bytes, place) {
    this.#words += bytes;
    check(this.#words <= MOST_WORDS, 'size', place);
  }
}
