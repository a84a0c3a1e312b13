// What belongs to a conversation, beside it where the screen is wide and over it where it is not; Escape closes it.

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { BackButton } from "./BackButton.tsx";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { isComposing } from "./keys.ts";
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
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented || isComposing(event)) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Led into={panel} />
      <header className={styles.head}>
        {onBack && <BackButton label={backLabel ?? ""} onPress={onBack} />}
        <h2 className={styles.title}>{title}</h2>
        <Button look="icon" aria-label={closeLabel} onPress={onClose}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}

/** Who opened it by keyboard is led into it, and back to where they were. It stands first, to see where that was before a field takes the focus. */
function Led({ into }: { into: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (!into.current?.contains(document.activeElement)) into.current?.focus({ preventScroll: true });
  }, [into]);
  return null;
}
