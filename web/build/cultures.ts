// The cultures as the app sees them: customs, and the messages that it asks for, from the same files as the server's.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Entry, FluentParser, FluentSerializer, Resource } from "@fluent/syntax";
import { parse as parseToml } from "smol-toml";
import type { Plugin } from "vite";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "cultures");
const SOURCE = "en";

/** A string that names a message: its file's name, then words, with hyphens in between. */
const KEY = /["'`]((?:[a-z]+)(?:-[a-z0-9]+)+)["'`]/g;

/** Every message and term of a culture by its key. */
export function messages(tag: string): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const file of ftl(tag)) {
    const parsed = new FluentParser({ withSpans: false }).parse(
      readFileSync(join(FOLDER, tag, file), "utf8"),
    );
    for (const entry of parsed.body) {
      if (entry.type === "Message") found.set(entry.id.name, entry);
      if (entry.type === "Term") found.set(`-${entry.id.name}`, entry);
      if (entry.type === "Junk")
        throw new Error(`cultures/${tag}/${file} is malformed: ${entry.content.slice(0, 80)}`);
    }
  }
  return found;
}

/** The files of messages, which name the first word of their keys. */
export function ftl(tag: string): string[] {
  return readdirSync(join(FOLDER, tag))
    .filter((file) => file.endsWith(".ftl"))
    .sort();
}

export function tags(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every string in the app's source that looks like a message's key, with the file where it stands. */
export function asked(): Map<string, string> {
  const words = new Set(ftl(SOURCE).map((file) => file.replace(".ftl", "")));
  const found = new Map<string, string>();
  const folder = join(ROOT, "web/src");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
    for (const [, key = ""] of readFileSync(join(folder, file), "utf8").matchAll(KEY)) {
      if (words.has(key.split("-", 1)[0] ?? "")) found.set(key, file);
    }
  }
  return found;
}

/** A culture's messages that the app asks for; what it lacks is the source's. */
function catalogue(tag: string): string {
  const [own, source] = [messages(tag), messages(SOURCE)];
  const entries = [...asked().keys()].sort().map((key) => {
    const entry = own.get(key) ?? source.get(key);
    if (!entry)
      throw new Error(`cultures/${SOURCE} has no message ${key}, which ${asked().get(key)} asks for`);
    return entry;
  });
  const terms = [...source.keys()]
    .filter((key) => key.startsWith("-"))
    .map((key) => own.get(key) ?? source.get(key));
  const body = [...terms, ...entries].filter((entry) => entry !== undefined);
  return new FluentSerializer({}).serialize(new Resource(body)).replaceAll(/^#.*\n/gm, "");
}

/** Those that say all that the source says; the others are not offered. */
export function offered(): string[] {
  const wanted = [...messages(SOURCE).keys()].filter((key) => !key.startsWith("-"));
  return tags().filter((tag) => {
    const own = messages(tag);
    return wanted.every((key) => own.has(key));
  });
}

/** What `culture.toml` says; the server has checked it. */
function said(tag: string) {
  return parseToml(readFileSync(join(FOLDER, tag, "culture.toml"), "utf8"));
}

/** What has to be known of every culture before one is chosen. */
function customs(tag: string): string {
  const {
    occasions: _occasions,
    stickers: _stickers,
    provenance: _provenance,
    politeness: _politeness,
    ...rest
  } = said(tag);
  return JSON.stringify({ tag, ...(inCamel(rest) as object) });
}

/** Keys as the app writes them: `first_day_of_week` is `firstDayOfWeek`. */
function inCamel(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const camel = (key: string) => key.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [camel(key), inCamel(inner)]));
}

/** Gives the app `virtual:cultures`, the list, with the messages of each in a chunk of its own. */
export function cultures(): Plugin {
  const list = "virtual:cultures";
  const one = "virtual:culture/";
  return {
    name: "hearth-cultures",
    resolveId: (id) => (id === list || id.startsWith(one) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${list}`) {
        const each = offered().map((tag) => `{ ...${customs(tag)}, load: () => import("${one}${tag}") }`);
        return `export const cultures = [${each.join(", ")}];`;
      }
      if (id.startsWith(`\0${one}`)) {
        const tag = id.slice(one.length + 1);
        const { occasions = [], stickers } = said(tag);
        const more = Object.entries({ occasions, stickers });
        const exported = more.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
        return `export default ${JSON.stringify(catalogue(tag))};\n${exported.join("\n")}`;
      }
      return undefined;
    },
    configureServer(server) {
      server.watcher.add(FOLDER);
      server.watcher.on("change", (file) => {
        if (file.startsWith(FOLDER)) server.restart();
      });
    },
  };
}
