// Shows a verdict: how the document stands, who said what, its texts, and what it can be compared by.

import { toJson } from '../verdict.mjs';
import { beginning, cleaned, element, foreign } from './dom.mjs';
import { digits, facts, inSteps, section, texts, utc } from './parts.mjs';
import { hasWord, languageName, phrase, word } from './words.mjs';

const MOST_DATA = 20_000;

// The look of a standing is a sign and a frame besides its colour, and its name stands next to it.
const LOOKS = {
  bound: 'firm', issued: 'firm', acknowledged: 'firm',
  draft: 'open', proposed: 'open', signed: 'open',
  refused: 'over', withdrawn: 'over', crossed: 'over', terminated: 'over', superseded: 'over',
  bad: 'bad',
};
const SIGNS = { firm: '✓', open: '…', over: '–', bad: '✕' };

const WORDS_LABELS = { refuse: 'label-reason', contest: 'label-contest' };

export function showStanding(verdict) {
  const { verdict: standing, code, place } = verdict;
  const look = LOOKS[standing];
  const band = element(
    'div',
    { class: `standing ${look}`, 'data-verdict': standing, 'data-code': code ?? '', 'data-place': place ?? '' },
    element('p', { class: 'name' }, element('span', { 'aria-hidden': 'true', class: 'sign' }, SIGNS[look]),
      element('strong', {}, word(`standing-${standing}`))),
    element('p', {}, word(`standing-${standing}-text`)),
  );
  if (standing === 'bad') {
    band.append(facts([
      ['verdict-reason', word(`fault-${code}`)],
      ['label-code', element('code', {}, code)],
      ...(place ? [['label-place', element('code', {}, place)]] : []),
    ]));
  }
  return band;
}

function kindName(kind) {
  return hasWord(`kind-${kind}`) ? word(`kind-${kind}`) : foreign(kind);
}

function showDocument(verdict) {
  const digest = (value) => (value ? [digits(value)] : []);
  return section('section-document', facts([
    ['label-kind', kindName(verdict.kind)],
    ['label-sides', ...verdict.sides.map(foreign)],
    ['label-languages', ...verdict.languages.map((language) => foreign(languageName(language)))],
    ['label-revision', ...(verdict.revision === null ? [] : [String(verdict.revision)])],
    ['label-until', ...(verdict.until === null ? [] : [utc(verdict.until)])],
    ['label-document', digits(verdict.document)],
    ['label-series', ...digest(verdict.series)],
    ['label-supersedes', ...digest(verdict.supersedes)],
    ['label-supplements', ...digest(verdict.supplements)],
  ]));
}

function showStatement({ side, kind, officer, office, unit, at, held, words }) {
  const posts = held.map(({ post, at: since }) => element('span', {}, phrase('held-since', { post, time: utc(since) })));
  const item = element(
    'li',
    {},
    element('h4', {}, foreign(side), ': ', word(`said-${kind}`)),
    facts([
      ['label-office', foreign(office)],
      ['label-unit', foreign(unit)],
      ['label-officer', foreign(officer)],
      ['label-at', utc(at)],
      ['label-held', ...(posts.length > 0 ? posts : [word('held-by-nobody')])],
    ]),
  );
  if (Object.keys(words).length > 0) {
    item.append(element('p', { class: 'label' }, word(WORDS_LABELS[kind] ?? 'label-reservation')), texts(words, 'h5'));
  }
  return [item];
}

function showFingerprints({ roots }) {
  const list = element('dl', {});
  for (const [side, fingerprint] of Object.entries(roots)) {
    list.append(element('div', {}, element('dt', {}, foreign(side)), element('dd', {}, digits(fingerprint))));
  }
  return section('section-fingerprints', list);
}

function showSigner({ side, name, office }) {
  return [element('li', {}, facts([
    ['label-side', foreign(side)],
    ['label-name', foreign(name)],
    ['label-office', foreign(office)],
  ]))];
}

function showAttachments({ attachments }, given) {
  const isGiven = ({ size, sha256 }) => given.some((file) => file.size === size && file.sha256 === sha256);
  const show = (attachment) => [element('li', {}, facts([
    ['label-name', foreign(attachment.name)],
    ['label-type', foreign(attachment.type)],
    ['label-size', phrase('size-bytes', { count: attachment.size })],
    ['label-sha256', digits(attachment.sha256)],
    ['label-compared', isGiven(attachment)
      ? element('strong', { class: 'same' }, `✓ ${word('attachment-same')}`)
      : word('attachment-not-compared')],
  ]))];
  const strange = given.filter((file) => !attachments.some(
    ({ size, sha256 }) => file.size === size && file.sha256 === sha256,
  ));
  const shown = section('section-attachments');
  if (attachments.length === 0) shown.append(element('p', {}, word('none')));
  else shown.append(inSteps(element('ol', { class: 'items' }), attachments, show));
  for (const { name, sha256 } of strange) {
    shown.append(element('p', { class: 'strange' }, '✕ ', phrase('attachment-strange', { name, sha256 })));
  }
  return shown;
}

function showData({ data }) {
  if (data === null) return [];
  const text = toJson(data);
  const shown = beginning(text, MOST_DATA);
  const block = element('pre', { class: 'foreign', dir: 'ltr', tabindex: '0' }, cleaned(shown));
  const rest = text.length - shown.length;
  const note = rest > 0 ? [element('p', { class: 'note' }, phrase('text-cut', { count: rest }))] : [];
  return [element('details', {}, element('summary', {}, word('section-data')), block, ...note)];
}

// Everything below the standing. Of a bundle that fails nothing is shown: none of it is proven.
export function showDetails(verdict, given) {
  if (verdict.verdict === 'bad') return [];
  const signers = inSteps(element('ol', { class: 'items' }), verdict.signers, showSigner);
  return [
    section('section-said', inSteps(element('ol', { class: 'items' }), verdict.said, showStatement)),
    section('section-texts', texts(verdict.texts, 'h4')),
    showDocument(verdict),
    showFingerprints(verdict),
    ...(verdict.signers.length > 0 ? [section('section-signers', signers)] : []),
    showAttachments(verdict, given),
    ...showData(verdict),
  ];
}
