// Takes everything of a session from this device, whatever state the app is in.

import { call } from "../api/call.ts";
import { patiently } from "../api/patience.ts";
import { forget, type Session, stored } from "../api/session.ts";
import { keepNothing } from "../worker/kept.ts";

/** What the entrance says of it to who did not go by themselves: their account has ended, or another device signed this one out. */
export type Parting = "ended" | "elsewhere";

/** Ends at the entrance, in a page that has heard of nothing that was here, but for how it ended. */
export async function leave({ userId }: Session, parting?: Parting): Promise<void> {
  const own = `hearth:${userId}`;
  const crypto = [`${own}::matrix-sdk-crypto`, `${own}::matrix-sdk-crypto-meta`];
  const databases = [`matrix-js-sdk:${own}`, ...crypto, `${own}:unsent`];
  await Promise.allSettled([keepNothing(), ...databases.map(deleted)]);
  forget();
  location.replace(parting ? `/sign-in?${parting}` : "/sign-in");
}

/** On the server, where there is no client that could. */
export async function endSession(session: Session): Promise<void> {
  const { accessToken } = stored() ?? session;
  await patiently(call("/_matrix/client/v3/logout", { method: "POST", token: accessToken }));
}

/** What a page that was left could not take along, since something of it was still open. Where somebody is here, nothing is. */
export async function sweep(): Promise<void> {
  // Not every browser tells.
  const found = (await indexedDB.databases?.().catch(() => [])) ?? [];
  for (const { name } of found) if (name && OWN.test(name) && !stored()) void deleted(name);
}

const OWN = /^(?:matrix-js-sdk:)?hearth:@/;

/** What is still open is deleted as soon as the page is left. */
function deleted(database: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(database);
    asked.onsuccess = asked.onerror = asked.onblocked = () => resolve();
  });
}
