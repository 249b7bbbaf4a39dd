import type { OpenPairing } from '../outbox/database';
import { ask, isObject, problemOf } from './ask';

/** What an answer about a pairing means, after RFC 8628. */
export type PairingAnswer =
  | { readonly kind: 'token'; readonly token: string }
  /** Nobody has confirmed it yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'slowDown' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'denied' }
  /** No answer, or somebody else's. */
  | { readonly kind: 'unusable' };

/** Asks for a code; undefined if there is none to be had now. Never throws. */
export async function startPairing(fetcher: typeof fetch, now: () => number): Promise<OpenPairing | undefined> {
  try {
    const response = await ask(fetcher, '/v1/device/pairings', undefined, { method: 'POST' });
    const body: unknown = response.status === 200 ? await response.json() : undefined;
    return readPairing(body, now());
  } catch {
    return undefined;
  }
}

function readPairing(body: unknown, now: number): OpenPairing | undefined {
  if (
    !isObject(body) ||
    typeof body['deviceCode'] !== 'string' ||
    typeof body['userCode'] !== 'string' ||
    typeof body['verificationUriComplete'] !== 'string' ||
    typeof body['expiresIn'] !== 'number' ||
    typeof body['interval'] !== 'number'
  ) {
    return undefined;
  }
  return {
    deviceCode: body['deviceCode'],
    userCode: body['userCode'],
    address: body['verificationUriComplete'],
    expiresAt: now + body['expiresIn'] * 1000,
    intervalMillis: body['interval'] * 1000,
  };
}

/** Asks what became of a pairing. Never throws. */
export async function askForToken(fetcher: typeof fetch, deviceCode: string): Promise<PairingAnswer> {
  try {
    const response = await ask(fetcher, '/v1/device/pairings/token', undefined, { method: 'POST', body: { deviceCode } });
    if (response.status === 200) {
      return readToken(await response.json());
    }
    switch (await problemOf(response)) {
      case 'authorization-pending':
        return { kind: 'pending' };
      case 'slow-down':
        return { kind: 'slowDown' };
      case 'expired-token':
        return { kind: 'expired' };
      case 'access-denied':
        return { kind: 'denied' };
      default:
        return { kind: 'unusable' };
    }
  } catch {
    return { kind: 'unusable' };
  }
}

function readToken(body: unknown): PairingAnswer {
  const token = isObject(body) ? body['token'] : undefined;
  return typeof token === 'string' && token !== '' ? { kind: 'token', token } : { kind: 'unusable' };
}
