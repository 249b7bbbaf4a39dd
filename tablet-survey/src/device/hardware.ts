import type { Heartbeat } from './heartbeat';

/** Only Chromium has it, and only on secure pages. */
interface BatteryManager {
  readonly level: number;
  readonly charging: boolean;
}

export type Hardware = Pick<Heartbeat, 'storagePersisted' | 'batteryPercent' | 'charging'>;

/** Returns what the platform tells of this device; what it does not tell is absent. Never throws. */
export async function readHardware(browser: Navigator): Promise<Hardware> {
  const persisted = await browser.storage.persisted().catch(() => undefined);
  const battery = await (browser as { getBattery?: () => Promise<BatteryManager> }).getBattery?.().catch(() => undefined);
  return {
    ...(persisted === undefined ? {} : { storagePersisted: persisted }),
    ...(battery === undefined ? {} : { batteryPercent: Math.round(battery.level * 100), charging: battery.charging }),
  };
}
