import { afterEach, expect, test, vi } from "vitest";
import { Refusal } from "../../api/call.ts";
import { faultFrom, faultOf, localpart, registration, signInByCode, signUp } from "./model.ts";

afterEach(() => vi.unstubAllGlobals());

/** A server that gives these answers, and what it was asked. */
function server(...answers: [number, unknown][]): Record<string, unknown>[] {
  const asked: Record<string, unknown>[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    asked.push(JSON.parse(String(body)));
    const [status, said] = answers.shift() ?? [500, {}];
    return new Response(JSON.stringify(said), { status });
  });
  return asked;
}

const SIGNED_IN = {
  user_id: "@ada:x",
  device_id: "D",
  access_token: "t",
  refresh_token: "r",
  expires_in_ms: 1000,
};
const ADA = { name: " @Ada:x ", password: "long enough", token: " code " };

test("a name is taken as people write it", () => {
  expect([" Ada ", "@ada:example.org", "ada"].map(localpart)).toEqual(["ada", "ada", "ada"]);
});

test("what the server wants is read from its answer", async () => {
  const policies = {
    terms: {
      version: "1",
      en: { name: "Terms", url: "https://x/en" },
      zh: { name: "条款", url: "https://x/zh" },
    },
  };
  const flows = [{ stages: ["m.login.registration_token", "m.login.terms"] }];
  server([401, { session: "s", flows, params: { "m.login.terms": { policies } } }]);
  const terms = [{ name: "条款", url: "https://x/zh" }];
  expect(await registration("zh-Hans")).toEqual({ isOpen: true, needsToken: true, terms });
  server([403, { errcode: "M_FORBIDDEN" }]);
  expect(await registration("en")).toEqual({ isOpen: false, needsToken: false, terms: [] });
});

test("terms that lead to no page are left out", async () => {
  const policies = { terms: { en: { name: "Terms", url: "javascript:alert(1)" } } };
  server([
    401,
    { session: "s", flows: [{ stages: ["m.login.terms"] }], params: { "m.login.terms": { policies } } },
  ]);
  expect((await registration("en")).terms).toEqual([]);
});

test("every stage is shown, in order, with one session", async () => {
  const flows = [{ stages: ["m.login.registration_token", "m.login.terms"] }];
  const asked = server([401, { session: "s", flows }], [401, { session: "s", flows }], [200, SIGNED_IN]);
  expect(await signUp(ADA, "here")).toMatchObject({ userId: "@ada:x", accessToken: "t", refreshToken: "r" });
  expect(asked.map(({ auth }) => auth)).toEqual([
    undefined,
    { type: "m.login.registration_token", session: "s", token: "code" },
    { type: "m.login.terms", session: "s" },
  ]);
  expect(asked.every(({ username }) => username === "ada")).toBe(true);
});

test("a stage that is refused ends it", async () => {
  const flows = [{ stages: ["m.login.registration_token", "m.login.terms"] }];
  const asked = server(
    [401, { session: "s", flows }],
    [401, { session: "s", flows, errcode: "M_FORBIDDEN" }],
  );
  const error = await signUp(ADA, "here").catch((error: unknown) => error);
  expect(faultFrom(error, "sign-up")).toEqual({ field: "token", key: "accounts-error-token-wrong" });
  expect(asked).toHaveLength(2);
});

test("what can be known is said before the server is asked", () => {
  expect(faultOf({ ...ADA, name: "Eve!" }, false)?.field).toBe("name");
  expect(faultOf({ ...ADA, name: "" }, false)?.field).toBe("name");
  expect(faultOf({ ...ADA, password: "seven77" }, false)).toMatchObject({
    field: "password",
    values: { count: 8 },
  });
  expect(faultOf({ ...ADA, token: " " }, true)?.field).toBe("token");
  expect(faultOf({ ...ADA, token: " " }, false)).toBeUndefined();
});

test.each([
  [new Refusal(0, "UNREACHED"), undefined, "common-error-unreached"],
  [new Refusal(403, "M_FORBIDDEN"), "password", "accounts-error-wrong"],
  [new Refusal(403, "M_USER_DEACTIVATED"), undefined, "accounts-error-ended"],
  [new Refusal(500, "M_UNKNOWN"), undefined, "common-error-unknown"],
  [new Error("?"), undefined, "common-error-unknown"],
])("%s", (error, field, key) =>
  expect(faultFrom(error, "sign-in")).toEqual(field ? { field, key } : { key }),
);

test("how long to wait is said in whole seconds", () => {
  const fault = faultFrom(new Refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 1200 }), "sign-in");
  expect(fault.values).toEqual({ seconds: 2 });
});

test("a code that lets into another account than it says is left at once", async () => {
  const asked: { path: string; token: string | null }[] = [];
  vi.stubGlobal("fetch", async (path: string, { headers }: { headers: Record<string, string> }) => {
    asked.push({ path, token: headers["authorization"] ?? null });
    const session = { user_id: "@mallory:x", device_id: "D", access_token: "t", refresh_token: "r" };
    return new Response(JSON.stringify(path.endsWith("/login") ? session : {}));
  });
  await expect(signInByCode({ word: "w", who: "@ada:x" }, "Phone")).rejects.toMatchObject({
    code: "M_FORBIDDEN",
  });
  expect(asked).toEqual([
    { path: "/_matrix/client/v3/login", token: null },
    { path: "/_matrix/client/v3/logout", token: "Bearer t" },
  ]);
  expect(await signInByCode({ word: "w", who: "@mallory:x" }, "Phone")).toMatchObject({
    userId: "@mallory:x",
  });
  vi.unstubAllGlobals();
});
