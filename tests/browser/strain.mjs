// How long a page keeps an old computer busy: the time its work takes, held against a fixed work in the same browser.
import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * An old computer is one that needs this many ms for the reference page below: four times 100 ms, about what a page needed
 * of two shared cores of an Intel Xeon under Chromium 156 (81 to 164 ms, with others at work beside it). There the limit of
 * 150 ms is meant, and every time of a page is told as it would be there.
 */
export const OLD_COMPUTER_MS = 4 * 100;
/** Work longer than this at a stretch is felt (the "long task" of the W3C). */
const FELT_MS = 50;
/** What a page may still begin by a clock of its own after it is ready. */
const LATE_MS = 300;
const CATEGORIES = ['toplevel', 'loading', 'devtools.timeline', 'blink.user_timing'];

/**
 * The reference work: a form and a table of fixed size, with styles that need matching, and a script that builds, reads
 * and rebuilds. Whoever changes it changes what an old computer is: measure again, and set `OLD_COMPUTER_MS` anew.
 */
export const REFERENCE_PAGE = (() => {
  const rules = Array.from({ length: 120 }, (_, i) => `.k${i} .v${i % 7}>span:not(.z${i}){padding:${i % 5}px ${i % 3}px;border-left:1px solid #${100 + i}}`).join('');
  const fields = Array.from({ length: 60 }, (_, i) => `<div class="k${i} f"><label for="i${i}" class="v${i % 7}"><span>Field ${i}</span></label><select id="i${i}">${'<option>One<option>Two<option>Three'.repeat(3)}</select><p>Some words on what belongs into field ${i}, long enough to break into lines.</p></div>`).join('');
  const table = Array.from({ length: 60 }, (_, i) => `<tr class="k${i}">${Array.from({ length: 6 }, (_, j) => `<td class="v${j}"><span>${i * j} of ${i}</span></td>`).join('')}</tr>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reference</title><style>body{font:16px sans-serif}.f{display:grid;grid-template-columns:12em 1fr;gap:4px}table{width:100%;border-collapse:collapse}td{border:1px solid #999}${rules}</style><form>${fields}</form><table><tbody>${table}</tbody></table><script>
addEventListener('load', () => {
  const body = document.querySelector('tbody');
  let height = 0;
  for (let turn = 0; turn < 4; turn += 1) {
    for (const row of [...body.rows].slice(0, 15)) body.append(row.cloneNode(true));
    document.querySelectorAll('.f').forEach((field, i) => { field.className = 'f k' + ((i + turn) % 120); });
    height += body.offsetHeight;
  }
  const fields = JSON.parse(JSON.stringify(Array.from(document.querySelectorAll('select'), (one) => [one.id, one.value, one.options.length])));
  document.title = 'Reference ' + fields.length + ' ' + (height > 0);
  performance.mark('tp-ready');
});
</script></html>`;
})();

/** The work of the thread that draws a page, in CPU ms (time in which this computer did something else does not count). */
function workOf(events) {
  const paint = events.filter(({ name }) => name === 'firstContentfulPaint').at(-1);
  if (!paint) throw new Error('the page has painted nothing');
  const tasks = events.filter(({ name, ph, pid, tid, tdur }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask' && pid === paint.pid && tid === paint.tid && tdur > 0);
  if (!tasks.length) throw new Error('the trace holds no task of the page: does this browser name them otherwise?');
  const all = tasks.map(({ ts, dur, tdur }) => ({ whole: tdur / 1000, after: (tdur / 1000) * Math.min(1, Math.max(0, (ts + dur - paint.ts) / Math.max(dur, 1))) }));
  return { whole: all.reduce((sum, { whole }) => sum + whole, 0), after: all.map(({ after }) => after).filter((ms) => ms > 0) };
}

/** Opens `url` in a fresh context; neither Playwright's own scripts nor anything else but the page runs in it. */
async function workAt(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tracer = await browser.newBrowserCDPSession();
  try {
    const page = await context.newPage();
    const wire = await context.newCDPSession(page);
    const events = [];
    tracer.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    await tracer.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
    try {
      await page.goto(url, { waitUntil: 'load' });
      const expression = `(async () => {
        while (!performance.getEntriesByName('tp-ready').length) await new Promise((on) => setTimeout(on, 20));
        await document.fonts.ready;
        await new Promise((on) => setTimeout(on, ${LATE_MS}));
      })()`;
      const { exceptionDetails } = await wire.send('Runtime.evaluate', { expression, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
    } finally {
      const done = new Promise((on) => tracer.once('Tracing.tracingComplete', on));
      await tracer.send('Tracing.end');
      await done;
    }
    return workOf(events);
  } finally {
    await tracer.detach();
    await context.close();
  }
}

/** A place to measure at; `heavier(extra)` is the address of a reference page with `extra` put at its end. */
export async function openStrain(browser) {
  const pages = new Map([['/', REFERENCE_PAGE]]);
  const server = createServer((request, answer) => { answer.setHeader('content-type', 'text/html'); answer.end(pages.get(request.url) ?? ''); });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const home = `http://127.0.0.1:${server.address().port}`;
  const reference = async () => (await workAt(browser, `${home}/`)).whole;
  const heavier = (extra) => { const path = `/${pages.size}`; pages.set(path, REFERENCE_PAGE.replace('</html>', extra)); return home + path; };
  await reference();
  let last = await reference();
  /**
   * One visit, between two of the reference page: `blocking` is what an old computer cannot answer in after the first
   * paint, in ms; `work` all the thread did, in reference pages; `reference` what one took here and now, in CPU ms.
   */
  const visit = async (url, options) => {
    const before = last;
    const { whole, after } = await workAt(browser, url, options);
    last = await reference();
    const base = (before + last) / 2;
    const old = OLD_COMPUTER_MS / base;
    return { blocking: after.reduce((sum, ms) => sum + Math.max(0, ms * old - FELT_MS), 0), work: whole / base, reference: base };
  };
  return { visit, reference, heavier, close: () => new Promise((on) => { server.close(on); server.closeAllConnections(); }) };
}
