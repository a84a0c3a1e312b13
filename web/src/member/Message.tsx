// One thing to know, on a screen of its own, and what can be done.

import type { ReactNode } from "react";
import { Flame } from "../kit/Flame.tsx";
import styles from "./Message.module.css";

export function Message({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <main className={styles.message}>
      <Flame size={48} />
      <h1>{title}</h1>
      <p>{words}</p>
      <div className="buttons">{children}</div>
    </main>
  );
}
