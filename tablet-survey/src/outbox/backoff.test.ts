import { expect, test } from 'vitest';
import { waitMillis } from './backoff';

const LUCKY = () => 0;
const UNLUCKY = () => 1 - Number.EPSILON;

test('waits between one second and a ceiling that doubles up to five minutes', () => {
  const ceilings = [1, 2, 3, 8, 9, 40].map((failures) => waitMillis(failures, 0, UNLUCKY));
  expect(ceilings).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  expect(waitMillis(1, 0, LUCKY)).toBe(1_000);
  expect(waitMillis(40, 0, LUCKY)).toBe(1_000);
});

test('spreads tablets that failed together', () => {
  expect(waitMillis(5, 0, () => 0.5)).toBe(16_500);
});

test('never comes sooner than the server asked for', () => {
  expect(waitMillis(1, 30_000, LUCKY)).toBe(30_000);
  expect(waitMillis(1, 30_000, UNLUCKY)).toBe(31_000);
});
