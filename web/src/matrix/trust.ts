// How sure the member can be that people are who they say.

import type { MatrixClient } from "matrix-js-sdk";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api";
import { Signal } from "./signal.ts";

/** How sure the member can be of somebody. */
export type Trusted =
  | "verified"
  /** Nobody has compared anything, which is the rule and no fault. */
  | "unverified"
  /** Was verified, and now has other keys. */
  | "changed";

export class Trust {
  private readonly known = new Map<string, Signal<Trusted>>();

  constructor(private readonly client: MatrixClient) {
    client.on(CryptoEvent.UserTrustStatusChanged, (userId) => void this.look(userId));
  }

  of(userId: string): Signal<Trusted> {
    const known = this.known.get(userId);
    if (known) return known;
    const signal = new Signal<Trusted>("unverified");
    this.known.set(userId, signal);
    void this.look(userId);
    return signal;
  }

  /** Goes on with the new keys of somebody who was verified, unverified. */
  async accept(userId: string): Promise<void> {
    await this.client.getCrypto()?.withdrawVerificationRequirement(userId);
    await this.look(userId);
  }

  private async look(userId: string): Promise<void> {
    const signal = this.known.get(userId);
    const status = await this.client.getCrypto()?.getUserVerificationStatus(userId);
    if (!signal || !status) return;
    if (status.isCrossSigningVerified()) signal.set("verified");
    else signal.set(status.wasCrossSigningVerified() || status.needsUserApproval ? "changed" : "unverified");
  }
}
