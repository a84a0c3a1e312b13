// What members do most takes no more presses, fields and seconds than flows.json allows.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PASSWORD, signUp, Visitor } from "./browser.ts";
import { stage } from "./stage.ts";

interface Budget {
  clicks: number;
  fields: number;
  seconds: number;
}

const BUDGETS: Record<string, Budget> = JSON.parse(
  readFileSync(join(import.meta.dirname, "flows.json"), "utf8"),
);

const on = stage();
const measured = new Map<string, Budget>();

afterAll(async () => {
  console.table(Object.fromEntries(measured));
});

/** Does what a flow is, and holds it against its budget. */
async function flow(name: string, visitor: Visitor, steps: () => Promise<void>): Promise<void> {
  const budget = BUDGETS[name];
  if (!budget) throw new Error(`flows.json has no budget for "${name}"`);
  visitor.efforts = { clicks: 0, fields: 0 };
  const started = performance.now();
  await steps();
  const seconds = (performance.now() - started) / 1000;
  const spent: Budget = { ...visitor.efforts, seconds: Math.round(seconds * 10) / 10 };
  measured.set(name, spent);
  for (const part of ["clicks", "fields", "seconds"] as const) {
    expect(
      spent[part],
      `"${name}" takes ${spent[part]} ${part}, ${budget[part]} are allowed`,
    ).toBeLessThanOrEqual(budget[part]);
  }
}

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
  await ida.makeRoom("Orchard", "Everyone here");
  await jon.page.goto("/");
  await jon.page.getByRole("navigation").waitFor();
  await flow("find an open room and write there", jon, async () => {
    await jon.click(jon.button("Find a room"));
    await jon.click(jon.page.getByRole("button", { name: /Orchard/ }));
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
    await jon.page.getByLabel("Language").selectOption("zh-Hans");
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
  expect([...measured.keys()].sort()).toEqual(Object.keys(BUDGETS).sort());
});
