// The session on this device: who is signed in, and the tokens that prove it. Kept until the member signs out.

export interface Session {
  userId: string;
  deviceId: string;
  accessToken: string;
  refreshToken?: string | undefined;
  /** When the access token ends, in milliseconds since 1970; none: when the device signs out. */
  expiresAt?: number | undefined;
}

/** What the server says of a new session or of a renewed one. */
export interface SignedIn {
  user_id: string;
  device_id: string;
  access_token: string;
  refresh_token?: string;
  expires_in_ms?: number;
}

const STORED = "hearth.session";

export function stored(): Session | undefined {
  try {
    const session: unknown = JSON.parse(localStorage.getItem(STORED) ?? "null");
    return isSession(session) ? session : undefined;
  } catch {
    return undefined;
  }
}

export function keep(session: Session): void {
  localStorage.setItem(STORED, JSON.stringify(session));
}

/** What belongs to the browser rather than to the session. */
const STAYS = ["hearth.culture", "hearth.look"];

/** Forgets the session and all that was written in it, by the SDK too; the language and the look stay. */
export function forget(): void {
  for (const key of Object.keys(localStorage)) if (!STAYS.includes(key)) localStorage.removeItem(key);
}

export function sessionOf(signedIn: SignedIn, now: number): Session {
  const { user_id, device_id, access_token, refresh_token, expires_in_ms } = signedIn;
  return {
    userId: user_id,
    deviceId: device_id,
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: expires_in_ms === undefined ? undefined : now + expires_in_ms,
  };
}

function isSession(value: unknown): value is Session {
  if (typeof value !== "object" || value === null) return false;
  const fields = value as Record<string, unknown>;
  return ["userId", "deviceId", "accessToken"].every((name) => typeof fields[name] === "string");
}
