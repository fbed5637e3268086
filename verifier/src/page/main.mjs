// The verifier's page: takes files and fingerprints, checks them, and shows the verdict in the chosen language.

import { verify } from '../verify.mjs';
import { element } from './dom.mjs';
import { digestOfFile, purposeOf, readBundleFile, readRootsFile } from './files.mjs';
import { parseFingerprints } from './fingerprints.mjs';
import { showDetails, showStanding } from './result.mjs';
import { LANGUAGES, currentLanguage, hasWord, phrase, preferredLanguage, useLanguage, word } from './words.mjs';

const at = (id) => document.getElementById(id);
const state = { bundle: null, verdict: null, given: [], unreadable: [] };
let round = 0;

function showMessages({ known, wrong }) {
  const messages = state.unreadable.map((name) => phrase('file-unreadable', { name }));
  if (wrong.length > 0) messages.push(phrase('fingerprints-wrong', { lines: wrong.slice(0, 20).join(', ') }));
  if (state.bundle && known.length === 0) messages.push([word('fingerprints-none')]);
  at('messages').replaceChildren(...messages.map((message) => element('p', {}, message)));
}

function show() {
  document.documentElement.lang = currentLanguage();
  document.title = word('page-title');
  for (const place of document.querySelectorAll('[data-word]')) place.textContent = word(place.dataset.word);
  for (const button of document.querySelectorAll('#languages button')) {
    button.setAttribute('aria-pressed', String(button.lang === currentLanguage()));
  }
  at('unconfirmed').textContent = hasWord('_') ? `Words in this language: ${word('_')}.` : '';
  at('chosen').replaceChildren(...(state.bundle ? phrase('file-chosen', { name: state.bundle.name }) : []));
  showMessages(parseFingerprints(at('fingerprints').value));
  const { verdict } = state;
  at('result').hidden = !state.bundle;
  at('standing').replaceChildren(...(verdict ? [showStanding(verdict)] : [element('p', {}, word('checking'))]));
  at('details').replaceChildren(...(verdict ? showDetails(verdict, state.given) : []));
}

// Checking may take a while, so the page first says that it checks. A later round makes an earlier one void.
async function check() {
  round += 1;
  const own = round;
  state.verdict = null;
  show();
  if (!state.bundle) return;
  await new Promise((resolve) => { setTimeout(resolve, 30); });
  if (own !== round) return;
  state.verdict = verify(state.bundle.bytes, parseFingerprints(at('fingerprints').value).known);
  show();
}

const TAKE = {
  async bundle(file) {
    state.bundle = { name: file.name, bytes: await readBundleFile(file) };
  },
  async roots(file) {
    at('fingerprints').value = (await readRootsFile(file)).trim();
  },
  async attachment(file) {
    state.given.push({ name: file.name, size: file.size, sha256: await digestOfFile(file) });
  },
};

async function take(files, purpose) {
  state.unreadable = [];
  let fresh = false;
  for (const file of files) {
    const use = purpose ?? purposeOf(file);
    try {
      await TAKE[use](file);
      fresh ||= use !== 'attachment';
    } catch {
      state.unreadable.push(file.name);
    }
  }
  if (fresh) await check();
  else show();
}

function connectFiles() {
  for (const purpose of Object.keys(TAKE)) {
    const input = at(`${purpose}-file`);
    input.addEventListener('change', async () => {
      await take([...input.files], purpose);
      input.value = '';
    });
  }
  addEventListener('dragover', (event) => {
    event.preventDefault();
    at('drop').classList.add('over');
  });
  addEventListener('dragleave', () => at('drop').classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    at('drop').classList.remove('over');
    take([...event.dataTransfer.files]);
  });
}

function connectLanguages() {
  for (const [code, name] of Object.entries(LANGUAGES)) {
    const button = element('button', { type: 'button', lang: code }, name);
    button.addEventListener('click', () => {
      useLanguage(code);
      show();
    });
    at('languages').append(button);
  }
}

useLanguage(preferredLanguage(navigator.languages ?? [navigator.language]));
connectLanguages();
connectFiles();
at('fingerprints').addEventListener('input', check);
show();
