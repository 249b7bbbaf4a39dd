import { batch, computed, signal } from '@preact/signals';
import { INSTRUMENT_VERSION } from '../instrument';
import type { Tap } from '../kiosk';
import type { Database } from '../outbox/database';
import { Outbox } from '../outbox/outbox';
import { Sender, type Cause, type Delivery, type Surroundings } from '../outbox/sender';
import { fetchConfiguration, type DeviceConfiguration } from './configuration';
import { Enrolments, type StoredEnrolment } from './enrolments';

export type TabletParts = Pick<Surroundings, 'fetch' | 'ifAlone' | 'now' | 'random' | 'wakeIn'>;

/** This device: who it is to the server, what it still has to send, and what it knows about its office. */
export class Tablet {
  readonly queueDepth = signal(0);
  readonly configuration = signal<DeviceConfiguration | undefined>(undefined);
  readonly delivery = computed<Delivery>(() => (this.refused.value ? 'refused' : this.sending.value));

  private readonly refused = signal(false);
  private readonly sending = signal<Delivery>('idle');
  private readonly outbox: Outbox;
  private readonly enrolments: Enrolments;
  private readonly sender: Sender;
  private current: StoredEnrolment | undefined;

  constructor(
    database: Database,
    private readonly parts: TabletParts,
  ) {
    this.outbox = new Outbox(database);
    this.enrolments = new Enrolments(database);
    this.sender = new Sender({
      ...parts,
      outbox: this.outbox,
      listEnrolments: () => this.enrolments.list(),
      onDelivery: (delivery) => (this.sending.value = delivery),
      onSettled: () => this.countQueue(),
    });
  }

  /** Becomes the device the token stands for; without a token, the one it was before. Returns whether it is paired. */
  async identify(token: string | undefined): Promise<boolean> {
    if (token !== undefined) {
      await this.enrolments.pair(token);
    }
    const current = await this.enrolments.findCurrent();
    this.current = current;
    batch(() => {
      this.refused.value = false;
      this.configuration.value = current?.configuration;
    });
    await this.countQueue();
    return current !== undefined;
  }

  /** Stores a tap durably, then lets the sender know. Rejects if it is not safe. */
  async store({ overall, language }: Tap): Promise<void> {
    if (this.current === undefined) {
      throw new Error('A tablet that is not paired takes no ratings');
    }
    const ratedAt = `${new Date(this.parts.now()).toISOString().slice(0, 19)}Z`;
    const rating = { instrumentVersion: INSTRUMENT_VERSION, language, ratedAt, answers: { overall } };
    await this.outbox.record(this.current.id, rating);
    void this.countQueue().then(() => this.wake('tap'));
  }

  async wake(cause: Cause): Promise<void> {
    await this.sender.wake(cause);
    await this.countQueue();
  }

  /** Asks the server what to show. Without a usable answer the last good copy stays. */
  async renewConfiguration(): Promise<void> {
    const asked = this.current;
    if (asked === undefined) {
      return;
    }
    const answer = await fetchConfiguration(asked.token, this.parts.fetch);
    if (answer === 'unusable' || this.current?.id !== asked.id) {
      return;
    }
    this.refused.value = answer === 'refused';
    if (answer !== 'refused') {
      this.configuration.value = answer;
      await this.enrolments.keepConfiguration(asked.id, answer);
    }
  }

  private async countQueue(): Promise<void> {
    this.queueDepth.value = await this.outbox.depth();
  }
}
