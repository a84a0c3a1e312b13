// One room to those who look at it and change it: what there is to know of it, kept up to date, and what its people may do.

import {
  ClientEvent,
  EventType,
  HistoryVisibility,
  JoinRule,
  type MatrixClient,
  type MatrixEvent,
  PushRuleKind,
  RoomEvent,
  RoomStateEvent,
  type Room as SdkRoom,
  Visibility,
} from "matrix-js-sdk";
import { tell, used } from "../signals/tell.ts";
import { type Attendee, attendeesOf, type Calls, type Details, detailsOf, type History } from "./details.ts";
import { type Deed, raising, requiring, usualIn } from "./levels.ts";
import type { Member } from "./member.ts";
import { loadMembers } from "./members.ts";
import { uploadPicture } from "./portrait.ts";
import { Derived, gathered, Signal } from "./signal.ts";
import { contentIn, write } from "./written.ts";

const RULE = { anybody: JoinRule.Public, asking: JoinRule.Knock, invited: JoinRule.Invite };

const VISIBILITY: Record<History, HistoryVisibility> = {
  world: HistoryVisibility.WorldReadable,
  beginning: HistoryVisibility.Shared,
  invitation: HistoryVisibility.Invited,
  joining: HistoryVisibility.Joined,
};

export class About {
  readonly details: Signal<Details>;
  /** Of many thousands none is made where none is shown. */
  readonly people = new Derived<readonly Attendee[]>(() => attendeesOf(this.room));
  private readonly client: MatrixClient;

  private constructor(
    member: Member,
    private readonly room: SdkRoom,
  ) {
    this.client = member.client;
    this.details = new Signal(this.read());
  }

  /** Nothing where the member does not know the room. */
  static of(member: Member, roomId: string): About | undefined {
    const room = member.client.getRoom(roomId);
    return room ? new About(member, room) : undefined;
  }

  /** Follows the room until the answer is called. */
  watch(): () => void {
    const { client, room } = this;
    const details = gathered(() => this.details.set(this.read()));
    const all = gathered(() => {
      this.details.set(this.read());
      this.people.changed();
    });
    const ruled = (event: MatrixEvent) => event.getType() === EventType.PushRules && details();
    room.on(RoomStateEvent.Events, all);
    room.on(RoomEvent.Name, details);
    client.on(ClientEvent.AccountData, ruled);
    // Those of a large room come only when somebody asks for them.
    void loadMembers(client, room).then(all, () => undefined);
    return () => {
      room.off(RoomStateEvent.Events, all);
      room.off(RoomEvent.Name, details);
      client.off(ClientEvent.AccountData, ruled);
    };
  }

  rename(name: string): Promise<unknown> {
    return this.state(EventType.RoomName, { name });
  }

  describe(topic: string): Promise<unknown> {
    return this.state(EventType.RoomTopic, { topic });
  }

  async show(picture: Blob): Promise<void> {
    await this.state(EventType.RoomAvatar, { url: await uploadPicture(this.client, picture) });
  }

  /** Lets in anybody, who asks, or who is invited; only a room for anybody is listed. */
  async letIn(entry: keyof typeof RULE): Promise<void> {
    await this.state(EventType.RoomJoinRules, { join_rule: RULE[entry] });
    const visibility = entry === "anybody" ? Visibility.Public : Visibility.Private;
    await this.client.setRoomDirectoryVisibility(this.room.roomId, visibility);
  }

  letRead(history: History): Promise<unknown> {
    return this.state(EventType.RoomHistoryVisibility, { history_visibility: VISIBILITY[history] });
  }

  /** Gives the room an address; it becomes the one that it is known by if it had none. */
  async addAddress(name: string): Promise<void> {
    const alias = `#${name}:${this.client.getDomain()}`;
    await this.client.createAlias(alias, this.room.roomId);
    const { address, addresses } = this.addresses();
    await this.setAddresses(address ?? alias, address ? [...addresses, alias] : addresses);
  }

  async removeAddress(alias: string): Promise<void> {
    await this.client.deleteAlias(alias);
    const { address, addresses } = this.addresses();
    const left = addresses.filter((other) => other !== alias);
    await this.setAddresses(address === alias ? undefined : address, left);
  }

  /** Which messages call for the reader: the rules of the room say it to every device. */
  async call(calls: Calls): Promise<void> {
    const { client, room } = this;
    const drop = (kind: PushRuleKind) =>
      client.deletePushRule("global", kind, room.roomId).catch(() => undefined);
    if (calls !== "mentions") await drop(PushRuleKind.RoomSpecific);
    if (calls !== "none") await drop(PushRuleKind.Override);
    if (calls === "mentions")
      await client.addPushRule("global", PushRuleKind.RoomSpecific, room.roomId, { actions: [] });
    if (calls === "none")
      await client.addPushRule("global", PushRuleKind.Override, room.roomId, {
        actions: [],
        conditions: [{ kind: "event_match", key: "room_id", pattern: room.roomId }] as never,
      });
    tell("preference_changed", "notifications");
    client.setPushRules(await client.getPushRules());
    this.details.set(this.read());
  }

  /** Gives somebody a level, or the usual one. */
  async raise(userId: string, level: number): Promise<void> {
    const levels = contentIn(this.room, EventType.RoomPowerLevels);
    await this.state(EventType.RoomPowerLevels, raising(levels, userId, level, usualIn(this.room)));
  }

  /** Says what level a deed takes. */
  async require(deed: Deed, level: number): Promise<void> {
    const levels = contentIn(this.room, EventType.RoomPowerLevels);
    await this.state(EventType.RoomPowerLevels, requiring(levels, deed, level));
  }

  /** Tells those who run the server of the room. */
  report(reason: string): Promise<unknown> {
    return this.client.reportRoom(this.room.roomId, reason);
  }

  invite(userId: string): Promise<unknown> {
    return this.client.invite(this.room.roomId, userId);
  }

  /** Makes somebody leave, or takes an invitation back. They may come again. */
  remove(userId: string, reason: string): Promise<unknown> {
    used("moderation");
    return this.client.kick(this.room.roomId, userId, reason || undefined);
  }

  /** Makes somebody leave for as long as nobody lifts it. */
  ban(userId: string, reason: string): Promise<unknown> {
    used("moderation");
    return this.client.ban(this.room.roomId, userId, reason || undefined);
  }

  unban(userId: string): Promise<unknown> {
    return this.client.unban(this.room.roomId, userId);
  }

  private state(type: string, content: object): Promise<unknown> {
    return write(this.client, this.room, type, content);
  }

  private addresses(): { address: string | undefined; addresses: string[] } {
    const { alias, alt_aliases } = contentIn(this.room, EventType.RoomCanonicalAlias);
    return {
      address: typeof alias === "string" ? alias : undefined,
      addresses: Array.isArray(alt_aliases) ? alt_aliases.map(String) : [],
    };
  }

  private setAddresses(address: string | undefined, others: readonly string[]): Promise<unknown> {
    const alias = address === undefined ? {} : { alias: address };
    return this.state(EventType.RoomCanonicalAlias, { ...alias, alt_aliases: others });
  }

  private read(): Details {
    return detailsOf(this.client, this.room);
  }
}
