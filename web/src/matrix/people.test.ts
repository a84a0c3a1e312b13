// @vitest-environment node
import { createClient } from "matrix-js-sdk";
import { expect, test } from "vitest";
import type { Member } from "./member.ts";
import { People } from "./people.ts";

const ME = "@me:x";

const came = (membership: string, before: string, sender = "@ada:x", more = {}) => ({
  type: "m.room.member",
  event_id: `$${membership}`,
  room_id: "!r:x",
  state_key: ME,
  sender,
  content: { membership, ...more },
  unsigned: { prev_content: { membership: before } },
});

/** How the member left a room, by what the server still tells of it, newest first. */
async function removal(...chunk: object[]) {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME });
  client.getProfileInfo = async () => ({ displayname: "Ada" });
  const ask = async () => ({ chunk });
  const told = await new People({ client, id: ME, ask } as unknown as Member).removal("!r:x");
  return told && [told.what, told.who.name, told.reason];
}

test("who made somebody leave is told with their reason, also where the ban was given once more", async () => {
  const reason = "No selling here";
  expect(await removal(came("leave", "join", "@ada:x", { reason }))).toEqual(["removed", "Ada", reason]);
  expect(await removal(came("ban", "join"))).toEqual(["banned", "Ada", undefined]);
  expect(await removal(came("ban", "ban"), came("ban", "leave"))).toEqual(["banned", "Ada", undefined]);
});

test("nothing is told to who left by themselves, is no longer banned, or never was in it", async () => {
  expect(await removal(came("leave", "join", ME))).toBeUndefined();
  expect(await removal(came("leave", "ban"), came("ban", "join"))).toBeUndefined();
  expect(await removal(came("leave", "invite"))).toBeUndefined();
  expect(await removal({ ...came("leave", "join"), state_key: "@bob:x" })).toBeUndefined();
  expect(await removal()).toBeUndefined();
});
