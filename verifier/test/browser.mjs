// The page in a real browser, opened from disk, for the tests that look at it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const PAGE = new URL('../verify.html', import.meta.url).href;
export const LANGUAGES = ['vi', 'zh', 'en', 'lo', 'km'];
export const words = Object.fromEntries(LANGUAGES.map((language) => [
  language, JSON.parse(readFileSync(new URL(`../words/${language}.json`, import.meta.url))),
]));

let browser;

// To be called once by every file of tests that opens the page.
export function openBrowser() {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      ],
    });
  });
  after(() => browser?.close());
}

// Opens the page; at the end nothing else may have been asked for and nothing complained of.
export async function withPage(options, use) {
  const context = await browser.newContext({ locale: 'en', ...options });
  const page = await context.newPage();
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(PAGE);
  await use(page);
  await context.close();
  assert.deepEqual(asked, [PAGE]);
  assert.deepEqual(complaints, []);
}

export async function give(page, { name, bytes }) {
  await page.setInputFiles('#bundle-file', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.waitForFunction((expected) => document.querySelector('#chosen').textContent.includes(expected)
    && document.querySelector('[data-verdict]'), name);
}

export function shownVerdict(page) {
  return page.$eval('[data-verdict]', ({ dataset: { verdict, code, place } }) => ({ verdict, code, place }));
}

export async function choose(page, language) {
  await page.click(`#languages [lang=${language}]`);
  assert.equal(await page.evaluate(() => document.documentElement.lang), language);
}
