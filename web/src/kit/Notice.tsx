// Says in place what a reader has to know now.

import { type ReactNode, useEffect } from "react";
import { tell } from "../signals/tell.ts";
import type { ErrorCode } from "../signals/words.ts";
import { Icon } from "./Icon.tsx";
import styles from "./Notice.module.css";

export interface NoticeProps {
  isWrong?: boolean;
  /** Of an error that nobody else tells of: what it is. */
  code?: ErrorCode;
  children: ReactNode;
}

export function Notice({ isWrong = false, code, children }: NoticeProps) {
  useEffect(() => {
    if (code) tell("error_shown", code);
  }, [code]);
  return (
    <div className={`${styles.notice} ${isWrong ? styles.wrong : ""}`} role={isWrong ? "alert" : "status"}>
      <Icon name={isWrong ? "warning" : "shield"} size={17} />
      <div>{children}</div>
    </div>
  );
}
