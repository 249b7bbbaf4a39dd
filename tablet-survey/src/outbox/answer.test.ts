import { describe, expect, test } from 'vitest';
import { readAnswer } from './answer';
import type { QueuedRating } from './database';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const JSON_TYPE = { 'Content-Type': 'application/json' };
const SENT = [7, 8].map((sequenceNumber): QueuedRating => ({
  enrolment: 1,
  sequenceNumber,
  instrumentVersion: 1,
  language: 'de',
  ratedAt: '2026-11-22T09:59:00Z',
  answers: { overall: 5 },
}));
const VERDICTS = [
  { sequenceNumber: 7, verdict: 'accepted' },
  { sequenceNumber: 8, verdict: 'duplicate' },
];

function answered(status: number, body: unknown, headers: Record<string, string> = JSON_TYPE) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readAnswer(new Response(text, { status, headers }), SENT, NOW);
}

test('takes verdicts from a complete 202', async () => {
  expect(await answered(202, { serverTime: 'x', verdicts: VERDICTS })).toEqual({ kind: 'verdicts', verdicts: VERDICTS });
});

test('does not mind a charset', async () => {
  const headers = { 'Content-Type': 'application/json;charset=utf-8' };
  expect((await answered(202, { verdicts: VERDICTS }, headers)).kind).toBe('verdicts');
});

describe('cannot use', () => {
  test.each([
    ['a captive portal', 200, '<h1>Willkommen</h1>', { 'Content-Type': 'text/html' }],
    ['a 200 with the right body', 200, { verdicts: VERDICTS }, JSON_TYPE],
    ['a 202 that is not JSON by its type', 202, { verdicts: VERDICTS }, { 'Content-Type': 'text/html' }],
    ['a 202 that is cut off', 202, '{"verdicts":[{"sequ', JSON_TYPE],
    ['a 202 without verdicts', 202, {}, JSON_TYPE],
    ['a 202 that is null', 202, 'null', JSON_TYPE],
    ['the last verdict missing', 202, { verdicts: VERDICTS.slice(0, 1) }, JSON_TYPE],
    ['the first verdict missing', 202, { verdicts: VERDICTS.slice(1) }, JSON_TYPE],
    ['no verdict at all', 202, { verdicts: [] }, JSON_TYPE],
    ['another order', 202, { verdicts: [...VERDICTS].reverse() }, JSON_TYPE],
    ['numbers that were not sent', 202, { verdicts: VERDICTS.map((v) => ({ ...v, sequenceNumber: 1 })) }, JSON_TYPE],
    ['an unknown verdict', 202, { verdicts: VERDICTS.map((v) => ({ ...v, verdict: 'fine' })) }, JSON_TYPE],
    ['a problem with the request', 400, {}, JSON_TYPE],
    ['an unacceptable request', 422, {}, JSON_TYPE],
    ['a wrong address', 404, '', JSON_TYPE],
  ] as const)('%s', async (_name, status, body, headers) => {
    expect(await answered(status, body, headers)).toEqual({ kind: 'unusable' });
  });
});

test.each([401, 403])('knows %i as refused', async (status) => {
  expect(await answered(status, {})).toEqual({ kind: 'refused' });
});

test('knows 413 as too large', async () => {
  expect(await answered(413, {})).toEqual({ kind: 'tooLarge' });
});

describe('tries later', () => {
  test.each([
    ['seconds', '30', 30_000],
    ['a date', 'Sun, 22 Nov 2026 10:02:00 GMT', 120_000],
    ['a date gone by', 'Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['nonsense', 'soon', 0],
    ['a whole day, of which it takes an hour', '86400', 3_600_000],
  ])('as Retry-After says in %s', async (_name, header, millis) => {
    expect(await answered(503, {}, { 'Retry-After': header })).toEqual({ kind: 'later', retryAfterMillis: millis });
  });

  test.each([429, 500, 502, 503])('after %i', async (status) => {
    expect(await answered(status, {})).toEqual({ kind: 'later', retryAfterMillis: 0 });
  });
});
