// Communities within this server: the spaces that the member is in, and which rooms belong to them.

import {
  ClientEvent,
  EventType,
  KnownMembership,
  type MatrixClient,
  RoomEvent,
  RoomStateEvent,
  RoomType,
} from "matrix-js-sdk";
import { named } from "./names.ts";
import { describe, directRooms, topicOf } from "./rooms.ts";
import { gathered, Signal } from "./signal.ts";
import type { Room } from "./types.ts";

/** How deep spaces within spaces are followed; nobody finds anything below. */
const DEPTH = 4;

export interface Space extends Room {
  topic: string;
  /** The rooms in it, and in the spaces within it, by their ids. */
  rooms: ReadonlySet<string>;
  /** Those that it names itself, and that can be taken out of it. */
  own: ReadonlySet<string>;
  /** Whether the member may add rooms, and take them out. */
  mayAdd: boolean;
}

/** The spaces that the member is in, by name. */
export function spacesOf(client: MatrixClient): Signal<readonly Space[]> {
  const spaces = new Signal<readonly Space[]>([]);
  const update = gathered(() => {
    const direct = directRooms(client);
    const found = client
      .getVisibleRooms()
      .filter((room) => room.isSpaceRoom() && room.getMyMembership() === KnownMembership.Join)
      .map((room) => ({
        ...describe(client, room, direct),
        topic: topicOf(room),
        rooms: within(client, room.roomId, DEPTH),
        own: within(client, room.roomId, 1),
        mayAdd: room.currentState.maySendStateEvent(EventType.SpaceChild, client.getSafeUserId()),
      }));
    spaces.set(found.sort((one, other) => one.name.localeCompare(other.name)));
  });
  const changed = (roomId: string | undefined) => {
    if (client.getRoom(roomId)?.isSpaceRoom()) update();
  };
  client.on(ClientEvent.Room, (room) => changed(room.roomId));
  client.on(ClientEvent.DeleteRoom, update);
  client.on(RoomEvent.MyMembership, (room) => changed(room.roomId));
  client.on(RoomEvent.Name, (room) => changed(room.roomId));
  client.on(RoomStateEvent.Events, (event) => changed(event.getRoomId()));
  update();
  return spaces;
}

/** What belongs to a space, as far as the member's own spaces say. */
function within(
  client: MatrixClient,
  spaceId: string,
  depth: number,
  found = new Set<string>(),
): Set<string> {
  const children = client.getRoom(spaceId)?.currentState.getStateEvents(EventType.SpaceChild) ?? [];
  for (const child of children) {
    const id = child.getStateKey() ?? "";
    // Whoever takes a room out of a space empties what said that it is in it.
    if (!Array.isArray(child.getContent()["via"]) || found.has(id)) continue;
    found.add(id);
    if (depth > 1) within(client, id, depth - 1, found);
  }
  return found;
}

/** A room of a space as everybody in the space may see it. */
export interface Inside {
  id: string;
  name: string;
  topic: string | undefined;
  picture: string | undefined;
  memberCount: number;
  isSpace: boolean;
}

/** A page of the rooms in a space, and where the next begins. */
export async function roomsIn(
  client: MatrixClient,
  spaceId: string,
  from: string | undefined,
): Promise<{ rooms: Inside[]; next: string | undefined }> {
  const page = await client.getRoomHierarchy(spaceId, 50, DEPTH, false, from);
  const rooms = page.rooms
    .filter(({ room_id }) => room_id !== spaceId)
    .map((room) => ({
      id: room.room_id,
      name: named(room.name, room.canonical_alias ?? room.room_id),
      topic: room.topic,
      picture: room.avatar_url,
      memberCount: room.num_joined_members,
      isSpace: room.room_type === RoomType.Space,
    }));
  return { rooms, next: page.next_batch };
}
