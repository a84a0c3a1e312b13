// One person: who they are, where one meets them, and not to hear of them any more.

import { ClientEvent, EventType, type IEvent, MatrixEvent, Room } from "matrix-js-sdk";
import type { Member } from "./member.ts";
import { localpart, personOf } from "./message.ts";
import { named } from "./names.ts";
import { noticeOf } from "./notice.ts";
import { Signal } from "./signal.ts";
import type { NameParts, Notice, Person } from "./types.ts";

/** What came last of people's coming and going; the member's own is told to them even when they are gone. */
const LAST_CAME = { dir: "b", limit: "10", filter: JSON.stringify({ types: [EventType.RoomMember] }) };

export class People {
  /** Whom the member ignores, on every device. */
  readonly ignored: Signal<readonly string[]>;

  /** The change to the list that is under way. */
  private changing: Promise<unknown> = Promise.resolve();

  constructor(private readonly member: Member) {
    const { client } = member;
    this.ignored = new Signal<readonly string[]>(client.getIgnoredUsers());
    client.on(ClientEvent.AccountData, (event) => {
      if (event.getType() === EventType.IgnoredUserList) this.ignored.set(client.getIgnoredUsers());
    });
  }

  /** How somebody shows themselves to everybody. */
  async who(userId: string): Promise<Person> {
    const profile = await this.member.client.getProfileInfo(userId);
    const { displayname, avatar_url } = profile;
    const parts = partsFrom((profile as Record<string, unknown>)[NAME_PARTS]);
    return { id: userId, name: named(displayname, localpart(userId)), parts, picture: avatar_url };
  }

  /** The rooms that both are in, by their ids. */
  async met(userId: string): Promise<string[]> {
    const path = "/_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms";
    const { joined } = await this.member.ask<{ joined: string[] }>(
      `${path}?user_id=${encodeURIComponent(userId)}`,
    );
    return joined;
  }

  /** Who made the member leave a room, and why; nothing where they went by themselves, or never were in it. */
  async removal(roomId: string): Promise<Notice | undefined> {
    const { client, id } = this.member;
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages`;
    const { chunk } = await this.member.ask<{ chunk: IEvent[] }>(`${path}?${new URLSearchParams(LAST_CAME)}`);
    const room = client.getRoom(roomId) ?? new Room(roomId, client, id);
    const last = chunk
      .filter(({ state_key }) => state_key === id)
      .map((event) => noticeOf(room, new MatrixEvent(event), (userId) => personOf(room, userId)))
      .find((notice) => notice !== undefined);
    if (last?.what !== "removed" && last?.what !== "banned") return undefined;
    return { ...last, who: await this.who(last.who.id).catch(() => last.who) };
  }

  async ignore(userId: string, isIgnored: boolean): Promise<void> {
    const { client } = this.member;
    // One after the other: each is made from what came back of the one before.
    const kept = this.changing.then(async () => {
      const others = client.getIgnoredUsers().filter((id) => id !== userId);
      const ignored = isIgnored ? [...others, userId] : others;
      await client.setIgnoredUsers(ignored);
      this.ignored.set(ignored);
    });
    this.changing = kept.catch(() => undefined);
    await kept;
  }

  /** Tells those who run the server of somebody. */
  async report(userId: string, reason: string): Promise<void> {
    const path = `/_matrix/client/v3/users/${encodeURIComponent(userId)}/report`;
    await this.member.ask(path, { method: "POST", body: { reason } });
  }
}

/** The field of a profile that has both parts of a name. */
const NAME_PARTS = "org.hearth.name";

/** Of somebody who has told them. */
export async function namePartsOf(member: Member, userId: string): Promise<NameParts | undefined> {
  return (await member.people.who(userId)).parts;
}

export async function setNameParts(member: Member, parts: NameParts): Promise<void> {
  const path = `/_matrix/client/v3/profile/${encodeURIComponent(member.id)}/${NAME_PARTS}`;
  await member.ask(path, { method: "PUT", body: { [NAME_PARTS]: parts } });
}

/** Somebody else has written it, in whatever form. */
function partsFrom(content: unknown): NameParts | undefined {
  const parts = (content ?? {}) as Record<string, unknown>;
  const [given, family] = [named(parts["given"], ""), named(parts["family"], "")];
  return given || family ? { given, family } : undefined;
}
