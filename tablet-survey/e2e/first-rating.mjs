// @ts-check
/*
 * One visitor online in Arabic, three offline, in a real browser: every rating must reach the server.
 *
 * Environment: BASE_URL (without /tablet/), DEVICE_TOKEN, SCREENSHOT_DIR, CHROMIUM (default /usr/bin/chromium).
 * Prints one line of JSON about what was sent; on failure says why and exits with 1.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const BASE_URL = setting('BASE_URL').replace(/\/+$/, '');
const DEVICE_TOKEN = setting('DEVICE_TOKEN');
const SCREENSHOT_DIR = setting('SCREENSHOT_DIR');
const PATIENCE_MILLIS = 30_000;
/** The smallest side of a face in CSS pixels: 20 mm at 160 px per inch. Phones have rows instead. */
const FACE_PIXELS = 126;
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {{ overall: number, language: string }[]} */
const sent = [];
/** @type {string[]} */
const complaints = [];

await mkdir(SCREENSHOT_DIR, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'tablet-survey-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  headless: true,
  viewport: SIZES[0] ?? null,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = context.pages()[0] ?? (await context.newPage());
page.setDefaultTimeout(PATIENCE_MILLIS);
watch();

try {
  await unpairedTablet();
  await pairing();
  await everyLanguageAndSize();
  await visitorOnline();
  await visitorsOffline();
  await backOnline();
  check(complaints.length === 0, `The page complained:\n${complaints.join('\n')}`);
  console.log(JSON.stringify({ sent: sent.length, ratings: sent }));
} catch (error) {
  await page.screenshot({ path: join(SCREENSHOT_DIR, 'failure.png') }).catch(() => undefined);
  console.error(`first-rating failed: ${error instanceof Error ? error.message : error}`);
  console.error(complaints.join('\n'));
  process.exitCode = 1;
} finally {
  await context.close();
  await rm(profile, { recursive: true, force: true });
}

async function unpairedTablet() {
  await page.goto(`${BASE_URL}/tablet/`);
  await state('screen', 'unpaired');
  await state('pairing', 'code');
  await page.locator('.qr').waitFor();
  await findNothingWithAxe('unpaired');
  await photographSizes('unpaired');
}

async function pairing() {
  await page.goto(`${BASE_URL}/tablet/#token=${DEVICE_TOKEN}`);
  await state('screen', 'rating');
  await page.waitForFunction(() => location.hash === '', undefined);
  check(!page.url().includes(DEVICE_TOKEN), 'The token stayed in the address');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await officeIsShown();
}

async function everyLanguageAndSize() {
  for (const language of ['en', 'ar', 'de']) {
    await choose(language);
    await page.evaluate(() => document.fonts.ready);
    await findNothingWithAxe(`rating-${language}`);
    await photographSizes(`rating-${language}`);
  }
}

async function visitorOnline() {
  await choose('ar');
  const xs = await page.locator('.faces button').evaluateAll((faces) => faces.map((face) => face.getBoundingClientRect().x));
  check((xs[0] ?? 0) > (xs[4] ?? 0), 'The faces are not mirrored in Arabic');
  await tap(4);
  const heading = await page.locator('h1').textContent();
  check(/[\u0600-\u06ff]/.test(heading ?? ''), `The thank-you is not in Arabic: ${heading}`);
  await thanked('ar');
  await state('queueDepth', '0');
}

async function visitorsOffline() {
  await context.setOffline(true);
  for (const [i, language] of ['de', 'en', 'de'].entries()) {
    await choose(language);
    await tap(/** @type {number} */ ([5, 2, 3][i]));
    await thanked(language);
    await state('queueDepth', String(i + 1));
  }
  const response = await page.reload();
  check(response?.fromServiceWorker() === true, 'The page did not come from the service worker');
  await state('screen', 'rating');
  await state('queueDepth', '3');
  await officeIsShown();
  await page.screenshot({ path: join(SCREENSHOT_DIR, 'offline-after-reload.png') });
}

async function backOnline() {
  await context.setOffline(false);
  await state('queueDepth', '0');
}

async function officeIsShown() {
  try {
    await page.locator('.office bdi:not(:empty)').waitFor();
  } catch {
    const now = await page.evaluate(() => JSON.stringify({ ...document.documentElement.dataset }));
    throw new Error(`The office's name does not appear, so the configuration did not arrive; the page is ${now}`);
  }
}

/** @param {string} language */
async function choose(language) {
  await page.locator(`.languages [lang=${language}]`).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** @param {number} overall */
async function tap(overall) {
  const language = (await page.locator('html').getAttribute('lang')) ?? '';
  await page.locator(`.faces [data-value="${overall}"]`).click();
  await state('screen', 'thanks');
  sent.push({ overall, language });
}

/**
 * Looks at the thank-you, then waits until the next visitor finds the start screen in German and taps would count.
 *
 * @param {string} language
 */
async function thanked(language) {
  check((await page.locator('h1').evaluate((h1) => h1 === document.activeElement)) === true, 'The focus is elsewhere');
  check(((await page.locator('[role=status]').textContent()) ?? '') !== '', 'The status says nothing');
  // The seal appears within 0.3 s; half-transparent it would have no contrast yet.
  await page.waitForFunction(() => getComputedStyle(document.querySelector('.seal') ?? document.body).opacity === '1');
  await page.screenshot({ path: join(SCREENSHOT_DIR, `thanks-${language}-${sent.length}.png`) });
  await findNothingWithAxe(`thanks-${language}`);
  await state('screen', 'rating');
  await page.locator('html[lang=de]').waitFor();
  await page.waitForTimeout(500);
}

/** @param {string} name */
async function photographSizes(name) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const label = `${name}-${size.width}x${size.height}`;
    await page.screenshot({ path: join(SCREENSHOT_DIR, `${label}.png`) });
    const { overflow, faces } = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const boxes = [...document.querySelectorAll('.faces button')].map((face) => face.getBoundingClientRect());
      return {
        overflow: Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight),
        faces: boxes.map(({ width, height }) => Math.min(width, height)),
      };
    });
    check(overflow <= 0, `${label} does not fit by ${overflow} px`);
    const least = size.width < 600 ? 72 : FACE_PIXELS;
    check(faces.every((side) => side >= least), `${label}: a face is smaller than ${least} px: ${faces.join(', ')}`);
  }
  await page.setViewportSize(/** @type {{ width: number, height: number }} */ (SIZES[0]));
}

/** @param {string} name */
async function findNothingWithAxe(name) {
  await page.evaluate(axe);
  const findings = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // @ts-ignore axe was put there one line above
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ n) => n.html).join(' ')}`);
  });
  check(findings.length === 0, `axe on ${name}:\n${findings.join('\n')}`);
}

/**
 * Waits for the page to be in a state that it tells on its root element.
 *
 * @param {string} name
 * @param {string} value
 */
async function state(name, value) {
  try {
    await page.waitForFunction(([key, wanted]) => document.documentElement.dataset[key ?? ''] === wanted, [name, value]);
  } catch {
    const now = await page.evaluate(() => ({ ...document.documentElement.dataset })).catch(() => 'unknown');
    throw new Error(`The page did not get to ${name}=${value}; it is ${JSON.stringify(now)}`);
  }
}

function watch() {
  page.on('pageerror', (error) => complaints.push(`Exception: ${error.message}`));
  page.on('console', (message) => {
    // The network failing is part of this test, and the page says so through its state.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`Console: ${message.text()}`);
    }
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${BASE_URL}/`)) {
      complaints.push(`Request to a third party: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.url().includes('/tablet/') && response.status() >= 400) {
      complaints.push(`Missing: ${response.status()} ${response.url()}`);
    }
  });
}

/**
 * @param {boolean} fact
 * @param {string} otherwise
 */
function check(fact, otherwise) {
  if (!fact) {
    throw new Error(otherwise);
  }
}

/** @param {string} name */
function setting(name) {
  const value = process.env[name];
  if (value === undefined || value === '') {
    console.error(`first-rating: ${name} is not set`);
    process.exit(2);
  }
  return value;
}
