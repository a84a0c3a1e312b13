// A message in another language is translated when somebody asks for it; an encrypted one only after they were asked.
// The provider is a fake that speaks LibreTranslate's protocol.

import { createServer, type Server as Http } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, PHONE, signUp, Visitor } from "./browser.ts";
import { Server } from "./server.ts";

const given: { q: string; target: string }[] = [];
let provider: Http;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  provider = createServer((request, answer) => {
    answer.setHeader("content-type", "application/json");
    if (request.url === "/languages") {
      answer.end(
        JSON.stringify([{ code: "en", name: "English", targets: ["en", "zh-Hans"] }, { code: "zh-Hans" }]),
      );
      return;
    }
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const wanted = JSON.parse(body);
      given.push(wanted);
      const translatedText =
        { "Wer gießt die Tomaten?": "Who waters the tomatoes?" }[wanted.q as string] ?? wanted.q;
      answer.end(JSON.stringify({ translatedText, detectedLanguage: { language: "de", confidence: 92 } }));
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  const { port } = provider.address() as AddressInfo;
  const settings = { HEARTH_TRANSLATION_URL: `http://127.0.0.1:${port}`, HEARTH_TRANSLATION_PRIVATE: "true" };
  [browser, server] = await Promise.all([openBrowser(), new Server(settings).start()]);
});

afterAll(async () => {
  await browser.close();
  await server.remove();
  provider.close();
});

test("an open message is translated below itself, an encrypted one after its reader was asked", async () => {
  const dora = await Visitor.open(browser, server.url);
  const eve = await Visitor.open(browser, server.url, { size: PHONE });
  await signUp(dora, "dora");
  await signUp(eve, "eve");
  await dora.makeRoom("Garten", "Everyone here");
  await dora.say("Wer gießt die Tomaten?");
  await eve.button("Find a room").click();
  await eve.page.getByRole("button", { name: /Garten/ }).click();
  await eve.expectSaid("Wer gießt die Tomaten?");
  const open = eve.message("Wer gießt die Tomaten?");
  await open.hover();
  await open.getByRole("button", { name: "More about this message" }).click();
  await eve.page.getByRole("menuitem", { name: "Translate" }).click();
  await eve.expectSaid("Who waters the tomatoes?");
  await open.getByText(/Translated by a machine from.*German/).waitFor();
  await eve.look("translated-phone");
  await open.getByRole("button", { name: "Hide translation" }).click();
  expect(given.map(({ q, target }) => [q, target])).toEqual([["Wer gießt die Tomaten?", "en"]]);

  await dora.page.goto("/");
  await dora.choose("New", "Message someone");
  await dora.page.getByLabel("Name or @address").fill("eve");
  await dora.page.getByText("@eve:hearth.example").click();
  await dora.say("Das ist geheim");
  await eve.page.goto("/");
  await eve.page.getByRole("link", { name: /invites you/ }).click();
  await eve.button("Join").click();
  await eve.expectSaid("Das ist geheim");
  const secret = eve.message("Das ist geheim");
  await secret.hover();
  await secret.getByRole("button", { name: "More about this message" }).click();
  await eve.page.getByRole("menuitem", { name: "Translate" }).click();
  await eve.page.getByText(/its text leaves encryption/).waitFor();
  await eve.look("translate-asked-phone");
  expect(given).toHaveLength(1);
  await eve.button("Translate this message").click();
  await secret.getByText(/Translated by a machine from.*German/).waitFor();
  expect(given[1]?.q).toBe("Das ist geheim");
  await dora.close();
  await eve.close();
});
