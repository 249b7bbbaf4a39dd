const LOOK_EVERY_MILLIS = 60 * 60_000;
const TRY_EVERY_MILLIS = 10_000;
/** Nobody has touched the screen for this long: a reload will not meet a finger on its way. */
const QUIET_MILLIS = 30_000;

/**
 * Makes the page work offline and keeps it up to date: a new version is fetched in the background and takes over only
 * while nobody uses the tablet.
 *
 * @param mayReload whether the page is at rest
 */
export function keepRenewed(mayReload: () => boolean): void {
  let touchedAt = performance.now();
  addEventListener('pointerdown', () => (touchedAt = performance.now()));
  const atRest = () => mayReload() && performance.now() - touchedAt > QUIET_MILLIS;

  const container = navigator.serviceWorker;
  const updating = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (updating) {
      location.reload();
    }
  });
  void container.register('sw.js').then((registration) => {
    setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MILLIS);
    setInterval(() => {
      if (atRest()) {
        registration.waiting?.postMessage('take-over');
      }
    }, TRY_EVERY_MILLIS);
  });
}
