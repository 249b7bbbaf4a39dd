/** Texts for the people who work here, in German with English beneath. Visitors' texts are in src/language. */
export interface StaffNotice {
  readonly heading: string;
  readonly body: string;
}

/** Browsers give storage locks and offline use to https pages (and to this very machine) only. */
export const INSECURE: Record<'de' | 'en', StaffNotice> = {
  de: {
    heading: 'Diese Seite braucht eine sichere Verbindung.',
    body: 'Bitte öffnen Sie sie mit einer Adresse, die mit https:// beginnt.',
  },
  en: {
    heading: 'This page needs a secure connection.',
    body: 'Please open it with an address that begins with https://.',
  },
};

/** The browser gives this page no storage, so no rating would be safe. */
export const NO_STORAGE: Record<'de' | 'en', StaffNotice> = {
  de: {
    heading: 'Dieses Gerät ist gerade nicht in Betrieb.',
    body: 'Der Browser stellt keinen Speicher bereit. Bitte schließen Sie private Fenster und starten Sie ihn neu.',
  },
  en: {
    heading: 'This device is currently out of service.',
    body: 'The browser provides no storage. Please close private windows and restart it.',
  },
};

/** Shown small on the rating screen; short, because visitors see it too. */
export function refused(waiting: number): string {
  return `Personal: bitte neu koppeln. ${notSent(waiting)}`;
}

export function leftover(waiting: number): string {
  return `Personal: frühere Kopplung. ${notSent(waiting)}`;
}

function notSent(waiting: number): string {
  return waiting === 0 ? '' : `Noch nicht gesendet: ${waiting}`;
}
