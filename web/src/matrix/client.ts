// The one client of this session: started, kept in step with the server, and stopped.

import {
  ClientEvent,
  ConnectionError,
  createClient,
  EventStatus,
  HttpApiEvent,
  type MatrixClient,
  MatrixError,
  type MatrixEvent,
  MatrixScheduler,
  PendingEventOrdering,
  RoomEvent,
  SyncState,
} from "matrix-js-sdk";
import { logger } from "matrix-js-sdk/lib/logger";
import { patiently } from "../api/patience.ts";
import type { Session } from "../api/session.ts";
import { Tokens } from "../api/tokens.ts";
import { remembering } from "../api/versions.ts";
import { failureOf, tell } from "../signals/tell.ts";
import { Secret } from "./keys.ts";
import { sendingOf } from "./message.ts";
import { saving } from "./saving.ts";
import { Signal } from "./signal.ts";
import type { Connection } from "./types.ts";
import { markRefused, sendWaiting, WaitingStore } from "./waiting.ts";

/** Messages that a room is opened with; more are fetched when somebody scrolls. */
const FIRST_MESSAGES = 30;

/** Between two attempts to send at most. */
const RETRY_MS_MAX = 5_000;

/** Failures of the server itself before a message is given up. */
const ATTEMPTS = 5;

(logger as unknown as { setLevel: (level: string) => void }).setLevel("warn");

export interface Connected {
  client: MatrixClient;
  tokens: Tokens;
  secret: Secret;
  connection: Signal<Connection>;
  /** The session has ended; softly, if what is stored here is still good after signing in again. */
  ended: Signal<"no" | "softly" | "wholly">;
  /** Ends what listens to the page for the session. */
  left: AbortController;
}

/** Opens what is stored, starts encryption, and begins to sync. */
export async function connect(session: Session): Promise<Connected> {
  const tokens = new Tokens(session);
  const store = new WaitingStore({ indexedDB, dbName: `hearth:${session.userId}`, localStorage });
  const secret = new Secret();
  const client = createClient({
    baseUrl: location.origin,
    userId: session.userId,
    deviceId: session.deviceId,
    accessToken: session.accessToken,
    fetchFn: remembering(tokens.fetch as typeof fetch),
    store,
    scheduler: new MatrixScheduler(retry, queue),
    cryptoCallbacks: secret.callbacks,
    disableVoip: true,
    timelineSupport: true,
  });
  const connection = new Signal<Connection>("starting");
  const ended = new Signal<"no" | "softly" | "wholly">("no");
  const tellOf = (state: SyncState | null) => {
    if (state === SyncState.Prepared || state === SyncState.Syncing) connection.set("online");
    if (state === SyncState.Error || state === SyncState.Reconnecting) connection.set("offline");
  };
  client.on(ClientEvent.Sync, tellOf);
  client.on(HttpApiEvent.SessionLoggedOut, (error) => {
    ended.set(error.data["soft_logout"] === true ? "softly" : "wholly");
  });
  client.on(RoomEvent.LocalEchoUpdated, (event) => {
    if (event.status === EventStatus.NOT_SENT && sendingOf(event) === "failed")
      tell("send_failed", failureOf(event.error));
  });
  const left = new AbortController();
  const { signal } = left;
  const back = () => {
    client.retryImmediately();
    // A question that was open all the time has not failed, and may be open for long.
    tellOf(client.getSyncState());
  };
  globalThis.addEventListener("online", back, { signal });
  globalThis.addEventListener("offline", () => connection.set("offline"), { signal });
  sendWaiting(client);
  saving(client, store, signal);
  await Promise.all([
    store.startup(),
    client.initRustCrypto({ cryptoDatabasePrefix: `hearth:${session.userId}` }),
  ]);
  await client.startClient({
    initialSyncLimit: FIRST_MESSAGES,
    lazyLoadMembers: true,
    pendingEventOrdering: PendingEventOrdering.Detached,
    threadSupport: true,
  });
  return { client, tokens, secret, connection, ended, left };
}

/** Ends the session on the server. What is stored goes with the page. */
export async function disconnect(client: MatrixClient): Promise<void> {
  // The device is left even where the server cannot be told, or does not answer.
  await patiently(client.logout(true));
  client.stopClient();
}

/** Messages of one room are sent in their order; rooms do not wait for each other. */
function queue(event: MatrixEvent): string {
  return event.getRoomId() ?? "";
}

/** Milliseconds until the next attempt, or -1: then the member is asked. */
function retry(event: MatrixEvent | null, attempts: number, error: unknown): number {
  const pause = pauseAfter(attempts, error);
  if (pause < 0 && event) markRefused(event, error);
  return pause;
}

function pauseAfter(attempts: number, error: unknown): number {
  const backoff = Math.min(500 * 2 ** attempts, RETRY_MS_MAX);
  if (error instanceof ConnectionError) return backoff;
  if (!(error instanceof MatrixError)) return -1;
  if (error.isRateLimitError()) return error.getRetryAfterMs() ?? backoff;
  const isServers = (error.httpStatus ?? 0) >= 500;
  return isServers && attempts < ATTEMPTS ? backoff : -1;
}
