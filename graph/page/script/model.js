// The data as package page writes it (data.go): lists whose members name one
// another by their place, and what is worked out from them once.

const data = JSON.parse(byId('data').textContent);
const { entities, articles, statements, meetings } = data;

const familyOf = new Map(data.families.flatMap((family) => family.acts.map((act) => [act, family])));
const otherActs = data.families[0];
const nameOf = (entity) => shortened(entities[entity].name.replace(/\s+/g, ' '), 120);
const titleOf = (article) => articles[article].headline || articles[article].id;

for (const [i, s] of statements.entries()) {
  s.index = i;
  s.family = familyOf.get(s.act) ?? otherActs;
  for (const role of ['speakers', 'to', 'about', 'by', 'responds']) s[role] ??= [];
  s.last = lastDay(s);
}
for (const [i, m] of meetings.entries()) {
  m.index = i;
  m.who ??= [];
  m.places ??= [];
  m.last = lastDay(m);
  m.confidence = Math.max(...m.reports.map((r) => r.confidence));
}
for (const [i, e] of entities.entries()) Object.assign(e, { index: i, names: e.names ?? [], offices: [] });
for (const office of data.offices) entities[office.person].offices.push(office);

// haystack has all words by which a statement or meeting is found.
function haystack(thing) {
  thing.hay ??= (thing.reports ? meetingWords(thing) : statementWords(thing)).join('\n').toLowerCase();
  return thing.hay;
}

function statementWords(s) {
  const named = [...s.speakers, ...s.to, ...s.about, ...s.by];
  return [s.text, s.sentence ?? '', s.source ?? '', s.verb ?? '', titleOf(s.article), articles[s.article].publisher ?? '',
    ...named.flatMap((n) => [nameOf(n.entity), n.as ?? ''])];
}

function meetingWords(m) {
  return [m.name ?? '', m.venue ?? '', m.mode ?? '', m.status ?? '', ...m.who.map((n) => nameOf(n.entity)), ...m.places.map(nameOf),
    ...m.reports.flatMap((r) => [r.sentence ?? '', titleOf(r.article)])];
}

// Dates. They are days without a time, as YYYY-MM-DD; one of lesser precision
// stands as its first day.

function asDay(date) {
  return date.toISOString().slice(0, 10);
}

function asDate(day) {
  return new Date(day + 'T00:00:00Z');
}

function lastDay({ date, precision }) {
  if (!date) return date;
  const end = asDate(date);
  if (precision === 'week') end.setUTCDate(end.getUTCDate() + 6);
  if (precision === 'month') end.setUTCMonth(end.getUTCMonth() + 1, 0);
  if (precision === 'year') end.setUTCMonth(12, 0);
  return asDay(end);
}

const formats = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
};

// dateText says a date as precisely as it is known: by the day of publication
// where that is all.
function dateText({ date, precision }) {
  if (!date) return '';
  const before = { week: 'week of ', published: 'by ' }[precision] ?? '';
  return before + (formats[precision] ?? formats.day).format(asDate(date));
}
