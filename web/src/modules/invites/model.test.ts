import { expect, test } from "vitest";
import type { Room } from "../../matrix/types.ts";
import { codeIn, invitedTo, isAsking, linked, linkTo, mayEnter, outsidePath } from "./model.ts";

test("a link says the room and the code, where there are any", () => {
  expect(linkTo("https://x.org", undefined)).toBe("https://x.org/sign-up");
  expect(linkTo("https://x.org", "!a", "b c")).toBe("https://x.org/sign-up?room=%21a#token=b+c");
});

test("the code of a link is read where it stands, also in an older one", () => {
  const read = (link: string) => codeIn(new URL(link));
  expect(read(linkTo("https://x.org", "!a", "b c"))).toBe("b c");
  expect(read("https://x.org/sign-up?room=%21a&token=b+c")).toBe("b c");
  expect(read(linkTo("https://x.org", "!a"))).toBe("");
});

test("a link leads to where one can come in or ask, by its address where it has one", () => {
  const room = { id: "!a", address: "#a:x", entry: "anybody" } as Room;
  expect(linked(room)).toBe("#a:x");
  expect(linked({ ...room, address: undefined, entry: "asking" })).toBe("!a");
  expect(linked({ ...room, entry: "invited" })).toBeUndefined();
  expect(linked({ ...room, entry: "members-of" })).toBeUndefined();
});

test("a link says the room, and is read again", () => {
  const link = linkTo("https://x.org", "#garden:x.org");
  expect(link).toBe("https://x.org/sign-up?room=%23garden%3Ax.org");
  expect(invitedTo(new URL(link).search)).toBe("#garden:x.org");
  expect(invitedTo("?room=!abc")).toBe("!abc");
});

test("a link that names no room leads to none", () => {
  for (const search of ["", "?room=", "?room=//evil.example", "?room=javascript:x"])
    expect(invitedTo(search)).toBeUndefined();
});

test("rooms stand in paths as one part", () => {
  expect(outsidePath("#a/b:x")).toBe("/_matrix/client/v1/room_summary/%23a%2Fb%3Ax");
});

test("who has to ask is told so, and whoever may come in by a community need not", () => {
  const ways = [undefined, "public", "restricted", "knock", "knock_restricted"].map((join_rule) => {
    const outside = { room_id: "!a", num_joined_members: 1, ...(join_rule && { join_rule }) };
    return [isAsking(outside), mayEnter(outside)];
  });
  expect(ways).toEqual([
    [false, true],
    [false, true],
    [false, true],
    [true, false],
    [true, true],
  ]);
  const banned = { room_id: "!a", num_joined_members: 1, join_rule: "public", membership: "ban" };
  expect(mayEnter(banned)).toBe(false);
  expect(isAsking({ ...banned, join_rule: "knock" })).toBe(false);
});
