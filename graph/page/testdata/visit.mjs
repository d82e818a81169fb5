// Does with pages what a reader does, by mouse and keyboard, and prints what is to
// be seen as JSON:
//
//   node visit.mjs '{"chromium", "handmade", "many", "pictures"}'
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const config = JSON.parse(process.argv[2]);
const seen = { requests: [], errors: [] };
const browser = await chromium.launch({ executablePath: config.chromium, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
try {
  const page = await open(config.handmade);
  seen.hostile = await hostile(page);
  seen.landmarks = await landmarks(page);
  seen.filtered = await filters(page);
  seen.sorted = await sorts(page);
  seen.evidence = await evidence(page);
  seen.keys = await keys(page);
  seen.drawing = await drawing(page);
  seen.time = await time(page);
  seen.look = await look(page);
  await page.close();
  seen.many = await many(await open(config.many));
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function open(file) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1500 }, colorScheme: 'light', reducedMotion: 'reduce' });
  page.setDefaultTimeout(30_000);
  page.on('request', (request) => { if (request.url() !== `file://${file}`) seen.requests.push(request.url()); });
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('dialog', (dialog) => { seen.errors.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(`file://${file}`);
  await drawn(page);
  return page;
}

// drawn waits until the drawing is of what is chosen.
async function drawn(page) {
  await page.waitForTimeout(400);
}

function count(page) {
  return page.innerText('#count');
}

function takeBack(page) {
  return page.evaluate(() => choose(nothing));
}

function focused(page) {
  return page.evaluate(() => document.activeElement.innerText || document.activeElement.name);
}

// hostile says what the texts of articles, and what the policy is to prevent, have done.
async function hostile(page) {
  const before = seen.errors.length;
  const done = await page.evaluate(async () => {
    const add = (name, change) => document.body.append(change(document.createElement(name)));
    const tried = [
      () => add('script', (e) => { e.append('window.ran = 4'); return e; }),
      () => add('p', (e) => { e.setAttribute('onclick', 'window.ran = 5'); e.click(); return e; }),
      () => add('p', (e) => { e.innerHTML = '<img src=x onerror="window.ran = 6">'; return e; }),
      () => add('img', (e) => { e.src = 'https://example.org/picture.png'; return e; }),
      () => fetch('https://example.org/').then(() => { window.ran = 7; }, () => {}),
    ];
    const before = document.body.lastElementChild;
    for (const attempt of tried) try { await attempt(); } catch { /* the policy refuses it at once */ }
    await new Promise((resolve) => setTimeout(resolve, 200));
    while (document.body.lastElementChild !== before) document.body.lastElementChild.remove();
    return { ran: window.ran ?? 0, images: document.images.length, scripts: document.scripts.length,
      links: [...document.querySelectorAll('a')].map((a) => a.protocol).filter((p) => p === 'javascript:').length };
  });
  done.refused = seen.errors.splice(before).length; // by the policy, which the browser tells
  seen.requests = seen.requests.filter((url) => !url.startsWith('https://example.org/'));
  return done;
}

async function landmarks(page) {
  return page.evaluate(() => ({
    areas: ['header', 'search', 'main', 'footer'].filter((name) => document.querySelector(name)),
    unlabelled: [...document.querySelectorAll('input, select')].filter((field) => !field.labels.length).map((field) => field.name),
    nameless: [...document.querySelectorAll('button')].filter((b) => !(b.getAttribute('aria-label') || b.textContent).trim()).length,
    headers: [...document.querySelectorAll('#panel th')].filter((th) => th.scope === 'col').map((th) => th.innerText),
    live: document.querySelector('#count').getAttribute('aria-live'),
  }));
}

async function filters(page) {
  const after = {};
  for (const [name, act] of Object.entries({
    all: () => {},
    words: () => page.fill('[name=words]', 'FERRY harbour'),
    who: () => page.fill('[name=who]', 'bo doe'),
    speaker: async () => { await page.fill('[name=who]', 'bo doe'); await page.selectOption('[name=role]', 'speakers'); },
    act: () => page.selectOption('[name=act]', 'WARN'),
    family: () => page.selectOption('[name=act]', 'opposes'),
    from: () => page.fill('[name=from]', '2026-01-20'),
    to: () => page.fill('[name=to]', '2026-01-20'),
    article: () => page.selectOption('[name=article]', '2'),
    copies: () => page.check('[name=copies]'),
    none: () => page.fill('[name=words]', 'nobody said this'),
  })) {
    await act();
    await drawn(page);
    after[name] = await count(page);
    await takeBack(page);
  }
  return after;
}

async function sorts(page) {
  const column = () => page.locator('#panel td.sure').allInnerTexts();
  const sorted = [];
  for (let i = 0; i < 3; i++) {
    await page.click('#panel th.sure button');
    sorted.push({ sort: await page.getAttribute('#panel th.sure', 'aria-sort'), first: (await column())[0] });
  }
  return sorted;
}

// evidence opens, by keys alone, the sentence behind the second statement.
async function evidence(page) {
  await page.locator('#panel .more').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const opened = { text: await page.innerText('.evidence'), marks: await page.locator('.evidence mark').allInnerTexts(), expanded: await page.locator('[aria-expanded=true]').count() };
  await page.keyboard.press('Escape');
  return { ...opened, closed: await page.locator('.evidence').count(), focused: await focused(page) };
}

async function keys(page) {
  await page.locator('[role=tab]').first().focus();
  await page.keyboard.press('ArrowRight');
  const tab = await page.innerText('[role=tab][aria-selected=true]');
  const meetings = await page.locator('#panel td.words').allInnerTexts();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('/');
  const search = await focused(page);
  await page.locator('#panel td.names .plain', { hasText: 'Bo Doe' }).first().click();
  await page.locator('#panel .more').first().focus();
  const narrowed = await count(page);
  await page.keyboard.press('Escape');
  const order = [];
  await page.locator('.skip').focus();
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.className));
  }
  return { tab, meetings, search, narrowed, escaped: await count(page), order };
}

// drawing clicks a node and a line where they are drawn, and a pair in the list.
async function drawing(page) {
  const lines = await page.evaluate(() => drawing.edges().map((e) => `${e.source().data('label').slice(0, 8)} ${e.data('label')} ${e.target().data('label').slice(0, 8)} ${e.data('group')}`).sort());
  const click = async (find) => {
    const box = await page.locator('#drawing').boundingBox();
    const at = await page.evaluate(find);
    await page.mouse.click(box.x + at.x, box.y + at.y);
    await drawn(page);
    return count(page);
  };
  const node = await click(() => drawing.nodes().filter((n) => n.data('label') === 'Bo Doe').renderedPosition());
  const chosen = await page.innerText('#chosen');
  await takeBack(page);
  await drawn(page);
  await page.locator('#pairs button').first().click();
  const pair = await count(page);
  const pressed = await page.evaluate(() => document.activeElement.getAttribute('aria-pressed')); // the focus stays
  await takeBack(page);
  await page.uncheck('#lines [name=met]');
  const fewer = await page.locator('#pairs li').count();
  await page.check('#lines [name=met]');
  await page.locator('#drawing').focus();
  const before = await page.evaluate(() => drawing.zoom());
  await page.keyboard.press('+');
  return { lines, node, chosen, pair, pressed, fewer, closer: await page.evaluate(() => drawing.zoom()) > before };
}

async function time(page) {
  const bars = await page.locator('#timeline [role=button]').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));
  await page.locator('#timeline [role=button]').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await drawn(page);
  const chosen = { from: await page.inputValue('[name=from]'), to: await page.inputValue('[name=to]'), focused: await page.evaluate(() => document.activeElement.getAttribute('aria-label')) };
  await takeBack(page);
  return { bars, chosen };
}

// look is the page's background, and the colour of a node, in light and dark.
async function look(page) {
  const colours = async (name) => {
    await drawn(page);
    if (config.pictures) await page.screenshot({ path: join(config.pictures, `${name}.png`) });
    return page.evaluate(() => [getComputedStyle(document.body).backgroundColor, drawing.nodes('[kind = "person"]')[0].style('background-color')].join(' '));
  };
  const looks = { light: await colours('light') };
  await page.emulateMedia({ colorScheme: 'dark' });
  looks.dark = await colours('dark');
  await page.locator('#look-auto').focus();
  await page.keyboard.press('ArrowRight');
  looks.lightChosen = await colours('light-chosen');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('ArrowRight');
  looks.darkChosen = await colours('dark-chosen');
  return looks;
}

// many measures, in milliseconds, how long a page of 2000 statements is busy.
async function many(page) {
  const busy = (what) => page.evaluate((what) => {
    const start = performance.now();
    ({ show: () => show(), words: () => choose({ words: 'story 7' }), draw: () => { drawing.key = ''; draw(pairsOf(linesChosen()).slice(0, mostPairs)); } })[what]();
    document.body.offsetHeight;
    return performance.now() - start;
  }, what);
  const start = await page.evaluate(() => performance.timing.domComplete - performance.timing.navigationStart);
  const result = { start, show: await busy('show'), note: await page.innerText('#hidden-note'), rows: await page.locator('#panel tbody tr').count(), lines: await page.evaluate(() => drawing.edges().length), page: await page.innerText('.pages span') };
  await page.click('[data-turn=Further]');
  result.further = await page.innerText('.pages span');
  await page.fill('[name=words]', 'boundless');
  await drawn(page);
  await page.locator('#panel .more').first().click();
  result.long = { cell: (await page.innerText('#panel .more')).length, sentence: (await page.innerText('.evidence blockquote')).length, high: (await page.locator('.evidence blockquote').boundingBox()).height,
    wide: await page.evaluate(() => document.documentElement.scrollWidth - innerWidth) };
  result.words = await busy('words');
  result.draw = await busy('draw');
  return result;
}
