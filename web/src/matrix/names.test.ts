import { expect, test } from "vitest";
import { named, shownName } from "./names.ts";

test.each([
  ["Ada", "Ada"],
  ["  Ada \n Lovelace ", "Ada Lovelace"],
  ["\u202Eevil\u202C", "evil"],
  ["a\u200B\u200B\u200Bb\u2060c", "abc"],
  ["می\u200Cخواهم", "می\u200Cخواهم"],
  ["👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧"],
  [`Z${"\u0301".repeat(50)}algo`, "Z\u0301\u0301\u0301algo"],
  ["\u200B\u200D\u200D\u2066\u2069", undefined],
  ["   ", undefined],
  ["x".repeat(5_000), `${"x".repeat(100)}…`],
])("a name beside anything else: %j", (name, shown) => expect(shownName(name)).toBe(shown));

test.each([undefined, null, 7, "", "\u200B"])("no name: %j", (name) =>
  expect(named(name, "ada")).toBe("ada"),
);
