import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refusal } from "../api/call.ts";
import { useTask } from "./task.ts";

test("a second press does nothing, a second change waits", async () => {
  const { result } = renderHook(() => useTask());
  const done: string[] = [];
  const end: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<void>((resolve) => {
      done.push(name);
      end.push(resolve);
    });
  await act(async () => {
    result.current.run(work("first"), "a");
    result.current.run(work("second"), "b");
    result.current.change(work("third"));
  });
  expect(done).toEqual(["first"]);
  expect(result.current.isBusy).toBe(true);
  await act(async () => end[0]?.());
  expect(done).toEqual(["first", "third"]);
  await act(async () => end[1]?.());
  expect(result.current.isBusy).toBe(false);
});

test("a refusal is said in words, as closely as they are known", async () => {
  const { result } = renderHook(() => useTask("about-error-forbidden"));
  const fails = async (error: unknown) => {
    await act(async () => result.current.run(() => Promise.reject(error)));
    return result.current.fault;
  };
  expect(await fails(new Refusal(403, "M_FORBIDDEN"))).toBe("about-error-forbidden");
  expect(await fails(new Refusal(429, "M_LIMIT_EXCEEDED"))).toBe("rooms-error-often");
  expect(await fails(new Refusal(0, "UNREACHED"))).toBe("common-error-unreached");
  expect(await fails(new Refusal(500, "M_UNKNOWN"))).toBe("common-error-unknown");
});
