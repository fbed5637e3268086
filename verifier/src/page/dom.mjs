// Builds the page's elements. Whatever comes from a file is hostile: it becomes text only, bounded and kept apart.

const MOST_LABEL = 1_000;

// Control characters and those that turn the direction of writing could make a text look like another one.
const MISLEADING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}

export function cleaned(text) {
  return text.replace(MISLEADING, '\ufffd');
}

// The beginning of a text, never ending in half a character.
export function beginning(text, most) {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

// One label or name out of a file.
export function foreign(text) {
  const shown = beginning(text, MOST_LABEL);
  return element('bdi', { class: 'foreign' }, cleaned(shown) + (shown.length < text.length ? '…' : ''));
}
