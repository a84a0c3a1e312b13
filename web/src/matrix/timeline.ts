// One conversation as it is read: its items in order, older ones on demand, and how far the member has come.

import {
  ConnectionError,
  Direction,
  type MatrixClient,
  type MatrixEvent,
  NotificationCountType,
  RelationType,
  RoomEvent,
  type RoomMember,
  RoomMemberEvent,
  type Room as SdkRoom,
  type Thread,
} from "matrix-js-sdk";
import type { CryptoBackend } from "matrix-js-sdk/lib/common-crypto/CryptoBackend";
import { Items } from "./items.ts";
import { loadMembers } from "./members.ts";
import { personOf } from "./message.ts";
import { tellRead } from "./receipts.ts";
import { opened, shed, shedGaps } from "./shed.ts";
import { gathered, Signal } from "./signal.ts";
import { Speaker } from "./speaker.ts";
import type { Item, Person } from "./types.ts";
import type { Uploads } from "./uploads.ts";
import { Window } from "./window.ts";

export interface Conversation {
  items: readonly Item[];
  /** Whether there is something before the first item. */
  hasOlder: boolean;
  /** Whether there is something after the last item. */
  hasNewer: boolean;
  typing: readonly Person[];
}

/** Where a link led to; `overtaken`: not there, but where the reader went next; `thread`: into that one. */
export type Shown = "shown" | "overtaken" | "unknown" | "offline" | { thread: string };

export class Timeline {
  readonly conversation: Signal<Conversation>;
  /** The member's part in it. */
  readonly speaker: Speaker;
  private readonly items: Items;
  private readonly window: Window;
  private readonly typists = new Set<string>();
  /** Whether the reader is somewhere else than at the end. */
  private isAway = false;
  private isFetching = false;
  private lastRead: string | undefined;

  constructor(
    private readonly client: MatrixClient,
    private readonly room: SdkRoom,
    private readonly uploads: Uploads,
    /** Of a thread, where the conversation is one. */
    private readonly thread?: Thread,
  ) {
    this.speaker = new Speaker(client, room, uploads, thread);
    this.window = new Window(client, this.set);
    this.items = new Items(client, room, this.update);
    for (const member of room.currentState.getMembers()) if (member.typing) this.typists.add(member.userId);
    this.conversation = new Signal(this.read());
    // Names of people need the members, who come late when there are many.
    void loadMembers(client, room).then(
      (isNews) => isNews && this.items.forget(),
      () => undefined,
    );
  }

  private get set() {
    return this.thread?.timelineSet ?? this.room.getUnfilteredTimelineSet();
  }

  /** Follows what happens, until the answer is called. */
  open(): () => void {
    const { client, room } = this;
    const reset = (_: SdkRoom | undefined, set: unknown) => {
      if (set !== this.set) return;
      if (!this.window.hasNewer) this.toNewest();
      this.update();
    };
    // An event of who is typing does not say where.
    const typing = (_: MatrixEvent, member: RoomMember) => {
      if (member.roomId !== room.roomId) return;
      if (member.typing) this.typists.add(member.userId);
      else this.typists.delete(member.userId);
      this.update();
    };
    const stop = this.items.listen();
    const { set } = this;
    opened.add(set);
    room.on(RoomEvent.TimelineReset, reset);
    client.on(RoomMemberEvent.Typing, typing);
    const stopUploads = this.uploads.changes.subscribe(this.update);
    this.update();
    return () => {
      stop();
      opened.delete(set);
      stopUploads();
      room.off(RoomEvent.TimelineReset, reset);
      client.off(RoomMemberEvent.Typing, typing);
    };
  }

  /** Fetches older messages; false if it could not. */
  older(): Promise<boolean> {
    return this.fetching(this.conversation.get().hasOlder, () => this.window.page(Direction.Backward));
  }

  /** Fetches what was said after the last item; false if it could not. */
  newer(): Promise<boolean> {
    return this.fetching(this.conversation.get().hasNewer, () => this.window.page(Direction.Forward));
  }

  /** To the newest messages. */
  newest(): void {
    this.isAway = false;
    this.toNewest();
    this.update();
  }

  /** Whoever was being led elsewhere is overtaken, so nobody is at what lies before a gap. */
  private toNewest(): void {
    this.window.newest();
    if (!this.thread) shedGaps(this.set);
  }

  /** To a message and those around it. */
  async show(id: string): Promise<Shown> {
    try {
      if (this.shown().some((event) => event.getId() === id)) return "shown";
      const thread = this.thread ? undefined : await this.threadOf(id);
      if (thread) return { thread };
      if (!(await this.window.around(id))) return "overtaken";
      this.update();
      return this.shown().some((event) => event.getId() === id) ? "shown" : "unknown";
    } catch (error) {
      return error instanceof ConnectionError ? "offline" : "unknown";
    }
  }

  /** The thread that a message is in and not at the root of. */
  private async threadOf(id: string): Promise<string | undefined> {
    const known = this.room.findEventById(id);
    if (known) return known.isThreadRoot ? undefined : known.threadRootId;
    const { content } = await this.client.fetchRoomEvent(this.room.roomId, id);
    const relation = content?.["m.relates_to"];
    return relation?.rel_type === RelationType.Thread ? relation.event_id : undefined;
  }

  /** Whether the reader is somewhere else than at the end: then nothing is let go before it, and nothing is read. */
  away(isAway: boolean): void {
    if (this.isAway === isAway) return;
    this.isAway = isAway;
    this.update();
  }

  private async fetching(isMore: boolean, page: () => Promise<void>): Promise<boolean> {
    if (this.isFetching || !isMore) return true;
    this.isFetching = true;
    try {
      await page();
      this.update();
      return true;
    } catch {
      return false;
    } finally {
      this.isFetching = false;
    }
  }

  /** Looks for the key of a message once more: here, then in all of the backup. */
  async look(id: string): Promise<void> {
    const event = this.room.findEventById(id);
    const crypto = this.client.getCrypto();
    if (!event?.isDecryptionFailure() || !crypto) return;
    await event.attemptDecryption(crypto as CryptoBackend, { isRetry: true });
    if (!event.isDecryptionFailure() || (await crypto.getActiveSessionBackupVersion()) === null) return;
    await crypto.restoreKeyBackup();
    await event.attemptDecryption(crypto as CryptoBackend, { isRetry: true });
  }

  /** The member has seen everything that is here. */
  async readUp(): Promise<void> {
    const events = this.set.getLiveTimeline().getEvents();
    const last = events.findLast((event) => event.status === null);
    const id = last?.getId();
    // The root of a thread is read in the room.
    if (!last || !id || id === this.thread?.id) return;
    if (id === this.lastRead || this.isRead(id)) return;
    this.lastRead = id;
    await tellRead(this.client, last);
  }

  /** The SDK takes threads for read that nobody has read yet; the server counts. */
  private isRead(id: string): boolean {
    const { room, thread } = this;
    if (thread) return room.getThreadUnreadNotificationCount(thread.id, NotificationCountType.Total) === 0;
    return room.hasUserReadEvent(this.client.getSafeUserId(), id);
  }

  /** The last item that the member has seen. */
  readUpTo(): string | undefined {
    const id = (this.thread ?? this.room).getEventReadUpTo(this.client.getSafeUserId());
    const events = this.window.events();
    // What was read may have no place of its own, as an edit has none.
    const at = events.findLastIndex((event) => event.getId() === id);
    const read = new Set(events.slice(0, at + 1).map((event) => event.getId()));
    return this.conversation.get().items.findLast((item) => read.has(item.id))?.id;
  }

  /** Whom a message here can mean. */
  people(): Person[] {
    const me = this.client.getSafeUserId();
    const members = this.room.getJoinedMembers().filter((member) => member.userId !== me);
    return members.map((member) => personOf(this.room, member.userId));
  }

  /** The events in the page, and those on their way. */
  private shown(): MatrixEvent[] {
    const events = this.window.events();
    if (this.window.hasNewer) return events;
    const pending = this.room.getPendingEvents().filter((event) => event.threadRootId === this.thread?.id);
    return events.concat(pending);
  }

  private read(): Conversation {
    const me = this.client.getSafeUserId();
    const items: Item[] = this.items.of(this.shown());
    if (!this.window.hasNewer) items.push(...this.uploads.of(this.room, this.thread?.id));
    const typing = [...this.typists].filter((userId) => userId !== me && !this.thread);
    return {
      items,
      hasOlder: this.window.hasOlder,
      hasNewer: this.window.hasNewer,
      typing: typing.map((userId) => personOf(this.room, userId)),
    };
  }

  private readonly update = gathered(() => {
    this.window.follow(this.isAway);
    this.conversation.set(this.read());
    if (!this.isAway && !this.window.hasNewer) {
      void shed(this.client, this.set, () => this.window.newest());
    }
  });
}
