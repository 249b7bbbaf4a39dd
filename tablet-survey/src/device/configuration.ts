/** What the server tells a tablet about itself: `GET /v1/device/configuration`. */
export interface DeviceConfiguration {
  readonly authorityName: string;
  readonly officeName: string;
  readonly areaName: string;
  /** True where results are invented; every screen then says so. */
  readonly simulated: boolean;
  readonly instrumentVersion: number;
}

/** Only our own server's JSON counts; a captive portal's page must not become the office's name. */
export function isDeviceConfiguration(value: unknown): value is DeviceConfiguration {
  const candidate = value as Partial<DeviceConfiguration> | null;
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    typeof candidate.authorityName === 'string' &&
    typeof candidate.officeName === 'string' &&
    typeof candidate.areaName === 'string' &&
    typeof candidate.simulated === 'boolean' &&
    typeof candidate.instrumentVersion === 'number'
  );
}

export type ConfigurationAnswer = DeviceConfiguration | 'refused' | 'unusable';

/** Asks the server. Never throws: what cannot be understood is `unusable`, and the stored copy stays. */
export async function fetchConfiguration(token: string, fetcher: typeof fetch): Promise<ConfigurationAnswer> {
  try {
    const response = await fetcher('/v1/device/configuration', {
      headers: { Authorization: `Bearer ${token}` },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status === 401 || response.status === 403) {
      return 'refused';
    }
    const body: unknown = response.status === 200 ? await response.json() : undefined;
    return isDeviceConfiguration(body) ? body : 'unusable';
  } catch {
    return 'unusable';
  }
}
