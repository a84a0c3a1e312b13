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

/** The place that a path leads to. */
export function placeOf(path: string): Place | undefined {
  const [, rooms, room, second, third, fourth] = path.split("/").map(read);
  if (rooms !== "rooms" || !room) return undefined;
  if (second !== "threads") return { room, event: second || undefined };
  return third ? { room, threads: { root: third }, event: fourth || undefined } : { room, threads: "all" };
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
