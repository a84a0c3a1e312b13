// Signing up and in without the SDK, which is only loaded afterwards: what the server wants, and what it says.

import { call, Refusal } from "../../api/call.ts";
import { type Session, type SignedIn, sessionOf } from "../../api/session.ts";
import type { Code } from "./code.ts";

const V3 = "/_matrix/client/v3";

/** A text that a member agrees to by signing up. */
export interface Terms {
  name: string;
  url: string;
}

/** How this server lets people sign up. */
export interface Registration {
  isOpen: boolean;
  needsToken: boolean;
  terms: Terms[];
}

export interface SignUp {
  name: string;
  password: string;
  token: string;
}

/** What is wrong: of a field, or of the whole. A key of a text, with what goes into it. */
export interface Fault {
  field?: "name" | "password" | "token";
  key: string;
  values?: Record<string, number>;
}

/** The protocol's description of what proves a caller. */
interface Stages {
  session: string;
  flows: { stages: string[] }[];
  params?: { "m.login.terms"?: { policies?: Record<string, Record<string, unknown>> } };
}

/** Asks how people sign up here. The protocol has no question for it, so this begins to and stops. */
export async function registration(language: string): Promise<Registration> {
  try {
    await call(`${V3}/register`, { method: "POST", body: {} });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401) return described(error.body as unknown as Stages, language);
    if (error.status === 403) return { isOpen: false, needsToken: false, terms: [] };
    throw error;
  }
  throw new Refusal(500, "M_UNKNOWN");
}

/** Makes the account and signs this device in. The name is as it was typed. */
export async function signUp(wanted: SignUp, deviceName: string): Promise<Session> {
  const body = {
    username: localpart(wanted.name),
    password: wanted.password,
    initial_device_display_name: deviceName,
    refresh_token: true,
  };
  const stages = await asked(body);
  let last: unknown;
  for (const type of stages.flows[0]?.stages ?? []) {
    const token = type === "m.login.registration_token" ? { token: wanted.token.trim() } : {};
    const auth = { type, session: stages.session, ...token };
    try {
      const signedIn = await call<SignedIn>(`${V3}/register`, { method: "POST", body: { ...body, auth } });
      return sessionOf(signedIn, Date.now());
    } catch (error) {
      // Another stage is to come, unless this one was refused.
      if (!(error instanceof Refusal) || error.status !== 401 || error.body["errcode"] !== undefined)
        throw error;
      last = error;
    }
  }
  throw last ?? new Refusal(401, "M_UNKNOWN");
}

export function signIn(
  name: string,
  password: string,
  deviceName: string,
  deviceId?: string,
): Promise<Session> {
  const identifier = { type: "m.id.user", user: name.trim() };
  const device = deviceId === undefined ? {} : { device_id: deviceId };
  return logIn({ type: "m.login.password", identifier, password, ...device }, deviceName);
}

/** Signs in by what another device of the member got for this one. */
/** Signs in by a code of this very member: one that lets into another account is somebody else's. */
export async function signInByCode({ word, who }: Code, deviceName: string): Promise<Session> {
  const session = await logIn({ type: "m.login.token", token: word }, deviceName);
  if (session.userId === who) return session;
  await call(`${V3}/logout`, { method: "POST", body: {}, token: session.accessToken });
  throw new Refusal(403, "M_FORBIDDEN");
}

async function logIn(proof: object, deviceName: string): Promise<Session> {
  const body = { ...proof, initial_device_display_name: deviceName, refresh_token: true };
  return sessionOf(await call<SignedIn>(`${V3}/login`, { method: "POST", body }), Date.now());
}

export interface Community {
  /** What ends everybody's address here. */
  server: string;
  /** In years, where the operator has decided; 0 is none. */
  minimumAge: number | undefined;
  /** The host that translates messages, where there is one. */
  translator: string | undefined;
  /** How many people are in it. */
  members: number;
  /** Who may make an account: everybody, who has a code, or nobody. */
  registration: "open" | "token" | "closed";
  /** What the operator says of it, in the language that was asked for. */
  name: string | undefined;
  description: string | undefined;
  /** The path of a picture. */
  picture: string | undefined;
  /** The address of the room that newcomers begin in. */
  room: string | undefined;
}

interface Said {
  server_name: string;
  minimum_age?: number | null;
  translator?: string | null;
  members: number;
  registration: Community["registration"];
  name?: string;
  description?: string;
  picture?: string;
  room?: string;
}

export async function community(language?: string): Promise<Community> {
  const asked = language === undefined ? {} : { language };
  const { server_name, minimum_age, translator, members, ...said } = await call<Said>(
    "/_hearth/community",
    asked,
  );
  return {
    server: server_name,
    minimumAge: minimum_age ?? undefined,
    translator: translator ?? undefined,
    members,
    registration: said.registration,
    name: said.name,
    description: said.description,
    picture: said.picture,
    room: said.room,
  };
}

/** A name as it is kept: `@Ada:example.org` and ` Ada ` are both `ada`. */
export function localpart(name: string): string {
  return name.trim().replace(/^@/, "").replace(/:.*$/, "").toLowerCase();
}

/** What can be said before the server is asked. */
export function faultOf({ name, password, token }: SignUp, needsToken: boolean): Fault | undefined {
  if (!/^[a-z0-9._=\-/+]+$/.test(localpart(name)))
    return { field: "name", key: "accounts-error-name-invalid" };
  if ([...password].length < PASSWORD_CHARACTERS_MIN) return tooShort;
  if (needsToken && token.trim() === "") return { field: "token", key: "accounts-error-token-missing" };
  return undefined;
}

/** The server's own bound; it has the last word. */
export const PASSWORD_CHARACTERS_MIN = 8;

const tooShort: Fault = {
  field: "password",
  key: "accounts-error-password-short",
  values: { count: PASSWORD_CHARACTERS_MIN },
};

/** A refusal of the server in words that say what to do. */
export function faultFrom(error: unknown, at: "sign-in" | "sign-up" | "code"): Fault {
  if (!(error instanceof Refusal)) return { key: "common-error-unknown" };
  switch (error.code) {
    case "UNREACHED":
      return { key: "common-error-unreached" };
    case "M_LIMIT_EXCEEDED":
      return { key: "common-error-often", values: { seconds: Math.ceil(error.retryAfterMs / 1000) } };
    case "M_USER_IN_USE":
      return { field: "name", key: "accounts-error-name-taken" };
    case "M_INVALID_USERNAME":
      return { field: "name", key: "accounts-error-name-invalid" };
    case "M_WEAK_PASSWORD":
      return tooShort;
    case "M_USER_DEACTIVATED":
      return { key: "accounts-error-ended" };
    case "M_USER_LOCKED":
      return { key: "accounts-error-locked" };
    case "M_FORBIDDEN":
    case "M_UNAUTHORIZED":
      if (at === "code") return { key: "accounts-code-over" };
      if (at === "sign-in") return { field: "password", key: "accounts-error-wrong" };
      if (error.status === 401) return { field: "token", key: "accounts-error-token-wrong" };
      return { key: "accounts-error-closed" };
    default:
      return { key: "common-error-unknown" };
  }
}

async function asked(body: unknown): Promise<Stages> {
  try {
    await call(`${V3}/register`, { method: "POST", body });
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return error.body as unknown as Stages;
    throw error;
  }
  throw new Refusal(500, "M_UNKNOWN");
}

function described({ flows, params }: Stages, language: string): Registration {
  const stages = flows[0]?.stages ?? [];
  const policies = Object.values(params?.["m.login.terms"]?.policies ?? {});
  const terms = policies.map((policy) => inLanguage(policy, language)).filter((one) => one !== undefined);
  return { isOpen: true, needsToken: stages.includes("m.login.registration_token"), terms };
}

/** A policy's text in the reader's language, or in the first that it has. */
function inLanguage(policy: Record<string, unknown>, language: string): Terms | undefined {
  const texts = Object.entries(policy).filter(([name]) => name !== "version");
  const [, text] =
    texts.find(([tag]) => tag === language || tag === language.split("-", 1)[0]) ?? texts[0] ?? [];
  const { name, url } = (text ?? {}) as Partial<Terms>;
  // A link leads to a page; anything else would be a trap.
  return name && url && /^https?:\/\//.test(url) ? { name, url } : undefined;
}
