// What members do most takes no more presses, fields and seconds than flows.json allows.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PASSWORD, signUp, Visitor } from "./browser.ts";
import { png } from "./files.ts";
import { BUDGETS, flow, measured } from "./flow.ts";
import { stage } from "./stage.ts";

const on = stage();

afterAll(async () => {
  console.table(Object.fromEntries(measured));
});

test("every flow keeps to its budget", async () => {
  const ida = await Visitor.open(on.browser, on.server.url);
  await signUp(ida, "ida");
  const jon = await Visitor.open(on.browser, on.server.url);

  await flow("from the sign-up page to the first message", jon, async () => {
    await jon.page.goto("/sign-up");
    await jon.fill("User name", "jon");
    await jon.fill("Password", PASSWORD);
    await jon.click(jon.button("Create account"));
    await jon.click(jon.button("Message someone"));
    await jon.fill("Name or @address", "ida");
    await jon.click(jon.page.getByText("@ida:hearth.example"));
    await jon.say("Hello Ida");
    await jon.message("Hello Ida").waitFor();
  });
  await flow("answer an invitation", ida, async () => {
    await ida.click(ida.page.getByRole("link", { name: /jon/ }));
    await ida.click(ida.button("Join"));
    await ida.message("Hello Ida").waitFor();
  });
  await flow("react to a message", ida, async () => {
    await ida.message("Hello Ida").hover();
    await ida.click(ida.message("Hello Ida").getByRole("button", { name: "React" }));
    await ida.click(ida.page.getByRole("button", { name: "🎉" }));
    await jon.message("Hello Ida").getByRole("button", { name: /🎉/ }).waitFor();
  });
  await flow("send a picture", jon, async () => {
    const chosen = jon.page.waitForEvent("filechooser");
    await jon.click(jon.button("Attach files"));
    await (await chosen).setFiles(png("pear.png", 60, 40));
    await jon.click(jon.button("Send"));
    await ida.page.locator("button[aria-label*='pear.png'] img").waitFor();
  });
  await ida.makeRoom("Orchard", "Everyone here");
  await jon.go("/");
  await jon.page.getByRole("navigation").waitFor();
  await flow("find an open room and write there", jon, async () => {
    await jon.click(jon.button("Find a room"));
    await jon.click(jon.page.getByRole("listitem").filter({ hasText: "Orchard" }).getByRole("button"));
    await jon.say("Apples!");
    await ida.message("Apples!").waitFor();
  });
  await ida.makeRoom("Cellar", "Invited people only");
  await flow("invite somebody into a room", ida, async () => {
    await ida.click(ida.button("More about this room"));
    await ida.click(ida.page.getByRole("menuitem", { name: "Invite people" }));
    await ida.fill("Name or @address", "jon");
    await ida.click(ida.page.getByText("@jon:hearth.example"));
    await ida.page.getByText(/Invited: .*jon/).waitFor();
    await jon.page.getByRole("link", { name: /Cellar/ }).waitFor();
  });
  await flow("change the language", jon, async () => {
    await jon.click(jon.button(/Your account/));
    await jon.click(jon.page.getByRole("menuitem", { name: "Settings" }));
    await jon.page.getByRole("combobox", { name: /^Language/ }).selectOption("zh-Hans");
    jon.efforts.fields += 1;
    await jon.page.getByText("设置").first().waitFor();
  });
  const again = await Visitor.open(on.browser, on.server.url);
  await again.page.goto("/sign-in");
  await flow("sign in", again, async () => {
    await again.fill("User name", "ida");
    await again.fill("Password", PASSWORD);
    await again.click(again.button("Sign in"));
    await again.page.locator("[data-screen=inside]").waitFor();
  });
  for (const visitor of [ida, jon, again]) await visitor.close();
});

test("every budget is measured by a story", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".test.ts"));
  const stories = files.map((file) => readFileSync(join(import.meta.dirname, file), "utf8")).join("\n");
  expect(Object.keys(BUDGETS).filter((name) => !stories.includes(`flow("${name}"`))).toEqual([]);
});
