// The conversations that were open last, kept as they were left: who comes back to one sees it at once.

import { Activity, Fragment, memo, useEffect, useRef } from "react";
import type { Member } from "../../../matrix/member.ts";
import type { Timeline } from "../../../matrix/timeline.ts";
import type { Room } from "../../../matrix/types.ts";
import { Talk } from "./Talk.tsx";

/** Conversations in the page, with the one that is open. */
const KEPT = 4;

export interface TalksProps {
  member: Member;
  room: Room;
  /** The message that a link leads to. */
  event: string | undefined;
}

/** A conversation as it was drawn last. */
interface Visit extends TalksProps {
  key: number;
  timeline: Timeline;
}

export function Talks(props: TalksProps) {
  const visits = useRef<readonly Visit[]>([]);
  visits.current = visited(visits.current, props);
  const now = visits.current.find(({ room, member }) => room.id === props.room.id && member === props.member);
  // In an order of their own: what is moved in the page is laid out anew, and scrolls back.
  const all = visits.current.toSorted((one, other) => one.key - other.key);
  return all.map(({ key, ...visit }) => (
    <Fragment key={key}>
      <Following timeline={visit.timeline} />
      <Activity mode={key === now?.key ? "visible" : "hidden"}>
        <Kept {...visit} />
      </Activity>
    </Fragment>
  ));
}

/** Drawn anew only while it is open. */
const Kept = memo(Talk);

/** Also what is out of sight stays true. */
function Following({ timeline }: { timeline: Timeline }) {
  useEffect(() => timeline.open(), [timeline]);
  return null;
}

let visitsMade = 0;

/** The open one comes last. A room in which something happened meanwhile is entered anew, and leads to what is new. */
function visited(visits: readonly Visit[], props: TalksProps): readonly Visit[] {
  const { member, room } = props;
  const known = visits.find((visit) => visit.room.id === room.id && visit.member === member);
  const isKept = known && (known === visits.at(-1) || known.room === room);
  const timeline = isKept ? known.timeline : member.timeline(room.id);
  if (!isKept) visitsMade += 1;
  // One that would be entered anew is not followed any longer.
  const rooms = member.rooms.get();
  const others = visits.filter(
    (visit) => visit !== known && visit.member === member && rooms.includes(visit.room),
  );
  if (!timeline) return others;
  return [...others.slice(1 - KEPT), { ...props, timeline, key: isKept ? known.key : visitsMade }];
}
