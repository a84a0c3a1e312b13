// A button: the main one of a view, a plain, a quiet or a dangerous one, or one that shows an icon alone.

import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components/Button";
import styles from "./Button.module.css";
import { Spinner } from "./Spinner.tsx";

export interface ButtonProps extends Omit<AriaProps, "className" | "style" | "children" | "isPending"> {
  look?: "main" | "plain" | "quiet" | "danger" | "icon";
  isWide?: boolean;
  /** What it does is under way; a second press does nothing, and the focus stays. */
  isBusy?: boolean;
  className?: string;
  children: ReactNode;
}

export function Button({
  look = "plain",
  isWide,
  isBusy,
  className,
  type,
  onPress,
  children,
  ...props
}: ButtonProps) {
  const classes = [styles.button, styles[look], isWide && styles.wide, className].filter(Boolean).join(" ");
  return (
    <AriaButton
      {...props}
      {...(onPress && !isBusy ? { onPress } : {})}
      type={isBusy ? "button" : (type ?? "button")}
      aria-disabled={isBusy === true}
      className={classes}
    >
      {isBusy && <Spinner />}
      {children}
    </AriaButton>
  );
}
