// Makes two texts in JSON comparable exactly: integers beyond 2^53 would lose digits in JavaScript's own reader.

const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+/g;

// Every text gets a mark in front and every integer becomes a text of its digits with another mark.
export function exactly(json) {
  return JSON.parse(json.replace(TOKENS, (token) => (token.startsWith('"') ? `"t:${token.slice(1)}` : `"n:${token}"`)));
}
