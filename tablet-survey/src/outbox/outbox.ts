import { STRICT, type Database, type DeadLetter, type QueuedRating, type Rating } from './database';
import type { Verdict } from './answer';

/** Every rating the server has not yet named as taken. One transaction per method. */
export class Outbox {
  constructor(private readonly database: Database) {}

  /**
   * Writes a rating durably and gives it the enrolment's next sequence number in the same transaction, so that a number
   * exists if and only if its rating does.
   *
   * @returns the number it was given
   * @throws if it could not be stored; then no number was used up
   */
  async record(enrolment: number, rating: Omit<Rating, 'sequenceNumber'>): Promise<number> {
    const transaction = this.database.transaction(['enrolments', 'outbox'], 'readwrite', STRICT);
    // An abort below rejects `done` too; the caller already gets the first error.
    transaction.done.catch(() => undefined);
    try {
      const enrolments = transaction.objectStore('enrolments');
      const owner = await enrolments.get(enrolment);
      if (owner === undefined) {
        throw new Error(`There is no enrolment ${enrolment}`);
      }
      const sequenceNumber = owner.nextSequenceNumber;
      await enrolments.put({ ...owner, nextSequenceNumber: sequenceNumber + 1 });
      await transaction.objectStore('outbox').add({ ...rating, enrolment, sequenceNumber });
      await transaction.done;
      return sequenceNumber;
    } catch (error) {
      // An exception alone would let the transaction commit the counter without the rating: a gap.
      abort(transaction);
      throw error;
    }
  }

  /** The oldest ratings of one enrolment, ascending by number; empty when there are none. */
  batch(enrolment: number, limit: number): Promise<QueuedRating[]> {
    return this.database.getAll('outbox', ofEnrolment(enrolment), limit);
  }

  /** Forgets what the server has and sets aside what it refuses. Numbers it did not name stay queued. */
  async settle(enrolment: number, verdicts: readonly Verdict[]): Promise<void> {
    const transaction = this.database.transaction(['outbox', 'deadLetters'], 'readwrite', STRICT);
    const outbox = transaction.objectStore('outbox');
    const deadLetters = transaction.objectStore('deadLetters');
    for (const { sequenceNumber, verdict, reason } of verdicts) {
      if (verdict === 'rejected') {
        const rating = await outbox.get([enrolment, sequenceNumber]);
        if (rating !== undefined) {
          await deadLetters.put({ ...rating, reason: reason ?? 'no reason given' });
        }
      }
      await outbox.delete([enrolment, sequenceNumber]);
    }
    await transaction.done;
  }

  /** How many ratings wait, over all enrolments. */
  depth(): Promise<number> {
    return this.database.count('outbox');
  }

  /** When the oldest rating that waits was given, by this tablet's clock; undefined when none waits. */
  async oldest(): Promise<number | undefined> {
    const enrolments = await this.database.getAllKeys('enrolments');
    const firsts = await Promise.all(enrolments.map((enrolment) => this.batch(enrolment, 1)));
    const times = firsts.flat().map(({ ratedAt }) => Date.parse(ratedAt));
    return times.length === 0 ? undefined : Math.min(...times);
  }

  countDeadLetters(): Promise<number> {
    return this.database.count('deadLetters');
  }

  listDeadLetters(): Promise<DeadLetter[]> {
    return this.database.getAll('deadLetters');
  }
}

function ofEnrolment(enrolment: number): IDBKeyRange {
  return IDBKeyRange.bound([enrolment], [enrolment, []]);
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It had aborted by itself.
  }
}
