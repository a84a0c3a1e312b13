// Finding what was said: by the server where it can read, and here in what this device has of encrypted rooms.

import {
  EventType,
  type IEventWithRoomId,
  type MatrixClient,
  MatrixEvent,
  RelationType,
  type Room as SdkRoom,
  SearchOrderBy,
} from "matrix-js-sdk";
import { isUnwanted, personOf, wordsOf } from "./message.ts";
import { named } from "./names.ts";
import type { Found } from "./types.ts";

/** Results asked for at once. */
const PAGE = 20;

/** Events that are fetched at once to look further back in an encrypted room. */
const BACK = 200;

/** Rooms that are fetched from at once. */
const ROOMS = 5;

export interface FoundPage {
  found: Found[];
  /** How many there are in all. */
  count: number;
  next: string | undefined;
}

export class Finder {
  constructor(private readonly client: MatrixClient) {}

  /** Asks the server, in one room or in all that the member may read. */
  async ask(words: string, roomId: string | undefined, next: string | undefined): Promise<FoundPage> {
    const filter = { limit: PAGE, ...(roomId ? { rooms: [roomId] } : {}) };
    const asked = {
      search_term: words,
      keys: ["content.body" as never],
      order_by: SearchOrderBy.Recent,
      filter,
    };
    const answer = await this.client.search({
      body: { search_categories: { room_events: asked } },
      ...(next ? { next_batch: next } : {}),
    });
    const { results = [], count, next_batch } = answer.search_categories.room_events;
    const found = results.map(({ result }) => this.told(result)).filter((one) => one !== undefined);
    return { found, count: count ?? found.length, next: next_batch };
  }

  /** The messages that this device has of the encrypted rooms, or of one, and whose words are meant; the newest first. */
  held(roomId: string | undefined, isMeant: (body: string) => boolean): Found[] {
    return this.encrypted(roomId)
      .flatMap((room) => {
        const threads = room.getThreads().flatMap((thread) => thread.events);
        return room
          .getLiveTimeline()
          .getEvents()
          .concat(threads)
          .map((event) => foundOf(room, event, isMeant));
      })
      .filter((one) => one !== undefined)
      .sort((one, other) => other.at - one.at);
  }

  /** Whether what is looked through is encrypted, in part or wholly. */
  secrecy(roomId: string | undefined): "none" | "some" | "all" {
    if (roomId) return this.encrypted(roomId).length > 0 ? "all" : "none";
    return this.encrypted(roomId).length > 0 ? "some" : "none";
  }

  hasFurther(roomId: string | undefined): boolean {
    return this.encrypted(roomId).some(isEarlier);
  }

  /** Fetches more of encrypted rooms, to be looked through here: of those of which least of the past is here. */
  async further(roomId: string | undefined): Promise<void> {
    const rooms = this.encrypted(roomId).filter(isEarlier);
    rooms.sort((one, other) => beginning(other) - beginning(one));
    const more = async (room: SdkRoom) => {
      await this.client.scrollback(room, BACK);
      await room.decryptAllEvents();
    };
    const outcomes = await Promise.allSettled(rooms.slice(0, ROOMS).map(more));
    // A room that cannot be read holds up no other.
    const [first] = outcomes;
    if (first?.status === "rejected" && outcomes.every(({ status }) => status === "rejected"))
      throw first.reason;
  }

  private encrypted(roomId: string | undefined): SdkRoom[] {
    const rooms = roomId ? [this.client.getRoom(roomId)] : this.client.getRooms();
    return rooms.filter((room) => room !== null).filter((room) => room.hasEncryptionStateEvent());
  }

  private told(event: IEventWithRoomId): Found | undefined {
    const room = this.client.getRoom(event.room_id);
    return room ? foundOf(room, new MatrixEvent(event)) : undefined;
  }
}

function isEarlier(room: SdkRoom): boolean {
  return Boolean(room.oldState.paginationToken);
}

/** How far back a room is here. */
function beginning(room: SdkRoom): number {
  return room.getLiveTimeline().getEvents()[0]?.getTs() ?? Number.POSITIVE_INFINITY;
}

function foundOf(room: SdkRoom, event: MatrixEvent, isMeant = (_: string) => true): Found | undefined {
  if (event.getType() !== EventType.RoomMessage || event.isRedacted() || event.isDecryptionFailure())
    return undefined;
  if (isUnwanted(room, event)) return undefined;
  const relation = event.getWireContent()["m.relates_to"];
  const isEdit = relation?.rel_type === RelationType.Replace;
  const anew: unknown = event.getContent()["m.new_content"]?.body;
  const body = isEdit && typeof anew === "string" ? anew : wordsOf(event);
  if (!isMeant(body)) return undefined;
  return {
    // An edit is found by what it says, and leads to what it edits.
    id: isEdit ? String(relation.event_id) : (event.getId() ?? ""),
    room: { id: room.roomId, name: named(room.name, room.roomId) },
    thread: relation?.rel_type === RelationType.Thread ? String(relation.event_id) : undefined,
    sender: personOf(room, event.getSender() ?? ""),
    at: event.getTs(),
    body,
  };
}
