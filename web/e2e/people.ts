// People without a browser, who call the server as any client would.

import { PASSWORD } from "./browser.ts";
import type { Server } from "./server.ts";

export type Account = (method: string, path: string, body?: unknown) => Promise<Record<string, string>>;

/** Creates an account; the answer calls the client API with its token, and sends under a new transaction each time. */
export async function account(server: Server, name: string): Promise<Account> {
  const call = async (method: string, path: string, body: unknown, token = "") => {
    const isSent = method === "POST" && path.includes("/send/");
    const url = `${server.url}/_matrix/client/v3${path}${isSent ? `/${Math.random()}` : ""}`;
    const answer = await fetch(url, {
      method: isSent ? "PUT" : method,
      headers: { authorization: `Bearer ${token}` },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const auth = { type: "m.login.dummy" };
  const { access_token } = await call("POST", "/register", { username: name, password: PASSWORD, auth });
  return (method, path, body) => call(method, path, body, access_token);
}
