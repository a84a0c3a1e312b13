// Keeps the access token fresh: every call goes through here, and one that comes too late is made again.

import { tell } from "../signals/tell.ts";
import { call, Refusal } from "./call.ts";
import { keep, type Session, stored } from "./session.ts";

/** A token is renewed when it has less than this left. */
const MARGIN_MS = 60_000;

interface Renewed {
  access_token: string;
  refresh_token?: string;
  expires_in_ms?: number;
}

export class Tokens {
  private renewing: Promise<boolean> | undefined;

  constructor(
    private session: Session,
    private readonly now: () => number = Date.now,
  ) {}

  /** `fetch` for the SDK, with a token that is still good. */
  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has("authorization")) return fetch(input, init);
    await this.fresh();
    const used = this.session.accessToken;
    const answer = await fetch(input, { ...init, headers: this.signed(headers) });
    if (answer.status === 403) tell("refused", "forbidden");
    if (answer.status === 429) tell("refused", "often");
    if (answer.status !== 401 || !(await isExpired(answer.clone()))) return answer;
    // Another call may have renewed it meanwhile.
    if (used === this.session.accessToken && !(await this.renew())) return answer;
    return fetch(input, { ...init, headers: this.signed(headers) });
  };

  /** The token, renewed if it is about to end. */
  async fresh(): Promise<string> {
    const { expiresAt } = this.session;
    if (expiresAt !== undefined && expiresAt - this.now() < MARGIN_MS) await this.renew();
    return this.session.accessToken;
  }

  /** The token that is good now. */
  get accessToken(): string {
    return this.session.accessToken;
  }

  private signed(headers: Headers): Headers {
    headers.set("authorization", `Bearer ${this.session.accessToken}`);
    return headers;
  }

  /** One renewal at a time, whoever asks; false if there is no way back but the password. */
  private renew(): Promise<boolean> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }

  private async renewOnce(): Promise<boolean> {
    const { refreshToken } = this.session;
    if (refreshToken === undefined) return false;
    try {
      const body = { refresh_token: refreshToken };
      const renewed = await call<Renewed>("/_matrix/client/v3/refresh", { method: "POST", body });
      this.session = {
        ...this.session,
        accessToken: renewed.access_token,
        refreshToken: renewed.refresh_token ?? refreshToken,
        expiresAt: renewed.expires_in_ms === undefined ? undefined : this.now() + renewed.expires_in_ms,
      };
      // Who has left meanwhile does not come back by it.
      if (stored()?.deviceId === this.session.deviceId) keep(this.session);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return false;
      throw error;
    }
  }
}

async function isExpired(answer: Response): Promise<boolean> {
  const said: unknown = await answer.json().catch(() => undefined);
  const body = (said ?? {}) as Record<string, unknown>;
  return body["errcode"] === "M_UNKNOWN_TOKEN" && body["soft_logout"] === true;
}
