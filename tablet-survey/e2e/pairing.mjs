// @ts-check
/*
 * A tablet from its first code to its revocation and back, in a real browser against the stand-in server. Needs the built page
 * (`npm run build`). Environment: SCREENSHOT_DIR (default target/screenshots), CHROMIUM (default /usr/bin/chromium).
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startFakeServer } from './fake-server.mjs';

const root = join(import.meta.dirname, '..');
const shots = process.env['SCREENSHOT_DIR'] ?? join(root, 'target/screenshots');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
await mkdir(shots, { recursive: true });
const server = await startFakeServer({ directory: join(root, 'target/classes/assets/tablet'), token: 'of-nobody', interval: 0.3 });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
const page = await browser.newPage();
page.setDefaultTimeout(30_000);

try {
  await page.goto(`${server.url}/tablet/`);
  await state('pairing', 'code');
  await page.locator('.qr path').waitFor();
  await look('pairing-code');
  await page.reload();
  await state('pairing', 'code');
  check(server.office.codes === 1, 'A reload took a new code');

  server.office.decision = 'denied';
  await state('pairing', 'denied');
  await look('pairing-denied');
  server.office.decision = 'pending';
  await page.getByRole('button').click();
  await state('pairing', 'code');

  server.office.tokens.add('real-token');
  server.office.decision = 'real-token';
  await state('screen', 'rating');
  await page.locator('.office bdi:not(:empty)').waitFor();
  await until(() => server.office.heartbeats.length > 0, 'It did not report');
  const { batteryPercent, storagePersisted } = server.office.heartbeats[0];
  check(typeof storagePersisted === 'boolean', 'It does not say whether its storage lasts');
  check(typeof batteryPercent === 'number', 'It does not tell its battery, which Chromium knows');

  server.faults.push('unavailable');
  await page.locator('.faces [data-value="4"]').click();
  await state('queueDepth', '1');
  server.office.revoked = true;
  server.faults.push('unavailable', 'unavailable', 'unavailable', 'unavailable');
  await page.reload();
  await state('screen', 'revoked');
  await look('revoked');
  server.office.revoked = false;
  server.office.decision = 'pending';
  await page.getByRole('button').click();
  await state('pairing', 'code');
  check(await page.evaluate(() => document.documentElement.dataset['queueDepth'] === '1'), 'The queue was lost');
} catch (error) {
  await page.screenshot({ path: join(shots, 'failure.png') }).catch(() => undefined);
  console.error(`pairing failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}

/** @param {string} name */
async function look(name) {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(shots, `${name}-${size.width}x${size.height}.png`) });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight);
    });
    check(overflow <= 0, `${name} does not fit ${size.width}x${size.height} by ${overflow} px`);
  }
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
 * @param {string} name
 * @param {string} value
 */
async function state(name, value) {
  try {
    await page.waitForFunction(([key, wanted]) => document.documentElement.dataset[key ?? ''] === wanted, [name, value]);
  } catch {
    const now = await page.evaluate(() => JSON.stringify({ ...document.documentElement.dataset })).catch(() => 'unknown');
    throw new Error(`The page did not get to ${name}=${value}; it is ${now}`);
  }
}

/**
 * @param {() => boolean} fact
 * @param {string} otherwise
 */
async function until(fact, otherwise) {
  for (let i = 0; i < 100 && !fact(); i++) {
    await page.waitForTimeout(100);
  }
  check(fact(), otherwise);
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
