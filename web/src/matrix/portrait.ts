// The picture of a room or a person.

import type { MatrixClient } from "matrix-js-sdk";

/** The code of what is refused because it is no picture. */
export const NO_PICTURE = "NO_PICTURE";

/** Gives it to the server without its traces, and says where it is. */
export async function uploadPicture(client: MatrixClient, file: Blob): Promise<string> {
  const { cleaned } = await import("./traces.ts");
  const picture = await cleaned(file);
  if (!picture) throw Object.assign(new Error("This is no picture."), { code: NO_PICTURE });
  return (await client.uploadContent(picture, { includeFilename: false })).content_uri;
}
