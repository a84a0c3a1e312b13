// End-to-end encryption without homework: the keys of a new account are made silently.

import type { MatrixClient } from "matrix-js-sdk";

/** Makes the identity of an account that has none; an account that has one is left alone. */
export async function makeKeys(client: MatrixClient): Promise<void> {
  const crypto = client.getCrypto();
  if (!crypto || (await crypto.userHasCrossSigningKeys(client.getSafeUserId(), true))) return;
  // The server asks for no proof the first time.
  await crypto.bootstrapCrossSigning({
    authUploadDeviceSigningKeys: (upload) => upload(null).then(() => undefined),
  });
}
