import { expect, test } from "vitest";
import { messages } from "../../../build/cultures.ts";
import type { Step, Verification } from "../../matrix/verification.ts";
import { isOver, titleOf, wordsOf } from "./model.ts";
import { PICTURES, wordOf } from "./pictures.ts";

function at(step: Step, more: Partial<Verification> = {}): Verification {
  const who = { id: "@ada:x", name: "Ada" };
  return { isOwn: false, who, isAsker: true, hasBegun: false, step, ...more };
}

test("each of the protocol's pictures has a word, however it is drawn", () => {
  expect(PICTURES).toBe(64);
  expect(wordOf("🐶")).toBe("verification-picture-dog");
  expect([wordOf("☁️"), wordOf("☁")]).toEqual(Array(2).fill("verification-picture-cloud"));
  expect(wordOf("🦀")).toBeUndefined();
});

test("who has to do something is said", () => {
  const waiting = { is: "waiting" } as const;
  expect(wordsOf(at(waiting)).key).toBe("verification-waiting-person");
  expect(wordsOf(at(waiting, { isOwn: true })).key).toBe("verification-waiting-own");
  expect(wordsOf(at(waiting, { hasBegun: true })).key).toBe("verification-waiting-other");
  expect(wordsOf(at(waiting, { isAsker: false })).key).toBe("verification-waiting-other");
  expect(titleOf(at({ is: "asked" }))).toEqual({
    key: "verification-asked-person-title",
    values: { name: "Ada" },
  });
});

test("each way in which it ends has words of its own", () => {
  const known = messages("en");
  const ends = (["stopped", "timed-out", "mismatch", "failed"] as const).map((why) =>
    at({ is: "ended", why }),
  );
  const keys = [...ends, at({ is: "done" })].map((end) => wordsOf(end).key);
  expect(new Set(keys).size).toBe(5);
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
  expect(ends.every(({ step }) => isOver(step))).toBe(true);
  expect(isOver({ is: "comparing", pictures: [] })).toBe(false);
});
