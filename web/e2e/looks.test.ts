// Screens in languages, sizes and looks: nothing untranslated, nothing cut off, nothing that axe finds.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DESKTOP, type Look, PHONE } from "./browser.ts";
import { account, enter, openRoom } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("the app in other languages, on small and large screens", async () => {
  const host = await account(on.server, "host");
  const { say } = await openRoom(host, "Garten und Küche 花园");
  await say("The kettle is on. مرحبا بكم جميعا في الحديقة! 今天下午三点在花园见面，带上你们最喜欢的茶。");
  await say(
    "https://hearth.example/a/very/long/address/that/does/not/end/where/one/would/expect/it/to/end/at/all",
  );
  const html =
    "<h3>Plan</h3><ul><li>Tea</li><li><code>kettle --on</code></li></ul><blockquote>Slowly</blockquote>";
  await say("Plan", { format: "org.matrix.custom.html", formatted_body: html });
  await Promise.all(LOOKS.map((looks) => lookedAt(looks)));
  if (process.env["HEARTH_SOAK"])
    await lookedAt(LANGUAGES.map((language) => ({ language, size: PHONE, contrast: "more" })));
});

const LANGUAGES = readdirSync(join(import.meta.dirname, "../../cultures"));

/** Two people look around, and others after them. */
const LOOKS = [
  [
    { language: "en", size: DESKTOP },
    { language: "zh-Hans", size: DESKTOP, scheme: "dark" },
    { language: "zh-Hans", size: PHONE },
  ],
  [
    { language: "ar", size: DESKTOP, isStill: true },
    { language: "ar", size: PHONE, scheme: "dark" },
    { language: "en-XA", size: PHONE, contrast: "more", isStill: true },
  ],
] as const satisfies Look[][];

async function lookedAt(looks: readonly (Look & { language: string })[]): Promise<void> {
  for (const look of looks) {
    const { language, size = DESKTOP, contrast } = look;
    const name = `${language}-${size === PHONE ? "phone" : "desktop"}${contrast ? "-contrast" : ""}`;
    const guest = await enter(on, `guest-${name.toLowerCase()}`, look);
    await guest.look(`${name}-none`);
    // In whatever language: the second way from here is to look for rooms.
    await guest.page.locator("main .buttons button").nth(1).click();
    const garden = guest.page.getByRole("dialog").getByRole("listitem").filter({ hasText: "花园" });
    await garden.waitFor();
    await guest.look(`${name}-find`);
    await garden.getByRole("button").click();
    await guest.page.locator("[data-message]").first().waitFor();
    await guest.say("🙂 Danke");
    await guest.message("Danke").waitFor();
    await guest.look(`${name}-room`);
    // A wide screen at 400 %, which WCAG asks for.
    await guest.page.setViewportSize({ width: 320, height: 400 });
    await guest.look(`${name}-room-enlarged`);
    await guest.page.setViewportSize(size);
    await guest.letters("200%");
    await guest.look(`${name}-room-letters`);
    await guest.letters("");
    await guest.go("/");
    await guest.page.getByRole("link", { name: /花园/ }).waitFor();
    await guest.page.locator("main header button").last().click();
    await guest.page.getByRole("menuitem").first().click();
    await guest.page.getByRole("dialog").waitFor();
    await guest.look(`${name}-settings`);
    if (language === "en-XA") expect(await guest.untranslated()).toEqual([]);
    await guest.close();
  }
}
