import react from "@vitejs/plugin-react";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { cultures } from "./build/cultures.ts";

/** Stories that measure, or fill the machine by themselves: one at a time, after the others. */
const ALONE = ["crowd", "flows", "looks", "memory", "resilience", "speed", "worker"].map(
  (name) => `e2e/${name}.test.ts`,
);

/** Files of stories, which share a browser where they share a process. */
const stories = (name: string, more: TestProjectInlineConfiguration["test"]) => ({
  extends: true as const,
  test: { name, isolate: false, testTimeout: 180_000, hookTimeout: 120_000, ...more },
});

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
      stories("e2e", { include: ["e2e/*.test.ts"], exclude: ALONE, maxWorkers: 2 }),
      stories("e2e-alone", { include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } }),
    ],
  },
});
