// The page, opened from disk in a real browser, and the program on the command line say the same of a bundle, word by
// word, in five languages. TWINPOST_BIN names the program.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, choose, give, openBrowser, withPage, words } from './browser.mjs';
import { BAD, GOOD, KNOWN, ROOTS } from './vectors.mjs';

const PROGRAM = process.env.TWINPOST_BIN;
const HOLDS = 0;
const PROVES_NOTHING = 7;

openBrowser();

// Of every fault the first bundle that has it.
const FIRST_BAD = BAD.filter(({ code }, i) => BAD.findIndex((other) => other.code === code) === i);

// What the program prints: the standing, and the lines of every section by its heading.
function tell({ path, standing }, language) {
  const given = ['verify', fileURLToPath(path), '--roots', fileURLToPath(ROOTS), '--lang', language, '--text'];
  return new Promise((resolve, reject) => {
    execFile(PROGRAM, given, (error, printed) => {
      const code = error?.code ?? HOLDS;
      if (code !== (standing ? HOLDS : PROVES_NOTHING)) reject(error ?? new Error(`${path} holds`));
      const [first, ...rest] = printed.trimEnd().split('\n\n').map((block) => block.split('\n').map((line) => line.trim()));
      resolve({ standing: first, ...Object.fromEntries(rest.map(([heading, ...lines]) => [heading, lines])) });
    });
  });
}

// What the page shows, read in the page: rows as a label and its values, and columns of texts.
function readShown() {
  const rowsOf = (list) => [...list.querySelectorAll(':scope > dl > div')].map((row) => [
    row.querySelector('dt').textContent, ...[...row.querySelectorAll('dd')].map((value) => value.textContent),
  ]);
  const columnsOf = (box) => [...box.querySelectorAll(':scope > .columns > article > [lang]')].flatMap((text) => {
    const [title, ...paragraphs] = [...text.children].map((child) => child.textContent);
    return [`[${text.lang}] ${title}`, ...paragraphs.flatMap((paragraph) => paragraph.split('\n'))];
  });
  const band = document.querySelector('[data-verdict]');
  const shown = {
    standing: {
      title: `${document.querySelector('#result-heading').textContent}: ${band.querySelector('strong').textContent}`,
      text: band.querySelector(':scope > p:not(.name)').textContent,
      rows: rowsOf(band),
    },
  };
  for (const section of document.querySelectorAll('#details > section')) {
    const statements = [...section.querySelectorAll(':scope > ol > li')].map((item) => ({
      title: item.querySelector('h4')?.textContent,
      rows: rowsOf(item),
      label: item.querySelector(':scope > .label')?.textContent,
      columns: columnsOf(item),
    }));
    shown[section.querySelector('h3').textContent] = { rows: rowsOf(section), columns: columnsOf(section), statements };
  }
  return shown;
}

const lineEach = (rows) => rows.flatMap(([label, ...values]) => values.map((value) => `${label}: ${value}`));
const lineTogether = ([label, ...values]) => `${label}: ${values.join(', ')}`;

// The page puts these elsewhere or writes languages out: titles, names of languages, those who sign.
function comparedOfDocument(lines, word) {
  const apart = [word['label-languages'], word['section-signers']];
  return lines.filter((line) => !line.startsWith('[') && !apart.includes(line.split(': ')[0]));
}

function compare(told, shown, word, name) {
  const { title, text, rows } = shown.standing;
  assert.deepEqual([title, text, ...lineEach(rows)], told.standing, name);
  const sections = ['said', 'document', 'fingerprints', 'texts'].map((each) => word[`section-${each}`]);
  if (name.startsWith('bad: ')) {
    assert.deepEqual([Object.keys(told), Object.keys(shown)], [['standing'], ['standing']], name);
    return;
  }
  const [said, document, fingerprints, texts] = sections.map((heading) => shown[heading]);
  const utterances = said.statements.flatMap((one) => [
    one.title, ...lineEach(one.rows), ...(one.label ? [`${one.label}:`] : []), ...one.columns,
  ]);
  assert.ok(utterances.length > 5, name);
  assert.deepEqual(utterances, told[sections[0]], name);
  const documented = [document.rows.map(lineTogether), told[sections[1]]].map((lines) => comparedOfDocument(lines, word));
  assert.deepEqual(documented[0], documented[1], name);
  assert.deepEqual(lineEach(fingerprints.rows), told[sections[2]], name);
  assert.deepEqual(texts.columns, told[sections[3]], name);
}

for (const language of LANGUAGES) {
  test(`the page and the program say the same, word by word: ${language}`, async (context) => {
    assert.ok(PROGRAM, 'TWINPOST_BIN must name the program');
    await withPage({}, async (page) => {
      await choose(page, language);
      await page.fill('#fingerprints', KNOWN.join('\n'));
      for (const vector of [...GOOD, ...FIRST_BAD]) {
        const [told] = await Promise.all([tell(vector, language), give(page, vector)]);
        const kind = vector.standing ? 'good' : 'bad';
        compare(told, await page.evaluate(readShown), words[language], `${kind}: ${vector.name}`);
      }
    });
    context.diagnostic(`${GOOD.length} that hold, ${FIRST_BAD.length} that do not, each for a reason of its own`);
  });
}
