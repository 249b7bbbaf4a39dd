import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeServer, type FakeServer } from '../../e2e/fake-server.mjs';
import { Enrolments } from '../device/enrolments';
import { openDatabase, type Database } from './database';
import { Outbox } from './outbox';
import { Sender, type Delivery } from './sender';

const START = Date.parse('2026-11-22T10:00:00Z');

let server: FakeServer;
let database: Database;
let outbox: Outbox;
let enrolments: Enrolments;
let tablet: number;
let now: number;
let alarms: { at: number; wake: () => void }[];
let deliveries: Delivery[];
let networkIsDown: boolean;
let locked: boolean;

beforeEach(async () => {
  server = await startFakeServer({ token: 'good' });
  database = await openDatabase(undefined, `sender-${crypto.randomUUID()}`);
  outbox = new Outbox(database);
  enrolments = new Enrolments(database);
  tablet = (await enrolments.pair('good')).id;
  now = START;
  alarms = [];
  deliveries = [];
  networkIsDown = false;
  locked = false;
});

afterEach(async () => {
  database.close();
  await server.close();
});

test('sends all that waits, fifty at a time, oldest first', async () => {
  await record(120);
  await aSender().wake('tap');
  expect(server.posts.map((batch) => [batch[0], batch.at(-1)])).toEqual([[1, 50], [51, 100], [101, 120]]);
  expect(await outbox.depth()).toBe(0);
  expect(deliveries.at(-1)).toBe('idle');
});

test('sends exactly what the contract names', async () => {
  await record(1);
  await aSender().wake('tap');
  expect(server.taken.get(1)).toEqual({
    sequenceNumber: 1,
    instrumentVersion: 1,
    language: 'de',
    ratedAt: '2026-11-22T09:59:00Z',
    answers: { overall: 5 },
  });
});

test('sends again when the answer got lost, and the server counts once', async () => {
  await record(3);
  server.faults.push('lost');
  const sender = aSender();
  await sender.wake('tap');
  expect(await outbox.depth()).toBe(3);
  await soundNextAlarm(sender);
  expect(server.posts).toEqual([[1, 2, 3], [1, 2, 3]]);
  expect(server.taken.size).toBe(3);
  expect(await outbox.depth()).toBe(0);
});

test('keeps everything on 503 and does not come back before Retry-After, not even for a tap or the network', async () => {
  await record(1);
  server.faults.push('unavailable');
  const sender = aSender();
  await sender.wake('tap');
  expect(await outbox.depth()).toBe(1);
  expect(deliveries.at(-1)).toBe('waiting');
  now += 999;
  await sender.wake('tap');
  await sender.wake('online');
  expect(server.posts).toHaveLength(1);
  await soundNextAlarm(sender);
  expect(await outbox.depth()).toBe(0);
});

test.each(['portal', 'forgetful', 'unavailable', 'unauthorized'] as const)('keeps the queue when the answer is %s', async (fault) => {
  await record(2);
  server.faults.push(fault);
  await aSender().wake('tap');
  expect(await outbox.depth()).toBe(2);
  expect(await outbox.listDeadLetters()).toEqual([]);
});

test('tries at once when the network comes back', async () => {
  await record(1);
  const sender = aSender();
  networkIsDown = true;
  await sender.wake('tap');
  await sender.wake('tap');
  expect(alarms).toHaveLength(1);
  networkIsDown = false;
  await sender.wake('online');
  expect(await outbox.depth()).toBe(0);
});

test('waits longer with every failure', async () => {
  await record(1);
  const sender = aSender();
  networkIsDown = true;
  await sender.wake('tap');
  for (let i = 0; i < 3; i++) {
    await soundNextAlarm(sender);
  }
  const waits = alarms.map((alarm, i) => alarm.at - (alarms[i - 1]?.at ?? START));
  expect(waits).toEqual([1_500, 2_500, 4_500, 8_500]);
});

test('sets rejected ratings aside and goes on', async () => {
  await record(1);
  server.faults.push('rejecting');
  await aSender().wake('tap');
  expect(await outbox.depth()).toBe(0);
  expect((await outbox.listDeadLetters()).map(({ sequenceNumber, reason }) => [sequenceNumber, reason])).toEqual([
    [1, 'unknown language'],
  ]);
});

test('halves the batch until the server takes it', async () => {
  await server.close();
  server = await startFakeServer({ token: 'good', largestBatch: 20 });
  await record(50);
  await aSender().wake('tap');
  expect(server.posts.map((batch) => batch.length)).toEqual([50, 25, 13, 13, 13, 11]);
  expect(await outbox.depth()).toBe(0);
});

test('does not loop on one rating that is too large', async () => {
  await record(1);
  server.faults.push('tooLarge');
  await aSender().wake('tap');
  expect(server.posts).toHaveLength(1);
  expect(await outbox.depth()).toBe(1);
});

test('tells the staff when the token is refused, keeps the queue and sends it after pairing anew', async () => {
  await record(1);
  server.faults.push('unauthorized');
  const sender = aSender();
  await sender.wake('tap');
  expect(deliveries.at(-1)).toBe('refused');
  expect(await outbox.depth()).toBe(1);
  await sender.wake('paired');
  expect(await outbox.depth()).toBe(0);
  expect(deliveries.at(-1)).toBe('idle');
});

test("sends each enrolment's ratings with its own token, and a former one does not hold up the current one", async () => {
  const former = (await enrolments.pair('revoked')).id;
  await outbox.record(former, aRating());
  await enrolments.pair('good');
  await record(1);
  const sender = aSender();
  await sender.wake('tap');
  expect(await outbox.batch(former, 50)).toHaveLength(1);
  expect(await outbox.batch(tablet, 50)).toHaveLength(0);
  expect(deliveries.at(-1)).toBe('leftover');
  await record(1);
  await sender.wake('tap');
  expect(await outbox.batch(tablet, 50)).toHaveLength(0);
});

test('leaves the queue alone while another tab sends', async () => {
  await record(1);
  locked = true;
  await aSender().wake('tap');
  expect(server.posts).toEqual([]);
});

test('posts no rating twice when it is woken many times at once', async () => {
  await record(5);
  const sender = aSender();
  await Promise.all([sender.wake('tap'), sender.wake('timer'), sender.wake('online'), sender.wake('tap')]);
  expect(server.posts).toEqual([[1, 2, 3, 4, 5]]);
});

test('does not overlook a rating that came while it was finishing', async () => {
  const tapAfterTheLastLook = onceOnly(async () => {
    await record(1);
    void sender.wake('tap');
  });
  const sender = aSender({ ifAlone: (work) => work().then(tapAfterTheLastLook) });
  await sender.wake('start');
  expect(server.posts).toEqual([[1]]);
});

test('comes back in time although the clock was set back meanwhile', async () => {
  await record(1);
  networkIsDown = true;
  const sender = aSender();
  await sender.wake('tap');
  networkIsDown = false;
  now = START - 86_400_000;
  alarms[0]?.wake();
  await sender.wake('timer');
  expect(await outbox.depth()).toBe(0);
});

function aSender(overrides: Partial<ConstructorParameters<typeof Sender>[0]> = {}): Sender {
  return new Sender({
    outbox,
    listEnrolments: () => enrolments.list(),
    fetch: (path, request) =>
      networkIsDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(`${server.url}${String(path)}`, request),
    ifAlone: (work) => (locked ? Promise.resolve() : work()),
    now: () => now,
    random: () => 0.5,
    wakeIn: (millis, wake) => alarms.push({ at: now + millis, wake }),
    onDelivery: (delivery) => deliveries.push(delivery),
    onSettled: () => undefined,
    ...overrides,
  });
}

/** Lets the time pass until the sender wanted to be woken, and waits until it has done its work. */
async function soundNextAlarm(sender: Sender): Promise<void> {
  const alarm = alarms.at(-1);
  if (alarm === undefined) {
    throw new Error('Nobody asked to be woken');
  }
  now = alarm.at;
  alarm.wake();
  await sender.wake('timer');
}

function aRating() {
  return { instrumentVersion: 1, language: 'de', ratedAt: '2026-11-22T09:59:00Z', answers: { overall: 5 } } as const;
}

async function record(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await outbox.record(tablet, aRating());
  }
}

function onceOnly(action: () => Promise<void>): () => Promise<void> {
  let done = false;
  return async () => {
    if (!done) {
      done = true;
      await action();
    }
  };
}
