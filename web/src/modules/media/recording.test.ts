import { expect, test } from "vitest";
import { gathered } from "./recording.ts";

test("a long voice is drawn in as many parts as a short one, none of them louder than it was", () => {
  expect(gathered([0.1, 0.2], 4)).toEqual([0.1, 0.2]);
  expect(gathered([0, 1, 0, 0.5, 0.2, 0.1, 0, 0], 4)).toEqual([1, 0.5, 0.2, 0]);
  expect(gathered([], 4)).toEqual([]);
});
