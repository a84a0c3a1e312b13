import { expect, test } from "vitest";
import { reason, type Suggested } from "./model.ts";

const QUIET: Suggested = { room_id: "!a", members: 9, known: 0, talking: 2, is_new: false };

test.each<[Partial<Suggested>, string, number]>([
  [{ known: 2, talking: 8, is_new: true }, "finding-known", 2],
  [{ talking: 8, is_new: true }, "finding-talking", 8],
  [{ is_new: true }, "finding-new", 9],
  [{}, "rooms-members", 9],
])("of %o the strongest reason is told, and none is made up", (facts, key, count) => {
  expect(reason({ ...QUIET, ...facts })).toEqual([key, { count }]);
});
