// The store is written soon after what it keeps: what was read is there when the app is opened without a connection.

import { ClientEvent, type IndexedDBStore, type MatrixClient, SyncState } from "matrix-js-sdk";

/** From something new until it is written. */
const SOON_MS = 2_000;

/** Between two times; each writes everything anew. */
const PAUSE_MS = 20_000;

export function saving(client: MatrixClient, store: IndexedDBStore, signal: AbortSignal): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let savedAt = 0;
  const save = () => {
    clearTimeout(due);
    due = undefined;
    savedAt = Date.now();
    // After signing out there is nothing to keep.
    if (client.clientRunning) void store.save(true);
  };
  const saveDue = () => due !== undefined && save();
  client.on(ClientEvent.Sync, (state) => {
    if (state === SyncState.Syncing)
      due ??= setTimeout(save, Math.max(SOON_MS, savedAt + PAUSE_MS - Date.now()));
    if (state === SyncState.Reconnecting) saveDue();
  });
  // Nothing more comes, and what is here is all that the next page may have.
  globalThis.addEventListener("offline", saveDue, { signal });
  // A hidden page may be ended without another word.
  const look = () => document.visibilityState === "hidden" && saveDue();
  document.addEventListener("visibilitychange", look, { signal });
}
