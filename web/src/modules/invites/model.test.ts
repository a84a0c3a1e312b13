import { expect, test } from "vitest";
import { invitedTo, isAsking, linkTo, mayEnter, outsidePath } from "./model.ts";

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
});
