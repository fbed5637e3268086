// Parts that the result is put together from: rows of facts, texts side by side, times, and long lists in steps.

import { beginning, cleaned, element, foreign } from './dom.mjs';
import { inGroups } from './fingerprints.mjs';
import { currentLanguage, languageName, phrase, word } from './words.mjs';

const MOST_PARAGRAPH = 20_000;
const STEP = 100;
// The last time that the program on the command line can tell as a date, at the end of the year 9999.
const LAST_TIME = Date.UTC(9999, 11, 30, 22, 0, 0, 999);

export function section(key, ...children) {
  return element('section', {}, element('h3', {}, word(key)), ...children);
}

// Rows of a label and what stands for it; rows without anything are left out.
export function facts(rows) {
  const list = element('dl', {});
  for (const [key, ...values] of rows) {
    if (values.length === 0) continue;
    list.append(element('div', {}, element('dt', {}, word(key)), ...values.map((value) => element('dd', {}, value))));
  }
  return list;
}

export function digits(hexadecimal) {
  return element('code', { class: 'digits', dir: 'ltr' }, inGroups(hexadecimal));
}

// A time in UTC, written alike in all languages. Not every number that a file may have is a time that can be told.
export function utc(milliseconds) {
  if (milliseconds > LAST_TIME) return `${milliseconds} ms`;
  return `${new Date(milliseconds).toISOString().replace('T', ' ').replace(/\.\d+Z$/, '')} UTC`;
}

function paragraph(text) {
  const shown = beginning(text, MOST_PARAGRAPH);
  const made = element('p', { class: 'foreign', dir: 'auto' }, cleaned(shown));
  if (shown.length === text.length) return [made];
  return [made, element('p', { class: 'note' }, phrase('text-cut', { count: text.length - shown.length }))];
}

// Appends what `make` gives for the items, a step at a time, so that no file can flood the page.
export function inSteps(container, items, make) {
  let shown = 0;
  const button = element('button', { type: 'button' });
  const step = () => {
    const next = items.slice(shown, shown + STEP);
    const made = next.flatMap((item) => make(item));
    button.before(...made);
    shown += next.length;
    const left = items.length - shown;
    button.replaceChildren(...phrase('show-more', { count: left }));
    if (left === 0) button.remove();
    return made[0];
  };
  button.addEventListener('click', () => {
    const first = step();
    first.setAttribute('tabindex', '-1');
    first.focus();
  });
  container.append(button);
  step();
  return container;
}

// The texts of a document or of words, side by side, each in a column with its language; that of the reader comes first.
export function texts(byLanguage, heading) {
  const own = currentLanguage();
  const ordered = Object.entries(byLanguage).sort(([a], [b]) => Number(b === own) - Number(a === own));
  const columns = ordered.map(([language, { title, paragraphs }]) => {
    const body = element('div', { lang: language }, element(heading, { dir: 'auto' }, foreign(title)));
    inSteps(body, paragraphs, paragraph);
    return element('article', {}, element('p', { class: 'label' }, foreign(languageName(language))), body);
  });
  return element('div', { class: 'columns' }, ...columns);
}
