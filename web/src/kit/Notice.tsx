// Says in place what a reader has to know now.

import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Notice.module.css";

export function Notice({ isWrong = false, children }: { isWrong?: boolean; children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${isWrong ? styles.wrong : ""}`} role={isWrong ? "alert" : "status"}>
      <Icon name={isWrong ? "warning" : "shield"} size={17} />
      <div>{children}</div>
    </div>
  );
}
