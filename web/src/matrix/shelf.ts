// Small pictures that the server gave to this member, kept on this device until signing out takes all caches away. The browser's
// own cache would keep them for whoever comes after.

const NAME = "pictures";

/** Pictures that are kept; the oldest make room. */
const KEPT = 1_000;

/** The answer that is here, or the server's. */
export async function fromShelf(
  path: string,
  ask: (init: RequestInit) => Promise<Response>,
): Promise<Response> {
  const shelf = await shelfHere();
  const known = await shelf?.match(path);
  if (known) return known;
  const answer = await ask({ cache: "no-store" });
  if (answer.ok && shelf) void keep(shelf, path, answer.clone()).catch(() => undefined);
  return answer;
}

/** Nothing where the browser lets a page keep nothing. */
async function shelfHere(): Promise<Cache | undefined> {
  try {
    return await caches.open(NAME);
  } catch {
    return undefined;
  }
}

async function keep(shelf: Cache, path: string, answer: Response): Promise<void> {
  await shelf.put(path, answer);
  const all = await shelf.keys();
  for (const oldest of all.slice(0, -KEPT)) await shelf.delete(oldest);
}
