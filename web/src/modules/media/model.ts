// How files are shown and chosen, without React.

import type { Attachment } from "../../matrix/types.ts";

/** The box of a picture in a conversation, in pixels at the usual size of letters. */
const WIDTH = 400;
const HEIGHT = 300;

/** A file that is not a picture is one line. */
const LINE = 56;

/** Where nobody says how large a picture is. */
const UNKNOWN = { width: 240, height: 160 };

/** No box is flatter or narrower, so that it can be pressed. */
const SIDE_MIN = 48;

export interface Box {
  width: number;
  height: number;
}

/** The room that a file takes, known before it is here. */
export function boxOf({ kind, width, height, thumbnail }: Attachment): Box {
  if (kind !== "picture" && !(kind === "video" && thumbnail)) return { width: WIDTH, height: LINE };
  if (!width || !height) return UNKNOWN;
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const side = (pixels: number) => Math.max(SIDE_MIN, Math.round(pixels * scale));
  return { width: side(width), height: side(height) };
}

/** Files that one message's worth of choosing takes. */
export const FILES_MAX = 20;

/** A file that was chosen and not sent yet. */
export interface Chosen {
  id: number;
  file: File;
}

/** Why a file was not taken, as the key of a text and its values. */
export interface Fault {
  key: string;
  values: Record<string, string | number>;
}

export interface Bounds {
  /** Bytes that the server takes. */
  largest: number;
  /** Files that can be on their way beside those that are. */
  room: number;
}

let count = 0;

/** What is chosen after more was: as far as there is room, and without what the server would not take. */
export function choose(
  before: readonly Chosen[],
  more: readonly File[],
  { largest, room }: Bounds,
  size: (bytes: number) => string,
): { chosen: readonly Chosen[]; fault: Fault | undefined } {
  const large = more.find((file) => file.size > largest);
  const empty = more.find((file) => file.size === 0);
  const fitting = more.filter((file) => file.size > 0 && file.size <= largest);
  const free = Math.min(FILES_MAX, room) - before.length;
  const chosen = [...before, ...fitting.slice(0, Math.max(0, free)).map((file) => ({ id: ++count, file }))];
  const fault = large
    ? { key: "media-large", values: { name: large.name, size: size(largest) } }
    : empty
      ? { key: "media-empty", values: { name: empty.name } }
      : fitting.length > free
        ? { key: "media-many", values: { count: Math.min(FILES_MAX, room) } }
        : undefined;
  return { chosen, fault };
}

/** A text with a picture of itself, as office programs copy it; a copied file has nothing but its name as text. */
export function isText(types: readonly string[]): boolean {
  return types.includes("text/plain") && (types.includes("text/html") || types.includes("text/rtf"));
}

/** Minutes and seconds. */
export function lasting(ms: number, number: (value: number) => string): string {
  const seconds = Math.round(ms / 1000);
  const rest = seconds % 60;
  return `${number(Math.floor(seconds / 60))}:${rest < 10 ? number(0) : ""}${number(rest)}`;
}
