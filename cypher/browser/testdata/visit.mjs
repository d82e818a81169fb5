// Does in the Neo4j Browser what a user does with newsgraph's files, and prints
// what is to be seen as JSON:
//
//   node visit.mjs '{"chromium", "address", "user", "password", "script", "style", "queries", "folders", "graphQuery", "guide", "screenshot"}'
//
// Every request that leaves the machine is blocked.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { chromium } from 'playwright-core';

const config = JSON.parse(process.argv[2]);
const patience = 120_000;
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const id = (name) => `[data-testid="${name}"]`;

const browser = await chromium.launch({ executablePath: config.chromium, args: flags });
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(patience);
  await stayLocal(page);
  await connect(page);
  const seen = { statements: await runScript(page) };
  await drop(page, config.style);
  await drop(page, config.queries);
  seen.folders = await favorites(page);
  seen.queries = await runFavorites(page, seen.folders);
  seen.graph = await drawGraph(page);
  seen.guide = await readGuide(page);
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function stayLocal(page) {
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const local = !url.protocol.startsWith('http') || ['127.0.0.1', 'localhost'].includes(url.hostname);
    return local ? route.continue() : route.abort();
  });
}

async function connect(page) {
  await page.goto(config.address + '/browser/', { waitUntil: 'domcontentloaded' });
  await page.fill(id('username'), config.user);
  await page.fill(id('password'), config.password);
  await page.click(id('connect'));
  await page.getByText('You are connected').first().waitFor();
}

// drop lets a file fall on the window.
async function drop(page, path) {
  const content = (await readFile(path)).toString('base64');
  await page.evaluate(({ content, name }) => {
    const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.querySelector('.filedrop').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, { content, name: basename(path) });
}

async function type(page, text) {
  await page.click(`${id('activeEditor')} .monaco-editor`);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

async function clear(page) {
  await type(page, ':clear');
  await page.click(id('editor-Run'));
  await page.waitForSelector(id('frame'), { state: 'detached' });
}

// runScript drops the script, runs it from the editor and counts its
// statements by their outcome.
async function runScript(page) {
  await clear(page);
  await drop(page, config.script);
  await page.click('.filedrop-paste-in-editor');
  await page.click(id('editor-Run'));
  const icons = page.locator(id('multi-statement-list-icon'));
  await icons.first().waitFor();
  await page.waitForFunction((icons) => [...document.querySelectorAll(icons)].every((i) => !/waiting|pending/.test(i.title)),
    id('multi-statement-list-icon'));
  const outcomes = {};
  for (const title of await icons.evaluateAll((all) => all.map((i) => i.title))) {
    outcomes[title] = (outcomes[title] ?? 0) + 1;
  }
  return outcomes;
}

// favorites opens the drawer and returns the titles in each folder.
async function favorites(page) {
  await page.click(id('navigationFavorites'));
  const folders = [];
  for (const folder of await page.locator('[data-testid^="savedScriptsFolder-"]').all()) {
    const name = (await folder.getAttribute('data-testid')).replace('savedScriptsFolder-', '');
    if (!config.folders.includes(name)) continue;
    await folder.locator(id(`expandFolder-${name}`)).click();
    folders.push({ name, titles: await folder.locator('[data-testid^="scriptTitle-"]').allInnerTexts() });
  }
  return folders;
}

// runFavorites runs every query by a click on its title and returns the line in
// which the Browser says what came of it: how much it found, or the error.
async function runFavorites(page, folders) {
  const outcomes = {};
  for (const title of folders.flatMap((folder) => folder.titles)) {
    await clear(page);
    outcomes[title] = await runFavorite(page, title);
  }
  return outcomes;
}

async function runFavorite(page, title) {
  await page.click(id(`scriptTitle-${title}`));
  await page.click(id('editor-Run'));
  const outcome = await page.waitForFunction((frame) =>
    document.querySelector(frame)?.innerText.match(/Displaying \d+ nodes, \d+ relationships|streaming \d+ records|no records|Neo\.\S+/)?.[0], id('frame'));
  return outcome.jsonValue();
}

// drawGraph runs the favorite that shows a graph and returns what is drawn.
async function drawGraph(page) {
  await clear(page);
  await runFavorite(page, config.graphQuery);
  await page.click('[title="Fullscreen"]');
  await page.click('[aria-label="zoom-to-fit"]');
  await page.waitForFunction(() => { // the drawing has come to rest
    const places = [...document.querySelectorAll('g.node')].map((n) => n.getAttribute('transform')).join();
    const still = places === window.placesBefore;
    window.placesBefore = places;
    return still;
  }, null, { polling: 1000 });
  await page.screenshot({ path: config.screenshot });
  const drawn = await page.evaluate(() => ({
    nodes: [...document.querySelectorAll('g.node')].map((n) => ({
      fill: n.querySelector('circle.b-outline').getAttribute('fill'),
      caption: [...n.querySelectorAll('text.caption')].map((t) => t.textContent.trim()).join(' ').trim(),
    })),
    relationships: [...document.querySelectorAll('g.relationship')].map((r) => r.querySelector('text').textContent.trim()),
  }));
  await page.click('[title="Close fullscreen"]');
  return drawn;
}

// readGuide shows the guide in the sidebar and returns its queries.
async function readGuide(page) {
  await type(page, `:guide ${config.guide}`);
  await page.click(id('editor-Run'));
  const drawer = page.locator(id('guidesDrawer'));
  const next = drawer.locator(id('guideNextSlide'));
  await next.waitFor();
  const queries = [];
  for (;;) {
    queries.push(...await drawer.locator('pre.runnable').evaluateAll((all) => all.map((p) => p.textContent.trim())));
    if (!await next.isEnabled()) return queries;
    await next.click();
  }
}
