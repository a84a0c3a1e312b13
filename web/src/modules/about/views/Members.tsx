// Everybody in a room with their role. Only what is seen is in the page, so ten thousand are as fast as ten.

import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Search } from "../../../kit/Search.tsx";
import { Toggle } from "../../../kit/Toggle.tsx";
import type { About } from "../../../matrix/about.ts";
import type { Attendee } from "../../../matrix/details.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useText } from "../../../text/text.tsx";
import type { PanelName } from "../../rooms/panel.ts";
import { listed, roleOf, roleText } from "../model.ts";
import styles from "./Members.module.css";

/** Height of a line in pixels before it has been measured. */
const LINE = 52;

const KINDS = [
  ["join", "about-members-here"],
  ["invite", "about-members-invited"],
  ["knock", "about-members-asking"],
  ["ban", "about-members-banned"],
] as const;

export function Members({ about, onPanel }: { about: About; onPanel: (panel: PanelName) => void }) {
  const text = useText();
  const people = useSignal(about.people);
  const { usual } = useSignal(about.details);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Attendee["membership"]>("join");
  const wanted = useDeferredValue(words);
  const kinds = KINDS.filter(([kind]) => people.some(({ membership }) => membership === kind));
  // The last of a kind may have been let in, or have left.
  const kind = kinds.some(([kind]) => kind === chosen) ? chosen : "join";
  const { locale } = text;
  const shown = useMemo(() => listed(people, wanted, kind, locale), [people, wanted, kind, locale]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
  });
  return (
    <>
      <div className={styles.filter}>
        <Search label={text.say("about-members-search")} value={words} onChange={setWords} />
        {kinds.length > 1 && (
          <div className={styles.kinds}>
            {kinds.map(([one, key]) => (
              <Toggle key={one} isOn={one === kind} onChange={() => setChosen(one)}>
                {text.say(key)}
              </Toggle>
            ))}
          </div>
        )}
      </div>
      {shown.length === 0 && <p className={styles.nothing}>{text.say("rooms-find-nothing")}</p>}
      <div ref={scroller} className={styles.scroller}>
        <ul className={`plain ${styles.all}`} style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const one = shown[index];
            if (!one) return null;
            const isMarked = roleOf(one.level) !== "member" && one.level !== usual;
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
                data-index={index}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
              >
                <Entry
                  avatar={<Avatar id={one.id} name={one.name} picture={one.picture} />}
                  name={one.name}
                  end={isMarked && <span className={styles.role}>{text.say(...roleText(one.level))}</span>}
                  onPress={() => onPanel(one.id as PanelName)}
                >
                  <bdi className="quiet">{one.id}</bdi>
                </Entry>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}
