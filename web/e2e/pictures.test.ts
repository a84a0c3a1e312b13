// The README's pictures, made when HEARTH_PICTURES names the folder for them: a community that could be anybody's.

import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { test } from "vitest";
import { DESKTOP, type Look, PHONE, signUp, Visitor } from "./browser.ts";
import { pngOf } from "./files.ts";
import { account } from "./people.ts";
import { stage } from "./stage.ts";

const FOLDER = process.env["HEARTH_PICTURES"];

const on = stage({
  HEARTH_COMMUNITY_NAME: "en The gardeners of Lyon | zh-Hans 里昂园丁之家",
  HEARTH_COMMUNITY_DESCRIPTION: "en Seeds, tools and advice. | zh-Hans 种子、工具与经验。",
});

/** A sky after sunset. */
function evening() {
  const [width, height] = [480, 220];
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const glow = (y / height) ** 1.6 * (1 - Math.abs(x / width - 0.6) / 3);
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows.set([44 + glow * 205, 58 + glow * 112, 112 - glow * 18], at);
    }
  return { name: "evening.png", mimeType: "image/png", buffer: pngOf(width, height, deflateSync(rows)) };
}

/** What is asked once about one's data stands in no picture. */
const ASKED = ["hearth.asked-about", "retention 1\nproduct 1\npersonal 1"] as const;

test.runIf(FOLDER)("the pictures of the README", async () => {
  const [ana, wei, nur] = await Promise.all(["ana", "wei", "nur"].map((name) => account(on.server, name)));
  if (!ana || !wei || !nur) throw new Error("three people were made");
  const names = [
    [ana, "ana", "Ana Lima"],
    [wei, "wei", "林伟"],
    [nur, "nur", "نور حداد"],
  ] as const;
  for (const [who, name, displayname] of names)
    await who("PUT", `/profile/@${name}:hearth.example/displayname`, { displayname });
  const rooms: string[] = [];
  for (const [name, topic] of [
    ["Greenhouse", "What grows under glass"],
    ["花园茶会", "每周三下午三点"],
    ["Tool library", "Who has what"],
  ]) {
    const { room_id = "" } = await ana("POST", "/createRoom", {
      name,
      topic,
      preset: "public_chat",
      visibility: "public",
    });
    for (const who of [wei, nur]) await who("POST", `/rooms/${room_id}/join`, {});
    rooms.push(room_id);
  }
  const [greenhouse = "", tea = "", tools = ""] = rooms;
  const say = async (who: typeof ana, room: string, body: string, more = {}) => {
    const content = { msgtype: "m.text", body, ...more };
    return (await who("POST", `/rooms/${room}/send/m.room.message`, content))["event_id"] ?? "";
  };
  const react = (who: typeof ana, event_id: string, key: string) =>
    who("POST", `/rooms/${greenhouse}/send/m.reaction`, {
      "m.relates_to": { rel_type: "m.annotation", event_id, key },
    });

  const open = (look: Look) => Visitor.open(on.browser, on.server.url, look);
  const keep = async (visitor: Visitor, name: string) => {
    await visitor.page.mouse.move(0, 0);
    await visitor.page.screenshot({ path: join(FOLDER ?? "", `${name}.png`) });
  };
  const landing = await open({ size: PHONE });
  await landing.page.goto(`/sign-up?room=${encodeURIComponent(greenhouse)}`);
  await landing.page.getByText("Greenhouse").waitFor();
  await keep(landing, "web-invitation");
  await landing.page.close();

  const tom = await open({ size: DESKTOP });
  await signUp(tom, "tom");
  await tom.page.evaluate(([key, asked]) => localStorage.setItem(key, asked), ASKED);
  await tom.ask("PUT", "/profile/@tom:hearth.example/displayname", { displayname: "Tom Brandt" });
  for (const room of rooms) await tom.ask("POST", `/join/${room}`, {});
  await tom.page.goto(`/rooms/${encodeURIComponent(greenhouse)}`);
  await tom.page.locator("footer textarea:visible").waitFor();

  const first = await say(
    ana,
    greenhouse,
    "The tomatoes are ripe. Who has time on Saturday to pick them? 🍅",
  );
  await say(wei, greenhouse, "我周六上午有空，可以带两个篮子。");
  const answer = await say(nur, greenhouse, "Count me in! أحضر الشاي معي", {
    "m.relates_to": { "m.in_reply_to": { event_id: first } },
  });
  for (const who of [ana, wei]) await react(who, answer, "❤️");
  await react(ana, answer, "🎉");
  const root = await say(wei, greenhouse, "Is it too early to plant beans outside?");
  const thread = { "m.relates_to": { rel_type: "m.thread", event_id: root, is_falling_back: true } };
  await say(ana, greenhouse, "Two more weeks. The nights are cold by the river.", thread);
  await say(wei, greenhouse, "谢谢！我再等两周。", thread);
  await tom.page.locator("input[type=file]").first().setInputFiles(evening());
  await tom.page.locator("footer textarea:visible").fill("The sky over the beds this evening");
  await tom.page.keyboard.press("Enter");
  await tom.message("The sky over the beds").waitFor();
  await say(nur, tea, "من يجلب الكعك؟");
  await say(wei, tea, "今天下午三点，带上你们最喜欢的茶。");
  await say(nur, tools, "The long ladder is back in the shed.");
  await tom.page.getByRole("navigation").getByText("The long ladder").waitFor();
  await tom.page.getByRole("button", { name: /2.* replies/ }).waitFor();
  await keep(tom, "web");
  await tom.page.close();

  for (const [language, scheme, name] of [
    ["ar", "dark", "web-arabic"],
    ["zh-Hans", "light", "web-chinese"],
  ] as const) {
    const guest = await open({ language, scheme, size: PHONE });
    await signUp(guest, `guest-${language.toLowerCase()}`);
    await guest.page.evaluate(([key, asked]) => localStorage.setItem(key, asked), ASKED);
    await guest.ask("POST", `/join/${greenhouse}`, {});
    await guest.page.goto(`/rooms/${encodeURIComponent(greenhouse)}`);
    await guest.message("The sky over the beds").waitFor();
    await guest.page.locator("article img").first().waitFor();
    await keep(guest, name);
    await guest.page.close();
  }
});
