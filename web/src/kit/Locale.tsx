// Tells the component library the culture, by which it turns arrow keys and lays out menus.

import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

export interface LocaleProps {
  culture: { tag: string; direction: "ltr" | "rtl"; isPseudo?: boolean };
  children: ReactNode;
}

export function Locale({ culture, children }: LocaleProps) {
  // A pseudo-locale is a language that the library knows, in the same direction.
  const tag = culture.isPseudo ? { ltr: "en", rtl: "ar" }[culture.direction] : culture.tag;
  return <I18nProvider locale={tag}>{children}</I18nProvider>;
}
