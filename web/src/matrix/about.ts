// All that there is to know of one room, and what its people may change in it.

import {
  ClientEvent,
  EventType,
  HistoryVisibility,
  JoinRule,
  KnownMembership,
  type MatrixClient,
  type MatrixEvent,
  PushRuleKind,
  RoomEvent,
  RoomStateEvent,
  type Room as SdkRoom,
  Visibility,
} from "matrix-js-sdk";
import { tell, used } from "../signals/tell.ts";
import type { Member } from "./member.ts";
import { personOf } from "./message.ts";
import { named } from "./names.ts";
import { Derived, gathered, Signal } from "./signal.ts";
import { uploadPicture } from "./traces.ts";
import type { Person } from "./types.ts";
import { contentIn, write } from "./written.ts";

/** Who may come in: anybody, who asks and is let in, members of another room, or who is invited. */
export type Entry = "anybody" | "asking" | "members-of" | "invited";

/** Who reads what was said: the world, members from the beginning, since their invitation, or since they came. */
export type History = "world" | "beginning" | "invitation" | "joining";

/** Which messages of a room call for the reader. */
export type Calls = "all" | "mentions" | "none";

/** What a level is needed for. */
export type Deed = (typeof DEEDS)[number];

export interface Details {
  name: string;
  topic: string;
  picture: string | undefined;
  isEncrypted: boolean;
  isSpace: boolean;
  entry: Entry;
  history: History;
  /** The address that the room is known by, and others that lead to it. */
  address: string | undefined;
  addresses: readonly string[];
  memberCount: number;
  calls: Calls;
  /** The reader's own level; Infinity of who made the room. */
  level: number;
  /** The level that each deed takes. */
  needs: Readonly<Record<Deed, number>>;
  /** The level of who has been given none. */
  usual: number;
}

export interface Attendee extends Person {
  level: number;
  membership: "join" | "invite" | "ban" | "knock";
}

const ENTRY: Record<string, Entry> = {
  [JoinRule.Public]: "anybody",
  [JoinRule.Knock]: "asking",
  [JoinRule.Restricted]: "members-of",
  knock_restricted: "members-of",
};

const HISTORY: Record<string, History> = {
  [HistoryVisibility.WorldReadable]: "world",
  [HistoryVisibility.Invited]: "invitation",
  [HistoryVisibility.Joined]: "joining",
};

const RULE = { anybody: JoinRule.Public, asking: JoinRule.Knock, invited: JoinRule.Invite };

const VISIBILITY: Record<History, HistoryVisibility> = {
  world: HistoryVisibility.WorldReadable,
  beginning: HistoryVisibility.Shared,
  invitation: HistoryVisibility.Invited,
  joining: HistoryVisibility.Joined,
};

/** The deeds that the protocol keeps beside the kinds of events. */
const ACTS: Partial<Record<Deed, string>> = {
  invite: "invite",
  remove: "kick",
  ban: "ban",
  delete: "redact",
};

const STATES: Partial<Record<Deed, string>> = {
  name: EventType.RoomName,
  topic: EventType.RoomTopic,
  picture: EventType.RoomAvatar,
  entry: EventType.RoomJoinRules,
  history: EventType.RoomHistoryVisibility,
  addresses: EventType.RoomCanonicalAlias,
  rooms: EventType.SpaceChild,
  roles: EventType.RoomPowerLevels,
};

const DEEDS = [
  "say",
  "invite",
  "remove",
  "ban",
  "delete",
  "name",
  "topic",
  "picture",
  "entry",
  "history",
  "addresses",
  "rooms",
  "roles",
] as const;

interface Levels {
  ban?: number;
  events?: Record<string, number>;
  events_default?: number;
  invite?: number;
  kick?: number;
  redact?: number;
  state_default?: number;
  users?: Record<string, number>;
  users_default?: number;
  [name: string]: unknown;
}

export class About {
  readonly details: Signal<Details>;
  /** Of many thousands none is made where none is shown. */
  readonly people = new Derived<readonly Attendee[]>(() => this.readPeople());
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
    void room.loadMembersIfNeeded().then(all, () => undefined);
    return () => {
      room.off(RoomStateEvent.Events, all);
      room.off(RoomEvent.Name, details);
      client.off(ClientEvent.AccountData, ruled);
    };
  }

  attendee(userId: string): Attendee {
    const member = this.room.getMember(userId);
    const known = member?.membership;
    const membership =
      known === KnownMembership.Invite || known === KnownMembership.Ban || known === KnownMembership.Knock
        ? known
        : "join";
    return { ...personOf(this.room, userId), level: member?.powerLevel ?? this.usual(), membership };
  }

  isHere(userId: string): boolean {
    return this.room.getMember(userId)?.membership === KnownMembership.Join;
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
    const levels: Levels = contentIn(this.room, EventType.RoomPowerLevels);
    const users = { ...levels.users, [userId]: level };
    if (level === this.usual()) delete users[userId];
    await this.state(EventType.RoomPowerLevels, { ...levels, users });
  }

  /** Says what level a deed takes. */
  async require(deed: Deed, level: number): Promise<void> {
    const levels: Levels = contentIn(this.room, EventType.RoomPowerLevels);
    const act = ACTS[deed];
    const type = STATES[deed];
    if (act) await this.state(EventType.RoomPowerLevels, { ...levels, [act]: level });
    else if (type)
      await this.state(EventType.RoomPowerLevels, { ...levels, events: { ...levels.events, [type]: level } });
    else await this.state(EventType.RoomPowerLevels, { ...levels, events_default: level });
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

  private levels(): Levels {
    return this.room.currentState.getStateEvents(EventType.RoomPowerLevels, "")?.getContent() ?? {};
  }

  private usual(): number {
    return this.levels().users_default ?? 0;
  }

  private read(): Details {
    const { room, client } = this;
    const content = (type: string): Record<string, unknown> =>
      room.currentState.getStateEvents(type, "")?.getContent() ?? {};
    const topic = content(EventType.RoomTopic)["topic"];
    return {
      name: named(room.name, room.roomId),
      topic: typeof topic === "string" ? topic : "",
      picture: room.getMxcAvatarUrl() ?? undefined,
      isEncrypted: room.hasEncryptionStateEvent(),
      isSpace: room.isSpaceRoom(),
      entry: ENTRY[String(content(EventType.RoomJoinRules)["join_rule"])] ?? "invited",
      history: HISTORY[room.getHistoryVisibility()] ?? "beginning",
      address: room.getCanonicalAlias() ?? undefined,
      addresses: room.getAltAliases(),
      memberCount: room.getJoinedMemberCount(),
      calls: this.readCalls(),
      level: room.getMember(client.getSafeUserId())?.powerLevel ?? this.usual(),
      needs: this.readNeeds(),
      usual: this.usual(),
    };
  }

  private readNeeds(): Details["needs"] {
    const levels = this.levels();
    const need = (deed: Deed): number => {
      const act = ACTS[deed];
      if (act) return Number(levels[act] ?? (act === "invite" ? 0 : 50));
      const type = STATES[deed];
      return type ? (levels.events?.[type] ?? levels.state_default ?? 50) : (levels.events_default ?? 0);
    };
    return Object.fromEntries(DEEDS.map((deed) => [deed, need(deed)])) as Record<Deed, number>;
  }

  private readCalls(): Calls {
    const rules = this.client.pushRules?.global;
    const has = (kind: PushRuleKind) =>
      rules?.[kind]?.some(
        (rule) => rule.rule_id === this.room.roomId && rule.enabled && rule.actions.length === 0,
      );
    if (has(PushRuleKind.Override)) return "none";
    return has(PushRuleKind.RoomSpecific) ? "mentions" : "all";
  }

  private readPeople(): Attendee[] {
    const shown: string[] = [
      KnownMembership.Join,
      KnownMembership.Invite,
      KnownMembership.Ban,
      KnownMembership.Knock,
    ];
    return this.room.currentState
      .getMembers()
      .filter(({ membership }) => shown.includes(membership ?? ""))
      .map(({ userId }) => this.attendee(userId));
  }
}
