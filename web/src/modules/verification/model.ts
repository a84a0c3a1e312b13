// What a verification says at each of its steps. No React, no SDK.

import type { Step, Verification } from "../../matrix/verification.ts";

/** A text's key, with the name that goes into it. */
export interface Words {
  key: string;
  values: { name: string };
}

const ENDED = {
  stopped: "verification-ended-stopped",
  "timed-out": "verification-ended-timed-out",
  mismatch: "verification-ended-mismatch",
  failed: "verification-ended-failed",
};

export function titleOf({ isOwn, who, step }: Verification): Words {
  const values = { name: who.name };
  if (step.is !== "asked")
    return { key: isOwn ? "verification-own-title" : "verification-person-title", values };
  return { key: isOwn ? "verification-asked-own-title" : "verification-asked-person-title", values };
}

export function wordsOf(verification: Verification): Words {
  return { key: keyOf(verification), values: { name: verification.who.name } };
}

function keyOf({ isOwn, isAsker, step, hasBegun }: Verification): string {
  switch (step.is) {
    case "asked":
      return isOwn ? "verification-asked-own" : "verification-asked-person";
    case "waiting":
      if (hasBegun || !isAsker) return "verification-waiting-other";
      return isOwn ? "verification-waiting-own" : "verification-waiting-person";
    case "choosing":
      return isOwn ? "verification-choosing-own" : "verification-choosing-person";
    case "comparing":
      return "verification-compare";
    case "scanned":
      return "verification-scanned";
    case "done":
      return isOwn ? "verification-done-own" : "verification-done-person";
    case "ended":
      return ENDED[step.why];
  }
}

/** Whether it is over, for better or worse. */
export function isOver(step: Step): boolean {
  return step.is === "done" || step.is === "ended";
}
