// Envelopes: a payload and the signatures over it, in the one form of COSE_Sign that is allowed.

import { compareBytes, concat, isAscending, textBytes } from './bytes.mjs';
import { open } from './cbor.mjs';
import { encode } from './encode.mjs';
import { fail, check } from './fault.mjs';
import { Fields } from './shape.mjs';
import { readKey, signatureHolds } from './signature.mjs';

export const MOST_ENVELOPE = 60_000;
const MOST_SIGNATURES = 32;
const MOST_PAYLOAD = 60_000;
const EMPTY = new Uint8Array(0);
// The map {1: -19, 4: key} up to the key.
const PROTECTED_HEAD = [0xa2, 0x01, 0x32, 0x04, 0x58, 0x20];

function readSignature(item) {
  if (item.listLength !== 3) return null;
  const [header, unprotected, signature] = item.items();
  const { bytes } = header;
  if (bytes?.length !== PROTECTED_HEAD.length + 32) return null;
  if (!PROTECTED_HEAD.every((byte, i) => bytes[i] === byte)) return null;
  if (unprotected.mapSize !== 0 || signature.bytes?.length !== 64) return null;
  return { header: bytes, key: bytes.subarray(PROTECTED_HEAD.length), signature: signature.bytes };
}

function tryEnvelope(bytes) {
  const item = bytes.length <= MOST_ENVELOPE ? open(bytes) : null;
  if (item?.listLength !== 4) return null;
  const [header, unprotected, payload, list] = item.items();
  if (header.bytes?.length !== 0 || unprotected.mapSize !== 0 || !payload.bytes) return null;
  if (!(list.listLength >= 1 && list.listLength <= MOST_SIGNATURES)) return null;
  const signatures = Array.from(list.items(), readSignature);
  if (signatures.includes(null)) return null;
  if (!isAscending(signatures, (a, b) => compareBytes(a.key, b.key))) return null;
  return { payload: payload.bytes, signatures };
}

export function readEnvelope(bytes, place, effort) {
  const envelope = tryEnvelope(bytes) ?? fail('envelope', place);
  effort.sign(envelope.signatures.length, place);
  return envelope;
}

// The fields of a payload, after its version, which comes before everything else.
export function readPayload(payload, place, names) {
  const item = payload.length <= MOST_PAYLOAD ? open(payload) : null;
  check(item, 'encoding', place);
  const fields = new Fields(item, place, ['version', ...names]);
  check(fields.number('version') === 1, 'format', place);
  return fields;
}

export function verifyEnvelope(envelope, label, place) {
  for (const { header, key: bytes, signature } of envelope.signatures) {
    const key = readKey(bytes);
    check(key, 'key', place);
    const message = concat(
      Uint8Array.of(0x85),
      encode('Signature'),
      encode(EMPTY),
      encode(header),
      encode(textBytes(label)),
      encode(envelope.payload),
    );
    check(signatureHolds(key, message, signature), 'signature', place);
  }
}
