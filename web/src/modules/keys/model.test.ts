import { expect, test } from "vitest";
import { explained } from "./model.ts";

test("who joined later is told so, whatever their keys are", () => {
  for (const safety of ["safe", "here-only", "elsewhere", "unknown"] as const)
    expect(explained("before-joining", safety, false)).toEqual({
      key: "keys-unreadable-joining",
      remedy: undefined,
    });
});

test("a device without keys gets them first", () => {
  for (const why of ["no-key", "in-backup", "before-device", "withheld", "unknown"] as const)
    expect(explained(why, "elsewhere", false).remedy).toBe("bring");
});

test("with keys here, the backup is looked into or the sender is asked", () => {
  expect(explained("no-key", "safe", false).remedy).toBe("look");
  expect(explained("in-backup", "here-only", true)).toEqual({ key: "keys-unreadable-lost", remedy: "look" });
  expect(explained("before-device", "safe", false)).toEqual({ key: "keys-unreadable-lost", remedy: "ask" });
  expect(explained("withheld", "safe", false).remedy).toBe("ask");
  expect(explained("unknown", "safe", true).remedy).toBeUndefined();
});
