// @vitest-environment node
import { createClient, type IEvent, MatrixError, MatrixEvent, Room } from "matrix-js-sdk";
import { expect, test, vi } from "vitest";
import { Actions } from "./actions.ts";

const ME = "@me:x";
const BOB = "@bob:x";

/** A member with the conversation `!known` with somebody, who is to it what is said, and what the server was asked. */
function begun(theirs?: string) {
  const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: ME });
  const room = (roomId: string, own: string, other?: string, more = {}) => {
    const made = new Room(roomId, client, ME);
    const came = (who: string, membership: string, sender = who, more = {}) =>
      new MatrixEvent({
        type: "m.room.member",
        event_id: `$${roomId}${who}`,
        room_id: roomId,
        state_key: who,
        sender,
        content: { membership, ...more },
      } as IEvent);
    made.currentState.setStateEvents([came(ME, own, own === "invite" ? BOB : ME, more)]);
    if (other) made.currentState.setStateEvents([came(BOB, other)]);
    made.updateMyMembership(own);
    client.store.storeRoom(made);
  };
  if (theirs) room("!known", "join", theirs);
  client.store.storeAccountDataEvents([
    new MatrixEvent({ type: "m.direct", content: { [BOB]: ["!known"] } }),
  ]);
  const invite = vi.spyOn(client, "invite").mockResolvedValue({});
  vi.spyOn(client, "createRoom").mockResolvedValue({ room_id: "!new" });
  vi.spyOn(client, "setAccountData").mockResolvedValue({});
  return { room, invite, talk: () => new Actions(client).talkTo(BOB) };
}

test("who is in the conversation, or invited to it, is talked to there", async () => {
  for (const theirs of ["join", "invite"]) {
    const { talk, invite } = begun(theirs);
    expect(await talk()).toBe("!known");
    expect(invite).not.toHaveBeenCalled();
  }
});

test("who has left it is asked back, or into a new one where they may not come back", async () => {
  const { talk, invite } = begun("leave");
  expect(await talk()).toBe("!known");
  expect(invite).toHaveBeenCalledWith("!known", BOB);
  invite.mockRejectedValue(new MatrixError({ errcode: "M_FORBIDDEN" }, 403));
  expect(await talk()).toBe("!new");
  invite.mockRejectedValue(new MatrixError({ errcode: "M_LIMIT_EXCEEDED" }, 429));
  await expect(talk()).rejects.toThrow();
});

test("an invitation of theirs is opened in place of a second conversation", async () => {
  const { room, talk } = begun("leave");
  room("!asked", "invite", "join", { is_direct: true });
  expect(await talk()).toBe("!asked");
});

test("with a stranger a new one begins", async () => {
  const { room, talk } = begun();
  room("!group", "invite", "join");
  expect(await talk()).toBe("!new");
});
