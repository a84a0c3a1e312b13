import { expect, test } from "vitest";
import { hrefOf, pathOf, placeOf } from "./places.ts";

test("every place has a path that leads back to it", () => {
  for (const [more, path] of [
    [{}, "/rooms/!a:b.example"],
    [{ event: "$c_d-e" }, "/rooms/!a:b.example/$c_d-e"],
    [{ threads: "all" }, "/rooms/!a:b.example/threads"],
    [{ threads: { root: "$r" } }, "/rooms/!a:b.example/threads/$r"],
    [{ threads: { root: "$r" }, event: "$e" }, "/rooms/!a:b.example/threads/$r/$e"],
    [{ event: "$a/b?c#d" }, "/rooms/!a:b.example/$a%2Fb%3Fc%23d"],
  ] as const) {
    expect(hrefOf("!a:b.example", more)).toBe(path);
    expect(placeOf(path)).toMatchObject({ room: "!a:b.example", ...more });
  }
});

test("what is no place leads nowhere", () => {
  for (const path of ["/", "/settings", "/rooms", "/rooms/"]) expect(placeOf(path)).toBeUndefined();
  expect(placeOf("/rooms/%21a%3Ab/%")).toEqual({ room: "!a:b", event: "%" });
});

test("addresses of this app and of the protocol lead to places here, and no others", () => {
  for (const [address, path] of [
    [`${location.origin}/rooms/!a:x/$e?panel=about`, "/rooms/!a:x/$e?panel=about"],
    [`${location.origin}/people/%40ada:x`, "/people/%40ada:x"],
    [`${location.origin}/_matrix/media/v3/x`, undefined],
    [`${location.origin}/sign-up?room=!a:x`, undefined],
    ["https://matrix.to/#/@ada:x", "/people/%40ada:x"],
    ["https://matrix.to/#/%40ada%3Ax", "/people/%40ada:x"],
    ["https://matrix.to/#/!a:x/$e?via=x", "/rooms/!a:x/$e"],
    ["https://matrix.to/#/%23garden:x", "/rooms/%23garden:x"],
    ["https://matrix.to/", undefined],
    ["https://matrix.to.example/#/@ada:x", undefined],
    ["https://other.example/rooms/!a:x", undefined],
    ["mailto:ada@x", undefined],
    ["not an address", undefined],
  ] as const) {
    expect(pathOf(address)).toBe(path);
  }
});
