import type { MatrixClient, MatrixEvent } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { Kept } from "./kept.ts";

/** A server that takes or refuses what it is given when it is told to, and tells of it as a sync does. */
function server(first?: object) {
  let has: object | undefined = first;
  let hear: (event: MatrixEvent) => void = () => undefined;
  const event = () => ({ getType: () => "a", getContent: () => has }) as unknown as MatrixEvent;
  const asked: { take: () => void; refuse: () => void }[] = [];
  const tell = (content: object) => {
    has = content;
    hear(event());
  };
  const client = {
    on: (_: string, listener: typeof hear) => {
      hear = listener;
    },
    getAccountData: () => has && event(),
    setAccountData: (_: string, content: object) =>
      new Promise<void>((resolve, reject) => {
        const take = () => {
          tell(content);
          resolve();
        };
        asked.push({ take, refuse: () => reject(new Error("no")) });
      }),
  };
  return { kept: new Kept(client as unknown as MatrixClient, "a"), asked, tell };
}

const [OLD, NEW, NEWER] = [{ at: 1 }, { at: 2 }, { at: 3 }];

test("what is kept counts at once, and what comes from another device too", async () => {
  const { kept, asked, tell } = server();
  expect(kept.value.get()).toBeUndefined();
  const keeping = kept.keep(NEW);
  expect(kept.value.get()).toBe(NEW);
  asked[0]?.take();
  await keeping;
  expect(kept.value.get()).toBe(NEW);
  tell(NEWER);
  expect(kept.value.get()).toBe(NEWER);
});

test("what could not be kept is set back", async () => {
  const { kept, asked } = server(OLD);
  const keeping = kept.keep(NEW);
  asked[0]?.refuse();
  await expect(keeping).rejects.toThrow("no");
  expect(kept.value.get()).toBe(OLD);
});

test("what another device keeps meanwhile counts afterwards", async () => {
  const { kept, asked, tell } = server(OLD);
  const keeping = kept.keep(NEW);
  tell(NEWER);
  expect(kept.value.get()).toBe(NEW);
  asked[0]?.refuse();
  await expect(keeping).rejects.toThrow("no");
  expect(kept.value.get()).toBe(NEWER);
});

test("of two that are on their way, the later one counts as long as it is", async () => {
  const { kept, asked } = server(OLD);
  const keeping = [kept.keep(NEW), kept.keep(NEWER)];
  asked[0]?.take();
  await keeping[0];
  expect(kept.value.get()).toBe(NEWER);
  asked[1]?.refuse();
  await expect(keeping[1]).rejects.toThrow("no");
  expect(kept.value.get()).toBe(NEW);
});
