import { ask, isObject } from './ask';
import { fetchConfiguration } from './configuration';
import type { Enrolments, StoredEnrolment } from './enrolments';

/**
 * Goes over to a new token. The old one stays in use until the new one is stored and the server has accepted it once, so that
 * a lost answer or a switched-off tablet costs nothing.
 *
 * @returns whether the token changed
 */
export async function renewToken(
  enrolment: StoredEnrolment,
  enrolments: Enrolments,
  fetcher: typeof fetch,
): Promise<boolean> {
  const next = enrolment.nextToken ?? (await fetchToken(enrolment.token, fetcher));
  if (next === undefined) {
    return false;
  }
  await enrolments.keepNextToken(enrolment.id, next);
  const answer = await fetchConfiguration(next, undefined, fetcher);
  if (answer.kind === 'configuration') {
    await enrolments.switchToken(enrolment.id);
    return true;
  }
  if (answer.kind === 'refused' && enrolment.nextToken !== undefined) {
    // Not known yet would be over by now: the server gave it up for another one. The next time asks anew.
    await enrolments.keepNextToken(enrolment.id, undefined);
  }
  return false;
}

async function fetchToken(token: string, fetcher: typeof fetch): Promise<string | undefined> {
  try {
    const response = await ask(fetcher, '/v1/device/token', token, { method: 'POST' });
    const body: unknown = response.status === 200 ? await response.json() : undefined;
    return isObject(body) && typeof body['token'] === 'string' && body['token'] !== '' ? body['token'] : undefined;
  } catch {
    return undefined;
  }
}
