// Signing in by a code that another device of the member shows: a link to this server with a word in it that counts once and
// soon ends, and with whom it signs in. They stand behind `#`, so that they are in no server's log.

export interface Code {
  word: string;
  /** The member's id. Whoever has made the link may have written another, so the answer is held against it. */
  who: string;
}

export function linkWith({ word, who }: Code, origin: string): string {
  return `${origin}/sign-in#${new URLSearchParams({ code: word, who })}`;
}

/** What is in such a link; nothing where it is another, or one to another server. */
export function codeIn(link: string, origin: string): Code | undefined {
  if (!URL.canParse(link)) return undefined;
  const { origin: leadsTo, pathname, hash } = new URL(link);
  if (leadsTo !== origin || pathname !== "/sign-in") return undefined;
  const parts = new URLSearchParams(hash.slice(1));
  const [word, who] = [parts.get("code"), parts.get("who")];
  return word && who ? { word, who } : undefined;
}
