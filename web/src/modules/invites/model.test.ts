import { expect, test } from "vitest";
import { invitedTo, linkTo, outsidePath } from "./model.ts";

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
