import { expect, test } from "vitest";
import type { Attachment } from "../../matrix/types.ts";
import { boxOf, choose, FILES_MAX, isText, lasting } from "./model.ts";

const number = (value: number) => String(value);
const file = (bytes: number, name = "a") => new File([new Uint8Array(bytes)], name);
const picture = (width?: number, height?: number) => ({ kind: "picture", width, height }) as Attachment;

test("a picture's box is known before it, and fits", () => {
  expect(boxOf(picture(4000, 3000))).toEqual({ width: 400, height: 300 });
  expect(boxOf(picture(100, 50))).toEqual({ width: 100, height: 50 });
  expect(boxOf(picture(10_000, 10))).toEqual({ width: 400, height: 48 });
  expect(boxOf(picture())).toEqual({ width: 240, height: 160 });
  expect(boxOf({ ...picture(1, 1), kind: "file" }).height).toBe(56);
});

test("what the server would not take is refused before, and so is what is empty or too much", () => {
  const bounds = { largest: 10, room: 50 };
  const size = (bytes: number) => `${bytes} B`;
  const large = choose([], [file(5), file(11, "b")], bounds, size);
  expect(large.chosen).toHaveLength(1);
  expect(large.fault).toEqual({ key: "media-large", values: { name: "b", size: "10 B" } });
  expect(choose([], [file(0)], bounds, size).fault?.key).toBe("media-empty");
  const many = choose(
    large.chosen,
    Array.from({ length: FILES_MAX }, () => file(1)),
    bounds,
    size,
  );
  expect(many.chosen).toHaveLength(FILES_MAX);
  expect(many.fault?.key).toBe("media-many");
  expect(choose([], [file(1), file(1)], { ...bounds, room: 1 }, size).chosen).toHaveLength(1);
  expect(choose([], [file(10)], bounds, size).fault).toBeUndefined();
});

test("what is pasted is a text where a program has copied a picture of it too, and else the files", () => {
  expect(isText(["text/plain", "text/html", "text/rtf", "Files"])).toBe(true);
  expect(isText(["text/plain", "text/rtf", "Files"])).toBe(true);
  // From a file manager, and a picture from a page.
  expect(isText(["text/plain", "text/uri-list", "Files"])).toBe(false);
  expect(isText(["text/html", "Files"])).toBe(false);
  expect(isText(["Files"])).toBe(false);
});

test("how long it lasts", () => {
  expect(lasting(65_400, number)).toBe("1:05");
  expect(lasting(0, number)).toBe("0:00");
});
