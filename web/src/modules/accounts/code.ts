// Signing in by a code that another device of the member shows: a link to this server with a word in it that counts once and
// soon ends. The word stands behind `#`, so that it is in no server's log.

const NAME = "code";

export function linkWith(word: string, origin: string): string {
  return `${origin}/sign-in#${new URLSearchParams({ [NAME]: word })}`;
}

/** The word in such a link; nothing where it is another, or one to another server. */
export function wordIn(link: string, origin: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { origin: leadsTo, pathname, hash } = new URL(link);
  if (leadsTo !== origin || pathname !== "/sign-in") return undefined;
  return new URLSearchParams(hash.slice(1)).get(NAME) ?? undefined;
}
