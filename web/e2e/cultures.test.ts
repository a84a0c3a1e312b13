// A member has dates, numbers, names and festivals as they are used to, whatever the language.

import { expect, test } from "vitest";
import { offered } from "../build/cultures.ts";
import { PHONE, signIn, signUp, Visitor } from "./browser.ts";
import { meet } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

/** Until somebody has translated into Arabic, English is mirrored in its place. */
const ARABIC = offered().includes("ar") ? "ar" : "ar-XB";

test("customs are changed at once, mirrored, and the same on another device", async () => {
  const salma = await Visitor.open(on.browser, on.server.url);
  await salma.page.goto("/sign-up");
  await salma.page.getByText("You need to be at least").waitFor();
  await signUp(salma, "salma");
  await meet("Majlis", salma);
  await salma.say("مرحبا from both directions");
  await salma.choose(/Your account/, "Settings");
  const example = salma.page.locator("section[aria-labelledby=region] time");
  await salma.page.getByLabel("Calendar").selectOption("islamic-umalqura");
  await example.getByText(/14\d\d/).waitFor();
  await salma.page.getByLabel("Numerals").selectOption("arab");
  await example.getByText(/[٠-٩]{4}/).waitFor();
  await salma.page.getByLabel("First day of the week").selectOption("saturday");
  await salma.field("Given name").fill("سلمى");
  await salma.field("Family name").fill("حداد");
  await salma.page.locator("form", { hasText: "Both parts" }).getByRole("button", { name: "Save" }).click();
  await salma.look("region");
  await salma.page.evaluate((tag) => localStorage.setItem("hearth.culture", tag), ARABIC);
  await salma.page.reload();
  await salma.page.locator("header").first().locator("button").last().click();
  await salma.page.getByRole("menuitem").first().click();
  await example.getByText(/[٠-٩]{4}/).waitFor();
  expect(await salma.page.evaluate(() => document.documentElement.dir)).toBe("rtl");
  await salma.look("region-mirrored");
  await salma.page.keyboard.press("Escape");
  await salma.page.getByRole("article").getByText(/[٠-٩]/).first().waitFor();
  await salma.picture("mirrored-numerals");
  await salma.close();

  const phone = await Visitor.open(on.browser, on.server.url, { size: PHONE, language: ARABIC });
  await signIn(phone, "salma");
  await phone.page.getByRole("link", { name: /Majlis/ }).click();
  await phone.page.getByRole("article").getByText(/[٠-٩]/).first().waitFor();
  await phone.look("mirrored-numerals-phone");
  await phone.close();
});

test("a festival is greeted until it is put away, and names stand in the reader's order", async () => {
  const mei = await Visitor.open(on.browser, on.server.url, { language: "zh-Hans" });
  // New Year's day by the moon.
  await mei.page.clock.setFixedTime(new Date(2026, 1, 17, 12));
  await signUp(mei, "mei");
  await mei.page.getByText("新春快乐，万事如意！").waitFor();
  await mei.look("festival");
  await mei.page.getByRole("region", { name: "新春快乐" }).getByRole("button").click();
  await mei.page.reload();
  await mei.page.locator("[data-screen=inside]").waitFor();
  expect(await mei.page.getByText("新春快乐").count()).toBe(0);
  expect(await mei.page.evaluate(() => document.documentElement.dataset["density"])).toBe("compact");
  await mei.close();
});
