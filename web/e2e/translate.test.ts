// A message in another language is translated when somebody asks for it; an encrypted one only after they were asked.
// The provider is a fake that speaks LibreTranslate's protocol.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { PHONE } from "./browser.ts";
import { enter, meet, pair } from "./people.ts";
import { stage } from "./stage.ts";

const given: { q: string; target: string }[] = [];
let provider: Server;

const on = stage(async () => {
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
  return { HEARTH_TRANSLATION_URL: `http://127.0.0.1:${port}`, HEARTH_TRANSLATION_PRIVATE: "true" };
});

afterAll(() => void provider.close());

test("an open message is translated below itself, an encrypted one after its reader was asked", async () => {
  const [dora, eve] = await Promise.all([enter(on, "dora"), enter(on, "eve", { size: PHONE })]);
  await meet("Garten", dora, eve);
  await dora.say("Wer gießt die Tomaten?");
  await eve.expectSaid("Wer gießt die Tomaten?");
  const open = eve.message("Wer gießt die Tomaten?");
  await eve.act(open, "Translate");
  await eve.expectSaid("Who waters the tomatoes?");
  await open.getByText(/Translated by a machine from.*German/).waitFor();
  await eve.look("translated-phone");
  await open.getByRole("button", { name: "Hide translation" }).click();
  expect(given.map(({ q, target }) => [q, target])).toEqual([["Wer gießt die Tomaten?", "en"]]);

  await pair(dora, eve);
  await dora.say("Das ist geheim");
  await eve.expectSaid("Das ist geheim");
  const secret = eve.message("Das ist geheim");
  await eve.act(secret, "Translate");
  await eve.page.getByText(/its text leaves encryption/).waitFor();
  await eve.look("translate-asked-phone");
  expect(given).toHaveLength(1);
  await eve.button("Translate this message").click();
  await secret.getByText(/Translated by a machine from.*German/).waitFor();
  expect(given[1]?.q).toBe("Das ist geheim");
  await dora.close();
  await eve.close();
});
