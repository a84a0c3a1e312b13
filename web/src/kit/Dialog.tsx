// A question or a form in front of everything else; Escape, the cross and a press beside it close it.

import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./Button.tsx";
import styles from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";

export interface DialogProps {
  title: string;
  closeLabel: string;
  /** It takes the whole window. */
  isFull?: boolean;
  /** Something is typed or under way in it: a press beside it does not close it. */
  isFirm?: boolean;
  /** Without it nothing closes the dialog but what stands in it. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

export function Dialog({
  title,
  closeLabel,
  isFull = false,
  isFirm = false,
  onClose,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen
      isDismissable={!isFirm && onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => isOpen || onClose?.()}
    >
      <Modal className={`${styles.modal} ${isFull ? styles.full : ""}`}>
        <AriaDialog className={styles.dialog ?? ""}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ""}>
              {title}
            </Heading>
            {onClose && (
              <Button look="icon" aria-label={closeLabel} onPress={onClose}>
                <Icon name="close" />
              </Button>
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
