import { beforeEach, expect, test } from "vitest";
import { cultures } from "../../text/culture.ts";
import { emojiOf, found, KINDS, often, used } from "./model.ts";

const signs = async (tag: string, typed: string) =>
  found(await emojiOf(tag), typed, 6).map(({ sign }) => sign);

beforeEach(() => localStorage.clear());

test("emoji are found by the words of the reader's language", async () => {
  expect(await signs("en", "tomato")).toEqual(["🍅"]);
  expect(await signs("en", "party_pop")).toContain("🎉");
  expect(await signs("zh-Hans", "西红柿")).toContain("🍅");
  expect(await signs("de", "tomate")).toContain("🍅");
  expect(await signs("ar", "طماطم")).toContain("🍅");
  expect(await signs("id", "tomat")).toContain("🍅");
  expect(await signs("tr", "domates")).toContain("🍅");
  expect(await signs("en", "zzzz")).toEqual([]);
  expect(await signs("en", " ")).toEqual([]);
  expect(await signs("en", "a")).toHaveLength(6);
});

test("every language that the app speaks has the same emoji", async () => {
  const signs = (await emojiOf("en")).map(({ sign }) => sign);
  for (const { tag, isPseudo } of cultures) {
    const all = await emojiOf(tag);
    if (!isPseudo) expect(all.map(({ sign }) => sign)).toEqual(signs);
    if (!isPseudo && tag !== "en") expect(all).not.toBe(await emojiOf("en"));
  }
});

test("a language without names has the English ones, and each emoji is of a kind that is shown", async () => {
  const english = await emojiOf("en");
  expect(await emojiOf("xx")).toBe(english);
  expect(english.length).toBeGreaterThan(1500);
  const kinds = new Set(KINDS.map(({ kind }) => kind));
  expect(english.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
});

test("what was used last comes first, once, and not for ever", () => {
  for (let at = 0; at < 30; at += 1) used(`e${at}`);
  used("e20");
  expect(often([])[0]).toBe("e20");
  expect(often([])).toHaveLength(24);
});

test("what is usual in a culture is offered to who has used nothing, and stays behind what they use", async () => {
  const signs = (await emojiOf("en")).map(({ sign }) => sign);
  for (const { tag, load } of cultures) {
    const { stickers } = await load();
    expect(
      stickers.filter((sign) => !signs.includes(sign)),
      tag,
    ).toEqual([]);
    expect(often(stickers)).toEqual(stickers);
  }
  used("🎉");
  expect(often(["👍", "🎉"])).toEqual(["🎉", "👍"]);
});
