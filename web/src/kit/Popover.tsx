// A button that opens a small panel beside it.

import type { ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover as AriaPopover } from "react-aria-components/Popover";
import { Button } from "./Button.tsx";
import styles from "./Popover.module.css";

export interface PopoverProps {
  label: string;
  trigger: ReactNode;
  onOpenChange?: (isOpen: boolean) => void;
  children: (close: () => void) => ReactNode;
}

export function Popover({ label, trigger, onOpenChange, children }: PopoverProps) {
  return (
    <DialogTrigger {...(onOpenChange ? { onOpenChange } : {})}>
      <Button look="icon" aria-label={label}>
        {trigger}
      </Button>
      <AriaPopover className={styles.popover ?? ""}>
        <Dialog className={styles.panel ?? ""} aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
