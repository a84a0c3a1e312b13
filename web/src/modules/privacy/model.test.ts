import { expect, test } from "vitest";
import { Choices, type Purpose } from "./model.ts";

const RETENTION: Purpose = {
  purpose: "retention",
  version: "2",
  name: "Noticing",
  what: "Counted.",
  why: "So.",
  data: "Counts.",
  kept: "A while.",
  allowed: false,
  state: "undecided",
  default: "opt-in",
};

/** A server that has these purposes, and what it was asked. */
async function choices(...purposes: Purpose[]) {
  const asked: [string, unknown][] = [];
  const made = new Choices(async <T>(path: string, request: { body?: unknown } = {}) => {
    asked.push([path, request.body]);
    if (path.endsWith("/consent")) return { purposes } as T;
    const purpose = purposes.find((one) => path.endsWith(one.purpose));
    return { ...purpose, state: path.includes("/notice/") ? "noticed" : "given", allowed: true } as T;
  });
  await made.load("en");
  return { made, asked };
}

test("a decision holds once the server has it, for the text that was seen", async () => {
  const { made, asked } = await choices(RETENTION, { ...RETENTION, purpose: "product" });
  expect(made.open).toEqual(["retention 2", "product 2"]);
  await made.decide(RETENTION, true, "en");
  expect(asked.at(-1)).toEqual([
    "/_hearth/privacy/consent/retention",
    { given: true, version: "2", language: "en" },
  ]);
  expect(made.purposes.get()?.map(({ state }) => state)).toEqual(["given", "undecided"]);
});

test("an answer from before a decision does not undo it", async () => {
  let allowed = false;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const made = new Choices(async <T>(path: string) => {
    const told = { purposes: [{ ...RETENTION, allowed }] } as T;
    if (path.endsWith("/consent")) return held.then(() => told);
    allowed = true;
    return { ...RETENTION, allowed } as T;
  });
  const loaded = made.load("en");
  await made.decide(RETENTION, true, "en");
  release();
  await loaded;
  expect(made.purposes.get()?.map((one) => one.allowed)).toEqual([true]);
});

test("a refusal leaves what was", async () => {
  const made = new Choices(() => Promise.reject(new Error("no")));
  await expect(made.decide(RETENTION, true, "en")).rejects.toThrow("no");
  expect(made.purposes.get()).toBeUndefined();
  expect(made.open).toEqual([]);
});

test("a notice is said only where it means something", async () => {
  const { made, asked } = await choices(RETENTION, { ...RETENTION, purpose: "product", default: "notice" });
  for (const purpose of made.purposes.get() ?? []) await made.shown(purpose, "en");
  expect(asked.map(([path]) => path)).toEqual([
    "/_hearth/privacy/consent",
    "/_hearth/privacy/notice/product",
  ]);
  for (const purpose of made.purposes.get() ?? []) await made.shown(purpose, "en");
  expect(asked).toHaveLength(2);
});
