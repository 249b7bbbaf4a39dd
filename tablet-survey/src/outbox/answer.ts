import type { QueuedRating } from './database';

export interface Verdict {
  readonly sequenceNumber: number;
  readonly verdict: 'accepted' | 'duplicate' | 'rejected';
  readonly reason?: string;
}

/** What an answer to `POST /v1/ratings` means for the queue. Only `verdicts` may remove anything from it. */
export type Answer =
  | { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] }
  /** The server does not know this token (any more): keep everything, tell the staff. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'tooLarge' }
  /** Try again, but not before this many milliseconds (0 = no wish). */
  | { readonly kind: 'later'; readonly retryAfterMillis: number }
  /** No answer, or somebody else's: a captive portal, a proxy, a server we do not understand. */
  | { readonly kind: 'unusable' };

/** A wish beyond one hour is not obeyed: a misconfigured proxy must not silence a tablet for a day. */
const LONGEST_RETRY_AFTER_MILLIS = 60 * 60 * 1000;

/** Reads an answer to a batch that was sent. Never throws: what cannot be understood is `unusable`. */
export async function readAnswer(response: Response, sent: readonly QueuedRating[], now: number): Promise<Answer> {
  switch (response.status) {
    case 202:
      return readVerdicts(response, sent);
    case 401:
    case 403:
      return { kind: 'refused' };
    case 413:
      return { kind: 'tooLarge' };
    default:
      return response.status === 429 || response.status >= 500
        ? { kind: 'later', retryAfterMillis: retryAfterMillis(response.headers.get('Retry-After'), now) }
        : { kind: 'unusable' };
  }
}

async function readVerdicts(response: Response, sent: readonly QueuedRating[]): Promise<Answer> {
  if (!/^application\/json\b/i.test(response.headers.get('Content-Type') ?? '')) {
    return { kind: 'unusable' };
  }
  const body: unknown = await response.json().catch(() => undefined);
  const verdicts = isObject(body) ? body['verdicts'] : undefined;
  const complete =
    Array.isArray(verdicts) &&
    verdicts.length === sent.length &&
    verdicts.every((verdict, i) => isVerdict(verdict) && verdict.sequenceNumber === sent[i]?.sequenceNumber);
  return complete ? { kind: 'verdicts', verdicts: verdicts as Verdict[] } : { kind: 'unusable' };
}

function isVerdict(value: unknown): value is Verdict {
  return (
    isObject(value) &&
    typeof value['sequenceNumber'] === 'number' &&
    (value['verdict'] === 'accepted' || value['verdict'] === 'duplicate' || value['verdict'] === 'rejected') &&
    (value['reason'] === undefined || value['reason'] === null || typeof value['reason'] === 'string')
  );
}

/** Both forms of RFC 9110, section 10.2.3: seconds or a date. */
function retryAfterMillis(header: string | null, now: number): number {
  if (header === null) {
    return 0;
  }
  const millis = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(millis) ? 0 : Math.min(Math.max(millis, 0), LONGEST_RETRY_AFTER_MILLIS);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
