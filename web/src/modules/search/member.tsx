// Looking for messages: in one room or in all, beside the conversation, whose messages the results lead to.

import { useEffect, useMemo, useState } from "react";
import { useSearch } from "wouter";
import { Avatar } from "../../kit/Avatar.tsx";
import { Button } from "../../kit/Button.tsx";
import { Entry } from "../../kit/Entry.tsx";
import { Panel } from "../../kit/Panel.tsx";
import { Search } from "../../kit/Search.tsx";
import { Spinner } from "../../kit/Spinner.tsx";
import { Toggle } from "../../kit/Toggle.tsx";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import { Finder } from "../../matrix/search.ts";
import type { Found, Room } from "../../matrix/types.ts";
import { used } from "../../signals/tell.ts";
import { useEmptySearch } from "../../signals/use.ts";
import { useText } from "../../text/text.tsx";
import { hrefOf } from "../rooms/places.ts";
import styles from "./member.module.css";
import { excerpt, Searching, WORDS_LETTERS } from "./model.ts";

const SECRET = { some: "search-secret-some", all: "search-secret-all" };

/** After the last letter. */
const WAIT_MS = 350;

const searches = new WeakMap<Member, Searching>();

/** What a member looks for; it stays while they go from result to result. */
function searchingOf(member: Member): Searching {
  const known = searches.get(member) ?? new Searching(new Finder(member.client));
  searches.set(member, known);
  return known;
}

export interface SearchPanelProps {
  member: Member;
  /** The room that is open. */
  room: Room | undefined;
  onClose: () => void;
}

export default function SearchPanel(props: SearchPanelProps) {
  // What was typed elsewhere to begin with.
  const begun = new URLSearchParams(useSearch()).get("words") ?? undefined;
  return <Looking key={begun} begun={begun} {...props} />;
}

function Looking({ member, room, begun, onClose }: SearchPanelProps & { begun: string | undefined }) {
  const text = useText();
  const searching = useMemo(() => searchingOf(member), [member]);
  const searched = useSignal(searching.searched);
  const [words, setWords] = useState(begun ?? searched.words);
  const [isEverywhere, setIsEverywhere] = useState(
    room === undefined || begun !== undefined || (searched.words !== "" && searched.roomId === undefined),
  );
  const roomId = isEverywhere ? undefined : room?.id;
  useEffect(() => used("search"), []);
  useEffect(() => {
    const now = searching.searched.get();
    if (now.words === words && now.roomId === roomId) return;
    const timer = setTimeout(() => void searching.look(words, roomId), words === "" ? 0 : WAIT_MS);
    return () => clearTimeout(timer);
  }, [searching, words, roomId]);
  return (
    <Panel title={text.say("search-title")} closeLabel={text.say("search-close")} onClose={onClose}>
      <search className={styles.ask}>
        <Search
          label={text.say("search-words")}
          value={words}
          onChange={(words) => setWords(words.slice(0, WORDS_LETTERS))}
          isFirst
        />
        {room && (
          <div className={styles.where}>
            <Toggle isOn={!isEverywhere} onChange={() => setIsEverywhere(false)}>
              {text.say("search-here")}
            </Toggle>
            <Toggle isOn={isEverywhere} onChange={() => setIsEverywhere(true)}>
              {text.say("search-everywhere")}
            </Toggle>
          </div>
        )}
      </search>
      <Results
        searching={searching}
        isEverywhere={isEverywhere}
        onEverywhere={room && !isEverywhere ? () => setIsEverywhere(true) : undefined}
      />
    </Panel>
  );
}

interface ResultsProps {
  searching: Searching;
  isEverywhere: boolean;
  onEverywhere: (() => void) | undefined;
}

function Results({ searching, isEverywhere, onEverywhere }: ResultsProps) {
  const text = useText();
  const { words, state, found, count, hasMore, isFurther, secrecy } = useSignal(searching.searched);
  useEmptySearch("messages", words, state === "here" && found.length === 0 && !hasMore);
  return (
    <>
      <p className={styles.told} role="status">
        {state === "searching" && <Spinner />}
        {state === "searching" && text.say("search-searching")}
        {state === "here" && found.length > 0 && text.say("search-count", { count })}
      </p>
      {secrecy !== "none" && <p className={styles.told}>{text.say(SECRET[secrecy])}</p>}
      <ul className={`plain ${styles.list}`}>
        {found.map((one) => (
          <li key={one.id}>
            <Result found={one} words={words} isEverywhere={isEverywhere} />
          </li>
        ))}
      </ul>
      {state === "here" && found.length === 0 && (
        <div className={styles.nothing}>
          <p>{text.say("search-nothing", { words })}</p>
          <p>{text.say("search-nothing-try")}</p>
          {onEverywhere && <Button onPress={onEverywhere}>{text.say("search-everywhere")}</Button>}
        </div>
      )}
      {state === "failed" && (
        <div className={styles.nothing} role="alert">
          <p>{text.say("search-failed")}</p>
          <Button onPress={() => void searching.more()}>{text.say("rooms-retry")}</Button>
        </div>
      )}
      {state === "here" && hasMore && (
        <Button look="quiet" isWide onPress={() => void searching.more()}>
          {text.say(isFurther ? "search-further" : "search-more")}
        </Button>
      )}
    </>
  );
}

function Result({ found, words, isEverywhere }: { found: Found; words: string; isEverywhere: boolean }) {
  const text = useText();
  const { sender, room, at, thread } = found;
  const href = hrefOf(room.id, { event: found.id, threads: thread ? { root: thread } : undefined });
  // Where the panel covers the conversation it makes way for what it led to; the back button brings it back.
  const stays = !thread && matchMedia("(min-width: 68rem)").matches;
  return (
    <Entry
      avatar={<Avatar id={sender.id} name={sender.name} picture={sender.picture} />}
      name={sender.name}
      when={text.when(at, Date.now())}
      href={stays ? `${href}?panel=search` : href}
    >
      {isEverywhere && <bdi className="quiet">{room.name}</bdi>}
      <span className={styles.body} dir="auto" data-content="">
        {excerpt(found.body, words).map((part, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
          part.isFound ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
        )}
      </span>
    </Entry>
  );
}
