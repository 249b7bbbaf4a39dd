import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Enrolments } from '../device/enrolments';
import { openDatabase, type Database, type FaceValue } from './database';
import { Outbox } from './outbox';

let name: string;
let database: Database;
let outbox: Outbox;
let tablet: number;

beforeEach(async () => {
  name = `outbox-${crypto.randomUUID()}`;
  database = await openDatabase(undefined, name);
  outbox = new Outbox(database);
  tablet = (await new Enrolments(database).pair('token')).id;
});

afterEach(() => database.close());

function aRating(overall: FaceValue = 4) {
  return { instrumentVersion: 1, language: 'ar', ratedAt: '2026-11-22T10:15:30Z', answers: { overall } };
}

describe('sequence numbers', () => {
  test('begin at 1 and have no gaps', async () => {
    expect(await record(3)).toEqual([1, 2, 3]);
  });

  test('go on after a restart', async () => {
    await record(2);
    database.close();
    database = await openDatabase(undefined, name);
    outbox = new Outbox(database);
    expect(await record(1)).toEqual([3]);
  });

  test('are not reused after the rating has left the queue', async () => {
    await record(2);
    await outbox.settle(tablet, [1, 2].map((sequenceNumber) => ({ sequenceNumber, verdict: 'accepted' as const })));
    expect(await record(1)).toEqual([3]);
  });

  test('are not used up by a rating that could not be stored', async () => {
    await record(1);
    const unstorable = { ...aRating(), answers: { overall: (() => 4) as unknown as FaceValue } };
    await expect(outbox.record(tablet, unstorable)).rejects.toThrow();
    expect(await record(1)).toEqual([2]);
  });

  test('are given once when two tabs record at the same time', async () => {
    const otherDatabase = await openDatabase(undefined, name);
    const other = new Outbox(otherDatabase);
    const given = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? outbox : other).record(tablet, aRating())),
    );
    otherDatabase.close();
    expect([...given].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  test('are not given to an enrolment that does not exist', async () => {
    await expect(outbox.record(99, aRating())).rejects.toThrow('no enrolment 99');
  });

  test('begin at 1 for a new device and go on for one seen before', async () => {
    const enrolments = new Enrolments(database);
    await record(2);
    const second = await enrolments.pair('another token');
    expect(await outbox.record(second.id, aRating())).toBe(1);
    const first = await enrolments.pair('token');
    expect(first.id).toBe(tablet);
    expect(await outbox.record(first.id, aRating())).toBe(3);
  });
});

describe('the queue', () => {
  test('is written with strict durability', async () => {
    const asked: unknown[] = [];
    const spied = new Proxy(database, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property);
        return property === 'transaction'
          ? (...args: Parameters<Database['transaction']>) => {
              asked.push(args[2]);
              return target.transaction(...args);
            }
          : value;
      },
    });
    await new Outbox(spied).record(tablet, aRating());
    expect(asked).toEqual([{ durability: 'strict' }]);
  });

  test('hands out the oldest first, no more than asked for, of one enrolment only', async () => {
    await record(4);
    const other = await new Enrolments(database).pair('another token');
    await outbox.record(other.id, aRating());
    expect((await outbox.batch(tablet, 3)).map((rating) => rating.sequenceNumber)).toEqual([1, 2, 3]);
    expect(await outbox.batch(other.id, 3)).toHaveLength(1);
    expect(await outbox.depth()).toBe(5);
  });

  test('forgets what was accepted or known, sets aside what was rejected, keeps the rest', async () => {
    await record(4);
    await outbox.settle(tablet, [
      { sequenceNumber: 1, verdict: 'accepted' },
      { sequenceNumber: 2, verdict: 'rejected', reason: 'unknown language' },
      { sequenceNumber: 3, verdict: 'duplicate' },
    ]);
    expect((await outbox.batch(tablet, 50)).map((rating) => rating.sequenceNumber)).toEqual([4]);
    expect(await outbox.listDeadLetters()).toEqual([
      { ...aRating(), enrolment: tablet, sequenceNumber: 2, reason: 'unknown language' },
    ]);
  });
});

async function record(count: number): Promise<number[]> {
  const given: number[] = [];
  for (let i = 0; i < count; i++) {
    given.push(await outbox.record(tablet, aRating()));
  }
  return given;
}
