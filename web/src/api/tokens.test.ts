import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forget, keep, type Session, stored } from "./session.ts";
import { Tokens } from "./tokens.ts";

const SESSION: Session = {
  userId: "@a:x",
  deviceId: "D",
  accessToken: "old",
  refreshToken: "r1",
  expiresAt: 1_000_000,
};

let renewals = 0;
let good = "old";
let refreshes = true;

beforeEach(() => {
  [renewals, good, refreshes] = [0, "old", true];
  localStorage.clear();
  keep(SESSION);
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init: RequestInit = {}) => {
    if (String(input).endsWith("/refresh")) {
      renewals += 1;
      if (!refreshes) return answer(401, { errcode: "M_UNKNOWN_TOKEN" });
      good = `new${renewals}`;
      return answer(200, { access_token: good, refresh_token: "r2", expires_in_ms: 3_600_000 });
    }
    const is = new Headers(init.headers).get("authorization") === `Bearer ${good}`;
    return is ? answer(200, {}) : answer(401, { errcode: "M_UNKNOWN_TOKEN", soft_logout: true });
  });
});

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

const call = (tokens: Tokens) => tokens.fetch("/sync", { headers: { authorization: "Bearer whatever" } });

test("a good token is used as it is", async () => {
  expect((await call(new Tokens(SESSION, () => 0))).status).toBe(200);
  expect(renewals).toBe(0);
});

test("a token that is about to end is renewed once, whoever asks, and kept", async () => {
  const tokens = new Tokens(SESSION, () => 990_000);
  const answers = await Promise.all([call(tokens), call(tokens), call(tokens)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(renewals).toBe(1);
  expect(stored()).toMatchObject({ accessToken: "new1", refreshToken: "r2", expiresAt: 4_590_000 });
});

test("who has left is not brought back by a token that comes late", async () => {
  const tokens = new Tokens(SESSION, () => 990_000);
  const answered = call(tokens);
  forget();
  await answered;
  expect(stored()).toBeUndefined();
});

test("a call that came too late is made again", async () => {
  good = "lost";
  expect((await call(new Tokens(SESSION, () => 0))).status).toBe(200);
  expect(renewals).toBe(1);
});

test("where there is no way back the refusal is handed on", async () => {
  [good, refreshes] = ["lost", false];
  expect((await call(new Tokens(SESSION, () => 0))).status).toBe(401);
  const { refreshToken: _, ...without } = SESSION;
  expect((await call(new Tokens(without, () => 0))).status).toBe(401);
});
