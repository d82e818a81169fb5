// The drawing: entities, and a line for each pair of them with the number of
// statements from one to, or of, the other; the strongest pairs only.

const mostPairs = 60;
let drawing = null;

// pairsOf counts what remains by pair, the strongest first.
function pairsOf(kindsOfLine) {
  const pairs = new Map();
  const add = (kind, from, to, family) => {
    if (from === to || !kindsOfLine.has(kind)) return;
    const group = kind === 'met' ? 'met' : 'said';
    const key = `${group} ${from} ${to}`;
    const pair = pairs.get(key) ?? { key, group, from, to, count: 0, kinds: new Set(), families: new Map() };
    pair.count++;
    pair.kinds.add(kind);
    if (family) pair.families.set(family, (pair.families.get(family) ?? 0) + 1);
    pairs.set(key, pair);
  };
  for (const s of remaining.statements) {
    const to = new Set(s.to.map((n) => n.entity));
    const about = new Set(s.about.map((n) => n.entity).filter((e) => !to.has(e) || !kindsOfLine.has('to')));
    for (const { entity: from } of s.speakers) {
      for (const e of to) add('to', from, e, s.family);
      for (const e of about) add('about', from, e, s.family);
    }
  }
  for (const m of remaining.meetings) {
    const who = [...new Set(m.who.map((n) => n.entity))].sort((a, b) => a - b);
    who.forEach((a, i) => who.slice(i + 1).forEach((b) => add('met', a, b, null)));
  }
  const weight = (p) => p.count + (p.kinds.has('to') ? 0.5 : 0);
  return [...pairs.values()].sort((a, b) => weight(b) - weight(a) || a.from - b.from || a.to - b.to);
}

const strongest = (pair) => [...pair.families].sort((a, b) => b[1] - a[1])[0]?.[0];

const linesChosen = () => new Set([...byId('lines').querySelectorAll('input:checked')].map((input) => input.name));

function showPairs() {
  const all = pairsOf(linesChosen());
  const shown = all.slice(0, mostPairs);
  byId('pairs').replaceChildren(...shown.map(pairItem));
  const more = all.length - shown.length;
  byId('hidden-note').textContent = more > 0
    ? `The ${mostPairs} strongest of ${all.length.toLocaleString('en')} pairs are shown; the other ${more.toLocaleString('en')} appear as you choose somebody, a time or an article.`
    : all.length === 0 ? 'No line: of what remains, nothing is said to or of anybody by name.' : '';
  drawSoon(shown);
}

function pairItem(pair) {
  const met = pair.group === 'met';
  const chosenNow = chosen.pair?.key === pair.key;
  const parts = [...pair.families].map(([family, n]) => `${n} ${family.name}`).join(', ');
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, [...pair.families].sort((a, b) => b[1] - a[1])
    .map(([family, n]) => widened(el('i', { class: family.name }), n)));
  return el('li', {}, el('button', { type: 'button', class: 'plain', 'aria-pressed': String(chosenNow), title: met ? 'met' : parts, click: () => choosePair(pair) },
    el('span', {}, isolated(nameOf(pair.from)), el('span', { class: 'arrow', 'aria-label': met ? 'met' : 'to' }, met ? '–' : '→'), isolated(nameOf(pair.to))),
    el('span', { class: 'count' }, met ? `met${pair.count > 1 ? ' ' + pair.count : ''}` : String(pair.count)), met ? null : bar));
}

function widened(element, n) {
  element.style.flexGrow = n; // a property, which the page's policy allows, not an attribute
  return element;
}

const choosePair = (pair) => choose({ pair: chosen.pair?.key === pair.key ? null : { key: pair.key, kind: pair.group, from: pair.from, to: pair.to } });

// colour returns what a variable of the style is just now.
function colour(name) {
  const probe = el('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

// drawingStyle is for a drawing that is shown at 1/large of its size: what is to
// be read is so much larger in it.
function drawingStyle(large = drawing?.large ?? 1) {
  const [ink, paper, quiet, accent] = ['ink', 'paper', 'quiet', 'accent'].map(colour);
  return [
    { selector: 'node', style: {
      width: (n) => n.data('size') * large, height: (n) => n.data('size') * large, 'border-width': 2 * large, 'border-color': paper,
      label: 'data(label)', color: ink, 'font-size': 12 * large, 'font-family': getComputedStyle(document.body).fontFamily, 'min-zoomed-font-size': 6,
      'text-valign': 'bottom', 'text-margin-y': 3 * large, 'text-wrap': 'wrap', 'text-max-width': 110 * large,
      'text-outline-color': paper, 'text-outline-width': 2 * large, 'text-outline-opacity': 0.9,
    } },
    ...Object.entries(kinds).map(([kind, { shape }]) => ({ selector: `node[kind = "${kind}"]`, style: { shape, 'background-color': colour(kind) } })),
    { selector: 'edge', style: {
      width: (e) => e.data('width') * large, 'curve-style': 'bezier', 'control-point-step-size': 26 * large, opacity: 0.78,
      'line-color': quiet, 'target-arrow-color': quiet, 'target-arrow-shape': 'triangle', 'arrow-scale': 1.1,
      label: 'data(label)', color: ink, 'font-size': 10.5 * large, 'min-zoomed-font-size': 7, 'text-events': 'yes',
      'text-background-color': paper, 'text-background-opacity': 0.85, 'text-background-padding': 2, 'text-background-shape': 'round-rectangle',
    } },
    { selector: 'edge[group = "met"]', style: {
      'line-style': 'dashed', 'line-dash-pattern': [1.5 * large, 3.5 * large], 'line-color': colour('meeting'), 'target-arrow-shape': 'none', opacity: 0.7,
    } },
    { selector: 'edge[?dashed]', style: { 'line-style': 'dashed', 'line-dash-pattern': [6 * large, 4 * large] } },
    ...data.families.map(({ name }) => ({ selector: `edge[family = "${name}"]`, style: {
      color: colour(name), 'line-color': colour(`${name}-area`), 'target-arrow-color': colour(`${name}-area`),
    } })),
    { selector: 'node.chosen', style: { 'border-color': accent, 'border-width': 4 * large, 'font-weight': 'bold' } },
    { selector: 'edge.chosen', style: { opacity: 1, 'underlay-color': accent, 'underlay-opacity': 0.25, 'underlay-padding': 4 * large } },
    { selector: '.faint', style: { opacity: 0.13 } },
  ];
}

// elementsOf returns nodes and lines for pairs. Nodes that were there keep their
// places; others begin on a spiral, the strongest in the middle, so that the same
// data is always drawn alike.
function elementsOf(pairs) {
  const strength = new Map();
  for (const p of pairs) for (const e of [p.from, p.to]) strength.set(e, (strength.get(e) ?? 0) + p.count);
  const most = Math.max(12, ...strength.values());
  const mostOfPair = Math.max(6, ...pairs.map((p) => p.count));
  const nodes = [...strength].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([entity, n], rank) => ({
    data: { id: `e${entity}`, entity, kind: entities[entity].kind, label: shortened(nameOf(entity), 40), size: Math.min(50, 12 + 4.2 * Math.sqrt(n)) },
    position: drawing?.getElementById(`e${entity}`).position() ?? { x: 60 * Math.sqrt(rank) * Math.cos(2.4 * rank), y: 60 * Math.sqrt(rank) * Math.sin(2.4 * rank) },
  }));
  const lines = pairs.map((p) => {
    const family = strongest(p);
    return { data: {
      id: p.key, source: `e${p.from}`, target: `e${p.to}`, group: p.group, pair: p, family: family?.name ?? '', dashed: p.group === 'said' && !p.kinds.has('to'),
      width: 0.8 + 3.2 * Math.sqrt(p.count / mostOfPair), label: family && p.count > 1 ? `${family.sign} ${p.count}` : family?.sign ?? '',
    } };
  });
  return [...nodes, ...lines];
}

// draw draws pairs; the places are worked out anew where others than before are drawn.
function draw(pairs) {
  const key = pairs.map((p) => p.key + p.count).join();
  if (drawing?.key !== key) {
    const elements = elementsOf(pairs);
    const old = drawing;
    drawing = cytoscape({
      container: byId('drawing'), elements, style: drawingStyle(1), layout: { name: 'preset' },
      minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: false, autounselectify: true,
    });
    old?.destroy();
    drawing.key = key;
    listen(drawing);
    arrange(drawing);
  }
  markChosen();
}

function arrange(cy) {
  cy.layout({
    name: 'cose', animate: false, randomize: false, nodeDimensionsIncludeLabels: true, componentSpacing: 30, numIter: 1500,
    idealEdgeLength: () => 60, nodeRepulsion: () => 30000, edgeElasticity: () => 80, gravity: 1.2, nodeOverlap: 20,
  }).run();
  const box = cy.nodes().boundingBox();
  const wider = Math.max(1, Math.min(2.2, (cy.width() / cy.height()) / (box.w / box.h))); // as wide as its place
  cy.nodes().positions((node) => ({ x: node.position('x') * wider, y: node.position('y') }));
  for (let round = 0; round < 2; round++) { // what moves apart is shown smaller
    cy.fit(undefined, 24);
    cy.large = Math.max(1, Math.min(2.6, 0.95 / cy.zoom()));
    cy.style(drawingStyle(cy.large));
    apart(cy);
  }
  cy.fit(undefined, 24);
}

// apart moves nodes whose names would be written over one another, the shorter way.
function apart(cy) {
  const boxes = cy.nodes().map((node) => {
    const { x1, x2, y1, y2 } = node.boundingBox({ includeEdges: false });
    return { node, was: { x1, y1 }, x1, x2, y1, y2 };
  });
  const move = (box, x, y) => Object.assign(box, { x1: box.x1 + x, x2: box.x2 + x, y1: box.y1 + y, y2: box.y2 + y });
  for (let round = 0; round < 40; round++) {
    for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
      const over = { x: Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1), y: Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) };
      if (over.x <= 0 || over.y <= 0) continue;
      const way = over.x < over.y ? { x: over.x / 2, y: 0 } : { x: 0, y: over.y / 2 };
      const sign = (way.x ? a.x1 < b.x1 : a.y1 < b.y1) ? 1 : -1;
      move(a, -sign * way.x, -sign * way.y);
      move(b, sign * way.x, sign * way.y);
    }
  }
  cy.batch(() => boxes.forEach(({ node, x1, y1, was }) => node.shift({ x: x1 - was.x1, y: y1 - was.y1 })));
}

let drawSoon = (pairs) => {
  waiting = pairs;
  drawLater();
};
let waiting = [];
const drawLater = later(() => draw(waiting), 60);

function listen(cy) {
  const stage = byId('drawing');
  cy.on('tap', 'node', (event) => chooseEntity(event.target.data('entity')));
  cy.on('tap', 'edge', (event) => choosePair(event.target.data('pair')));
  cy.on('mouseover', 'node, edge', (event) => {
    const near = event.target.isNode() ? event.target.closedNeighborhood() : event.target.union(event.target.connectedNodes());
    cy.elements().not(near).addClass('faint');
    stage.style.cursor = 'pointer';
  });
  cy.on('mouseout', 'node, edge', () => {
    cy.elements().removeClass('faint');
    stage.style.cursor = '';
  });
}

function markChosen() {
  drawing.elements().removeClass('chosen');
  if (chosen.entity !== null) drawing.getElementById(`e${chosen.entity}`).addClass('chosen');
  if (chosen.pair) drawing.getElementById(chosen.pair.key).addClass('chosen');
}

// By the wheel the page is scrolled, and with Ctrl the drawing comes closer.
byId('drawing').parentElement.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
}, { capture: true, passive: true });

function zoom(how) {
  if (how === 'fit') drawing.animate({ fit: { padding: 34 } }, { duration: calm() ? 0 : 200 });
  else drawing.zoom({ level: drawing.zoom() * (how === 'in' ? 1.3 : 1 / 1.3), renderedPosition: { x: drawing.width() / 2, y: drawing.height() / 2 } });
}

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

byId('drawing').addEventListener('keydown', (event) => {
  const pan = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
  const how = { '+': 'in', '=': 'in', '-': 'out', 0: 'fit' }[event.key];
  if (pan) drawing.panBy({ x: pan[0], y: pan[1] });
  else if (how) zoom(how);
  else return;
  event.preventDefault();
});
for (const button of document.querySelectorAll('[data-zoom]')) button.addEventListener('click', () => zoom(button.dataset.zoom));
byId('lines').addEventListener('change', showPairs);

function fillLegend() {
  const used = new Set(entities.map((e) => e.kind));
  const acts = new Set(statements.map((s) => s.family.name));
  byId('legend').append(
    ...Object.keys(kinds).filter((kind) => used.has(kind)).map((kind) => el('li', { class: 'kind' }, kindSign(kind), kinds[kind].title)),
    ...data.families.filter((f) => acts.has(f.name)).map((f) => el('li', { class: f.name }, `${f.sign} ${f.name}`)));
}
