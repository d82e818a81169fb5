// The time: how many statements each day, week, month, year or decade has, by
// families of acts, and its meetings. A click chooses that time, which is then
// shown in finer steps.

const mostSteps = 64;
const steps = [
  { name: 'day', start: (d) => d, next: (d) => shift(d, 0, 0, 1), format: formats.day },
  { name: 'week', start: (d) => shift(d, 0, 0, -((asDate(d).getUTCDay() + 6) % 7)), next: (d) => shift(d, 0, 0, 7), format: formats.day },
  { name: 'month', start: (d) => d.slice(0, 8) + '01', next: (d) => shift(d, 0, 1, 0), format: formats.month },
  { name: 'year', start: (d) => d.slice(0, 5) + '01-01', next: (d) => shift(d, 1, 0, 0), format: formats.year },
  { name: 'decade', start: (d) => d.slice(0, 3) + '0-01-01', next: (d) => shift(d, 10, 0, 0), format: formats.year },
];

function shift(day, years, months, days) {
  const d = asDate(day);
  d.setUTCFullYear(d.getUTCFullYear() + years, d.getUTCMonth() + months, d.getUTCDate() + days);
  return asDay(d);
}

// binsOf divides the time of what remains into the finest steps that fit.
function binsOf(facts) {
  const days = facts.map((f) => f.date).filter(Boolean).sort();
  if (days.length === 0) return { bins: [], step: steps[0] };
  const clip = (day) => (chosen.from && day < chosen.from ? chosen.from : day);
  const [first, last] = [clip(days[0]), clip(days.at(-1))];
  for (const step of steps) {
    const bins = [];
    for (let d = step.start(first); d <= last && bins.length <= mostSteps; d = step.next(d)) {
      bins.push({ from: d, to: shift(step.next(d), 0, 0, -1), families: new Map(), statements: 0, meetings: 0 });
    }
    if (bins.length <= mostSteps || step === steps.at(-1)) return { bins, step };
  }
}

function countInto(bins) {
  const find = (day) => bins.findLast((b) => b.from <= day) ?? bins[0];
  for (const s of remaining.statements) {
    if (!s.date) continue;
    const bin = find(s.date);
    bin.statements++;
    bin.families.set(s.family, (bin.families.get(s.family) ?? 0) + 1);
  }
  for (const m of remaining.meetings) if (m.date) find(m.date).meetings++;
}

const height = { meetings: 16, bars: 104, axis: 22 };

function showTimeline() {
  const { bins, step } = binsOf([...remaining.statements, ...remaining.meetings]);
  const undated = remaining.statements.filter((s) => !s.date).length;
  countInto(bins);
  const most = Math.max(1, ...bins.map((b) => b.statements));
  byId('timeline-note').textContent = [
    bins.length ? `a bar is a ${step.name}, the highest ${plural(most, 'statement')}; ◇ a meeting` : 'no dates',
    undated ? `${plural(undated, 'statement')} without a date` : '',
  ].filter(Boolean).join('; ');
  if (bins.length === 0) return byId('timeline').replaceChildren();
  const wide = byId('timeline').clientWidth || 800;
  const each = Math.min(90, wide / bins.length);
  const bottom = height.meetings + height.bars;
  const chart = svg('svg', { viewBox: `0 0 ${wide} ${bottom + height.axis}`, keydown: moveInTime },
    svg('path', { class: 'axis', d: `M0 ${bottom + .5}h${wide}` }),
    bins.map((bin, i) => barOf(bin, { x: i * each, each, most, bottom, label: step.format.format(asDate(bin.from)), first: i === 0 })),
    axis(bins, each, step, bottom));
  byId('timeline').replaceChildren(chart);
}

function barOf(bin, { x, each, most, bottom, label, first }) {
  const gap = Math.min(6, each * 0.2);
  let y = bottom;
  const parts = data.families.filter((f) => bin.families.has(f)).map((family) => {
    const tall = (bin.families.get(family) / most) * (height.bars - 6);
    y -= tall;
    return svg('rect', { class: family.name, x: x + gap / 2, y: y + .5, width: Math.max(1, each - gap), height: Math.max(.5, tall - .5) });
  });
  const middle = x + each / 2;
  const half = Math.min(5, each / 2.4);
  const diamond = bin.meetings ? svg('path', { class: 'meeting', d: `M${middle} ${8 - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z` }) : null;
  const words = `${label}: ${plural(bin.statements, 'statement')}, ${plural(bin.meetings, 'meeting')}`;
  const empty = bin.statements + bin.meetings === 0;
  return svg('g', empty ? {} : { role: 'button', tabindex: first ? 0 : -1, 'aria-label': words, click: () => choose({ from: bin.from, to: bin.to }) },
    svg('title', {}, words), svg('rect', { class: 'hit', x, y: 0, width: each, height: bottom, rx: 3 }), parts, diamond);
}

// axis labels as many bins as there is room for.
function axis(bins, each, step, bottom) {
  const room = Math.ceil(84 / each);
  return bins.map((bin, i) => (i % room || (i + room > bins.length && i > 0 && (bins.length - i) * each < 60) ? null
    : svg('text', { x: i * each, y: bottom + 16 }, step.format.format(asDate(bin.from)))));
}

function moveInTime(event) {
  const bars = [...event.currentTarget.querySelectorAll('[role=button]')];
  const at = bars.indexOf(event.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bars.length - 1 }[event.key];
  if (event.key === 'Enter' || event.key === ' ') bars[at]?.dispatchEvent(new MouseEvent('click'));
  else if (bars[to]) {
    bars[at].setAttribute('tabindex', -1);
    bars[to].setAttribute('tabindex', 0);
    bars[to].focus();
  } else return;
  event.preventDefault();
}
