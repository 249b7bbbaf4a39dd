import { batch, computed, signal } from '@preact/signals';
import { INSTRUMENT_VERSION } from '../instrument';
import type { Tap } from '../kiosk';
import type { Database } from '../outbox/database';
import { Outbox } from '../outbox/outbox';
import { Sender, type Cause, type Delivery, type Surroundings } from '../outbox/sender';
import { fetchConfiguration, type DeviceConfiguration } from './configuration';
import { Enrolments, type StoredEnrolment } from './enrolments';
import type { Hardware } from './hardware';
import { sendHeartbeat, type Heartbeat } from './heartbeat';
import { renewToken } from './renewal';

export type TabletParts = Pick<Surroundings, 'fetch' | 'ifAlone' | 'now' | 'random' | 'wakeIn'> & {
  /** Of this page. */
  readonly appVersion: string;
  readonly readHardware: () => Promise<Hardware>;
};

/** `revoked`: paired once, and taken out of use since; takes no ratings, but still sends those it has. */
export type Standing = 'starting' | 'unpaired' | 'inUse' | 'revoked';

/** A server that does not know the token for so long is no server that starts anew: somebody took this tablet out of use. */
export const REFUSAL_MILLIS = 4 * 60_000;

const HOUR_MILLIS = 60 * 60_000;
const RECOGNITION_TRIES = 20;
const RECOGNITION_MILLIS = 3_000;

/** This device: who it is to the server, what it still has to send, and what it knows about its office. */
export class Tablet {
  readonly queueDepth = signal(0);
  readonly configuration = signal<DeviceConfiguration | undefined>(undefined);
  readonly delivery = computed<Delivery>(() => (this.refused.value ? 'refused' : this.sending.value));
  readonly standing = computed<Standing>(() => {
    const gone = this.refusedForLong.value || this.configuration.value?.revoked === true;
    return this.paired.value === true && gone ? 'revoked' : standingOf(this.paired.value);
  });
  readonly enrolments: Enrolments;

  private readonly paired = signal<boolean | undefined>(undefined);
  private readonly refused = signal(false);
  private readonly refusedForLong = signal(false);
  private readonly sending = signal<Delivery>('idle');
  private readonly outbox: Outbox;
  private readonly sender: Sender;
  private current: StoredEnrolment | undefined;
  private refusedSince: number | undefined;
  private renewing = false;

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
      this.noteRefusal(false);
      this.configuration.value = current?.configuration;
      this.paired.value = current !== undefined;
    });
    await this.countQueue();
    return current !== undefined;
  }

  /** Waits until the server recognises the token that was stored last: each of its instances learns it within seconds. */
  async awaitRecognition(): Promise<void> {
    for (let i = 0; i < RECOGNITION_TRIES; i++) {
      const stored = await this.enrolments.findCurrent();
      const answer = stored && (await fetchConfiguration(stored.token, undefined, this.parts.fetch));
      if (answer?.kind === 'configuration') {
        return;
      }
      await new Promise<void>((resolve) => this.parts.wakeIn(RECOGNITION_MILLIS, resolve));
    }
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
    const answer = await fetchConfiguration(asked.token, asked.configurationTag, this.parts.fetch);
    if (answer.kind === 'unusable' || this.current?.id !== asked.id) {
      return;
    }
    this.noteRefusal(answer.kind === 'refused');
    if (answer.kind === 'configuration') {
      await this.enrolments.keepConfiguration(asked.id, answer.configuration, answer.tag);
      await this.reread(asked.id);
    }
    if (answer.kind !== 'refused' && this.configuration.value?.rotate === true) {
      await this.renewToken();
    }
  }

  /** Tells the server how this tablet is, and does what it asks for. Nothing is kept for later if it does not answer. */
  async report(): Promise<void> {
    const reporting = this.current;
    if (reporting === undefined) {
      return;
    }
    const answer = await sendHeartbeat(await this.heartbeat(), reporting.token, this.parts.fetch);
    if (answer.kind === 'unusable' || this.current?.id !== reporting.id) {
      return;
    }
    this.noteRefusal(answer.kind === 'refused');
    if (answer.kind === 'heard' && answer.configurationTag !== this.current.configurationTag) {
      await this.renewConfiguration();
    } else if (answer.kind === 'heard' && answer.rotate) {
      await this.renewToken();
    }
  }

  private async heartbeat(): Promise<Heartbeat> {
    const now = this.parts.now();
    const oldest = await this.outbox.oldest();
    return {
      appVersion: this.parts.appVersion,
      instrumentVersion: INSTRUMENT_VERSION,
      queueDepth: await this.outbox.depth(),
      oldestRatingHours: oldest === undefined ? 0 : Math.max(0, Math.floor((now - oldest) / HOUR_MILLIS)),
      refused: await this.outbox.countDeadLetters(),
      ...(await this.parts.readHardware()),
      deviceTime: new Date(now).toISOString(),
    };
  }

  /** Once at a time: two answers can ask for it in the same moment. */
  private async renewToken(): Promise<void> {
    const renewed = this.current;
    if (renewed === undefined || this.renewing) {
      return;
    }
    this.renewing = true;
    try {
      await renewToken(renewed, this.enrolments, this.parts.fetch);
      await this.reread(renewed.id);
    } finally {
      this.renewing = false;
    }
  }

  /** Takes over what was stored about an enrolment, unless another one is current by now. */
  private async reread(id: number): Promise<void> {
    const stored = await this.enrolments.findCurrent();
    if (stored?.id === id && this.current?.id === id) {
      this.current = stored;
      this.configuration.value = stored.configuration;
    }
  }

  private noteRefusal(refused: boolean): void {
    const now = this.parts.now();
    this.refusedSince = refused ? (this.refusedSince ?? now) : undefined;
    batch(() => {
      this.refused.value = refused;
      this.refusedForLong.value = this.refusedSince !== undefined && now - this.refusedSince >= REFUSAL_MILLIS;
    });
  }

  private async countQueue(): Promise<void> {
    this.queueDepth.value = await this.outbox.depth();
  }
}

function standingOf(paired: boolean | undefined): Standing {
  return paired === undefined ? 'starting' : paired ? 'inUse' : 'unpaired';
}
