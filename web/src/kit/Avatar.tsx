// Somebody or something as a coloured disc with a letter; the same name always has the same colour.

import styles from "./Avatar.module.css";

const COLOURS = 8;

export interface AvatarProps {
  /** What the colour is chosen by. */
  id: string;
  name: string;
  size?: "s" | "m" | "l";
  isSquare?: boolean;
}

export function Avatar({ id, name, size = "m", isSquare = false }: AvatarProps) {
  const classes = [
    styles.avatar,
    styles[size],
    styles[`colour${colourOf(id)}`],
    isSquare ? styles.square : "",
  ];
  return (
    <span className={classes.join(" ")} aria-hidden="true">
      {initial(name)}
    </span>
  );
}

/** The first letter or sign as a reader sees it, which may be several code points. */
export function initial(name: string): string {
  const text = name.trim().replace(/^[@#]/, "");
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  return first?.segment.toLocaleUpperCase() ?? "?";
}

export function colourOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % COLOURS;
}
