// Files on their way: given to the server one after the other, again where the connection was cut or the page was closed,
// and sent as messages once they are there. What fails keeps its file, so that nobody has to choose it again.

import { EventStatus, type MatrixClient, RoomEvent, type Room as SdkRoom } from "matrix-js-sdk";
import type { RoomMessageEventContent } from "matrix-js-sdk/lib/types";
import { Refusal } from "../api/call.ts";
import type { Tokens } from "../api/tokens.ts";
import { upload } from "../api/upload.ts";
import { failureOf, tell, used } from "../signals/tell.ts";
import { attachmentHere, contentOfFile, type Parcel } from "./attachment.ts";
import type { Files, Held } from "./files.ts";
import { locked } from "./lock.ts";
import { personOf } from "./message.ts";
import { Signal, until } from "./signal.ts";
import { type Said, worded } from "./speaker.ts";
import type { Connection, Message, Sending, Source } from "./types.ts";
import { type Unsent, UnsentFiles } from "./unsent.ts";
import { arrived } from "./waiting.ts";

/** Files that wait at once; more are refused before they are chosen. */
export const UPLOADS_MAX = 50;

/** Between two attempts at most. */
const RETRY_MS_MAX = 15_000;

/** Failures of the server itself before the member is asked. */
const ATTEMPTS = 5;

/** What has happened to a message that is on its way no more. */
const DONE: readonly (EventStatus | null)[] = [EventStatus.SENT, EventStatus.CANCELLED, null];

interface Upload extends Omit<Unsent, "isRefused"> {
  sending: Exclude<Sending, "sent">;
  progress: number;
  preview: Held;
  stop: AbortController;
  /** Whether it outlives the page. */
  isKept: boolean;
  /** What is with the server already. */
  source?: Source;
  thumbnail?: Source;
}

export class Uploads {
  /** Counts what changed. */
  readonly changes = new Signal(0);
  private all: Upload[] = [];
  private isRunning = false;
  private isStopped = false;
  /** Files that are messages on their way now: they are kept until those have arrived, or were given up. */
  private readonly said = new Set<string>();
  private readonly unsent: UnsentFiles;
  private wake: () => void = () => undefined;
  private limit: number | undefined;

  constructor(
    private readonly client: MatrixClient,
    private readonly tokens: Tokens,
    private readonly files: Files,
    connection: Signal<Connection>,
  ) {
    this.unsent = new UnsentFiles(client.getSafeUserId());
    connection.subscribe(() => connection.get() === "online" && this.wake());
    client.on(RoomEvent.LocalEchoUpdated, (event) => {
      const id = event.getTxnId() ?? "";
      if (DONE.includes(event.status) && this.said.has(id)) this.settle(id);
    });
    void this.takeUp(connection);
  }

  /** What was on its way when the page was closed goes on. */
  private async takeUp(connection: Signal<Connection>): Promise<void> {
    // Before, nothing is known of the rooms.
    await until(connection, (state) => state === "online");
    for (const unsent of await this.unsent.all()) {
      if (this.isStopped) return;
      // A room that was left meanwhile has no place for it.
      if (!this.client.getRoom(unsent.roomId)) void this.unsent.forget(unsent.id);
      else if (!this.said.has(unsent.id) && !this.all.some(({ id }) => id === unsent.id))
        this.begin(unsent, true);
    }
  }

  get room(): number {
    return UPLOADS_MAX - this.all.length;
  }

  /** The largest file that the server takes, in bytes, as far as it is known. */
  async largest(): Promise<number> {
    try {
      this.limit ??= (await this.client.getMediaConfig(true))["m.upload.size"];
    } catch {
      // The server says so itself when it is given too much.
    }
    return this.limit ?? Number.POSITIVE_INFINITY;
  }

  /** Sends a file, with words beside it and what its message refers to. */
  add(roomId: string, parcel: Parcel, caption?: Said, relation?: Record<string, unknown>): void {
    used(parcel.kind === "voice" ? "voice" : parcel.kind === "picture" ? "pictures" : "files");
    // The order in which they are taken up again.
    const at = Math.max(Date.now(), (this.all.at(-1)?.at ?? 0) + 1);
    const id = this.client.makeTxnId();
    this.keep(this.begin({ id, roomId, at, parcel, caption, relation, isRefused: false }, false));
  }

  private begin({ isRefused, ...unsent }: Unsent, isKept: boolean): Upload {
    const upload: Upload = {
      ...unsent,
      sending: isRefused ? "failed" : "sending",
      progress: 0,
      preview: this.files.keep(`here:${unsent.id}`, unsent.parcel.blob),
      stop: new AbortController(),
      isKept,
    };
    this.all.push(upload);
    this.changed();
    void this.run();
    return upload;
  }

  private keep(one: Upload): void {
    void this.unsent.keep({ ...one, isRefused: one.sending === "failed" }).then((isKept) => {
      one.isKept = isKept;
      this.changed();
    });
  }

  retry(id: string): void {
    const found = this.all.find((upload) => upload.id === id);
    if (!found) return;
    found.sending = "sending";
    this.keep(found);
    this.changed();
    void this.run();
  }

  cancel(id: string): void {
    const found = this.all.find((upload) => upload.id === id);
    if (!found) return;
    found.stop.abort();
    this.drop(found);
    this.settle(id);
    this.wake();
  }

  /** How many have not arrived. */
  get count(): number {
    return this.all.length;
  }

  /** Those that are kept are taken up again. */
  stop(): void {
    this.isStopped = true;
    globalThis.onbeforeunload = null;
    for (const { stop, preview } of this.all) {
      stop.abort();
      preview.release();
    }
    this.all = [];
    this.wake();
  }

  /** The files on their way into a room, or into a thread of it, as the messages that they will be. */
  of(room: SdkRoom, threadId: string | undefined): Message[] {
    const me = this.client.getSafeUserId();
    const isHere = ({ roomId, relation }: Upload) =>
      roomId === room.roomId && threadOf(relation) === (threadId ?? null);
    const here = this.all.filter(isHere);
    return here.map(({ id, at, parcel, caption, sending, progress }) => ({
      kind: "message",
      id,
      key: id,
      sender: personOf(room, me),
      isOwn: true,
      at,
      form: "file",
      body: caption?.body ?? "",
      html: caption?.html,
      attachment: attachmentHere(parcel, `here:${id}`),
      isEdited: false,
      isDeleted: false,
      deletedBy: undefined,
      mentions: [],
      mentionsReader: false,
      unreadable: undefined,
      quote: undefined,
      reactions: [],
      thread: undefined,
      sending,
      progress: sending === "failed" ? undefined : progress,
      readBy: [],
    }));
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    for (let next = this.next(); next; next = this.next()) await this.send(next);
    this.isRunning = false;
  }

  private next(): Upload | undefined {
    return this.all.find(({ sending }) => sending !== "failed");
  }

  private async send(one: Upload): Promise<void> {
    let failures = 0;
    while (!one.stop.signal.aborted) {
      try {
        if (!this.hasMessage(one)) await this.give(one);
        this.say(one);
        return;
      } catch (error) {
        if (one.stop.signal.aborted) return;
        // To be told to wait is no failure.
        const waitMs = error instanceof Refusal && error.status === 429 ? error.retryAfterMs : undefined;
        if (waitMs === undefined) failures += 1;
        const isAgain = isPassing(error, failures);
        one.sending = isAgain ? "waiting" : "failed";
        one.progress = 0;
        this.changed();
        if (!isAgain) {
          this.keep(one);
          tell("send_failed", failureOf(error));
          return;
        }
        await this.pause(waitMs ?? Math.min(500 * 2 ** failures, RETRY_MS_MAX));
      }
    }
  }

  /** Brings to the server what is not there yet. */
  private async give(one: Upload): Promise<void> {
    const isEncrypted = this.roomOf(one).hasEncryptionStateEvent();
    const put = async (blob: Blob, onProgress: (part: number) => void): Promise<Source> => {
      const { blob: file, lock } = isEncrypted ? await locked(blob) : { blob, lock: undefined };
      const token = await this.tokens.fresh();
      return { url: await upload(file, token, one.stop.signal, onProgress), lock };
    };
    const { parcel } = one;
    one.source ??= await put(parcel.blob, (part) => this.progressed(one, part));
    if (parcel.thumbnail) one.thumbnail ??= await put(parcel.thumbnail.blob, () => undefined);
  }

  /** The message takes the place of what was shown of it here. */
  private say(one: Upload): void {
    const { id, roomId, parcel, caption, relation, source, thumbnail } = one;
    if (one.stop.signal.aborted) return;
    const room = this.roomOf(one);
    this.said.add(id);
    if (source && !this.hasMessage(one)) {
      const content = {
        ...contentOfFile(parcel, source, thumbnail),
        ...(caption && worded(caption)),
        ...(relation && { "m.relates_to": relation }),
      } as unknown as RoomMessageEventContent;
      this.files.keep(source.url, parcel.blob).release();
      // How it gets on from here, the message shows.
      this.client.sendMessage(roomId, threadOf(relation), content, id).then(
        () => {
          arrived(room, id);
          this.settle(id);
        },
        () => undefined,
      );
    }
    this.drop(one);
  }

  /** Whether its message waits already, since before the page was loaded anew. */
  private hasMessage({ id, roomId }: Upload): boolean {
    const pending = this.client.getRoom(roomId)?.getPendingEvents() ?? [];
    return pending.some((event) => event.getTxnId() === id);
  }

  /** To a room that is not known nothing is sent: nobody could say whether in secret. */
  private roomOf({ roomId }: Upload): SdkRoom {
    const room = this.client.getRoom(roomId);
    if (!room) throw new Error("The room is not known.");
    return room;
  }

  private progressed(one: Upload, part: number): void {
    one.sending = "sending";
    // What is shown in percent changes a hundred times at most, and is not whole before the server has said so.
    const percent = Math.min(0.99, Math.floor(part * 100) / 100);
    if (percent === one.progress) return;
    one.progress = percent;
    this.changed();
  }

  private drop(one: Upload): void {
    this.all = this.all.filter((upload) => upload !== one);
    one.preview.release();
    this.changed();
  }

  /** It has arrived, or was given up. */
  private settle(id: string): void {
    this.said.delete(id);
    void this.unsent.forget(id);
  }

  private changed(): void {
    if (this.isStopped) return;
    const isLost = this.all.some(({ isKept }) => !isKept);
    globalThis.onbeforeunload = isLost ? (event) => event.preventDefault() : null;
    this.changes.set(this.changes.get() + 1);
  }

  /** Until it is time to try again, or the connection is back. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Whether it is worth trying again without asking. */
function isPassing(error: unknown, failures: number): boolean {
  if (!(error instanceof Refusal)) return false;
  if (error.status === 0 || error.status === 429) return true;
  return error.status >= 500 && failures < ATTEMPTS;
}

/** The thread that a message belongs to by what it refers to. */
function threadOf(relation: Record<string, unknown> | undefined): string | null {
  return relation?.["rel_type"] === "m.thread" ? String(relation["event_id"]) : null;
}
