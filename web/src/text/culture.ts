// The cultures that the app speaks, and how one is loaded.

import { cultures as spoken } from "virtual:cultures";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { type Customs, type Overrides, overridesFrom, WEEKDAYS, type Weekday } from "./customs.ts";
import { negotiate } from "./negotiate.ts";
import { type Occasion, occasionsOn } from "./occasions.ts";
import { accented, lengthened, mirrored } from "./pseudo.ts";
import { regional } from "./region.ts";

export interface Culture extends Omit<Customs, "greetings"> {
  tag: string;
  /** In the culture's own language. */
  name: string;
  direction: "ltr" | "rtl";
  /** The way in that people are used to. */
  favouredSignIn: "password" | "qr-code" | "single-sign-on";
  /** In years, where the law has one. */
  minimumAge?: number;
  /** The tag with the region of the reader, where the browser has one. */
  locale?: string;
  /** Derived from `en` to find flaws of layout; lists that people choose from leave it out. */
  isPseudo?: boolean;
  load: () => Promise<Spoken>;
}

/** What is fetched when a culture is chosen. */
export interface Spoken {
  /** Its messages. */
  default: string;
  occasions: readonly Occasion[];
  /** Emoji that people there answer with. */
  stickers: readonly string[];
}

export type Values = Record<string, FluentVariable>;

const STORED = "hearth.culture";
const STORED_OVERRIDES = "hearth.region";

/** With what is usual in the region that the browser is set to. */
export const cultures: readonly Culture[] = [
  ...spoken.map((culture) => ({ ...culture, ...regional(culture.tag, navigator.languages) })),
  ...pseudo(),
];

function pseudo(): Culture[] {
  const source = spoken.find((culture) => culture.tag === "en");
  if (!source) return [];
  return [
    { ...source, tag: "en-XA", name: "[Ȧƈƈḗƞŧḗḓ]", isPseudo: true },
    { ...source, tag: "ar-XB", name: "Mirrored", direction: "rtl", isPseudo: true },
  ];
}

/** The culture that somebody chose, or that their browser asks for. */
export function preferred(): Culture {
  const chosen = localStorage.getItem(STORED);
  const tag = negotiate(
    [...(chosen ? [chosen] : []), ...navigator.languages],
    cultures.map((culture) => culture.tag),
  );
  const found = cultures.find((culture) => culture.tag === tag) ?? cultures[0];
  if (!found) throw new Error("There is no culture.");
  return found;
}

/** In the order in which they can stand in for each other: the preferred one, English, any other. */
export function byPreference(): Culture[] {
  const preference = [preferred().tag, "en"];
  const rank = ({ tag }: Culture) => (preference.includes(tag) ? preference.indexOf(tag) : preference.length);
  return cultures
    .filter(({ isPseudo, tag }) => !isPseudo || preference[0] === tag)
    .sort((one, other) => rank(one) - rank(other));
}

export function choose(culture: Culture): void {
  localStorage.setItem(STORED, culture.tag);
}

/** What this browser remembers of the member's own customs, until the server has been asked. */
export function overrides(): Overrides {
  try {
    return overridesFrom(JSON.parse(localStorage.getItem(STORED_OVERRIDES) ?? "{}"));
  } catch {
    return {};
  }
}

export function remember(overrides: Overrides): void {
  localStorage.setItem(STORED_OVERRIDES, JSON.stringify(overrides));
}

/** Messages are parsed once, whatever customs they are said with. */
const resources = new WeakMap<Spoken, FluentResource>();

/** What a culture says and how its people write times, numbers and names. */
export class Text {
  /** The culture's, where the member has not decided otherwise. */
  readonly customs: Customs;

  private constructor(
    readonly culture: Culture,
    private readonly spoken: Spoken,
    readonly overrides: Overrides,
    private readonly bundle: FluentBundle,
  ) {
    this.customs = { greetings: true, ...culture, ...overrides };
  }

  static async of(culture: Culture, overrides: Overrides = {}): Promise<Text> {
    return Text.from(culture, await culture.load(), overrides);
  }

  /** Of the first of these whose words can be fetched: without a connection there may be others than the wanted ones. */
  static async ofFirst([culture, ...others]: readonly Culture[], overrides: Overrides = {}): Promise<Text> {
    if (!culture) throw new Error("No culture's words could be fetched.");
    return Text.of(culture, overrides).catch(() => Text.ofFirst(others, overrides));
  }

  static from(culture: Culture, spoken: Spoken, overrides: Overrides = {}): Text {
    const transform = { "en-XA": accented, "ar-XB": mirrored }[culture.tag];
    // The pseudo-locales take English plurals and dates.
    const numerals = overrides.numerals ?? culture.numerals;
    const tag = `${culture.isPseudo ? "en" : culture.tag}-u-nu-${numerals}`;
    const bundle = new FluentBundle(tag, transform ? { transform } : {});
    const resource = resources.get(spoken) ?? new FluentResource(spoken.default);
    resources.set(spoken, resource);
    bundle.addResource(resource);
    return new Text(culture, spoken, overrides, bundle);
  }

  /** The same words with other customs. */
  with(overrides: Overrides): Text {
    return Text.from(this.culture, this.spoken, overrides);
  }

  get stickers(): readonly string[] {
    return this.spoken.stickers;
  }

  get occasions(): readonly Occasion[] {
    return this.spoken.occasions;
  }

  /** A message; values in it are set apart by isolates, so that directions do not mix. */
  say = (key: string, values: Values = {}): string => {
    const pattern = this.bundle.getMessage(key)?.value;
    if (!pattern) return key;
    const said = this.bundle.formatPattern(pattern, values, []);
    return this.culture.tag === "en-XA" ? lengthened(said) : said;
  };

  /** The time of day. */
  time(at: number): string {
    return this.format({ timeStyle: "short" }).format(at);
  }

  /** Day and time, in full. */
  moment(at: number): string {
    return this.format({ dateStyle: "full", timeStyle: "short" }).format(at);
  }

  /** A day that heads what happened on it. */
  day(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
    if (days === 0 || days === 1) {
      const words = this.formatter(Intl.RelativeTimeFormat, { numeric: "auto" }).format(-days, "day");
      return words.charAt(0).toLocaleUpperCase(this.locale) + words.slice(1);
    }
    const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
    return this.format({
      weekday: "long",
      day: "numeric",
      month: "long",
      year,
    }).format(at);
  }

  /** As short as a list has room for: the time today, the weekday this week, then the date. */
  when(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
    if (days === 0) return this.time(at);
    if (days < 7) return this.format({ weekday: "short" }).format(at);
    const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return this.format(isThisYear ? { day: "numeric", month: "short" } : { dateStyle: "short" }).format(at);
  }

  number(value: number): string {
    return this.formatter(Intl.NumberFormat, {}).format(value);
  }

  /** A share of a whole, from 0 to 1. */
  part(value: number): string {
    return this.formatter(Intl.NumberFormat, { style: "percent" }).format(value);
  }

  /** How large a file is. */
  size(bytes: number): string {
    const power = Math.min(3, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
    const unit = ["", "kilobyte", "megabyte", "gigabyte"][power] ?? "";
    const form = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
    const least = power === 1 ? Math.ceil(bytes / 1000) : bytes / 1000 ** power;
    return this.formatter(Intl.NumberFormat, form).format(least);
  }

  /** Each set apart, so that names of both directions stand in their order. */
  list(words: readonly string[]): string {
    const apart = words.map((word) => `\u2068${word}\u2069`);
    return this.formatter(Intl.ListFormat, { type: "conjunction" }).format(apart);
  }

  /** A person's name in the reader's order; Chinese, Japanese and Korean letters stand without a space. */
  name({ given, family }: { given: string; family: string }): string {
    if (!given || !family) return given || family;
    const isFamilyFirst = this.customs.nameOrder === "family-first";
    const gap = isFamilyFirst && TOGETHER.test(given + family) ? "" : " ";
    return isFamilyFirst ? `${family}${gap}${given}` : `${given} ${family}`;
  }

  /** The days of a week in their order, by their short names. */
  week(): { day: Weekday; name: string; isFree: boolean }[] {
    const first = WEEKDAYS.indexOf(this.customs.firstDayOfWeek);
    return [...WEEKDAYS.slice(first), ...WEEKDAYS.slice(0, first)].map((day) => ({
      day,
      name: this.weekday(day, "short"),
      isFree: this.customs.weekend.includes(day),
    }));
  }

  weekday(day: Weekday, length: "short" | "long"): string {
    // The first day of 2024 was a Monday.
    return this.format({ weekday: length }).format(new Date(2024, 0, 1 + WEEKDAYS.indexOf(day)));
  }

  /** Whether the member does not want to be disturbed. */
  isQuiet(at: number): boolean {
    const now = new Date(at);
    const { from, to, toOnDaysOff } = this.customs.quietHours;
    const weekday = WEEKDAYS[(now.getDay() + 6) % 7];
    const isFree =
      (weekday !== undefined && this.customs.weekend.includes(weekday)) ||
      occasionsOn(this.occasions, at).some(({ day_off }) => day_off);
    const [begin, end] = [minutes(from), minutes(isFree ? toOnDaysOff : to)];
    const minute = now.getHours() * 60 + now.getMinutes();
    return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
  }

  /** The language, which for a pseudo-locale is English. */
  get language(): string {
    return this.culture.isPseudo ? "en" : this.culture.tag;
  }

  /** The language with the customs, as `Intl` is asked. */
  get locale(): string {
    const { calendar, numerals, hourCycle } = this.customs;
    return `${this.culture.locale ?? this.language}-u-ca-${calendar}-hc-${hourCycle}-nu-${numerals}`;
  }

  private format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.formatter(Intl.DateTimeFormat, options);
  }

  private readonly formatters = new Map<string, unknown>();

  /** To make one takes longer than to use it a hundred times. */
  private formatter<Formatter, Options>(
    Kind: new (locale: string, options: Options) => Formatter,
    options: Options,
  ): Formatter {
    const key = `${Kind.name} ${JSON.stringify(options)}`;
    const known = this.formatters.get(key) as Formatter | undefined;
    const formatter = known ?? new Kind(this.locale, options);
    this.formatters.set(key, formatter);
    return formatter;
  }
}

/** Letters of languages that write names without a space. */
const TOGETHER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u;

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
