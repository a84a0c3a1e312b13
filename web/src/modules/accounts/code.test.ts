import { expect, test } from "vitest";
import { linkWith, wordIn } from "./code.ts";

const HERE = "https://example.org";

test("a code leads to its own server alone, and only with a word", () => {
  const link = linkWith("a+b/c=&d", HERE);
  expect(new URL(link).search).toBe("");
  expect(wordIn(link, HERE)).toBe("a+b/c=&d");
  expect(wordIn(link, "https://example.com")).toBeUndefined();
  expect(wordIn(`${HERE}/sign-in`, HERE)).toBeUndefined();
  expect(wordIn(`${HERE}/rooms/x#code=a`, HERE)).toBeUndefined();
  expect(wordIn("A key, not a link", HERE)).toBeUndefined();
});
