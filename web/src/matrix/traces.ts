// What cameras and programs write into a picture beside the picture, such as where it was. The picture itself is not touched.

import { type Head, headOf, isShowable, says, segments, view } from "./picture.ts";

/** A picture without its traces; nothing of what cannot be shown. */
export async function cleaned(file: Blob): Promise<Blob | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = headOf(bytes);
  return head && isShowable(head) ? without(bytes, head) : undefined;
}

/** A file without the traces of a picture, if it is one. */
export async function traceless(file: Blob): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = headOf(bytes);
  return head ? without(bytes, head) : file;
}

function without(bytes: Bytes, { type }: Head): Blob {
  return new Blob(withoutTraces(bytes, type), { type });
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The parts of a picture without its traces; only which way is up stays. GIF has no place that a camera would write to. */
export function withoutTraces(bytes: Bytes, type: Head["type"]): Bytes[] {
  if (type === "image/jpeg") return jpeg(bytes);
  if (type === "image/png") return png(bytes);
  return type === "image/webp" ? webp(bytes) : [bytes];
}

function jpeg(bytes: Bytes): Bytes[] {
  const kept: Bytes[] = [bytes.subarray(0, 2)];
  let from = 2;
  for (const { marker, at, end } of segments(bytes)) {
    // Exif and XMP, IPTC, who signed it, comments; colour profiles stay.
    if (![0xe1, 0xed, 0xeb, 0xfe].includes(marker)) continue;
    const up = marker === 0xe1 && says(bytes, at + 4, EXIF) ? orientation(bytes.subarray(at + 10, end)) : 1;
    kept.push(bytes.subarray(from, at));
    if (up > 1) kept.push(joined(Uint8Array.of(0xff, 0xe1, 0, 34), coded(EXIF), upright(up)));
    from = end;
  }
  // What stands behind the end is no part of the picture: a film of the moment, further pictures with traces of their own.
  kept.push(bytes.subarray(from, ending(bytes, from)));
  return kept;
}

/** Where a JPEG ends: its scans are gone through, as two bytes that look like an end may stand in a segment. */
function ending(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    // Within a scan, 0xff is followed by nothing, or by the mark of a fresh start; before a marker there may be more of them.
    const isBare = marker === 0 || marker === 1 || marker === 0xd8 || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xff) at += 1;
    else if (isBare || at + 4 > bytes.length) at += 2;
    else at += 2 + view(bytes).getUint16(at + 2);
  }
  return bytes.length;
}

const PNG_TRACES = ["eXIf", "tEXt", "zTXt", "iTXt", "tIME", "caBX"];

function png(bytes: Bytes): Bytes[] {
  const data = view(bytes);
  const kept: Bytes[] = [bytes.subarray(0, 8)];
  // What stands behind the end is no part of the picture.
  for (let at = 8, isEnd = false; at + 12 <= bytes.length && !isEnd; ) {
    const end = at + 12 + data.getUint32(at);
    isEnd = says(bytes, at + 4, "IEND");
    const up = says(bytes, at + 4, "eXIf") ? orientation(bytes.subarray(at + 8, end - 4)) : 1;
    if (up > 1) {
      const chunk = joined(coded("eXIf"), upright(up));
      kept.push(joined(big(chunk.length - 4), chunk, big(checksum(chunk))));
    }
    if (!PNG_TRACES.some((type) => says(bytes, at + 4, type))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return kept;
}

/** What the head of an extended WebP says of it: it has Exif, XMP. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

function webp(bytes: Bytes): Bytes[] {
  const data = view(bytes);
  const kept: Bytes[] = [];
  let flags: Bytes | undefined;
  const all = Math.min(8 + data.getUint32(4, true), bytes.length);
  for (let at = 12; at + 8 <= all; ) {
    const size = data.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const up = says(bytes, at, "EXIF") ? orientation(tiffIn(bytes.subarray(at + 8, end))) : 1;
    if (says(bytes, at, "VP8X")) {
      flags = bytes.slice(at, end);
      flags[8] = (flags[8] ?? 0) & ~(HAS_EXIF | HAS_XMP);
      kept.push(flags);
    } else if (up > 1) {
      const exif = upright(up);
      kept.push(joined(coded("EXIF"), little(exif.length), exif));
      if (flags) flags[8] = (flags[8] ?? 0) | HAS_EXIF;
    } else if (!["EXIF", "XMP ", "C2PA"].some((type) => says(bytes, at, type)))
      kept.push(bytes.subarray(at, end));
    at = end;
  }
  const length = kept.reduce((sum, part) => sum + part.length, 4);
  return [joined(coded("RIFF"), little(length), coded("WEBP")), ...kept];
}

const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;

/** Some programs write Exif into WebP as it stands in a JPEG. */
function tiffIn(exif: Bytes): Bytes {
  return says(exif, 0, EXIF) ? exif.subarray(EXIF.length) : exif;
}

/** Which way is up, as Exif counts it; 1 where it does not say. */
function orientation(tiff: Bytes): number {
  if (tiff.length < 8) return 1;
  const data = view(tiff);
  const isLittle = data.getUint16(0) === 0x4949;
  const start = data.getUint32(4, isLittle);
  if (start + 2 > data.byteLength) return 1;
  const count = data.getUint16(start, isLittle);
  for (let entry = start + 2; entry < start + 2 + count * 12 && entry + 12 <= data.byteLength; entry += 12) {
    if (data.getUint16(entry, isLittle) !== ORIENTATION) continue;
    const up = data.getUint16(entry + 8, isLittle);
    return up <= 8 ? up : 1;
  }
  return 1;
}

/** Exif that says which way is up and nothing else. */
function upright(up: number): Bytes {
  const head = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const entry = [ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, up & 0xff, 0, 0];
  return Uint8Array.of(...head, ...entry, 0, 0, 0, 0);
}

/** As PNG ends its chunks. */
function checksum(bytes: Bytes): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function joined(...parts: Bytes[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function coded(letters: string): Bytes {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function big(number: number): Bytes {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number);
}

function little(number: number): Bytes {
  return big(number).reverse();
}
