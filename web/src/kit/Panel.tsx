// What belongs to a conversation, beside it where the screen is wide and over it where it is not; Escape closes it.

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./Panel.module.css";

export interface PanelProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Where it was opened from another panel: the way back to that. */
  backLabel?: string | undefined;
  onBack?: (() => void) | undefined;
  children: ReactNode;
}

export function Panel({ title, closeLabel, onClose, backLabel, onBack, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  // Who opened it by keyboard is led into it, and back to where they were.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        {onBack && (
          <Button look="icon" aria-label={backLabel ?? ""} onPress={onBack}>
            <Icon name="back" />
          </Button>
        )}
        <h2 className={styles.title}>{title}</h2>
        <Button look="icon" aria-label={closeLabel} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
