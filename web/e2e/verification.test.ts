// Two people make sure of each other by pictures, and one of their own devices by a code for the camera.

import { expect, test } from "vitest";
import { PHONE, signIn, Visitor } from "./browser.ts";
import { flow } from "./flow.ts";
import { enter, pair } from "./people.ts";
import { stage } from "./stage.ts";

const on = stage();

test("two people compare pictures, and a device is verified by its code", async () => {
  const [ada, bob] = await Promise.all([
    enter(on, "ada"),
    enter(on, "bob", { size: PHONE, language: "zh-Hans" }),
  ]);
  await pair(ada, bob);
  await ada.say("Is it you?");
  await bob.message("Is it you?").waitFor();

  await flow("verify somebody by pictures", ada, async () => {
    await ada.click(ada.button("More about this room"));
    await ada.click(ada.page.getByRole("menuitem", { name: "Verify" }));
    await ada.page.getByText(/bob.* has to accept/).waitFor();
    await bob.button("核对").waitFor();
    await bob.look("verification-asked");
    await bob.button("核对").click();
    await ada.page.getByRole("img", { name: /code for the camera/ }).waitFor();
    await ada.look("verification-choosing");
    await bob.button("核对图案").click();
    const pictures = (who: Visitor) => who.page.getByRole("dialog").locator("ol li > span");
    await pictures(ada).first().waitFor();
    await pictures(bob).first().waitFor();
    expect(await pictures(ada).allInnerTexts()).toEqual(await pictures(bob).allInnerTexts());
    expect(await pictures(ada).count()).toBe(7);
    await ada.look("verification-comparing");
    await bob.look("verification-comparing-phone");
    await ada.click(ada.button("They are the same"));
    await bob.button("完全相同").click();
    await ada.page.getByText(/You have verified .*bob/).waitFor();
    await bob.page.getByText(/你已验证 .*ada/).waitFor();
    await ada.picture("verification-done");
    await ada.click(ada.button("Good"));
    await ada.page.getByText("End-to-end encrypted, verified").waitFor();
  });
  await bob.close();

  // The new device shows its code, the old one scans it, and every message comes along without a recovery key.
  const second = await Visitor.open(on.browser, on.server.url, { scheme: "dark" });
  await signIn(second, "ada");
  // Presses on the old device count, too.
  await flow("bring messages to a new device by another one", second, async () => {
    await second.click(second.button("Bring them here"));
    await second.button("Use another device").waitFor();
    await second.look("verification-bring");
    await second.click(second.button("Use another device"));
    await second.page.getByText("Open Hearth on your other device").waitFor();
    await ada.page.getByText("Is this you?").waitFor();
    await ada.look("verification-asked-own");
    await second.click(ada.button("Compare"));
    await second.page.getByRole("img", { name: /code for the camera/ }).waitFor();
    await holdBefore(ada, second);
    await second.click(ada.button("Scan their code"));
    await second.page.getByText("Does the other device say").waitFor();
    await second.look("verification-scanned");
    await second.click(second.button("Yes"));
    await second.page.getByText("This was you.").waitFor();
    await ada.page.getByText("This was you.").waitFor();
    await second.click(second.button("Good"));
    await second.click(second.page.getByRole("link", { name: /bob/ }));
    await second.message("Is it you?").waitFor();
    await second.button("Bring them here").first().waitFor({ state: "detached" });
  });
  await ada.button("Good").click();
  // Whatever comparing has left open, who signs out is out at once, and nothing stays behind.
  for (const visitor of [second, ada]) {
    await visitor.signOut();
    const kept = () => visitor.page.evaluate(async () => (await indexedDB.databases()).length);
    await expect.poll(kept).toBe(0);
    await visitor.close();
  }
});

/** Lets one's camera see the code that the other shows. */
async function holdBefore(camera: Visitor, shown: Visitor): Promise<void> {
  const code = shown.page.getByRole("img", { name: /code for the camera/ });
  const [box, path] = await Promise.all([
    code.getAttribute("viewBox"),
    code.locator("path").getAttribute("d"),
  ]);
  await camera.page.evaluate(
    ([box, path]) => {
      const canvas = document.createElement("canvas");
      canvas.width = 640;
      canvas.height = 480;
      const context = canvas.getContext("2d");
      const draw = () => {
        if (!context) return;
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.fillStyle = "white";
        context.fillRect(0, 0, canvas.width, canvas.height);
        const scale = 400 / Number(box?.split(" ")[2]);
        context.setTransform(scale, 0, 0, scale, 120, 40);
        context.fillStyle = "black";
        context.fill(new Path2D(path ?? ""));
      };
      draw();
      setInterval(draw, 100);
      navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
    },
    [box, path],
  );
}
