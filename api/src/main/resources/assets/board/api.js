// The board's questions to the server. Addresses are relative, so that the board also works behind a path prefix.

const TIMEOUT_MILLIS = 8_000;

/** The server knows no such thing (404). */
export class NotFound extends Error {}

/** Nobody is signed in, or no longer (401). */
export class SignedOut extends Error {}

/** Whoever is signed in may not see this (403). */
export class Forbidden extends Error {}

/** No usable answer: network away, time-out, 5xx, or something that is not our JSON. */
export class Unreachable extends Error {}

/** Who is signed in: {name, role, authorityName, formToken}. */
export const loadSession = () => get('../session');

/** All authorities that may be seen: {simulated, authorities: [{id, name, kind, pilotRole}]}. */
export const loadAuthorities = () => get('authorities');

/** One authority with today, trend and distribution. @param {string} id */
export const loadAuthority = (id) => get(`authorities/${encodeURIComponent(id)}`);

/** The comparison of one closed period. @param {{kind: string, start: string} | null} period null: the server's default */
export const loadComparison = (period) =>
  get(period === null ? 'comparison' : `comparison?${new URLSearchParams({ period: period.kind, start: period.start })}`);

/**
 * @returns {Promise<{body: object, at: string}>} the answer, and when the server gave it
 * @throws {NotFound | SignedOut | Forbidden | Unreachable}
 */
async function get(path) {
  let response;
  let body;
  try {
    response = await fetch(new URL(`../v1/board/${path}`, document.baseURI), {
      headers: { Accept: 'application/json' },
      cache: 'no-cache',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MILLIS),
    });
    body = response.ok ? await response.json() : null;
  } catch (cause) {
    throw new Unreachable(path, { cause });
  }
  const known = { 401: SignedOut, 403: Forbidden, 404: NotFound }[response.status];
  if (known !== undefined) {
    throw new known(path);
  }
  if (!response.ok) {
    throw new Unreachable(`${path}: ${response.status}`);
  }
  const date = Date.parse(response.headers.get('Date') ?? '');
  return { body, at: new Date(Number.isNaN(date) ? Date.now() : date).toISOString() };
}
