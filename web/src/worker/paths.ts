// What of the server's paths belongs to the app itself, and so may be kept.

/** Files with a fixed name; all others have a hash in theirs. */
const LOOSE = ["/icon.svg", "/icon-192.png", "/icon-512.png", "/icon-maskable.png", "/manifest.webmanifest"];

export function isFile(path: unknown): boolean {
  return typeof path === "string" && (/^\/assets\/[^/?]+$/.test(path) || LOOSE.includes(path));
}

/** Whether the page answers at this path, by a list such as `/rooms/{room}`. */
export function isPage(pages: readonly string[], path: string): boolean {
  return pages.some((page) => {
    const [wanted, asked] = [page.split("/"), path.split("/")];
    return (
      wanted.length === asked.length &&
      wanted.every((part, at) => /^\{.*\}$/.test(part) || part === asked[at])
    );
  });
}

/** The files of words by their languages. */
export type Words = Record<string, readonly string[]>;

/** The words of a build in those languages of which another one had some here: a file is called by its language and a hash. */
export function wordsLike(words: Words, known: readonly string[]): string[] {
  return Object.entries(words).flatMap(([tag, files]) => {
    const own = new RegExp(`^/assets/${tag}-[\\w-]{8}\\.js$`);
    return known.some((path) => own.test(path)) ? files : [];
  });
}
