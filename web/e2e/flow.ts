// What members do most, held against what flows.json allows.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Visitor } from "./browser.ts";

interface Budget {
  clicks: number;
  fields: number;
  seconds: number;
}

export const BUDGETS: Record<string, Budget> = JSON.parse(
  readFileSync(join(import.meta.dirname, "flows.json"), "utf8"),
);

/** What each flow took. */
export const measured = new Map<string, Budget>();

/** Does what a flow is, and holds it against its budget. */
export async function flow(name: string, visitor: Visitor, steps: () => Promise<void>): Promise<void> {
  const budget = BUDGETS[name];
  if (!budget) throw new Error(`flows.json has no budget for "${name}"`);
  visitor.efforts = { clicks: 0, fields: 0 };
  const started = performance.now();
  await steps();
  const seconds = (performance.now() - started) / 1000;
  const spent: Budget = { ...visitor.efforts, seconds: Math.round(seconds * 10) / 10 };
  measured.set(name, spent);
  for (const part of ["clicks", "fields", "seconds"] as const) {
    expect(
      spent[part],
      `"${name}" takes ${spent[part]} ${part}, ${budget[part]} are allowed`,
    ).toBeLessThanOrEqual(budget[part]);
  }
}
