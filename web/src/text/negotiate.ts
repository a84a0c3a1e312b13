// Which culture speaks to a reader, by the rules of crates/i18n/src/negotiate.rs: a tag falls back to wider ones and
// never across scripts.

/** The first wanted tag that one of these speaks, or the first of these. */
export function negotiate(wanted: readonly string[], spoken: readonly string[]): string {
  for (const tag of withScript(wanted)) {
    const found = fallbacks(tag).find((wider) => spoken.includes(wider));
    if (found) return found;
  }
  return spoken.includes("en") ? "en" : (spoken[0] ?? "en");
}

function fallbacks(tag: string): string[] {
  const full = maximized(tag);
  if (!full) return [];
  const { language, script, region } = full;
  const wider = [
    `${language}-${script}-${region}`,
    `${language}-${script}`,
    `${language}-${region}`,
    language,
    `${language}-${maximized(`${language}-${script}`)?.region}`,
  ];
  return [full.asked, ...wider].filter((one) => maximized(one)?.script === script);
}

function maximized(tag: string) {
  try {
    const asked = new Intl.Locale(tag);
    const { language, script, region } = asked.maximize();
    return { asked: asked.baseName, language, script, region };
  } catch {
    return undefined;
  }
}

/** Browsers list the bare language behind a regional one; it is meant in the script already asked for. */
function withScript(wanted: readonly string[]): string[] {
  return wanted.map((tag, at) => {
    if (tag.includes("-")) return tag;
    const earlier = wanted.slice(0, at).find((other) => other.split("-", 1)[0] === tag);
    const script = earlier && maximized(earlier)?.script;
    return script ? `${tag}-${script}` : tag;
  });
}
