import { STRICT, type Database, type Enrolment } from '../outbox/database';
import type { DeviceConfiguration } from './configuration';

export type StoredEnrolment = Enrolment & { readonly id: number };

/**
 * Who this tablet is to the server. Pairing anew adds an enrolment and makes it the current one; an older one keeps its
 * own token, numbers and queue, so that its last ratings still reach the office they were given in.
 */
export class Enrolments {
  constructor(private readonly database: Database) {}

  /** Makes the token the current one. A token seen before goes on with its numbers instead of starting at 1 again. */
  async pair(token: string): Promise<StoredEnrolment> {
    const transaction = this.database.transaction(['enrolments', 'settings'], 'readwrite', STRICT);
    const enrolments = transaction.objectStore('enrolments');
    const known = await enrolments.index('byToken').get(token);
    const id = known?.id ?? (await enrolments.add({ token, nextSequenceNumber: 1 }));
    await transaction.objectStore('settings').put(id, 'currentEnrolment');
    await transaction.done;
    return { ...(known ?? { token, nextSequenceNumber: 1 }), id };
  }

  async findCurrent(): Promise<StoredEnrolment | undefined> {
    const id = await this.database.get('settings', 'currentEnrolment');
    const enrolment = id === undefined ? undefined : await this.database.get('enrolments', id);
    return enrolment === undefined || id === undefined ? undefined : { ...enrolment, id };
  }

  /** All enrolments this tablet ever had, the current one first. */
  async list(): Promise<StoredEnrolment[]> {
    const current = await this.database.get('settings', 'currentEnrolment');
    const all = (await this.database.getAll('enrolments')) as StoredEnrolment[];
    return all.sort((a, b) => Number(b.id === current) - Number(a.id === current) || a.id - b.id);
  }

  async keepConfiguration(id: number, configuration: DeviceConfiguration): Promise<void> {
    const transaction = this.database.transaction('enrolments', 'readwrite', STRICT);
    const enrolment = await transaction.store.get(id);
    if (enrolment !== undefined) {
      await transaction.store.put({ ...enrolment, configuration });
    }
    await transaction.done;
  }
}
