// The rooms in their sections, with what is new in each.

import { memo, useState } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Badge } from "../../../kit/Badge.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Search } from "../../../kit/Search.tsx";
import { Toggle } from "../../../kit/Toggle.tsx";
import type { Room } from "../../../matrix/types.ts";
import { useEmptySearch } from "../../../signals/use.ts";
import { useText } from "../../../text/text.tsx";
import { hasUnread, sections } from "../model.ts";
import { FROM_LIST, hrefOf } from "../places.ts";
import styles from "./RoomList.module.css";

/** A count beyond this says only that it is many. */
const COUNT_MAX = 99;

const TITLES = {
  invites: "rooms-section-invites",
  favourites: "rooms-section-favourites",
  people: "rooms-section-people",
  rooms: "rooms-section-rooms",
};

export interface RoomListProps {
  rooms: readonly Room[];
  openRoom: string | undefined;
  /** Looks for words in what was said. */
  onSearch: (words: string) => void;
}

export function RoomList({ rooms, openRoom, onSearch }: RoomListProps) {
  const text = useText();
  const [words, setWords] = useState("");
  const [onlyUnread, setOnlyUnread] = useState(false);
  const listed = sections(rooms, { words, onlyUnread });
  const today = new Date().setHours(0, 0, 0, 0);
  useEmptySearch("filter", words, listed.length === 0);
  return (
    <nav className={styles.list} aria-label={text.say("rooms-list")}>
      <Filter words={words} onWords={setWords} onlyUnread={onlyUnread} onUnread={setOnlyUnread} />
      <div className={styles.scroll}>
        {listed.map(({ section, rooms }) => (
          <section key={section} aria-labelledby={`section-${section}`}>
            <h2 id={`section-${section}`} className={styles.title}>
              {text.say(TITLES[section])}
            </h2>
            <ul className="plain">
              {rooms.map((room) => (
                <li key={room.id}>
                  <Line
                    room={room}
                    isOpen={room.id === openRoom}
                    isAlone={openRoom === undefined}
                    today={today}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {listed.length === 0 && (
          <p className={styles.nothing}>
            {text.say(rooms.length === 0 ? "rooms-list-empty" : "rooms-filter-nothing")}
          </p>
        )}
        {words.trim() !== "" && (
          <Button look="quiet" isWide className={styles.search ?? ""} onPress={() => onSearch(words.trim())}>
            <Icon name="search" size={16} />
            <span>{text.say("search-for", { words: words.trim() })}</span>
          </Button>
        )}
      </div>
    </nav>
  );
}

interface FilterProps {
  words: string;
  onWords: (words: string) => void;
  onlyUnread: boolean;
  onUnread: (onlyUnread: boolean) => void;
}

/** The same whichever room is open. */
const Filter = memo(function Filter({ words, onWords, onlyUnread, onUnread }: FilterProps) {
  const text = useText();
  return (
    <div className={styles.filter}>
      <Search label={text.say("rooms-filter")} value={words} onChange={onWords} />
      <Toggle isOn={onlyUnread} onChange={onUnread}>
        {text.say("rooms-filter-unread")}
      </Toggle>
    </div>
  );
});

interface LineProps {
  room: Room;
  isOpen: boolean;
  /** The list stands alone, and is what is behind the room. */
  isAlone: boolean;
  /** When the day began, by which it is told when something was said. */
  today: number;
}

/** Drawn anew only where its room has something new: lists are long. */
const Line = memo(function Line({ room, isOpen, isAlone, today }: LineProps) {
  const text = useText();
  const isUnread = hasUnread(room);
  const isLoud = room.mentions > 0;
  return (
    <Entry
      avatar={<Avatar id={room.face} name={room.name} picture={room.picture} isSquare={!room.isDirect} />}
      name={room.name}
      when={room.lastAt > 0 ? text.when(room.lastAt, today) : undefined}
      isNew={isUnread}
      isOpen={isOpen}
      href={hrefOf(room.id)}
      state={isAlone ? FROM_LIST : undefined}
    >
      <span className={styles.bottom}>
        <span className={`${styles.last} ${isOpen || isUnread ? "" : "quiet"}`}>
          {room.isEncrypted && <Icon name="lock" size={12} />}
          <bdi>{useLast(room)}</bdi>
        </span>
        {room.unreadThreads > 0 && (
          <Badge
            count={<Icon name="thread" size={12} />}
            label={text.say("rooms-threads", { count: room.unreadThreads })}
            isLoud={isLoud}
          />
        )}
        {room.unread > 0 && (
          <Badge
            count={room.unread > COUNT_MAX ? `${text.number(COUNT_MAX)}+` : text.number(room.unread)}
            label={text.say("rooms-unread", { count: room.unread })}
            isLoud={isLoud}
          />
        )}
      </span>
    </Entry>
  );
});

/** What is told of the newest message. */
function useLast(room: Room): string {
  const text = useText();
  const { last, invitedBy, membership, isDirect } = room;
  if (membership === "invite") return text.say("rooms-invited-by", { name: invitedBy?.name ?? "" });
  if (!last) return text.say("rooms-last-nothing");
  const body = last.body ?? text.say("rooms-last-unreadable");
  if (last.isOwn) return text.say("rooms-last-own", { body });
  return isDirect ? body : text.say("rooms-last", { name: last.sender.name, body });
}
