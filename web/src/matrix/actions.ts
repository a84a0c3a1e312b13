// What a member does with rooms as a whole: making, finding, entering and leaving them.

import {
  EventType,
  type ICreateRoomOpts,
  JoinRule,
  KnownMembership,
  type MatrixClient,
  Preset,
  RestrictedAllowType,
  type Room,
  RoomType,
  Visibility,
} from "matrix-js-sdk";
import { codeOf, used } from "../signals/tell.ts";
import { loadMembers } from "./members.ts";
import { localpart } from "./message.ts";
import { named } from "./names.ts";
import { uploadPicture } from "./portrait.ts";
import { directRooms } from "./rooms.ts";
import type { Entry, OwnEntry, Person } from "./types.ts";

/** How many people or rooms a search shows. */
const FOUND = 20;

const ENCRYPTED = {
  type: "m.room.encryption",
  state_key: "",
  content: { algorithm: "m.megolm.v1.aes-sha2" },
};

const ASKING = { type: EventType.RoomJoinRules, state_key: "", content: { join_rule: JoinRule.Knock } };

function forMembersOf(spaceId: string) {
  const allow = [{ type: RestrictedAllowType.RoomMembership, room_id: spaceId }];
  return { type: EventType.RoomJoinRules, state_key: "", content: { join_rule: JoinRule.Restricted, allow } };
}

/** How a room begins, by who may come in; in the directory of rooms where anybody may. */
function openTo(entry: Entry) {
  const isOpen = entry === "anybody";
  return {
    preset: isOpen ? Preset.PublicChat : Preset.PrivateChat,
    visibility: isOpen ? Visibility.Public : Visibility.Private,
  };
}

/** A space to be. */
export interface NewSpace {
  name: string;
  topic: string;
  picture: Blob | undefined;
  entry: OwnEntry;
}

export interface FoundRoom {
  id: string;
  name: string;
  topic: string | undefined;
  picture: string | undefined;
  isSpace: boolean;
  memberCount: number;
}

function isIn(room: Room): boolean {
  return room.getMyMembership() === KnownMembership.Join;
}

/** Who asks the member into a conversation of the two. */
function inviterOf(client: MatrixClient, room: Room): string | undefined {
  const isInvite = room.getMyMembership() === KnownMembership.Invite;
  return isInvite ? room.getMember(client.getSafeUserId())?.getDMInviter() : undefined;
}

export class Actions {
  constructor(private readonly client: MatrixClient) {}

  /**
   * The conversation with somebody: the one that both are in, the one they ask the member into, the one they left, into which
   * they are asked again, or a new one, which only the two can read.
   */
  async talkTo(userId: string): Promise<string> {
    const rooms = this.client.getVisibleRooms();
    const direct = directRooms(this.client);
    const own = rooms.filter((room) => direct.get(room.roomId) === userId && isIn(room));
    for (const room of own) if (await this.expects(room, userId)) return room.roomId;
    const theirs = rooms.find((room) => inviterOf(this.client, room) === userId);
    if (theirs) return theirs.roomId;
    for (const room of own) if (await this.askBack(room, userId)) return room.roomId;
    const roomId = await this.create({
      preset: Preset.TrustedPrivateChat,
      is_direct: true,
      invite: [userId],
      initial_state: [ENCRYPTED],
    });
    await this.markDirect(roomId, userId);
    return roomId;
  }

  /** Whether somebody is in a room or invited to it, as far as can be known. */
  private async expects(room: Room, userId: string): Promise<boolean> {
    const isKnown = await loadMembers(this.client, room).then(
      () => true,
      () => false,
    );
    if (!isKnown) return true;
    const { membership } = room.getMember(userId) ?? {};
    return membership === KnownMembership.Join || membership === KnownMembership.Invite;
  }

  /** Invites somebody who left, where that is allowed: they may be banned, or the member may not invite. */
  private async askBack(room: Room, userId: string): Promise<boolean> {
    try {
      await this.client.invite(room.roomId, userId);
      return true;
    } catch (error) {
      if (codeOf(error) !== "forbidden") throw error;
      return false;
    }
  }

  /**
   * A room for those who are invited, which only they can read, one that everybody here can find and enter, or one for the
   * members of a space.
   */
  async makeRoom(name: string, entry: Exclude<Entry, "asking">, spaceId?: string): Promise<string> {
    const isOfSpace = entry === "members-of" && spaceId !== undefined;
    const roomId = await this.create({
      name,
      ...openTo(entry),
      initial_state: isOfSpace ? [forMembersOf(spaceId)] : entry === "anybody" ? [] : [ENCRYPTED],
    });
    if (spaceId) await this.putInto(spaceId, roomId);
    return roomId;
  }

  /** A space: a community within this one, with rooms of its own. */
  async makeSpace({ name, topic, picture, entry }: NewSpace): Promise<string> {
    const url = picture && (await uploadPicture(this.client, picture));
    return this.create({
      name,
      ...(topic && { topic }),
      ...openTo(entry),
      creation_content: { type: RoomType.Space },
      initial_state: [
        ...(url ? [{ type: EventType.RoomAvatar, state_key: "", content: { url } }] : []),
        ...(entry === "asking" ? [ASKING] : []),
      ],
      // Nothing is said in a space.
      power_level_content_override: { events_default: 100 },
    });
  }

  /** Makes a room part of a space. */
  async putInto(spaceId: string, roomId: string): Promise<void> {
    const via = [this.client.getDomain() ?? ""];
    await this.client.sendStateEvent(spaceId, EventType.SpaceChild, { via }, roomId);
  }

  /** The room itself stays as it is. */
  async takeOutOf(spaceId: string, roomId: string): Promise<void> {
    await this.client.sendStateEvent(spaceId, EventType.SpaceChild, {} as { via: string[] }, roomId);
  }

  async invite(roomId: string, userId: string): Promise<void> {
    await this.client.invite(roomId, userId);
    used("invitations");
  }

  /** Enters a room, by an invitation or because it is open. */
  async join(roomId: string): Promise<void> {
    const own = this.client.getRoom(roomId)?.getMember(this.client.getSafeUserId());
    const inviter = own?.getDMInviter();
    await this.client.joinRoom(roomId);
    if (inviter) await this.markDirect(roomId, inviter);
  }

  /** Enters a room by its id or address, and says its id. */
  async enter(room: string): Promise<string> {
    const { roomId } = await this.client.joinRoom(room);
    return roomId;
  }

  /** Asks those who are in a room to be let in. */
  async ask(room: string): Promise<void> {
    await this.client.knockRoom(room);
  }

  /** Leaves a room, or turns an invitation down. */
  async leave(roomId: string): Promise<void> {
    await this.client.leave(roomId);
    await this.client.forget(roomId);
  }

  async favour(roomId: string, isFavourite: boolean): Promise<void> {
    if (isFavourite) await this.client.setRoomTag(roomId, "m.favourite", { order: 0.5 });
    else await this.client.deleteRoomTag(roomId, "m.favourite");
  }

  /** People whose name or address has the words; first who has exactly this address, and so is found by strangers too. */
  async findPeople(words: string): Promise<Person[]> {
    const [exact, { results }] = await Promise.all([
      this.who(words),
      this.client.searchUserDirectory({ term: words, limit: FOUND }),
    ]);
    const listed = results.map(({ user_id, display_name, avatar_url }) => ({
      id: user_id,
      name: named(display_name, localpart(user_id)),
      picture: avatar_url,
    }));
    const others = listed.filter(({ id }) => id !== exact?.id);
    const me = this.client.getUserId();
    return [...(exact ? [exact] : []), ...others].filter(({ id }) => id !== me);
  }

  /** Whoever has this address, which may be without the server's name. */
  private async who(words: string): Promise<Person | undefined> {
    const name = words.replace(/^@/, "");
    if (/[\s@]/.test(name)) return undefined;
    const id = `@${name.includes(":") ? name : `${name}:${this.client.getDomain()}`}`;
    try {
      const { displayname, avatar_url } = await this.client.getProfileInfo(id);
      return { id, name: named(displayname, localpart(id)), picture: avatar_url };
    } catch {
      return undefined;
    }
  }

  /** Rooms that anybody here may enter. */
  async findRooms(words: string): Promise<FoundRoom[]> {
    const filter = words === "" ? {} : { filter: { generic_search_term: words } };
    const { chunk } = await this.client.publicRooms({ limit: FOUND, ...filter });
    return chunk.map((room) => ({
      id: room.room_id,
      name: named(room.name, room.canonical_alias ?? room.room_id),
      topic: room.topic,
      picture: room.avatar_url,
      isSpace: room.room_type === RoomType.Space,
      memberCount: room.num_joined_members,
    }));
  }

  private async create(options: ICreateRoomOpts): Promise<string> {
    const { room_id } = await this.client.createRoom(options);
    return room_id;
  }

  private async markDirect(roomId: string, userId: string): Promise<void> {
    const content: Record<string, string[]> = {
      ...this.client.getAccountData(EventType.Direct)?.getContent(),
    };
    content[userId] = [...new Set([...(content[userId] ?? []), roomId])];
    await this.client.setAccountData(EventType.Direct, content);
  }
}
