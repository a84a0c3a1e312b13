// A small count or sign, loud where somebody is called for. What it counts, hidden words say.

import type { ReactNode } from "react";
import styles from "./Badge.module.css";

export function Badge({ count, label, isLoud }: { count: ReactNode; label: string; isLoud: boolean }) {
  return (
    <span className={`${styles.badge} ${isLoud ? styles.loud : ""}`}>
      <span aria-hidden="true">{count}</span>
      <span className="hidden">{label}</span>
    </span>
  );
}
