// One person: who they are, where one meets them, and not to hear of them any more.

import { ClientEvent, EventType } from "matrix-js-sdk";
import type { Member } from "./member.ts";
import { localpart } from "./message.ts";
import { named } from "./names.ts";
import { Signal } from "./signal.ts";
import type { NameParts, Person } from "./types.ts";

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
