// What a member can choose about their customs, and what a choice changes.

import type { Text } from "../../text/culture.ts";
import {
  CALENDARS,
  type Customs,
  DENSITIES,
  HOUR_CYCLES,
  NAME_ORDERS,
  NUMERALS,
  type Overrides,
  type QuietHours,
  WEEKDAYS,
  WEEKENDS,
} from "../../text/customs.ts";

/** Chosen by who wants what is usual. */
export const USUAL = "";

export interface Option {
  value: string;
  label: string;
}

export interface Custom {
  key: Exclude<keyof Customs, "quietHours" | "greetings" | "lunarFestivals">;
  label: string;
  value: string;
  options: readonly Option[];
}

/** Each custom with what the member has chosen; first stands what is usual where the language is spoken. */
export function customs(text: Text): Custom[] {
  const calendars = new Intl.DisplayNames(text.locale, { type: "calendar" });
  const clock = (hourCycle: "h12" | "h23") =>
    new Intl.DateTimeFormat(text.locale, { hour: "numeric", minute: "2-digit", hourCycle }).format(AFTERNOON);
  const digits = (numberingSystem: string) =>
    new Intl.NumberFormat(text.locale, { numberingSystem }).format(123);
  const named = (
    key: Custom["key"],
    label: string,
    known: readonly string[],
    say: (one: string) => string,
  ) => ({
    key,
    label: text.say(label),
    value: String(text.overrides[key] ?? USUAL),
    options: [
      { value: USUAL, label: text.say("cultures-usual", { what: say(String(text.culture[key])) }) },
      ...known.map((value) => ({ value, label: say(value) })),
    ],
  });
  return [
    named("calendar", "cultures-calendar", CALENDARS, (one) => calendars.of(one) ?? one),
    named("numerals", "cultures-numerals", NUMERALS, digits),
    named("hourCycle", "cultures-hours", HOUR_CYCLES, (one) => clock(one as "h12")),
    named("firstDayOfWeek", "cultures-week", WEEKDAYS, (one) => text.weekday(one as "monday", "long")),
    named("weekend", "cultures-weekend", WEEKENDS.map(String), (days) =>
      text.list(days.split(",").map((day) => text.weekday(day as "monday", "long"))),
    ),
    named("nameOrder", "cultures-names", NAME_ORDERS, (one) => text.say(NAMES[one as "given-first"])),
    named("density", "cultures-density", DENSITIES, (one) => text.say(SPACINGS[one as "compact"])),
  ];
}

const AFTERNOON = new Date(2024, 0, 1, 15, 30).getTime();
const NAMES = { "given-first": "cultures-names-given", "family-first": "cultures-names-family" };
const SPACINGS = { compact: "cultures-density-compact", roomy: "cultures-density-roomy" };

/** What was chosen of these, as it is kept. */
export function chosen(key: Custom["key"], value: string): never {
  return (
    key === "weekend" && value !== USUAL ? WEEKENDS.find((days) => String(days) === value) : value
  ) as never;
}

/** The overrides with one custom changed; what is usual is not kept, so that it follows the language. */
export function changed<Key extends keyof Customs>(
  before: Overrides,
  key: Key,
  value: Customs[Key] | typeof USUAL,
): Overrides {
  const { [key]: _, ...others } = before;
  return value === USUAL ? others : { ...others, [key]: value };
}

/** Every half hour, and what a culture or another app has set between. */
export function times(text: Text, quietHours: QuietHours): Option[] {
  const halves = Array.from({ length: 48 }, (_, at) => {
    const minute = at % 2 === 0 ? "00" : "30";
    return `${String(Math.floor(at / 2)).padStart(2, "0")}:${minute}`;
  });
  const all = [...new Set([...halves, ...Object.values(quietHours)])].sort();
  return all.map((value) => {
    const [hour = 0, minute = 0] = value.split(":").map(Number);
    return { value, label: text.time(new Date(2024, 0, 1, hour, minute).getTime()) };
  });
}
