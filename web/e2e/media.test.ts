// Files between people: by button, pasted and dropped, in secret and in the open; cut on their way; broken and hostile.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PHONE, type Visitor } from "./browser.ts";
import { Cutter } from "./cutter.ts";
import { type Made, pdf, png, pngOf, wav } from "./files.ts";
import { account, enter, join, meet, openRoom, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage({ HEARTH_MEDIA_UPLOAD_MIB: "10" });

/** Chooses files by the button. */
async function attach(visitor: Visitor, ...files: Made[]): Promise<void> {
  await visitor.page.locator("footer input[type=file]").setInputFiles(files);
  for (const { name } of files) await visitor.page.locator("footer").getByText(name).waitFor();
}

/** Files as they come from the clipboard or from elsewhere on the screen. */
async function bring(
  visitor: Visitor,
  how: "paste" | "drop",
  { name, mimeType, buffer }: Made,
): Promise<void> {
  await visitor.page.locator("footer textarea:visible").evaluate(
    (field, { how, name, type, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
      const more = { bubbles: true, cancelable: true };
      const paste = () => field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...more }));
      const drag = (kind: string) =>
        field.dispatchEvent(new DragEvent(kind, { dataTransfer: data, ...more }));
      if (how === "paste") paste();
      else for (const kind of ["dragover", "drop"]) drag(kind);
    },
    { how, name, type: mimeType, bytes: [...buffer] },
  );
  await visitor.page.locator("footer").getByText(name).waitFor();
}

/** Drops a film that the browser itself makes. */
async function film(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.locator("footer textarea:visible").evaluate(async (field, name) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
    const context = canvas.getContext("2d");
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.start();
    for (let at = 0; at < 20; at += 1) {
      context?.fillRect(at * 16, 0, 16, 180);
      if (context) context.fillStyle = `hsl(${at * 18} 80% 60%)`;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    recorder.stop();
    await stopped;
    const data = new DataTransfer();
    data.items.add(new File(pieces, name, { type: "video/webm" }));
    field.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, name);
  await visitor.page.locator("footer").getByText(name).waitFor();
}

const send = (visitor: Visitor) => visitor.page.locator("footer textarea:visible").press("Enter");
const picture = (visitor: Visitor, name: string) => visitor.page.locator(`button[aria-label*="${name}"] img`);
const line = (visitor: Visitor, name: string) => visitor.page.getByRole("group", { name, exact: true });

test("two people exchange a picture, a document and a sound", async () => {
  const [ada, bob] = await Promise.all([enter(on, "ada"), enter(on, "bob", { size: PHONE, scheme: "dark" })]);
  await pair(ada, bob);
  await ada.say("I have something for you");
  await bob.expectSaid("I have something for you");

  // By the button, with words beside it.
  await attach(ada, png("sunset.png", 1200, 700, true));
  await ada.page.locator("footer textarea:visible").fill("The *lake* this evening");
  await ada.look("media-tray");
  await send(ada);
  await picture(bob, "sunset.png").waitFor();
  await bob.message("The lake this evening").waitFor();
  // Several at once, pasted and dropped: what they answer is answered once.
  await ada.message("I have something for you").hover();
  const answer = { name: "Reply", exact: true };
  await ada.message("I have something for you").getByRole("button", answer).click();
  await bring(ada, "paste", pdf("plan.pdf"));
  await bring(ada, "drop", wav("bell.wav"));
  await attach(ada, png("dawn.png", 300, 500));
  await ada.look("media-tray-many");
  await send(ada);
  await line(bob, "plan.pdf").waitFor();
  await line(bob, "bell.wav").waitFor();
  await picture(bob, "dawn.png").waitFor();
  const quotes = bob.page.getByRole("article").getByRole("button", { name: /I have something for you/ });
  expect(await quotes.count()).toBe(1);
  await ada.look("media-secret");
  await bob.look("media-secret-phone");

  // What comes is what was sent, and the sound plays.
  const kept = bob.page.waitForEvent("download");
  await bob.button(/Download .*plan.pdf/).click();
  expect(readFileSync(await (await kept).path())).toEqual(pdf("").buffer);
  await bob.button(/Play .*bell.wav/).click();
  await bob.page.locator("audio").waitFor();
  await bob.page.waitForFunction(() => (document.querySelector("audio")?.duration ?? 0) > 0.9);

  // A film, made on the spot, has a picture before it is played.
  await film(ada, "waves.webm");
  await send(ada);
  await bob
    .button(/Play .*waves.webm/)
    .locator("img")
    .waitFor();
  await bob.look("media-film-phone");
  await bob.button(/Play .*waves.webm/).click();
  await bob.page.locator("video").waitFor();

  // A voice is spoken and heard.
  await bob.button("Record a voice message").click();
  await bob.page.getByRole("timer").getByText("0:01").waitFor();
  await bob.look("media-recording-phone");
  await bob.page.locator("footer").getByRole("button", { name: "Send" }).click();
  await ada.page.getByRole("button", { name: /Play .*voice/ }).click();
  await ada.page.locator("audio").waitFor();
  // It is not heard in another room, though the conversation stays as it was.
  const sound = await ada.page.locator("audio").evaluateHandle(async (audio: HTMLAudioElement) => {
    audio.loop = true;
    await audio.play();
    return audio;
  });
  await ada.makeRoom("Elsewhere", "Invited people only");
  expect(await sound.evaluate((audio) => audio.paused)).toBe(true);
  await ada.page.getByRole("link", { name: /bob/ }).click();
  await ada.page.getByRole("button", { name: /Play .*voice/ }).waitFor();

  // The viewer goes from one picture to the next.
  await ada.button(/Open picture .*sunset.png/).click();
  await ada.page.getByRole("img", { name: "sunset.png" }).waitFor();
  await ada.look("media-viewer");
  await ada.button("As large as it is").click();
  await ada.page.keyboard.press("ArrowRight");
  await ada.page.getByRole("img", { name: "dawn.png" }).waitFor();
  await bob.button(/Open picture .*dawn.png/).click();
  await bob.page.getByRole("img", { name: "dawn.png" }).waitFor();
  await bob.look("media-viewer-phone");
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("dialog").waitFor({ state: "detached" });

  // Changed by somebody on its way, it is not opened.
  await bob.page.route("**/media/download/**", (route) => route.fulfill({ body: "something else" }));
  await bob.page.reload();
  await bob.page.getByText("It was changed on its way, so it is not opened.").first().waitFor();
  await ada.close();
  await bob.close();
});

test("an upload that is cut goes on by itself and is sent once", async () => {
  const cutter = await Cutter.before(on.server.url);
  const [cleo, dan] = await Promise.all([enter(on, "cleo", { url: cutter.url }), enter(on, "dan")]);
  await meet("Harbour", cleo, dan);
  await cleo.say("Pictures of the boats");
  await dan.expectSaid("Pictures of the boats");

  const boats = png("boats.png", 1500, 1200, true);
  let held = cutter.hold(0.6);
  await attach(cleo, boats);
  await send(cleo);
  const cut = await held;
  await cleo.page.getByRole("progressbar", { name: /Sending .*boats.png/ }).waitFor();
  await cleo.look("media-progress");
  cut();
  await picture(dan, "boats.png").waitFor();
  await cleo.page.getByRole("progressbar").waitFor({ state: "detached" });
  expect(cutter.uploads).toBe(2);

  // Called off on its way, it never comes.
  held = cutter.hold(0.6);
  await attach(cleo, { ...boats, name: "mistake.png" });
  await send(cleo);
  await held;
  await cleo.page.getByRole("article").last().getByRole("button", { name: "Cancel" }).click();

  // Refused, it is sent again without being chosen again.
  await cleo.page.route("**/media/v3/upload", (route) => route.fulfill({ status: 403, json: {} }), {
    times: 1,
  });
  await attach(cleo, png("pier.png", 200, 100));
  await send(cleo);
  await cleo.page.getByText("Not sent.").waitFor();
  await cleo.look("media-failed");
  await cleo.button("Try again").click();
  await picture(dan, "pier.png").waitFor();
  expect(await dan.page.locator("article button img").count()).toBe(2);
  await dan.look("media-open");

  // What the server would not take is said before.
  await cleo.page
    .locator("footer input[type=file]")
    .setInputFiles({ name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(11 * 1024 * 1024) });
  await cleo.page.getByText(/film.mp4.* is too large/).waitFor();
  await cleo.look("media-too-large");
  await cleo.close();
  await dan.close();
  cutter.close();
});

/** Emoji are chosen where they are named, by kind, and by words. */
async function emoji(guest: Visitor, language: string): Promise<void> {
  const { page } = guest;
  const words =
    language === "zh-Hans" ? { named: ":西红", found: "派对" } : { named: ":tom", found: "party" };
  const field = page.locator("footer textarea:visible");
  await field.pressSequentially(words.named);
  await guest.look(`emoji-named-${language}`);
  await page.getByRole("option", { name: /🍅/ }).click();
  await page.locator("footer .lucide-smile").click();
  await page.getByRole("dialog").getByRole("button", { name: /.+/ }).nth(15).waitFor();
  await guest.look(`emoji-${language}`);
  await page.getByRole("dialog").locator("input").fill(words.found);
  await page.getByRole("dialog").getByText("🎉").click();
  expect(await field.inputValue()).toBe("🍅🎉");
}

test("what is broken or hostile is a line to download, in every language", async () => {
  const eve = await account(on.server, "eve");
  const { room_id, say } = await openRoom(eve, "Gallery");
  const show = async (name: string, bytes: Buffer, mimetype: string) => {
    const url = await eve.upload(bytes, mimetype);
    await say(name, { msgtype: "m.image", url, info: { mimetype, size: bytes.length } });
  };
  const svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script></svg>";
  await show("page.svg", Buffer.from(svg), "image/svg+xml");
  await show("\u202egnp.exe", Buffer.from(svg), "image/png");
  await show("noise.png", png("", 40, 40).buffer.subarray(0, 60), "image/png");
  await show("huge.png", pngOf(60_000, 60_000, Buffer.alloc(10)), "image/png");
  await show("good.png", png("", 640, 360).buffer, "image/png");
  for (const [language, size] of [
    ["en", PHONE],
    ["zh-Hans", undefined],
    ["ar-XB", PHONE],
    ["en-XA", undefined],
  ] as const) {
    const guest = await enter(on, `guest-${language.toLowerCase()}`, { language, ...(size && { size }) });
    await join(guest, room_id, /Gallery/);
    await picture(guest, "good.png").waitFor();
    await line(guest, "huge.png").waitFor();
    await guest.page.waitForFunction(() => document.querySelectorAll("article [role=group]").length === 4);
    await attach(
      guest,
      png("mine.png", 400, 400, true),
      pdf("a-long-name-of-a-document-that-does-not-fit.pdf"),
    );
    await guest.look(`media-broken-${language}`);
    if (language === "en-XA") expect(await guest.untranslated()).toEqual([]);
    await emoji(guest, language);
    await guest.close();
  }
});
