// The page as a whole.

// show shows what remains of the facts by what is chosen.
function show() {
  filter();
  showChosen();
  showPairs();
  showTimeline();
  tabs.draw();
}

function contents() {
  const days = [...articles.map((a) => a.date), ...statements.map((s) => s.date)].filter(Boolean).sort();
  const published = articles.map((a) => a.date).filter(Boolean).sort();
  const span = (days.length && published.length) ? [published[0], published.at(-1)].map((date) => dateText({ date })) : [];
  const once = statements.filter((s) => !s.again).length;
  return [plural(articles.length, 'article'), [...new Set(span)].join(' – '), plural(once, 'statement'), plural(meetings.length, 'meeting'),
    plural(entities.length, 'person, country or body', 'people, countries and bodies')].filter(Boolean).join('  ·  ');
}

document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input:not([type=checkbox], [type=radio]), select');
  if (event.key === '/' && !typing) {
    field('words').focus();
    event.preventDefault();
  } else if (event.key === 'Escape' && !typing && chosen.pair) choose({ pair: null });
  else if (event.key === 'Escape' && !typing && chosen.entity !== null) choose({ entity: null, who: '', role: '' });
});

// Colours of the drawing follow those of the page.
const recolour = () => drawing?.style(drawingStyle());
document.querySelector('.switch').addEventListener('change', recolour);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);

new ResizeObserver(later(() => {
  drawing?.resize();
  showTimeline();
}, 150)).observe(byId('timeline'));

byId('contents').textContent = contents();
fillForm();
fillLegend();
show();
