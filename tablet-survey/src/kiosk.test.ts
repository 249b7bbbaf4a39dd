import { beforeEach, describe, expect, test } from 'vitest';
import { Kiosk, LANGUAGE_RESET_MILLIS, TAP_GUARD_MILLIS, THANKS_MILLIS, type Tap } from './kiosk';

let now: number;
let pending: { at: number; action: () => void }[];
let stored: Tap[];
let finishStoring: (() => void) | undefined;
let failure: Error | undefined;
let kiosk: Kiosk;

beforeEach(() => {
  now = 0;
  pending = [];
  stored = [];
  failure = undefined;
  finishStoring = undefined;
  kiosk = new Kiosk({ store, now: () => now, after });
  kiosk.open('inUse');
});

test('takes the very first tap after the page has loaded', async () => {
  await kiosk.rate(4);
  expect(stored).toEqual([{ overall: 4, language: 'de' }]);
  expect(kiosk.screen.value).toBe('thanks');
});

test('changes nothing on the screen before the rating is safe', async () => {
  const slow = new Kiosk({ store: () => new Promise<void>((resolve) => (finishStoring = resolve)), now: () => now, after });
  slow.open('inUse');
  const rated = slow.rate(5);
  expect(slow.screen.value).toBe('rating');
  finishStoring?.();
  await rated;
  expect(slow.screen.value).toBe('thanks');
});

test('counts many quick taps of one visitor as one rating', async () => {
  await Promise.all([kiosk.rate(5), kiosk.rate(5), kiosk.rate(1)]);
  await kiosk.rate(2);
  expect(stored).toEqual([{ overall: 5, language: 'de' }]);
});

test('goes back to the start in German after the thank-you', async () => {
  kiosk.choose('ar');
  await kiosk.rate(3);
  expect(stored).toEqual([{ overall: 3, language: 'ar' }]);
  pass(THANKS_MILLIS - 1);
  expect([kiosk.screen.value, kiosk.language.value]).toEqual(['thanks', 'ar']);
  pass(1);
  expect([kiosk.screen.value, kiosk.language.value]).toEqual(['rating', 'de']);
});

test('ignores a finger that meant the thank-you', async () => {
  await kiosk.rate(3);
  pass(THANKS_MILLIS);
  pass(TAP_GUARD_MILLIS - 1);
  await kiosk.rate(1);
  expect(stored).toHaveLength(1);
  pass(1);
  await kiosk.rate(1);
  expect(stored).toHaveLength(2);
});

test('never thanks for a rating that could not be stored, and opens again', async () => {
  failure = new Error('disk full');
  await kiosk.rate(3);
  expect(kiosk.screen.value).toBe('outOfService');
  failure = undefined;
  pass(60_000);
  await Promise.resolve();
  pass(TAP_GUARD_MILLIS);
  await kiosk.rate(3);
  expect(kiosk.screen.value).toBe('thanks');
});

describe('a chosen language', () => {
  test('is left again when its visitor has gone', () => {
    kiosk.choose('en');
    pass(LANGUAGE_RESET_MILLIS);
    expect(kiosk.language.value).toBe('de');
  });

  test('lasts anew with every choice', () => {
    kiosk.choose('en');
    pass(LANGUAGE_RESET_MILLIS - 1);
    kiosk.choose('ar');
    pass(LANGUAGE_RESET_MILLIS - 1);
    expect(kiosk.language.value).toBe('ar');
  });

  test('does not cost the next visitor a tap when it is left', async () => {
    kiosk.choose('en');
    pass(LANGUAGE_RESET_MILLIS);
    await kiosk.rate(5);
    expect(stored).toEqual([{ overall: 5, language: 'de' }]);
  });
});

test('takes no ratings while the tablet is not paired', async () => {
  const fresh = new Kiosk({ store, now: () => now, after });
  fresh.open('unpaired');
  await fresh.rate(5);
  expect(fresh.screen.value).toBe('unpaired');
  expect(stored).toEqual([]);
});

test('takes no ratings any more once it is revoked, but thanks for the last one to the end', async () => {
  kiosk.choose('en');
  await kiosk.rate(4);
  kiosk.open('revoked');
  expect([kiosk.screen.value, kiosk.language.value]).toEqual(['thanks', 'en']);
  pass(THANKS_MILLIS);
  expect([kiosk.screen.value, kiosk.language.value]).toEqual(['revoked', 'de']);
  pass(TAP_GUARD_MILLIS);
  await kiosk.rate(1);
  expect(stored).toHaveLength(1);
});

test('takes ratings again when it is paired anew', async () => {
  kiosk.open('revoked');
  kiosk.open('inUse');
  await kiosk.rate(2);
  expect(stored).toHaveLength(1);
});

test('keeps the language of a visitor while the standing is confirmed', () => {
  kiosk.choose('en');
  kiosk.open('inUse');
  expect(kiosk.language.value).toBe('en');
});

function store(tap: Tap): Promise<void> {
  if (failure !== undefined) {
    return Promise.reject(failure);
  }
  stored.push(tap);
  return Promise.resolve();
}

function after(millis: number, action: () => void): () => void {
  const entry = { at: now + millis, action };
  pending.push(entry);
  return () => (pending = pending.filter((other) => other !== entry));
}

function pass(millis: number): void {
  now += millis;
  const due = pending.filter((entry) => entry.at <= now);
  pending = pending.filter((entry) => entry.at > now);
  due.forEach((entry) => entry.action());
}
