// The way in: creating an account, coming back, leaving, and being told what is wrong.

import { expect, test } from "vitest";
import { DESKTOP, PASSWORD, PHONE, signUp, Visitor } from "./browser.ts";
import { type Made, png } from "./files.ts";
import { enter, meet } from "./people.ts";
import { Server } from "./server.ts";
import { stage } from "./stage.ts";

const on = stage();

test("an account is made, left and come back to", async () => {
  const ada = await Visitor.open(on.browser, on.server.url);
  await signUp(ada, "ada");
  await ada.page.reload();
  await ada.page.locator("[data-screen=inside]").waitFor();
  await ada.signOut();
  await ada.page.getByRole("heading", { name: "Welcome back" }).waitFor();
  expect(new URL(ada.page.url()).pathname).toBe("/sign-in");
  await ada.field("User name").fill("@Ada:hearth.example");
  await ada.field("Password").fill(PASSWORD);
  await ada.button("Sign in").click();
  await ada.page.locator("[data-screen=inside]").waitFor();
  await ada.close();
});

test("what is wrong is said where it is wrong", async () => {
  const eve = await Visitor.open(on.browser, on.server.url);
  await eve.page.goto("/sign-up");
  for (const [name, password, fault] of [
    ["Eve!", PASSWORD, "Use lower-case letters, digits and . _ = - / + only."],
    ["eve", "short", "Use at least 8 characters."],
    ["ada", PASSWORD, "This name is taken. Choose another one."],
  ] as const) {
    await eve.field("User name").fill(name);
    await eve.field("Password").fill(password);
    await eve.button("Create account").click();
    await eve.page.getByText(unisolated(fault)).waitFor();
    expect(await eve.page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
  }
  await eve.picture("entrance-fault");
  await eve.expectAccessible();
  await eve.page.goto("/sign-in");
  await eve.field("User name").fill("ada");
  await eve.field("Password").fill("not my password");
  await eve.button("Sign in").click();
  await eve.page.getByText("Name or password is wrong. Check both and try again.").waitFor();
  await eve.page.context().setOffline(true);
  await eve.button("Sign in").click();
  await eve.page.getByText("The server cannot be reached. Check your connection and try again.").waitFor();
  await eve.close();
});

test("the entrance fits every screen, language and look", async () => {
  for (const [language, size, scheme] of [
    ["en", DESKTOP, "light"],
    ["zh-Hans", PHONE, "light"],
    ["ar-XB", PHONE, "dark"],
    ["en-XA", PHONE, "light"],
  ] as const) {
    const visitor = await Visitor.open(on.browser, on.server.url, { language, size, scheme });
    for (const mode of ["sign-in", "sign-up"]) {
      await visitor.page.goto(`/${mode}`);
      await visitor.page.locator("form p, form [slot=description], main p").first().waitFor();
      await visitor.picture(`${mode}-${language}`);
      await visitor.expectAccessible();
      await visitor.expectFitting();
    }
    await visitor.close();
  }
});

test("a language is chosen at once", async () => {
  const visitor = await Visitor.open(on.browser, on.server.url);
  await visitor.page.goto("/sign-in");
  await visitor.page.getByLabel("Language").selectOption("zh-Hans");
  await visitor.page.getByRole("heading", { name: "欢迎回来" }).waitFor();
  expect(await visitor.page.evaluate(() => document.documentElement.lang)).toBe("zh-Hans");
  await visitor.page.reload();
  await visitor.page.getByRole("heading", { name: "欢迎回来" }).waitFor();
  await visitor.close();
});

test("an invitation and terms are asked for where the server wants them", async () => {
  const terms = "en Terms of use https://hearth.example/terms";
  const strict = await new Server({ HEARTH_REGISTRATION: "token", HEARTH_TERMS: terms }).start();
  const bob = await Visitor.open(on.browser, strict.url);
  await bob.page.goto("/sign-up#token=guessed");
  await bob.page.getByText("Terms of use").waitFor();
  expect(await bob.field("Invitation code").inputValue()).toBe("guessed");
  await bob.field("User name").fill("bob");
  await bob.field("Password").fill(PASSWORD);
  await bob.button("Create account").click();
  await bob.page.getByText("This code is not valid, or not any more. Ask for a new one.").waitFor();
  await bob.picture("sign-up-invited");
  await bob.close();
  await strict.remove();
});

test("a member decides what their data is used for", async () => {
  const lea = await enter(on, "lea");
  await meet("Notes", lea);
  await lea.button("See what it is about").click();
  const consent = lea.page.getByRole("switch", { name: "Noticing when people drift away" });
  await consent.waitFor();
  expect(await consent.isChecked()).toBe(false);
  await lea.picture("privacy");
  await lea.expectAccessible();
  await lea.page.getByText("Noticing when people drift away").click();
  await expect.poll(() => consent.isChecked()).toBe(true);
  const download = lea.page.waitForEvent("download");
  await lea.button("Download what is kept of me").click();
  expect((await download).suggestedFilename()).toBe("hearth.json");
  await lea.page.reload();
  await lea.choose(/Your account/, "Settings");
  await consent.waitFor();
  expect(await consent.isChecked()).toBe(true);
  expect(await lea.button("See what it is about").count()).toBe(0);
  await lea.close();
});

test("a member shows a picture of themselves, and takes it away", async () => {
  const mia = await enter(on, "mia");
  await mia.choose(/Your account/, "Settings");
  const [dialog, face] = [mia.page.getByRole("dialog"), mia.page.locator("[aria-hidden] > img")];
  const choose = (file: Made) => dialog.locator("input[type=file]").setInputFiles(file);
  await choose({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await dialog.getByText("This is no picture that can be shown.").waitFor();
  await choose(png("me.png", 300, 300));
  await face.first().waitFor();
  await mia.look("settings-picture");
  await dialog.getByRole("button", { name: "Remove" }).click();
  await face.first().waitFor({ state: "detached" });
  await mia.close();
});

/** A text on the page has its values in isolates. */
function unisolated(text: string): RegExp {
  return new RegExp(
    [...text].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, "\\$&")).join("[\\u2066-\\u2069]*"),
  );
}
