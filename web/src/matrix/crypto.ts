// What encrypts and decrypts is large, and the SDK asks for it only when it needs it.

/** Begins to fetch it, so that it is here when the app is. */
export async function fetchCrypto(): Promise<void> {
  void import("matrix-js-sdk/lib/rust-crypto/index").catch(() => undefined);
  const { initAsync } = await import("@matrix-org/matrix-sdk-crypto-wasm");
  await initAsync();
}
