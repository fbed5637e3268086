// Makes verify.html: one file with script, style and words inside, the same bytes every time.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(here(path), 'utf8');

const BUNDLED = ['@noble/curves', '@noble/hashes'];

function sourceHash(text) {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}

async function makeScript() {
  const { outputFiles } = await build({
    absWorkingDir: here('.'),
    entryPoints: ['src/page/main.mjs'],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    // Names stay readable, so that whoever wonders can read what the page does.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0].text;
}

// Licences must travel with the code. A comment may not hold two hyphens in a row.
function licences() {
  const texts = BUNDLED.map((name) => {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`));
    return `${name} ${version}\n\n${read(`node_modules/${name}/LICENSE`).trim()}`;
  });
  return `<!--\nThis file contains these libraries:\n\n${texts.join('\n\n').replaceAll('--', '- -')}\n-->\n`;
}

export async function makePage() {
  const script = await makeScript();
  const style = read('src/page/style.css');
  if (/<\/(script|style)|<!--|\r/i.test(script + style)) throw new Error('the script or style would end too early');
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script };
  return read('src/page/page.html').replace(/%([A-Z]+)%/g, (_, name) => parts[name]) + licences();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(here('verify.html'), await makePage());
