// Tells how far the member has read. What did not get there is told once there is a connection again: here it counts as
// told, so nobody else would.

import { ClientEvent, type MatrixClient, MatrixError, type MatrixEvent, SyncState } from "matrix-js-sdk";

/** What the server has not been told, by room and thread. */
const untold = new WeakMap<MatrixClient, Map<string, MatrixEvent>>();

export async function tellRead(client: MatrixClient, event: MatrixEvent): Promise<void> {
  const waiting = untold.get(client) ?? begin(client);
  const place = `${event.getRoomId()} ${event.threadRootId ?? ""}`;
  waiting.set(place, event);
  try {
    await client.sendReadReceipt(event);
  } catch (error) {
    if (!isRefused(error)) return;
  }
  if (waiting.get(place) === event) waiting.delete(place);
}

function begin(client: MatrixClient): Map<string, MatrixEvent> {
  const waiting = new Map<string, MatrixEvent>();
  untold.set(client, waiting);
  client.on(ClientEvent.Sync, (state, before) => {
    if (state !== SyncState.Syncing || before === SyncState.Syncing) return;
    for (const event of waiting.values()) void tellRead(client, event);
  });
  return waiting;
}

/** It would be refused again. */
function isRefused(error: unknown): boolean {
  const { httpStatus = 0 } = error instanceof MatrixError ? error : {};
  return httpStatus >= 400 && httpStatus < 500 && httpStatus !== 429;
}
