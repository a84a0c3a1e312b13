import { describe, expect, test } from "vitest";
import { cultures, Text } from "./culture.ts";
import { negotiate } from "./negotiate.ts";
import { accented, lengthened, mirrored } from "./pseudo.ts";

const SPOKEN = ["ar-XB", "en", "en-XA", "zh-Hans"];

function culture(tag: string) {
  const found = cultures.find((culture) => culture.tag === tag);
  if (!found) throw new Error(`${tag} is not among the cultures`);
  return found;
}

describe("pseudo-locales are those of the server", () => {
  test("letters are accented", () => expect(accented("Hello, 8 of you!")).toBe("Ħḗŀŀǿ, 8 ǿƒ ẏǿŭ!"));
  test("words are turned one by one", () =>
    expect(mirrored("to be")).toBe("\u200f\u202eto\u202c\u200f \u200f\u202ebe\u202c\u200f"));
  test("messages grow by two fifths", () => {
    expect(lengthened("0123456789")).toBe("⟦0123456789 ~~~⟧");
    expect(lengthened("")).toBe("⟦⟧");
  });
});

describe("a culture is chosen as the server chooses it", () => {
  test.each([
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "en"],
    ["zh-TW,zh,en-US,en", "en"],
    ["zh-TW,zh-CN", "zh-Hans"],
    ["fr-CH,fr,zh", "zh-Hans"],
    ["en-XA", "en-XA"],
    ["ar", "en"],
    ["", "en"],
    ["!?,zh-CN", "zh-Hans"],
  ])("%s", (wanted, chosen) => expect(negotiate(wanted.split(","), SPOKEN)).toBe(chosen));

  test.each([
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["es-MX", "es"],
    ["zh-HK", "zh-Hant"],
    ["zh-TW", "zh-Hant"],
  ])("%s, by a wider tag", (wanted, chosen) =>
    expect(negotiate([wanted], ["en", "es", "pt-BR", "zh-Hans", "zh-Hant"])).toBe(chosen),
  );
});

describe("a culture's words", () => {
  const FTL =
    "greeting = Hello { $name }\nunread =\n    { $count ->\n        [one] { $count } message\n       *[other] { $count } messages\n    }";

  test("values are set apart and counted", () => {
    const text = Text.from(culture("en"), FTL);
    expect(text.say("greeting", { name: "Ada" })).toBe("Hello \u2068Ada\u2069");
    expect(text.say("unread", { count: 1 })).toContain("message");
    expect(text.say("unread", { count: 2 })).toContain("messages");
  });

  test("a pseudo-locale leaves values alone", () => {
    expect(Text.from(culture("en-XA"), FTL).say("greeting", { name: "Ada" })).toBe(
      "⟦Ħḗŀŀǿ \u2068Ada\u2069 ~~~~⟧",
    );
    expect(Text.from(culture("ar-XB"), FTL).say("greeting", { name: "Ada" })).toContain("\u2068Ada\u2069");
  });

  test("every culture loads what the app asks for", async () => {
    for (const one of cultures) expect((await Text.of(one)).say("web-language")).not.toBe("web-language");
  });

  test("times are as short as their distance allows", () => {
    const text = Text.from(culture("en"), "");
    const now = new Date(2026, 10, 28, 12).getTime();
    expect(text.when(new Date(2026, 10, 28, 9, 5).getTime(), now)).toMatch(/^9:05/);
    expect(text.when(new Date(2026, 10, 26, 9).getTime(), now)).toBe("Thu");
    expect(text.when(new Date(2026, 5, 1).getTime(), now)).toBe("Jun 1");
    expect(text.when(new Date(2024, 5, 1).getTime(), now)).toBe("6/1/24");
    expect(text.day(now, now)).toBe("Today");
    expect(text.day(new Date(2026, 10, 27, 23).getTime(), now)).toBe("Yesterday");
    expect(text.day(new Date(2026, 10, 20).getTime(), now)).toBe("Friday, November 20");
    expect(Text.from(culture("zh-Hans"), "").day(now, now)).toBe("今天");
  });
});
