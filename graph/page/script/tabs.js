// The four tables: statements, meetings, people and bodies, articles.

// kinds are the shapes of entities, here and in the drawing.
const kinds = {
  person: { title: 'person', shape: 'ellipse', path: 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10' },
  country: { title: 'country', shape: 'round-rectangle', path: 'M1.5 1.5h9v9h-9z' },
  organization: { title: 'body', shape: 'diamond', path: 'M6 .5L11.5 6 6 11.5.5 6z' },
  place: { title: 'place', shape: 'triangle', path: 'M6 1L11.5 11H.5z' },
};

const kindSign = (kind) => svg('svg', { class: 'kind-sign', viewBox: '0 0 12 12', role: 'img', 'aria-label': kinds[kind].title },
  svg('path', { d: kinds[kind].path, fill: `var(--${kind})` }));

const actSign = (s) => el('span', { class: `act ${s.family.name}`, 'data-sign': s.family.sign }, s.act ?? '');

const entityLink = (entity) => plain(() => chooseEntity(entity), isolated(nameOf(entity)));
const entityLinks = (named) => separated(named.map((n) => entityLink(n.entity)));
const clamped = (text, length) => el('span', { class: 'clamp', dir: 'auto' }, shortened(text, length));
const quietly = (text) => el('span', { class: 'role' }, text);

function speakers(s) {
  return s.speakers.length || !s.source ? entityLinks(s.speakers) : el('span', { class: 'source' }, isolated(shortened(s.source, 120)));
}

const said = (s) => el('span', { class: 'clamp', dir: 'auto' }, s.notSaid ? quietly('not said: ') : null, shortened(s.text));
const firstName = (named) => (named.length ? nameOf(named[0].entity) : '');

const statementTable = new Table('Statements: who said what to whom', [
  { title: 'When', name: 'day', cell: dateText, sort: (s) => s.date },
  { title: 'Who', name: 'names', cell: speakers, sort: (s) => firstName(s.speakers) || s.source },
  { title: 'Act', name: 'act-cell', cell: actSign, sort: (s) => s.act },
  { title: 'To whom', name: 'names', cell: addressees, sort: (s) => firstName(s.to) || firstName(s.about) },
  { title: 'Words', name: 'words', opens: true, cell: said, sort: (s) => s.text },
  { title: 'Article', name: 'article', cell: (s) => clamped(titleOf(s.article), 120), sort: (s) => titleOf(s.article) },
  { title: 'Sure', name: 'sure', cell: (s) => sure(s.confidence), sort: (s) => s.confidence, start: true },
], evidenceOf);

// addressees are followed by whom the words accuse, praise or ask.
function addressees(s) {
  const targets = s.about.filter((n) => n.role === 'target' && !s.to.some((to) => to.entity === n.entity));
  return [entityLinks(s.to), targets.length ? el('div', {}, quietly('of '), entityLinks(targets)) : null];
}

const meetingTable = new Table('Meetings: who met whom', [
  { title: 'When', name: 'day', cell: dateText, sort: (m) => m.date },
  { title: 'Meeting', name: 'words', opens: true, cell: (m) => clamped(m.name ?? 'A meeting'), sort: (m) => m.name },
  { title: 'Who', name: 'names', cell: participants, sort: (m) => firstName(m.who) },
  { title: 'Where', name: 'names', cell: (m) => separated(whereOf(m).map(isolated)), sort: (m) => whereOf(m)[0] },
  { title: 'How', name: 'how', cell: (m) => m.mode ?? '', sort: (m) => m.mode },
  { title: 'Status', name: 'how', cell: (m) => m.status ?? '', sort: (m) => m.status },
  { title: 'Articles', name: 'number', cell: (m) => m.reports.length, sort: (m) => m.reports.length, start: true },
  { title: 'Sure', name: 'sure', cell: (m) => sure(m.confidence), sort: (m) => m.confidence, start: true },
], evidenceOfMeeting);

function participants(m) {
  return separated(m.who.map((n) => [entityLink(n.entity), n.role === 'participant' ? null : quietly(` ${n.role}`)]));
}

function whereOf(m) {
  return [...m.places.map(nameOf), ...(m.venue ? [shortened(m.venue, 80)] : [])];
}

const officeText = (o) => `${o.former ? 'former ' : ''}${o.title}, ${nameOf(o.of)}`;

const peopleTable = new Table('People, countries, organizations and places', [
  { title: 'Name', name: 'names', opens: true, cell: (p) => [kindSign(p.entity.kind), isolated(nameOf(p.entity.index))], sort: (p) => p.entity.name },
  { title: 'Offices', name: 'offices', cell: (p) => clamped(p.entity.offices.map(officeText).join('; ')), sort: (p) => p.entity.offices.map(officeText)[0] },
  { title: 'Said', name: 'number', cell: (p) => p.speakers || '', sort: (p) => p.speakers, start: true },
  { title: 'Was told', name: 'number', cell: (p) => p.to || '', sort: (p) => p.to, start: true },
  { title: 'Spoken of', name: 'number', cell: (p) => p.about || '', sort: (p) => p.about, start: true },
  { title: 'Meetings', name: 'number', cell: (p) => p.met || '', sort: (p) => p.met, start: true },
  { title: 'Articles', name: 'number', cell: (p) => p.entity.articles.length, sort: (p) => p.entity.articles.length, start: true },
], evidenceOfEntity);

function evidenceOfEntity({ entity }) {
  const all = () => {
    chooseEntity(entity.index);
    tabs.open(0);
  };
  return el('div', { class: 'evidence' }, terms([
    ['Also called', shortened(entity.names.join(', '), 1000)],
    ['Kind', kinds[entity.kind].title],
    ...entity.offices.map((o) => ['Office', [isolated(officeText(o)), el('ul', {}, o.in.slice(0, 5).map((spot) => el('li', {}, place(spot))))]]),
    ['Wikidata', entity.wikidata ? link(`https://www.wikidata.org/wiki/${encodeURIComponent(entity.wikidata)}`, entity.wikidata) : null],
    ['Named in', separated(entity.articles.map((a) => plain(() => choose({ article: String(a) }), isolated(shortened(titleOf(a), 90)))), '; ')],
    ['Facts', plain(all, `what ${nameOf(entity.index)} said, was told and was said of`)],
  ]));
}

// peopleRows counts what remains of each, those who say most first.
function peopleRows() {
  const rows = new Map();
  const count = (entity, what) => {
    const row = rows.get(entity) ?? { entity: entities[entity], speakers: 0, to: 0, about: 0, met: 0 };
    row[what]++;
    rows.set(entity, row);
  };
  for (const s of remaining.statements) for (const role of ['speakers', 'to', 'about']) for (const n of s[role]) count(n.entity, role);
  for (const m of remaining.meetings) for (const n of m.who) count(n.entity, 'met');
  const all = (row) => row.speakers + row.to + row.about + row.met;
  return [...rows.values()].sort((a, b) => b.speakers - a.speakers || all(b) - all(a) || a.entity.index - b.entity.index);
}

const articleTable = new Table('Articles', [
  { title: 'Date', name: 'day', cell: (a) => dateText(a), sort: (a) => a.date },
  { title: 'Headline', name: 'words', opens: true, cell: (a) => clamped(a.headline || a.id), sort: (a) => a.headline || a.id },
  { title: 'Publisher', name: 'names', cell: (a) => isolated(shortened(a.publisher ?? '', 80)), sort: (a) => a.publisher },
  { title: 'Statements', name: 'number', cell: (a) => a.statements || '', sort: (a) => a.statements, start: true },
  { title: 'Meetings', name: 'number', cell: (a) => a.meetings || '', sort: (a) => a.meetings, start: true },
], evidenceOfArticle);

function evidenceOfArticle(a) {
  const all = () => {
    choose({ article: String(a.index) });
    tabs.open(0);
  };
  return el('div', { class: 'evidence' }, terms([
    ['Address', a.url ? link(a.url, isolated(shortened(a.url, 300))) : null],
    ['Copy of', a.copyOf === undefined ? null : isolated(titleOf(a.copyOf))],
    ['Facts', plain(all, 'what is said in this article')],
  ]));
}

function articleRows() {
  const rows = new Map();
  const count = (index, what) => {
    const row = rows.get(index) ?? { ...articles[index], index, statements: 0, meetings: 0 };
    row[what]++;
    rows.set(index, row);
  };
  for (const s of remaining.statements) count(s.article, 'statements');
  for (const m of remaining.meetings) for (const r of m.reports) count(r.article, 'meetings');
  return [...rows.values()].sort((a, b) => a.index - b.index);
}

// tabs shows one table at a time; only that one is drawn.
const tabs = {
  all: [
    { title: 'Statements', table: statementTable, rows: () => remaining.statements },
    { title: 'Meetings', table: meetingTable, rows: () => remaining.meetings },
    { title: 'People and bodies', table: peopleTable, rows: peopleRows },
    { title: 'Articles', table: articleTable, rows: articleRows },
  ],
  at: 0,

  draw() {
    byId('tabs').replaceChildren(...this.all.map((tab, i) => el('button', {
      type: 'button', role: 'tab', id: `tab-${i}`, 'aria-controls': 'panel', 'aria-selected': String(i === this.at), tabindex: i === this.at ? 0 : -1,
      click: () => this.open(i), keydown: (event) => this.key(event),
    }, tab.title, el('span', { class: 'number' }, tab.rows().length.toLocaleString('en')))));
    const { table, rows } = this.all[this.at];
    table.set(rows());
    byId('panel').setAttribute('aria-labelledby', `tab-${this.at}`);
    byId('panel').replaceChildren(table.element);
  },

  open(i) {
    this.at = i;
    this.draw();
    byId(`tab-${i}`).focus();
  },

  key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    this.open((this.at + step + this.all.length) % this.all.length);
    event.preventDefault();
  },
};

const revealStatement = (index) => reveal(0, statements[index], remaining.statements);
const revealMeeting = (index) => reveal(1, meetings[index], remaining.meetings);

// reveal shows a fact, whatever is chosen.
function reveal(tab, fact, shown) {
  if (!shown.includes(fact)) choose({ ...nothing, copies: chosen.copies || Boolean(fact.again) });
  if (tabs.at !== tab) tabs.open(tab);
  tabs.all[tab].table.reveal(fact);
}
