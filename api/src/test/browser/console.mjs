// Uses the console in a real Chromium as a new manager would: first password, a tablet, a measure, an export, sign out; looks at
// every page in passing with axe, on a desk and on a phone. Needs a running api:
//   BASE_URL        where it is served
//   LOGIN, PASSWORD a manager's account with a one-time password
//   MINISTRY        the session cookie of somebody of the ministry
//   SCREENSHOT_DIR  where pictures of all pages go, light and dark, wide and narrow; without it none are taken
//   CHROMIUM        the browser (default: /usr/bin/chromium)
//   BROWSER_TOOLS   a folder whose node_modules has playwright-core and axe-core (default: tablet-survey)
// Prints one line of JSON; exit code 1 and one line per complaint if anything is wrong.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(process.env.BROWSER_TOOLS ?? join(here, '../../../../tablet-survey'));
const require = createRequire(join(tools, 'package.json'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const BASE = process.env.BASE_URL.replace(/\/$/, '');
const PICTURES = process.env.SCREENSHOT_DIR ? resolve(process.env.SCREENSHOT_DIR) : null;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const OWN_PASSWORD = 'korrekt pferd batterie heftklammer';
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const complaints = [];
const checks = { pages: 0, facts: 0 };

function expect(isTrue, complaint) {
  checks.facts++;
  if (!isTrue) {
    complaints.push(complaint);
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
try {
  await managerFromFirstSignInToSignOut();
  await ministryLooksAround();
} catch (error) {
  complaints.push(`stopped: ${error.message.split('\n').slice(0, 4).join(' ')}`);
} finally {
  await browser.close();
}
console.log(JSON.stringify({ ok: complaints.length === 0, ...checks, complaints: complaints.length }));
complaints.forEach((complaint) => console.error(`console: ${complaint}`));
process.exitCode = complaints.length === 0 ? 0 : 1;

async function open() {
  const context = await browser.newContext({ viewport: DESK, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 422')) {
      complaints.push(`${page.url()}: console says ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: script error ${error.message}`));
  return page;
}

async function managerFromFirstSignInToSignOut() {
  const page = await open();
  const code = await startPairing();
  await page.goto(`${BASE}/console/tablets/pair?code=${code}`);
  await look(page, 'sign-in');
  await page.getByLabel('Anmeldename', { exact: true }).fill(process.env.LOGIN);
  await page.getByLabel('Passwort', { exact: true }).fill(process.env.PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Eigenes Passwort festlegen' }).waitFor();
  await look(page, 'first-password');
  await page.getByLabel('Neues Passwort', { exact: true }).fill(OWN_PASSWORD);
  await page.getByLabel('Neues Passwort wiederholen').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Passwort speichern' }).click();

  await page.getByRole('heading', { name: 'Tablet koppeln' }).waitFor();
  expect((await page.getByLabel('Code auf dem Tablet').inputValue()) === code, 'pair: the code was lost over signing in');
  await page.getByRole('button', { name: 'Koppeln' }).click();
  await page.getByRole('alert').waitFor();
  expect(await isDescribed(page, 'name'), 'pair: the error is not tied to its field');
  await look(page, 'tablet-pair-wrong');
  await page.goto(`${BASE}/console/tablets/pair?code=${code}`);
  await look(page, 'tablet-pair');
  await page.getByLabel('Bereich', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Name des Tablets').fill('Ausgang links');
  await page.getByLabel('Ich stehe vor dem Tablet').check();
  await page.keyboard.press('Enter');
  await page.getByRole('status').waitFor();
  expect((await page.getByRole('status').innerText()).includes('ist gekoppelt'), 'pair: nothing says that it is paired');
  expect(await page.getByRole('rowheader', { name: 'Ausgang links' }).isVisible(), 'tablets: the new one is not in the list');
  await look(page, 'tablets');
  await page.getByRole('link', { name: /^Umbenennen.*Ausgang links/ }).click();
  await look(page, 'tablet-rename');
  await page.goBack();
  await page.getByRole('link', { name: /^Schlüssel erneuern.*Ausgang links/ }).click();
  await look(page, 'tablet-token');
  await page.goBack();
  await page.getByRole('link', { name: /^Tablet abmelden.*Ausgang links/ }).click();
  await look(page, 'tablet-revoke');

  await page.getByRole('link', { name: 'Maßnahmen' }).click();
  await look(page, 'measures-empty');
  await page.getByRole('link', { name: 'Maßnahme eintragen' }).click();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('alert').waitFor();
  expect(await isDescribed(page, 'field'), 'measure: the error is not tied to its field');
  await look(page, 'measure-wrong');
  await page.getByLabel('Beginn', { exact: true }).fill('2026-03-01');
  await page.getByLabel('Handlungsfeld', { exact: true }).selectOption({ label: 'Interne Abläufe' });
  await page.getByLabel('Titel', { exact: true }).fill('Terminvergabe über das Internet');
  await page.getByLabel('Beschreibung').fill('Termine für Verlängerungen werden im Internet gebucht.\nDer Rest wie bisher am Telefon.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Die Maßnahme ist eingetragen.').waitFor();
  await page.getByText('Beschreibung zu').click();
  await look(page, 'measures');
  await page.getByRole('link', { name: /^Bearbeiten/ }).click();
  await look(page, 'measure');
  await page.getByRole('link', { name: 'Maßnahme zurückziehen' }).click();
  await look(page, 'measure-withdraw');

  await page.getByRole('link', { name: 'Export' }).click();
  await look(page, 'exports');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Datei herunterladen' }).click();
  const file = await download;
  const text = readFileSync(await file.path(), 'utf8');
  expect(/^visitenkarte-bewertungen-.*\.csv$/.test(file.suggestedFilename()), `export: called ${file.suggestedFilename()}`);
  expect(text.startsWith('\ufeffebene;behoerde;standort;'), `export: begins with ${text.slice(0, 40)}`);

  await page.getByRole('link', { name: 'Protokoll' }).click();
  for (const words of ['Tablet gekoppelt', 'Maßnahme eingetragen', 'Zahlen exportiert', 'Passwort geändert']) {
    expect(await page.getByRole('rowheader', { name: words }).first().isVisible(), `audit: «${words}» is missing`);
  }
  await look(page, 'audit');
  await checkKeyboard(page);
  await page.getByRole('link', { name: 'Übersicht' }).click();
  await look(page, 'home-manager');
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByText('Sie sind abgemeldet.').waitFor();
  await page.goto(`${BASE}/console/tablets`);
  expect(page.url().includes('/console/sign-in'), 'sign-out: still signed in');
  await page.context().close();
}

async function ministryLooksAround() {
  const page = await open();
  await page.context().addCookies([{ name: '__Host-visitenkarte', value: process.env.MINISTRY, url: BASE.replace('http:', 'https:'), secure: true }]);
  await page.goto(`${BASE}/console/`);
  await look(page, 'home-ministry');
  await page.getByRole('link', { name: 'Maßnahmen' }).first().click();
  expect((await page.getByRole('link', { name: /^Bearbeiten/ }).count()) === 0, 'measures: the ministry may write');
  await look(page, 'measures-ministry');
  await page.getByRole('link', { name: 'Export' }).first().click();
  await look(page, 'exports-ministry');
  await page.getByRole('link', { name: 'Freigabe' }).first().click();
  await page.getByLabel('Gruppe', { exact: true }).fill('3');
  await page.getByRole('button', { name: 'Für neue Freigaben übernehmen' }).click();
  await page.getByRole('alert').waitFor();
  await look(page, 'policy-wrong');
  await page.getByLabel('Gruppe', { exact: true }).fill('6');
  await page.getByRole('button', { name: 'Für neue Freigaben übernehmen' }).click();
  await page.getByRole('status').waitFor();
  await look(page, 'policy');
  await page.getByRole('link', { name: 'Protokoll' }).first().click();
  await look(page, 'audit-ministry');
  await page.context().close();
}

/** Axe on a desk; whether everything fits on a phone; axe on a phone too, in the dark too, and pictures, if they are wanted. */
async function look(page, name) {
  checks.pages++;
  await page.waitForLoadState('load');
  await page.evaluate(axe);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    if (size === DESK || PICTURES !== null) {
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      const found = violations.map((each) => `${each.id} at ${each.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
      expect(violations.length === 0, `${name} at ${size.width} px: axe finds ${found.join('; ')}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide <= size.width, `${name}: ${wide} px wide on a screen of ${size.width} px`);
    if (PICTURES !== null) {
      await shoot(page, `${name}-${size.width}`);
    }
  }
  const words = await page.locator('body').innerText();
  expect(!/undefined|null|\[object|\{\{/.test(words), `${name}: not for people: ${/.{0,30}(undefined|null|\[object|\{\{).{0,20}/.exec(words)?.[0]}`);
  await page.setViewportSize(DESK);
}

async function shoot(page, name) {
  mkdirSync(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    if (colorScheme === 'dark') {
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['color-contrast'] }));
      expect(violations.length === 0, `${name} dark: contrast of ${violations.flatMap((each) => each.nodes).slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
    }
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Every link and button can be reached, in the order of the page, and is seen when it is. */
async function checkKeyboard(page) {
  await page.goto(page.url());
  const wanted = await page.locator('a:visible, button:visible, input:visible, select:visible').count();
  const reached = [];
  for (let press = 0; press < wanted; press++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      return `${element.tagName} ${element.textContent.trim().slice(0, 20)}${style.outlineStyle === 'none' ? ' unseen' : ''}`;
    }));
  }
  expect(reached[0].startsWith('A Zum Inhalt'), `keyboard: begins with ${reached[0]}`);
  expect(reached.every((each) => !each.endsWith('unseen') && !each.startsWith('BODY')), `keyboard: ${reached.filter((each) => each.endsWith('unseen') || each.startsWith('BODY')).join(', ')}`);
}

async function isDescribed(page, id) {
  return page.evaluate((field) => {
    const element = document.getElementById(field);
    const error = document.getElementById(`${field}-error`);
    return element.getAttribute('aria-invalid') === 'true' && error !== null && element.getAttribute('aria-describedby').split(' ').includes(error.id);
  }, id);
}

async function startPairing() {
  const answer = await fetch(`${BASE}/v1/device/pairings`, { method: 'POST' });
  return (await answer.json()).userCode;
}
