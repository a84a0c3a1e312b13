import type { MatrixClient, Room } from "matrix-js-sdk";
import { beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../api/call.ts";
import type { Tokens } from "../api/tokens.ts";
import { upload } from "../api/upload.ts";
import type { Files } from "./files.ts";
import { Signal } from "./signal.ts";
import type { Connection } from "./types.ts";
import type { Unsent } from "./unsent.ts";
import { Uploads } from "./uploads.ts";

vi.mock("../api/upload.ts", () => ({ upload: vi.fn() }));

/** What the browser keeps; nothing more where it is full. */
const disk = vi.hoisted(() => ({ files: new Map<string, object>(), isFull: false }));

vi.mock("./unsent.ts", () => ({
  UnsentFiles: class {
    async keep(unsent: Unsent) {
      if (!disk.isFull) disk.files.set(unsent.id, { ...unsent });
      return !disk.isFull;
    }
    async forget(id: string) {
      disk.files.delete(id);
    }
    async all() {
      return [...disk.files.values()];
    }
  },
}));

const given = vi.mocked(upload);
const room = { roomId: "!r", getMember: () => null } as unknown as Room;

beforeEach(() => {
  given.mockReset();
  disk.files.clear();
  disk.isFull = false;
});

function sender(state: Connection = "online") {
  const sent: { txn: string; content: Record<string, unknown> }[] = [];
  let count = 0;
  const client = {
    makeTxnId: () => `t${++count}`,
    getRoom: () => ({ hasEncryptionStateEvent: () => false, getPendingEvents: () => [] }),
    getSafeUserId: () => "@me:x",
    getMediaConfig: async () => ({ "m.upload.size": 1000 }),
    sendMessage: async (_: string, __: null, content: Record<string, unknown>, txn: string) => {
      sent.push({ txn, content });
    },
  } as unknown as MatrixClient;
  const files = { keep: () => ({ release: () => undefined }) } as unknown as Files;
  const tokens = { fresh: async () => "t" } as Tokens;
  const connection = new Signal(state);
  return { sent, connection, uploads: new Uploads(client, tokens, files, connection) };
}

const parcel = (name: string) => ({ kind: "file" as const, name, type: "text/plain", blob: new Blob(["x"]) });
const bodies = (sent: { content: Record<string, unknown> }[]) => sent.map(({ content }) => content["body"]);

test("files are sent one after the other, in their order, each with its words", async () => {
  const { sent, uploads } = sender();
  given.mockResolvedValue("mxc://x/a");
  uploads.add("!r", parcel("one"), { body: "Words", mentions: [] });
  uploads.add("!r", parcel("two"));
  expect(uploads.of(room, undefined).map(({ sending, progress }) => [sending, progress])).toEqual([
    ["sending", 0],
    ["sending", 0],
  ]);
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["Words", "two"]));
  expect(sent[0]?.content).toMatchObject({ msgtype: "m.file", filename: "one", url: "mxc://x/a" });
  expect(uploads.of(room, undefined)).toEqual([]);
});

test("one that is cut goes on when the connection is back, and is sent once", async () => {
  const { sent, uploads, connection } = sender();
  given.mockRejectedValueOnce(new Refusal(0, "UNREACHED")).mockResolvedValue("mxc://x/a");
  uploads.add("!r", parcel("one"));
  await vi.waitFor(() => expect(uploads.of(room, undefined)[0]?.sending).toBe("waiting"));
  connection.set("offline");
  connection.set("online");
  await vi.waitFor(() => expect(sent.map(({ txn }) => txn)).toEqual(["t1"]));
  expect(given).toHaveBeenCalledTimes(2);
});

test("one that is refused waits for the member and holds up none", async () => {
  const { sent, uploads } = sender();
  given.mockRejectedValueOnce(new Refusal(413, "M_TOO_LARGE")).mockResolvedValue("mxc://x/a");
  uploads.add("!r", parcel("one"));
  uploads.add("!r", parcel("two"));
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["two"]));
  const [failed] = uploads.of(room, undefined);
  expect(failed?.sending).toBe("failed");
  uploads.retry(failed?.id ?? "");
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["two", "one"]));
});

test("to be told to wait is no failure, however often", async () => {
  const { sent, uploads } = sender();
  for (let turn = 0; turn < 8; turn += 1)
    given.mockRejectedValueOnce(new Refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 1 }));
  given.mockResolvedValue("mxc://x/a");
  uploads.add("!r", parcel("one"));
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["one"]));
});

test("one that is called off never comes", async () => {
  const { sent, uploads } = sender();
  given.mockImplementation(
    (_, __, stop) =>
      new Promise((_, reject) => stop.addEventListener("abort", () => reject(new Refusal(0, "UNREACHED")))),
  );
  uploads.add("!r", parcel("one"));
  await vi.waitFor(() => expect(given).toHaveBeenCalled());
  uploads.cancel(uploads.of(room, undefined)[0]?.id ?? "");
  given.mockResolvedValue("mxc://x/a");
  uploads.add("!r", parcel("two"));
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["two"]));
});

test("there is room for so many, and the server's bound is known", async () => {
  const { uploads } = sender();
  given.mockReturnValue(new Promise(() => undefined));
  for (let at = 0; at < 50; at += 1) uploads.add("!r", parcel("one"));
  expect(uploads.room).toBe(0);
  expect(await uploads.largest()).toBe(1000);
});

test("what was on its way when the page was closed goes on, once its rooms are known", async () => {
  const before = sender();
  given.mockReturnValue(new Promise(() => undefined));
  before.uploads.add("!r", parcel("one"), { body: "Words", mentions: [] });
  await vi.waitFor(() => expect(globalThis.onbeforeunload).toBeNull());
  before.uploads.stop();
  expect(before.uploads.count).toBe(0);

  given.mockReset().mockResolvedValue("mxc://x/a");
  const { sent, uploads, connection } = sender("starting");
  await Promise.resolve();
  expect(uploads.count).toBe(0);
  connection.set("offline");
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["Words"]));
  expect(sent[0]?.txn).toBe("t1");
  await vi.waitFor(() => expect(disk.files.size).toBe(0));
});

test("who would lose a file by leaving is asked", async () => {
  disk.isFull = true;
  const { uploads } = sender();
  given.mockReturnValue(new Promise(() => undefined));
  uploads.add("!r", parcel("one"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(globalThis.onbeforeunload).not.toBeNull();
  uploads.stop();
  expect(globalThis.onbeforeunload).toBeNull();
});
