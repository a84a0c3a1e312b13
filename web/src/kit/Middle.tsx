// What stands in the middle of the place where a conversation would be; where that is the whole screen, with the way back.

import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
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
      {onBack && (
        <Button look="icon" className={styles.back ?? ""} aria-label={backLabel} onPress={onBack}>
          <Icon name="back" />
        </Button>
      )}
    </section>
  );
}
