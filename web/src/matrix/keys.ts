// End-to-end encryption without homework: a new account's keys are made silently, and one recovery key brings them
// and every message back on another device.

import {
  type AuthDict,
  ClientEvent,
  EventStatus,
  EventType,
  type MatrixClient,
  RoomEvent,
  SyncState,
} from "matrix-js-sdk";
import {
  type CryptoApi,
  type CryptoCallbacks,
  CryptoEvent,
  decodeRecoveryKey,
} from "matrix-js-sdk/lib/crypto-api";
import { used } from "../signals/tell.ts";
import { proven } from "./proof.ts";
import { Signal } from "./signal.ts";

/** Where the member's keys are. */
export type Safety =
  /** Not known yet, or nothing that the member can do. */
  | "unknown"
  /** On this device alone: what is lost with it is lost. */
  | "here-only"
  /** A recovery key brings them back. */
  | "safe"
  /** This device has none of them yet; another device or the recovery key would give them to it. */
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
  /** Whether there is a recovery key, wherever it is kept. */
  readonly hasRecovery = new Signal(false);
  /** Whether the member has another device that can give them. */
  readonly hasDevice = new Signal(false);
  /** Whether the member has said enough to be asked to keep it safe. */
  readonly hasSaid: Signal<boolean>;

  constructor(
    private readonly client: MatrixClient,
    private readonly secret: Secret,
  ) {
    this.hasSaid = new Signal(Number(localStorage.getItem(COUNTED)) >= SENT);
    client.on(RoomEvent.LocalEchoUpdated, (event, _room, _id, before) => {
      const isSaid = [EventType.RoomMessage, EventType.RoomMessageEncrypted].includes(
        event.getType() as EventType,
      );
      // The server's echo may come before its answer to the sending.
      const isSent = event.status === EventStatus.SENT || event.status === null;
      if (isSaid && isSent && before !== EventStatus.SENT) this.count();
    });
    const begin = (state: SyncState) => {
      if (state !== SyncState.Prepared && state !== SyncState.Syncing) return;
      client.off(ClientEvent.Sync, begin);
      // Without a connection it is tried again with the next answer of the server.
      this.begin().catch(() => client.on(ClientEvent.Sync, begin));
    };
    client.on(ClientEvent.Sync, begin);
    const look = () => void this.look().catch(() => undefined);
    client.on(CryptoEvent.KeysChanged, look);
    client.on(CryptoEvent.KeyBackupDecryptionKeyCached, look);
    // Nothing tells when the keys of another device have come, so each answer of the server is a moment to look.
    client.on(ClientEvent.Sync, () => this.safety.get() === "elsewhere" && look());
    client.on(CryptoEvent.UserTrustStatusChanged, (userId) => {
      if (userId === client.getUserId()) look();
    });
  }

  /**
   * Makes a recovery key and keeps the others behind it, in place of the one before. It is shown once.
   */
  async makeRecovery(): Promise<string> {
    const crypto = this.crypto();
    const key = await crypto.createRecoveryKeyFromPassphrase();
    const isBackedUp = (await crypto.getActiveSessionBackupVersion()) !== null;
    await this.secret.during(key.privateKey, () =>
      crypto.bootstrapSecretStorage({
        createSecretStorageKey: async () => key,
        setupNewSecretStorage: true,
        setupNewKeyBackup: !isBackedUp,
      }),
    );
    used("recovery");
    await this.look();
    return key.encodedPrivateKey ?? "";
  }

  /** Brings keys and messages here. False: this is not the recovery key. */
  async recover(words: string): Promise<boolean> {
    const crypto = this.crypto();
    const key = decoded(words);
    const stored = await this.client.secretStorage.getKey();
    if (!key || !stored) return false;
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

  /**
   * Begins anew with keys of this device, for who has lost everything else: what was encrypted before stays unread
   * here, and everybody is told that the keys are others.
   */
  async reset(password: string): Promise<void> {
    const me = this.client.getSafeUserId();
    await this.crypto().resetEncryption((upload) =>
      proven(me, password, (auth) => upload(auth as AuthDict | null)),
    );
    await this.look();
  }

  private crypto(): CryptoApi {
    const crypto = this.client.getCrypto();
    if (!crypto) throw new Error("There is no encryption here.");
    return crypto;
  }

  private async begin(): Promise<void> {
    const crypto = this.crypto();
    if (
      !(await this.isHere()) &&
      !(await crypto.userHasCrossSigningKeys(this.client.getSafeUserId(), true))
    ) {
      // The server asks for no proof the first time.
      await crypto.bootstrapCrossSigning({
        authUploadDeviceSigningKeys: async (upload) => void (await upload(null)),
      });
    }
    await this.look();
    // From the first message on, so that a second device finds all of them.
    const isBackedUp = (await crypto.getActiveSessionBackupVersion()) ?? (await crypto.getKeyBackupInfo());
    if (!isBackedUp && (await this.isHere())) await crypto.resetKeyBackup();
  }

  private async isHere(): Promise<boolean> {
    const { privateKeysCachedLocally } = await this.crypto().getCrossSigningStatus();
    const { masterKey, selfSigningKey, userSigningKey } = privateKeysCachedLocally;
    return masterKey && selfSigningKey && userSigningKey;
  }

  private async look(): Promise<void> {
    const hasRecovery = await this.client.secretStorage.hasKey();
    this.hasRecovery.set(hasRecovery);
    if (await this.isHere()) return this.safety.set(hasRecovery ? "safe" : "here-only");
    this.hasDevice.set(await this.isOnDevice());
    this.safety.set("elsewhere");
  }

  /** Another device has the keys if it is signed with them; one that only waits while all are offline cannot be asked. */
  private async isOnDevice(): Promise<boolean> {
    const me = this.client.getSafeUserId();
    const devices = (await this.crypto().getUserDeviceInfo([me])).get(me)?.values() ?? [];
    const others = [...devices].filter(
      (one) => one.deviceId !== this.client.getDeviceId() && !one.dehydrated,
    );
    const trusts = others.map((one) => this.crypto().getDeviceVerificationStatus(me, one.deviceId));
    return (await Promise.all(trusts)).some((trust) => trust?.signedByOwner);
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
