// The devices that are signed in as this member.

import type { AuthDict, IAuthData, MatrixClient } from "matrix-js-sdk";
import { CryptoEvent } from "matrix-js-sdk/lib/crypto-api";
import { named } from "./names.ts";
import { proven } from "./proof.ts";
import { Signal } from "./signal.ts";

export interface Device {
  id: string;
  name: string;
  /** When it was last heard of, in milliseconds since 1970. */
  seenAt: number | undefined;
  isThis: boolean;
  /** Unknown of devices that do not encrypt. */
  isVerified: boolean | undefined;
}

/** With which another device signs in, once. */
export interface Word {
  token: string;
  /** The member whom it signs in. */
  who: string;
  lastsMs: number;
}

export class Devices {
  /** Nothing before they were asked for. */
  readonly list = new Signal<readonly Device[] | undefined>(undefined);

  constructor(private readonly client: MatrixClient) {
    client.on(CryptoEvent.DevicesUpdated, (users) => {
      if (users.includes(client.getSafeUserId()) && this.list.isWatched)
        void this.look().catch(() => undefined);
    });
  }

  async look(): Promise<void> {
    const { client } = this;
    const crypto = client.getCrypto();
    const me = client.getSafeUserId();
    const { devices } = await client.getDevices();
    const found = devices.map(async ({ device_id: id, display_name, last_seen_ts }): Promise<Device> => {
      const status = await crypto?.getDeviceVerificationStatus(me, id);
      return {
        id,
        name: named(display_name, id),
        seenAt: last_seen_ts,
        isThis: id === client.getDeviceId(),
        isVerified: status?.crossSigningVerified,
      };
    });
    const known = await Promise.all(found);
    this.list.set(
      known.sort((a, b) => Number(b.isThis) - Number(a.isThis) || (b.seenAt ?? 0) - (a.seenAt ?? 0)),
    );
  }

  async rename(id: string, name: string): Promise<void> {
    await this.client.setDeviceDetails(id, { display_name: name });
    await this.look();
  }

  async word(password: string): Promise<Word> {
    const { client } = this;
    const who = client.getSafeUserId();
    const { login_token, expires_in_ms } = await proven(who, password, (auth) =>
      client.requestLoginToken((auth ?? undefined) as AuthDict | undefined),
    );
    return { token: login_token, who, lastsMs: expires_in_ms };
  }

  /** Signs these out, whoever has them. */
  async signOut(ids: readonly string[], password: string): Promise<void> {
    const { client } = this;
    await proven(client.getSafeUserId(), password, (auth) =>
      client.deleteMultipleDevices([...ids], (auth ?? undefined) as AuthDict & IAuthData),
    );
    await this.look();
  }
}
