export const SHORTEST_WAIT_MILLIS = 1_000;
export const LONGEST_WAIT_MILLIS = 5 * 60 * 1_000;

/**
 * Returns how long to wait before trying again: full jitter between 1 s and a ceiling of 2 s that doubles with every
 * failure up to 5 min, so that tablets which failed together do not come back together.
 *
 * @param failures how many attempts failed in a row; at least 1
 * @param retryAfterMillis what the server asked for; the wait is never shorter than that
 * @param random uniform in [0, 1)
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Brooker 2015</a>
 */
export function waitMillis(failures: number, retryAfterMillis: number, random: () => number): number {
  const ceiling = Math.min(SHORTEST_WAIT_MILLIS * 2 ** failures, LONGEST_WAIT_MILLIS);
  const jitter = random() * (ceiling - SHORTEST_WAIT_MILLIS);
  return Math.round(retryAfterMillis > 0 ? retryAfterMillis + jitter : SHORTEST_WAIT_MILLIS + jitter);
}
