// Somebody or something by their picture, or as a coloured disc with a letter; the same name always has the same colour.

import { createContext, useContext, useEffect, useState } from "react";
import styles from "./Avatar.module.css";

const COLOURS = 8;

const LETTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Where the page finds a picture by its address; without a source the letter stays. */
export const PictureSource = createContext<((address: string) => Promise<string>) | undefined>(undefined);

export interface AvatarProps {
  /** What the colour is chosen by. */
  id: string;
  name: string;
  /** The picture's address. */
  picture?: string | undefined;
  size?: "s" | "m" | "l";
  isSquare?: boolean;
}

export function Avatar({ id, name, picture, size = "m", isSquare = false }: AvatarProps) {
  const [source, setSource] = useState<string>();
  const find = useContext(PictureSource);
  useEffect(() => {
    setSource(undefined);
    if (!picture || !find) return;
    let isWanted = true;
    find(picture).then(
      (source) => isWanted && setSource(source),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [picture, find]);
  const classes = [
    styles.avatar,
    styles[size],
    styles[`colour${colourOf(id)}`],
    isSquare ? styles.square : "",
  ];
  return (
    <span className={classes.join(" ")} aria-hidden="true">
      {initial(name)}
      {source && <img className={styles.picture} src={source} alt="" />}
    </span>
  );
}

/** The first letter or sign as a reader sees it, which may be several code points. */
export function initial(name: string): string {
  const text = name.trim().replace(/^[@#]/, "");
  const [first] = LETTERS.segment(text);
  return first?.segment.toLocaleUpperCase() ?? "?";
}

export function colourOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % COLOURS;
}
