import { readAnswer, type Answer } from './answer';
import { LONGEST_WAIT_MILLIS, waitMillis } from './backoff';
import type { Enrolment, QueuedRating } from './database';
import type { Outbox } from './outbox';

export const BATCH_SIZE = 50;
const TIMEOUT_MILLIS = 15_000;

type Failure = Exclude<Answer, { kind: 'verdicts' }>;

/**
 * What the staff may want to know. `refused`: the server does not know this tablet's token. `leftover`: all is well but
 * for ratings of a former enrolment, whose token the server does not know any more.
 */
export type Delivery = 'idle' | 'sending' | 'waiting' | 'refused' | 'leftover';

/** Why the sender is woken. Only `online` may cut short a wait, and only one that a dead network caused. */
export type Cause = 'start' | 'tap' | 'timer' | 'online' | 'paired';

export interface Surroundings {
  readonly outbox: Outbox;
  /** Enrolments to send for, the current one first. */
  readonly listEnrolments: () => Promise<readonly Required<Pick<Enrolment, 'id' | 'token'>>[]>;
  readonly fetch: typeof fetch;
  /** Runs the work if no other tab holds the lock; else returns at once without running it. */
  readonly ifAlone: (work: () => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly random: () => number;
  readonly wakeIn: (millis: number, wake: () => void) => void;
  readonly onDelivery: (delivery: Delivery) => void;
  /** The queue may have changed. */
  readonly onSettled: () => Promise<void> | void;
}

/**
 * Empties the outbox, one batch after the other. Ratings leave the queue only when the server named them; every
 * failure keeps them. There is no limit on retries.
 */
export class Sender {
  private running: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private failures = 0;
  private notBefore = 0;
  private onlineMayHurry = false;
  private batchSize = BATCH_SIZE;

  constructor(private readonly world: Surroundings) {}

  /** Sends what can be sent now. Resolves when nothing more is to be done at the moment; never rejects. */
  async wake(cause: Cause): Promise<void> {
    if (cause === 'paired' || (cause === 'online' && this.onlineMayHurry)) {
      this.notBefore = 0;
    }
    if (this.running !== undefined) {
      this.wokenMeanwhile = true;
      return this.running;
    }
    this.running = this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  private async run(): Promise<void> {
    do {
      this.wokenMeanwhile = false;
      if (this.world.now() < this.notBefore) {
        return;
      }
      await this.world.ifAlone(() => this.drainAll()).catch(() => this.postpone({ kind: 'unusable' }));
    } while (this.wokenMeanwhile);
  }

  private async drainAll(): Promise<void> {
    let failure: Failure | undefined;
    let formerRefused = false;
    for (const [i, { id, token }] of (await this.world.listEnrolments()).entries()) {
      const stopped = await this.drain(id, token);
      if (i > 0 && stopped?.kind === 'refused') {
        // Whatever a former enrolment left behind must not slow down the current one.
        formerRefused = true;
      } else {
        failure ??= stopped;
      }
    }
    if (failure === undefined) {
      this.failures = 0;
      this.batchSize = BATCH_SIZE;
      this.world.onDelivery(formerRefused ? 'leftover' : 'idle');
    } else {
      this.postpone(failure);
    }
  }

  /** Returns what stopped it, or undefined when the enrolment's queue is empty. */
  private async drain(enrolment: number, token: string): Promise<Failure | undefined> {
    for (;;) {
      const batch = await this.world.outbox.batch(enrolment, this.batchSize);
      if (batch.length === 0) {
        return undefined;
      }
      this.world.onDelivery('sending');
      const answer = await this.post(token, batch);
      if (answer.kind === 'verdicts') {
        await this.world.outbox.settle(enrolment, answer.verdicts);
        this.failures = 0;
        await this.world.onSettled();
      } else if (answer.kind === 'tooLarge' && batch.length > 1) {
        this.batchSize = Math.ceil(batch.length / 2);
      } else {
        return answer;
      }
    }
  }

  private async post(token: string, batch: readonly QueuedRating[]): Promise<Answer> {
    try {
      const response = await this.world.fetch('/v1/ratings', {
        method: 'POST',
        headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ratings: batch.map(({ enrolment: _, ...rating }) => rating) }),
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(TIMEOUT_MILLIS),
      });
      return await readAnswer(response, batch, this.world.now());
    } catch {
      return { kind: 'unusable' };
    }
  }

  private postpone(answer: Failure): void {
    this.failures += 1;
    const asked = answer.kind === 'later' ? answer.retryAfterMillis : 0;
    const millis =
      answer.kind === 'refused' ? LONGEST_WAIT_MILLIS : waitMillis(this.failures, asked, this.world.random);
    const until = this.world.now() + millis;
    this.notBefore = until;
    this.onlineMayHurry = answer.kind === 'unusable';
    this.world.onDelivery(answer.kind === 'refused' ? 'refused' : 'waiting');
    this.world.wakeIn(millis, () => {
      // Not by asking the clock again: it may have been set back meanwhile.
      if (this.notBefore === until) {
        this.notBefore = 0;
        void this.wake('timer');
      }
    });
  }
}
