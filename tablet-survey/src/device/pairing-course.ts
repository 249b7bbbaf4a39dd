import { signal } from '@preact/signals';
import type { OpenPairing } from '../outbox/database';
import type { Enrolments } from './enrolments';
import { askForToken, startPairing } from './pairing-requests';

/** RFC 8628, section 3.5: whoever is told to slow down waits five seconds more from then on. */
const SLOWER_MILLIS = 5_000;
const NO_CODE_MILLIS = 15_000;
/** For an hour a new code follows an expired one; then nobody is there, and codes are not to be had for nothing. */
const LONGEST_COURSE_MILLIS = 60 * 60_000;

/** What the pairing screen shows. */
export type PairingState =
  | { readonly kind: 'idle' }
  /** No code yet: the server does not answer. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'code'; readonly pairing: OpenPairing }
  /** Nobody confirmed any code; a person has to ask for the next. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'denied' }
  /** Confirmed; waiting until the server knows the new token everywhere. */
  | { readonly kind: 'finishing' };

export interface PairingParts {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly after: (millis: number, action: () => void) => unknown;
  readonly enrolments: Enrolments;
  /** The token is stored; resolves when this tablet is ready to work with it. */
  readonly onPaired: () => Promise<void>;
}

/** How this tablet gets a token: it shows a code and asks until someone has confirmed it. */
export class PairingCourse {
  readonly state = signal<PairingState>({ kind: 'idle' });

  private begunAt = 0;
  /** Counts courses, so that what an old one still waits for does nothing. */
  private course = 0;

  constructor(private readonly parts: PairingParts) {}

  /** Begins anew, or goes on with a code from before a reload. Resolves when there is something to show. */
  async begin(): Promise<void> {
    this.course += 1;
    this.begunAt = this.parts.now();
    const open = await this.parts.enrolments.findPairing();
    if (open !== undefined && this.isOpen(open)) {
      this.show(open);
    } else {
      await this.fetchCode();
    }
  }

  /** Stops asking, for example because the tablet was paired in another way. */
  end(): void {
    this.course += 1;
    this.state.value = { kind: 'idle' };
  }

  /** A code that a set-back clock would keep for ever is not believed either. */
  private isOpen({ expiresAt }: OpenPairing): boolean {
    const left = expiresAt - this.parts.now();
    return left > 0 && left <= LONGEST_COURSE_MILLIS;
  }

  private async fetchCode(): Promise<void> {
    const course = this.course;
    if (this.state.value.kind !== 'code') {
      this.state.value = { kind: 'asking' };
    }
    const pairing = await startPairing(this.parts.fetch, this.parts.now);
    if (course !== this.course) {
      return;
    }
    if (pairing === undefined) {
      this.state.value = { kind: 'asking' };
      this.later(NO_CODE_MILLIS, () => this.fetchCode());
      return;
    }
    await this.parts.enrolments.keepPairing(pairing);
    if (course === this.course) {
      this.show(pairing);
    }
  }

  private show(pairing: OpenPairing): void {
    this.state.value = { kind: 'code', pairing };
    this.later(pairing.intervalMillis, () => this.poll(pairing, pairing.intervalMillis));
  }

  private async poll(pairing: OpenPairing, intervalMillis: number): Promise<void> {
    const course = this.course;
    const answer = await askForToken(this.parts.fetch, pairing.deviceCode);
    if (course !== this.course) {
      return;
    }
    switch (answer.kind) {
      case 'token':
        return this.finish(answer.token);
      case 'denied':
        await this.parts.enrolments.keepPairing(undefined);
        this.state.value = { kind: 'denied' };
        return;
      case 'expired':
        return this.renew();
      case 'slowDown':
        return this.pollAgain(pairing, intervalMillis + SLOWER_MILLIS);
      default:
        return this.pollAgain(pairing, intervalMillis);
    }
  }

  /** By the clock of the tablet only while the server does not answer: else the server says when a code is over. */
  private pollAgain(pairing: OpenPairing, intervalMillis: number): void | Promise<void> {
    if (!this.isOpen(pairing)) {
      return this.renew();
    }
    this.later(intervalMillis, () => this.poll(pairing, intervalMillis));
  }

  private async renew(): Promise<void> {
    await this.parts.enrolments.keepPairing(undefined);
    if (this.parts.now() - this.begunAt > LONGEST_COURSE_MILLIS) {
      this.state.value = { kind: 'expired' };
    } else {
      await this.fetchCode();
    }
  }

  private async finish(token: string): Promise<void> {
    await this.parts.enrolments.pair(token);
    this.state.value = { kind: 'finishing' };
    await this.parts.onPaired();
    this.end();
  }

  private later(millis: number, action: () => unknown): void {
    const course = this.course;
    this.parts.after(millis, () => {
      if (course === this.course) {
        void action();
      }
    });
  }
}
