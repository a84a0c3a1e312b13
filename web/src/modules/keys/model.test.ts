import { expect, test } from "vitest";
import { explained } from "./model.ts";

test("who joined later is told so, whatever their keys are", () => {
  for (const safety of ["safe", "here-only", "elsewhere", "unknown"] as const)
    expect(explained("before-joining", safety, false, false)).toEqual({
      key: "keys-unreadable-joining",
      remedy: undefined,
    });
});

test("a device without keys gets them first", () => {
  for (const why of ["no-key", "in-backup", "before-device", "withheld", "unknown"] as const)
    expect(explained(why, "elsewhere", false, false).remedy).toBe("bring");
});

test("with keys here, the backup is looked into or the sender is asked", () => {
  expect(explained("no-key", "safe", false, false).remedy).toBe("look");
  expect(explained("in-backup", "here-only", true, false)).toEqual({
    key: "keys-unreadable-lost",
    remedy: "look",
  });
  expect(explained("before-device", "safe", false, false)).toEqual({
    key: "keys-unreadable-lost",
    remedy: "ask",
  });
  expect(explained("withheld", "safe", false, false).remedy).toBe("ask");
  expect(explained("unknown", "safe", true, false).remedy).toBeUndefined();
  expect(explained("in-backup", "safe", false, true).remedy).toBe("ask");
  expect(explained("no-key", "safe", true, true).remedy).toBe("look");
});
