// End-to-end encryption without homework: a new account's keys are made silently, and one recovery key brings them
// and every message back on another device.

import { ClientEvent, EventStatus, EventType, type MatrixClient, RoomEvent, SyncState } from "matrix-js-sdk";
import { type CryptoCallbacks, decodeRecoveryKey } from "matrix-js-sdk/lib/crypto-api";
import { used } from "../signals/tell.ts";
import { Signal } from "./signal.ts";

/** Where the member's keys are. */
export type Safety =
  /** Not known yet, or nothing that the member can do. */
  | "unknown"
  /** On this device alone: what is lost with it is lost. */
  | "here-only"
  /** A recovery key brings them back. */
  | "safe"
  /** This device has none of them yet, and the recovery key would give them to it. */
  | "elsewhere";

/** Messages after which somebody has something to lose. */
const SENT = 3;

const COUNTED = "hearth.sent";

/** The recovery key while it is used, and where the SDK asks for it. */
export class Secret {
  private key: Uint8Array<ArrayBuffer> | undefined;

  readonly callbacks: CryptoCallbacks = {
    getSecretStorageKey: async ({ keys }) => {
      const [id] = Object.keys(keys);
      return id && this.key ? [id, this.key] : null;
    },
    cacheSecretStorageKey: (_id, _info, key) => {
      this.key = key;
    },
  };

  /** Gives the key to whatever asks for it while this is done. */
  async during<T>(key: Uint8Array<ArrayBuffer>, work: () => Promise<T>): Promise<T> {
    this.key = key;
    try {
      return await work();
    } finally {
      this.key = undefined;
    }
  }
}

export class Keys {
  readonly safety = new Signal<Safety>("unknown");
  /** Whether the member has said enough to be asked to keep it safe. */
  readonly hasSaid: Signal<boolean>;

  constructor(
    private readonly client: MatrixClient,
    private readonly secret: Secret,
  ) {
    this.hasSaid = new Signal(Number(localStorage.getItem(COUNTED)) >= SENT);
    client.on(RoomEvent.LocalEchoUpdated, (event) => {
      const isSaid = [EventType.RoomMessage, EventType.RoomMessageEncrypted].includes(
        event.getType() as EventType,
      );
      if (event.status === EventStatus.SENT && isSaid) this.count();
    });
    const begin = (state: SyncState) => {
      if (state !== SyncState.Prepared && state !== SyncState.Syncing) return;
      client.off(ClientEvent.Sync, begin);
      void this.begin().catch(() => undefined);
    };
    client.on(ClientEvent.Sync, begin);
  }

  /** Makes a recovery key, keeps the others behind it, and begins to back up. The key is shown once. */
  async makeRecovery(): Promise<string> {
    const crypto = this.client.getCrypto();
    if (!crypto) throw new Error("There is no encryption here.");
    const key = await crypto.createRecoveryKeyFromPassphrase();
    await this.secret.during(key.privateKey, () =>
      crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => key, setupNewKeyBackup: true }),
    );
    used("recovery");
    await this.look();
    return key.encodedPrivateKey ?? "";
  }

  /** Brings keys and messages here. False: this is not the recovery key. */
  async recover(words: string): Promise<boolean> {
    const crypto = this.client.getCrypto();
    const key = decoded(words);
    const stored = await this.client.secretStorage.getKey();
    if (!crypto || !key || !stored) return false;
    const [, info] = stored;
    if (!(await this.client.secretStorage.checkKey(key, info))) return false;
    await this.secret.during(key, async () => {
      await crypto.bootstrapCrossSigning({});
      await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
    });
    await crypto.checkKeyBackupAndEnable();
    await crypto.restoreKeyBackup();
    used("recovery");
    await this.look();
    return true;
  }

  private async begin(): Promise<void> {
    const crypto = this.client.getCrypto();
    if (!crypto) return;
    if (!(await crypto.userHasCrossSigningKeys(this.client.getSafeUserId(), true))) {
      // The server asks for no proof the first time.
      await crypto.bootstrapCrossSigning({
        authUploadDeviceSigningKeys: async (upload) => void (await upload(null)),
      });
    }
    await this.look();
  }

  private async look(): Promise<void> {
    const status = await this.client.getCrypto()?.getCrossSigningStatus();
    const isStored = await this.client.secretStorage.hasKey();
    const { masterKey, selfSigningKey, userSigningKey } = status?.privateKeysCachedLocally ?? {};
    const isHere = Boolean(masterKey && selfSigningKey && userSigningKey);
    if (isHere) this.safety.set(isStored ? "safe" : "here-only");
    else this.safety.set(isStored ? "elsewhere" : "unknown");
  }

  private count(): void {
    const sent = Number(localStorage.getItem(COUNTED)) + 1;
    if (sent > SENT) return;
    localStorage.setItem(COUNTED, String(sent));
    this.hasSaid.set(sent >= SENT);
  }
}

function decoded(words: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return decodeRecoveryKey(words);
  } catch {
    return undefined;
  }
}
