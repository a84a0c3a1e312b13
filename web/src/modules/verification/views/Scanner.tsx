// The camera, looking for a code. The browsers' own detector gives text alone, which these codes are not.

import { decodeQR } from "qr/decode.js";
import { useEffect, useRef, useState } from "react";
import { Notice } from "../../../kit/Notice.tsx";
import { useText } from "../../../text/text.tsx";
import styles from "./Verifying.module.css";

/** Between two looks; each takes a slow phone a tenth of a second. */
const LOOK_MS = 250;

/** Pictures are looked at in this width at most. */
const WIDTH_MAX = 640;

type Trouble = "none" | "wrong";

export interface ScannerProps {
  /** Tells of each code; false if it was not the right one. */
  onFound: (code: Uint8Array) => Promise<boolean>;
  /** What is said where there is no camera. */
  without: string;
}

export default function Scanner({ onFound, without }: ScannerProps) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => {
    const left = new AbortController();
    const look = async () => {
      const code = video.current && read(video.current);
      if (code && !(await found.current(code)) && !left.signal.aborted) setTrouble("wrong");
      if (!left.signal.aborted) setTimeout(look, LOOK_MS);
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .then(async (stream) => {
        const stop = () => {
          for (const track of stream.getTracks()) track.stop();
        };
        if (left.signal.aborted || !video.current) return stop();
        left.signal.addEventListener("abort", stop);
        video.current.srcObject = stream;
        await video.current.play();
        await look();
      })
      .catch(() => left.signal.aborted || setTrouble("none"));
    return () => left.abort();
  }, []);
  return (
    <>
      {trouble && (
        <Notice isWrong>{text.say(trouble === "none" ? without : "verification-scan-wrong")}</Notice>
      )}
      {trouble !== "none" && (
        <>
          <video ref={video} className={styles.camera} muted playsInline />
          <p className={styles.hint}>{text.say("verification-scan-hint")}</p>
        </>
      )}
    </>
  );
}

/** The bytes of a code in what the camera sees. */
function read(video: HTMLVideoElement): Uint8Array | undefined {
  const scale = Math.min(1, WIDTH_MAX / video.videoWidth);
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (!width || !height) return undefined;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(video, 0, 0, width, height);
  const image = context?.getImageData(0, 0, width, height);
  const bytes: number[] = [];
  try {
    if (image) decodeQR(image, { textDecoder: (part) => String(bytes.push(...part)) });
  } catch {
    return undefined;
  }
  return bytes.length > 0 ? Uint8Array.from(bytes) : undefined;
}
