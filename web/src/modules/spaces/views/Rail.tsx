// The member's communities, to narrow the list to one: a column beside it where the screen is wide, a row above it where not.

import { Avatar } from "../../../kit/Avatar.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Space } from "../../../matrix/spaces.ts";
import type { Room } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { unreadIn } from "../model.ts";
import styles from "./Rail.module.css";

export interface RailProps {
  spaces: readonly Space[];
  rooms: readonly Room[];
  /** The id of the one that the list is narrowed to. */
  chosen: string | undefined;
  onChoose: (spaceId: string | undefined) => void;
}

export function Rail({ spaces, rooms, chosen, onChoose }: RailProps) {
  const text = useText();
  return (
    <div className={styles.rail} data-rail="" role="group" aria-label={text.say("spaces-rail")}>
      <button
        type="button"
        className={styles.space}
        aria-pressed={chosen === undefined}
        aria-label={text.say("spaces-all")}
        title={text.say("spaces-all")}
        onClick={() => onChoose(undefined)}
      >
        <span className={styles.all}>
          <Icon name="message" size={20} />
        </span>
      </button>
      {spaces.map((space) => {
        const unread = unreadIn(space, rooms);
        return (
          <button
            key={space.id}
            type="button"
            className={styles.space}
            aria-pressed={chosen === space.id}
            title={space.name}
            onClick={() => onChoose(space.id)}
          >
            <bdi className="hidden">{space.name}</bdi>
            <Avatar id={space.id} name={space.name} picture={space.picture} isSquare />
            {unread > 0 && (
              <span className={styles.dot}>
                <span className="hidden">{text.say("rooms-unread", { count: unread })}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
