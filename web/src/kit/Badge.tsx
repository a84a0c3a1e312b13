// A small count, loud where somebody is called for. What it counts, hidden words say.

import styles from "./Badge.module.css";

export function Badge({ count, label, isLoud }: { count: string; label: string; isLoud: boolean }) {
  return (
    <span className={`${styles.badge} ${isLoud ? styles.loud : ""}`}>
      <span aria-hidden="true">{count}</span>
      <span className="hidden">{label}</span>
    </span>
  );
}
