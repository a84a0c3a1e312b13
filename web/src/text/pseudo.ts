// The pseudo-locales, as crates/i18n/src/pseudo.rs makes them: `en` made strange but readable, so that text that is
// not translated, cut off or laid out for one direction only is seen at a glance.

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const STRANGE = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";
const ACCENTS = new Map([...PLAIN].map((letter, at) => [letter, [...STRANGE][at] ?? letter]));

export function accented(text: string): string {
  return [...text].map((letter) => ACCENTS.get(letter) ?? letter).join("");
}

/** Each word between marks that force it from right to left. */
export function mirrored(text: string): string {
  return text.replaceAll(/\p{Alphabetic}+/gu, "\u200f\u202e$&\u202c\u200f");
}

/** Two fifths longer, and in brackets. */
export function lengthened(message: string): string {
  const longer = Math.ceil(([...message].length * 2) / 5);
  return `⟦${message}${" ~~~~".repeat(Math.ceil(longer / 5)).slice(0, longer)}⟧`;
}
