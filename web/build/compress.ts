// Puts a gzip and a brotli form beside every text file of a build, so that the server never compresses while serving.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(html|js|css|svg|wasm|webmanifest)$/;

/** Larger files would take a minute at the best quality for a few hundredths of their size. */
const SLOW_BYTES = 1_000_000;

export function compress(): Plugin {
  let folder = "";
  return {
    name: "hearth-compress",
    apply: "build",
    configResolved: (config) => {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (!TEXT.test(file)) continue;
        const bytes = readFileSync(join(folder, file));
        const quality = bytes.length > SLOW_BYTES ? 6 : 11;
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
        writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, { params }));
        writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
