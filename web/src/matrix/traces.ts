// What a camera writes into a picture beside the picture, such as where it was.

import type { MatrixClient } from "matrix-js-sdk";
import { headOf, isShowable, says, segments, view } from "./picture.ts";

/** The code of what is refused because it is no picture. */
export const NO_PICTURE = "NO_PICTURE";

/** A picture without what a camera wrote into it; nothing of what cannot be shown. */
export async function cleaned(file: Blob): Promise<Blob | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = headOf(bytes);
  if (!head || !isShowable(head)) return undefined;
  return new Blob(head.type === "image/jpeg" ? withoutTraces(bytes) : [bytes], { type: head.type });
}

/** Gives the server the picture of a room or a person, and says where it is. */
export async function uploadPicture(client: MatrixClient, file: Blob): Promise<string> {
  const picture = await cleaned(file);
  if (!picture) throw Object.assign(new Error("This is no picture."), { code: NO_PICTURE });
  return (await client.uploadContent(picture, { includeFilename: false })).content_uri;
}

/** A JPEG without what the camera wrote into it, such as where it was; only which way is up stays. */
export function withoutTraces(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const kept: Uint8Array<ArrayBuffer>[] = [bytes.subarray(0, 2)];
  let from = 2;
  for (const { marker, at, end } of segments(bytes)) {
    // Exif and XMP, and IPTC; colour profiles stay.
    if (marker !== 0xe1 && marker !== 0xed) continue;
    const up = marker === 0xe1 ? orientation(bytes.subarray(at + 4, end)) : 1;
    kept.push(bytes.subarray(from, at));
    if (up > 1) kept.push(exif(up));
    from = end;
  }
  kept.push(bytes.subarray(from));
  return kept;
}

const ORIENTATION = 0x0112;

/** Which way is up, as Exif counts it; 1 where it does not say. */
function orientation(bytes: Uint8Array): number {
  if (!says(bytes, 0, "Exif\0\0") || bytes.length < 14) return 1;
  const data = view(bytes.subarray(6));
  const isLittle = data.getUint16(0) === 0x4949;
  const start = data.getUint32(4, isLittle);
  if (start + 2 > data.byteLength) return 1;
  const count = data.getUint16(start, isLittle);
  for (let entry = start + 2; entry < start + 2 + count * 12 && entry + 12 <= data.byteLength; entry += 12) {
    if (data.getUint16(entry, isLittle) === ORIENTATION) return data.getUint16(entry + 8, isLittle);
  }
  return 1;
}

/** An Exif segment that says which way is up and nothing else. */
function exif(up: number): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, up & 0xff, 0, 0];
  return new Uint8Array([...head, ...tiff, ...entry, 0, 0, 0, 0]);
}
