import { expect, test } from "vitest";
import pages from "../../pages.json";
import { isFile, isPage } from "./paths.ts";

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
