// The main path of an ordinary quarter, clicked by people: a duty officer proposes talks and records what came of them,
// the head of the station signs the minutes, the superior finds them; two people meet on one record; a stranger finds nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cast, launch, officer, startServer } from './lib.mjs';

let server;
let browser;
let people;
let known;
before(async () => {
  server = await startServer();
  browser = await launch();
  people = cast(server);
  known = await fromTheStory();
});
after(async () => { await browser?.close(); await server?.stop(); });

const as = (who, options = {}) => officer(browser, server, { account: people[who], ...options });

/** What the forms need to know of the border, read from the talks that the demonstration has held already. */
async function fromTheStory() {
  const { context } = await as('duty');
  const ask = async (path) => (await context.request.get(`${server.url}/api/v1${path}`)).json();
  const talks = (await ask('/talks')).records.filter((row) => !row.open).at(-1);
  const state = (await ask(`/talks/${talks.id}`)).record.state;
  const sides = (await ask('/side')).records;
  const { own } = await ask('');
  const states = await Promise.all(sides.map(async (row) => (await ask(`/side/${row.id}`)).record.state));
  await context.close();
  return {
    counterpart: state.counterpart,
    matter: state.agenda.find((item) => !item.follows).matter,
    ownZone: states.find((side) => side.code === own).zone,
    otherZone: states.find((side) => side.code !== own).zone,
  };
}

/** The time on the clock of the other side when it is this time at ours, on a day so many days ahead. */
function otherClock(ahead, time) {
  const offset = (zone, at) => {
    const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).formatToParts(at).map(({ type, value }) => [type, value]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) - at;
  };
  const at = Math.floor(Date.now() / 1000) * 1000 + ahead * 86_400_000;
  const [hours, minutes] = time.split(':').map(Number);
  const there = (hours * 60 + minutes) + (offset(known.otherZone, at) - offset(known.ownZone, at)) / 60_000;
  return `${String(Math.floor(there / 60)).padStart(2, '0')}:${String(there % 60).padStart(2, '0')}`;
}

const day = (ahead) => { const d = new Date(Date.now() + ahead * 86_400_000); return `${String(d.getDate()).padStart(2, '0')}/${String(d.getMonth() + 1).padStart(2, '0')}/${d.getFullYear()}`; };
const send = async (page, path) => { await page.locator('main form .acts button').first().click(); await page.waitForURL(path); };
const record = /\/talks\/[a-z0-9]{26}\?sent=1$/;
const act = (page, command) => page.locator(`main .acts a[href$="/${command}"]`).first().click();
const chip = (page) => page.locator('main .meta .chip').innerText();

/** Fills the form of a proposal to the counterpart of the story. */
async function propose(page, ahead, place, command = 'propose') {
  await page.goto(`${server.url}/talks/new?command=${command}`);
  await page.selectOption('[name=counterpart]', known.counterpart);
  await page.fill('[name=planned_at]', `${day(ahead)} 08:30`);
  await page.fill('[name=place]', place);
  await page.selectOption('[name=host]', { index: 1 });
  await page.fill('[name="agenda[0].title"]', 'Exchange of the situation');
  await page.selectOption('[name="agenda[0].matter"]', known.matter);
}

test('talks from the proposal to signed minutes', { timeout: 180_000 }, async () => {
  const { context, page } = await as('duty');
  await propose(page, 2, 'Meeting room A');
  await page.locator('main form .acts button').first().click();
  await page.waitForSelector('.errs');
  assert.match(await page.locator('.errs').innerText(), /7/, 'a proposal two days before is refused, and the rule is told');
  assert.equal(await page.inputValue('[name=place]'), 'Meeting room A', 'what was typed is still there');
  await page.fill('[name=planned_at]', `${day(10)} 08:30`);
  await send(page, record);
  const path = new URL(page.url()).pathname;
  assert.match(await chip(page), /proposed/);
  assert.ok((await page.locator('main').innerText()).includes(otherClock(10, '08:30')), 'the hour stands on both clocks');

  await act(page, 'record-answer');
  await page.selectOption('[name=answer]', 'other-date');
  await page.fill('[name=planned_at]', `${day(12)} 08:30`);
  await send(page, record);
  await act(page, 'answer');
  await page.selectOption('[name=answer]', 'accept');
  await send(page, record);
  assert.match(await chip(page), /agreed/);

  await act(page, 'record-delegations');
  for (const [name, value] of [['own_head', 'Head of station'], ['own_members', '5'], ['other_head', 'Head of the talks station'], ['other_members', '4']]) await page.fill(`[name=${name}]`, value);
  await page.locator('main form .acts button').first().click();
  await page.waitForSelector('.errs');
  assert.match(await page.locator('.errs').innerText(), /interpreter/i, 'without an interpreter there are no talks');
  await page.fill('[name=interpreter]', 'An interpreter of the superior unit');
  await send(page, record);

  await act(page, 'record-held');
  assert.equal(await page.inputValue('[name=own_participants]'), '5', 'nobody types twice what was said before');
  const results = page.locator('select[name$=".result"]');
  for (const result of await results.all()) await result.selectOption('noted');
  await results.last().selectOption('agreed');
  await page.fill('[name=held_on]', day(0));
  await send(page, record);
  assert.match(await chip(page), /held/);
  assert.equal(await page.locator('main .acts a[href$="/sign-minutes"]').count(), 0, 'a duty officer does not sign');
  await context.close();

  const chief = await as('chief');
  await chief.page.goto(server.url + path);
  await act(chief.page, 'sign-minutes');
  await chief.page.fill('[name=originals]', '2');
  await chief.page.fill('[name=signed_on]', day(0));
  await send(chief.page, record);
  assert.match(await chip(chief.page), /signed/);
  assert.ok(await chief.page.locator('main .log li').count() >= 5, 'everything that happened stands in the history');
  await chief.context.close();

  const province = await as('staff');
  assert.equal((await province.page.goto(server.url + path)).status(), 200, 'the superior sees it');
  await province.context.close();
});

test('a draft survives a closed page and is gone once it was sent', { timeout: 120_000 }, async () => {
  const { context, page } = await as('duty');
  await propose(page, 11, 'A room that must not be lost');
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector('[data-saved]').textContent));
  await page.goto(`${server.url}/today`);
  await page.goto(`${server.url}/talks/new?command=propose`);
  await page.waitForFunction(() => document.querySelector('[name=place]').value === 'A room that must not be lost');
  await send(page, record);
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  await page.goto(`${server.url}/talks/new?command=propose`);
  await page.waitForFunction(() => performance.getEntriesByName('tp-ready').length > 0);
  assert.equal(await page.inputValue('[name=place]'), '');
  await context.close();
});

test('two people change one record: the second is told, and keeps what was typed', { timeout: 120_000 }, async () => {
  const one = await as('duty');
  await propose(one.page, 20, 'Room of the conflict');
  await send(one.page, record);
  const path = new URL(one.page.url()).pathname;
  const two = await as('chief');
  for (const { page } of [one, two]) await page.goto(`${server.url}${path}/cancel`);
  await one.page.goto(`${server.url}${path}/record-answer`);
  await one.page.selectOption('[name=answer]', 'accept');
  await send(one.page, record);
  await two.page.fill('[name=reason]', 'Flood at the bridge');
  await two.page.locator('main form .acts button').first().click();
  await two.page.waitForSelector('.errs');
  assert.match(await two.page.locator('.errs').innerText(), /agreed|accept/i, 'what the first did is told');
  assert.equal(await two.page.inputValue('[name=reason]'), 'Flood at the bridge');
  await two.page.goto(server.url + path);
  assert.match(await chip(two.page), /agreed/, 'nothing was overwritten');
  await one.context.close();
  await two.context.close();
});

test('a stranger gets the same answer for a record that exists and one that does not', { timeout: 120_000 }, async () => {
  const gate = await as('duty');
  await propose(gate.page, 30, 'Zanzibar pavilion');
  await send(gate.page, record);
  const path = new URL(gate.page.url()).pathname;
  await gate.context.close();
  const { context, page } = await as('neighbour');
  const answer = async (url) => {
    const got = await context.request.get(server.url + url);
    return { status: got.status(), body: (await got.text()).replaceAll(/\d\d:\d\d/g, '').replaceAll(url, '').replaceAll(encodeURIComponent(url), '') };
  };
  const [hidden, missing] = [await answer(path), await answer('/talks/00000000000000000000000000')];
  assert.equal(hidden.status, 404);
  assert.deepEqual(hidden, missing);
  const [hiddenForm, missingForm] = [await answer(`${path}/cancel`), await answer('/talks/00000000000000000000000000/cancel')];
  assert.deepEqual(hiddenForm, missingForm);
  await page.goto(`${server.url}/search?q=zanzibar`);
  assert.equal(await page.locator('main .hits li').count(), 0, 'search finds nothing');
  const [api, noApi] = [await answer(`/api/v1${path}`), await answer('/api/v1/talks/00000000000000000000000000')];
  assert.deepEqual(api, noApi);
  await context.close();
});

test('a number of the report leads to its records', { timeout: 120_000 }, async () => {
  const { context, page } = await as('superior');
  const report = server.pages.find((path) => /^\/report\/[a-z0-9]+$/.test(path) && path !== '/report/new');
  await page.goto(server.url + report);
  const rows = await page.$$eval('main .fig tbody tr', (all) => all.map((row) => ({ name: row.querySelector('th').innerText, own: +row.querySelector('.sum a').innerText, href: row.querySelector('.sum a').getAttribute('href') })));
  assert.ok(rows.length > 10, 'the report has figures');
  // What a record holds several of: people, items, markers, leaflets.
  const severalInOne = /^items-|^patrol-(markers|residents|leaflets|talks)$|-(participants|audience|leaflets|people|members|members-sent|members-received|partners)$/;
  for (const row of rows.filter((known) => !severalInOne.test(known.href.split('/').pop()))) {
    await page.goto(server.url + row.href);
    assert.equal(await page.locator('main .tbl tbody tr').count(), row.own, `${row.name}: one record for each`);
  }
  for (const ending of ['xlsx', 'csv']) {
    const file = await context.request.get(`${server.url}${report}/export/report.${ending}`);
    assert.equal(file.status(), 200);
    assert.ok((await file.body()).length > 500);
  }
  await context.close();
});
