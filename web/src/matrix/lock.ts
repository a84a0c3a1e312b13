// Files of encrypted rooms: AES in counter mode and the sum of what it makes, by the browser itself and so beside the
// page's own work.

import { decodeBase64, encodeUnpaddedBase64, encodeUnpaddedBase64Url } from "matrix-js-sdk/lib/base64";
import type { Lock } from "./types.ts";

/** The file is not the one that was sent. */
export class Damaged extends Error {}

/** The counter's part of the initial value; the rest is random. */
const COUNTER_BITS = 64;

const AES = "AES-CTR";

/** Encrypts with a key of its own. */
export async function locked(blob: Blob): Promise<{ blob: Blob; lock: Lock }> {
  const key = await crypto.subtle.generateKey({ name: AES, length: 256 }, true, ["encrypt"]);
  const counter = new Uint8Array(16);
  crypto.getRandomValues(counter.subarray(0, 8));
  const plain = await blob.arrayBuffer();
  const secret = await crypto.subtle.encrypt({ name: AES, counter, length: COUNTER_BITS }, key, plain);
  const raw = await crypto.subtle.exportKey("raw", key);
  const lock = {
    key: encodeUnpaddedBase64Url(new Uint8Array(raw)),
    iv: encodeUnpaddedBase64(counter),
    sha256: await sum(secret),
  };
  return { blob: new Blob([secret]), lock };
}

/** Decrypts what is still as it was sent. */
export async function unlocked(secret: ArrayBuffer, lock: Lock): Promise<ArrayBuffer> {
  if ((await sum(secret)) !== lock.sha256.replace(/=+$/, "")) throw new Damaged();
  const key = await crypto.subtle.importKey("raw", decodeBase64(lock.key), AES, false, ["decrypt"]);
  const counter = decodeBase64(lock.iv);
  return crypto.subtle.decrypt({ name: AES, counter, length: COUNTER_BITS }, key, secret);
}

async function sum(bytes: ArrayBuffer): Promise<string> {
  return encodeUnpaddedBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
