import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeServer, type FakeServer } from '../../e2e/fake-server.mjs';
import { openDatabase, type Database } from '../outbox/database';
import { tokenInFragment } from './pairing';
import { Tablet } from './tablet';

let server: FakeServer;
let database: Database;
let networkIsDown: boolean;

beforeEach(async () => {
  server = await startFakeServer({ token: 'good' });
  database = await openDatabase(undefined, `tablet-${crypto.randomUUID()}`);
  networkIsDown = false;
});

afterEach(async () => {
  database.close();
  await server.close();
});

test('is not paired at first and takes no ratings then', async () => {
  const tablet = aTablet();
  expect(await tablet.identify(undefined)).toBe(false);
  await expect(tablet.store({ overall: 5, language: 'de' })).rejects.toThrow('not paired');
});

test('remembers its token and its office over a restart without network', async () => {
  const tablet = aTablet();
  expect(await tablet.identify('good')).toBe(true);
  await tablet.renewConfiguration();
  networkIsDown = true;
  const restarted = aTablet();
  expect(await restarted.identify(undefined)).toBe(true);
  await restarted.renewConfiguration();
  expect(restarted.configuration.value).toMatchObject({ officeName: 'Ausländerbehörde Musterstadt', simulated: true });
});

test('shows nothing of its former office after pairing with another', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.renewConfiguration();
  await tablet.identify('another');
  expect(tablet.configuration.value).toBeUndefined();
});

test('says that it is refused, also when nothing waits to be sent', async () => {
  const tablet = aTablet();
  await tablet.identify('unknown to the server');
  await tablet.renewConfiguration();
  await tablet.wake('timer');
  expect(tablet.delivery.value).toBe('refused');
});

test('stores a tap in whole seconds before it sends anything', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.store({ overall: 2, language: 'ar' });
  expect(server.posts).toEqual([]);
  await tablet.wake('timer');
  expect(server.taken.get(1)).toMatchObject({ ratedAt: '2026-11-22T10:15:30Z', language: 'ar', answers: { overall: 2 } });
  expect(tablet.queueDepth.value).toBe(0);
});

test.each([
  ['#token=abc-DEF_123.~+/==', 'abc-DEF_123.~+/=='],
  ['#token=', undefined],
  ['#token=a b', undefined],
  ['', undefined],
  ['#question', undefined],
])('reads the fragment %j as %j', (fragment, token) => {
  expect(tokenInFragment(fragment)).toBe(token);
});

function aTablet(): Tablet {
  return new Tablet(database, {
    fetch: (path, request) =>
      networkIsDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(`${server.url}${String(path)}`, request),
    ifAlone: (work) => work(),
    now: () => Date.parse('2026-11-22T10:15:30.987Z'),
    random: () => 0.5,
    wakeIn: () => undefined,
  });
}
