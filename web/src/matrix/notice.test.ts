// @vitest-environment node
import { createClient, type IEvent, MatrixEvent, Room } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { noticeOf } from "./notice.ts";

const client = createClient({ baseUrl: "http://127.0.0.1:1", userId: "@me:x" });
const room = new Room("!r:x", client, "@me:x");
const person = (id: string) => ({ id, name: id.slice(1, -2), picture: undefined });

function told(type: string, content: object, before?: object, key = "", sender = "@ada:x") {
  const unsigned = before ? { prev_content: before } : {};
  const fields = { event_id: "$e", room_id: "!r:x", sender, state_key: key, origin_server_ts: 1 };
  const notice = noticeOf(room, new MatrixEvent({ type, content, unsigned, ...fields } as IEvent), person);
  return (
    notice && [notice.what, notice.who.name, notice.whom.name, notice.name, notice.reason].join(" ").trim()
  );
}

const member = (now: object, before?: object, sender = "@ada:x") =>
  told("m.room.member", now, before, "@bob:x", sender);

test.each([
  [member({ membership: "join" }, undefined, "@bob:x"), "joined bob bob"],
  [
    member({ membership: "join", displayname: "B" }, { membership: "join", displayname: "Bob" }),
    "renamed ada Bob B",
  ],
  [member({ membership: "join", avatar_url: "mxc://a" }, { membership: "join" }), undefined],
  [member({ membership: "invite" }), "invited ada bob"],
  [member({ membership: "leave" }, { membership: "join" }, "@bob:x"), "left bob bob"],
  [member({ membership: "leave" }, { membership: "join" }), "removed ada bob"],
  [
    member({ membership: "ban", reason: "Selling  things" }, { membership: "join" }),
    "banned ada bob  Selling things",
  ],
  [member({ membership: "leave" }, { membership: "invite" }, "@bob:x"), "declined bob bob"],
  [member({ membership: "leave" }, { membership: "invite" }), "withdrawn ada bob"],
  [member({ membership: "leave" }, { membership: "ban" }), "unbanned ada bob"],
  [told("m.room.topic", { topic: "Tea" }), "described ada ada Tea"],
  [told("m.room.topic", { topic: "" }, { topic: "Tea" }), "undescribed ada ada"],
  [told("m.room.join_rules", { join_rule: "public" }), undefined],
  [told("m.room.join_rules", { join_rule: "public" }, { join_rule: "invite" }), "opened ada ada"],
  [told("m.room.power_levels", { users: { "@bob:x": 50 } }, { users: {}, ban: 50 }), "promoted ada bob"],
  [told("m.room.power_levels", { ban: 0 }, { ban: 50 }), "ruled ada ada"],
  [told("m.room.power_levels", { users: null }, { users: "odd" }), "ruled ada ada"],
  [told("org.example.unknown", { a: 1 }, { a: 2 }), undefined],
])("what happened in plain words: %#", (is, wanted) => expect(is).toBe(wanted));
