// One line of a list: whom or what it is about, more words beneath, and what can be done at its end.

import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./Entry.module.css";

export interface EntryProps {
  avatar: ReactNode;
  name: string;
  /** By which what stands at the end says of whom it is. */
  nameId?: string;
  /** When it was, in words. */
  when?: string | undefined;
  /** There is something in it that was not read. */
  isNew?: boolean;
  /** It is what is open. */
  isOpen?: boolean;
  /** A press is being answered. */
  isBusy?: boolean;
  /** Beneath the name, each cut at the end of its line. */
  children?: ReactNode;
  end?: ReactNode;
  /** Where it leads, or what it does; nothing of both where only its end does something. */
  href?: string;
  /** What the history keeps of the way there. */
  state?: object | undefined;
  onPress?: () => void;
}

export function Entry({ isNew, isOpen, isBusy = false, href, state, onPress, ...shown }: EntryProps) {
  const className = [
    styles.entry,
    shown.when ? styles.said : "",
    isNew ? styles.new : "",
    isOpen ? styles.open : "",
  ].join(" ");
  if (href !== undefined) {
    return (
      <Link href={href} state={state} className={className} aria-current={isOpen ? "page" : undefined}>
        <Parts {...shown} />
      </Link>
    );
  }
  if (onPress) {
    return (
      <button type="button" className={className} aria-disabled={isBusy} onClick={onPress}>
        <Parts {...shown} />
      </button>
    );
  }
  return (
    <div className={className}>
      <Parts {...shown} />
    </div>
  );
}

function Parts({ avatar, name, nameId, when, children, end }: EntryProps) {
  return (
    <>
      {avatar}
      <span className={styles.words}>
        <span className={styles.top}>
          <bdi className={styles.name} id={nameId}>
            {name}
          </bdi>
          {when && <time className={styles.when}>{when}</time>}
        </span>
        {children}
      </span>
      {end}
    </>
  );
}
