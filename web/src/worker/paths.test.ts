import { expect, test } from "vitest";
import pages from "../../pages.json";
import { isFile, isPage, wordsLike } from "./paths.ts";

test("the app's own files are kept, and nothing else", () => {
  expect(["/assets/main-1a.js", "/icon.svg"].map(isFile)).toEqual([true, true]);
  const others = [
    "/_matrix/client/v3/sync",
    "/_matrix/client/v1/media/download/x/y",
    "/_hearth/community",
    "/assets/../_matrix/x",
    "/assets/a.js?access_token=1",
    "/worker.js",
    "",
    7,
  ];
  expect(others.filter(isFile)).toEqual([]);
});

test("the page answers at the paths of the list alone", () => {
  expect(["/", "/sign-in", "/rooms/!a:x", "/settings/privacy"].every((path) => isPage(pages, path))).toBe(
    true,
  );
  expect(
    ["/_matrix/client/versions", "/rooms", "/rooms/a/b/c/d", "/setup"].some((path) => isPage(pages, path)),
  ).toBe(false);
});

test("of the words of a new build those are kept whose language was here", () => {
  const words = {
    de: ["/assets/de-newer123.js", "/assets/de-newer456.js"],
    "zh-Hans": ["/assets/zh-Hans-newer123.js"],
    "zh-Hant": ["/assets/zh-Hant-newer123.js"],
  };
  const known = ["/", "/assets/member-CtKISKg8.js", "/assets/en-I_AZ7f6Q.js", "/assets/zh-Hans-D-c_BW_E.js"];
  expect(wordsLike(words, known)).toEqual(["/assets/zh-Hans-newer123.js"]);
  expect(wordsLike(words, ["/assets/de-BGj_L3dz.js"])).toEqual(words.de);
});
