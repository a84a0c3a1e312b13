// Which festivals and days of mourning a day has, by the rules of culture.toml.

import { WEEKDAYS, type Weekday } from "./customs.ts";

/** As it stands in culture.toml; which day it is follows from a rule, or was announced. */
export interface Occasion {
  name: string;
  greeting?: string;
  day_off?: boolean;
  sensitive?: boolean;
  days?: number;
  calendar?: string;
  month?: number;
  day?: number;
  weekday?: Weekday;
  /** Which of the month's such weekdays; -1 is the last. */
  nth?: number;
  easter?: number;
  orthodox_easter?: number;
  dates?: string[];
}

/** Those of the day that somebody's clock shows. */
export function occasionsOn(occasions: readonly Occasion[], at: number): Occasion[] {
  return occasions.filter(({ days = 1, ...occasion }) => {
    for (let before = 0; before < days; before += 1) if (begins(occasion, dayBefore(at, before))) return true;
    return false;
  });
}

/** What is wished today: never on a day on which somebody mourns, and of another calendar only where that is wanted. */
export function greetingOn(
  occasions: readonly Occasion[],
  at: number,
  lunarFestivals: boolean,
): Occasion | undefined {
  const today = occasionsOn(occasions, at);
  if (today.some(({ sensitive }) => sensitive)) return undefined;
  return today.find(
    ({ greeting, calendar = "gregory" }) => greeting && (lunarFestivals || calendar === "gregory"),
  );
}

function begins(occasion: Occasion, date: Date): boolean {
  const { calendar = "gregory", month, day, weekday, nth, easter, orthodox_easter, dates } = occasion;
  const iso = isoDate(date);
  if (dates?.includes(iso)) return true;
  // In a year of which the date was announced, no rule counts.
  if (dates?.some((announced) => announced.slice(0, 4) === iso.slice(0, 4))) return false;
  if (easter !== undefined) return daysBetween(easterSunday(date.getFullYear()), date) === easter;
  if (orthodox_easter !== undefined) {
    return daysBetween(orthodoxEasterSunday(date.getFullYear()), date) === orthodox_easter;
  }
  if (weekday !== undefined) {
    if (date.getMonth() + 1 !== month || WEEKDAYS[(date.getDay() + 6) % 7] !== weekday) return false;
    const isLast = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 7).getMonth() + 1 !== month;
    return nth === -1 ? isLast : Math.ceil(date.getDate() / 7) === nth;
  }
  if (calendar === "gregory") return date.getMonth() + 1 === month && date.getDate() === day;
  const [shownMonth, shownDay] = monthAndDay(calendar, date);
  return shownMonth === String(month) && shownDay === String(day);
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** A leap month has letters in it, so it is no other's. */
function monthAndDay(calendar: string, date: Date): (string | undefined)[] {
  const format =
    FORMATS.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { month: "numeric", day: "numeric" });
  FORMATS.set(calendar, format);
  const parts = format.formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value;
  return [part("month"), part("day")];
}

/** By the algorithm of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const day = h + l - 7 * m + 114;
  return new Date(year, Math.floor(day / 31) - 1, (day % 31) + 1);
}

/** The same chapter's for the Julian calendar, which is 13 days behind until 2100. */
function orthodoxEasterSunday(year: number): Date {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const day = d + e + 114;
  return new Date(year, Math.floor(day / 31) - 1, (day % 31) + 1 + 13);
}

function dayBefore(at: number, days: number): Date {
  const date = new Date(at);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days, 12);
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / 86_400_000);
}

function isoDate(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
