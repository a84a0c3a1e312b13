// @vitest-environment node

import { beforeEach, expect, test, vi } from "vitest";
import type { Tokens } from "../api/tokens.ts";
import { Files } from "./files.ts";
import { locked } from "./lock.ts";
import type { Attachment } from "./types.ts";

const PNG = Uint8Array.from("89504e470d0a1a0a0000000d494844520000000200000002".match(/../g) ?? [], (pair) =>
  Number.parseInt(pair, 16),
);

const revoked: string[] = [];
let made = 0;

beforeEach(() => {
  revoked.length = 0;
  made = 0;
  vi.stubGlobal(
    "URL",
    Object.assign(URL, {
      createObjectURL: () => `blob:${++made}`,
      revokeObjectURL: (address: string) => revoked.push(address),
    }),
  );
});

function picture(id: string, more: Partial<Attachment> = {}): Attachment {
  const source = { url: `mxc://x/${id}`, lock: undefined };
  return { kind: "picture", name: id, type: "image/png", source, ...more } as Attachment;
}

function served(answer: (path: string) => Response) {
  const fetch = vi.fn(async (path: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    return answer(path);
  });
  return { fetch, files: new Files({ accessToken: "t", fetch } as unknown as Tokens) };
}

async function opened(files: Files, attachment: Attachment, wish: "small" | "file" = "small") {
  const held = files.hold(attachment, wish);
  await vi.waitFor(() => expect(held.opened.get().is).not.toBe("opening"));
  return held;
}

test("who shows the same picture shares it, and it stays a while", async () => {
  const { files, fetch } = served(() => new Response(PNG));
  const [one, other] = [await opened(files, picture("a")), await opened(files, picture("a"))];
  expect(one.opened.get()).toEqual({ is: "open", address: "blob:1" });
  one.release();
  one.release();
  other.release();
  (await opened(files, picture("a"))).release();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(fetch.mock.calls[0]?.[0]).toMatch(/^\/_matrix\/client\/v1\/media\/thumbnail\/x\/a\?/);
  expect(revoked).toEqual([]);
  // The browser keeps nothing that can be read.
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ cache: "no-store" });
});

test("of what nobody shows only the last hundred are kept", async () => {
  const { files } = served(() => new Response(PNG));
  for (let at = 0; at < 103; at += 1) (await opened(files, picture(`p${at}`))).release();
  expect(revoked).toEqual(["blob:1", "blob:2", "blob:3"]);
});

test("what is let go before it came is not fetched on, and asked for anew", async () => {
  const { files, fetch } = served(() => new Response(PNG));
  files.hold(picture("a"), "small").release();
  await vi.waitFor(() => expect(fetch.mock.calls[0]?.[1].signal?.aborted).toBe(true));
  expect((await opened(files, picture("a"))).opened.get().is).toBe("open");
});

test.each([
  ["gone", () => new Response(null, { status: 404 })],
  ["unshowable", () => new Response(null, { status: 400 })],
  ["unreached", () => new Response(null, { status: 429 })],
  [
    "unreached",
    () => {
      throw new TypeError("no network");
    },
  ],
  ["unshowable", () => new Response("<svg xmlns='http://www.w3.org/2000/svg'/>")],
])("%s", async (why, answer) => {
  const { files } = served(answer);
  expect((await opened(files, picture("a"))).opened.get()).toEqual({ is: "absent", why });
});

test("an encrypted picture is opened, a changed one is not, a very large one is not even fetched", async () => {
  const { blob, lock } = await locked(new Blob([PNG]));
  const secret = await blob.arrayBuffer();
  const source = { url: "mxc://x/s", lock };
  const whole = served(() => new Response(secret));
  expect((await opened(whole.files, picture("s", { source }))).opened.get().is).toBe("open");
  expect(whole.fetch.mock.calls[0]?.[0]).toBe("/_matrix/client/v1/media/download/x/s");
  expect(whole.fetch.mock.calls[0]?.[1]).toMatchObject({ cache: "default" });
  const changed = served(() => new Response(secret.slice(1)));
  const damaged = await opened(changed.files, picture("s", { source }));
  expect(damaged.opened.get()).toEqual({ is: "absent", why: "damaged" });
  const large = await opened(
    changed.files,
    picture("l", { source: { url: "mxc://x/l", lock }, bytes: 30e6 }),
  );
  expect(large.opened.get()).toEqual({ is: "absent", why: "unshowable" });
  expect(changed.fetch).toHaveBeenCalledTimes(1);
});

test("what is here already is not fetched, and goes when nobody needs it", async () => {
  const { files, fetch } = served(() => new Response(PNG));
  const kept = files.keep("mxc://x/own", new Blob([new Uint8Array(40 * 1024 * 1024)]));
  const shown = await opened(files, picture("own"));
  kept.release();
  expect(revoked).toEqual([]);
  shown.release();
  expect(fetch).not.toHaveBeenCalled();
  expect(revoked).toEqual(["blob:1"]);
});
