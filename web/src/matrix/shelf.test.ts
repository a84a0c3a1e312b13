// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";
import { fromShelf } from "./shelf.ts";

/** A browser's caches, as far as they are used. */
function browser() {
  const kept = new Map<string, Response>();
  const cache = {
    match: async (path: string) => kept.get(path)?.clone(),
    put: async (path: string, answer: Response) => void kept.set(path, answer),
    keys: async () => [...kept.keys()],
    delete: async (path: string) => kept.delete(path),
  };
  vi.stubGlobal("caches", { open: async () => cache });
  return kept;
}

afterEach(() => vi.unstubAllGlobals());

const server = () => vi.fn(async (_init: RequestInit) => new Response("picture"));

test("a picture is asked for once, past the browser's own cache", async () => {
  const kept = browser();
  const ask = server();
  expect(await (await fromShelf("/a", ask)).text()).toBe("picture");
  await vi.waitFor(() => expect(kept.size).toBe(1));
  expect(await (await fromShelf("/a", ask)).text()).toBe("picture");
  expect(ask.mock.calls).toEqual([[{ cache: "no-store" }]]);
});

test("the oldest of many make room, and a refusal is not kept", async () => {
  const kept = browser();
  for (let number = 0; number < 1_010; number++) await fromShelf(`/${number}`, server());
  await vi.waitFor(() => expect(kept.size).toBe(1_000));
  expect(kept.has("/0")).toBe(false);
  await fromShelf("/gone", async () => new Response("", { status: 404 }));
  expect(kept.has("/gone")).toBe(false);
});

test("where nothing can be kept it is asked for each time", async () => {
  const ask = server();
  await fromShelf("/a", ask);
  await fromShelf("/a", ask);
  expect(ask).toHaveBeenCalledTimes(2);
});
