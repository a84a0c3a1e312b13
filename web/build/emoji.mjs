// Makes the names of emoji in each language, src/modules/emoji/names, from what emojibase and Unicode's CLDR publish:
// `node build/emoji.mjs`, with the network at hand. The packages are large and only needed here, so nothing depends on them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const NAMES = join(import.meta.dirname, "../src/modules/emoji/names");

const EMOJIBASE = "emojibase-data@17.0.0";
const CLDR = ["cldr-annotations-full@48.2.0", "cldr-annotations-derived-full@48.2.0"];

const HEAD =
  "Emoji, their kind, their name, and words that find them: from emojibase-data 17 (MIT, © Miles Johnson) and Unicode CLDR.";

/** What emojibase calls the languages that it has. */
const IN_EMOJIBASE = {
  de: "de",
  en: "en",
  es: "es",
  fr: "fr",
  hi: "hi",
  ja: "ja",
  ko: "ko",
  "pt-BR": "pt",
  ru: "ru",
  vi: "vi",
  "zh-Hans": "zh",
  "zh-Hant": "zh-hant",
};

/** Those that CLDR alone has. */
const IN_CLDR = ["ar", "id", "tr"];

/** Parts of other emoji, which nobody chooses. */
const COMPONENTS = 2;

/** Words beside the name. */
const WORDS = 4;

const folder = mkdtempSync(join(tmpdir(), "hearth-emoji-"));
try {
  const options = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  execFileSync("npm", ["install", ...options, EMOJIBASE, ...CLDR], { stdio: "inherit" });
  for (const [tag, name] of Object.entries(IN_EMOJIBASE)) write(tag, emojibase(name));
  const all = emojibase("en");
  for (const tag of IN_CLDR) write(tag, annotated(all, tag));
} finally {
  rmSync(folder, { recursive: true });
}

function read(...path) {
  return JSON.parse(readFileSync(join(folder, "node_modules", ...path), "utf8"));
}

function emojibase(name) {
  const all = read("emojibase-data", name, "data.json");
  return all
    .filter(({ group }) => group !== undefined && group !== COMPONENTS)
    .sort((a, b) => a.order - b.order);
}

/** The same emoji with what CLDR says of them in a language; it writes them without the sign that asks for colour. */
function annotated(all, tag) {
  const { annotations } = read("cldr-annotations-full", "annotations", tag, "annotations.json").annotations;
  const derived = read("cldr-annotations-derived-full", "annotationsDerived", tag, "annotations.json");
  const known = { ...derived.annotationsDerived.annotations, ...annotations };
  return all.map((one) => {
    const said = known[one.emoji] ?? known[one.emoji.replaceAll("\uFE0F", "")];
    // A few keys have no name in Indonesian.
    return said?.tts ? { ...one, label: said.tts[0], tags: said.default ?? [] } : one;
  });
}

/** One in a line: sign, kind, name and words that find it and are not in the name. */
function write(tag, all) {
  const lines = all.map(({ emoji, group, label, tags = [] }) => {
    const more = tags.filter((word) => !label.includes(word)).slice(0, WORDS);
    return [emoji, group, label, ...more].join("\t");
  });
  writeFileSync(join(NAMES, `${tag}.txt`), `${HEAD}\n${lines.join("\n")}\n`);
}
