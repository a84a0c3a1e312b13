import { realpathSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { chunks } from "./build/chunks.ts";
import { compress } from "./build/compress.ts";
import { cultures } from "./build/cultures.ts";
import { worker } from "./build/worker.ts";

/** The server that `npm run dev` talks to. */
const SERVER = process.env["HEARTH_URL"] ?? "http://127.0.0.1:8008";

export default defineConfig({
  plugins: [react(), cultures(), worker(), compress()],
  resolve: { alias: { "matrix-widget-api": new URL("build/widgets.ts", import.meta.url).pathname } },
  build: {
    target: "es2023",
    // What is written into the page is refused by its policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { member: "member.html", worker: "src/worker/worker.ts" },
      output: {
        codeSplitting: chunks,
        // A worker's place says what it may answer for.
        entryFileNames: ({ name }) => (name === "worker" ? "worker.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  // The scripts keep what is installed in a cache and link it.
  server: {
    fs: { allow: [".", realpathSync("node_modules")] },
    proxy: { "/_matrix": SERVER, "/_hearth": SERVER },
  },
});
