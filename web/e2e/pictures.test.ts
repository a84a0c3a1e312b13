// The README's pictures, made when HEARTH_PICTURES names the folder for them: a community that could be anybody's.

import { join } from "node:path";
import { test } from "vitest";
import { DESKTOP, type Look, PHONE, signUp, Visitor } from "./browser.ts";
import { png } from "./files.ts";
import { account } from "./people.ts";
import { stage } from "./stage.ts";

const FOLDER = process.env["HEARTH_PICTURES"];

const on = stage({
  HEARTH_COMMUNITY_NAME: "en The gardeners of Lyon | zh-Hans 里昂园丁之家",
  HEARTH_COMMUNITY_DESCRIPTION: "en Seeds, tools and advice. | zh-Hans 种子、工具与经验。",
});

test.runIf(FOLDER)("the pictures of the README", async () => {
  const [ana, wei, omar] = await Promise.all(["ana", "wei", "omar"].map((name) => account(on.server, name)));
  if (!ana || !wei || !omar) throw new Error("three people were made");
  const names = [
    [ana, "ana", "Ana Duarte"],
    [wei, "wei", "陈伟"],
    [omar, "omar", "عمر"],
  ] as const;
  for (const [who, name, displayname] of names) {
    await who("PUT", `/profile/@${name}:hearth.example/displayname`, { displayname });
  }
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
    for (const who of [wei, omar]) await who("POST", `/rooms/${room_id}/join`, {});
    rooms.push(room_id);
  }
  const [greenhouse, tea, tools] = rooms;
  const say = (who: typeof ana, room: string | undefined, body: string, more = {}) =>
    who("POST", `/rooms/${room}/send/m.room.message`, { msgtype: "m.text", body, ...more });
  await say(omar, tools, "The long ladder is back.");
  await say(wei, tea, "今天下午三点，带上你们最喜欢的茶。");
  await say(ana, greenhouse, "The lemon tree has its first blossom! 🍋");
  const { event_id = "" } = await say(wei, greenhouse, "Is it still too early to plant tomatoes outside?");
  const thread = { "m.relates_to": { rel_type: "m.thread", event_id, is_falling_back: true } };
  await say(ana, greenhouse, "Two more weeks. The nights are cold by the river.", thread);
  await say(wei, greenhouse, "谢谢！我再等两周。", thread);
  await ana("POST", `/rooms/${greenhouse}/send/m.reaction`, {
    "m.relates_to": { rel_type: "m.annotation", event_id, key: "🍅" },
  });
  await say(omar, greenhouse, "مرحبا! سأحضر البذور يوم السبت.");

  const open = (look: Look) => Visitor.open(on.browser, on.server.url, look);
  const keep = async (visitor: Visitor, name: string) => {
    await visitor.page.mouse.move(0, 0);
    await visitor.page.screenshot({ path: join(FOLDER ?? "", `${name}.png`) });
  };

  const landing = await open({ size: PHONE });
  await landing.page.goto(`/sign-up?room=${encodeURIComponent(greenhouse ?? "")}`);
  await landing.page.getByText("Greenhouse").waitFor();
  await keep(landing, "web-invitation");
  await landing.page.close();

  const bea = await open({ size: DESKTOP });
  await signUp(bea, "bea");
  await bea.page.goto(`/rooms/${encodeURIComponent(greenhouse ?? "")}`);
  await bea.button(/Join/).first().click();
  await bea.expectSaid("The lemon tree");
  await bea.page
    .locator("input[type=file]")
    .first()
    .setInputFiles([png("evening.png", 480, 270)]);
  await bea.page.locator("footer textarea").fill("The sky over the beds this evening");
  await bea.page.keyboard.press("Enter");
  await bea.message("The sky over the beds").waitFor();
  await bea.page.getByText("2 replies").click();
  await bea.page.getByText("谢谢").last().waitFor();
  await keep(bea, "web");
  await bea.page.close();

  for (const [language, scheme, size, name] of [
    ["ar", "dark", PHONE, "web-arabic"],
    ["zh-Hans", "light", PHONE, "web-chinese"],
  ] as const) {
    const guest = await open({ language, scheme, size });
    await signUp(guest, `guest-${language.toLowerCase()}`);
    await guest.page.goto(`/rooms/${encodeURIComponent(greenhouse ?? "")}`);
    await guest.page.locator("main button").last().waitFor();
    await guest.page.locator("main button").last().click();
    await guest.page.getByText("The lemon tree").first().waitFor();
    await keep(guest, name);
    await guest.page.close();
  }
});
