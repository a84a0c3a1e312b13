// What stands in the middle of the place where a conversation would be; where that is the whole screen, with the way back.

import type { ReactNode } from "react";
import { BackButton } from "./BackButton.tsx";
import styles from "./Middle.module.css";

export interface MiddleProps {
  isBusy?: boolean;
  backLabel?: string;
  onBack?: () => void;
  children: ReactNode;
}

export function Middle({ isBusy = false, backLabel = "", onBack, children }: MiddleProps) {
  return (
    <section className={styles.middle} aria-busy={isBusy}>
      {children}
      {onBack && <BackButton className={styles.back} label={backLabel} onPress={onBack} />}
    </section>
  );
}
