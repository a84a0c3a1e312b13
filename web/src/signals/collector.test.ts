import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../api/call.ts";
import { Collector, GATHER_MS } from "./collector.ts";
import { tell, telling, tellOnce, WAITING } from "./tell.ts";

interface Body {
  id: string;
  signals: { signal: string; variant?: string; ago_ms: number }[];
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  telling.to = undefined;
  telling.early = undefined;
});

/** A server that answers as it is told to, and what it was told. */
function server(wanted: string[] = ["retention", "product"]) {
  const told: Body[] = [];
  const answers: (Refusal | string[])[] = [];
  const collector = new Collector(async (_, body) => {
    told.push(body as Body);
    const answer = answers.shift() ?? wanted;
    if (answer instanceof Refusal) throw answer;
    return { wanted: answer };
  });
  telling.to = collector;
  const names = () => told.map(({ signals }) => signals.map(({ signal }) => signal));
  return { collector, told, answers, names };
}

test("what is told before there is a collector, or before it is known what the member agrees to, waits for both", async () => {
  tell("refused", "often");
  telling.early = [];
  tell("app_opened");
  tellOnce("one", "cannot_decrypt", "no-key");
  tell("capability_used", "threads");
  const { early } = telling;
  const { collector, told, names } = server();
  for (const one of early) collector.take(one);
  tellOnce("one", "cannot_decrypt", "no-key");
  tell("send_failed", "server");
  await vi.advanceTimersByTimeAsync(3 * GATHER_MS);
  expect(names()).toEqual([]);
  collector.heed(["retention"]);
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(names()).toEqual([["app_opened", "cannot_decrypt", "send_failed"]]);
  expect(told[0]?.signals[0]?.ago_ms).toBe(4 * GATHER_MS);
});

test("what waits before it is known has an end, and is forgotten where the member does not agree", async () => {
  telling.early = [];
  for (let times = 0; times < 2 * WAITING; times += 1) tell("refused", "often");
  expect(telling.early).toHaveLength(WAITING);
  const { collector, names } = server();
  for (let times = 0; times < 2 * WAITING; times += 1) tell("refused", "often");
  collector.heed([]);
  collector.heed(["retention"]);
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(names()).toEqual([]);
});

test("nothing is kept once the member does not agree", async () => {
  const { collector, names } = server();
  collector.heed(["retention"]);
  tell("send_failed", "server");
  tell("capability_used", "threads");
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(names()).toEqual([["send_failed"]]);
  tell("refused", "often");
  collector.heed([]);
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(names()).toHaveLength(1);
});

test("a signal says how long ago it was", async () => {
  const { collector, told } = server();
  collector.heed(["retention"]);
  tell("app_opened");
  await vi.advanceTimersByTimeAsync(4000);
  tell("slow_room", "3s");
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(told[0]?.signals).toEqual([
    { signal: "app_opened", variant: undefined, ago_ms: GATHER_MS },
    { signal: "slow_room", variant: "3s", ago_ms: GATHER_MS - 4000 },
  ]);
});

test("what nobody answered goes again under its name, and what came meanwhile after it", async () => {
  const { collector, told, answers, names } = server();
  collector.heed(["retention"]);
  answers.push(
    new Refusal(0, "UNREACHED"),
    new Refusal(429, "M_LIMIT_EXCEEDED"),
    new Refusal(502, "M_UNKNOWN"),
  );
  tell("refused", "often");
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  tell("app_opened");
  await vi.advanceTimersByTimeAsync(4 * GATHER_MS);
  expect(names()).toEqual([["refused"], ["refused"], ["refused"], ["refused"], ["app_opened"]]);
  const ids = told.map(({ id }) => id);
  expect(new Set(ids.slice(0, 4)).size).toBe(1);
  expect(ids[4]).not.toBe(ids[0]);
});

test("a server that does not want it is not told again", async () => {
  for (const answer of [[], new Refusal(404, "M_UNRECOGNIZED")]) {
    const { collector, answers, names } = server();
    collector.heed(["retention"]);
    answers.push(answer);
    for (let times = 0; times < 3; times += 1) {
      tell("app_opened");
      await vi.advanceTimersByTimeAsync(GATHER_MS);
    }
    expect(names()).toEqual([["app_opened"]]);
  }
});

test("an answer from before the member agreed to more takes nothing back", async () => {
  const { collector, answers, names } = server();
  collector.heed(["retention"]);
  answers.push(["retention"]);
  tell("app_opened");
  const answered = collector.flush();
  collector.heed(["retention", "product"]);
  await answered;
  tell("capability_used", "reactions");
  await vi.advanceTimersByTimeAsync(GATHER_MS);
  expect(names()).toEqual([["app_opened"], ["capability_used"]]);
});

test("there is an end to what waits, and to what is told once", async () => {
  const { collector, told } = server();
  collector.heed(["retention"]);
  for (let times = 0; times < 3; times += 1) tellOnce("one", "cannot_decrypt", "no-key");
  for (let times = 0; times < 2 * WAITING; times += 1) tell("refused", "often");
  await collector.flush();
  expect(told[0]?.signals.filter(({ signal }) => signal === "cannot_decrypt")).toHaveLength(1);
  expect(told[0]?.signals).toHaveLength(WAITING);
  await collector.flush();
  expect(told).toHaveLength(1);
});
