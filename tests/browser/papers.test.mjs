// Two sides, each with its own program, store and browser: a paper is looked at before it leaves, signed, refused, signed
// with a reservation, contested and superseded, each on the pages of the side that does it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import readline from 'node:readline';
import { launch, officer, programPath } from './lib.mjs';

const PASSWORD = 'a long enough password';
const PIN = 'ten or more letters';
const MATTERS = 'matters:=["law-publicity"]';
let browser;
let vn;
let cn;

/** One side: a folder with a post, what its people hold, and the program over it. */
class Side {
  constructor({ side, keeper, name, unit, login }) {
    Object.assign(this, { side, name: `${side}.${name}`, unit, login });
    this.home = mkdtempSync(path.join(tmpdir(), `twinpost-${side}-`));
    this.secret('holder', 'passphrase of the holder');
    this.secret('post', 'the passphrase of the post');
    this.secret('pin', PIN);
    this.run('init', '--side', side, '--keeper', keeper);
    this.run('officer', 'set-password', 'keeper');
    const by = ['--login', 'keeper'];
    const id = this.run('officer', 'new', 'register', `login=${login}`, 'name=Head of station', 'rank=Major', `unit=${unit}`, ...by).trim();
    this.run('officer', 'do', id, 'assign', 'role=commander', `unit=${unit}`, 'reach=unit', 'ceiling=protected', 'from=2020-01-01', ...by);
    this.run('officer', 'set-password', login);
    this.with('holder', 'keys', 'root', 'new', '--side', side, '--threshold', '1', '--keys', '1', '--out', 'root');
    this.run('keys', 'post', 'new', '--name', name, '--root', 'root/root-1.cose', '--until', '2099-12-31', '--out', 'post.request');
    this.with('holder', 'keys', 'sign', 'post.request', '--key', 'root/root-1-key-1.key', '--yes');
    this.fingerprint = JSON.parse(this.run('keys', 'root', 'show', 'root/root-1.cose', '--json')).fingerprint;
    this.run('keys', 'post', 'install', 'post.request', '--fingerprint', this.fingerprint);
    this.run('keys', 'officer', 'new', login, '--rights', 'minutes,letter', '--until', '2099-06-30', '--pin-file', this.path('pin'));
  }

  path(name) { return path.join(this.home, name); }

  secret(name, text) { writeFileSync(this.path(name), `${text}\n`); chmodSync(this.path(name), 0o600); }

  env(secret) {
    return { HOME: this.home, TWINPOST_DIR: this.path('folder'), TWINPOST_PASSPHRASE_FILE: this.path(secret), TWINPOST_PASSWORD: PASSWORD };
  }

  with(secret, ...args) {
    return execFileSync(programPath(), args, { cwd: this.home, env: this.env(secret), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  run(...args) { return this.with('post', ...args); }

  async serve(courier) {
    this.child = spawn(programPath(), ['serve', '--listen', '127.0.0.1:0', '--courier', `127.0.0.1:${courier}`, '--every', '1'], { cwd: this.home, env: this.env('post'), stdio: ['ignore', 'ignore', 'pipe'] });
    const lines = readline.createInterface({ input: this.child.stderr });
    for await (const line of lines) {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
      if (found) { [this.url] = found; break; }
    }
    this.child.stderr.resume();
  }

  async stop() {
    if (this.child && this.child.exitCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.home, { recursive: true, force: true });
  }

  /** What minutes say, with this second point. */
  content(title, second = `${title}, second.`) {
    const other = this.side === 'vn' ? 'cn' : 'vn';
    const text = (language) => ({ language, title, text: `${title}, first.\n\n${second}` });
    const signer = (side) => ({ side, name: 'Head', office: 'Head of station' });
    return `content:=${JSON.stringify({ place: 'Bridge', held_on: '2026-03-04', texts: [text('vi'), text('zh')], signers: [signer(this.side), signer(other)] })}`;
  }

  /** Drafts a letter; its record. */
  letter(title) {
    return this.run('document', 'new', 'draft', 'kind=letter', 'counterpart=cp-laocai-gate-talks', this.content(title), 'matters:=[]', '--login', this.login).trim();
  }

  /** Drafts minutes; its record. */
  draft(title, more = []) {
    return this.run('document', 'new', 'draft', 'kind=minutes', 'counterpart=cp-laocai-gate-talks', this.content(title), MATTERS, ...more, '--login', this.login).trim();
  }
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
};

before(async () => {
  browser = await launch();
  vn = new Side({ side: 'vn', keeper: 'vn-bg', name: 'laocai', unit: 'vn-bg-laocai-gate', login: 'laocai-chief' });
  cn = new Side({ side: 'cn', keeper: 'cn-hekou-talks', name: 'hekou', unit: 'cn-hekou-talks', login: 'hekou-chief' });
  const ports = [await freePort(), await freePort()];
  for (const [from, to, port] of [[vn, cn, ports[0]], [cn, vn, ports[1]]]) {
    const file = to.path('met.introduction');
    const { code } = JSON.parse(from.run('peer', 'introduce', '--out', file, '--url', `https://127.0.0.1:${port}`, '--json'));
    to.run('peer', 'meet', file, '--code', code);
  }
  await vn.serve(ports[0]);
  await cn.serve(ports[1]);
});
after(async () => { await browser?.close(); await vn?.stop(); await cn?.stop(); });

const at = (side, options = {}) => officer(browser, side, { account: { login: side.login, password: PASSWORD }, ...options });
const chip = (page) => page.locator('main .meta .chip').innerText();

/** Waits until the page of a record says this. */
async function becomes(page, side, id, state) {
  for (let left = 60; left > 0; left -= 1) {
    await page.goto(`${side.url}/document/${id}`);
    if (await chip(page) === state) return;
    await page.waitForTimeout(500);
  }
  assert.equal(await chip(page), state);
}

/** Waits until a paper with this title is in the list; its record. */
async function comes(page, side, title) {
  for (let left = 60; left > 0; left -= 1) {
    await page.goto(`${side.url}/document`);
    const link = page.locator('main a[href^="/document/"]', { hasText: title }).first();
    if (await link.count()) return (await link.getAttribute('href')).split('/').at(-1).split('?')[0];
    await page.waitForTimeout(500);
  }
  throw new Error(`"${title}" did not come`);
}

/** Looks at what would leave, and gives it out. */
async function giveOut(page, side, id, title) {
  await page.goto(`${side.url}/document/${id}`);
  await page.locator('main .acts a[href$="/release"]').click();
  await page.waitForURL(/\/release$/);
  const shown = await page.locator('main').innerText();
  for (const words of [`${title}, first.`, `${title}, second.`, 'Bridge', 'Head of station']) assert.ok(shown.includes(words), words);
  await page.fill('[name=pin]', 'not the passphrase');
  await page.locator('main form .acts button.pri').click();
  await page.locator('main .errs').waitFor();
  await page.fill('[name=pin]', PIN);
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
}

/** Sends the draft as it stands to the other side. */
async function share(page, side, id) {
  await page.goto(`${side.url}/document/${id}/release`);
  await page.fill('[name=pin]', PIN);
  await page.locator('main form .acts button[formaction$="/share"]').click();
  await page.waitForURL(/\?sent=1$/);
  assert.equal(await chip(page), 'draft');
}

/** Waits until a draft of the other side says this, and takes it over. */
async function takeOver(page, side, id, words) {
  for (let left = 60; left > 0; left -= 1) {
    const answer = await page.goto(`${side.url}/document/${id}/compare`);
    if (answer.ok() && (await page.locator('main').innerText()).includes(words)) break;
    await page.waitForTimeout(500);
  }
  await page.goto(`${side.url}/document/${id}`);
  await page.locator('main .acts a[href$="/compare"]').click();
  await page.waitForURL(/\/compare$/);
  assert.ok((await page.locator('main table').innerText()).includes(words));
  const marked = await page.locator('main table mark').allInnerTexts();
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
  return marked;
}

/** Says something of a paper on its page. */
async function say(page, side, id, kind, words = '') {
  await page.goto(`${side.url}/document/${id}`);
  await page.locator(`main .acts a[href$="/say/${kind}"]`).click();
  await page.waitForURL(new RegExp(`/say/${kind}$`));
  for (const language of words ? ['vi', 'zh'] : []) await page.fill(`[name=words-${language}]`, words);
  await page.fill('[name=pin]', PIN);
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
}

test('a paper is looked at, given out, signed with a reservation, contested and superseded', { timeout: 300_000 }, async () => {
  const [own, other] = [await at(vn), await at(cn)];
  const id = vn.draft('One path', ['remark=Plum blossom nineteen']);
  await giveOut(own.page, vn, id, 'One path');
  const there = await comes(other.page, cn, 'One path');
  await other.page.goto(`${cn.url}/document/${there}`);
  assert.ok(!(await other.page.content()).includes('Plum blossom'), 'what is internal does not leave');
  await own.page.goto(`${vn.url}/document/${id}`);
  assert.ok((await own.page.content()).includes('Plum blossom'));
  await say(other.page, cn, there, 'sign', 'We keep our view on the second point.');
  await becomes(own.page, vn, id, 'binding');
  await becomes(other.page, cn, there, 'binding');
  assert.ok((await own.page.locator('main').innerText()).includes('We keep our view on the second point.'));

  await say(other.page, cn, there, 'contest', 'There were two paths.');
  await becomes(own.page, vn, id, 'binding, contested');

  const next = cn.draft('Two paths', [`supersedes=${there}`]);
  await giveOut(other.page, cn, next, 'Two paths');
  const here = await comes(own.page, vn, 'Two paths');
  await say(own.page, vn, here, 'sign');
  await becomes(own.page, vn, id, 'superseded');
  await becomes(other.page, cn, there, 'superseded');
  await becomes(other.page, cn, next, 'binding');

  const [file] = await Promise.all([own.page.waitForEvent('download'), own.page.goto(`${vn.url}/document/${here}`).then(() => own.page.locator('main a[href$="/bundle.twp"]').click())]);
  const kept = vn.path('paper.twp');
  await file.saveAs(kept);
  assert.ok(readFileSync(kept).length > 1000);
  const verdict = JSON.parse(vn.run('verify', kept, '--root', vn.fingerprint.replaceAll(' ', ''), '--root', cn.fingerprint.replaceAll(' ', ''), '--json'));
  assert.equal(verdict.verdict, 'bound');
  await own.context.close();
  await other.context.close();
});

test('a paper is refused with its reason, and the page of the posts tells how it stands with the neighbour', { timeout: 300_000 }, async () => {
  const [own, other] = [await at(vn), await at(cn)];
  const id = vn.draft('Three points');
  await giveOut(own.page, vn, id, 'Three points');
  const there = await comes(other.page, cn, 'Three points');
  await say(other.page, cn, there, 'refuse', 'The third point was not talked about.');
  await becomes(own.page, vn, id, 'refused');
  assert.ok((await own.page.locator('main').innerText()).includes('The third point was not talked about.'));
  await own.page.goto(`${vn.url}/peer`);
  const told = await own.page.locator('main').innerText();
  assert.ok(told.includes('cn.hekou') && told.includes('vn.laocai'), told);
  assert.match(told, /Statements waiting to leave\s+0/);
  await own.context.close();
  await other.context.close();
});

test('a text is drafted in turn, compared word by word, taken over, offered and signed', { timeout: 300_000 }, async () => {
  const [own, other] = [await at(vn), await at(cn)];
  const id = vn.draft('Ferry hours');
  await share(own.page, vn, id);
  const there = await comes(other.page, cn, 'Ferry hours');
  await takeOver(other.page, cn, there, 'Ferry hours, second.');
  cn.run('document', 'do', there, 'amend', cn.content('Ferry hours', 'Ferry hours, second and third.'), MATTERS, '--login', cn.login);
  await share(other.page, cn, there);
  const marked = await takeOver(own.page, vn, id, 'second and third.');
  assert.deepEqual(marked, [' and third', ' and third'], 'only what changed is marked, in both languages');
  await own.page.goto(`${vn.url}/document/${id}/release`);
  assert.ok((await own.page.locator('main').innerText()).includes('second and third.'));
  await own.page.fill('[name=pin]', PIN);
  await own.page.locator('main form .acts button.pri').click();
  await own.page.waitForURL(/\?sent=1$/);
  await becomes(other.page, cn, there, 'proposed');
  await other.page.locator('main .acts a[href$="/compare"]').click();
  await other.page.waitForURL(/\/compare$/);
  assert.equal(await other.page.locator('main form .acts button').count(), 0, 'an offer is looked at beside the own words, not taken over');
  await say(other.page, cn, there, 'sign');
  await becomes(own.page, vn, id, 'binding');
  await becomes(other.page, cn, there, 'binding');
  assert.equal(await other.page.locator('main .acts a[href$="/compare"]').count(), 0, 'what binds is not compared any more');
  await own.context.close();
  await other.context.close();
});

test('letters are chosen from the list, shown whole, signed with one passphrase, and acknowledged at once', { timeout: 300_000 }, async () => {
  // One of the two works without scripts.
  const [own, other] = [await at(vn, { javaScriptEnabled: false }), await at(cn)];
  const titles = ['Fair', 'Ford', 'Fence'];
  const ids = titles.map((title) => vn.letter(title));
  const signAt = async (page, side, kind, about, chosen, title) => {
    await page.goto(`${side.url}/document`);
    await page.locator(`main .acts a[href$="/together/${kind}"]`).click();
    await page.waitForURL(new RegExp(`/together/${kind}$`));
    for (const words of chosen) await page.locator('main label', { hasText: words }).locator('input').check();
    await page.locator('main form button.pri').click();
    await page.waitForURL(/record=/);
    assert.equal(await page.locator('main details').count(), chosen.length);
    await page.locator('main details summary', { hasText: title }).click();
    assert.ok((await page.locator('main details[open]').innerText()).includes(about));
    await page.fill('[name=pin]', 'not the passphrase');
    await page.locator('main form .acts button.pri').click();
    await page.locator('main .errs').waitFor();
    await page.fill('[name=pin]', PIN);
    await page.locator('main form .acts button.pri').click();
    await page.waitForURL(/\?done=/);
    assert.ok((await page.locator('main .note.ok').innerText()).includes(String(chosen.length)));
  };
  await signAt(own.page, vn, 'issue', 'Ford, second.', titles, 'Ford');
  await own.page.goto(`${vn.url}/document/${ids[1]}`);
  assert.ok((await own.page.locator('main').innerText()).includes('signed together with others: 2'));
  for (const title of titles) await comes(other.page, cn, title);
  await signAt(other.page, cn, 'acknowledge', 'Fence, first.', titles, 'Fence');
  for (const id of ids) await becomes(own.page, vn, id, 'acknowledged');
  // Somebody changes one of them meanwhile: nothing is signed, and the page says which it is.
  const [one, two] = ['Gate', 'Grove'].map((title) => vn.letter(title));
  await own.page.goto(`${vn.url}/document/together/issue?record=${one}&record=${two}`);
  vn.run('document', 'do', two, 'amend', vn.content('Grove', 'Another second.'), '--login', vn.login);
  await own.page.fill('[name=pin]', PIN);
  await own.page.locator('main form .acts button.pri').click();
  const stopped = await own.page.locator('main .errs li').allInnerTexts();
  assert.equal(stopped.length, 1);
  assert.ok(stopped[0].startsWith('Grove'), stopped[0]);
  await own.page.goto(`${vn.url}/document/${one}`);
  assert.equal(await chip(own.page), 'draft');
  await own.context.close();
  await other.context.close();
});

test('the other side signs on paper: the picture goes along with the form and comes back as it was', { timeout: 300_000 }, async () => {
  const { page } = await at(vn);
  const title = 'Signed by hand';
  const id = vn.draft(title);
  await giveOut(page, vn, id, title);
  await page.goto(`${vn.url}/document/${id}/record-paper-signature`);
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await page.fill('[name=name]', 'Head of the other side');
  await page.fill('[name=office]', 'Head of station');
  // What is wrong with one field loses neither the others nor the file.
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7 both signatures '), Buffer.alloc(200_000, 7)]);
  await page.setInputFiles('input[type=file][name="scan.file"]', { name: 'Biên bản đã ký.pdf', mimeType: 'application/pdf', buffer: bytes });
  await page.fill('[name=signed_on]', 'soon');
  await page.locator('main form .acts button.pri').click();
  await page.locator('main .errs').waitFor();
  assert.equal(await page.inputValue('[name=name]'), 'Head of the other side');
  assert.ok(await page.locator('label', { hasText: 'Biên bản đã ký.pdf' }).locator('input[type=checkbox]').isChecked());
  // Another file that is no kind of paper is refused beside its field; the first one still stands.
  await page.setInputFiles('input[type=file][name="scan.file"]', { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ a program') });
  await page.locator('main form .acts button.pri').click();
  await page.locator('.fld.bad input[type=file]').waitFor();
  assert.ok(await page.locator('label', { hasText: 'Biên bản đã ký.pdf' }).locator('input[type=checkbox]').isChecked());
  const [year, month, day] = today.split('-');
  await page.fill('[name=signed_on]', `${day}/${month}/${year}`);
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
  assert.equal(await chip(page), 'signed on paper');
  const link = page.locator('main dl a[href*="/file/"]', { hasText: 'Biên bản đã ký.pdf' }).first();
  const href = await link.getAttribute('href');
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(download.suggestedFilename(), 'Biên bản đã ký.pdf');
  assert.ok(readFileSync(await download.path()).equals(bytes));
  const answer = await page.request.get(`${vn.url}${href}`);
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  assert.match(answer.headers()['content-disposition'], /^attachment;/);
  assert.equal(answer.headers()['content-security-policy'], "default-src 'none'; sandbox");
  assert.equal((await page.request.get(`${vn.url}${href.slice(0, -1)}${href.endsWith('0') ? '1' : '0'}`)).status(), 404);
  await page.context().close();
});

test('a form carries several files, and one that is far too large loses nothing', { timeout: 300_000 }, async () => {
  const { page } = await at(vn);
  const id = vn.draft('With annexes');
  await page.goto(`${vn.url}/document/${id}/amend`);
  await page.setInputFiles('input[type=file][name="content.attachments.file"]', [
    { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('mốc 100\n') },
    { name: 'two.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a00000000', 'hex') },
  ]);
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
  assert.deepEqual((await page.locator('main > ul.plain a[href*="/file/"]').allInnerTexts()).sort(), ['one.txt', 'two.png']);
  await page.goto(`${vn.url}/document/${id}/amend`);
  await page.locator('label', { hasText: 'one.txt' }).locator('input[type=checkbox]').uncheck();
  await page.setInputFiles('input[type=file][name="content.attachments.file"]', { name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(27 << 20)]) });
  await page.locator('main form .acts button.pri').click();
  await page.locator('.fld.bad input[type=file]').waitFor();
  assert.ok((await page.locator('main .errs').innerText()).includes('25 MB'));
  assert.equal(await page.locator('label', { hasText: 'one.txt' }).count(), 0, 'a box that was unticked is gone');
  await page.locator('main form .acts button.pri').click();
  await page.waitForURL(/\?sent=1$/);
  assert.deepEqual(await page.locator('main > ul.plain a[href*="/file/"]').allInnerTexts(), ['two.png']);
  await page.context().close();
});
