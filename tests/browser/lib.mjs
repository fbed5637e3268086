// What every browser test needs: the program under test, a browser, an officer signed in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { chromium } from 'playwright-core';

export const LANGUAGES = ['vi', 'zh', 'en', 'lo', 'km'];
export const CHROMIUM = process.env.TWINPOST_CHROMIUM || '/usr/bin/chromium';
export const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const START_MS = 120_000;
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

export function programPath() {
  const asked = process.env.TWINPOST_BIN;
  const found = (asked ? [asked] : ['release', 'debug'].map((kind) => path.join(here, '../../target', kind, 'twinpost'))).find(existsSync);
  if (!found) throw new Error(`No program to test${asked ? ` at ${asked}` : ''}. Build it, or set TWINPOST_BIN to its path.`);
  return path.resolve(found);
}

/**
 * Starts `twinpost demo` on a free port in a fresh folder; resolves to its url, accounts, pages, and a `stop()`.
 * TWINPOST_PROFILE names another border than the usual one.
 */
export async function startServer() {
  const dir = mkdtempSync(path.join(tmpdir(), 'twinpost-browser-'));
  const profile = process.env.TWINPOST_PROFILE ? ['--profile', process.env.TWINPOST_PROFILE] : [];
  const child = spawn(programPath(), ['demo', ...profile, '--dir', path.join(dir, 'demo'), '--listen', '127.0.0.1:0', '--print-json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stderr.on('data', (chunk) => { said.push(String(chunk)); if (said.length > 200) said.shift(); });
  const lines = readline.createInterface({ input: child.stdout });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
    }
    rmSync(dir, { recursive: true, force: true });
  };
  let timer;
  try {
    const info = await Promise.race([
      (async () => { for await (const line of lines) if (line.startsWith('{')) return JSON.parse(line); throw new Error('it ended without printing its address'); })(),
      new Promise((_, no) => { timer = setTimeout(() => no(new Error(`no address within ${START_MS / 1000} s`)), START_MS); }),
    ]);
    lines.on('line', () => {});
    child.stdout.resume();
    return { ...info, stop, log: () => said.join('') };
  } catch (reason) {
    await stop();
    throw new Error(`The program did not start: ${reason.message}\n${said.join('')}`);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Starts Chromium. With `bareFonts`, this computer's own Noto Sans Lao and Khmer are hidden, so that the web fonts travel;
 * other Lao and Khmer fonts stay, as on a computer that has its maker's fonts only.
 */
export async function launch({ bareFonts = false, flags = [] } = {}) {
  const env = { ...process.env };
  let dir;
  if (bareFonts) {
    dir = mkdtempSync(path.join(tmpdir(), 'twinpost-fonts-'));
    const reject = ['Noto Sans Lao', 'Noto Sans Khmer']
      .map((name) => `<rejectfont><pattern><patelt name="family"><string>${name}</string></patelt></pattern></rejectfont>`).join('');
    writeFileSync(path.join(dir, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><cachedir>${dir}</cachedir><selectfont>${reject}</selectfont></fontconfig>`);
    env.FONTCONFIG_FILE = path.join(dir, 'fonts.conf');
  }
  // `headless: false` only keeps Playwright from adding its own flag; FLAGS asks for the new headless mode.
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: false, args: [...FLAGS, ...flags], env });
  browser.on('disconnected', () => dir && rmSync(dir, { recursive: true, force: true }));
  return browser;
}

/** The first account whose role matches, or an error that lists the roles there are. */
export function accountFor(server, role) {
  const found = server.accounts.find((account) => role.test(account.role));
  if (!found) throw new Error(`No demo account with a role like ${role}; there are: ${server.accounts.map((a) => a.role).join(', ')}`);
  return found;
}

/**
 * The people of the story by what they do, whatever border it plays on: a script names the station first, then its
 * neighbour, then the unit above both, each with the officer on duty and the one who decides.
 */
export function cast(server) {
  const of = (role) => server.accounts.filter((account) => account.role === role);
  const [duty, neighbour, staff] = of('officer');
  const chiefOf = (account) => of('commander').find((known) => known.unit === account.unit);
  return { duty, chief: chiefOf(duty), neighbour, staff, superior: chiefOf(staff) };
}

/** Signs in on the page as a person does: fill the two fields, press the button. */
export async function logIn(page, server, account = server.accounts[0], lang = 'en') {
  await page.goto(`${server.url}/login?lang=${lang}`);
  await page.fill('input[name=login]', account.login);
  await page.fill('input[name=password]', account.password);
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/login', { timeout: 30_000 }),
    page.click('form:has(input[name=password]) button:not([type=button])'),
  ]);
}

/** A fresh context with an officer signed in and a language chosen. */
export async function officer(browser, server, { account, lang = 'en', ...options } = {}) {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await logIn(page, server, account, lang);
  return { context, page };
}

export const withLang = (url, lang) => { const full = new URL(url); full.searchParams.set('lang', lang); return full.href; };

/** The cookies of an account, signed in over plain HTTP as the form of the door would. */
async function cookiesOf(server, account) {
  const answer = await fetch(`${server.url}/login`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ login: account.login, password: account.password, next: '/today' }) });
  const cookie = answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ');
  if (answer.status < 300 || answer.status > 399 || !cookie) throw new Error(`${account.login} was not let in: ${answer.status}`);
  return cookie;
}

/**
 * For each page the first account that may open it: [{page, account}]; pages nobody may open come with account null.
 * Nobody needs a browser for that, and an account is signed in only when those before it were refused.
 */
export async function assignPages(server) {
  const cookies = new Map();
  const assigned = [];
  for (const page of server.pages) {
    let account = null;
    const codes = [];
    for (const known of server.accounts) {
      if (!cookies.has(known)) cookies.set(known, await cookiesOf(server, known));
      const answer = await fetch(server.url + page, { headers: { cookie: cookies.get(known) } });
      await answer.arrayBuffer();
      codes.push(answer.status);
      if (answer.ok && !new URL(answer.url).pathname.startsWith('/login')) { account = known; break; }
    }
    assigned.push({ page, account, codes });
  }
  return assigned;
}

/** Names of the four pages that short checks use: /today, a list, a record, a form. */
export function pickPages(pages) {
  const list = pages.find((page) => page === '/talks') ?? pages.find((page) => /^\/[a-z-]+$/.test(page) && page !== '/today');
  const record = pages.find((page) => page.startsWith(`${list}/`) && /\d/.test(page)) ?? pages.find((page) => /^\/[^/?]+\/[^/?]*\d[^/?]*$/.test(page));
  const form = pages.find((page) => /\/(new|propose)$/.test(page));
  return { today: '/today', list, record, form };
}

/** Runs `work` over `items`, at most `width` at a time. */
export async function pool(items, width, work) {
  const queue = [...items.entries()];
  const results = new Array(items.length);
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1]);
  }));
  return results;
}

/** A plain text table for the terminal. */
export function table(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  return rows.map((row) => row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ')).join('\n');
}

/** Writes what a test found to out/, for a person to read. */
export function writeOut(name, text) {
  const dir = path.join(here, 'out');
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, name), text);
  return path.join(dir, name);
}
