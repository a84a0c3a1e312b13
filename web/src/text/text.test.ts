import { describe, expect, test } from "vitest";
import { byPreference, cultures, Text } from "./culture.ts";
import { overridesFrom } from "./customs.ts";
import { negotiate } from "./negotiate.ts";
import { greetingOn, type Occasion, occasionsOn } from "./occasions.ts";
import { accented, lengthened, mirrored } from "./pseudo.ts";
import { regional } from "./region.ts";

const SPOKEN = ["ar-XB", "en", "en-XA", "zh-Hans"];

function words(ftl: string, occasions: readonly Occasion[] = []) {
  return { default: ftl, occasions, stickers: [] };
}

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

describe("a region has its own dates, clock and week", () => {
  test.each([
    ["en", "en-GB,en", "en-GB", "h23"],
    ["en", "de-DE,en-US", "en-US", "h12"],
    ["zh-Hans", "zh-SG", "zh-Hans-SG", "h12"],
  ])("%s in a browser with %s", (language, wanted, locale, hourCycle) =>
    expect(regional(language, wanted.split(","))).toMatchObject({ locale, hourCycle }),
  );
  test.each([
    ["en", "en,de-DE"],
    ["en", "?!"],
    ["zh-Hans", "zh-TW"],
    ["pt-BR", "pt-PT"],
  ])("%s in a browser with %s is as everywhere", (language, wanted) =>
    expect(regional(language, wanted.split(","))).toBeUndefined(),
  );
  test("dates are written so", () => {
    const british = { ...culture("en"), locale: "en-GB" };
    expect(Text.from(british, words("")).when(Date.UTC(2024, 0, 31, 12), Date.UTC(2026, 0, 1))).toBe(
      "31/01/2024",
    );
  });
});

describe("a culture's words", () => {
  const FTL =
    "greeting = Hello { $name }\nunread =\n    { $count ->\n        [one] { $count } message\n       *[other] { $count } messages\n    }";

  test("values are set apart and counted", () => {
    const text = Text.from(culture("en"), words(FTL));
    expect(text.say("greeting", { name: "Ada" })).toBe("Hello \u2068Ada\u2069");
    expect(text.say("unread", { count: 1 })).toContain("message");
    expect(text.say("unread", { count: 2 })).toContain("messages");
  });

  test("a pseudo-locale leaves values alone", () => {
    expect(Text.from(culture("en-XA"), words(FTL)).say("greeting", { name: "Ada" })).toBe(
      "⟦Ħḗŀŀǿ \u2068Ada\u2069 ~~~~⟧",
    );
    expect(Text.from(culture("ar-XB"), words(FTL)).say("greeting", { name: "Ada" })).toContain(
      "\u2068Ada\u2069",
    );
  });

  test("every culture loads what the app asks for", async () => {
    for (const one of cultures) expect((await Text.of(one)).say("web-language")).not.toBe("web-language");
  });

  test("times are as short as their distance allows", () => {
    const text = Text.from(culture("en"), words(""));
    const now = new Date(2026, 10, 28, 12).getTime();
    expect(text.when(new Date(2026, 10, 28, 9, 5).getTime(), now)).toMatch(/^9:05/);
    expect(text.when(new Date(2026, 10, 26, 9).getTime(), now)).toBe("Thu");
    expect(text.when(new Date(2026, 5, 1).getTime(), now)).toBe("Jun 1");
    expect(text.when(new Date(2024, 5, 1).getTime(), now)).toBe("6/1/24");
    expect(text.day(now, now)).toBe("Today");
    expect(text.day(new Date(2026, 10, 27, 23).getTime(), now)).toBe("Yesterday");
    expect(text.day(new Date(2026, 10, 20).getTime(), now)).toBe("Friday, November 20");
    expect(Text.from(culture("zh-Hans"), words("")).day(now, now)).toBe("今天");
  });
});

describe("customs", () => {
  const at = new Date(2026, 2, 20, 15, 5).getTime();
  const arabic = { ...culture("en"), tag: "ar", locale: "ar", calendar: "gregory", numerals: "arab" };

  test("numerals are those of the culture, in words too", () => {
    const text = Text.from(arabic, words("n = { $n }"));
    expect(text.number(1234)).toContain("١");
    expect(text.say("n", { n: 42 })).toContain("٤٢");
    expect(text.with({ numerals: "latn" }).say("n", { n: 42 })).toContain("42");
  });

  test("a member's own calendar, hours and numerals count at once", () => {
    const text = Text.from(culture("en"), words(""));
    expect(text.time(at)).toMatch(/^3:05/);
    expect(text.with({ hourCycle: "h23" }).time(at)).toBe("15:05");
    expect(text.with({ calendar: "buddhist" }).moment(at)).toContain("2569");
    expect(Text.from(arabic, words(""), { calendar: "islamic-umalqura" }).moment(at)).toContain("شوال");
  });

  test("names stand in the reader's order", () => {
    const text = Text.from(culture("en"), words(""));
    const first = text.with({ nameOrder: "family-first" });
    expect(text.name({ given: "太郎", family: "山田" })).toBe("太郎 山田");
    expect(first.name({ given: "太郎", family: "山田" })).toBe("山田太郎");
    expect(first.name({ given: "Anna", family: "Nagy" })).toBe("Nagy Anna");
    expect(first.name({ given: "Ada", family: "" })).toBe("Ada");
  });

  test("names of both directions are set apart in a list", () =>
    expect(Text.from(culture("en"), words("")).list(["Ada", "سلمى"])).toBe(
      "\u2068Ada\u2069 and \u2068سلمى\u2069",
    ));

  test("a week begins on its first day", () => {
    const week = Text.from(culture("en"), words(""), { firstDayOfWeek: "saturday" }).week();
    expect(week.map(({ day }) => day)[0]).toBe("saturday");
    expect(week.filter(({ isFree }) => isFree).map(({ day }) => day)).toEqual(["saturday", "sunday"]);
  });

  test("quiet hours pass midnight, and last longer on free days", () => {
    const off = [{ name: "Day off", month: 3, day: 20, day_off: true }];
    const quietHours = { from: "22:00", to: "07:00", toOnDaysOff: "09:00" };
    const text = Text.from(culture("en"), words("", off), { quietHours });
    const clock = (day: number, hour: number) => text.isQuiet(new Date(2026, 2, day, hour).getTime());
    expect([clock(18, 21), clock(18, 22), clock(19, 3), clock(19, 7)]).toEqual([false, true, true, false]);
    expect([clock(20, 8), clock(20, 9)]).toEqual([true, false]);
    expect(clock(21, 8)).toBe(true);
  });

  test("what was kept is read only where it is understood", () => {
    const kept = { calendar: "persian", numerals: "roman", density: 1, quietHours: { from: "25:00" }, x: 1 };
    expect(overridesFrom(kept)).toEqual({ calendar: "persian" });
    for (const broken of [undefined, null, 3, "x", []]) expect(overridesFrom(broken)).toEqual({});
  });
});

describe("occasions", () => {
  const day = (iso: string) => new Date(`${iso}T18:00:00`).getTime();
  const on = (occasion: Partial<Occasion>, iso: string) =>
    occasionsOn([{ name: "x", ...occasion }], day(iso)).length === 1;

  test.each([
    [{ month: 12, day: 25 }, "2026-12-25"],
    [{ calendar: "chinese", month: 1, day: 1 }, "2026-02-17"],
    [{ calendar: "chinese", month: 1, day: 1, days: 4 }, "2027-02-09"],
    [{ calendar: "chinese", month: 8, day: 15 }, "2026-09-25"],
    [{ calendar: "dangi", month: 1, day: 1 }, "2026-02-17"],
    [{ calendar: "islamic-umalqura", month: 10, day: 1 }, "2026-03-20"],
    [{ month: 1, weekday: "monday", nth: 2 }, "2026-01-12"],
    [{ month: 5, weekday: "monday", nth: -1 }, "2026-05-25"],
    [{ easter: -2 }, "2026-04-03"],
    [{ easter: -48 }, "2026-02-16"],
    [{ easter: 50 }, "2027-05-17"],
    [{ orthodox_easter: 0 }, "2026-04-12"],
    [{ dates: ["2026-11-08"] }, "2026-11-08"],
  ] as [Partial<Occasion>, string][])("%o is on %s", (occasion, iso) => {
    expect(on(occasion, iso)).toBe(true);
    expect(on({ ...occasion, days: 1 }, "2026-06-03")).toBe(false);
  });

  test("what was announced for a year stands in place of the rule", () => {
    const eid = { calendar: "islamic-umalqura", month: 10, day: 1, dates: ["2026-03-21"] };
    expect([on(eid, "2026-03-20"), on(eid, "2026-03-21"), on(eid, "2027-03-09")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test("a leap month has no festivals", () => {
    // 2025 had a sixth month twice.
    expect(on({ calendar: "chinese", month: 6, day: 8 }, "2025-07-02")).toBe(true);
    expect(on({ calendar: "chinese", month: 6, day: 8 }, "2025-08-01")).toBe(false);
  });

  test("nothing is wished while somebody mourns, nor by a calendar that is not wanted", () => {
    const festival = { name: "f", greeting: "Hurray", month: 3, day: 20 };
    const lunar = { name: "l", greeting: "Eid", calendar: "islamic-umalqura", month: 10, day: 1 };
    const mourning = { name: "m", sensitive: true, dates: ["2026-03-20"] };
    const at = day("2026-03-20");
    expect(greetingOn([festival, lunar], at, true)?.name).toBe("f");
    expect(greetingOn([lunar], at, true)?.name).toBe("l");
    expect(greetingOn([lunar], at, false)).toBeUndefined();
    expect(greetingOn([festival, lunar, mourning], at, true)).toBeUndefined();
    expect(greetingOn([{ ...festival, greeting: "" }], at, true)).toBeUndefined();
  });
});

describe("without a connection", () => {
  const lost = { ...culture("de"), load: () => Promise.reject(new TypeError()) };

  test("the words of another culture stand in for those that are not here", async () => {
    expect((await Text.ofFirst([lost, culture("fr"), culture("en")])).culture.tag).toBe("fr");
    await expect(Text.ofFirst([lost])).rejects.toThrow();
  });

  test("the preferred culture comes first, then English", () => {
    localStorage.setItem("hearth.culture", "vi");
    const tags = byPreference().map(({ tag }) => tag);
    localStorage.removeItem("hearth.culture");
    expect(tags.slice(0, 2)).toEqual(["vi", "en"]);
    expect(new Set(tags).size).toBe(15);
  });
});
