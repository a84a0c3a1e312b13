// The threads of a room: the list of them, the newest first, and each by the message that it begins with.

import {
  type MatrixClient,
  type MatrixEvent,
  RoomEvent,
  type Room as SdkRoom,
  type Thread,
  ThreadEvent,
} from "matrix-js-sdk";
import { personOf, threadIn, wordsOf } from "./message.ts";
import { gathered, Signal } from "./signal.ts";
import type { ThreadListed } from "./types.ts";

/** What is told of a message that a thread begins with. */
const ROOT_LETTERS = 300;

/** Threads asked for at once. */
const PAGE = 20;

export interface ThreadsKnown {
  state: "fetching" | "here" | "failed";
  list: readonly ThreadListed[];
  hasMore: boolean;
}

export class Threads {
  readonly known: Signal<ThreadsKnown>;
  private state: ThreadsKnown["state"] = "fetching";
  private next: string | undefined;

  constructor(
    private readonly client: MatrixClient,
    private readonly room: SdkRoom,
  ) {
    this.known = new Signal(this.read());
  }

  /** Follows what happens in them, until the answer is called. */
  open(): () => void {
    const { room, update } = this;
    const events = [ThreadEvent.New, ThreadEvent.Update, ThreadEvent.NewReply, ThreadEvent.Delete] as const;
    for (const event of events) room.on(event, update);
    room.on(RoomEvent.UnreadNotifications, update);
    void this.more();
    return () => {
      for (const event of events) room.off(event, update);
      room.off(RoomEvent.UnreadNotifications, update);
    };
  }

  /** Fetches older ones. */
  async more(): Promise<void> {
    this.state = "fetching";
    this.update();
    try {
      const { roomId } = this.room;
      const page = await this.client.createThreadListMessagesRequest(roomId, this.next ?? null, PAGE);
      const roots = page.chunk.map(this.client.getEventMapper());
      this.room.processThreadRoots(roots, true);
      await Promise.all(roots.map((root) => this.client.decryptEventIfNeeded(root)));
      this.next = page.end;
      this.state = "here";
    } catch {
      this.state = "failed";
    }
    this.update();
  }

  private readonly update = gathered(() => this.known.set(this.read()));

  private read(): ThreadsKnown {
    const found = this.room.getThreads().map((thread) => listed(this.room, thread));
    const list = found.filter((one) => one !== undefined);
    list.sort((one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0));
    return { state: this.state, list, hasMore: this.next !== undefined };
  }
}

function listed(room: SdkRoom, thread: Thread): ThreadListed | undefined {
  const { rootEvent } = thread;
  const of = threadIn(room, thread);
  if (!rootEvent || !of) return undefined;
  const isReadable = !rootEvent.isRedacted() && !rootEvent.isDecryptionFailure();
  return {
    ...of,
    root: {
      id: thread.id,
      sender: personOf(room, rootEvent.getSender() ?? ""),
      at: rootEvent.getTs(),
      body: isReadable ? wordsOf(rootEvent).slice(0, ROOT_LETTERS) : undefined,
    },
  };
}

/** The thread of a message, which may have nothing in it yet. */
export async function threadOf(client: MatrixClient, room: SdkRoom, id: string): Promise<Thread | undefined> {
  const known = room.getThread(id);
  if (known) return known;
  const root = room.findEventById(id) ?? (await fetched(client, room.roomId, id));
  return root ? room.createThread(id, root, [], false) : undefined;
}

async function fetched(client: MatrixClient, roomId: string, id: string): Promise<MatrixEvent | undefined> {
  try {
    return client.getEventMapper()(await client.fetchRoomEvent(roomId, id));
  } catch {
    return undefined;
  }
}
