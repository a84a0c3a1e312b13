// Something that is on or off at a press.

import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import styles from "./Toggle.module.css";

export interface ToggleProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  children: ReactNode;
}

export function Toggle({ isOn, onChange, children }: ToggleProps) {
  return (
    <ToggleButton className={styles.toggle ?? ""} isSelected={isOn} onChange={onChange}>
      {children}
    </ToggleButton>
  );
}
