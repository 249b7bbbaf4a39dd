import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { DeviceConfiguration } from '../device/configuration';

/** 1 is the worst face, 5 the best. Always the value, never the place on the screen. */
export type FaceValue = 1 | 2 | 3 | 4 | 5;

/** One visitor's answers, exactly as `POST /v1/ratings` takes them. Never changed once written. */
export interface Rating {
  /** Consecutive from 1 per enrolment, never reused. */
  readonly sequenceNumber: number;
  readonly instrumentVersion: number;
  /** BCP 47, the language the visitor answered in. */
  readonly language: string;
  /** Device clock, UTC, whole seconds. */
  readonly ratedAt: string;
  readonly answers: { readonly overall: FaceValue };
}

export interface QueuedRating extends Rating {
  /** The enrolment it was given under; it is sent with that enrolment's token and no other. */
  readonly enrolment: number;
}

/** A rating the server will never take. Kept, because nobody may lose an answer silently. */
export interface DeadLetter extends QueuedRating {
  readonly reason: string;
}

/** One pairing of this tablet with one device of the server. */
export interface Enrolment {
  readonly id?: number;
  readonly token: string;
  readonly nextSequenceNumber: number;
  /** Last good copy; absent until the server answered once. */
  readonly configuration?: DeviceConfiguration;
  /** By which the server recognises that copy. */
  readonly configurationTag?: string;
  /** Fetched to replace `token`, and not known to work yet. */
  readonly nextToken?: string;
}

/** A code that this tablet shows, and the secret with which it asks what became of it. */
export interface OpenPairing {
  readonly deviceCode: string;
  readonly userCode: string;
  /** Where to confirm it, relative to this server. */
  readonly address: string;
  /** By the tablet's own clock, milliseconds since 1970. */
  readonly expiresAt: number;
  readonly intervalMillis: number;
}

interface Schema extends DBSchema {
  enrolments: { key: number; value: Enrolment; indexes: { byToken: string } };
  outbox: { key: [number, number]; value: QueuedRating };
  deadLetters: { key: [number, number]; value: DeadLetter };
  settings: { key: 'currentEnrolment' | 'pairing'; value: number | OpenPairing };
}

export type Database = IDBPDatabase<Schema>;

/** `complete` fires only after the operating system was told to flush; Chrome's default since 121 is `relaxed`. */
export const STRICT = { durability: 'strict' } as const;

/**
 * Opens the tablet's database, creating it on the first start.
 *
 * @param onLost the connection is gone (newer page version in another tab, or the browser closed it): reload the page
 */
export function openDatabase(onLost: () => void = () => undefined, name = 'visitenkarte'): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database
        .createObjectStore('enrolments', { keyPath: 'id', autoIncrement: true })
        .createIndex('byToken', 'token', { unique: true });
      database.createObjectStore('outbox', { keyPath: ['enrolment', 'sequenceNumber'] });
      database.createObjectStore('deadLetters', { keyPath: ['enrolment', 'sequenceNumber'] });
      database.createObjectStore('settings');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  });
}
