// @vitest-environment node
// The pictures are of four by three points, written by Pillow.
import { expect, test } from "vitest";
import { type Head, headOf } from "./picture.ts";
import { cleaned } from "./traces.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const picture = (text: string) => Uint8Array.from(Buffer.from(text, "base64"));
const letters = (text: string) => Buffer.from(text, "latin1").toString("hex");

/** What is left of a picture, and of what type it is. */
async function left(bytes: Uint8Array<ArrayBuffer>, type: Head["type"]): Promise<Uint8Array> {
  const clean = await cleaned(new Blob([bytes]));
  expect(clean?.type).toBe(type);
  const rest = new Uint8Array((await clean?.arrayBuffer()) ?? new ArrayBuffer());
  expect(headOf(rest)).toEqual(headOf(bytes));
  return rest;
}

/** What is in a PNG, or in a WebP, in its order. */
function chunks(bytes: Uint8Array, type: Head["type"]): string[] {
  const data = Buffer.from(bytes);
  const found: string[] = [];
  const isPng = type === "image/png";
  for (let at = isPng ? 8 : 12; at < data.length; ) {
    const size = isPng ? data.readUInt32BE(at) : data.readUInt32LE(at + 4);
    const name = isPng ? at + 4 : at;
    found.push(data.toString("latin1", name, name + 4));
    at += isPng ? size + 12 : size + 8 + (size % 2);
  }
  return found;
}

/** Exif that says which way is up and nothing else. */
const UPRIGHT = "4d4d002a00000008000101120003000000010006000000000000";

const PHOTO_PNG = picture(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACnRFWHRBdXRob3IAQWRhnZUL9AAAABR6VFh0Q29tbWVudAAAeJyrqAACAAcNAllLOtdOAAAAGmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAAAAPHgvPpand2MAAAAHdElNRQfqAQIDBAX6IvytAAAAaGVYSWZNTQAqAAAACAADAQ8AAgAAAARDYW0AARIAAwAAAAEABgAAiCUABAAAAAEAAAAyAAAAAAACAAEAAgAAAAJOAAAAAAIABQAAAAMAAABQAAAAAAAAADQAAAABAAAAHwAAAAEAAAAAAAAAAdZIyWMAAAAUSURBVHicYzyhocEAA0wMSACFAwAptAEeiLKbBQAAAABJRU5ErkJggg==",
);
const PLAIN_PNG = picture(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAFElEQVR4nGM8oaHBAANMDEgAhQMAKbQBHoiymwUAAAAASUVORK5CYII=",
);
const FILM_PNG = picture(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACnRFWHRBdXRob3IAQWRhnZUL9AAAABR6VFh0Q29tbWVudAAAeJyrqAACAAcNAllLOtdOAAAAGmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAAAAPHgvPpand2MAAAAHdElNRQfqAQIDBAX6IvytAAAACGFjVEwAAAADAAAAAM7tusAAAAAaZmNUTAAAAAAAAAAEAAAAAwAAAAAAAAAAAAAAAQAA/UbKqgAAABRJREFUeJxjPKGhwQADTAxIAIUDACm0AR6IspsFAAAAGmZjVEwAAAABAAAABAAAAAMAAAAAAAAAAAAAAAEAAGY1IH4AAAAYZmRBVAAAAAJ4nGNkYPjPAANMDEgAhQMAJHgBBfYuilMAAAAaZmNUTAAAAAMAAAAEAAAAAwAAAAAAAAAAAAAAAQAAi6PzlwAAABZmZEFUAAAABHicY2T4zwAHTAwMODgAJXcBBf+zIykAAAAASUVORK5CYII=",
);
const PLAIN_FILM_PNG = picture(
  "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACGFjVEwAAAADAAAAAM7tusAAAAAaZmNUTAAAAAAAAAAEAAAAAwAAAAAAAAAAAAAAAQAA/UbKqgAAABRJREFUeJxjPKGhwQADTAxIAIUDACm0AR6IspsFAAAAGmZjVEwAAAABAAAABAAAAAMAAAAAAAAAAAAAAAEAAGY1IH4AAAAYZmRBVAAAAAJ4nGNkYPjPAANMDEgAhQMAJHgBBfYuilMAAAAaZmNUTAAAAAMAAAAEAAAAAwAAAAAAAAAAAAAAAQAAi6PzlwAAABZmZEFUAAAABHicY2T4zwAHTAwMODgAJXcBBf+zIykAAAAASUVORK5CYII=",
);
const PHOTO_WEBP = picture(
  "UklGRqwAAABXRUJQVlA4WAoAAAAMAAAAAwAAAgAAVlA4TBEAAAAvA4AAAAdQlCIXpf+BiOh/AABFWElGaAAAAE1NACoAAAAIAAMBDwACAAAABENhbQABEgADAAAAAQAGAACIJQAEAAAAAQAAADIAAAAAAAIAAQACAAAAAk4AAAAAAgAFAAAAAwAAAFAAAAAAAAAANAAAAAEAAAAfAAAAAQAAAAAAAAABWE1QIAQAAAA8eC8+",
);
const PLAIN_WEBP = picture("UklGRh4AAABXRUJQVlA4TBEAAAAvA4AAAAdQlCIXpf+BiOh/AAA=");
const SIGNED_WEBP = picture(
  "UklGRl4AAABXRUJQVlA4WAoAAAAMAAAAAwAAAgAAVlA4TBEAAAAvA4AAAAdQlCIXpf+BiOh/AABFWElGGgAAAE1NACoAAAAIAAEBDwACAAAABENhbQAAAAAAWE1QIAQAAAA8eC8+",
);
const FILM_WEBP = picture(
  "UklGRuwAAABXRUJQVlA4WAoAAAAOAAAAAwAAAgAAQU5JTQYAAAAAAAAAAABBTk1GKgAAAAAAAAAAAAMAAAIAAGQAAAJWUDhMEQAAAC8DgAAAB1CUIhel/4GI6H8AAEFOTUYoAAAAAAAAAAAAAwAAAgAAZAAAAFZQOEwPAAAALwOAAAAHENH//gciov8BAEFOTUYoAAAAAAAAAAAAAwAAAgAAZAAAAFZQOEwPAAAALwOAAAAH0P+I/gciov8BAEVYSUYgAAAARXhpZgAATU0AKgAAAAgAAQEPAAIAAAAEQ2FtAAAAAABYTVAgBQAAADx4Lz55AA==",
);
const PLAIN_FILM_WEBP = picture(
  "UklGRrYAAABXRUJQVlA4WAoAAAACAAAAAwAAAgAAQU5JTQYAAAAAAAAAAABBTk1GKgAAAAAAAAAAAAMAAAIAAGQAAAJWUDhMEQAAAC8DgAAAB1CUIhel/4GI6H8AAEFOTUYoAAAAAAAAAAAAAwAAAgAAZAAAAFZQOEwPAAAALwOAAAAHENH//gciov8BAEFOTUYoAAAAAAAAAAAAAwAAAgAAZAAAAFZQOEwPAAAALwOAAAAH0P+I/gciov8BAA==",
);

test("a JPEG loses what a camera wrote, and stays the right way up", async () => {
  const frame = "ffc00011080168028003012200021101031101";
  const tiff =
    "49492a0008000000" + "0200" + "120103000100000006000000" + "258804000100000026000000" + "00000000";
  const exif = `ffe1${(2 + 6 + tiff.length / 2).toString(16).padStart(4, "0")}${letters("Exif\0\0")}${tiff}`;
  const rest = `ffe200064943430a${frame}ffda0002123456`;
  const photo = hex(`ffd8${exif}ffed000412ff${rest}`);
  const up = `ffe10022${letters("Exif\0\0")}${UPRIGHT}`;
  expect(await left(photo, "image/jpeg")).toEqual(hex(`ffd8${up}${rest}`));
  expect(await left(hex(`ffd8${rest}`), "image/jpeg")).toEqual(hex(`ffd8${rest}`));
});

test("a PNG loses words, times and places, and stays the right way up", async () => {
  const rest = await left(PHOTO_PNG, "image/png");
  expect(chunks(PHOTO_PNG, "image/png")).toContain("tIME");
  expect(chunks(rest, "image/png")).toEqual(["IHDR", "eXIf", "IDAT", "IEND"]);
  expect(Buffer.from(rest).toString("hex")).toContain(`0000001a${letters("eXIf")}${UPRIGHT}d6674b69`);
  expect(await left(PLAIN_PNG, "image/png")).toEqual(PLAIN_PNG);
});

test("what stands behind the end of a PNG goes, and one that is cut off stays what it is", async () => {
  const more = Uint8Array.of(...PLAIN_PNG, ...PHOTO_PNG);
  expect(await left(more, "image/png")).toEqual(PLAIN_PNG);
  const cut = PLAIN_PNG.slice(0, 60);
  expect(await left(cut, "image/png")).toEqual(cut);
});

test("a WebP loses what a camera wrote and its head says so, and it stays the right way up", async () => {
  const rest = await left(PHOTO_WEBP, "image/webp");
  expect(chunks(rest, "image/webp")).toEqual(["VP8X", "VP8L", "EXIF"]);
  expect(rest[20]).toBe(0x08);
  expect(Buffer.from(rest).toString("hex")).toContain(`${letters("EXIF")}1a000000${UPRIGHT}`);
  expect(Buffer.from(rest).readUInt32LE(4)).toBe(rest.length - 8);
  const unsigned = await left(SIGNED_WEBP, "image/webp");
  expect(chunks(unsigned, "image/webp")).toEqual(["VP8X", "VP8L"]);
  expect(unsigned[20]).toBe(0);
  expect(await left(PLAIN_WEBP, "image/webp")).toEqual(PLAIN_WEBP);
});

test("animated pictures are what they were without their traces", async () => {
  expect(await left(FILM_PNG, "image/png")).toEqual(PLAIN_FILM_PNG);
  expect(await left(FILM_WEBP, "image/webp")).toEqual(PLAIN_FILM_WEBP);
});

test("a JPEG ends where it says so: what is put behind it is not sent, and nothing within looks like an end", async () => {
  const frame = "ffc0001108000300040301220002110103110100".slice(0, 38);
  const scan = "ffda000c03010002110311003f00";
  // Within the scan a byte 0xff is followed by 0, and a fresh start is marked; a table stands between two scans.
  const body = `ffd8${frame}${scan}12ff0034ffd056ffc40004ffd9${scan}78ff00`;
  const film = hex(`ffd8ffe1001c${letters("Exif\0\0 where it was taken")}`);
  const whole = hex(`${body}ffd9`);
  const clean = await left(new Uint8Array(Buffer.concat([whole, film])), "image/jpeg");
  expect(Buffer.from(clean).toString("hex")).toBe(Buffer.from(whole).toString("hex"));
  const cut = await left(hex(body), "image/jpeg");
  expect(Buffer.from(cut).toString("hex")).toBe(body);
});

test("comments and signatures of a JPEG go, and a wrong side up is none", async () => {
  const frame = "ffc0001108000300040301220002110103110100".slice(0, 38);
  const told = `ffd8fffe0006${letters("here")}ffeb0006${letters("c2pa")}${frame}ffda000200ffd9`;
  const clean = await left(hex(told), "image/jpeg");
  expect(Buffer.from(clean).toString("hex")).toBe(`ffd8${frame}ffda000200ffd9`);
});
