// A question or a form in front of everything else; Escape and the cross close it.

import { type ReactNode, useEffect, useRef } from "react";
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
  useWayBack(onClose);
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

/** What goes back on a device, such as a phone's gesture, closes what is in front and leaves what is behind as it is. */
function useWayBack(onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const { CloseWatcher } = globalThis as { CloseWatcher?: new () => EventTarget & { destroy(): void } };
    if (!CloseWatcher) return;
    const watcher = new CloseWatcher();
    watcher.addEventListener("close", () => close.current());
    return () => watcher.destroy();
  }, []);
}
