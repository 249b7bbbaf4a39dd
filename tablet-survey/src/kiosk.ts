import { signal } from '@preact/signals';
import type { Standing } from './device/tablet';
import { DEFAULT_LANGUAGE, type Language } from './language/language';
import type { FaceValue } from './outbox/database';

export type Screen = 'starting' | 'unpaired' | 'revoked' | 'rating' | 'thanks' | 'outOfService';

/** How long the thank-you stays: long enough to be read, short enough for the next in line. */
export const THANKS_MILLIS = 5_000;
/** How long a rating that could not be stored is admitted before the next visitor may try. */
export const OUT_OF_SERVICE_MILLIS = 10_000;
/** A visitor who chose a language and left: the next one finds German again. */
export const LANGUAGE_RESET_MILLIS = 45_000;
/** A finger that comes down just as the screen changes under it did not mean the new one. */
export const TAP_GUARD_MILLIS = 400;

/** What a tap on a face carries besides the rating's number and time. */
export interface Tap {
  readonly overall: FaceValue;
  readonly language: Language;
}

export interface KioskParts {
  /** Stores a tap durably; resolves only when it is safe. */
  readonly store: (tap: Tap) => Promise<unknown>;
  readonly now: () => number;
  /** Runs the action once after the given time; returns how to call it off. */
  readonly after: (millis: number, action: () => void) => () => void;
}

/** The course of one visit on the tablet: rating, thank-you, back to the start. */
export class Kiosk {
  readonly screen = signal<Screen>('starting');
  readonly language = signal<Language>(DEFAULT_LANGUAGE);

  // Long ago, not 0: a page that has just been loaded must not swallow the first tap.
  private changedAt = Number.NEGATIVE_INFINITY;
  private storing = false;
  private callOff: () => void = () => undefined;
  /** What is shown while nobody rates. */
  private home: Screen = 'starting';

  constructor(private readonly parts: KioskParts) {}

  /** Shows the rating screen on a tablet in use, else what to do about it. A thank-you in progress is not cut short. */
  open(standing: Standing): void {
    this.home = standing === 'inUse' ? 'rating' : standing;
    if (this.screen.value !== 'thanks' && this.screen.value !== 'outOfService' && this.screen.value !== this.home) {
      this.callOff();
      this.language.value = DEFAULT_LANGUAGE;
      this.screen.value = this.home;
    }
  }

  /** Takes a tap on a face: stored first, then thanked for. Further taps meanwhile are the same visitor's. */
  async rate(overall: FaceValue): Promise<void> {
    if (this.screen.value !== 'rating' || this.storing || this.parts.now() - this.changedAt < TAP_GUARD_MILLIS) {
      return;
    }
    this.storing = true;
    try {
      await this.parts.store({ overall, language: this.language.value });
      this.show('thanks', THANKS_MILLIS);
    } catch {
      this.show('outOfService', OUT_OF_SERVICE_MILLIS);
    } finally {
      this.storing = false;
    }
  }

  choose(language: Language): void {
    this.language.value = language;
    this.callOff();
    this.callOff = language === DEFAULT_LANGUAGE ? () => undefined : this.restartAfter(LANGUAGE_RESET_MILLIS);
  }

  /** True when nobody is in the middle of anything, so that the page may be renewed. */
  get idle(): boolean {
    return !this.storing && this.screen.value !== 'thanks' && this.language.value === DEFAULT_LANGUAGE;
  }

  private show(screen: Screen, millis: number): void {
    this.callOff();
    this.screen.value = screen;
    this.callOff = this.restartAfter(millis);
  }

  private restartAfter(millis: number): () => void {
    return this.parts.after(millis, () => {
      if (this.screen.value !== 'rating') {
        this.changedAt = this.parts.now();
      }
      this.language.value = DEFAULT_LANGUAGE;
      this.screen.value = this.home;
    });
  }
}
