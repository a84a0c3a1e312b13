import { expect, test } from "vitest";
import { cultures, Text } from "../../text/culture.ts";
import { changed, customs, times, USUAL } from "./model.ts";

const english = cultures.find(({ tag }) => tag === "en");
if (!english) throw new Error("English is missing.");
const text = await Text.of(english);

function custom(of: Text, key: string) {
  const found = customs(of).find((one) => one.key === key);
  if (!found) throw new Error(`${key} cannot be chosen`);
  return found;
}

test("what is usual stands first, and is chosen until the member decides", () => {
  const calendar = custom(text, "calendar");
  expect(calendar.value).toBe(USUAL);
  expect(calendar.options[0]?.label).toContain("Gregorian Calendar");
  expect(custom(text.with({ calendar: "persian" }), "calendar").value).toBe("persian");
  for (const { options } of customs(text)) {
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  }
});

test("choices are shown as they will look", () => {
  const said = (key: string, value: string) =>
    custom(text, key).options.find((option) => option.value === value)?.label;
  expect(said("numerals", "arab")).toBe("١٢٣");
  expect(said("hourCycle", "h23")).toBe("15:30");
  expect(said("firstDayOfWeek", "sunday")).toBe("Sunday");
});

test("what is usual is not kept, so that it follows the language", () => {
  const own = changed({}, "calendar", "persian");
  expect(own).toEqual({ calendar: "persian" });
  expect(changed(own, "density", "compact")).toEqual({ calendar: "persian", density: "compact" });
  expect(changed(own, "calendar", USUAL)).toEqual({});
});

test("a time between the half hours can stay chosen", () => {
  const options = times(text, { from: "22:15", to: "07:00", toOnDaysOff: "09:00" });
  expect(options).toHaveLength(49);
  expect(options.map(({ value }) => value)).toContain("22:15");
});
