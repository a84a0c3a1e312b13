import { beforeEach, expect, test } from "vitest";
import { Refusal } from "../../api/call.ts";
import type { Message } from "../../matrix/types.ts";
import { canTranslate, type State, Translations } from "./model.ts";

const open = { id: "!open", isEncrypted: false };
const secret = { id: "!secret", isEncrypted: true };

function message(body: string, id = "$1"): Message {
  return { kind: "message", id, body, isOwn: false, isDeleted: false, form: "text" } as Message;
}

/** A translator that writes down what it was given. */
function made(answer = async (text: string) => ({ text: `${text}!`, from: "de" as string | null })) {
  const given: string[] = [];
  const translations = new Translations((text) => {
    given.push(text);
    return answer(text);
  });
  const state = (of: Message): Promise<State> =>
    Promise.resolve().then(() => translations.of(of, "en").get());
  return { translations, given, state };
}

beforeEach(() => localStorage.clear());

test("an open message is translated at once, and hidden again", async () => {
  const { translations, state } = made();
  translations.want(message("Hallo"), open, "en");
  expect(translations.of(message("Hallo"), "en").get()).toEqual({ is: "busy" });
  await expect.poll(() => state(message("Hallo"))).toEqual({ is: "done", words: "Hallo!", from: "de" });
  expect(translations.of(message("Hallo, edited"), "en").get()).toEqual({ is: "none" });
  translations.hide(message("Hallo"), "en");
  expect(translations.of(message("Hallo"), "en").get()).toEqual({ is: "none" });
});

test("what is hidden while it is translated stays hidden, and another language is another translation", async () => {
  const { translations, state } = made();
  translations.want(message("Hallo"), open, "en");
  translations.hide(message("Hallo"), "en");
  translations.want(message("Hallo"), open, "fr");
  await expect.poll(() => translations.of(message("Hallo"), "fr").get()).toMatchObject({ is: "done" });
  expect(await state(message("Hallo"))).toEqual({ is: "none" });
});

test("an encrypted message is given away only after its reader said so", async () => {
  const { translations, given, state } = made();
  translations.want(message("geheim"), secret, "en");
  expect(translations.of(message("geheim"), "en").get()).toEqual({ is: "asking" });
  expect(given).toEqual([]);
  translations.allow(message("geheim"), secret, "en", false);
  await expect.poll(() => state(message("geheim"))).toMatchObject({ is: "done" });
  // Once was for that one alone.
  translations.want(message("noch eins"), secret, "en");
  expect(translations.of(message("noch eins"), "en").get()).toEqual({ is: "asking" });
  translations.allow(message("noch eins"), secret, "en", true);
  translations.want(message("drittes"), secret, "en");
  await expect.poll(() => given).toEqual(["geheim", "noch eins", "drittes"]);
  translations.want(message("anderswo"), { id: "!other", isEncrypted: true }, "en");
  expect(translations.of(message("anderswo"), "en").get()).toEqual({ is: "asking" });
});

test("what is in the reader's language already is said to be", async () => {
  const { translations, state } = made(async (text) => ({ text, from: "en" }));
  translations.want(message("Hello"), open, "en");
  await expect.poll(() => state(message("Hello"))).toEqual({ is: "same" });
});

test("a refusal says when to try again, where it says so", async () => {
  const often = made(async () => {
    throw new Refusal(429, "M_LIMIT_EXCEEDED", { retry_after_ms: 4000 });
  });
  often.translations.want(message("Hallo"), open, "en");
  await expect.poll(() => often.state(message("Hallo"))).toEqual({ is: "failed", afterMs: 4000 });
  const gone = made(async () => {
    throw new Refusal(503, "M_UNKNOWN");
  });
  gone.translations.want(message("Hallo"), open, "en");
  await expect.poll(() => gone.state(message("Hallo"))).toEqual({ is: "failed", afterMs: undefined });
});

test("only others' words can be translated", () => {
  expect(canTranslate(message("Hallo"))).toBe(true);
  for (const other of [
    message("👍 123"),
    { ...message("Hallo"), isOwn: true },
    { ...message("Hallo"), isDeleted: true },
    { ...message("Hallo"), unreadable: "no-key" as const },
    { ...message("a.png"), form: "file" as const },
  ]) {
    expect(canTranslate(other)).toBe(false);
  }
});

test("no more is kept than the bound, but what is looked at", () => {
  const { translations } = made();
  const first = translations.of(message("first", "$first"), "en");
  first.subscribe(() => undefined);
  for (let at = 0; at < 400; at += 1) translations.of(message("x", `$${at}`), "en");
  expect(translations.of(message("first", "$first"), "en")).toBe(first);
});
