// The main path as a person clicks it: sign in, see what is due, open the list, a record, change the language, print.
// Then the same without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accountFor, LANGUAGES, launch, logIn, officer, pickPages, startServer, withLang } from './lib.mjs';

let server;
let browser;
let picked;

before(async () => { server = await startServer(); browser = await launch(); picked = pickPages(server.pages); });
after(async () => { await browser?.close(); await server?.stop(); });

const duty = () => accountFor(server, /station|duty|officer/i);
const pathOf = (page) => new URL(page.url()).pathname;

/** The form control that a label names, as a person finds it. */
export const field = (page, label) => page.getByLabel(label).first();

/** Every control of the page's main form with the label a person reads: [{name, label, type}]. */
export const fieldsOf = (page) => page.$$eval('main form input, main form select, main form textarea', (all) => all
  .filter((el) => el.type !== 'hidden' && el.getClientRects().length)
  .map((el) => ({ name: el.name, type: el.type, label: (el.labels?.[0]?.textContent ?? el.getAttribute('aria-label') ?? '').trim() })));

async function openFirstRow(page) {
  const link = page.locator('main .tbl tbody tr a[href]').first();
  const target = new URL(await link.getAttribute('href'), page.url()).pathname;
  await Promise.all([page.waitForURL((url) => url.pathname === target), link.click()]);
  return target;
}

test('an officer signs in, sees the day, opens the list and a record', { timeout: 120_000 }, async () => {
  const { context, page } = await officer(browser, server, { account: duty() });
  if (pathOf(page) !== picked.today) await page.goto(server.url + picked.today);
  assert.equal(await page.locator('main h1').count(), 1, 'one heading on Today');
  await page.locator(`nav.side a[href="${picked.list}"], nav.side a[href^="${picked.list}?"]`).first().click();
  await page.waitForURL((url) => url.pathname === picked.list);
  assert.ok(await page.locator('main .tbl tbody tr').count() > 0, 'the list has rows');
  await openFirstRow(page);
  assert.match(await page.locator('main h1').innerText(), /\S/);
  await context.close();
});

test('keys move through the list and open a row', { timeout: 120_000 }, async () => {
  const { context, page } = await officer(browser, server, { account: duty() });
  await page.goto(server.url + picked.list, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.equal(href, await page.locator('main .tbl tbody tr a[href]').nth(Math.min(1, await page.locator('main .tbl tbody tr').count() - 1)).getAttribute('href'));
  await Promise.all([page.waitForURL((url) => url.pathname === new URL(href, server.url).pathname), page.keyboard.press('Enter')]);
  await page.goto(server.url + picked.list, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.type), 'search');
  await context.close();
});

test('the language changes and the page stays', { timeout: 120_000 }, async () => {
  const { context, page } = await officer(browser, server, { account: duty() });
  await page.goto(server.url + picked.record);
  for (const lang of LANGUAGES) {
    await page.locator(`.langs a[hreflang|="${lang}"]:visible`).first().click();
    await page.waitForFunction((wanted) => document.documentElement.lang.split('-')[0] === wanted, lang);
    assert.equal(pathOf(page), picked.record);
  }
  await context.close();
});

test('a record prints on A4 without the frame', { timeout: 120_000 }, async () => {
  const { context, page } = await officer(browser, server, { account: duty() });
  await page.goto(withLang(server.url + picked.record, 'en'));
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.bar', '.side', '.tabs', '.menu', '.foot']) {
    for (const one of await page.locator(part).all()) assert.equal(await one.isVisible(), false, `${part} is printed`);
  }
  assert.ok(await page.locator('main h1').isVisible());
  assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 2000);
  await context.close();
});

for (const width of [1280, 320]) {
  test(`the focus is never hidden at ${width} px`, { timeout: 240_000 }, async () => {
    const { context, page } = await officer(browser, server, { account: duty(), viewport: { width, height: 640 } });
    const hidden = [];
    for (const path of new Set([picked.today, picked.list, picked.record, picked.form].filter(Boolean))) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      const stops = await page.evaluate(() => document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex="0"]').length);
      for (let step = 0; step < Math.min(stops, 150); step += 1) {
        await page.keyboard.press('Tab');
        const lost = await page.evaluate(() => {
          const el = document.activeElement;
          if (!el || el === document.body) return '';
          const boxes = [...el.getClientRects()];
          const seen = boxes.some((box) => [0.1, 0.5, 0.9].some((x) => [0.2, 0.5, 0.8].some((y) => {
            const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
            return top && (el === top || el.contains(top) || top.contains(el));
          })));
          return seen ? '' : el.outerHTML.slice(0, 160);
        });
        if (lost) hidden.push(`${path}: ${lost}`);
      }
    }
    assert.deepEqual(hidden, []);
    await context.close();
  });
}

test('without JavaScript: sign in, list, record, form', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, server, duty());
  await page.goto(server.url + picked.list);
  await openFirstRow(page);
  assert.ok(picked.form, `no form among the pages: ${server.pages.join(' ')}`);
  await page.goto(server.url + picked.list);
  const add = page.locator(`main a[href^="${picked.form}"]`).first();
  if (await add.count()) await add.click(); else await page.goto(server.url + picked.form);
  assert.equal(pathOf(page), picked.form);
  // Where a record can be begun in several ways, the first is taken.
  const ways = page.locator('main .tasks a');
  if (await ways.count()) await ways.first().click();
  assert.ok(await page.locator('main form[method=post] button:not([type=button]):visible').count() > 0, 'the form has a button that sends it');
  for (const control of await page.locator('main form input:not([type=hidden]):visible, main form select:visible, main form textarea:visible').all()) {
    const named = await control.getAttribute('id').then((id) => (id ? page.locator(`label[for="${id}"]`).count() : 0)) || await control.locator('xpath=ancestor::label').count() || (await control.getAttribute('aria-label') ? 1 : 0);
    assert.ok(named, `a control without a label: ${await control.getAttribute('name')}`);
  }
  await context.close();
});

test('without JavaScript: a draft of the other side is laid beside the own one and taken over', { timeout: 120_000 }, async () => {
  const compare = server.pages.find((path) => path.endsWith('/compare'));
  assert.ok(compare, `no two drafts among the pages: ${server.pages.join(' ')}`);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, server, duty());
  await page.goto(server.url + compare.replace(/\/compare$/, ''));
  await page.locator('main .acts a[href$="/compare"]').click();
  assert.equal(pathOf(page), compare);
  assert.ok(await page.locator('main table mark').count() > 0, 'what differs is marked');
  await page.locator('main form[method=post] .acts button').click();
  assert.match(page.url(), /\?sent=1$/);
  await context.close();
});
