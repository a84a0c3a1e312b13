// What a picture is by its bytes, whatever its name and its sender say.

export const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

export interface Head {
  type: (typeof PICTURES)[number];
  width: number;
  height: number;
}

/** Larger ones would take more memory than a phone has. */
export const PIXELS_MAX = 50_000_000;

/** Type and size of a picture that can be shown; nothing of anything else, such as SVG, which is a page. */
export function headOf(bytes: Uint8Array): Head | undefined {
  const head = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);
  return head && head.width > 0 && head.height > 0 ? head : undefined;
}

export function isShowable({ width, height }: Head): boolean {
  return width * height <= PIXELS_MAX;
}

export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function says(bytes: Uint8Array, at: number, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

function png(bytes: Uint8Array): Head | undefined {
  if (bytes.length < 24 || !says(bytes, 0, "\x89PNG\r\n\x1a\n") || !says(bytes, 12, "IHDR")) return undefined;
  return { type: "image/png", width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

function gif(bytes: Uint8Array): Head | undefined {
  if (bytes.length < 10 || !(says(bytes, 0, "GIF87a") || says(bytes, 0, "GIF89a"))) return undefined;
  return { type: "image/gif", width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) };
}

function webp(bytes: Uint8Array): Head | undefined {
  if (bytes.length < 30 || !says(bytes, 0, "RIFF") || !says(bytes, 8, "WEBP")) return undefined;
  const data = view(bytes);
  const type = "image/webp";
  if (says(bytes, 12, "VP8X")) {
    const side = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536 + 1;
    return { type, width: side(24), height: side(27) };
  }
  if (says(bytes, 12, "VP8L")) {
    const bits = data.getUint32(21, true);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (!says(bytes, 12, "VP8 ")) return undefined;
  return { type, width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
}

function jpeg(bytes: Uint8Array): Head | undefined {
  for (const { marker, at, end } of segments(bytes)) {
    // The frame's head, of whatever coding; the three in between are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame || end - at < 9) continue;
    const data = view(bytes);
    return { type: "image/jpeg", width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
  }
  return undefined;
}

export interface Segment {
  marker: number;
  /** Where its marker stands, and what comes after it. */
  at: number;
  end: number;
}

/** What stands in a JPEG before its picture. */
export function* segments(bytes: Uint8Array): Generator<Segment> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return;
  const data = view(bytes);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = data.getUint8(at + 1);
    // From here on it is the picture itself.
    if (marker === 0xda) return;
    const end = at + 2 + data.getUint16(at + 2);
    if (end > bytes.length) return;
    yield { marker, at, end };
    at = end;
  }
}
