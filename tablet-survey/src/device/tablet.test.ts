import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeServer, type FakeServer } from '../../e2e/fake-server.mjs';
import { openDatabase, type Database } from '../outbox/database';
import { tokenInFragment } from './pairing';
import { REFUSAL_MILLIS, Tablet } from './tablet';

let server: FakeServer;
let database: Database;
let networkIsDown: boolean;
let now: number;

beforeEach(async () => {
  server = await startFakeServer({ token: 'good' });
  database = await openDatabase(undefined, `tablet-${crypto.randomUUID()}`);
  networkIsDown = false;
  now = Date.parse('2026-11-22T10:15:30.987Z');
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

test('asks for its configuration only once as long as it stays the same', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.renewConfiguration();
  await tablet.renewConfiguration();
  await aTablet().identify(undefined);
  expect(server.office.configurations).toBe(1);
  expect(tablet.configuration.value).toMatchObject({ areaName: 'Aufenthalt' });
});

test('tells the server how it is', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.store({ overall: 2, language: 'de' });
  now += 3 * 3_600_000 - 1_000;
  await tablet.report();
  expect(server.office.heartbeats).toEqual([
    {
      appVersion: '0.1.0+test',
      instrumentVersion: 1,
      queueDepth: 1,
      oldestRatingHours: 2,
      refused: 0,
      storagePersisted: true,
      deviceTime: '2026-11-22T13:15:29.987Z',
    },
  ]);
});

test('does not mind that the server is away when it reports', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  networkIsDown = true;
  await tablet.report();
  expect(tablet.standing.value).toBe('inUse');
});

test('fetches its configuration anew when it hears that it changed', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.renewConfiguration();
  server.office.revoked = true;
  await tablet.report();
  expect(tablet.standing.value).toBe('revoked');
});

test('is taken out of use for good when the server says so, and still sends what it has', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.store({ overall: 3, language: 'de' });
  server.office.revoked = true;
  await tablet.renewConfiguration();
  networkIsDown = true;
  const restarted = aTablet();
  await restarted.identify(undefined);
  expect(restarted.standing.value).toBe('revoked');
  networkIsDown = false;
  await restarted.wake('start');
  expect([...server.taken.keys()]).toEqual([1]);
});

test('does not believe the first answer that does not know it, but the one minutes later', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  server.office.tokens.clear();
  await tablet.report();
  expect([tablet.standing.value, tablet.delivery.value]).toEqual(['inUse', 'refused']);
  now += REFUSAL_MILLIS;
  await tablet.report();
  expect(tablet.standing.value).toBe('revoked');
  server.office.tokens.add('good');
  await tablet.report();
  expect(tablet.standing.value).toBe('inUse');
});

test('sends what was given before it was paired anew with the old token only, under the old numbers', async () => {
  const tablet = aTablet();
  await tablet.identify('good');
  await tablet.store({ overall: 1, language: 'de' });
  server.office.tokens = new Set(['new']);
  await tablet.identify('new');
  await tablet.wake('paired');
  expect([...server.taken.keys()]).toEqual([]);
  expect([tablet.queueDepth.value, tablet.delivery.value]).toEqual([1, 'leftover']);

  await tablet.store({ overall: 5, language: 'de' });
  await tablet.wake('timer');
  expect(server.taken.get(1)).toMatchObject({ answers: { overall: 5 } });
  expect(tablet.queueDepth.value).toBe(1);
});

describe('a new token', () => {
  beforeEach(() => {
    server.office.rotate = true;
    server.office.nextToken = 'next';
  });

  test('takes the place of the old one when it works, and numbers go on', async () => {
    const tablet = aTablet();
    await tablet.identify('good');
    await tablet.store({ overall: 1, language: 'de' });
    await tablet.wake('timer');
    server.office.tokens.add('next');
    await tablet.report();
    server.office.tokens = new Set(['next']);
    await tablet.store({ overall: 2, language: 'de' });
    await tablet.wake('timer');
    expect([...server.taken.keys()]).toEqual([1, 2]);
    expect(await tablet.enrolments.list()).toHaveLength(1);
  });

  test('is tried again later where the server does not know it yet, and the old one stays in use', async () => {
    const tablet = aTablet();
    await tablet.identify('good');
    await tablet.report();
    expect(await tablet.enrolments.findCurrent()).toMatchObject({ token: 'good', nextToken: 'next' });
    expect(tablet.standing.value).toBe('inUse');
    server.office.tokens.add('next');
    const restarted = aTablet();
    await restarted.identify(undefined);
    await restarted.report();
    expect(await restarted.enrolments.findCurrent()).toMatchObject({ token: 'next' });
  });

  test('is asked for anew when the server gave the first one up', async () => {
    const tablet = aTablet();
    await tablet.identify('good');
    await tablet.report();
    await tablet.report();
    expect((await tablet.enrolments.findCurrent())?.nextToken).toBeUndefined();
    server.office.nextToken = 'second';
    server.office.tokens.add('second');
    await tablet.report();
    expect(await tablet.enrolments.findCurrent()).toMatchObject({ token: 'second' });
  });

  test('costs nothing when its answer got lost', async () => {
    const tablet = aTablet();
    await tablet.identify('good');
    server.office.nextToken = undefined;
    await tablet.report();
    expect(await tablet.enrolments.findCurrent()).toMatchObject({ token: 'good' });
    expect(tablet.standing.value).toBe('inUse');
  });
});

function aTablet(): Tablet {
  return new Tablet(database, {
    fetch: (path, request) =>
      networkIsDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(`${server.url}${String(path)}`, request),
    ifAlone: (work) => work(),
    now: () => now,
    random: () => 0.5,
    wakeIn: () => undefined,
    appVersion: '0.1.0+test',
    readHardware: () => Promise.resolve({ storagePersisted: true }),
  });
}
