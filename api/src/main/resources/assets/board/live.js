// Asks again every ten seconds while somebody can see the page.

const EVERY_MILLIS = 10_000;

/**
 * Runs `ask` now and then every ten seconds, one at a time. A hidden page rests and asks at once when it is seen again.
 *
 * @param {(isCurrent: () => boolean) => Promise<void>} ask handles its own errors; must not show an answer once
 *     `isCurrent()` is false, because the reader has chosen something else meanwhile
 * @returns {{again: () => void}} `again` asks at once and makes a question that is under way out of date
 */
export function live(ask) {
  let timer = 0;
  let round = 0;

  async function run() {
    clearTimeout(timer);
    const mine = ++round;
    await ask(() => mine === round);
    if (mine === round && !document.hidden) {
      timer = setTimeout(run, EVERY_MILLIS);
    }
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? clearTimeout(timer) : run()));
  run();
  return { again: run };
}
