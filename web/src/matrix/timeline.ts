// One room's conversation: its items in order, older ones on demand, and all that a member does in it.

import {
  Direction,
  EventStatus,
  type EventTimelineSet,
  EventType,
  type MatrixClient,
  type MatrixEvent,
  MatrixEventEvent,
  MsgType,
  RelationType,
  RoomEvent,
  type RoomMember,
  RoomMemberEvent,
  type Room as SdkRoom,
} from "matrix-js-sdk";
import type { RoomMessageEventContent } from "matrix-js-sdk/lib/types";
import { itemOf, personOf } from "./message.ts";
import { gathered, Signal } from "./signal.ts";
import type { Item, Message, Person } from "./types.ts";
import type { Uploads } from "./uploads.ts";

/** Messages fetched at once when somebody scrolls back. */
const PAGE = 50;

export interface Conversation {
  items: readonly Item[];
  /** Whether there is something before the first item. */
  hasOlder: boolean;
  typing: readonly Person[];
}

/** What is said: words, as HTML too where they are more than words, and whom they mean. */
export interface Said {
  body: string;
  html?: string | undefined;
  mentions: readonly string[];
}

export class Timeline {
  readonly conversation: Signal<Conversation>;
  private readonly items = new WeakMap<MatrixEvent, Item | null>();
  private readonly stop: () => void;
  private isFetching = false;

  constructor(
    private readonly client: MatrixClient,
    private readonly room: SdkRoom,
    private readonly uploads: Uploads,
  ) {
    this.conversation = new Signal(this.read());
    this.stop = this.listen();
    // Names of people need the members, who come late when there are many.
    void room.loadMembersIfNeeded().then(() => this.refresh());
  }

  close(): void {
    this.stop();
  }

  /** Fetches older messages; false if it could not. */
  async older(): Promise<boolean> {
    if (this.isFetching || !this.conversation.get().hasOlder) return true;
    this.isFetching = true;
    try {
      await this.client.scrollback(this.room, PAGE);
      return true;
    } catch {
      return false;
    } finally {
      this.isFetching = false;
      this.update();
    }
  }

  async say(said: Said, replyTo: string | undefined): Promise<void> {
    const relation = replyTo && { "m.relates_to": { "m.in_reply_to": { event_id: replyTo } } };
    const content = { ...contentOf(said), ...relation } as RoomMessageEventContent;
    await this.client.sendMessage(this.room.roomId, content).catch(shown);
  }

  async edit(id: string, said: Said): Promise<void> {
    const content = contentOf(said);
    const edit = {
      ...content,
      body: `* ${said.body}`,
      "m.new_content": content,
      "m.relates_to": { rel_type: RelationType.Replace, event_id: id },
    } as RoomMessageEventContent;
    await this.client.sendMessage(this.room.roomId, edit).catch(shown);
  }

  async remove(id: string): Promise<void> {
    await this.client.redactEvent(this.room.roomId, id).catch(shown);
  }

  /** Adds the member's reaction, or takes it back. */
  async react(message: Message, key: string): Promise<void> {
    const own = message.reactions.find((reaction) => reaction.key === key)?.own;
    if (own) return this.remove(own);
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

  typing(isTyping: boolean): void {
    void this.client.sendTyping(this.room.roomId, isTyping, 20_000).catch(() => undefined);
  }

  /** The member has seen everything that is here. */
  async readUp(): Promise<void> {
    const events = this.room.getLiveTimeline().getEvents();
    const last = events.findLast((event) => event.status === null);
    const id = last?.getId();
    if (!last || !id || this.room.hasUserReadEvent(this.client.getSafeUserId(), id)) return;
    await this.client.sendReadReceipt(last).catch(() => undefined);
  }

  /** The last message that the member has seen. */
  readUpTo(): string | undefined {
    return this.room.getEventReadUpTo(this.client.getSafeUserId()) ?? undefined;
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

  private read(): Conversation {
    const me = this.client.getSafeUserId();
    const timeline = this.room.getLiveTimeline();
    const items: Item[] = [];
    for (const events of [timeline.getEvents(), this.room.getPendingEvents()]) {
      for (const event of events) {
        const known = this.items.get(event);
        const item = known === undefined ? (itemOf(this.room, event, me) ?? null) : known;
        this.items.set(event, item);
        if (item) items.push(item);
      }
    }
    items.push(...this.uploads.of(this.room));
    const typing = this.room.currentState
      .getMembers()
      .filter((member) => member.typing && member.userId !== me)
      .map((member) => personOf(this.room, member.userId));
    return { items, hasOlder: timeline.getPaginationToken(Direction.Backward) !== null, typing };
  }

  private readonly update = gathered(() => this.conversation.set(this.read()));

  private refresh(): void {
    for (const event of this.room.getLiveTimeline().getEvents()) this.items.delete(event);
    this.update();
  }

  /** Readers have come to these events, from those that show somebody. */
  private moved(receipt: MatrixEvent): void {
    const to = new Set(Object.keys(receipt.getContent()));
    for (const event of this.room.getLiveTimeline().getEvents()) {
      const item = this.items.get(event);
      const isFrom = item?.kind === "message" && item.readBy.length > 0;
      if (isFrom || to.has(event.getId() ?? "")) this.items.delete(event);
    }
    this.update();
  }

  /** What an event shows has changed, and what others show of it. */
  private touch(event: MatrixEvent | undefined): void {
    if (event) {
      this.items.delete(event);
      const target = event.getAssociatedId();
      const related = target ? this.room.findEventById(target) : undefined;
      if (related) this.items.delete(related);
    }
    this.update();
  }

  private listen(): () => void {
    const { client, room } = this;
    const isHere = (event: MatrixEvent | undefined) => event?.getRoomId() === room.roomId;
    const touch = (event: MatrixEvent) => isHere(event) && this.touch(event);
    const added = (event: MatrixEvent, where: SdkRoom | undefined) => {
      if (where?.roomId === room.roomId) this.touch(event);
    };
    const reset = (where: SdkRoom | undefined, _: EventTimelineSet) => {
      if (where?.roomId === room.roomId) this.update();
    };
    const redacted = (event: MatrixEvent) => {
      const target = event.event.redacts ?? event.getContent()["redacts"];
      const gone = typeof target === "string" ? room.findEventById(target) : undefined;
      const related = gone?.getAssociatedId();
      for (const id of [target, related]) {
        const changed = typeof id === "string" ? room.findEventById(id) : undefined;
        if (changed) this.items.delete(changed);
      }
      this.refresh();
    };
    // An event of who is typing does not say where.
    const typing = (_: MatrixEvent, member: RoomMember) => member.roomId === room.roomId && this.update();
    const named = (_: MatrixEvent, member: RoomMember) => member.roomId === room.roomId && this.refresh();
    const receipt = (event: MatrixEvent) => this.moved(event);
    room.on(RoomEvent.Timeline, added);
    room.on(RoomEvent.TimelineReset, reset);
    room.on(RoomEvent.LocalEchoUpdated, touch);
    room.on(RoomEvent.Redaction, redacted);
    room.on(RoomEvent.RedactionCancelled, redacted);
    room.on(RoomEvent.Receipt, receipt);
    client.on(MatrixEventEvent.Decrypted, touch);
    client.on(MatrixEventEvent.Replaced, touch);
    client.on(RoomMemberEvent.Typing, typing);
    client.on(RoomMemberEvent.Name, named);
    const stopUploads = this.uploads.changes.subscribe(this.update);
    return () => {
      stopUploads();
      room.off(RoomEvent.Timeline, added);
      room.off(RoomEvent.TimelineReset, reset);
      room.off(RoomEvent.LocalEchoUpdated, touch);
      room.off(RoomEvent.Redaction, redacted);
      room.off(RoomEvent.RedactionCancelled, redacted);
      room.off(RoomEvent.Receipt, receipt);
      client.off(MatrixEventEvent.Decrypted, touch);
      client.off(MatrixEventEvent.Replaced, touch);
      client.off(RoomMemberEvent.Typing, typing);
      client.off(RoomMemberEvent.Name, named);
    };
  }
}

export function contentOf({ body, html, mentions }: Said): Record<string, unknown> {
  const formatted = html === undefined ? {} : { format: "org.matrix.custom.html", formatted_body: html };
  return {
    msgtype: MsgType.Text,
    body,
    ...formatted,
    "m.mentions": mentions.length > 0 ? { user_ids: mentions } : {},
  };
}

/** A failure is shown by the message itself. */
function shown(): void {}
