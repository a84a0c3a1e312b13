// Makes a chosen file ready to be sent: what it is, how large, without what a camera wrote into it, and with a smaller
// picture where nobody else can make one.

import type { Parcel } from "../../matrix/attachment.ts";
import { headOf, isShowable } from "../../matrix/picture.ts";
import { traceless } from "../../matrix/traces.ts";

/** The longer side of a smaller picture that stands for another, and of one that is sent in its place. */
const THUMBNAIL_PIXELS = 800;
const SMALLER_PIXELS = 1600;

/** Pictures up to this stand for themselves. */
const THUMBNAIL_BYTES = 200_000;

const QUALITY = 0.82;

/** A film or a sound that does not say by then what it is goes as a file. */
const LOOK_MS = 10_000;

export interface Wanted {
  /** Pictures are sent smaller than they are. */
  isSmaller: boolean;
  /** The server cannot look into them. */
  isEncrypted: boolean;
}

export async function prepare(file: File, wanted: Wanted): Promise<Parcel> {
  // A picture loses its traces also where it cannot be shown and goes as a file.
  const isPicture = file.type === "" || file.type.startsWith("image/");
  const blob = isPicture ? await traceless(file) : file;
  const plain: Parcel = {
    kind: "file",
    name: file.name,
    type: blob.type || "application/octet-stream",
    blob,
  };
  try {
    if (isPicture) return (await picture(file.name, blob, wanted)) ?? plain;
    if (file.type.startsWith("video/")) return await film(file, plain);
    if (file.type.startsWith("audio/")) return { ...plain, kind: "sound", durationMs: await lasts(file) };
  } catch {
    // What this browser cannot read, another may.
  }
  return plain;
}

async function picture(
  name: string,
  whole: Blob,
  { isSmaller, isEncrypted }: Wanted,
): Promise<Parcel | undefined> {
  const head = headOf(new Uint8Array(await whole.arrayBuffer()));
  if (!head || !isShowable(head)) return undefined;
  const { type } = head;
  const bitmap = await createImageBitmap(whole);
  try {
    const isTooLarge = isSmaller && type !== "image/gif" && longer(bitmap) > SMALLER_PIXELS;
    const blob = isTooLarge ? await drawn(bitmap, SMALLER_PIXELS, type) : whole;
    const { width, height } = isTooLarge ? within(bitmap, SMALLER_PIXELS) : bitmap;
    const isLarge = blob.size > THUMBNAIL_BYTES && Math.max(width, height) > THUMBNAIL_PIXELS;
    const thumbnail = isEncrypted && isLarge ? await thumbnailOf(bitmap, type) : undefined;
    const called = blob.type === type ? name : name.replace(/\.\w+$/, `.${blob.type.slice("image/".length)}`);
    return { kind: "picture", name: called, type: blob.type, blob, width, height, thumbnail };
  } finally {
    bitmap.close();
  }
}

async function thumbnailOf(bitmap: ImageBitmap, type: string): Promise<Parcel["thumbnail"]> {
  const { width, height } = within(bitmap, THUMBNAIL_PIXELS);
  return { blob: await drawn(bitmap, THUMBNAIL_PIXELS, type), width, height };
}

function longer({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height);
}

function within(size: { width: number; height: number }, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / longer(size));
  const scaled = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return { width: scaled(size.width), height: scaled(size.height) };
}

/** Photographs stay JPEG; what may be see-through becomes WebP. */
async function drawn(bitmap: ImageBitmap, side: number, type: string): Promise<Blob> {
  const { width, height } = within(bitmap, side);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: type === "image/jpeg" ? type : "image/webp", quality: QUALITY });
}

async function film(file: File, plain: Parcel): Promise<Parcel> {
  const video = document.createElement("video");
  const address = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.preload = "auto";
    video.src = address;
    await once(video, "loadeddata");
    const { videoWidth: width, videoHeight: height, duration } = video;
    // The very first moment is often black.
    if (Number.isFinite(duration)) {
      video.currentTime = Math.min(1, duration / 2);
      await once(video, "seeked");
    }
    const still = await createImageBitmap(video);
    const thumbnail = await thumbnailOf(still, "image/jpeg").finally(() => still.close());
    return { ...plain, kind: "video", width, height, durationMs: milliseconds(video), thumbnail };
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function lasts(file: File): Promise<number | undefined> {
  const sound = document.createElement("audio");
  const address = URL.createObjectURL(file);
  try {
    sound.src = address;
    await once(sound, "loadedmetadata");
    return milliseconds(sound);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function milliseconds({ duration }: HTMLMediaElement): number | undefined {
  return Number.isFinite(duration) ? Math.round(duration * 1000) : undefined;
}

function once(media: HTMLMediaElement, event: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("too slow")), LOOK_MS);
    media.addEventListener(event, () => resolve(), { once: true });
    media.addEventListener("error", () => reject(new Error("unreadable")), { once: true });
    media.addEventListener(event, () => clearTimeout(timer), { once: true });
  });
}
