import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeServer, type FakeServer } from '../../e2e/fake-server.mjs';
import { openDatabase, type Database } from '../outbox/database';
import { Enrolments } from './enrolments';
import { PairingCourse } from './pairing-course';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let server: FakeServer;
let database: Database;
let enrolments: Enrolments;
let networkIsDown: boolean;
let now: number;
let pending: { at: number; action: () => void }[];
let paired: number;
let course: PairingCourse;

beforeEach(async () => {
  server = await startFakeServer();
  database = await openDatabase(undefined, `pairing-${crypto.randomUUID()}`);
  enrolments = new Enrolments(database);
  networkIsDown = false;
  now = Date.parse('2026-11-23T08:00:00Z');
  pending = [];
  paired = 0;
  course = aCourse();
});

afterEach(async () => {
  database.close();
  await server.close();
});

test('shows a code and gets the token once it was confirmed', async () => {
  await course.begin();
  expect(course.state.value).toMatchObject({
    kind: 'code',
    pairing: { userCode: 'BCDF-GHJK', address: '/console/tablets/pair?code=BCDF-GHJK', expiresAt: now + 10 * MINUTE },
  });
  await pass(5 * SECOND);
  expect(course.state.value.kind).toBe('code');
  server.office.decision = 'the-token';
  await pass(5 * SECOND);
  expect(paired).toBe(1);
  expect(course.state.value.kind).toBe('idle');
  expect(await enrolments.findCurrent()).toMatchObject({ token: 'the-token', nextSequenceNumber: 1 });
  expect(await enrolments.findPairing()).toBeUndefined();
});

test('goes on with the same code after a reload, since someone may be typing it', async () => {
  await course.begin();
  const reloaded = aCourse();
  await reloaded.begin();
  expect(server.office.codes).toBe(1);
  expect(reloaded.state.value).toEqual(course.state.value);
});

test('asks on when an answer got lost, also the one with the token', async () => {
  await course.begin();
  server.office.decision = 'lost';
  await pass(5 * SECOND);
  networkIsDown = true;
  await pass(5 * SECOND);
  networkIsDown = false;
  server.office.decision = 'the-token';
  await pass(5 * SECOND);
  expect(paired).toBe(1);
});

test('asks less often when it is told to', async () => {
  await course.begin();
  server.office.decision = 'slow-down';
  await pass(5 * SECOND);
  server.office.decision = 'the-token';
  await pass(9 * SECOND);
  expect(paired).toBe(0);
  await pass(1 * SECOND);
  expect(paired).toBe(1);
});

test('shows a new code when the old one is over, for an hour', async () => {
  await course.begin();
  server.office.decision = 'expired';
  await pass(5 * SECOND);
  expect(course.state.value).toMatchObject({ kind: 'code', pairing: { userCode: 'BCDF-GHJL' } });
  now += 60 * MINUTE;
  await pass(5 * SECOND);
  expect(course.state.value.kind).toBe('expired');
  expect(pending).toEqual([]);
  await course.begin();
  expect(course.state.value.kind).toBe('code');
});

test('shows a new code when the old one is over while the server is away', async () => {
  await course.begin();
  networkIsDown = true;
  await pass(10 * MINUTE);
  expect(course.state.value.kind).toBe('asking');
  networkIsDown = false;
  await pass(15 * SECOND);
  expect(course.state.value).toMatchObject({ kind: 'code', pairing: { userCode: 'BCDF-GHJL' } });
});

test('says that it was refused and shows no new code by itself', async () => {
  await course.begin();
  server.office.decision = 'denied';
  await pass(5 * SECOND);
  expect(course.state.value.kind).toBe('denied');
  expect(pending).toEqual([]);
});

test('stops asking when the tablet is paired by a link', async () => {
  await course.begin();
  course.end();
  server.office.decision = 'the-token';
  pending.forEach(({ action }) => action());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(paired).toBe(0);
});

function aCourse(): PairingCourse {
  return new PairingCourse({
    fetch: (path, request) =>
      networkIsDown ? Promise.reject(new TypeError('Failed to fetch')) : fetch(`${server.url}${String(path)}`, request),
    now: () => now,
    after: (millis, action) => pending.push({ at: now + millis, action }),
    enrolments,
    onPaired: () => {
      paired += 1;
      return Promise.resolve();
    },
  });
}

/** Lets the time pass, and waits until what fell due in it is done. */
async function pass(millis: number): Promise<void> {
  now += millis;
  const due = pending.filter((entry) => entry.at <= now);
  pending = pending.filter((entry) => entry.at > now);
  const before = JSON.stringify(course.state.value);
  due.forEach((entry) => entry.action());
  if (due.length > 0) {
    await settled(before);
  }
}

/** Every step ends with another state or another thing to wait for. */
async function settled(before: string): Promise<void> {
  for (let i = 0; i < 400 && pending.length === 0 && JSON.stringify(course.state.value) === before; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
