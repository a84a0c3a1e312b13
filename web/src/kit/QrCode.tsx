// Text or bytes as a square that a camera reads. It is a chunk of its own, so it is imported by `lazy` alone.

import { encodeQR } from "qr";
import styles from "./QrCode.module.css";

export interface QrCodeProps {
  content: string | Uint8Array;
  /** What a camera finds in it, for who cannot see it. */
  label: string;
}

export default function QrCode({ content, label }: QrCodeProps) {
  const rows = typeof content === "string" ? encodeQR(content, "raw") : encodeBytes(content);
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path.join("")} />
    </svg>
  );
}

/** The library takes text; each letter stands for a byte here. */
function encodeBytes(bytes: Uint8Array): boolean[][] {
  const textEncoder = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return encodeQR(String.fromCharCode(...bytes), "raw", { encoding: "byte", textEncoder });
}
