// A newcomer opens an invitation, and is in a conversation a moment later; a link leads to a room.

import { expect, test } from "vitest";
import { PASSWORD, PHONE, signIn, signUp, Visitor } from "./browser.ts";
import { flow } from "./flow.ts";
import { enter, openRoom } from "./people.ts";
import { Server } from "./server.ts";
import { stage } from "./stage.ts";

const on = stage({
  HEARTH_COMMUNITY_NAME: "en The gardeners of Lyon | zh-Hans 里昂园丁之家",
  HEARTH_COMMUNITY_DESCRIPTION: "en Seeds, tools and advice. | zh-Hans 种子、工具与经验。",
});

test("from an invitation to the first message", async () => {
  const ada = await Visitor.open(on.browser, on.server.url);
  // The browser of these stories has nothing to share with.
  await ada.page.addInitScript(() => {
    const share = async ({ url = "" }: ShareData) => localStorage.setItem("shared", url);
    Object.assign(navigator, { share });
  });
  await signUp(ada, "ada");
  await ada.makeRoom("Greenhouse", "Everyone here");
  await ada.say("Welcome to the greenhouse");
  await ada.choose("More about this room", "Invite people");
  await ada.page.getByRole("img", { name: /sign-up/ }).waitFor();
  await ada.look("invite");
  const link = (await ada.page.getByText(/\/sign-up\?room=/).textContent()) ?? "";
  await ada.button("Share").press("Enter");
  expect(await ada.page.evaluate(() => localStorage.getItem("shared"))).toBe(link);
  await ada.page.keyboard.press("Escape");

  const bea = await Visitor.open(on.browser, on.server.url, { size: PHONE });
  await flow("from an invitation to the first message", bea, async () => {
    await bea.page.goto(link);
    await bea.page.getByText("The gardeners of Lyon").waitFor();
    await bea.page.getByText("You are invited to").waitFor();
    await bea.page.getByText("Greenhouse").waitFor();
    await bea.picture("landing-phone");
    await bea.fill("User name", "bea");
    await bea.fill("Password", PASSWORD);
    await bea.click(bea.button("Create account"));
    await bea.expectSaid("Welcome to the greenhouse");
    await bea.say("Hello, I am Bea");
    await ada.message("Hello, I am Bea").waitFor();
  });
  await bea.look("landed-phone");

  // In Chinese, and mirrored; whoever has an account is led there too.
  const read = async (language: string, name: string) => {
    const reader = await Visitor.open(on.browser, on.server.url, { language });
    await reader.page.goto(link);
    await reader.page.getByText("Greenhouse").waitFor();
    await reader.look(name);
    await reader.close();
  };
  await Promise.all([read("zh-Hans", "landing-zh-Hans"), read("ar-XB", "landing-mirrored")]);
  const cem = await enter(on, "cem", { path: link });
  await cem.page.getByRole("heading", { name: "Greenhouse" }).waitFor();
  await cem.look("doorway");
  // No link takes somebody into a room without a question.
  await cem.page.goto(`${cem.page.url()}?enter`);
  await cem.page.getByRole("heading", { name: "Greenhouse" }).waitFor();
  await cem.button("Join").click();
  await cem.expectSaid("Hello, I am Bea");
  await cem.page.goto("/rooms/%23nowhere%3Ahearth.example");
  await cem.page.getByRole("heading", { name: "You are not in this room" }).waitFor();
  expect(await cem.page.getByRole("heading", { name: "Greenhouse" }).count()).toBe(0);
  for (const visitor of [ada, bea, cem]) await visitor.close();
});

test("who asks to come in is let in", async () => {
  const dora = await Visitor.open(on.browser, on.server.url);
  const emil = await Visitor.open(on.browser, on.server.url);
  await signUp(dora, "dora");
  await signUp(emil, "emil");
  await dora.makeRoom("Orchard", "Invited people only");
  await dora.choose("More about this room", "About this room");
  await dora.button("Room settings").click();
  await dora.page.getByText("Who asks and is let in").click();
  await dora.button("Back").click();
  await dora.page.getByText("Anybody can ask to come in.").waitFor();
  await emil.page.goto(new URL(dora.page.url()).pathname);
  await emil.button("Ask to come in").click();
  await emil.page.getByText("You have asked to come in.").waitFor();
  await emil.look("asked");
  await dora.button(/1.* member/).click();
  await dora.button("Asking to come in").click();
  await dora.button(/emil/).click();
  await dora.button("Let in").click();
  await emil.button("Join").click();
  await dora.say("Mind the ladder");
  await emil.expectSaid("Mind the ladder");
  for (const visitor of [dora, emil]) await visitor.close();
});

test("where accounts need a code, those who run the server put one into the link", async () => {
  const server = new Server({ HEARTH_REGISTRATION: "token" });
  await server.start();
  try {
    server.admit("root", PASSWORD, "--admin");
    const root = await Visitor.open(on.browser, server.url);
    await signIn(root, "root");
    await root.makeRoom("Cellar", "Invited people only");
    await root.choose("More about this room", "Invite people");
    await root.page.getByText("the link leads to this community").waitFor();
    // Nobody is given a link that they cannot come in by.
    expect(await root.button("Copy link").count()).toBe(0);
    await root.button("Put a code into the link").press("Enter");
    await root.page.getByText(/10.* people can make an account/).waitFor();
    await root.look("invite-code");
    await root.page.keyboard.press("Escape");
    // Who is alone asks people in from anywhere.
    await root.choose("New", "Invite people");
    await root.page.getByText("sees what this community is").waitFor();
    await root.button("Put a code into the link").click();
    const link = (await root.page.getByText(/\/sign-up#token=/).textContent()) ?? "";
    await root.look("invite-community");

    const ned = await Visitor.open(on.browser, server.url, { size: PHONE });
    await ned.page.goto(link);
    await ned.field("User name").fill("ned");
    await ned.field("Password").fill(PASSWORD);
    await ned.button("Create account").click();
    await ned.page.locator("[data-screen=inside]").waitFor();
    // Who does not run the server is told who can.
    const { room_id } = await openRoom(ned.ask, "Pantry");
    await ned.page.goto(`/rooms/${room_id}`);
    await ned.choose("More about this room", "Invite people");
    await ned.page.getByText("Those who run this server can put one into the link.").waitFor();
    expect(await ned.button("Put a code into the link").count()).toBe(0);
    await ned.page.getByRole("searchbox").click();
    await ned.look("invite-code-phone");
    await ned.page.evaluate(() => localStorage.setItem("hearth.culture", "ar-XB"));
    await ned.page.reload();
    await ned.page.locator("main header button").last().click();
    await ned.page.getByRole("menuitem").nth(1).click();
    await ned.page.locator("svg[role=img]").waitFor();
    await ned.page.getByRole("searchbox").click();
    await ned.look("invite-code-mirrored-phone");
    await root.close();
    await ned.close();
  } finally {
    await server.remove();
  }
});
