// Who or what a page is about: a large picture, the name, and more words beneath.

import type { ReactNode } from "react";
import styles from "./Face.module.css";

export interface FaceProps {
  avatar: ReactNode;
  name: string;
  /** It is of the page itself, not of a part of one. */
  isPage?: boolean;
  children?: ReactNode;
}

export function Face({ avatar, name, isPage = false, children }: FaceProps) {
  const Name = isPage ? "h1" : "h3";
  return (
    <div className={styles.face}>
      {avatar}
      <Name className={styles.name}>
        <bdi>{name}</bdi>
      </Name>
      {children}
    </div>
  );
}
