// One room's conversation: its items in order, older ones on demand, and all that a member does in it.

import {
  ConnectionError,
  Direction,
  EventStatus,
  EventType,
  type MatrixClient,
  type MatrixEvent,
  MsgType,
  NotificationCountType,
  RelationType,
  RoomEvent,
  type RoomMember,
  RoomMemberEvent,
  type Room as SdkRoom,
  type Thread,
} from "matrix-js-sdk";
import type { CryptoBackend } from "matrix-js-sdk/lib/common-crypto/CryptoBackend";
import type { RoomMessageEventContent } from "matrix-js-sdk/lib/types";
import { used } from "../signals/tell.ts";
import { Items } from "./items.ts";
import { mentionsIn, personOf } from "./message.ts";
import { tellRead } from "./receipts.ts";
import { opened, shed } from "./shed.ts";
import { gathered, Signal } from "./signal.ts";
import type { Item, Message, Person } from "./types.ts";
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

/** What is said: words, as HTML too where they are more than words, and whom they mean. */
export interface Said {
  body: string;
  html?: string | undefined;
  mentions: readonly string[];
}

/** Where a link led to; `overtaken`: not there, but where the reader went next; `thread`: into that one. */
export type Shown = "shown" | "overtaken" | "unknown" | "offline" | { thread: string };

export class Timeline {
  readonly conversation: Signal<Conversation>;
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
    this.window = new Window(client, this.set);
    this.items = new Items(client, room, this.update);
    for (const member of room.currentState.getMembers()) if (member.typing) this.typists.add(member.userId);
    this.conversation = new Signal(this.read());
    // Names of people need the members, who come late when there are many.
    void room.loadMembersIfNeeded().then(
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
      if (!this.window.hasNewer) this.window.newest();
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
    this.window.newest();
    this.update();
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
      return true;
    } catch {
      return false;
    } finally {
      this.isFetching = false;
      this.update();
    }
  }

  async say(said: Said, replyTo: string | undefined): Promise<void> {
    const relation = this.relation(replyTo);
    const content = {
      ...contentOf(said),
      ...(relation && { "m.relates_to": relation }),
    } as RoomMessageEventContent;
    if (this.thread) used("threads");
    if (replyTo) used("replies");
    if (said.mentions.length > 0) used("mentions");
    await this.client.sendMessage(this.room.roomId, this.thread?.id ?? null, content).catch(shown);
  }

  /** What a message says of where it belongs: the thread, and what it answers. */
  relation(replyTo: string | undefined): Record<string, unknown> | undefined {
    const answered = replyTo && { "m.in_reply_to": { event_id: replyTo } };
    if (!this.thread) return answered || undefined;
    // Who knows no threads sees an answer to what was said before.
    const events = this.set.getLiveTimeline().getEvents();
    const last = events.findLast((event) => event.status === null)?.getId();
    const before = { "m.in_reply_to": { event_id: last ?? this.thread.id } };
    return {
      rel_type: RelationType.Thread,
      event_id: this.thread.id,
      is_falling_back: !answered,
      ...(answered || before),
    };
  }

  async edit(id: string, said: Said): Promise<void> {
    const content = contentOf(said);
    const before = mentionsIn(this.room.findEventById(id)?.getContent() ?? {});
    const edit = {
      ...content,
      body: `* ${said.body}`,
      // Those who were meant before are not called once more.
      "m.mentions": meaning(said.mentions.filter((userId) => !before.includes(userId))),
      "m.new_content": content,
      "m.relates_to": { rel_type: RelationType.Replace, event_id: id },
    } as RoomMessageEventContent;
    used("edits");
    await this.client.sendMessage(this.room.roomId, this.thread?.id ?? null, edit).catch(shown);
  }

  async remove(id: string): Promise<void> {
    await this.client.redactEvent(this.room.roomId, id).catch(shown);
  }

  /** Deletes what somebody else said. The refusal is the caller's to show. */
  async removeOf(id: string, reason: string): Promise<void> {
    await this.client.redactEvent(this.room.roomId, id, undefined, reason ? { reason } : {});
  }

  /** Tells those who run the server of a message. */
  async report(id: string, reason: string): Promise<void> {
    await this.client.reportEvent(this.room.roomId, id, -100, reason);
  }

  /** Adds the member's reaction, or takes it back. */
  async react(message: Message, key: string): Promise<void> {
    const own = message.reactions.find((reaction) => reaction.key === key)?.own;
    if (own) return this.remove(own);
    used("reactions");
    const relation = { rel_type: RelationType.Annotation as const, event_id: message.id, key };
    await this.client
      .sendEvent(this.room.roomId, EventType.Reaction, { "m.relates_to": relation })
      .catch(shown);
  }

  /** Sends again what failed. */
  async retry(id: string): Promise<void> {
    this.uploads.retry(id);
    const event = this.pending(id);
    if (event) await this.client.resendEvent(event, this.room).catch(shown);
  }

  /** Gives up what failed, or a file that is still on its way. */
  discard(id: string): void {
    this.uploads.cancel(id);
    const event = this.pending(id);
    if (event) this.client.cancelPendingEvent(event);
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

  typing(isTyping: boolean): void {
    void this.client.sendTyping(this.room.roomId, isTyping, 20_000).catch(() => undefined);
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

  canRemove(message: Message): boolean {
    if (message.isOwn) return true;
    return this.room.currentState.hasSufficientPowerLevelFor("redact", this.power());
  }

  private power(): number {
    return this.room.getMember(this.client.getSafeUserId())?.powerLevel ?? 0;
  }

  private pending(id: string): MatrixEvent | undefined {
    const events = this.room.getPendingEvents();
    return events.find((event) => event.getId() === id && event.status === EventStatus.NOT_SENT);
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
      void shed(this.client, this.set).then((isLess) => isLess && this.window.newest());
    }
  });
}

function contentOf(said: Said): Record<string, unknown> {
  return { msgtype: MsgType.Text, ...worded(said) };
}

/** What a message of whatever kind has of words. */
export function worded({ body, html, mentions }: Said): Record<string, unknown> {
  const formatted = html === undefined ? {} : { format: "org.matrix.custom.html", formatted_body: html };
  return { body, ...formatted, "m.mentions": meaning(mentions) };
}

function meaning(mentions: readonly string[]): object {
  return mentions.length > 0 ? { user_ids: mentions } : {};
}

/** A failure is shown by the message itself. */
function shown(): void {}
