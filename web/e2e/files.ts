// Files for stories, made on the spot.

import { deflateSync } from "node:zlib";

export interface Made {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A picture with a gradient, or with noise, which no compression makes small. */
export function png(name: string, width: number, height: number, isNoise = false): Made {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  let seed = 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * 3; x += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const calm = x % 3 === 0 ? (x * 85) / width : x % 3 === 1 ? (y * 255) / height : 140;
      rows[y * (width * 3 + 1) + 1 + x] = isNoise ? seed & 255 : calm;
    }
  }
  return { name, mimeType: "image/png", buffer: pngOf(width, height, deflateSync(rows)) };
}

/** A picture that says it is so large, whatever is in it. */
export function pngOf(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc(named), named.length + 4);
  return framed;
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

/** A second of a tone. */
export function wav(name: string): Made {
  const rate = 8000;
  const buffer = Buffer.alloc(44 + rate);
  buffer.write("RIFF", 0);
  buffer.writeUInt32LE(36 + rate, 4);
  buffer.write("WAVEfmt ", 8);
  buffer.writeUInt32LE(16, 16);
  buffer.writeUInt16LE(1, 20);
  buffer.writeUInt16LE(1, 22);
  buffer.writeUInt32LE(rate, 24);
  buffer.writeUInt32LE(rate, 28);
  buffer.writeUInt16LE(1, 32);
  buffer.writeUInt16LE(8, 34);
  buffer.write("data", 36);
  buffer.writeUInt32LE(rate, 40);
  for (let at = 0; at < rate; at += 1) buffer[44 + at] = 128 + 90 * Math.sin((at * 2 * Math.PI * 440) / rate);
  return { name, mimeType: "audio/wav", buffer };
}

export function pdf(name: string): Made {
  return { name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };
}
