import { expect, test } from "vitest";
import { codeIn, linkWith } from "./code.ts";

const HERE = "https://example.org";

test("a code leads to its own server alone, and only with a word", () => {
  const code = { word: "a+b/c=&d", who: "@ada:example.org" };
  const link = linkWith(code, HERE);
  expect(new URL(link).search).toBe("");
  expect(codeIn(link, HERE)).toEqual(code);
  expect(codeIn(link, "https://example.com")).toBeUndefined();
  expect(codeIn(`${HERE}/sign-in`, HERE)).toBeUndefined();
  expect(codeIn(`${HERE}/sign-in#code=a`, HERE)).toBeUndefined();
  expect(codeIn(`${HERE}/rooms/x#code=a&who=b`, HERE)).toBeUndefined();
  expect(codeIn("A key, not a link", HERE)).toBeUndefined();
});
