// What the list of a member's devices comes to. No React, no SDK.

import type { Device } from "../../matrix/devices.ts";

/** A device that was not heard of for this long is likely lost or forgotten. */
const LONG_MS = 90 * 86_400_000;

/** What should be looked at first: devices that may be somebody else's, or nobody's any more. */
export function doubtOf(device: Device, now: number): "devices-unverified" | "devices-long" | undefined {
  if (device.isVerified === false) return "devices-unverified";
  const isLong = device.seenAt !== undefined && now - device.seenAt > LONG_MS;
  return isLong && !device.isThis ? "devices-long" : undefined;
}

/** All but the one that is in use. */
export function others(devices: readonly Device[]): string[] {
  return devices.filter(({ isThis }) => !isThis).map(({ id }) => id);
}
