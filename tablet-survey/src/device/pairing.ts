/**
 * Returns the device token of a pairing link (`/tablet/#token=…`), or undefined if the fragment holds none. A fragment,
 * because browsers never send it to a server, so it reaches no log.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750: characters of a bearer token</a>
 */
export function tokenInFragment(fragment: string): string | undefined {
  return /^#token=([A-Za-z0-9\-._~+/]{1,512}={0,2})$/.exec(fragment)?.[1];
}
