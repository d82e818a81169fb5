// The sentence behind a fact, and what else is known of it.

// marked is a sentence in which the words of a statement are marked; pieces of
// them that stand apart are joined by an ellipsis in the data.
function marked(sentence, words) {
  const parts = [];
  let at = 0;
  for (const piece of (words ?? '').split(' … ').filter(Boolean)) {
    const start = sentence.indexOf(piece, at);
    if (start < 0) continue;
    parts.push(sentence.slice(at, start), el('mark', {}, piece));
    at = start + piece.length;
  }
  return el('blockquote', { tabindex: sentence.length > 2000 ? 0 : null }, el('p', { dir: 'auto' }, parts, sentence.slice(at)));
}

// place says where in which article something stands.
function place({ article, start, end }) {
  const a = articles[article];
  return el('p', {}, link(a.url, isolated(titleOf(article))), a.publisher ? [', ', isolated(a.publisher)] : null,
    a.date ? `, ${dateText({ date: a.date })}` : null, `, characters ${start.toLocaleString('en')} to ${end.toLocaleString('en')}`);
}

function terms(pairs) {
  return el('dl', {}, pairs.filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .flatMap(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]));
}

// people names those at one end of a statement, each with the words of the article.
function people(named, role = '') {
  return separated(named.map((n) => [
    plain(() => chooseEntity(n.entity, role), isolated(nameOf(n.entity))),
    n.as && n.as !== nameOf(n.entity) ? [' “', isolated(shortened(n.as, 120)), '”'] : null,
    n.role && n.role !== 'participant' ? ` (${n.role})` : null,
  ]));
}

const separated = (items, comma = ', ') => items.flatMap((item, i) => (i ? [comma, item] : [item]));

function evidenceOf(s) {
  const source = s.source ? [el('span', { class: 'source' }, isolated(`“${s.source}”`))] : [];
  return el('div', { class: 'evidence' }, marked(s.sentence ?? s.text, s.text), place(s), terms([
    ['Said by', [people(s.speakers, 'speakers'), s.speakers.length && source.length ? ', ' : null, source].flat()],
    ['To', people(s.to, 'to')],
    ['About', people(s.about, 'about')],
    ['Passed on by', people(s.by)],
    ['Words', wording(s)],
    ['Date', s.date ? dateText(s) : null],
    ['Within', s.within === undefined ? null : toStatement(s.within)],
    ['Answers', separated(s.responds.map((r) => toStatement(r.statement, r.how ? `${r.how} ` : '')))],
    ['Said at', s.meeting === undefined ? null : plain(() => revealMeeting(s.meeting), isolated(meetings[s.meeting].name ?? 'a meeting'))],
    ['Sure', sure(s.confidence)],
  ]));
}

const toStatement = (index, words = '') => plain(() => revealStatement(index), words, isolated(`“${shortened(statements[index].text, 90)}”`));

// wording says what the verb, and the form of the words, tell.
function wording(s) {
  const quoted = s.quote ? 'quoted' : 'in the article’s words';
  return [s.verb ? `“${shortened(s.verb, 120)}”` : null, quoted, s.notSaid ? 'not said' : null, s.negative ? 'negative' : null, s.modality ?? null].filter(Boolean).join(', ');
}

const sure = (confidence) => confidence.toFixed(2);

function evidenceOfMeeting(m) {
  return m.reports.map((r) => el('div', { class: 'evidence' }, marked(r.sentence ?? r.name ?? '', ''), place(r), terms([
    ['Called', r.name && r.name !== m.name ? isolated(r.name) : null],
    ['Status', r.status ?? null],
    ['Sure', sure(r.confidence)],
  ])));
}
