import { expect, test } from "vitest";
import type { Device } from "../../matrix/devices.ts";
import { doubtOf, others } from "./model.ts";

const DAY = 86_400_000;

function device(more: Partial<Device>): Device {
  return { id: "A", name: "Phone", seenAt: 100 * DAY, isThis: false, isVerified: true, ...more };
}

test("what is not verified comes before what was long not seen", () => {
  expect(doubtOf(device({}), 100 * DAY)).toBeUndefined();
  expect(doubtOf(device({ isVerified: false, seenAt: 0 }), 100 * DAY)).toBe("devices-unverified");
  expect(doubtOf(device({ seenAt: 9 * DAY }), 100 * DAY)).toBe("devices-long");
  expect(doubtOf(device({ seenAt: 10 * DAY }), 100 * DAY)).toBeUndefined();
  expect(doubtOf(device({ seenAt: 0, isThis: true }), 100 * DAY)).toBeUndefined();
  expect(doubtOf(device({ seenAt: undefined, isVerified: undefined }), 100 * DAY)).toBeUndefined();
});

test("the device in use is never among the others", () => {
  expect(others([device({ isThis: true }), device({ id: "B" })])).toEqual(["B"]);
  expect(others([])).toEqual([]);
});
