// From an event of the SDK to a message or a notice as the app knows them.

import {
  Direction,
  EventStatus,
  EventType,
  type MatrixEvent,
  MsgType,
  NotificationCountType,
  RelationType,
  type Room as SdkRoom,
  type Thread,
} from "matrix-js-sdk";
import { DecryptionFailureCode } from "matrix-js-sdk/lib/crypto-api";
import { attachmentOf, captionOf } from "./attachment.ts";
import { shownName } from "./names.ts";
import { noticeOf } from "./notice.ts";
import type { Item, Message, Person, Quote, Reaction, Sending, ThreadOf, Unreadable } from "./types.ts";
import { isWaiting } from "./waiting.ts";

/** More than an event has room for. */
const BODY_LETTERS = 65_536;

/** What is told of a reply's origin. */
const QUOTE_LETTERS = 200;

export function personOf(room: SdkRoom, userId: string): Person {
  const member = room.getMember(userId);
  const name = shownName(member?.rawDisplayName ?? "");
  // The SDK calls those by their address who have given themselves no name.
  return {
    id: userId,
    name: name && name !== userId ? name : localpart(userId),
    picture: member?.getMxcAvatarUrl(),
  };
}

/** Whether the reader wants to hear nothing of somebody. */
export function isUnwanted(room: SdkRoom, event: MatrixEvent): boolean {
  return room.client.isUserIgnored(event.getSender() ?? "");
}

/** `ada` of `@ada:example.org`. */
export function localpart(userId: string): string {
  return userId.split(":", 1)[0]?.slice(1) || userId;
}

/** What an event says, without the quotation that older clients put before a reply. */
export function wordsOf(event: MatrixEvent): string {
  const body: unknown = event.getContent()["body"];
  const text = typeof body === "string" ? body.slice(0, BODY_LETTERS) : "";
  return event.replyEventId ? text.replace(/^(?:> .*\n?)+\n?/, "") : text;
}

/** The event as an item of a timeline; nothing where it has no place of its own there. */
export function itemOf(room: SdkRoom, event: MatrixEvent, me: string): Item | undefined {
  if (isUnwanted(room, event)) return undefined;
  if (event.isRelation(RelationType.Replace) || event.isRelation(RelationType.Annotation)) return undefined;
  if (isVerification(event)) return undefined;
  switch (event.getType()) {
    case EventType.RoomMessage:
    case EventType.RoomMessageEncrypted:
    case EventType.Sticker:
      return messageOf(room, event, me);
    default:
      // What is of no known kind shows nothing.
      return event.isState() ? noticeOf(room, event, (userId) => personOf(room, userId)) : undefined;
  }
}

/** A question to compare keys, which has a card of its own. */
export function isVerification(event: MatrixEvent): boolean {
  return event.getContent()["msgtype"] === MsgType.KeyVerificationRequest;
}

function messageOf(room: SdkRoom, event: MatrixEvent, me: string): Message {
  const sender = event.getSender() ?? "";
  const content = event.getContent();
  const isHtml =
    content["format"] === "org.matrix.custom.html" && typeof content["formatted_body"] === "string";
  const isDeleted = event.isRedacted();
  const attachment = isDeleted ? undefined : attachmentOf(event.getType(), content);
  const words = attachment ? captionOf(content) : wordsOf(event);
  const answered = answeredBy(event);
  return {
    kind: "message",
    id: event.getId() ?? "",
    key: keyOf(event),
    sender: personOf(room, sender),
    isOwn: sender === me,
    at: event.getTs(),
    form: formOf(content["msgtype"]),
    body: isDeleted ? "" : words,
    html:
      !isDeleted && isHtml && words !== ""
        ? String(content["formatted_body"]).slice(0, BODY_LETTERS)
        : undefined,
    attachment,
    isEdited: event.replacingEvent() !== null && !isDeleted,
    isDeleted,
    deletedBy: deletionOf(room, event),
    mentions: mentionsIn(content),
    mentionsReader: sender !== me && (mentionsIn(content).includes(me) || meansAll(content)),
    unreadable: event.isDecryptionFailure() ? unreadable(event) : undefined,
    quote: answered && !isDeleted ? quoteOf(room, answered) : undefined,
    reactions: isDeleted ? [] : reactionsOf(room, event, me),
    thread: threadIn(room, room.getThread(event.getId() ?? "")),
    sending: sendingOf(event),
    progress: undefined,
    readBy: readersOf(room, event, me),
  };
}

function deletionOf(room: SdkRoom, event: MatrixEvent): Message["deletedBy"] {
  const { redacted_because: because } = event.getUnsigned();
  if (!because || because.sender === event.getSender()) return undefined;
  const reason: unknown = because.content["reason"];
  return {
    person: personOf(room, because.sender),
    reason: typeof reason === "string" ? shownName(reason) : undefined,
  };
}

/** The transaction's id stays when the server has given the event one of its own. */
export function keyOf(event: MatrixEvent): string {
  return event.getUnsigned().transaction_id ?? event.getTxnId() ?? event.getId() ?? "";
}

function formOf(type: unknown): Message["form"] {
  if (type === MsgType.Emote) return "emote";
  if (type === MsgType.Notice) return "notice";
  return type === MsgType.File || type === MsgType.Image || type === MsgType.Video || type === MsgType.Audio
    ? "file"
    : "text";
}

/** Whom a message means, by their ids. */
export function mentionsIn(content: Record<string, unknown>): string[] {
  const { user_ids } = (content["m.mentions"] ?? {}) as { user_ids?: unknown };
  return Array.isArray(user_ids) ? user_ids.map(String) : [];
}

function meansAll(content: Record<string, unknown>): boolean {
  return ((content["m.mentions"] ?? {}) as { room?: unknown }).room === true;
}

/** What an event answers to. In a thread everything names the message before it, for those who know no threads. */
function answeredBy(event: MatrixEvent): string | undefined {
  return event.getRelation()?.["is_falling_back"] === true ? undefined : event.replyEventId;
}

/** What is told of a thread; nothing of one that has no answers. */
export function threadIn(room: SdkRoom, thread: Thread | null): ThreadOf | undefined {
  const count = thread && answersIn(thread);
  if (!thread || !count) return undefined;
  const latest = thread.replyToEvent ?? undefined;
  const last = latest && !isUnwanted(room, latest) ? latest : undefined;
  const isReadable = last && !last.isRedacted() && !last.isDecryptionFailure();
  return {
    count,
    unread: room.getThreadUnreadNotificationCount(thread.id, NotificationCountType.Total),
    last: last && {
      sender: personOf(room, last.getSender() ?? ""),
      at: last.getTs(),
      body: isReadable ? wordsOf(last).slice(0, QUOTE_LETTERS) : undefined,
    },
  };
}

/** Counted where all of it is here: what the SDK has counted may hold an answer twice for a while. */
function answersIn(thread: Thread): number {
  const timeline = thread.liveTimeline;
  const isWhole = thread.initialEventsFetched && !timeline.getPaginationToken(Direction.Backward);
  const isAnswer = (event: MatrixEvent) => event.isRelation(RelationType.Thread) && !event.isRedacted();
  return isWhole ? timeline.getEvents().filter(isAnswer).length : thread.length;
}

function quoteOf(room: SdkRoom, id: string): Quote {
  const quoted = room.findEventById(id);
  if (!quoted || isUnwanted(room, quoted)) return { id, sender: undefined, body: undefined };
  const isReadable = !quoted.isRedacted() && !quoted.isDecryptionFailure();
  return {
    id,
    sender: personOf(room, quoted.getSender() ?? ""),
    body: isReadable ? wordsOf(quoted).slice(0, QUOTE_LETTERS) : undefined,
  };
}

function reactionsOf(room: SdkRoom, event: MatrixEvent, me: string): Reaction[] {
  const id = event.getId() ?? "";
  const relations = room.relations.getChildEventsForEvent(id, RelationType.Annotation, EventType.Reaction);
  const given = new Map<string, { key: string; events: MatrixEvent[] }>();
  for (const [key, all] of relations?.getSortedAnnotationsByKey() ?? []) {
    const events = [...all].filter((reaction) => !isUnwanted(room, reaction));
    const same = given.get(bare(key));
    if (same) same.events.push(...events);
    else if (events.length > 0) given.set(bare(key), { key, events });
  }
  return [...given.values()].map(({ key, events }) => {
    const mine = events.find((reaction) => reaction.getSender() === me);
    const senders = new Set(events.map((reaction) => reaction.getSender() ?? ""));
    return { key, people: [...senders].map((sender) => personOf(room, sender)), own: mine?.getId() };
  });
}

/** A sign without the mark by which apps ask for its coloured form, or leave it out. */
export function bare(key: string): string {
  return key.replaceAll("\uFE0F", "");
}

/** How far an event got. */
export function sendingOf(event: MatrixEvent): Sending {
  const last = event.replacingEvent() ?? event.localRedactionEvent() ?? event;
  switch (last.status) {
    case EventStatus.NOT_SENT:
    case EventStatus.CANCELLED:
      return isWaiting(last) ? "waiting" : "failed";
    case null:
    case EventStatus.SENT:
      return "sent";
    default:
      return "sending";
  }
}

function readersOf(room: SdkRoom, event: MatrixEvent, me: string): Person[] {
  if (event.status !== null) return [];
  const sender = event.getSender();
  const readers = room.getReceiptsForEvent(event).map((receipt) => receipt.userId);
  return readers
    .filter((userId) => userId !== me && userId !== sender)
    .map((userId) => personOf(room, userId));
}

function unreadable(event: MatrixEvent): Unreadable {
  switch (event.decryptionFailureReason) {
    case DecryptionFailureCode.MEGOLM_UNKNOWN_INBOUND_SESSION_ID:
    case DecryptionFailureCode.OLM_UNKNOWN_MESSAGE_INDEX:
      return "no-key";
    case DecryptionFailureCode.HISTORICAL_MESSAGE_BACKUP_UNCONFIGURED:
      return "in-backup";
    case DecryptionFailureCode.HISTORICAL_MESSAGE_NO_KEY_BACKUP:
    case DecryptionFailureCode.HISTORICAL_MESSAGE_WORKING_BACKUP:
      return "before-device";
    case DecryptionFailureCode.HISTORICAL_MESSAGE_USER_NOT_JOINED:
      return "before-joining";
    case DecryptionFailureCode.MEGOLM_KEY_WITHHELD:
    case DecryptionFailureCode.MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE:
      return "withheld";
    default:
      return "unknown";
  }
}
