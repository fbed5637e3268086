// The words: the same keys and gaps in all languages, and words for every fault and standing there is.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { FAULTS } from '../src/fault.mjs';

const LANGUAGES = ['vi', 'zh', 'en', 'lo', 'km'];
const STANDINGS = [
  'bound', 'signed', 'proposed', 'refused', 'withdrawn', 'crossed', 'terminated', 'superseded', 'issued',
  'acknowledged', 'draft', 'bad',
];
const KINDS = ['propose', 'sign', 'refuse', 'withdraw', 'let-go', 'contest', 'terminate', 'issue', 'acknowledge'];
const UNREVIEWED = { lo: true, km: true };
// What each language is written in, besides what all share.
const SCRIPTS = {
  vi: /^[\p{Script=Latin}\p{M}\p{P}\p{S}\p{N}\s]+$/u,
  en: /^[\p{ASCII}…]+$/u,
  zh: /^[\p{Script=Han}\p{P}\p{N}\s]+$/u,
  lo: /^[\p{Script=Lao}\p{P}\p{N}\s]+$/u,
  km: /^[\p{Script=Khmer}\p{P}\p{N}\s]+$/u,
};

const folder = new URL('../words/', import.meta.url);
const words = Object.fromEntries(LANGUAGES.map((language) => [
  language, JSON.parse(readFileSync(new URL(`${language}.json`, folder))),
]));
const keysOf = (language) => Object.keys(words[language]).filter((key) => key !== '_');
const gapsOf = (text) => (text.match(/\{[a-z0-9]+\}/g) ?? []).sort();

test('there are five languages and no others', () => {
  assert.deepEqual(readdirSync(folder).sort(), LANGUAGES.map((language) => `${language}.json`).sort());
});

test('all languages have the same keys in the same order, and the same gaps', () => {
  for (const language of LANGUAGES) {
    assert.deepEqual(keysOf(language), keysOf('en'), language);
    for (const key of keysOf('en')) assert.deepEqual(gapsOf(words[language][key]), gapsOf(words.en[key]), `${language} ${key}`);
  }
});

test('keys are in kebab case and no text is empty', () => {
  for (const key of keysOf('en')) {
    assert.match(key, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const language of LANGUAGES) assert.ok(words[language][key].trim(), `${language} ${key}`);
  }
});

test('what no native speaker has confirmed says so', () => {
  for (const language of LANGUAGES) {
    assert.equal(words[language]._, UNREVIEWED[language] ? 'to be confirmed by a native speaker' : undefined);
  }
});

test('every fault, standing and kind of statement has its words, and no word is for one that is not there', () => {
  const beginning = (prefix) => keysOf('en').filter((key) => key.startsWith(prefix)).sort();
  assert.deepEqual(beginning('fault-'), FAULTS.map((code) => `fault-${code}`).sort());
  assert.deepEqual(beginning('standing-'), STANDINGS.flatMap((name) => [`standing-${name}`, `standing-${name}-text`]).sort());
  assert.deepEqual(beginning('said-'), KINDS.map((kind) => `said-${kind}`).sort());
});

test('every language is written in its own script', () => {
  for (const language of LANGUAGES) {
    for (const key of keysOf(language)) {
      const text = words[language][key].replace(/\{[a-z0-9]+\}|\.?twp|roots\.txt|SHA-256/g, '') || '-';
      assert.match(text, SCRIPTS[language], `${language} ${key}`);
    }
  }
});

test('every fault of the list is named in the source', () => {
  const sources = readdirSync(new URL('../src/', import.meta.url)).filter((name) => name.endsWith('.mjs'));
  const named = new Set();
  for (const name of sources) {
    const source = readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8');
    for (const [, code] of source.matchAll(/(?:fail\(|, )'([a-z-]+)', [^\n]*\)/g)) named.add(code);
  }
  for (const code of FAULTS) assert.ok(named.has(code), code);
});

test('every word that the page asks for is there', () => {
  const names = ['main.mjs', 'parts.mjs', 'result.mjs', 'page.html'];
  const text = names.map((name) => readFileSync(new URL(`../src/page/${name}`, import.meta.url), 'utf8')).join('\n');
  const asked = [...text.matchAll(/(?:word|phrase|section)\('([a-z0-9-]+)'|data-word="([a-z0-9-]+)"|'(label-[a-z0-9-]+)'/g)];
  assert.ok(asked.length > 40);
  for (const match of asked) assert.ok(Object.hasOwn(words.en, match[1] ?? match[2] ?? match[3]), match[0]);
});
