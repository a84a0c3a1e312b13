// A button that opens a list of things to do.

import type { ReactNode } from "react";
import { MenuItem as AriaItem, Menu as AriaMenu, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Button } from "./Button.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Menu.module.css";

export interface MenuChoice {
  id: string;
  icon: IconName;
  label: string;
  isDangerous?: boolean;
  onChoose: () => void;
}

export interface MenuProps {
  label: string;
  choices: readonly MenuChoice[];
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Menu({ label, choices, onOpenChange, children }: MenuProps) {
  return (
    <MenuTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      <Button look="icon" aria-label={label}>
        {children}
      </Button>
      <Popover className={styles.popover ?? ""}>
        <AriaMenu className={styles.menu ?? ""} aria-label={label}>
          {choices.map(({ id, icon, label, isDangerous, onChoose }) => (
            <AriaItem
              key={id}
              id={id}
              textValue={label}
              className={`${styles.item} ${isDangerous ? styles.dangerous : ""}`}
              onAction={onChoose}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </AriaItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
