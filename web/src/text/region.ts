// What the region that a browser is set to has otherwise than the language alone: how dates are written, the clock,
// the week.

import { type Customs, WEEKDAYS, WEEKENDS } from "./customs.ts";

/** Of the ones that a browser may not know yet. */
interface Week {
  firstDay: number;
  weekend: readonly number[];
}

/** What is usual where the reader is. */
export interface Regional extends Partial<Pick<Customs, "hourCycle" | "firstDayOfWeek" | "weekend">> {
  /** The language with the region, by which dates and numbers are written. */
  locale: string;
}

/** For a language without a region of its own, the first region that the browser asks for it with. */
export function regional(language: string, wanted: readonly string[]): Regional | undefined {
  const spoken = new Intl.Locale(language);
  if (spoken.region) return undefined;
  const full = spoken.maximize();
  const here = wanted.map(localeOf).find((one) => {
    const other = one?.maximize();
    return one?.region && other?.language === full.language && other.script === full.script;
  });
  if (!here?.region) return undefined;
  const locale = `${spoken.baseName}-${here.region}`;
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  return {
    locale,
    hourCycle: hourCycle === "h11" || hourCycle === "h12" ? "h12" : "h23",
    ...weekOf(locale),
  };
}

function weekOf(locale: string): Pick<Regional, "firstDayOfWeek" | "weekend"> {
  const known = new Intl.Locale(locale) as { getWeekInfo?: () => Week };
  const week = known.getWeekInfo?.();
  if (!week) return {};
  const dayOf = (number: number) => WEEKDAYS[number - 1];
  const firstDayOfWeek = dayOf(week.firstDay);
  const weekend = WEEKENDS.find((days) => String(days) === String(week.weekend.map(dayOf)));
  return { ...(firstDayOfWeek && { firstDayOfWeek }), ...(weekend && { weekend }) };
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
