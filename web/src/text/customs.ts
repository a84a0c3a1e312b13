// What a culture does its own way beside words, and what a member may decide otherwise for themselves.

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A time of day, as `22:00`. */
export interface QuietHours {
  from: string;
  to: string;
  /** When they end at weekends and on days off. */
  toOnDaysOff: string;
}

/** What each member may change; the keys are those of culture.toml. */
export interface Customs {
  calendar: string;
  numerals: string;
  /** Whether a festival is greeted. */
  greetings: boolean;
  /** Whether occasions of another calendar are shown. */
  lunarFestivals: boolean;
  firstDayOfWeek: Weekday;
  /** Days on which most people do not work. */
  weekend: readonly Weekday[];
  hourCycle: "h12" | "h23";
  nameOrder: "given-first" | "family-first";
  density: "compact" | "roomy";
  quietHours: QuietHours;
}

export type Overrides = Partial<Customs>;

export const CALENDARS = [
  "gregory",
  "buddhist",
  "chinese",
  "dangi",
  "hebrew",
  "indian",
  "islamic-civil",
  "islamic-umalqura",
  "japanese",
  "persian",
  "roc",
] as const;
export const NUMERALS = [
  "latn",
  "arab",
  "arabext",
  "beng",
  "deva",
  "hanidec",
  "khmr",
  "mymr",
  "thai",
] as const;
export const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
/** The weekends that countries have. */
export const WEEKENDS: readonly (readonly Weekday[])[] = [
  ["saturday", "sunday"],
  ["friday", "saturday"],
  ["thursday", "friday"],
  ["friday"],
  ["sunday"],
];
export const HOUR_CYCLES = ["h12", "h23"] as const;
export const NAME_ORDERS = ["given-first", "family-first"] as const;
export const DENSITIES = ["compact", "roomy"] as const;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** What is understood of overrides that another device, or another version of the app, has kept. */
export function overridesFrom(kept: unknown): Overrides {
  if (typeof kept !== "object" || kept === null) return {};
  const said = kept as Record<string, unknown>;
  const found: Overrides = {};
  const take = <Key extends keyof Customs>(key: Key, known: readonly Customs[Key][]) => {
    const value = known.find((one) => one === said[key]);
    if (value !== undefined) found[key] = value;
  };
  take("calendar", CALENDARS);
  take("numerals", NUMERALS);
  take("greetings", [true, false]);
  take("lunarFestivals", [true, false]);
  take("firstDayOfWeek", WEEKDAYS);
  take("hourCycle", HOUR_CYCLES);
  take("nameOrder", NAME_ORDERS);
  const weekend = WEEKENDS.find((days) => String(days) === String(said["weekend"]));
  if (weekend) found.weekend = weekend;
  take("density", DENSITIES);
  const hours = said["quietHours"] as Partial<Record<keyof QuietHours, unknown>> | undefined;
  const { from, to, toOnDaysOff } = hours ?? {};
  if (isTime(from) && isTime(to) && isTime(toOnDaysOff)) found.quietHours = { from, to, toOnDaysOff };
  return found;
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && TIME.test(value);
}
