// Every page, in five languages, light and dark, on a phone and on a desk: nothing that shuts a person out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assignPages, LANGUAGES, launch, officer, startServer, withLang, writeOut } from './lib.mjs';

const WIDTHS = [1280, 320];
const THEMES = ['light', 'dark'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// Every page brings a new copy of axe that runs four times: compiling it for speed costs more than it gains.
const FLAGS = ['--js-flags=--no-opt'];
let server;
let browser;

before(async () => { server = await startServer(); browser = await launch({ flags: FLAGS }); });
after(async () => { await browser?.close(); await server?.stop(); });

const runAxe = (page) => page.evaluate(async (tags) => {
  const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ rule: id, help: `${help}; ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`, html: node.html.slice(0, 240) })));
}, TAGS);

// Translation keys and placeholders that reached a reader: my-page-title, { $count }.
const untranslated = (page, english) => page.evaluate((isEnglish) => {
  const key = /^[a-z]+(-[a-z]+){2,}$/;
  const looksRaw = (text) => {
    const whole = text.trim();
    return key.test(whole) || /\{\s*\$|\{\{/.test(whole) || (!isEnglish && whole.split(/\s+/).some((word) => key.test(word)));
  };
  const found = new Set();
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest('script,style,template,noscript,code,pre,kbd,.id,.hash,[data-raw]')) continue;
    if (looksRaw(node.data) && (parent.closest('title,option') || parent.getClientRects().length)) found.add(node.data.trim());
  }
  for (const element of document.querySelectorAll('[aria-label],[placeholder],[title],[alt],[data-h]')) {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-h']) if (looksRaw(element.getAttribute(name) ?? '')) found.add(`${name}=${element.getAttribute(name)}`);
  }
  return [...found];
}, english);

const sideways = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const clipped = (element) => { for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
  const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !clipped(element)).pop();
  return { by: scrollWidth - clientWidth, html: wide ? wide.outerHTML.slice(0, 200) : '' };
});

async function checkPage(page, path, lang, failures) {
  const fail = (theme, width, rule, help, html = '') => failures.push({ page: path, lang, theme, width, rule, help, html });
  const errors = [];
  const onError = (error) => errors.push(error.message);
  page.on('pageerror', onError);
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await page.emulateMedia({ colorScheme: THEMES[0] });
  const answer = await page.goto(withLang(server.url + path, lang), { waitUntil: 'load' });
  if (!answer?.ok()) { fail('-', '-', 'status', `answered ${answer?.status()}`); page.off('pageerror', onError); return 0; }
  const shown = await page.evaluate(() => document.documentElement.lang);
  if (!shown || shown.split('-')[0] !== lang) fail('-', '-', 'html-lang', `html lang is "${shown}"`);
  for (const text of await untranslated(page, lang === 'en')) fail('-', '-', 'untranslated', 'a key or placeholder is shown', text);
  await page.evaluate(axe.source);
  let runs = 0;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await sideways(page);
    if (wide) fail('-', width, 'sideways-scroll', `${wide.by} px too wide`, wide.html);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      for (const { rule, help, html } of await runAxe(page)) fail(theme, width, rule, help, html);
      runs += 1;
    }
  }
  for (const message of errors) fail('-', '-', 'script-error', message);
  page.off('pageerror', onError);
  return runs;
}

test('every page, language, theme and width is open to everyone', { timeout: 3_600_000 }, async () => {
  const assigned = await assignPages(server);
  const failures = assigned.filter(({ account }) => !account).map(({ page, codes }) => ({ page, lang: '-', theme: '-', width: '-', rule: 'status', help: `no account may open it: ${codes}`, html: '' }));
  let runs = 0;
  await Promise.all(LANGUAGES.map(async (lang) => {
    const login = await browser.newContext({ reducedMotion: 'reduce' });
    const onLogin = await checkPage(await login.newPage(), '/login', lang, failures);
    runs += onLogin;
    await login.close();
    for (const account of server.accounts) {
      const mine = assigned.filter((entry) => entry.account === account && entry.page !== '/login');
      if (!mine.length) continue;
      const { context, page } = await officer(browser, server, { account, lang });
      for (const entry of mine) {
        const done = await checkPage(page, entry.page, lang, failures);
        runs += done;
      }
      await context.close();
    }
  }));
  console.log(`axe: ${runs} runs over ${server.pages.length + 1} pages, ${failures.length} failures`);
  if (failures.length) {
    const text = failures.map((f) => `${f.page}  ${f.lang} ${f.theme} ${f.width}  ${f.rule}: ${f.help}\n    ${f.html}`).join('\n');
    const counts = Object.entries(failures.reduce((sum, f) => ({ ...sum, [f.rule]: (sum[f.rule] ?? 0) + 1 }), {})).map(([rule, n]) => `${n} × ${rule}`).join(', ');
    assert.fail(`${counts}\n${text}\nAlso in ${writeOut('axe.txt', text)}`);
  }
});
