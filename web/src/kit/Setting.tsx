// One line of the settings: what it is, how it stands, and what changes it.

import type { ReactNode } from "react";
import styles from "./Setting.module.css";

export interface SettingProps {
  title: string;
  words?: string;
  children: ReactNode;
}

export function Setting({ title, words, children }: SettingProps) {
  return (
    <div className={styles.setting}>
      <span>
        <strong>{title}</strong>
        {words && <span className={styles.words}>{words}</span>}
      </span>
      {children}
    </div>
  );
}
