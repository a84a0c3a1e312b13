// The cultures that the app speaks, and how one is loaded.

import { cultures as spoken } from "virtual:cultures";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { negotiate } from "./negotiate.ts";
import { accented, lengthened, mirrored } from "./pseudo.ts";

export interface Culture {
  tag: string;
  /** In the culture's own language. */
  name: string;
  direction: "ltr" | "rtl";
  numerals: string;
  calendar: string;
  firstDayOfWeek: string;
  /** Derived from `en` to find flaws of layout; lists that people choose from leave it out. */
  isPseudo?: boolean;
  load: () => Promise<{ default: string }>;
}

export type Values = Record<string, FluentVariable>;

const STORED = "hearth.culture";

export const cultures: readonly Culture[] = [...spoken, ...pseudo()];

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

export function choose(culture: Culture): void {
  localStorage.setItem(STORED, culture.tag);
}

/** What a culture says and how it writes times and numbers. */
export class Text {
  private constructor(
    readonly culture: Culture,
    private readonly bundle: FluentBundle,
  ) {}

  static async of(culture: Culture): Promise<Text> {
    return Text.from(culture, (await culture.load()).default);
  }

  static from(culture: Culture, source: string): Text {
    const transform = { "en-XA": accented, "ar-XB": mirrored }[culture.tag];
    // The pseudo-locales take English plurals and dates.
    const bundle = new FluentBundle(culture.isPseudo ? "en" : culture.tag, transform ? { transform } : {});
    bundle.addResource(new FluentResource(source));
    return new Text(culture, bundle);
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
    return this.format({ hour: "numeric", minute: "2-digit" }).format(at);
  }

  /** Day and time, in full. */
  moment(at: number): string {
    return this.format({ dateStyle: "full", timeStyle: "short" }).format(at);
  }

  /** A day that heads what happened on it. */
  day(at: number, now: number): string {
    const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
    if (days === 0 || days === 1) {
      const words = new Intl.RelativeTimeFormat(this.locale, { numeric: "auto" }).format(-days, "day");
      return words.charAt(0).toLocaleUpperCase(this.locale) + words.slice(1);
    }
    const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : "numeric";
    return this.format({ weekday: "long", day: "numeric", month: "long", year }).format(at);
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
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** A share of a whole, from 0 to 1. */
  part(value: number): string {
    return new Intl.NumberFormat(this.locale, { style: "percent" }).format(value);
  }

  /** How large a file is. */
  size(bytes: number): string {
    const power = Math.min(3, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
    const unit = ["", "kilobyte", "megabyte", "gigabyte"][power] ?? "";
    const form = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
    const least = power === 1 ? Math.ceil(bytes / 1000) : bytes / 1000 ** power;
    return new Intl.NumberFormat(this.locale, form).format(least);
  }

  list(words: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: "conjunction" }).format(words);
  }

  private get locale(): string {
    const { tag, isPseudo, numerals, calendar } = this.culture;
    return isPseudo ? "en" : `${tag}-u-ca-${calendar}-nu-${numerals}`;
  }

  private formats = new Map<string, Intl.DateTimeFormat>();

  private format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    const format = this.formats.get(key) ?? new Intl.DateTimeFormat(this.locale, options);
    this.formats.set(key, format);
    return format;
  }
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
