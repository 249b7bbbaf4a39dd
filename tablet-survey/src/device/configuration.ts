import { ask, isObject, isRefusal } from './ask';

/** What the server tells a tablet about itself: `GET /v1/device/configuration`. */
export interface DeviceConfiguration {
  readonly authorityName: string;
  readonly officeName: string;
  readonly areaName: string;
  /** True where results are invented; every screen then says so. */
  readonly simulated: boolean;
  readonly instrumentVersion: number;
  /** Languages to offer, of those this page has; absent in copies of an older server's answer: all of them. */
  readonly languages?: readonly string[];
  /** How often to report. */
  readonly heartbeatSeconds?: number;
  /** A new token is due. */
  readonly rotate?: boolean;
  /** This tablet was taken out of use. */
  readonly revoked?: boolean;
}

/** Only our own server's JSON counts; a captive portal's page must not become the office's name. */
export function isDeviceConfiguration(value: unknown): value is DeviceConfiguration {
  return (
    isObject(value) &&
    typeof value['authorityName'] === 'string' &&
    typeof value['officeName'] === 'string' &&
    typeof value['areaName'] === 'string' &&
    typeof value['simulated'] === 'boolean' &&
    typeof value['instrumentVersion'] === 'number' &&
    isAbsentOr(value['languages'], (languages) => Array.isArray(languages)) &&
    isAbsentOr(value['heartbeatSeconds'], (seconds) => typeof seconds === 'number')
  );
}

function isAbsentOr(value: unknown, test: (present: unknown) => boolean): boolean {
  return value === undefined || test(value);
}

export type ConfigurationAnswer =
  | { readonly kind: 'configuration'; readonly configuration: DeviceConfiguration; readonly tag: string | undefined }
  | { readonly kind: 'unchanged' }
  /** Our own server does not know the token. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unusable' };

/**
 * Asks the server. Never throws: what cannot be understood is `unusable`, and the stored copy stays.
 *
 * @param tag of the stored copy; undefined if there is none
 */
export async function fetchConfiguration(
  token: string,
  tag: string | undefined,
  fetcher: typeof fetch,
): Promise<ConfigurationAnswer> {
  try {
    const response = await ask(fetcher, '/v1/device/configuration', token, {
      headers: tag === undefined ? {} : { 'If-None-Match': tag },
    });
    if (isRefusal(response)) {
      return { kind: 'refused' };
    }
    if (response.status === 304 && tag !== undefined) {
      return { kind: 'unchanged' };
    }
    const body: unknown = response.status === 200 ? await response.json() : undefined;
    return isDeviceConfiguration(body)
      ? { kind: 'configuration', configuration: body, tag: response.headers.get('ETag') ?? undefined }
      : { kind: 'unusable' };
  } catch {
    return { kind: 'unusable' };
  }
}
