// People who are there already: with an account, in front of the app, in a room. How one gets there is told by the stories of
// the entrance, the flows, invitations and talk.

import { type SignedIn, sessionOf } from "../src/api/session.ts";
import { type Ask, type Look, PASSWORD, pathOf, Visitor } from "./browser.ts";
import type { Server } from "./server.ts";
import type { Stage } from "./stage.ts";

export interface Account extends Ask {
  /** Stores these bytes as media; the answer is their address. */
  upload: (bytes: Buffer, mimetype: string) => Promise<string>;
}

/** Somebody without a browser, who calls the server as any client would, and sends under a new transaction each time. */
export async function account(server: Server, name: string): Promise<Account> {
  const { access_token } = await register(server, name);
  const ask: Ask = (method, path, body) =>
    method === "POST" && path.includes("/send/")
      ? call(server, "PUT", `${path}/${Math.random()}`, body, access_token)
      : call(server, method, path, body, access_token);
  const upload = async (bytes: Buffer, mimetype: string) => {
    const { content_uri } = await call(
      server,
      "POST",
      "/_matrix/media/v3/upload",
      bytes,
      access_token,
      mimetype,
    );
    return content_uri ?? "";
  };
  return Object.assign(ask, { upload });
}

/** Somebody who has just signed up, in front of the app, with the keys of a new account. */
export async function enter(
  on: Stage,
  name: string,
  { path = "/", url = on.server.url, ...look }: Look & { path?: string; url?: string } = {},
): Promise<Visitor> {
  const signedIn = await register(on.server, name, { refresh_token: true });
  const visitor = await Visitor.open(on.browser, url, look, sessionOf(signedIn, Date.now()));
  // The backup is the last of them.
  const hasKeys = visitor.page.waitForResponse(
    (answer) => answer.url().endsWith("/room_keys/version") && answer.request().method() === "POST",
  );
  await visitor.page.goto(path);
  await visitor.page.locator("[data-screen=inside]").waitFor();
  await hasKeys;
  return visitor;
}

/** A room that everybody here can find and enter, and what is said there. */
export async function openRoom(ask: Ask, name: string) {
  const { room_id = "" } = await ask("POST", "/createRoom", {
    name,
    preset: "public_chat",
    visibility: "public",
  });
  const say = (body: string, more: object = {}) =>
    ask("POST", `/rooms/${room_id}/send/m.room.message`, { msgtype: "m.text", body, ...more });
  /** Many at once, in any order within a batch. */
  const sayAll = async (bodies: readonly string[]) => {
    for (let at = 0; at < bodies.length; at += BATCH)
      await Promise.all(bodies.slice(at, at + BATCH).map((body) => say(body)));
  };
  return { room_id, say, sayAll };
}

/** Enters an open room and has it before them. */
export async function join(visitor: Visitor, room_id: string, name: string | RegExp): Promise<void> {
  await visitor.ask("POST", `/join/${room_id}`, {});
  await visitor.openRoom(name);
}

/** A room that everybody here can find and enter, open before these people. */
export async function meet(name: string, host: Visitor, ...guests: Visitor[]): Promise<string> {
  const { room_id } = await openRoom(host.ask, name);
  const shown = new RegExp(name);
  await Promise.all([host.openRoom(shown), ...guests.map((guest) => join(guest, room_id, shown))]);
  return room_id;
}

/** An encrypted room of one person, open before them. */
export async function retire(visitor: Visitor, name: string): Promise<void> {
  await visitor.ask("POST", "/createRoom", { name, preset: "private_chat", initial_state: [ENCRYPTED] });
  await visitor.openRoom(new RegExp(name));
}

/** The conversation of two people, which only they can read, open before both. */
export async function pair(one: Visitor, other: Visitor): Promise<void> {
  const { room_id = "" } = await one.ask("POST", "/createRoom", {
    preset: "trusted_private_chat",
    is_direct: true,
    invite: [other.userId],
    initial_state: [ENCRYPTED],
  });
  await other.ask("POST", `/join/${room_id}`, {});
  const open = async (who: Visitor, { userId }: Visitor) => {
    await who.ask("PUT", `/user/${who.userId}/account_data/m.direct`, { [userId]: [room_id] });
    await who.openRoom(new RegExp(`^${userId.slice(1).split(":")[0]} `));
  };
  await Promise.all([open(one, other), open(other, one)]);
}

const BATCH = 20;

const ENCRYPTED = {
  type: "m.room.encryption",
  state_key: "",
  content: { algorithm: "m.megolm.v1.aes-sha2" },
};

async function register(server: Server, name: string, more: object = {}): Promise<SignedIn> {
  const body = { username: name, password: PASSWORD, auth: { type: "m.login.dummy" }, ...more };
  return (await call(server, "POST", "/register", body)) as unknown as SignedIn;
}

async function call(
  server: Server,
  method: string,
  path: string,
  body?: unknown,
  token = "",
  type = "application/json",
): Promise<Record<string, string>> {
  const content = body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body);
  const headers = { authorization: `Bearer ${token}`, "content-type": type };
  const answer = await fetch(server.url + pathOf(path), {
    method,
    headers,
    body: body === undefined ? null : content,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Record<string, string>;
}
