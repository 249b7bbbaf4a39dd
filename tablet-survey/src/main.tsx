import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './App';
import { readHardware } from './device/hardware';
import { heartbeatMillis } from './device/heartbeat';
import { tokenInFragment } from './device/pairing';
import { PairingCourse } from './device/pairing-course';
import { Tablet } from './device/tablet';
import { Kiosk } from './kiosk';
import { LANGUAGES, translate } from './language/language';
import { keepRenewed } from './offline/renewal';
import { openDatabase, type Database } from './outbox/database';
import { StaffScreen } from './staff/StaffScreen';
import { INSECURE, NO_STORAGE } from './staff/texts';
import './style/tokens.css';
import './style/fonts.css';
import './style/page.css';
import './rating/rating.css';
import './thanks/notice.css';
import './pairing/pairing.css';

/** Written by the build. */
declare const APP_VERSION: string;

const TIMER_MILLIS = 60_000;
const CONFIGURATION_MILLIS = 15 * 60_000;

if (isSecureContext) {
  openDatabase(() => location.reload()).then(start, () => showStaff(NO_STORAGE));
} else {
  showStaff(INSECURE);
}
addEventListener('contextmenu', (event) => event.preventDefault());

async function start(database: Database): Promise<void> {
  const tablet = new Tablet(database, {
    fetch: (...request) => fetch(...request),
    ifAlone,
    now: () => Date.now(),
    random: () => Math.random(),
    wakeIn: after,
    appVersion: APP_VERSION,
    readHardware: () => readHardware(navigator),
  });
  const pairing = new PairingCourse({
    fetch: (...request) => fetch(...request),
    now: () => Date.now(),
    after,
    enrolments: tablet.enrolments,
    onPaired: async () => {
      await tablet.awaitRecognition();
      await identify(undefined);
    },
  });
  const kiosk = new Kiosk({ store: (tap) => tablet.store(tap), now: () => performance.now(), after });

  async function identify(token: string | undefined): Promise<void> {
    const paired = await tablet.identify(token);
    if (token !== undefined) {
      history.replaceState(null, '', location.pathname);
      pairing.end();
    }
    if (paired) {
      // Asks the browser never to clear this page's storage when space runs short. Not known to help before it is paired.
      await navigator.storage.persist().catch(() => false);
      await tablet.renewConfiguration();
      await tablet.wake(token === undefined ? 'start' : 'paired');
      await tablet.report();
    }
  }

  effect(() => kiosk.open(tablet.standing.value));
  effect(() => {
    if (tablet.standing.value === 'unpaired') {
      void pairing.begin();
    }
  });
  describe(kiosk, tablet, pairing);
  render(<App kiosk={kiosk} tablet={tablet} pairing={pairing} />, document.body);
  addEventListener('hashchange', () => void identify(tokenInFragment(location.hash)));
  addEventListener('online', () => void tablet.wake('online').then(() => tablet.renewConfiguration()));
  setInterval(() => void tablet.wake('timer'), TIMER_MILLIS);
  setInterval(() => void tablet.renewConfiguration(), CONFIGURATION_MILLIS);
  keepRenewed(() => kiosk.idle && tablet.delivery.value !== 'sending');
  repeat(() => tablet.report(), () => heartbeatMillis(tablet.configuration.value?.heartbeatSeconds));
  await identify(tokenInFragment(location.hash));
}

/** Keeps the page's root element true: language and direction for the reader, the state for whoever looks after it. */
function describe(kiosk: Kiosk, tablet: Tablet, pairing: PairingCourse): void {
  effect(() => {
    const root = document.documentElement;
    root.lang = kiosk.language.value;
    root.dir = LANGUAGES[kiosk.language.value].direction;
    root.dataset['screen'] = kiosk.screen.value;
    root.dataset['pairing'] = pairing.state.value.kind;
    root.dataset['delivery'] = tablet.delivery.value;
    root.dataset['queueDepth'] = String(tablet.queueDepth.value);
    document.title = translate(kiosk.language.value, 'ui.title');
  });
}

/** Where nothing can be kept safe, nothing is asked. */
function showStaff(texts: typeof NO_STORAGE): void {
  document.documentElement.dataset['screen'] = 'broken';
  render(<StaffScreen texts={texts} />, document.body);
}

async function ifAlone(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request('visitenkarte-outbox', { ifAvailable: true }, async (lock) => {
    if (lock !== null) {
      await work();
    }
  });
}

/** Again and again, with a pause that may change; the work itself decides what to do if it fails. */
function repeat(work: () => Promise<void>, pauseMillis: () => number): void {
  after(pauseMillis(), () => void work().finally(() => repeat(work, pauseMillis)));
}

function after(millis: number, action: () => void): () => void {
  const timer = setTimeout(action, millis);
  return () => clearTimeout(timer);
}
