// How a document stands by what the sides have said about it.

const ANSWERS = new Set(['propose', 'sign', 'refuse', 'let-go']);
const agrees = (answer) => answer?.kind === 'propose' || answer?.kind === 'sign';

// The earliest time at which another side is proven to have held the statement, or null.
function heldAt(statement) {
  return statement.held.reduce((earliest, { at }) => (earliest === null ? at : Math.min(earliest, at)), null);
}

// The first answer of every side that has one, by side.
function answersOf(said) {
  const answers = new Map();
  for (const statement of said) {
    if (ANSWERS.has(statement.kind) && !answers.has(statement.side)) answers.set(statement.side, statement);
  }
  return answers;
}

export function offerUntil(said) {
  const offers = [...answersOf(said).values()].filter(({ kind }) => kind === 'propose');
  return offers.length === 0 ? null : Math.min(...offers.map(({ until }) => until));
}

// Statements of one slot and one digest, as a bundle has them: documents that cross and revisions that follow
// cannot be seen from a single bundle, so `crossed` and `superseded` do not arise here.
export function jointStanding(sides, said) {
  const answers = answersOf(said);
  const given = [...answers.values()];
  const everySide = (kind) => sides.every((side) => said.some((each) => each.side === side && each.kind === kind));
  if (!given.some(agrees)) return 'draft';
  if (given.some(({ kind }) => kind === 'refuse')) return 'refused';
  const letGo = given.some(({ kind }) => kind === 'let-go');
  if (letGo && said.some(({ kind }) => kind === 'withdraw')) return 'withdrawn';
  if (!sides.every((side) => agrees(answers.get(side)))) return 'proposed';
  const until = offerUntil(said);
  const inTime = (held) => held !== null && held <= until;
  if (until === null || !given.every((answer) => inTime(heldAt(answer)))) return 'signed';
  return everySide('terminate') ? 'terminated' : 'bound';
}

// `draft` here too means that nobody has said anything that makes the document stand.
export function issuedStanding(said) {
  if (!said.some(({ kind }) => kind === 'issue')) return 'draft';
  return said.some(({ kind }) => kind === 'acknowledge') ? 'acknowledged' : 'issued';
}
