import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { cultures } from "./build/cultures.ts";

export default defineConfig({
  plugins: [react(), cultures()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "src/**/*.test.tsx", "build/**/*.test.ts"],
          environment: "happy-dom",
          // Axe reads every story four times, and machines may be busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Browsers share two cores, so the stories run one after the other.
        test: {
          name: "e2e",
          include: ["e2e/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
