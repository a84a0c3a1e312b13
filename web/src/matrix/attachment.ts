// The file in a message: read from what others sent, where nothing is to be trusted, and written for what is sent.

import { EventType, MsgType } from "matrix-js-sdk";
import type { Attachment, Lock, Source } from "./types.ts";

/** Longer names are cut. */
const NAME_LETTERS = 200;

/** No picture is wider or higher than this. */
const SIDE_PIXELS = 65_535;

const KINDS: Record<string, Attachment["kind"]> = {
  [MsgType.Image]: "picture",
  [MsgType.Video]: "video",
  [MsgType.Audio]: "sound",
  [MsgType.File]: "file",
};

const VOICE = "org.matrix.msc3245.voice";

const MXC = /^mxc:\/\/[\w.:[\]-]{1,255}\/[\w-]{1,255}$/;

type Content = Record<string, unknown>;

/** The file that a message is about; nothing where there is none, or none that could be had. */
export function attachmentOf(type: string, content: Content): Attachment | undefined {
  const msgtype = content["msgtype"];
  const kind = type === EventType.Sticker ? "picture" : KINDS[typeof msgtype === "string" ? msgtype : ""];
  const source = sourceOf(content["url"], content["file"]);
  if (!kind || !source) return undefined;
  const info = record(content["info"]);
  return {
    kind: kind === "sound" && content[VOICE] !== undefined ? "voice" : kind,
    name: nameOf(content),
    type: typeof info["mimetype"] === "string" ? info["mimetype"].slice(0, NAME_LETTERS) : "",
    bytes: numberOf(info["size"], Number.MAX_SAFE_INTEGER),
    width: numberOf(info["w"], SIDE_PIXELS),
    height: numberOf(info["h"], SIDE_PIXELS),
    durationMs: numberOf(info["duration"], 86_400_000),
    source,
    thumbnail: sourceOf(info["thumbnail_url"], info["thumbnail_file"]),
  };
}

/** What is said beside a file: only where the file has a name of its own. */
export function captionOf({ body, filename }: Content): string {
  const isCaption = typeof body === "string" && typeof filename === "string" && body !== filename;
  return isCaption ? body : "";
}

/** What a file is, before it has an address. */
export interface Parcel {
  kind: Attachment["kind"];
  name: string;
  type: string;
  blob: Blob;
  width?: number | undefined;
  height?: number | undefined;
  durationMs?: number | undefined;
  thumbnail?: { blob: Blob; width: number; height: number } | undefined;
  /** How loud a voice message is from its beginning to its end, each from 0 to 1. */
  loudness?: readonly number[] | undefined;
}

/** A file that is still here alone. */
export function attachmentHere(parcel: Parcel, url: string): Attachment {
  const { kind, name, type, blob, width, height, durationMs } = parcel;
  const source = { url, lock: undefined };
  return { kind, name, type, bytes: blob.size, width, height, durationMs, source, thumbnail: undefined };
}

/** The content of the message with the file. */
export function contentOfFile(parcel: Parcel, source: Source, thumbnail: Source | undefined): Content {
  const { kind, name, type, blob, width, height, durationMs, loudness } = parcel;
  const small = parcel.thumbnail;
  const voice = kind === "voice" && {
    [VOICE]: {},
    "org.matrix.msc1767.audio": {
      duration: durationMs,
      waveform: loudness?.map((one) => Math.round(one * 1024)),
    },
  };
  return {
    msgtype: Object.keys(KINDS).find((type) => KINDS[type] === (kind === "voice" ? "sound" : kind)),
    body: name,
    filename: name,
    "m.mentions": {},
    ...addressed("url", "file", source),
    info: {
      mimetype: type,
      size: blob.size,
      w: width,
      h: height,
      duration: durationMs,
      ...(small &&
        thumbnail && {
          ...addressed("thumbnail_url", "thumbnail_file", thumbnail),
          thumbnail_info: {
            mimetype: small.blob.type,
            size: small.blob.size,
            w: small.width,
            h: small.height,
          },
        }),
    },
    ...voice,
  };
}

function addressed(open: string, locked: string, { url, lock }: Source): Content {
  if (!lock) return { [open]: url };
  const key = { kty: "oct", key_ops: ["encrypt", "decrypt"], alg: "A256CTR", k: lock.key, ext: true };
  return { [locked]: { v: "v2", url, key, iv: lock.iv, hashes: { sha256: lock.sha256 } } };
}

function sourceOf(url: unknown, file: unknown): Source | undefined {
  const locked = record(file);
  const address = locked["url"] ?? url;
  if (typeof address !== "string" || !MXC.test(address)) return undefined;
  if (file === undefined) return { url: address, lock: undefined };
  const lock = lockOf(locked);
  return lock && { url: address, lock };
}

function lockOf(file: Content): Lock | undefined {
  const key = record(file["key"])["k"];
  const sha256 = record(file["hashes"])["sha256"];
  const iv = file["iv"];
  const isWhole = typeof key === "string" && typeof iv === "string" && typeof sha256 === "string";
  return isWhole && file["v"] === "v2" ? { key, iv, sha256 } : undefined;
}

/** Without what would turn its direction, so that no name hides how it ends. */
function nameOf({ filename, body }: Content): string {
  const said = typeof filename === "string" ? filename : typeof body === "string" ? body : "";
  return said.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, "").slice(0, NAME_LETTERS);
}

function numberOf(value: unknown, max: number): number | undefined {
  return typeof value === "number" && value > 0 && value <= max ? value : undefined;
}

function record(value: unknown): Content {
  return typeof value === "object" && value !== null ? (value as Content) : {};
}
