// Gives the server a file, and tells how far it got: `fetch` cannot.

import { Refusal } from "./call.ts";

/** A file of which nothing moves for so long is given up. */
const STILL_MS = 30_000;

/** The file's address, `mxc://…`. Of its kind the server is told nothing that `file` does not say. */
export function upload(
  file: Blob,
  token: string,
  stop: AbortSignal,
  onProgress: (part: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    stop.throwIfAborted();
    const request = new XMLHttpRequest();
    const unreached = () => reject(new Refusal(0, "UNREACHED"));
    let still = setTimeout(() => request.abort(), STILL_MS);
    const moved = () => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STILL_MS);
    };
    request.open("POST", "/_matrix/media/v3/upload");
    request.responseType = "json";
    request.setRequestHeader("authorization", `Bearer ${token}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => {
      moved();
      onProgress(loaded / Math.max(total, 1));
    };
    request.onerror = unreached;
    request.onabort = unreached;
    request.onload = () => {
      const said = (request.response ?? {}) as Record<string, unknown>;
      const address = said["content_uri"];
      if (request.status === 200 && typeof address === "string") resolve(address);
      else reject(new Refusal(request.status, String(said["errcode"] ?? "M_UNKNOWN"), said));
    };
    request.onloadend = () => clearTimeout(still);
    stop.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
