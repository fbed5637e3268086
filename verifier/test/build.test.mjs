// The page that is kept: it is what the build makes now, the same each time, and asks nobody for anything.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makePage } from '../build.mjs';

const kept = readFileSync(new URL('../verify.html', import.meta.url), 'utf8');
const MOST = 400_000;

test('verify.html is what the build makes, every time', async () => {
  assert.ok(await makePage() === kept, 'run `npm run build` and keep what it makes');
  assert.ok(await makePage() === kept);
});

test('its policy allows its own script and style and nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(kept)[1];
  const hashOf = (tag) => {
    const [, text] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(kept);
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  assert.equal(policy, `default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')}; `
    + "base-uri 'none'; form-action 'none'");
});

test('it names no other file and no address to load from', () => {
  const page = kept.slice(0, kept.indexOf('<!--\nThis file contains'));
  assert.doesNotMatch(page, /\b(src|href|action|srcset)=/);
  assert.doesNotMatch(page, /https?:|url\(|@import|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|\beval\(/);
});

test('it is small, and carries the licences of what it contains', (context) => {
  assert.ok(Buffer.byteLength(kept) < MOST);
  context.diagnostic(`${Buffer.byteLength(kept)} bytes`);
  assert.match(kept, /@noble\/curves[^]*MIT License[^]*@noble\/hashes[^]*MIT License/);
});

test('it holds no characters that hide or turn text', () => {
  assert.doesNotMatch(kept, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
});
