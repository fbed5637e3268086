// What a page gains when scripts run: keys, drafts that survive a cut, rows to add, one send per press, and the state of the line.
// Every page works without this file. Baseline ES2018; nothing inline, nothing evaluated.
(() => {
  'use strict';
  const doc = document;
  const body = doc.body;
  const all = (css, root) => Array.from((root || doc).querySelectorAll(css));
  const shown = el => el && el.getClientRects().length > 0;

  // ---- state of the line: [data-link] with data-text-on and data-text-off
  const showLink = up => all('[data-link]').forEach(el => {
    const text = el.getAttribute(up ? 'data-text-on' : 'data-text-off');
    el.setAttribute('data-link', up ? 'on' : 'off');
    if (text && el.textContent !== text) el.textContent = text;
  });
  addEventListener('online', () => showLink(true));
  addEventListener('offline', () => showLink(false));
  if (navigator.onLine === false) showLink(false);

  // ---- rows of a repeat group: fieldset[data-rows] > .row[data-n]…, template, [data-add]; each row may hold [data-del]
  const groups = root => all('fieldset[data-rows]', root);
  const rowsOf = group => all('[data-n]', group);
  const addRow = (group, n) => {
    const pattern = group.querySelector('template');
    if (!pattern) return null;
    if (n === undefined) n = rowsOf(group).reduce((max, row) => Math.max(max, Number(row.dataset.n)), -1) + 1;
    const made = doc.createElement('template');
    made.innerHTML = pattern.innerHTML.replace(/__N__/g, String(n));
    const row = made.content.firstElementChild;
    pattern.parentNode.insertBefore(row, pattern);
    return row;
  };
  const touched = el => el.dispatchEvent(new Event('input', { bubbles: true }));
  all('[data-add],[data-del]').forEach(el => { el.hidden = false; });
  all('template').forEach(el => all('[data-del]', el.content).forEach(del => { del.hidden = false; }));
  doc.addEventListener('click', event => {
    const button = event.target.closest && event.target.closest('[data-add],[data-del]');
    const group = button && button.closest('fieldset[data-rows]');
    if (!group) return;
    event.preventDefault();
    if (button.hasAttribute('data-add')) {
      const row = addRow(group);
      const first = row && row.querySelector('input,select,textarea');
      if (first) first.focus();
    } else {
      button.closest('[data-n]').remove();
      const next = group.querySelector('[data-add]');
      if (next) next.focus();
    }
    touched(group);
  });

  // ---- drafts: form[data-draft=KEY], kept per officer on this PC and, when the line is up, on the server
  const officer = body.getAttribute('data-officer');
  const slot = key => 'tp-draft:' + officer + ':' + key;
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(slot(key))); } catch (e) { return null; } },
    set(key, value) { try { localStorage.setItem(slot(key), JSON.stringify(value)); return true; } catch (e) { return false; } },
    drop(key) { try { localStorage.removeItem(slot(key)); } catch (e) { /* nothing kept, nothing to drop */ } },
  };
  const isTick = el => el.type === 'checkbox' || el.type === 'radio';
  const isKept = el => el.name && !el.disabled && !el.hasAttribute('data-nodraft') &&
    (el.tagName === 'TEXTAREA' || el.tagName === 'SELECT' ||
      (el.tagName === 'INPUT' && !/^(hidden|password|file|submit|button|image|reset)$/.test(el.type)));
  const chosen = (select, initial) => {
    const set = Array.from(select.options).filter(o => (initial ? o.defaultSelected : o.selected)).map(o => o.value);
    if (initial && !set.length && !select.multiple && select.options.length) set.push(select.options[0].value);
    return set.join('\n');
  };
  // [name, value] for texts, [name, value, 0 or 1] for ticks; with `initial`, as the server rendered them.
  const fieldsOf = (form, initial) => Array.from(form.elements).filter(isKept).map(el => {
    if (isTick(el)) return [el.name, el.value, (initial ? el.defaultChecked : el.checked) ? 1 : 0];
    if (el.tagName === 'SELECT') return [el.name, chosen(el, initial)];
    return [el.name, initial ? el.defaultValue : el.value];
  });
  const differs = el => (isTick(el) ? el.checked !== el.defaultChecked
    : el.tagName === 'SELECT' ? chosen(el, false) !== chosen(el, true) : el.value !== el.defaultValue);
  // What the officer wrote before this file had come over a slow line. What the browser itself put back is no such thing.
  const visit = (performance.getEntriesByType('navigation')[0] || {}).type;
  const typedIn = form => (visit === 'reload' || visit === 'back_forward' ? []
    : Array.from(form.elements).filter(el => isKept(el) && differs(el)));
  const fill = (form, fields, but) => {
    const texts = {};
    const ticks = {};
    fields.forEach(([name, value, on]) => {
      if (on === undefined) (texts[name] = texts[name] || []).push(value);
      else ticks[name + '\n' + value] = on === 1;
    });
    Array.from(form.elements).filter(isKept).forEach(el => {
      const tick = ticks[el.name + '\n' + el.value];
      if (isTick(el)) { if (tick !== undefined && !but.includes(el)) el.checked = tick; return; }
      const value = texts[el.name] && texts[el.name].shift();
      if (value === undefined || but.includes(el)) return;
      if (el.tagName === 'SELECT') { const set = value.split('\n'); Array.from(el.options).forEach(o => { o.selected = set.includes(o.value); }); }
      else el.value = value;
    });
  };
  const rowState = form => groups(form).map(group => [group.dataset.rows, rowsOf(group).map(row => Number(row.dataset.n))]);
  const clock = at => { const t = new Date(at); return ('0' + t.getHours()).slice(-2) + ':' + ('0' + t.getMinutes()).slice(-2); };
  const csrf = () => { const meta = doc.querySelector('meta[name=csrf]'); return meta ? meta.content : ''; };
  const send = (method, key, text) => {
    if (navigator.onLine === false || !window.fetch) return;
    fetch('/draft/' + encodeURIComponent(key), {
      method, body: text, credentials: 'same-origin', redirect: 'manual', keepalive: !text || text.length < 20000,
      headers: { 'Content-Type': 'application/json', 'X-Twinpost-Csrf': csrf() },
    }).then(() => showLink(true), () => showLink(false));
  };

  const keep = form => {
    const key = form.dataset.draft;
    const line = form.querySelector('[data-saved]') || doc.querySelector('[data-saved]');
    const undo = line && line.hasAttribute('data-text-discard') ? doc.createElement('button') : null;
    const say = (what, at) => {
      const text = (line && line.getAttribute('data-text-' + what) || '').replace('{time}', at ? clock(at) : '');
      if (line && line.textContent !== text) line.textContent = text;
      if (undo) undo.hidden = what === 'none';
    };
    const rendered = JSON.stringify([fieldsOf(form, true), rowState(form)]);
    const pristine = groups(form).map(group => rowsOf(group).map(row => row.cloneNode(true)));
    // Hidden fields that must travel with the draft, such as the version the officer started from.
    const carried = () => all('input[type=hidden][data-draft-keep]', form);
    const carriedAtFirst = carried().map(el => el.value);
    let timer = 0;
    let sent = '';
    let sentAt = 0;

    const restore = (draft, typed) => {
      draft.rows.forEach(([name, wanted]) => {
        const group = groups(form).find(g => g.dataset.rows === name);
        if (!group) return;
        const leaves = row => !wanted.includes(Number(row.dataset.n)) && !typed.some(el => row.contains(el));
        rowsOf(group).filter(leaves).forEach(row => row.remove());
        const present = rowsOf(group).map(row => Number(row.dataset.n));
        wanted.filter(n => !present.includes(n)).forEach(n => addRow(group, n));
      });
      fill(form, draft.fields, typed);
      (draft.carry || []).forEach(([name, value]) => carried().filter(el => el.name === name).forEach(el => { el.value = value; }));
    };
    const discard = () => {
      const sure = line.getAttribute('data-text-sure');
      if (sure && !confirm(sure)) return;
      clearTimeout(timer);
      timer = 0;
      store.drop(key);
      send('DELETE', key);
      groups(form).forEach((group, i) => {
        rowsOf(group).forEach(row => row.remove());
        const pattern = group.querySelector('template');
        pristine[i].forEach(row => (pattern ? pattern.parentNode : group).insertBefore(row.cloneNode(true), pattern));
      });
      form.reset();
      carried().forEach((el, i) => { el.value = carriedAtFirst[i]; });
      say('none');
      const first = Array.from(form.elements).find(el => isKept(el) && shown(el));
      if (first) first.focus();
    };
    const save = leaving => {
      clearTimeout(timer);
      timer = 0;
      const fields = fieldsOf(form, false);
      const rows = rowState(form);
      const now = JSON.stringify([fields, rows]);
      if (now === rendered && !store.get(key)) return;
      const draft = { at: new Date().toISOString(), fields, rows, carry: carried().map(el => [el.name, el.value]) };
      say(store.set(key, draft) ? 'saved' : 'failed', draft.at);
      // The server's copy costs line time: at most one every ten seconds, and one on leaving.
      if (now !== sent && (leaving || Date.now() - sentAt > 10000)) {
        sent = now;
        sentAt = Date.now();
        send('PUT', key, JSON.stringify(draft));
      } else if (now !== sent) timer = setTimeout(save, 10000);
    };

    const later = () => { clearTimeout(timer); timer = setTimeout(save, 800); };

    if (undo) {
      undo.type = 'button';
      undo.className = 'btn sm';
      undo.hidden = true;
      undo.textContent = line.getAttribute('data-text-discard');
      undo.addEventListener('click', discard);
      line.insertAdjacentElement('afterend', undo);
    }
    const draft = store.get(key);
    const typed = typedIn(form);
    if (typed.length) later();
    if (draft && draft.fields && draft.rows) {
      if (JSON.stringify([draft.fields, draft.rows]) !== rendered) {
        restore(draft, typed);
        say('restored', draft.at);
      } else if (!doc.querySelector('.errs')) store.drop(key);
    }
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    form.addEventListener('submit', () => { sentAt = Infinity; save(); clearTimeout(timer); timer = 0; });
    const leave = () => { if (timer) save(true); };
    addEventListener('pagehide', leave);
    doc.addEventListener('visibilitychange', () => { if (doc.visibilityState === 'hidden') leave(); });
    addEventListener('pageshow', event => { if (event.persisted) sentAt = 0; });
  };
  if (officer) {
    (body.getAttribute('data-draft-done') || '').split(/\s+/).filter(Boolean).forEach(store.drop);
    all('form[data-draft]').forEach(keep);
  }

  // ---- one press, one send
  const free = form => { form.removeAttribute('data-busy'); form.removeAttribute('aria-busy'); };
  doc.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.hasAttribute('data-nobusy')) return;
    if (form.hasAttribute('data-busy')) { event.preventDefault(); return; }
    form.setAttribute('data-busy', '');
    form.setAttribute('aria-busy', 'true');
    setTimeout(() => free(form), form.method === 'get' ? 3000 : 30000);
  });
  addEventListener('pageshow', () => all('form[data-busy]').forEach(free));

  // ---- keys: / search, j k rows, Enter opens, x ticks, n new, g + letter goes, ? help. Only ever follows links.
  const typing = el => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  const rowLinks = () => all('main .tbl tbody tr, main .tasks > li').map(row => row.querySelector('a[href]')).filter(shown);
  let going = 0;
  const onKey = event => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    let key = event.key;
    // On a Lao, Khmer or other layout the letter keys still answer by their place.
    if (key.length === 1 && key.charCodeAt(0) > 127 && /^Key[A-Z]$/.test(event.code)) key = event.code.slice(3).toLowerCase();
    const follow = css => { const link = doc.querySelector(css); if (link) { event.preventDefault(); link.click(); } };
    if (going) {
      clearTimeout(going);
      going = 0;
      if (/^[a-z0-9]$/.test(key)) follow('a[data-go="' + key + '"]');
      return;
    }
    if (key === 'g') going = setTimeout(() => { going = 0; }, 1500);
    else if (key === '/') {
      const box = all('input[type=search]').find(shown);
      if (box) { event.preventDefault(); box.focus(); box.select(); }
    } else if (key === '?') {
      event.preventDefault();
      const link = doc.querySelector('a[data-key="?"]');
      if (link) link.click(); else location.href = '/help#keys';
    } else if (key === 'j' || key === 'k') {
      const links = rowLinks();
      if (!links.length) return;
      const at = links.findIndex(link => link === doc.activeElement);
      const to = at < 0 ? (key === 'j' ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)));
      event.preventDefault();
      links[to].focus();
    } else if (key === 'x') {
      const row = doc.activeElement && doc.activeElement.closest('tr');
      const tick = row && row.querySelector('input[type=checkbox]');
      if (tick) { event.preventDefault(); tick.click(); }
    } else if (/^[a-z]$/.test(key)) follow('a[data-key="' + key + '"]');
  };
  if (body.getAttribute('data-keys') !== 'off') doc.addEventListener('keydown', onKey);

  performance.mark('tp-ready');
})();
