// Opens the board in a real Chromium and checks what a reader would complain about. Needs nothing but Node and Chromium:
//   BASE_URL        where the board is served (http://127.0.0.1:8080); without it the stand-in of fake-board.mjs is used
//   LOGIN, PASSWORD a one-time password of an account of the ministry; needed with BASE_URL
//   ECHARTS         path of echarts.esm.min.js for the stand-in
//   SCREENSHOT_DIR  where the pictures go (default: ./board-screenshots)
//   CHROMIUM        the browser (default: /usr/bin/chromium)
//   BROWSER_TOOLS   a folder whose node_modules has playwright-core and axe-core (default: tablet-survey)
// Prints one line of JSON; exit code 1 and one line per complaint if anything is wrong.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startFakeBoard } from './fake-board.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(process.env.BROWSER_TOOLS ?? join(here, '../../../../tablet-survey'));
const require = createRequire(join(tools, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const SCREENSHOTS = resolve(process.env.SCREENSHOT_DIR ?? 'board-screenshots');
const SIZES = [
  { name: 'wall', width: 1920, height: 1080 },
  { name: 'laptop', width: 1280, height: 800 },
  { name: 'phone', width: 390, height: 844 },
];
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const AUTHORITY = { name: 'authority', path: '/board/' };
const COMPARISON = { name: 'comparison', path: '/board/vergleich.html' };
const WAIT_MILLIS = 20_000;

const complaints = [];
const checks = { pages: 0, facts: 0 };

function expect(isTrue, complaint) {
  checks.facts++;
  if (!isTrue) {
    complaints.push(complaint);
  }
}

mkdirSync(SCREENSHOTS, { recursive: true });
const fake = process.env.BASE_URL ? null : await startFakeBoard({ echarts: process.env.ECHARTS ?? null });
const base = process.env.BASE_URL?.replace(/\/$/, '') ?? fake.url;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
let signedIn;
try {
  if (fake === null) {
    signedIn = await signIn();
  }
  for (const size of SIZES) {
    for (const colorScheme of ['light', 'dark']) {
      for (const view of [AUTHORITY, COMPARISON]) {
        await checkLook(view, size, colorScheme);
      }
    }
  }
  await checkFormats();
  await checkChoosingAuthority();
  await checkChoosingPeriod();
  await checkQuietPolling();
  await checkKeyboard();
  await checkServerAway();
  await checkUnknownAuthority();
  await checkEmptyDatabase();
  await checkPaper();
  if (fake !== null) {
    await checkEveryState();
  }
} catch (error) {
  complaints.push(`stopped: ${error.message.split('\n').slice(0, 3).join(' ')}`);
} finally {
  await browser.close();
  await fake?.close();
}
console.log(JSON.stringify({ ok: complaints.length === 0, ...checks, complaints: complaints.length, screenshots: SCREENSHOTS }));
complaints.forEach((complaint) => console.error(`board: ${complaint}`));
process.exitCode = complaints.length === 0 ? 0 : 1;

/** As a person does it the first time: from the board to the form, to a password of one's own, and back to the board. */
async function signIn() {
  const page = await open('/board/', { quiet: true });
  await page.waitForURL('**/console/sign-in**');
  await checkAxe(page, 'sign-in');
  await page.getByLabel('Anmeldename').fill(process.env.LOGIN);
  await page.getByLabel('Passwort').fill(process.env.PASSWORD);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.waitForURL('**/console/first-password**');
  await checkAxe(page, 'first password');
  await page.getByLabel('Neues Passwort', { exact: true }).fill('ein Haus am See im Regen');
  await page.getByLabel('Neues Passwort wiederholen').fill('ein Haus am See im Regen');
  await page.getByRole('button', { name: 'Passwort speichern' }).click();
  await page.locator('#figures').waitFor({ state: 'visible' });
  expect(new URL(page.url()).pathname === '/board/', 'sign-in: does not lead back to the board');
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** A page in a foreign time zone and language: the board must speak German and Berlin time all the same. */
async function open(path, { size = SIZES[1], colorScheme = 'light', quiet = false, prepare = null } = {}) {
  const context = await browser.newContext({
    viewport: { width: size.width, height: size.height }, colorScheme, locale: 'en-US', timezoneId: 'America/New_York',
    permissions: ['clipboard-read', 'clipboard-write'], storageState: signedIn,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MILLIS);
  if (!quiet) {
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${path}: console says ${message.text()}`));
  }
  page.on('pageerror', (error) => complaints.push(`${path}: script error ${error.message}`));
  await prepare?.(page);
  await page.goto(base + path);
  checks.pages++;
  return page;
}

async function openWithFigures(view, options = {}) {
  const page = await open(view.path, options);
  await page.locator('#figures').waitFor({ state: 'visible' });
  if (view === AUTHORITY) {
    await page.locator('#trend-chart canvas, #trend-empty:not([hidden])').first().waitFor({ state: 'visible' });
  }
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  return page;
}

/** Asks the server at once instead of in ten seconds. */
function askAgain(page) {
  return page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function shoot(page, name, fullPage = false) {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage });
}

async function checkLook(view, size, colorScheme) {
  const name = `${view.name}-${size.name}-${colorScheme}`;
  const page = await openWithFigures(view, { size, colorScheme });
  await shoot(page, name);
  await shoot(page, `${name}-full`, true);
  await checkLayout(page, name);
  await checkAxe(page, name);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const label = await page.locator('#simulated').boundingBox();
  expect(label !== null && label.y >= 0 && label.y < size.height, `${name}: «Simulierte Daten» is not on the screen at the foot of the page`);
  const words = await page.locator('body').innerText();
  expect(words.includes('Simulierte Daten'), `${name}: «Simulierte Daten» is missing`);
  expect(/Stand (\d{1,2}\. \S+, )?\d\d:\d\d\u202fUhr/.test(words), `${name}: «Stand … Uhr» is missing`);
  expect(!/\d[ \u00a0]?%/.test(words), `${name}: a percent sign without narrow no-break space: ${/.{0,20}\d[ \u00a0]?%/.exec(words)?.[0]}`);
  expect(!/\d\.\d+\s?%|NaN|undefined|Infinity|\[object/.test(words), `${name}: not a German figure: ${/.{0,20}(\d\.\d+\s?%|NaN|undefined|Infinity|\[object)/.exec(words)?.[0]}`);
  for (const details of await page.locator('details:not([hidden])').all()) {
    await details.locator('summary').click();
    expect(await details.locator('tbody tr').first().isVisible(), `${name}: the table does not open`);
  }
  await checkLayout(page, `${name} with tables`);
  await checkAxe(page, `${name} with tables`);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, `${name}-tables`, true);
  await page.context().close();
}

/** No text is cut off, leaves the screen, or lies on other text. */
async function checkLayout(page, name) {
  const found = await page.evaluate(() => {
    const problems = [];
    if (document.documentElement.scrollWidth > innerWidth) {
      problems.push(`page is ${document.documentElement.scrollWidth} px wide on a screen of ${innerWidth} px`);
    }
    const placed = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (node.data.trim() === '' || !parent.checkVisibility() || parent.closest('.visually-hidden, .skip, select, noscript, .chart-tooltip, .comparison thead')) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const inTable = parent.closest('.table-scroll') !== null;
      for (const box of range.getClientRects()) {
        const words = node.data.trim().slice(0, 40);
        if (!inTable && (box.left < -0.5 || box.right > innerWidth + 0.5)) {
          problems.push(`«${words}» leaves the screen`);
        }
        for (let around = parent; around !== document.body && !inTable; around = around.parentElement) {
          const edge = around.getBoundingClientRect();
          const cuts = getComputedStyle(around).overflow !== 'visible' || around.matches('td, th, .tile, .panel, li, .likert-bar span');
          if (cuts && getComputedStyle(around).display !== 'inline' && (box.right > edge.right + 1 || box.left < edge.left - 1 || box.bottom > edge.bottom + 2)) {
            problems.push(`«${words}» does not fit its ${around.className || around.tagName}`);
          }
        }
        if (!inTable && !parent.closest('.simulated')) {
          placed.push({ box, words });
        }
      }
    }
    placed.forEach((one, index) => {
      for (const other of placed.slice(index + 1)) {
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 2 && height > 5) {
          problems.push(`«${one.words}» lies on «${other.words}»`);
        }
      }
    });
    return problems;
  });
  expect(found.length === 0, `${name}: ${found.slice(0, 5).join('; ')}`);
}

async function checkAxe(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document));
  const summary = violations.map((violation) => `${violation.id} at ${violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
  expect(violations.length === 0, `${name}: axe finds ${summary.join('; ')}`);
}

async function checkFormats() {
  const page = await open('/board/');
  const said = await page.evaluate(async (url) => {
    const format = await import(url);
    return [
      format.percent(0.866), format.percentRange(0.6, 0.962), format.count(1234567), format.minutes(17.4), format.minutes(0.4),
      format.mean(1.12), format.mean(-0.26), format.clock('2026-10-25T00:30:00Z'), format.clock('2026-10-25T01:30:00Z'),
      format.berlinDay('2026-11-21T23:30:00Z'), format.period('quarter', '2026-10-01'), format.period('month', '2026-03-01'),
      format.longDay('2026-11-22'), format.minutesNumber(14.5), format.daysUpTo('2026-03-01', 2).join(' '),
    ];
  }, `${base}/board/format.js`);
  const wanted = [
    '87\u202f%', '60 bis 96\u202f%', '1.234.567', '17\u202fMin.', 'unter 1\u202fMin.',
    '+1,1', '\u22120,3', '02:30\u202fUhr', '02:30\u202fUhr',
    '2026-11-22', '4.\u202fQuartal 2026', 'März 2026',
    'Sonntag, 22. November 2026', '14,5', '2026-02-28 2026-03-01',
  ];
  wanted.forEach((words, index) => expect(said[index] === words, `format: «${said[index]}» instead of «${words}»`));
  await page.context().close();
}

async function checkChoosingAuthority() {
  const page = await openWithFigures(AUTHORITY);
  const select = page.getByLabel('Behörde wählen');
  const names = await select.locator('option').allInnerTexts();
  const first = await page.locator('h1').innerText();
  expect(/[?&]amt=/.test(page.url()), 'authority: the address does not name the authority');
  await select.selectOption({ label: names.find((name) => name !== first) });
  await page.waitForFunction((before) => document.querySelector('h1').textContent !== before, first);
  const second = await page.locator('h1').innerText();
  await page.reload();
  await page.locator('#figures').waitFor({ state: 'visible' });
  expect((await page.locator('h1').innerText()) === second, 'authority: the address does not keep the choice');
  await page.goBack();
  await page.waitForFunction((before) => document.querySelector('h1').textContent === before, first);
  await page.getByRole('link', { name: 'Pilotvergleich' }).click();
  await page.locator('#comparison tbody tr').first().waitFor();
  await page.context().close();
}

async function checkChoosingPeriod() {
  const page = await openWithFigures(COMPARISON);
  const select = page.getByLabel('Zeitraum wählen');
  const options = await select.locator('option').evaluateAll((all) => all.map((option) => option.value));
  const before = await page.locator('#period-name').innerText();
  const other = options.findLast((value) => value !== options[0]);
  if (other !== undefined) {
    await select.selectOption(other);
    await page.waitForFunction((old) => document.querySelector('#period-name').textContent !== old, before);
    expect(page.url().includes(`zeitraum=${other}`), 'comparison: the address does not keep the period');
  }
  const names = await page.locator('#comparison .group-pilot tr:not(.group-title, .group-sum) th').allInnerTexts();
  const sorted = [...names].sort(new Intl.Collator('de').compare);
  expect(names.length > 0 && names.join() === sorted.join(), `comparison: not sorted by name: ${names.join(', ')}`);
  await page.locator('#comparison-table summary').click();
  await page.getByRole('button', { name: 'Tabelle kopieren' }).click();
  await page.getByText('Kopiert', { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.includes('\t') && copied.split('\n').length > names.length, 'comparison: the table is not in the clipboard');
  await askAgain(page);
  expect(await page.locator('#comparison-table table').isVisible(), 'comparison: asking again closes the table');
  await page.context().close();
}

/** Asking again and getting the same figures must not touch the page. */
async function checkQuietPolling() {
  for (const view of [AUTHORITY, COMPARISON]) {
    const answers = new Map();
    const prepare = (page) => page.route('**/v1/board/**', async (route) => {
      const url = route.request().url();
      if (!answers.has(url)) {
        answers.set(url, await (await route.fetch()).json());
      }
      await route.fulfill({ json: answers.get(url) });
    });
    const page = await openWithFigures(view, { prepare });
    await page.evaluate(() => {
      globalThis.touched = 0;
      const watch = { childList: true, subtree: true, characterData: true };
      new MutationObserver((changes) => (globalThis.touched += changes.length)).observe(document.querySelector('main'), watch);
    });
    const answered = page.waitForResponse(/v1.board.(authorities.|comparison)/);
    await askAgain(page);
    await answered;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const touched = await page.evaluate(() => globalThis.touched);
    expect(touched === 0, `${view.name}: asking again changes ${touched} things although the figures are the same`);
    await page.context().close();
  }
}

async function checkKeyboard() {
  const page = await openWithFigures(AUTHORITY);
  const reached = [];
  for (let press = 0; press < 8; press++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      const outlined = getComputedStyle(document.activeElement).outlineStyle !== 'none';
      return `${document.activeElement.tagName}${box.bottom > 0 && outlined ? '' : ' unseen'}`;
    }));
  }
  expect(['A', 'SELECT', 'SUMMARY'].every((tag) => reached.includes(tag)), `keyboard: reaches only ${reached.join(', ')}`);
  expect(reached.every((tag) => tag.startsWith('BODY') || !tag.endsWith('unseen')), `keyboard: focus cannot be seen: ${reached.join(', ')}`);
  await page.context().close();
}

async function checkServerAway() {
  const page = await openWithFigures(AUTHORITY, { quiet: true });
  const value = await page.locator('.tile-value').last().innerText();
  await page.route('**/v1/board/**', (route) => route.abort());
  await askAgain(page);
  await page.locator('#connection:not(:empty)').waitFor();
  expect(/Zahlen von .*\d\d:\d\d\u202fUhr/.test(await page.locator('#connection').innerText()), 'server away: the note does not say of when the figures are');
  expect((await page.locator('.tile-value').last().innerText()) === value, 'server away: the figures are gone');
  await checkLayout(page, 'server away');
  await checkAxe(page, 'server away');
  await shoot(page, 'server-away');
  await page.unroute('**/v1/board/**');
  await askAgain(page);
  await page.waitForFunction(() => document.querySelector('#connection').textContent === '');
  await page.context().close();

  const cold = await open('/board/', { quiet: true, prepare: (one) => one.route('**/v1/board/**', (route) => route.abort()) });
  await cold.getByRole('heading', { name: 'Der Server antwortet nicht' }).waitFor();
  await checkAxe(cold, 'server away from the start');
  await cold.context().close();
}

async function checkUnknownAuthority() {
  const page = await open('/board/?amt=gibt-es-nicht', { quiet: true, size: SIZES[2] });
  await page.getByRole('heading', { name: 'Diese Behörde gibt es hier nicht' }).waitFor();
  expect((await page.locator('#message').innerText()).includes('gibt-es-nicht'), 'unknown authority: the name is not repeated');
  await checkLayout(page, 'unknown authority');
  await checkAxe(page, 'unknown authority');
  await shoot(page, 'unknown-authority');
  const select = page.getByLabel('Behörde wählen');
  await select.selectOption(await select.locator('option:not([disabled])').first().getAttribute('value'));
  await page.locator('#figures').waitFor({ state: 'visible' });
  await page.context().close();
}

async function checkEmptyDatabase() {
  const nothing = { simulated: false, asOf: '2026-11-22T10:00:00Z', authorities: [], periods: [], period: { kind: 'month', start: '2026-10-01', end: '2026-11-01' }, pilots: null, comparison: null };
  for (const view of [AUTHORITY, COMPARISON]) {
    const page = await open(view.path, { prepare: (one) => one.route('**/v1/board/**', (route) => route.fulfill({ json: nothing })) });
    await page.getByRole('heading', { name: 'Noch keine Behörde eingerichtet' }).waitFor();
    expect(!(await page.locator('#simulated').isVisible()), `empty ${view.name}: says «Simulierte Daten» without any`);
    await checkLayout(page, `empty ${view.name}`);
    await checkAxe(page, `empty ${view.name}`);
    await shoot(page, `empty-${view.name}`);
    await page.context().close();
  }
}

async function checkPaper() {
  for (const view of [AUTHORITY, COMPARISON]) {
    const page = await openWithFigures(view, { colorScheme: 'dark' });
    const pdf = await page.pdf({ path: join(SCREENSHOTS, `${view.name}.pdf`), format: 'A4', printBackground: true });
    expect(pdf.length > 10_000, `${view.name}: nothing on paper`);
    await page.context().close();
  }
}

/** The stand-in has one authority for every edge. */
async function checkEveryState() {
  const page = await openWithFigures(AUTHORITY, { size: SIZES[2] });
  const select = page.getByLabel('Behörde wählen');
  const names = await select.locator('option').allInnerTexts();
  const wanted = {
    0: ['Das Aufrufsystem meldet Besuche.', 'Vorlauf bis zum Termin', '23\u202fTage', 'unter 2 Wochen: 18\u202f%'],
    1: ['Rathaus Nord: Aufrufsystem meldet nichts seit', 'Außenstelle Süd: Das Aufrufsystem hat noch keinen', 'wann der Termin gebucht wurde'],
    2: ['zu wenige Antworten'],
    3: ['noch keine Angaben', 'Kein Aufrufsystem angeschlossen'],
    4: ['zu wenige Besuche', 'hat noch keinen Besuch gemeldet'],
    5: ['unter 1\u202fMin.'],
    6: [/Aufrufsystem meldet (seit 1\u202fStd. nichts|nichts seit)/, /Nachträglich geänderte Wartezeiten: .*korrigiert; .*; \d+ weitere/],
  };
  for (const [index, phrases] of Object.entries(wanted)) {
    const name = names[index];
    await select.selectOption({ label: name });
    await page.waitForFunction((chosen) => document.querySelector('h1').textContent === chosen, name);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const said = await page.locator('#figures').innerText();
    for (const words of phrases) {
      expect(words instanceof RegExp ? words.test(said) : said.includes(words), `${name}: «${words}» is missing`);
    }
    const values = await page.locator('.tile-suppressed .tile-value, .tile-none .tile-value').allInnerTexts();
    expect(values.every((value) => !/\d/.test(value)), `${name}: a number where there is none: ${values.join(', ')}`);
    await checkLayout(page, name);
    await checkAxe(page, name);
    await shoot(page, `state-${index}`, true);
  }
  await page.context().close();
  const comparison = await openWithFigures(COMPARISON);
  const said = await comparison.locator('#comparison').innerText();
  for (const words of ['zu wenige Antworten für einen Vergleich', 'keine Angaben', 'unter 100']) {
    expect(said.includes(words), `comparison: «${words}» is missing`);
  }
  await comparison.context().close();
}
