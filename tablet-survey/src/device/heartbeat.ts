import { ask, isObject, isRefusal } from './ask';

/** What this tablet says of itself: `POST /v1/device/heartbeat`. */
export interface Heartbeat {
  readonly appVersion: string;
  readonly instrumentVersion: number;
  readonly queueDepth: number;
  /** In whole hours; 0 if none waits. */
  readonly oldestRatingHours: number;
  /** How many ratings the server refused for good. */
  readonly refused: number;
  readonly storagePersisted?: boolean;
  readonly batteryPercent?: number;
  readonly charging?: boolean;
  /** By this tablet's clock, ISO 8601. */
  readonly deviceTime: string;
}

/** Returns the pause between two reports: what the server wishes within reason, else five minutes. */
export function heartbeatMillis(wishedSeconds: number | undefined): number {
  return Math.min(Math.max(wishedSeconds ?? 300, 60), 3600) * 1000;
}

export type HeartbeatAnswer =
  | { readonly kind: 'heard'; readonly rotate: boolean; readonly revoked: boolean; readonly configurationTag: string }
  /** Our own server does not know the token. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unusable' };

/** Reports. Never throws. */
export async function sendHeartbeat(heartbeat: Heartbeat, token: string, fetcher: typeof fetch): Promise<HeartbeatAnswer> {
  try {
    const response = await ask(fetcher, '/v1/device/heartbeat', token, { method: 'POST', body: heartbeat });
    if (isRefusal(response)) {
      return { kind: 'refused' };
    }
    const body: unknown = response.status === 200 ? await response.json() : undefined;
    return isObject(body) && typeof body['configurationTag'] === 'string'
      ? {
          kind: 'heard',
          rotate: body['rotate'] === true,
          revoked: body['revoked'] === true,
          configurationTag: body['configurationTag'],
        }
      : { kind: 'unusable' };
  } catch {
    return { kind: 'unusable' };
  }
}
