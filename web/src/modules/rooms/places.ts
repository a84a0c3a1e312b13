// Where things are in the app: the paths of rooms, of messages in them, and of their threads.

export interface Place {
  room: string;
  /** The message that is led to. */
  event?: string | undefined;
  /** What stands beside the conversation: the list of its threads, or the thread of this message. */
  threads?: "all" | { root: string } | undefined;
}

/** A path of this server, so that a link needs nobody else to be followed. */
export function hrefOf(room: string, { event, threads }: Omit<Place, "room"> = {}): string {
  const parts = [room];
  if (threads) parts.push("threads");
  if (typeof threads === "object") parts.push(threads.root);
  if (event && threads !== "all") parts.push(event);
  return `/rooms/${parts.map(written).join("/")}`;
}

/** What the history keeps of a place: how many threads and panels deep it is, and whether the list of threads is behind it. */
interface Steps {
  threads?: number;
  panels?: number;
  isOfAll?: boolean;
}

/** How far the conversation is behind a reader of its threads. */
export function threadsDeep(): number {
  const { threads = 0, panels = 0 } = (history.state ?? {}) as Steps;
  return threads > 0 ? threads + panels : 0;
}

/** What is kept of who goes one deeper into threads. */
export function oneDeeper(isOfAll = false): Steps {
  return { threads: threadsDeep() + 1, isOfAll };
}

/** Whether the list of threads is one step behind. */
export function isOfAll(): boolean {
  const { panels = 0, isOfAll = false } = (history.state ?? {}) as Steps;
  return isOfAll && panels === 0;
}

/** What the history keeps of a room that was opened from the list alone, as on a phone. */
export const FROM_LIST = { list: true };

/** Whether the list is one step behind. */
export function isFromList(): boolean {
  const { list, panels = 0 } = (history.state ?? {}) as Steps & Partial<typeof FROM_LIST>;
  return list === true && panels === 0;
}

/** The place that a path leads to. */
export function placeOf(path: string): Place | undefined {
  const [, rooms, room, second, third, fourth] = path.split("/").map(read);
  if (rooms !== "rooms" || !room) return undefined;
  if (second !== "threads") return { room, event: second || undefined };
  return third ? { room, threads: { root: third }, event: fourth || undefined } : { room, threads: "all" };
}

/** The path here that an address leads to: one of this app, or one of the protocol's for a room, a message or somebody. */
export function pathOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, hostname, pathname, search, hash } = new URL(address);
  if (origin === location.origin) {
    return /^\/(?:rooms|people|spaces)\//.test(pathname) ? pathname + search : undefined;
  }
  if (hostname !== "matrix.to") return undefined;
  const [id = "", event = ""] = (hash.slice(2).split("?", 1)[0] ?? "").split("/").map(read);
  if (id.startsWith("@")) return `/people/${written(id)}`;
  return /^[!#]/.test(id) ? hrefOf(id, { event: event || undefined }) : undefined;
}

/** `$`, `!` and `:` may stand in a path as they are. */
function written(part: string): string {
  return encodeURIComponent(part).replaceAll("%24", "$").replaceAll("%3A", ":");
}

/** A part of a path, whatever somebody made of it. */
export function read(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
