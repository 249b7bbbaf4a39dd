import { STRICT, type Database, type Enrolment, type OpenPairing } from '../outbox/database';
import type { DeviceConfiguration } from './configuration';

export type StoredEnrolment = Enrolment & { readonly id: number };

/**
 * Who this tablet is to the server. Pairing anew adds an enrolment and makes it the current one; an older one keeps its
 * own token, numbers and queue, so that its last ratings still reach the office they were given in.
 */
export class Enrolments {
  constructor(private readonly database: Database) {}

  /**
   * Makes the token the current one. A token seen before goes on with its numbers instead of starting at 1 again.
   *
   * Ends a pairing in the same transaction: if it were asked once more after a crash, one device would have two enrolments
   * that both number from 1.
   */
  async pair(token: string): Promise<StoredEnrolment> {
    const transaction = this.database.transaction(['enrolments', 'settings'], 'readwrite', STRICT);
    const enrolments = transaction.objectStore('enrolments');
    const known = await enrolments.index('byToken').get(token);
    const id = known?.id ?? (await enrolments.add({ token, nextSequenceNumber: 1 }));
    await transaction.objectStore('settings').put(id, 'currentEnrolment');
    await transaction.objectStore('settings').delete('pairing');
    await transaction.done;
    return { ...(known ?? { token, nextSequenceNumber: 1 }), id };
  }

  async findCurrent(): Promise<StoredEnrolment | undefined> {
    const id = await this.database.get('settings', 'currentEnrolment');
    const enrolment = typeof id !== 'number' ? undefined : await this.database.get('enrolments', id);
    return enrolment === undefined || typeof id !== 'number' ? undefined : { ...enrolment, id };
  }

  /** All enrolments this tablet ever had, the current one first. */
  async list(): Promise<StoredEnrolment[]> {
    const current = await this.database.get('settings', 'currentEnrolment');
    const all = (await this.database.getAll('enrolments')) as StoredEnrolment[];
    return all.sort((a, b) => Number(b.id === current) - Number(a.id === current) || a.id - b.id);
  }

  /** Keeps the configuration and the tag by which the server recognises it. */
  keepConfiguration(id: number, configuration: DeviceConfiguration, tag: string | undefined): Promise<void> {
    return this.change(id, ({ configurationTag: _, ...enrolment }) => ({
      ...enrolment,
      configuration,
      ...(tag === undefined ? {} : { configurationTag: tag }),
    }));
  }

  /** Keeps a token that has not been tried yet beside the one in use; undefined forgets it. */
  keepNextToken(id: number, token: string | undefined): Promise<void> {
    return this.change(id, ({ nextToken: _, ...enrolment }) => ({
      ...enrolment,
      ...(token === undefined ? {} : { nextToken: token }),
    }));
  }

  /** Makes the next token the one in use. Numbers and queue stay: it is the same device. */
  switchToken(id: number): Promise<void> {
    return this.change(id, ({ nextToken, ...enrolment }) => ({ ...enrolment, token: nextToken ?? enrolment.token }));
  }

  async findPairing(): Promise<OpenPairing | undefined> {
    const pairing = await this.database.get('settings', 'pairing');
    return typeof pairing === 'object' ? pairing : undefined;
  }

  /** Keeps the pairing, so that a reload goes on with the code that a manager may be typing; undefined forgets it. */
  async keepPairing(pairing: OpenPairing | undefined): Promise<void> {
    const transaction = this.database.transaction('settings', 'readwrite', STRICT);
    await (pairing === undefined ? transaction.store.delete('pairing') : transaction.store.put(pairing, 'pairing'));
    await transaction.done;
  }

  /** Within one transaction: the outbox counts the numbers of the same record. */
  private async change(id: number, to: (enrolment: Enrolment) => Enrolment): Promise<void> {
    const transaction = this.database.transaction('enrolments', 'readwrite', STRICT);
    const enrolment = await transaction.store.get(id);
    if (enrolment !== undefined) {
      await transaction.store.put(to(enrolment));
    }
    await transaction.done;
  }
}
