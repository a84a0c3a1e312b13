// Tells the worker of a build what to keep: all of it but the words of languages, of which a member needs one; those it has
// to know by their language, since each build gives them another name.

import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

/** Letters that few need are kept when they were used. */
const RARE = /latin-ext/;

/** The words of a culture, the names of emoji in a language. */
const LANGUAGE = /virtual:culture\/([\w-]+)|\/names\/([\w-]+)\.txt/;

export function worker(): Plugin {
  return {
    name: "hearth-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const own = bundle["worker.js"];
        if (own?.type !== "chunk") throw new Error("The build has no worker.");
        const all = Object.values(bundle).filter((file) => file.fileName.startsWith("assets/"));
        const words: Record<string, string[]> = {};
        for (const file of all) {
          const tag = languageOf(file);
          if (tag) words[tag] = [...(words[tag] ?? []), `/${file.fileName}`];
        }
        const kept = all.filter((file) => !RARE.test(file.fileName) && !languageOf(file));
        const entry = all.find((file) => file.type === "chunk" && file.isEntry);
        const names = all.map(({ fileName }) => fileName).sort();
        const build = createHash("sha256").update(names.join()).digest("hex").slice(0, 12);
        const loose = ["/icon.svg", "/icon-192.png", "/manifest.webmanifest"];
        const files = [...loose, ...kept.map(({ fileName }) => `/${fileName}`)];
        own.code = own.code
          .replaceAll("HEARTH_FILES", JSON.stringify(files))
          .replaceAll("HEARTH_WORDS", JSON.stringify(words))
          .replaceAll("HEARTH_ENTRY", JSON.stringify(`/${entry?.fileName}`))
          .replaceAll("HEARTH_BUILD", JSON.stringify(build));
      },
    },
  };
}

/** Whose words a file has; nothing where it has none. */
function languageOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string | undefined {
  const [, culture, names] = (file.type === "chunk" && LANGUAGE.exec(file.facadeModuleId ?? "")) || [];
  return culture ?? names;
}
