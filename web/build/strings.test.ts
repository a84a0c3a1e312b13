// @vitest-environment node
// Every text that the app asks for is there, and none is kept that nobody asks for.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asked, messages } from "./cultures.ts";

const CRATES = join(import.meta.dirname, "../../crates");

/** The server builds these keys from words of its own. */
const BUILT = /^(?:privacy|churn|insight|ingest)-/;

test("no text is missing from the source", () => {
  const source = messages("en");
  expect([...asked()].filter(([key]) => !source.has(key))).toEqual([]);
});

test("no text is kept that neither the app nor the server asks for", () => {
  const server = readdirSync(CRATES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".rs"))
    .map((file) => readFileSync(join(CRATES, file), "utf8"))
    .join("\n");
  const app = asked();
  const unused = [...messages("en").keys()].filter(
    (key) => !key.startsWith("-") && !app.has(key) && !BUILT.test(key) && !server.includes(`"${key}"`),
  );
  expect(unused).toEqual([]);
});
