// The page's own script, tried in a browser on small pages of its own: no server under test is needed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { launch } from './lib.mjs';

const STATIC = path.join(path.dirname(new URL(import.meta.url).pathname), '../../crates/web/static');
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const FORM = `<form method="post" action="/send" data-draft="talks-new">
  <input type="hidden" name="csrf" value="x"><input type="hidden" name="version" value="VERSION" data-draft-keep>
  <label>Subject <input id="subject" name="subject" value="SUBJECT"></label><label>Secret <input id="secret" name="secret" data-nodraft></label>
  <label>Kind <select id="kind" name="kind"><option value="a">a</option><option value="b">b</option></select></label>
  <label><input type="checkbox" id="urgent" name="urgent" value="1"> urgent</label><label>Text <textarea id="text" name="text"></textarea></label>
  <fieldset data-rows="agenda"><legend>Agenda</legend><div class="row" data-n="0"><label>Item <input id="item-0" name="item-0"></label><button type="button" data-del hidden>del</button></div>
  <template><div class="row" data-n="__N__"><label>Item <input id="item-__N__" name="item-__N__"></label><button type="button" data-del hidden>del</button></div></template>
  <button type="button" data-add hidden id="add">add</button></fieldset>
  <p role="status" data-saved data-text-saved="Saved {time}" data-text-restored="Restored {time}" data-text-discard="Discard" data-text-failed="Not saved"></p><button id="go">Send</button></form>`;
const LIST = '<table class="tbl"><tbody>' + [1, 2, 3].map((n) => `<tr><th><input type="checkbox" id="t${n}"><a href="/r/${n}">r${n}</a></th></tr>`).join('') + '</tbody></table><a data-key="n" href="/new">new</a>';

let site;
let url;
let browser;
let context;
let page;
let calls;

function answer(request, body) {
  const at = new URL(request.url, 'http://x');
  const file = at.pathname.startsWith('/static/') && path.join(STATIC, path.basename(at.pathname));
  if (file) return [200, TYPES[path.extname(file)], readFileSync(file)];
  calls.push({ method: request.method, path: at.pathname, body, csrf: request.headers['x-twinpost-csrf'] });
  if (at.pathname.startsWith('/draft/')) return [204, 'text/plain', ''];
  if (at.pathname === '/slow') return [204, 'text/plain', ''];
  const attributes = [`data-officer="${at.searchParams.get('officer') ?? 'o1'}"`, at.searchParams.get('keys') === 'off' ? 'data-keys="off"' : '', at.searchParams.get('done') ? `data-draft-done="${at.searchParams.get('done')}"` : ''].join(' ');
  const main = (at.pathname === '/form' ? FORM : LIST).replace('SUBJECT', at.searchParams.get('subject') ?? '').replace('VERSION', at.searchParams.get('version') ?? '1');
  return [200, 'text/html; charset=utf-8', `<!doctype html><html lang="en"><head><title>x</title><meta name="csrf" content="tok"><link rel="stylesheet" href="/static/app.css"><script src="/static/boot.js" data-src="/static/app.js" defer></script></head><body ${attributes}><input type="search" id="q"><a href="/talks" data-go="t">Talks</a><span data-link="on" data-text-on="online" data-text-off="offline">online</span><main>${main}</main></body></html>`];
}

before(async () => {
  site = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; }).on('end', () => {
      const said = answer(request, body);
      response.writeHead(said[0], { 'content-type': said[1], 'content-security-policy': "default-src 'self'", 'cache-control': 'no-store' });
      response.end(said[2]);
    });
  });
  await new Promise((ready) => site.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${site.address().port}`;
  browser = await launch();
});
after(async () => { await browser?.close(); site?.closeAllConnections(); site?.close(); });
beforeEach(async () => { calls = []; context = await browser.newContext(); page = await context.newPage(); });
afterEach(() => context.close());

const open = async (where) => {
  await page.goto(url + where, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
};
const line = () => page.textContent('[data-saved]');
const saved = () => page.waitForFunction(() => document.querySelector('[data-saved]').textContent.startsWith('Saved'));
const sent = (method) => calls.filter((call) => call.method === method && call.path.startsWith('/draft/'));

test('a draft is kept, told, restored, and discarded', async () => {
  await open('/form');
  assert.equal(await line(), '', 'no false alarm on a fresh form');
  await page.fill('#subject', 'mốc 256');
  await page.fill('#secret', 'personal');
  await page.selectOption('#kind', 'b');
  await page.check('#urgent');
  await page.fill('#text', 'two\nlines');
  await page.click('#add');
  await page.fill('#item-1', 'second');
  await saved();
  assert.match(await line(), /^Saved \d\d:\d\d$/);
  assert.equal(sent('PUT')[0].csrf, 'tok');
  assert.equal(sent('PUT')[0].path, '/draft/talks-new');
  assert.ok(!sent('PUT')[0].body.includes('personal'));

  await open('/form?version=2');
  assert.match(await line(), /^Restored \d\d:\d\d$/);
  assert.deepEqual(await page.evaluate(() => ['subject', 'secret', 'kind', 'text', 'item-1'].map((id) => document.getElementById(id).value)), ['mốc 256', '', 'b', 'two\nlines', 'second']);
  assert.equal(await page.isChecked('#urgent'), true);
  assert.equal(await page.inputValue('input[name=version]'), '1', 'the version the officer started from travels with the draft');

  await page.click('text=Discard');
  assert.deepEqual(await page.evaluate(() => [document.getElementById('subject').value, document.getElementById('item-1'), document.querySelector('[name=version]').value]), ['', null, '2']);
  await page.waitForTimeout(100);
  assert.equal(sent('DELETE').length, 1);
  await open('/form');
  assert.equal(await line(), '');
});

test('what was written before the script had come over a slow line is not overwritten by the draft', async () => {
  await open('/form');
  await page.fill('#subject', 'of the draft');
  await page.fill('#text', 'of the draft');
  await page.click('#add');
  await page.fill('#item-1', 'of the draft');
  await saved();
  let release;
  const held = new Promise((go) => { release = go; });
  await page.route('**/static/app.js', async (route) => { await held; await route.continue(); });
  await page.goto(`${url}/form`, { waitUntil: 'domcontentloaded' });
  await page.fill('#subject', 'newer');
  await page.check('#urgent');
  release();
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  assert.deepEqual(await page.evaluate(() => ['subject', 'text', 'item-1'].map((id) => document.getElementById(id).value)), ['newer', 'of the draft', 'of the draft']);
  assert.equal(await page.isChecked('#urgent'), true);
  await saved();
  await page.unroute('**/static/app.js');
  await open('/form');
  assert.equal(await page.inputValue('#subject'), 'newer', 'and what was written is kept in its turn');
  // What the browser puts back when a page is loaded anew is older than the draft.
  await page.fill('#subject', 'newest');
  await saved();
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  assert.equal(await page.inputValue('#subject'), 'newest');
});

test('a draft equal to what the server shows is no news', async () => {
  await open('/form');
  await page.fill('#subject', 'same');
  await saved();
  await open('/form?subject=same');
  assert.equal(await line(), '');
  await open('/form');
  assert.equal(await page.inputValue('#subject'), '');
});

test('a draft belongs to one officer and ends when the server says so', async () => {
  await open('/form');
  await page.fill('#subject', 'mine');
  await saved();
  await open('/form?officer=o2');
  assert.equal(await page.inputValue('#subject'), '');
  await open('/form');
  assert.equal(await page.inputValue('#subject'), 'mine');
  await open('/list?done=talks-new');
  await open('/form');
  assert.equal(await page.inputValue('#subject'), '');
});

test('leaving at once still keeps the last words, and an answer without success keeps them too', async () => {
  await open('/form');
  await page.fill('#subject', 'half a');
  await open('/list');
  await open('/form');
  assert.equal(await page.inputValue('#subject'), 'half a');
  await page.fill('#subject', 'half a sentence');
  await Promise.all([page.waitForURL('**/send'), page.click('#go')]);
  await open('/form');
  assert.equal(await page.inputValue('#subject'), 'half a sentence');
});

test('rows are added and taken away with unique names', async () => {
  await open('/form');
  await page.click('#add');
  await page.click('#add');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'item-2');
  await page.click('[data-n="1"] [data-del]');
  assert.deepEqual(await page.$$eval('[name^=item-]', (all) => all.map((el) => el.name)), ['item-0', 'item-2']);
  await saved();
  await open('/form');
  assert.deepEqual(await page.$$eval('[name^=item-]', (all) => all.map((el) => el.name)), ['item-0', 'item-2']);
});

test('two presses send once', async () => {
  await open('/form');
  await page.evaluate(() => { document.querySelector('form').action = '/slow'; document.getElementById('go').click(); document.getElementById('go').click(); });
  await page.waitForTimeout(200);
  await page.evaluate(() => document.getElementById('go').click());
  await page.waitForTimeout(300);
  assert.equal(calls.filter((call) => call.path === '/slow').length, 1);
});

test('keys move, open, tick, search and go; they rest while someone types or composes', async () => {
  await open('/list');
  await page.keyboard.press('k');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'r3');
  for (const key of ['k', 'k', 'k', 'k', 'j']) await page.keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'r2');
  await page.keyboard.press('x');
  assert.equal(await page.isChecked('#t2'), true);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/r/2');
  await open('/list');
  await page.keyboard.press('/');
  await page.keyboard.type('njg?');
  assert.equal(await page.inputValue('#q'), 'njg?');
  await page.evaluate(() => { document.activeElement.blur(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', isComposing: true, bubbles: true })); });
  assert.match(page.url(), /\/list$/);
  await page.keyboard.press('Control+n');
  assert.match(page.url(), /\/list$/);
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL('**/talks');
  await open('/list');
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ន', code: 'KeyN', bubbles: true })));
  await page.waitForURL('**/new');
  await open('/list');
  await page.keyboard.press('?');
  await page.waitForURL('**/help#keys');
});

test('keys can be switched off', async () => {
  await open('/list?keys=off');
  await page.keyboard.press('n');
  await page.waitForTimeout(200);
  assert.match(page.url(), /\/list/);
});

test('the line is shown as it is', async () => {
  await open('/form');
  await context.setOffline(true);
  await page.waitForFunction(() => document.querySelector('[data-link]').textContent === 'offline');
  await page.fill('#subject', 'offline text');
  await saved();
  await context.setOffline(false);
  await page.waitForFunction(() => document.querySelector('[data-link]').getAttribute('data-link') === 'on');
});

test('a full disk is told, not hidden', async () => {
  await open('/form');
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await page.fill('#subject', 'x');
  await page.waitForFunction(() => document.querySelector('[data-saved]').textContent === 'Not saved');
});
