// What a reader has chosen, and what remains of the facts by that.

const nothing = { words: '', who: '', entity: null, role: '', act: '', from: '', to: '', article: '', pair: null, copies: false };
let chosen = { ...nothing };
const remaining = { statements: [], meetings: [] };

const form = byId('filter');
const field = (name) => form.elements.namedItem(name);

// choose changes some of what is chosen, and shows the page anew.
function choose(some) {
  chosen = { ...chosen, ...some };
  for (const name of ['words', 'who', 'role', 'act', 'from', 'to', 'article']) {
    if (field(name).value !== chosen[name]) field(name).value = chosen[name];
  }
  field('copies').checked = chosen.copies;
  const area = areaOfFocus();
  show();
  if (document.activeElement === document.body) area?.();
}

// areaOfFocus returns what gives the focus back to the part of the page that has
// it now, where that part is drawn anew: the pair that is chosen, the first time,
// else what takes the choice back.
function areaOfFocus() {
  const at = document.activeElement;
  const first = (selector) => () => (document.querySelector(selector) ?? document.querySelector('#chosen li:last-child button'))?.focus();
  if (at.closest('#pairs')) return first('#pairs [aria-pressed=true]');
  if (at.closest('#timeline')) return first('#timeline [role=button]');
  return at.closest('#panel') ? first('#chosen li:last-child button') : null;
}

// chooseEntity is of one, whatever others have its name.
const chooseEntity = (entity, role = '') => choose({ entity, who: nameOf(entity), role, pair: null });

// whom returns the places of the entities that are chosen; null is everybody.
function whom() {
  if (chosen.entity !== null) return new Set([chosen.entity]);
  const typed = chosen.who.trim().toLowerCase();
  if (!typed) return null;
  const exact = entities.filter((e) => e.name.toLowerCase() === typed);
  const alike = exact.length ? exact : entities.filter((e) => [e.name, ...e.names].some((name) => name.toLowerCase().includes(typed)));
  return new Set(alike.map((e) => e.index));
}

function filter() {
  const who = whom();
  const words = chosen.words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (thing) => words.every((word) => haystack(thing).includes(word));
  remaining.statements = statements.filter((s) => statementFits(s, who) && found(s));
  remaining.meetings = meetings.filter((m) => meetingFits(m, who) && found(m));
}

const inTime = ({ date, last }) => (!chosen.from || (date && last >= chosen.from)) && (!chosen.to || (date && date <= chosen.to));
const among = (named, who) => named.some((n) => who.has(n.entity));

function statementFits(s, who) {
  if (s.again && !chosen.copies) return false;
  if (chosen.act && chosen.act !== s.act && chosen.act !== s.family.name) return false;
  if (chosen.article !== '' && s.article !== Number(chosen.article)) return false;
  if (chosen.pair && !pairFits(s, chosen.pair)) return false;
  const roles = chosen.role ? [chosen.role] : ['speakers', 'to', 'about', 'by'];
  return inTime(s) && (!who || roles.some((role) => among(s[role], who)));
}

function meetingFits(m, who) {
  if (chosen.article !== '' && !m.reports.some((r) => r.article === Number(chosen.article))) return false;
  if (chosen.pair && !(among(m.who, new Set([chosen.pair.from])) && among(m.who, new Set([chosen.pair.to])))) return false;
  return inTime(m) && (!who || among(m.who, who));
}

// pairFits says whether the statement is one from the first of a pair to or about
// the second; of those who met, either may speak.
function pairFits(s, { kind, from, to }) {
  const one = (a, b) => s.speakers.some((n) => n.entity === a) && [...s.to, ...s.about].some((n) => n.entity === b);
  return one(from, to) || (kind === 'met' && one(to, from));
}

// Fields and what they hold.

function readForm() {
  const read = Object.fromEntries(['words', 'who', 'role', 'act', 'from', 'to', 'article'].map((name) => [name, field(name).value]));
  chosen = { ...chosen, ...read, copies: field('copies').checked };
  if (chosen.entity !== null && chosen.who !== nameOf(chosen.entity)) chosen.entity = null;
  show();
}

function fillForm() {
  const said = new Map();
  for (const s of statements) said.set(s.act, (said.get(s.act) ?? 0) + 1);
  field('act').append(el('option', { value: '' }, 'any'));
  for (const family of data.families) {
    const acts = family.acts.filter((act) => said.has(act));
    if (acts.length === 0) continue;
    field('act').append(el('optgroup', { label: `${family.sign} ${family.name}` },
      el('option', { value: family.name }, `all that ${family.name}`),
      acts.map((act) => el('option', { value: act }, `${act.toLowerCase()} (${said.get(act)})`))));
  }
  field('article').append(el('option', { value: '' }, 'all'),
    ...articles.map((a, i) => el('option', { value: i }, shortened([a.date, a.headline || a.id].filter(Boolean).join('  '), 90))));
  byId('names').append(...entities.map((e) => el('option', { value: e.name })));
  byId('copies').hidden = !statements.some((s) => s.again);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', later(readForm, 120));
}

// showChosen lists what is chosen, each to be taken back, and counts the rest.
function showChosen() {
  const labels = {
    words: () => `“${shortened(chosen.words, 40)}”`,
    who: () => shortened(chosen.who, 40) + (chosen.role ? ` as ${field('role').selectedOptions[0].text}` : ''),
    act: () => chosen.act.toLowerCase(),
    from: () => `from ${dateText({ date: chosen.from })}`,
    to: () => `to ${dateText({ date: chosen.to })}`,
    article: () => shortened(titleOf(chosen.article), 60),
    pair: () => `${nameOf(chosen.pair.from)} ${chosen.pair.kind === 'met' ? '–' : '→'} ${nameOf(chosen.pair.to)}`,
  };
  const chips = Object.keys(labels).filter((name) => chosen[name] !== '' && chosen[name] !== null).map((name) => chip(name, labels[name]()));
  if (chips.length > 1) chips.push(el('li', {}, el('button', { type: 'button', click: () => choose(nothing) }, 'everything')));
  byId('chosen').replaceChildren(...chips);
  const all = statements.filter((s) => chosen.copies || !s.again).length;
  byId('count').textContent = `${remaining.statements.length.toLocaleString('en')} of ${plural(all, 'statement')}, `
    + `${remaining.meetings.length.toLocaleString('en')} of ${plural(meetings.length, 'meeting')}`;
}

function chip(name, label) {
  const back = { [name]: nothing[name], ...(name === 'who' ? { entity: null, role: '' } : {}) };
  return el('li', {}, el('button', { type: 'button', 'aria-label': `Take back ${label}`, click: () => { choose(back); field('words').focus(); } }, isolated(label)));
}
