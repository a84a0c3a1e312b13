import { expect, test } from "vitest";
import { hrefOf, placeOf } from "./places.ts";

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
