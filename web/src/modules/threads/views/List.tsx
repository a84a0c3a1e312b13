// The threads of a room, the newest first, with what is unread in each.

import { useEffect, useMemo } from "react";
import { Avatar } from "../../../kit/Avatar.tsx";
import { Badge } from "../../../kit/Badge.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Threads } from "../../../matrix/threads.ts";
import type { Room, ThreadListed } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import { hrefOf, oneDeeper } from "../../rooms/places.ts";
import styles from "./views.module.css";

export function List({ member, room }: { member: Member; room: Room }) {
  const threads = useMemo(() => member.threads(room.id), [member, room.id]);
  return threads ? <Known threads={threads} room={room} /> : null;
}

function Known({ threads, room }: { threads: Threads; room: Room }) {
  const text = useText();
  const { state, list, hasMore } = useSignal(threads.known);
  useEffect(() => threads.open(), [threads]);
  return (
    <div className={styles.scroll}>
      <ul className="plain">
        {list.map((thread) => (
          <li key={thread.root.id}>
            <Line thread={thread} href={hrefOf(room.id, { threads: { root: thread.root.id } })} />
          </li>
        ))}
      </ul>
      {state === "fetching" && (
        <p className={styles.middle} role="status">
          <Spinner /> {text.say("threads-fetching")}
        </p>
      )}
      {state === "failed" && (
        <div className={styles.middle} role="alert">
          <p>{text.say("threads-failed")}</p>
          <Button onPress={() => void threads.more()}>{text.say("rooms-retry")}</Button>
        </div>
      )}
      {state === "here" && list.length === 0 && <p className={styles.middle}>{text.say("threads-none")}</p>}
      {state === "here" && hasMore && (
        <Button isWide look="quiet" onPress={() => void threads.more()}>
          {text.say("threads-more")}
        </Button>
      )}
    </div>
  );
}

function Line({ thread, href }: { thread: ThreadListed; href: string }) {
  const text = useText();
  const { root, count, unread, last } = thread;
  return (
    <Entry
      avatar={<Avatar id={root.sender.id} name={root.sender.name} picture={root.sender.picture} />}
      name={root.sender.name}
      when={text.when(last?.at ?? root.at, Date.now())}
      isNew={unread > 0}
      href={href}
      state={oneDeeper(true)}
    >
      <bdi className={styles.root}>{root.body ?? text.say("rooms-last-unreadable")}</bdi>
      <span className={`quiet ${styles.last}`}>
        <span className={styles.count}>{text.say("rooms-thread", { count })}</span>
        {last && <bdi>{text.say("rooms-last", { name: last.sender.name, body: last.body ?? "…" })}</bdi>}
        {unread > 0 && (
          <Badge count={text.number(unread)} label={text.say("rooms-unread", { count: unread })} isLoud />
        )}
      </span>
    </Entry>
  );
}
