// What can stand for what is being typed: people after an @, emoji after a colon. The field keeps the focus.

import { useEffect, useMemo, useRef, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import type { Person } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import type { Emoji } from "../../emoji/model.ts";
import { completed, type Draft, emojiAt, mentionAt, suggested, withSign } from "../composing.ts";
import styles from "./Completion.module.css";

/** Emoji that a completion shows. */
const SHOWN = 6;

type Offer = { person: Person } | { emoji: Emoji };

export interface Completing {
  offers: readonly Offer[];
  chosen: number;
  /** Whether a key is for the list, which then has used it. */
  takes: (key: string) => boolean;
  complete: (offer: Offer) => void;
  /** Something else was typed. */
  restart: () => void;
}

export interface CompletionWish {
  draft: Draft;
  caret: number;
  people: () => Person[];
  onComplete: (done: { draft: Draft; caret: number }) => void;
}

export function useCompletion({ draft, caret, people, onComplete }: CompletionWish): Completing {
  const [chosen, setChosen] = useState(0);
  const [isClosed, setIsClosed] = useState(false);
  const named = isClosed ? undefined : mentionAt(draft.text, caret);
  const signed = isClosed ? undefined : emojiAt(draft.text, caret);
  const emoji = useFound(signed?.words);
  const known = useSuggested(named?.words, people);
  const offers: Offer[] = named ? known.map((person) => ({ person })) : emoji.map((emoji) => ({ emoji }));
  const complete = (offer: Offer) => {
    if ("person" in offer && named) onComplete(completed(draft, named.from, caret, offer.person));
    if ("emoji" in offer && signed) onComplete(withSign(draft, signed.from, caret, offer.emoji.sign));
  };
  const takes = (key: string) => {
    const offer = offers[chosen];
    if (!offer) return false;
    if (key === "ArrowDown") setChosen((chosen + 1) % offers.length);
    else if (key === "ArrowUp") setChosen((chosen + offers.length - 1) % offers.length);
    else if (key === "Escape") setIsClosed(true);
    else if (key === "Enter" || key === "Tab") complete(offer);
    else return false;
    return true;
  };
  const restart = () => {
    setChosen(0);
    setIsClosed(false);
  };
  return { offers, chosen, takes, complete, restart };
}

/** People of these words. Everybody in a large room is looked at once for each name that is begun. */
function useSuggested(words: string | undefined, people: () => Person[]): readonly Person[] {
  const latest = useRef(people);
  latest.current = people;
  const isNamed = words !== undefined;
  const all = useMemo(() => (isNamed ? latest.current() : []), [isNamed]);
  return useMemo(() => (words === undefined ? [] : suggested(all, words)), [all, words]);
}

/** Emoji of these words, once their names are here. */
function useFound(words: string | undefined): readonly Emoji[] {
  const { culture } = useText();
  const [found, setFound] = useState<readonly Emoji[]>([]);
  useEffect(() => {
    if (words === undefined) {
      setFound([]);
      return;
    }
    let isWanted = true;
    const find = async () => {
      const { emojiOf, found } = await import("../../emoji/model.ts");
      const all = await emojiOf(culture.tag);
      if (isWanted) setFound(found(all, words, SHOWN));
    };
    void find().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [words, culture]);
  return words === undefined ? [] : found;
}

export function Completion({ id, completion }: { id: string; completion: Completing }) {
  const text = useText();
  const { offers, chosen, complete } = completion;
  const [first] = offers;
  if (!first) return null;
  const label = text.say("person" in first ? "rooms-mention" : "emoji-offered");
  return (
    <div id={id} className={styles.offered} role="listbox" aria-label={label}>
      {offers.map((offer, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={"person" in offer ? offer.person.id : offer.emoji.sign}
          id={`${id}${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onClick={() => complete(offer)}
          onPointerDown={(event) => event.preventDefault()}
        >
          {"person" in offer ? (
            <>
              <Avatar id={offer.person.id} name={offer.person.name} picture={offer.person.picture} size="s" />
              <bdi>{offer.person.name}</bdi>
              <bdi className={styles.address}>{offer.person.id}</bdi>
            </>
          ) : (
            <>
              <span className={styles.sign}>{offer.emoji.sign}</span>
              <bdi>{offer.emoji.name}</bdi>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
