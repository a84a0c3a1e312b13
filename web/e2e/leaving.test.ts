// Who leaves takes everything along, in whatever state the app is; and a window goes on where another one was.

import { expect, test } from "vitest";
import { signIn, type Visitor } from "./browser.ts";
import { account, enter, meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

/** What the browser keeps for whom, but the looks. */
function left(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? "");
    return [...Object.keys(localStorage).filter((key) => key !== "hearth.culture"), ...databases];
  });
}

test("what somebody wrote without a connection is not there for who signs in next", async () => {
  const ben = await account(on.server, "ben");
  const amy = await enter(on, "amy");
  await meet("Square", amy);
  await amy.say("Good morning");
  await amy.message("Good morning").waitFor();
  const { pathname } = new URL(amy.page.url());
  await ben("POST", `/join/${pathname.split("/").at(-1)}`, {});
  await amy.page.route("**/send/**", (route) => route.abort());
  await amy.say("Mine alone");
  await amy
    .message("Mine alone")
    .getByRole("img", { name: /Sending|Waiting/ })
    .waitFor();
  await amy.choose(/Your account/, "Sign out");
  await amy.page.getByText("message or file has not been sent yet").waitFor();
  await amy.look("sign-out");
  await amy.button("Cancel").click();
  await amy.signOut();
  expect(await left(amy)).toEqual([]);

  await amy.page.unroute("**/send/**");
  await signIn(amy, "ben");
  await amy.page.goto(pathname);
  await amy.say("Good evening");
  await amy
    .message("Good evening")
    .getByRole("img", { name: /Sending|Waiting/ })
    .waitFor({ state: "hidden" });
  await amy.page.reload();
  await amy.message("Good evening").waitFor();
  expect(await amy.page.getByText("Mine alone").count()).toBe(0);
  await amy.close();
});

test("another window's session goes on with the tokens that it has now", async () => {
  const cal = await enter(on, "cal");
  await meet("Study", cal);
  const other = await cal.page.context().newPage();
  await other.goto("/");
  await other.getByRole("heading", { name: "Open in another window" }).waitFor();
  await cal.page.evaluate(async () => {
    const session = JSON.parse(localStorage.getItem("hearth.session") ?? "{}");
    const body = JSON.stringify({ refresh_token: session.refreshToken });
    const answer = await fetch("/_matrix/client/v3/refresh", { method: "POST", body });
    const { access_token, refresh_token } = await answer.json();
    const renewed = { ...session, accessToken: access_token, refreshToken: refresh_token };
    localStorage.setItem("hearth.session", JSON.stringify(renewed));
    // The first use of the new ones ends the old ones.
    const headers = { authorization: `Bearer ${access_token}` };
    await fetch("/_matrix/client/v3/account/whoami", { headers });
  });
  await other.getByRole("button", { name: "Use it here" }).click();
  await other.getByRole("link", { name: /Study/ }).click();
  await other.getByRole("heading", { name: "Study" }).waitFor();
  await other.reload();
  await other.getByRole("heading", { name: "Study" }).waitFor();
  await cal.close();
});

test("who leaves an app that does not start comes in again", async () => {
  const dora = await enter(on, "dora");
  await dora.page.evaluate(() => {
    const session = JSON.parse(localStorage.getItem("hearth.session") ?? "{}");
    localStorage.setItem("hearth.session", JSON.stringify({ ...session, deviceId: "ANOTHER" }));
  });
  await dora.page.reload();
  await dora.button("Sign out").click();
  await dora.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  expect(await left(dora)).toEqual([]);
  await signIn(dora, "dora");
  await dora.close();
});
