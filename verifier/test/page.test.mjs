// The page in a real browser, opened from disk: it says what verify() says, in five languages, and asks nobody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { hash } from '../src/tree.mjs';
import { verify } from '../src/verify.mjs';
import { LANGUAGES, choose, give, openBrowser, shownVerdict, withPage, words } from './browser.mjs';
import { makeLetter, replaced } from './maker.mjs';
import { BAD, GOOD, KNOWN } from './vectors.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

openBrowser();

for (const language of LANGUAGES) {
  test(`the page says of every vector what verify() says: ${language}`, async () => {
    await withPage({}, async (page) => {
      await choose(page, language);
      await page.fill('#fingerprints', KNOWN.join('\n'));
      for (const vector of [...GOOD, ...BAD]) {
        const { verdict, code = '', place = '', said = [] } = verify(vector.bytes, KNOWN);
        await give(page, vector);
        assert.deepEqual(await shownVerdict(page), { verdict, code, place }, vector.name);
        const shown = await page.innerText('#result');
        assert.ok(shown.includes(words[language][`standing-${verdict}`]), vector.name);
        assert.ok(shown.includes(words[language][`standing-${verdict}-text`]), vector.name);
        if (code) assert.ok(shown.includes(words[language][`fault-${code}`]), vector.name);
        for (const { kind, office } of said) {
          assert.ok(shown.includes(words[language][`said-${kind}`]) && shown.includes(office), vector.name);
        }
      }
    });
  });
}

test('the language is the first of the browser that the page has', async () => {
  await withPage({ locale: 'zh-CN' }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh');
    assert.equal(await page.title(), words.zh['page-title']);
  });
  await withPage({ locale: 'fr' }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });
});

test('fingerprints are taken as people write them, and wrong lines are named', async () => {
  await withPage({}, async (page) => {
    await give(page, GOOD[0]);
    assert.equal((await shownVerdict(page)).code, 'root-unknown');
    assert.ok((await page.innerText('#messages')).includes(words.en['fingerprints-none']));
    const written = KNOWN.map((known, i) => `side${i} = ${known.toUpperCase().match(/.{4}/g).join(' ')}`);
    await page.fill('#fingerprints', ['', ...written, 'not one'].join('\r\n'));
    await page.waitForSelector(`[data-verdict=${GOOD[0].standing}]`);
    assert.match(await page.innerText('#messages'), new RegExp(`: ${KNOWN.length + 2}$`));
  });
});

test('files that are dropped are taken for what they are', async () => {
  await withPage({}, async (page) => {
    const files = [['roots.txt', Buffer.from(KNOWN.join('\n'))], ['minutes.twp', Buffer.from(GOOD[0].bytes)]];
    await page.evaluate((list) => {
      const data = new DataTransfer();
      for (const [name, base64] of list) {
        data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name));
      }
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, files.map(([name, bytes]) => [name, bytes.toString('base64')]));
    await page.waitForSelector(`[data-verdict=${GOOD[0].standing}]`);
  });
});

test('attachments are compared with the document', async () => {
  const content = Buffer.from('a map of the markers');
  const attachment = { name: 'map.txt', type: 'text/plain', size: content.length, sha256: hash(content) };
  const { bytes, known } = makeLetter({ opening: ({ seed, parts }) => ({ seed, parts: replaced(parts, 3, [attachment]) }) });
  await withPage({}, async (page) => {
    await page.fill('#fingerprints', known[0]);
    await give(page, { name: 'letter.twp', bytes });
    assert.ok((await page.innerText('#details')).includes(words.en['attachment-not-compared']));
    await page.setInputFiles('#attachment-file', [
      { name: 'other name.txt', mimeType: 'text/plain', buffer: content },
      { name: 'stranger.txt', mimeType: 'text/plain', buffer: Buffer.from('another') },
    ]);
    await page.waitForSelector('.strange');
    const shown = await page.innerText('#details');
    assert.ok(shown.includes(words.en['attachment-same']) && shown.includes('stranger.txt'));
    assert.ok(!shown.includes(words.en['attachment-not-compared']));
  });
});

test('what a file says stays text, bounded and kept apart', async () => {
  const hostile = '<img src=x onerror="document.title=1"><script>1</script> \u202egnp.exe \u0007';
  const texts = { vi: { title: hostile, paragraphs: [hostile.repeat(400), ...Array(299).fill(hostile)] } };
  const { bytes, known } = makeLetter({
    opening: ({ seed, parts }) => ({ seed, parts: replaced(replaced(parts, 1, texts), 2, { [hostile]: hostile }) }),
    officer: (plain) => ({ ...plain, office: hostile }),
  });
  await withPage({}, async (page) => {
    await page.fill('#fingerprints', known[0]);
    await give(page, { name: '<img src=x>.twp', bytes });
    assert.equal((await shownVerdict(page)).verdict, 'issued');
    assert.equal(await page.$$eval('img, #details script', (found) => found.length), 0);
    assert.equal(await page.title(), words.en['page-title']);
    assert.doesNotMatch(await page.textContent('main'), /[\u202e\u0007]/);
    assert.equal(await page.$$eval('.columns article p.foreign', (found) => found.length), 100);
    assert.equal(await page.$$eval('.columns article .note', (found) => found.length), 1);
    await page.click('.columns button');
    assert.equal(await page.$$eval('.columns article p.foreign', (found) => found.length), 200);
  });
});

test('the page can be used with the keyboard alone', async () => {
  await withPage({}, async (page) => {
    const reached = [];
    for (let i = 0; i < 9; i += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => document.activeElement.id || document.activeElement.lang));
    }
    assert.deepEqual(reached, [...LANGUAGES, 'bundle-file', 'roots-file', 'attachment-file', 'fingerprints']);
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing and nothing overflows: ${colorScheme}, ${width} px`, async () => {
      await withPage({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
        await page.evaluate(AXE);
        await page.fill('#fingerprints', [...KNOWN, 'not one'].join('\n'));
        const bad = BAD.find(({ code }) => code === 'statement-right');
        for (const vector of [...GOOD, bad]) {
          await give(page, vector);
          for (const details of await page.$$('details')) await details.evaluate((each) => { each.open = true; });
          const violations = await page.evaluate(async () => (await globalThis.axe.run()).violations
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`));
          assert.deepEqual(violations, [], vector.name);
        }
        for (const language of LANGUAGES) {
          await choose(page, language);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${language}: ${wide}`);
        }
      });
    });
  }
}
