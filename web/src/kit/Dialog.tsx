// A question or a form in front of everything else; Escape and the cross close it.

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
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ title, closeLabel, isFull = false, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className={`${styles.modal} ${isFull ? styles.full : ""}`}>
        <AriaDialog className={styles.dialog ?? ""}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ""}>
              {title}
            </Heading>
            <Button look="icon" aria-label={closeLabel} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
