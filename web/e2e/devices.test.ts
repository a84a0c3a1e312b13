// A member looks after their devices: names them, signs one out, and changes the password.

import { expect, test } from "vitest";
import { linkWith } from "../src/modules/accounts/code.ts";
import { PASSWORD, PHONE, signIn, Visitor } from "./browser.ts";
import { flow } from "./flow.ts";
import { enter } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("another device is signed in by a code, which counts once", async () => {
  const zoe = await enter(on, "zoe");
  const dialog = zoe.page.getByRole("dialog", { name: "Your devices" });
  const given = zoe.page.waitForResponse(
    (answer) => answer.url().endsWith("/login/get_token") && answer.ok(),
  );
  await flow("show the code for another device", zoe, async () => {
    await zoe.click(zoe.button(/Your account/));
    await zoe.click(zoe.page.getByRole("menuitem", { name: "Sign in another device" }));
    await zoe.fill("Password", PASSWORD);
    await zoe.click(dialog.getByRole("button", { name: "Show the code" }));
    await dialog.getByRole("img", { name: "Sign in another device" }).waitFor();
  });
  const { login_token } = (await (await given).json()) as { login_token: string };
  await zoe.look("devices-code");

  const who = await zoe.page.evaluate(() => {
    const [, id] = /"userId\\*":\\*"([^"\\]+)/.exec(JSON.stringify({ ...localStorage })) ?? [];
    return id ?? "";
  });
  const link = linkWith({ word: login_token, who }, on.server.url);
  const phone = await Visitor.open(on.browser, on.server.url, { size: PHONE, language: "zh-Hans" });
  await phone.page.goto(link);
  await phone.look("entrance-code-phone");
  await flow("sign in by the code of another device", phone, async () => {
    await phone.click(phone.button(/以 .*@zoe.* 的身份登录/));
    await phone.page.locator("[data-screen=inside]").waitFor();
  });
  // The code is spent, so it is not shown any longer.
  await dialog.getByText("is signed in now.").waitFor();
  await zoe.look("devices-added");

  const thief = await Visitor.open(on.browser, on.server.url);
  await thief.page.goto(link);
  await thief.button(/Sign in as .*@zoe/).click();
  await thief.page.getByText("This code is no longer good.").waitFor();
  await thief.button("Scan the code").waitFor();
  await thief.look("entrance-code");
  for (const visitor of [zoe, phone, thief]) await visitor.close();
});

test("devices are named, signed out, and left by a new password", async () => {
  const eva = await enter(on, "eva");
  const phone = await Visitor.open(on.browser, on.server.url, { size: PHONE, language: "zh-Hans" });
  await signIn(phone, "eva");
  await phone.button(/你的账/).click();
  await phone.page.getByRole("menuitem").first().click();
  await phone.page.getByRole("dialog").waitFor();
  await phone.look("settings-phone");

  await eva.choose(/Your account/, "Settings");
  await eva.look("settings");
  await eva.page.getByLabel("Look").selectOption("contrast");
  await eva.look("settings-contrast");
  await eva.page.getByLabel("Look").selectOption("dark");
  await eva.page.reload();
  expect(await eva.page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe("dark");
  await eva.choose(/Your account/, "Settings");
  await eva.button("Show").click();
  const dialog = eva.page.getByRole("dialog", { name: "Your devices" });
  await dialog.getByText("Not verified.").waitFor();
  await eva.look("devices");
  await dialog.getByRole("button", { name: "Rename" }).last().click();
  await dialog.getByLabel("Name of the device").fill("Old phone");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Old phone").waitFor();
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await dialog.getByLabel("Password").fill("a guess");
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await dialog.getByText("This is not your password.").waitFor();
  await dialog.getByLabel("Password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await dialog.getByText("Old phone").waitFor({ state: "detached" });
  await phone.page.locator("[name=password]").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();

  await signIn(phone, "eva");
  await eva.button("Change").click();
  await eva.field("New password").fill("short");
  await eva.page.getByText("Use at least").waitFor();
  await eva.field("New password").fill(`${PASSWORD} again`);
  await eva.field("Current password").fill(PASSWORD);
  await eva.look("password");
  await eva.button("Change password").click();
  await eva.page.getByText("Your password is changed.").waitFor();
  await phone.page.locator("[name=password]").waitFor();
  await phone.page.getByText("密码已在那里更改").waitFor();
  await phone.look("signed-out-elsewhere");
  await eva.page.getByRole("dialog").last().getByRole("button", { name: "Close" }).click();

  await eva.button("End it").click();
  await eva.look("account-end");
  await eva.field("Password").fill(`${PASSWORD} again`);
  await eva.button("End my account").click();
  await eva.page.locator("[name=username]").waitFor();
  expect(await eva.page.evaluate(() => localStorage.getItem("hearth.session"))).toBeNull();
  await eva.close();
  await phone.close();
});
