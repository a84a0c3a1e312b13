// What a member does in a conversation: says something, changes it and takes it back, reacts, and sends again what failed.

import {
  EventStatus,
  EventType,
  type MatrixClient,
  type MatrixEvent,
  MsgType,
  RelationType,
  type Room as SdkRoom,
  type Thread,
} from "matrix-js-sdk";
import type { RoomMessageEventContent } from "matrix-js-sdk/lib/types";
import { used } from "../signals/tell.ts";
import { bare, mentionsIn } from "./message.ts";
import type { Message } from "./types.ts";
import type { Uploads } from "./uploads.ts";
import { giveUp } from "./waiting.ts";

/** What is said: words, as HTML too where they are more than words, and whom they mean. */
export interface Said {
  body: string;
  html?: string | undefined;
  mentions: readonly string[];
}

export class Speaker {
  constructor(
    private readonly client: MatrixClient,
    private readonly room: SdkRoom,
    private readonly uploads: Uploads,
    /** Of a thread, where the conversation is one. */
    private readonly thread?: Thread | undefined,
  ) {}

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
    const events = this.thread.timelineSet.getLiveTimeline().getEvents();
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
    const own = message.reactions.find((reaction) => bare(reaction.key) === bare(key))?.own;
    const waiting = own && this.room.getPendingEvent(own);
    const { NOT_SENT, QUEUED } = EventStatus;
    if (waiting && (waiting.status === NOT_SENT || waiting.status === QUEUED))
      return giveUp(this.client, this.room, waiting);
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
    if (event) giveUp(this.client, this.room, event);
  }

  typing(isTyping: boolean): void {
    void this.client.sendTyping(this.room.roomId, isTyping, 20_000).catch(() => undefined);
  }

  canRemove(message: Message): boolean {
    if (message.isOwn) return true;
    return this.room.currentState.hasSufficientPowerLevelFor("redact", this.power());
  }

  private power(): number {
    return this.room.getMember(this.client.getSafeUserId())?.powerLevel ?? 0;
  }

  /** What was not sent: the message, or the newest edit or deletion of it, which it shows. */
  private pending(id: string): MatrixEvent | undefined {
    const changes = (event: MatrixEvent) =>
      (event.isRedaction() || event.isRelation(RelationType.Replace)) && event.getAssociatedId() === id;
    return this.room
      .getPendingEvents()
      .findLast((event) => event.status === EventStatus.NOT_SENT && (event.getId() === id || changes(event)));
  }

  /** Whether the member may write here. */
  get maySay(): boolean {
    return this.room.maySendMessage();
  }

  get mayReact(): boolean {
    return this.room.currentState.maySendEvent(EventType.Reaction, this.client.getSafeUserId());
  }
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
