import { expect, test } from "vitest";
import { attachmentOf, captionOf, contentOfFile } from "./attachment.ts";

const MESSAGE = "m.room.message";
const url = "mxc://example.org/abc";
const lock = { key: "k".repeat(43), iv: "i".repeat(22), sha256: "s".repeat(43) };

const read = (content: Record<string, unknown>) => attachmentOf(MESSAGE, content);

test("what is sent is read as it was meant", () => {
  const blob = new Blob(["12345"]);
  const parcel = {
    kind: "picture",
    name: "lake.jpg",
    type: "image/jpeg",
    blob,
    width: 640,
    height: 360,
  } as const;
  const small = { blob: new Blob(["1"], { type: "image/jpeg" }), width: 64, height: 36 };
  const open = contentOfFile(parcel, { url, lock: undefined }, undefined);
  const plain = { kind: "picture", name: "lake.jpg", type: "image/jpeg", bytes: 5, width: 640, height: 360 };
  expect(read(open)).toMatchObject({ ...plain, source: { url, lock: undefined }, thumbnail: undefined });
  const secret = contentOfFile({ ...parcel, thumbnail: small }, { url, lock }, { url, lock });
  expect(secret["url"]).toBeUndefined();
  expect(read(secret)).toMatchObject({ ...plain, source: { url, lock }, thumbnail: { url, lock } });
  const voice = { ...parcel, kind: "voice", durationMs: 900, loudness: [0, 0.5, 1] } as const;
  expect(contentOfFile(voice, { url, lock: undefined }, undefined)).toMatchObject({
    msgtype: "m.audio",
    "org.matrix.msc1767.audio": { duration: 900, waveform: [0, 512, 1024] },
  });
  expect(read(contentOfFile(voice, { url, lock: undefined }, undefined))?.kind).toBe("voice");
});

test.each([
  ["words", { msgtype: "m.text", body: "x", url }],
  ["an address elsewhere", { msgtype: "m.image", body: "x", url: "https://example.org/x.png" }],
  [
    "an address that leads out of its place",
    { msgtype: "m.image", body: "x", url: "mxc://example.org/../admin" },
  ],
  ["a key that is not one", { msgtype: "m.image", body: "x", file: { url, v: "v2", key: { k: 1 } } }],
  [
    "an older lock",
    { msgtype: "m.image", file: { url, v: "v1", key: { k: "k" }, iv: "i", hashes: { sha256: "s" } } },
  ],
  ["no address", { msgtype: "m.file", body: "x", info: null }],
])("%s: no file", (_, content) => expect(read(content)).toBeUndefined());

test("nothing that a sender says is believed beyond its bounds", () => {
  const info = { size: -1, w: "640", h: 1e9, duration: Number.NaN, mimetype: {} };
  const content = { msgtype: "m.image", body: `\u202e${"n".repeat(999)}\u0000`, url, info };
  const found = read(content);
  expect(found?.name).toBe("n".repeat(200));
  expect(found).toMatchObject({ type: "", bytes: undefined, width: undefined, height: undefined });
  expect(found?.durationMs).toBeUndefined();
});

test("a caption is what is said beside the file's name", () => {
  expect(captionOf({ body: "a.png" })).toBe("");
  expect(captionOf({ body: "a.png", filename: "a.png" })).toBe("");
  expect(captionOf({ body: "The lake", filename: "a.png" })).toBe("The lake");
});
