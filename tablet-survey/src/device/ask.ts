const TIMEOUT_MILLIS = 15_000;

/** Sends a request of this tablet: nothing that a browser adds by itself, no other host, no copy from a cache. */
export function ask(
  fetcher: typeof fetch,
  path: string,
  token: string | undefined,
  request: { readonly method?: 'POST'; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const { method = 'GET', body, headers = {} } = request;
  return fetcher(path, {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  });
}

/** Whether our own server refuses the token. A proxy that wants a password answers 401 too, but with no problem. */
export function isRefusal(response: Response): boolean {
  return (response.status === 401 || response.status === 403) && isProblem(response);
}

/** Returns the kind of problem, e.g. `slow-down`; undefined if it is none of ours. */
export async function problemOf(response: Response): Promise<string | undefined> {
  const body: unknown = isProblem(response) ? await response.json().catch(() => undefined) : undefined;
  const type = isObject(body) ? body['type'] : undefined;
  return typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isProblem(response: Response): boolean {
  return /^application\/problem\+json\b/i.test(response.headers.get('Content-Type') ?? '');
}
