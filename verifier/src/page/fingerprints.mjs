// Reads fingerprints as people write them down: one per line, in groups, with or without the name of the side. A line
// that begins with # is a remark.

const FINGERPRINT = /^[0-9a-f]{64}$/;

export function parseFingerprints(text) {
  const known = [];
  const wrong = [];
  text.split(/\r\n|[\r\n]/).forEach((line, i) => {
    if (line.trim().startsWith('#')) return;
    const value = line.slice(line.lastIndexOf('=') + 1).replace(/[\s:-]/g, '').toLowerCase();
    if (FINGERPRINT.test(value)) known.push(value);
    else if (line.trim() !== '') wrong.push(i + 1);
  });
  return { known, wrong };
}

export function inGroups(digits) {
  return digits.match(/.{1,4}/g).join(' ');
}
