import { EventStatus, type MatrixClient, type MatrixEvent, type Room } from "matrix-js-sdk";
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
  const pending: MatrixEvent[] = [];
  const rooms = new Map([["!r", { hasEncryptionStateEvent: () => false, getPendingEvents: () => pending }]]);
  let count = 0;
  let echo: (event: MatrixEvent) => void = () => undefined;
  const client = {
    makeTxnId: () => `t${++count}`,
    getRoom: (id: string) => rooms.get(id) ?? null,
    getSafeUserId: () => "@me:x",
    getMediaConfig: async () => ({ "m.upload.size": 1000 }),
    on: (_: string, hear: typeof echo) => {
      echo = hear;
    },
    sendMessage: vi.fn(async (_: string, __: null, content: Record<string, unknown>, txn: string) => {
      sent.push({ txn, content });
    }),
  };
  const files = { keep: () => ({ release: () => undefined }) } as unknown as Files;
  const tokens = { fresh: async () => "t" } as Tokens;
  const connection = new Signal(state);
  const uploads = new Uploads(client as unknown as MatrixClient, tokens, files, connection);
  return { sent, pending, rooms, client, connection, uploads, echo: (event: MatrixEvent) => echo(event) };
}

/** A message on its way. */
const message = (txn: string, status: EventStatus) =>
  ({ getTxnId: () => txn, getId: () => `~!r:${txn}`, status }) as MatrixEvent;

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

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
  connection.set("offline");
  await turn();
  expect(uploads.count).toBe(0);
  connection.set("online");
  await vi.waitFor(() => expect(bodies(sent)).toEqual(["Words"]));
  expect(sent[0]?.txn).toBe("t1");
  await vi.waitFor(() => expect(disk.files.size).toBe(0));
});

test("a file is kept until its message has arrived or was given up", async () => {
  const { client, uploads, echo } = sender();
  given.mockResolvedValue("mxc://x/a");
  client.sendMessage.mockRejectedValue(new Error("It cannot be encrypted now."));
  for (const name of ["one", "two"]) uploads.add("!r", parcel(name));
  await vi.waitFor(() => expect(client.sendMessage).toHaveBeenCalledTimes(2));
  await turn();
  expect([...disk.files.keys()]).toEqual(["t1", "t2"]);
  echo(message("t1", EventStatus.NOT_SENT));
  echo(message("t1", EventStatus.SENT));
  await vi.waitFor(() => expect([...disk.files.keys()]).toEqual(["t2"]));
  echo(message("t2", EventStatus.CANCELLED));
  await vi.waitFor(() => expect(disk.files.size).toBe(0));
});

test("a file whose message waits already is not sent beside it", async () => {
  disk.files.set("t9", { id: "t9", roomId: "!r", at: 1, parcel: parcel("one"), isRefused: false });
  const { client, pending, uploads, connection } = sender("starting");
  pending.push(message("t9", EventStatus.NOT_SENT));
  connection.set("online");
  await turn();
  await turn();
  expect(uploads.count).toBe(0);
  expect(given).not.toHaveBeenCalled();
  expect(client.sendMessage).not.toHaveBeenCalled();
  expect(disk.files.size).toBe(1);
});

test("what was refused waits for the member in the next page too, and goes with its room", async () => {
  const before = sender();
  given.mockRejectedValue(new Refusal(413, "M_TOO_LARGE"));
  before.uploads.add("!r", parcel("one"));
  await vi.waitFor(() => expect([...disk.files.values()]).toMatchObject([{ isRefused: true }]));
  before.uploads.stop();
  given.mockReset().mockResolvedValue("mxc://x/a");
  const { sent, uploads } = sender();
  await vi.waitFor(() => expect(uploads.of(room, undefined)[0]?.sending).toBe("failed"));
  uploads.stop();
  expect(sent).toEqual([]);
  const { rooms, connection } = sender("starting");
  rooms.clear();
  connection.set("online");
  await vi.waitFor(() => expect(disk.files.size).toBe(0));
  expect(given).not.toHaveBeenCalled();
});

test("who has stopped takes up nothing", async () => {
  disk.files.set("t9", { id: "t9", roomId: "!r", at: 1, parcel: parcel("one"), isRefused: false });
  const { uploads } = sender();
  uploads.stop();
  await turn();
  expect(uploads.count).toBe(0);
  expect(disk.files.size).toBe(1);
});

test("who would lose a file by leaving is asked", async () => {
  disk.isFull = true;
  const { uploads } = sender();
  given.mockReturnValue(new Promise(() => undefined));
  uploads.add("!r", parcel("one"));
  await turn();
  expect(globalThis.onbeforeunload).not.toBeNull();
  uploads.stop();
  expect(globalThis.onbeforeunload).toBeNull();
});
