// Checks the logs of a bundle: their checkpoints, who cosigned them, and every statement in them.

import { hex, isAscending, sameBytes } from './bytes.mjs';
import { cosignatureHolds, readCheckpoint, sealHolds } from './checkpoint.mjs';
import { verifyEnvelope } from './envelope.mjs';
import { check } from './fault.mjs';
import { compareOrigins } from './origin.mjs';
import { isCovered, readCovered, readStatement } from './statement.mjs';
import { consistencyHolds, inclusionHolds, leafHash } from './tree.mjs';

// The posts that cosigned, each with when, in milliseconds.
function checkSignatures(checkpoint, keeper, sides, place) {
  check(sealHolds(checkpoint, keeper.log), 'note-seal', place);
  return checkpoint.cosignatures.map((cosignature) => {
    const post = sides.get(cosignature.side)?.posts.get(cosignature.post);
    check(post && post.side !== keeper.side, 'note-cosigner', place);
    check(cosignatureHolds(checkpoint, cosignature, post.mirror), 'note-cosignature', place);
    return { post, at: cosignature.seconds * 1000 };
  });
}

function isAbout(statement, side, { digest, head }) {
  if (!statement.document || !sameBytes(statement.document, digest)) return false;
  if (head.series) {
    return statement.revision === head.revision && sameBytes(statement.series, head.series)
      && head.sides.includes(side);
  }
  const own = head.sides.includes(side);
  return (statement.kind === 'issue' && own) || (statement.kind === 'acknowledge' && !own);
}

function checkWords(statement, side, words, effort, place) {
  if (!statement.words) return null;
  const opening = words.get(hex(statement.words));
  check(opening && opening.head.sides[0] === side, 'words', place);
  effort.quote(opening.size, place);
  return opening;
}

// That an entry stands in a log, by a proof.
function checkPlaced({ index, entry, proof }, { size, root }, place) {
  check(index < size, 'statement-index', place);
  check(inclusionHolds(leafHash(entry), index, size, proof, root), 'statement-inclusion', place);
}

// The statement that covers another one, with the signature that is under both.
function checkCover({ index, entry, cover }, statement, checkpoint, effort) {
  checkPlaced(cover, checkpoint, cover.place);
  const place = `${cover.place}.entry`;
  const covering = readStatement(cover.entry, place, effort);
  check(covering.origin === checkpoint.origin.text, 'statement-origin', place);
  const { kind, start, count, root } = covering;
  check(kind === 'cover' && start + count === cover.index, 'statement-cover', place);
  check(index >= start && index < cover.index, 'statement-cover', place);
  check(sameBytes(covering.signer, statement.signer) && covering.unit === statement.unit, 'statement-cover', place);
  const leads = inclusionHolds(leafHash(entry), index - start, count, cover.path, root);
  check(leads, 'statement-cover', `${cover.place}.path`);
  return covering;
}

function checkStatement(bundled, checkpoint, keeper, document, words, officers, effort) {
  checkPlaced(bundled, checkpoint, bundled.place);
  const { entry, cover } = bundled;
  check((cover !== null) === isCovered(entry), 'statement-cover', `${bundled.place}.cover`);
  const place = `${bundled.place}.entry`;
  const statement = cover ? readCovered(entry, place) : readStatement(entry, place, effort);
  check(statement.origin === checkpoint.origin.text, 'statement-origin', place);
  check(isAbout(statement, keeper.side, document), 'statement-document', place);
  const signed = cover ? checkCover(bundled, statement, checkpoint, effort) : statement;
  const officer = officers.get(hex(statement.signer));
  check(officer?.post === keeper.post, 'statement-signer', place);
  check(statement.unit === officer.unit, 'statement-unit', place);
  const inForce = ({ at }) => at >= officer.from && at < officer.until;
  check(inForce(statement), 'statement-dates', place);
  check(inForce(signed), 'statement-dates', signed.signed);
  check(officer.rights.includes(document.head.kind), 'statement-right', place);
  const opening = checkWords(statement, keeper.side, words, effort, place);
  verifyEnvelope(signed.envelope, 'twinpost/1/statement', signed.signed);
  return { ...statement, side: keeper.side, officer, texts: opening ? opening.texts : {} };
}

function checkLog(log, before, document, words, sides, effort) {
  const place = `${log.place}.checkpoint`;
  const checkpoint = readCheckpoint(log.checkpoint, place);
  effort.sign(1 + checkpoint.cosignatures.length, place);
  const { origin, size, root } = checkpoint;
  const order = before ? compareOrigins(before.origin, origin) : -1;
  check(order < 0 || (order === 0 && before.size < size), 'order', 'logs');
  const continued = order === 0 ? before : null;
  const growth = `${log.place}.consistency`;
  check((log.consistency !== null) === (continued !== null), 'shape', growth);
  const side = sides.get(origin.side);
  const keeper = side?.posts.get(origin.post);
  check(keeper, 'origin-post', place);
  const cosignatures = checkSignatures(checkpoint, keeper, sides, place);
  if (continued) {
    check(consistencyHolds(continued.size, continued.root, size, root, log.consistency), 'note-consistency', growth);
  }
  const list = `${log.place}.statements`;
  check(log.statements.length > 0, 'shape', list);
  check(isAscending(log.statements.map(({ index }) => index), (a, b) => a - b), 'order', list);
  // A statement stands under the first checkpoint that has it.
  check(log.statements[0].index >= (continued?.size ?? 0), 'order', list);
  const held = cosignatures.map(({ post, at }) => ({ post: `${post.side}.${post.post}`, at }));
  const statements = log.statements.map((bundled) => {
    const statement = checkStatement(bundled, checkpoint, keeper, document, words, side.officers, effort);
    return { ...statement, held };
  });
  return { origin, size, root, post: keeper, cosigners: cosignatures.map(({ post }) => post), statements };
}

export function checkLogs(list, document, words, sides, effort) {
  const logs = [];
  for (const log of list) logs.push(checkLog(log, logs.at(-1), document, words, sides, effort));
  return logs;
}
