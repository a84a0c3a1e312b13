// Something offered beside everything else, which can be put away.

import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import styles from "./Card.module.css";
import { Icon } from "./Icon.tsx";

export interface CardProps {
  title: string;
  words: string;
  closeLabel: string;
  onClose: () => void;
  /** What can be done, beside putting it away. */
  children?: ReactNode;
}

export function Card({ title, words, closeLabel, onClose, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <div>
        <strong>{title}</strong>
        <p>{words}</p>
        {children}
      </div>
      <Button look="icon" aria-label={closeLabel} onPress={onClose}>
        <Icon name="close" size={15} />
      </Button>
    </section>
  );
}
