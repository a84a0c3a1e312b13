// @vitest-environment node
// How much a browser has to fetch before somebody can sign in, and before they can read. Needs a build.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const DIST = join(import.meta.dirname, "../dist");

/** Bytes of JavaScript, compressed by gzip. */
const ENTRANCE_BYTES = 170_000;
const APP_BYTES = 450_000;

/** What decrypts is loaded beside the app and kept by the browser. */
const CRYPTO = /crypto_wasm|rust-crypto/;

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(DIST, ".vite/manifest.json"), "utf8"));

/** The files that come with a chunk. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const other of chunk.imports ?? []) withImports(other, found);
  return found;
}

function bytes(files: Iterable<string>): number {
  const scripts = [...files].filter((file) => file.endsWith(".js") && !CRYPTO.test(file));
  return scripts.map((file) => statSync(join(DIST, `${file}.gz`)).size).reduce((sum, size) => sum + size, 0);
}

const language = Object.keys(manifest).find((name) => /culture\/en$/.test(name)) ?? "";
const entrance = new Set([...withImports("member.html"), ...withImports(language)]);

test("the entrance", () => {
  expect(entrance.size).toBeGreaterThan(1);
  expect(bytes(entrance)).toBeLessThanOrEqual(ENTRANCE_BYTES);
});

test("everything until a conversation can be read", () => {
  const app = new Set([...entrance, ...withImports("src/member/Inside.tsx")]);
  expect(bytes(app)).toBeGreaterThan(bytes(entrance) + 100_000);
  expect(bytes(app)).toBeLessThanOrEqual(APP_BYTES);
});

test("libraries need nothing of the app, so either may come first", () => {
  const named = (part: string) =>
    Object.keys(manifest).find((name) => name.startsWith(`_${part}-`) && name.endsWith(".js")) ?? "";
  const [libraries, app] = [named("libraries"), named("app")];
  expect(manifest[app]?.imports).toContain(libraries);
  expect(withImports(libraries)).not.toContain(manifest[app]?.file);
});
