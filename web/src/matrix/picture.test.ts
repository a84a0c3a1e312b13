import { expect, test } from "vitest";
import { headOf, isShowable } from "./picture.ts";

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const letters = (text: string) =>
  [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");

const PNG = `89504e470d0a1a0a0000000d${letters("IHDR")}0000028000000168`;
const GIF = `${letters("GIF89a")}80026801`;
const WEBP = `${letters("RIFF")}00000000${letters("WEBPVP8X")}0a000000000000007f0200670100`;
const FRAME = "ffc00011080168028003012200021101031101";

test.each([
  ["image/png", PNG],
  ["image/gif", GIF],
  ["image/webp", WEBP],
  ["image/jpeg", `ffd8ffe000040000${FRAME}ffda0002`],
])("%s is known by its bytes", (type, hex) => {
  expect(headOf(bytes(hex))).toEqual({ type, width: 640, height: 360 });
});

test.each([
  ["nothing", ""],
  ["a page", letters("<svg xmlns='http://www.w3.org/2000/svg' width='640'/>")],
  ["a head that is cut off", PNG.slice(0, 40)],
  ["a picture without a side", PNG.replace("00000280", "00000000")],
  ["a segment longer than the file", "ffd8ffe0ffff"],
  ["a picture before its head", `ffd8ffda0002${FRAME}`],
])("%s is no picture", (_, hex) => {
  expect(headOf(bytes(hex))).toBeUndefined();
});

test("a picture of more points than there is memory for is not shown", () => {
  const head = headOf(bytes(PNG.replace("0000028000000168", "0000ea600000ea60")));
  expect(head && isShowable(head)).toBe(false);
});
