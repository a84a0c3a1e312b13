// @vitest-environment node

import { expect, test } from "vitest";
import { Damaged, locked, unlocked } from "./lock.ts";

const words = new Blob(["the letter"]);

test("what is locked can be opened with its key, and is different each time", async () => {
  const [one, other] = [await locked(words), await locked(words)];
  const secret = await one.blob.arrayBuffer();
  expect(new TextDecoder().decode(await unlocked(secret, one.lock))).toBe("the letter");
  expect(new TextDecoder().decode(secret)).not.toContain("letter");
  expect(one.lock.sha256).not.toBe(other.lock.sha256);
  expect([one.lock.key.length, one.lock.iv.length, one.lock.sha256.length]).toEqual([43, 22, 43]);
});

test("what was changed is not opened", async () => {
  const { blob, lock } = await locked(words);
  const secret = new Uint8Array(await blob.arrayBuffer());
  secret[0] = (secret[0] ?? 0) ^ 1;
  await expect(unlocked(secret.buffer, lock)).rejects.toBeInstanceOf(Damaged);
});
