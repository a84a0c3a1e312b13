// Making sure that a device or a person is who they say: seven pictures that both compare, or a code that one scans.

import type { MatrixClient } from "matrix-js-sdk";
import {
  CryptoEvent,
  type ShowQrCodeCallbacks,
  type ShowSasCallbacks,
  VerificationPhase,
  type VerificationRequest,
  VerificationRequestEvent,
  type Verifier,
  VerifierEvent,
} from "matrix-js-sdk/lib/crypto-api";
import { used } from "../signals/tell.ts";
import { localpart } from "./message.ts";
import { named } from "./names.ts";
import { Signal } from "./signal.ts";
import type { Person } from "./types.ts";

const [SAS, SHOW_QR, SCAN_QR] = ["m.sas.v1", "m.qr_code.show.v1", "m.qr_code.scan.v1"];

/** Why it came to nothing. */
export type Failure = "stopped" | "timed-out" | "mismatch" | "failed";

/** How far it got. */
export type Step =
  /** The other side asks. */
  | { is: "asked" }
  /** Something of the other side is waited for. */
  | { is: "waiting" }
  /** Both are there: a code to show where the other can scan, and whether the other shows one. */
  | { is: "choosing"; code: Uint8Array | undefined; canScan: boolean }
  /** Seven pictures, the same on both sides. */
  | { is: "comparing"; pictures: readonly string[] }
  /** The other side has scanned the code that is shown here. */
  | { is: "scanned" }
  | { is: "done" }
  | { is: "ended"; why: Failure };

export interface Verification {
  /** Another device of the member's own, rather than another person. */
  isOwn: boolean;
  who: Person;
  /** This side asked. */
  isAsker: boolean;
  /** The other side has answered. */
  hasBegun: boolean;
  step: Step;
}

/** One verification at a time. */
export class Verifications {
  /** What is going on, until it is put away. */
  readonly current = new Signal<Verification | undefined>(undefined);
  private request: VerificationRequest | undefined;
  private verifier: Verifier | undefined;
  private sas: ShowSasCallbacks | undefined;
  private scanned: ShowQrCodeCallbacks | undefined;
  private code: Promise<void> | Uint8Array | undefined;

  constructor(private readonly client: MatrixClient) {
    client.on(CryptoEvent.VerificationRequestReceived, (request) => {
      // Whoever is busy with one is not led away from it; the other side may ask again.
      const isFree = this.request === undefined || !this.request.pending;
      if (isFree && request.pending) this.follow(request);
    });
  }

  /** Asks all other devices of the member, or one of them. */
  async withDevice(deviceId?: string): Promise<void> {
    used("verification");
    const crypto = this.crypto();
    const me = this.client.getSafeUserId();
    this.follow(
      await (deviceId ? crypto.requestDeviceVerification(me, deviceId) : crypto.requestOwnUserVerification()),
    );
  }

  /** Asks somebody, in the conversation with them. */
  async withPerson(userId: string, roomId: string): Promise<void> {
    used("verification");
    this.follow(await this.crypto().requestVerificationDM(userId, roomId));
  }

  async accept(): Promise<void> {
    used("verification");
    await this.request?.accept();
  }

  /** Compares pictures. */
  async compare(): Promise<void> {
    await this.request?.startVerification(SAS);
    this.look();
  }

  /** What the camera found; false if it is not the code of the other side. */
  async scan(code: Uint8Array): Promise<boolean> {
    try {
      await this.request?.scanQRCode(Uint8ClampedArray.from(code));
      this.look();
      return true;
    } catch {
      return false;
    }
  }

  /** The pictures are the same, or the other side says that it has scanned the code. */
  async confirm(): Promise<void> {
    const { sas, scanned } = this;
    this.sas = undefined;
    this.scanned = undefined;
    scanned?.confirm();
    await sas?.confirm();
    this.look();
  }

  /** The pictures differ. */
  differ(): void {
    this.sas?.mismatch();
  }

  /** Asks the same side once more. */
  async again(): Promise<void> {
    const { request } = this;
    if (!request) return;
    const { roomId, otherUserId, otherDeviceId } = request;
    await (roomId ? this.withPerson(otherUserId, roomId) : this.withDevice(otherDeviceId));
  }

  /** Stops what is going on and puts it away. */
  close(): void {
    const { request } = this;
    this.forget();
    if (request?.pending) void request.cancel().catch(() => undefined);
  }

  private crypto() {
    const crypto = this.client.getCrypto();
    if (!crypto) throw new Error("There is no encryption here.");
    return crypto;
  }

  private follow(request: VerificationRequest): void {
    this.forget();
    this.request = request;
    request.on(VerificationRequestEvent.Change, this.look);
    this.look();
  }

  private forget(): void {
    this.request?.off(VerificationRequestEvent.Change, this.look);
    this.request = undefined;
    this.verifier = undefined;
    this.sas = undefined;
    this.scanned = undefined;
    this.code = undefined;
    this.current.set(undefined);
  }

  private readonly look = (): void => {
    const { request } = this;
    if (!request) return;
    if (request.verifier && request.verifier !== this.verifier) this.run(request.verifier);
    // Another device of the member has answered.
    if (request.phase === VerificationPhase.Cancelled && request.cancellationCode === "m.accepted") {
      this.forget();
      return;
    }
    const isReady = request.phase === VerificationPhase.Ready;
    // Once: a second code would end what the first began.
    if (isReady && request.otherPartySupportsMethod(SCAN_QR)) this.code ??= this.draw(request);
    this.current.set({
      isOwn: request.isSelfVerification,
      who: this.person(request.otherUserId),
      isAsker: request.initiatedByMe,
      hasBegun: request.phase >= VerificationPhase.Ready,
      step: this.step(request),
    });
  };

  private step(request: VerificationRequest): Step {
    switch (request.phase) {
      case VerificationPhase.Done:
        return { is: "done" };
      case VerificationPhase.Cancelled:
        return { is: "ended", why: failure(request.cancellationCode) };
      case VerificationPhase.Ready:
        return {
          is: "choosing",
          code: this.code instanceof Uint8Array ? this.code : undefined,
          canScan: request.otherPartySupportsMethod(SHOW_QR),
        };
      case VerificationPhase.Started:
        if (this.scanned) return { is: "scanned" };
        if (this.sas)
          return { is: "comparing", pictures: this.sas.sas.emoji?.map(([picture]) => picture) ?? [] };
        return { is: "waiting" };
      default:
        return request.initiatedByMe || request.accepting ? { is: "waiting" } : { is: "asked" };
    }
  }

  private async draw(request: VerificationRequest): Promise<void> {
    const bytes = await request.generateQRCode().catch(() => undefined);
    if (!bytes || request !== this.request) return;
    this.code = Uint8Array.from(bytes);
    this.look();
  }

  private run(verifier: Verifier): void {
    this.verifier = verifier;
    verifier.on(VerifierEvent.ShowSas, (sas) => {
      this.sas = sas;
      this.look();
    });
    verifier.on(VerifierEvent.ShowReciprocateQr, (scanned) => {
      this.scanned = scanned;
      this.look();
    });
    // How it ends is told by the request.
    verifier.verify().then(this.look, this.look);
  }

  private person(id: string): Person {
    const name = this.client.getUser(id)?.displayName;
    return { id, name: named(name === id ? undefined : name, localpart(id)) };
  }
}

function failure(code: string | null): Failure {
  switch (code) {
    case "m.user":
      return "stopped";
    case "m.timeout":
      return "timed-out";
    case "m.mismatched_sas":
    case "m.mismatched_commitment":
    case "m.key_mismatch":
    case "m.user_mismatch":
      return "mismatch";
    default:
      return "failed";
  }
}
