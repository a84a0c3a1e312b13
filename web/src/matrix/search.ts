// Finding what was said: by the server where it can read, and here in what this device has of encrypted rooms.

import {
  Direction,
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

/** What was fetched of an encrypted room to be looked through, beside its conversation, which keeps the newest alone. */
interface Past {
  /** Every message with words, whatever was looked for. */
  told: Found[];
  /** Where the server goes on; nothing where the room begins. */
  next: string | undefined;
}

export class Finder {
  private readonly pasts = new Map<string, Past>();

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
    const told = this.encrypted(roomId).flatMap((room) => {
      const past = this.pasts.get(room.roomId)?.told ?? [];
      return [...past, ...toldHere(room)].filter(({ body }) => isMeant(body));
    });
    return told.sort((one, other) => other.at - one.at);
  }

  /** Whether what is looked through is encrypted, in part or wholly. */
  secrecy(roomId: string | undefined): "none" | "some" | "all" {
    if (roomId) return this.encrypted(roomId).length > 0 ? "all" : "none";
    return this.encrypted(roomId).length > 0 ? "some" : "none";
  }

  hasFurther(roomId: string | undefined): boolean {
    return this.encrypted(roomId).some((room) => this.next(room) !== undefined);
  }

  /** Fetches more of encrypted rooms, to be looked through here: of those of which least of the past is here. */
  async further(roomId: string | undefined): Promise<void> {
    const rooms = this.encrypted(roomId).filter((room) => this.next(room) !== undefined);
    rooms.sort((one, other) => this.beginning(other) - this.beginning(one));
    const outcomes = await Promise.allSettled(rooms.slice(0, ROOMS).map((room) => this.page(room)));
    // A room that cannot be read holds up no other.
    const [first] = outcomes;
    if (first?.status === "rejected" && outcomes.every(({ status }) => status === "rejected"))
      throw first.reason;
  }

  private async page(room: SdkRoom): Promise<void> {
    const past = this.pasts.get(room.roomId) ?? { told: toldHere(room), next: this.next(room) };
    const from = past.next ?? null;
    const answer = await this.client.createMessagesRequest(room.roomId, from, BACK, Direction.Backward);
    const events = answer.chunk.map(this.client.getEventMapper({ decrypt: false }));
    await Promise.all(events.map((event) => this.client.decryptEventIfNeeded(event)));
    const told = events.map((event) => foundOf(room, event)).filter((one) => one !== undefined);
    this.pasts.set(room.roomId, { told: [...past.told, ...told], next: answer.end });
  }

  /** Where the server goes on with a room; nothing where all of it is here. */
  private next(room: SdkRoom): string | undefined {
    const past = this.pasts.get(room.roomId);
    return past ? past.next : (room.oldState.paginationToken ?? undefined);
  }

  /** How far back a room is here. */
  private beginning(room: SdkRoom): number {
    const [oldest] = room.getLiveTimeline().getEvents();
    return this.pasts.get(room.roomId)?.told.at(-1)?.at ?? oldest?.getTs() ?? Number.POSITIVE_INFINITY;
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

/** The messages of a room that are in its conversation and its threads, as far as this device can read them; the newest first. */
function toldHere(room: SdkRoom): Found[] {
  const threads = room.getThreads().flatMap((thread) => thread.events);
  const events = [...threads, ...room.getLiveTimeline().getEvents()].reverse();
  return events.map((event) => foundOf(room, event)).filter((one) => one !== undefined);
}

function foundOf(room: SdkRoom, event: MatrixEvent): Found | undefined {
  if (event.getType() !== EventType.RoomMessage || event.isRedacted() || event.isDecryptionFailure())
    return undefined;
  if (isUnwanted(room, event)) return undefined;
  const relation = event.getWireContent()["m.relates_to"];
  const isEdit = relation?.rel_type === RelationType.Replace;
  const anew: unknown = event.getContent()["m.new_content"]?.body;
  const body = isEdit && typeof anew === "string" ? anew : wordsOf(event);
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
