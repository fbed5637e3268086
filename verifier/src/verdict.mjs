// The verdict as the format's section 7.1 has it, and its text in JSON.

import { hex } from './bytes.mjs';
import { offerUntil } from './standing.mjs';

const hexOrNull = (bytes) => bytes && hex(bytes);

function describeStatement({ side, kind, officer, unit, at, held, texts }) {
  return { side, kind, officer: officer.officer, office: officer.office, unit, at, held, words: texts };
}

export function describe(verdict, document, sides, said) {
  const { head } = document;
  return {
    verdict,
    document: hex(document.digest),
    kind: head.kind,
    sides: head.sides,
    languages: head.languages,
    series: hexOrNull(head.series),
    revision: head.revision,
    supersedes: hexOrNull(head.supersedes),
    supplements: hexOrNull(head.supplements),
    texts: document.texts,
    data: document.record.value,
    attachments: document.attachments.map(({ sha256, ...rest }) => ({ ...rest, sha256: hex(sha256) })),
    signers: document.signers,
    roots: Object.fromEntries([...sides].map(([side, { fingerprint }]) => [side, hex(fingerprint)])),
    until: head.series ? offerUntil(said) : null,
    said: said.map(describeStatement),
  };
}

// JSON has integers of any size, JavaScript's own writer has not: BigInt is written as its bare digits.
export function toJson(value) {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${toJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
