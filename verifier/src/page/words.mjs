// The page's five languages: which one is shown, and its words with their gaps filled.

import en from '../../words/en.json';
import km from '../../words/km.json';
import lo from '../../words/lo.json';
import vi from '../../words/vi.json';
import zh from '../../words/zh.json';
import { foreign } from './dom.mjs';

const WORDS = { vi, zh, en, lo, km };

// Every language calls itself by its own name, so that its readers find it.
export const LANGUAGES = { vi: 'Tiếng Việt', zh: '中文', en: 'English', lo: 'ລາວ', km: 'ខ្មែរ' };

let language = 'en';

export function currentLanguage() {
  return language;
}

export function useLanguage(code) {
  language = code;
}

export function preferredLanguage(preferences) {
  const codes = preferences.map((preference) => preference.toLowerCase().split('-')[0]);
  return codes.find((code) => Object.hasOwn(WORDS, code)) ?? 'en';
}

export function word(key) {
  return WORDS[language][key];
}

export function hasWord(key) {
  return Object.hasOwn(WORDS[language], key);
}

// The pieces of a sentence in which every gap is filled with foreign text, each kept apart from its surroundings.
export function phrase(key, gaps) {
  return word(key).split(/(\{[a-z0-9]+\})/).map((piece) => {
    const name = piece.startsWith('{') ? piece.slice(1, -1) : null;
    return name === null ? piece : foreign(String(gaps[name]));
  });
}

export function languageName(code) {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code);
  } catch {
    return code;
  }
}
