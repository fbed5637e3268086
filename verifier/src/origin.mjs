// Names of logs (origins) and of those who cosign them.

import { compareTexts } from './bytes.mjs';

const CODE = '([a-z][a-z0-9-]{0,31})';
const ORIGIN = new RegExp(`^${CODE}\\.${CODE}/${CODE}\\.${CODE}/([1-9][0-9]{0,9})$`);
const COSIGNER = new RegExp(`^${CODE}\\.${CODE}/mirror$`);
const LAST_EPOCH = 4_294_967_295;

// The parts of an origin, or null for a text that is none.
export function parseOrigin(text) {
  const parts = ORIGIN.exec(text);
  if (!parts) return null;
  const [, side, post, readerSide, readerPost, digits] = parts;
  const epoch = Number(digits);
  if (side === readerSide || epoch > LAST_EPOCH) return null;
  return { text, side, post, readerSide, readerPost, epoch };
}

export function compareOrigins(a, b) {
  return compareTexts(a.side, b.side)
    || compareTexts(a.post, b.post)
    || compareTexts(a.readerSide, b.readerSide)
    || compareTexts(a.readerPost, b.readerPost)
    || a.epoch - b.epoch;
}

// The side and the post of a cosigner's name, or null.
export function parseCosigner(text) {
  const parts = COSIGNER.exec(text);
  return parts && { side: parts[1], post: parts[2] };
}
