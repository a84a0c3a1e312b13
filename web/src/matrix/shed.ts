// Lets go of what was said long ago, so that a busy room takes no more memory after a day than after an hour.

import {
  Direction,
  type EventTimeline,
  type EventTimelineSet,
  type MatrixClient,
  type MatrixEvent,
  Method,
} from "matrix-js-sdk";

/** Events of a conversation that the page keeps at most, and how many are left when it lets go. */
const KEPT_MAX = 1_000;
const KEPT = 500;

const busy = new WeakSet<EventTimelineSet>();

/** Those of open conversations, which let go by themselves: somebody may be reading further up. */
export const opened = new Set<EventTimelineSet>();

/** Of a room that nobody has open. */
export function shedUnopened(client: MatrixClient, roomId: string): void {
  const set = client.getRoom(roomId)?.getUnfilteredTimelineSet();
  if (!set || opened.has(set)) return;
  shedGaps(set);
  void shed(client, set);
}

/**
 * Leaves the newest events where there are too many; those before are fetched again when somebody scrolls to them.
 * `shorter` hears of it at once: nobody may count from the old beginning any more.
 */
export async function shed(client: MatrixClient, set: EventTimelineSet, shorter?: () => void): Promise<void> {
  const roomId = set.room?.roomId;
  const timeline = set.getLiveTimeline();
  const events = timeline.getEvents();
  const first = events.at(-KEPT)?.getId();
  if (events.length <= KEPT_MAX || !roomId || !first || set.thread || busy.has(set)) return;
  busy.add(set);
  try {
    const path = `/rooms/${encodeURIComponent(roomId)}/context/${encodeURIComponent(first)}`;
    const { start } = await client.http.authedRequest<{ start?: string }>(Method.Get, path, { limit: 0 });
    const at = events.findIndex((event) => event.getId() === first);
    if (!start || at < 0 || timeline !== set.getLiveTimeline()) return;
    for (const event of events.slice(0, at)) remove(set, event);
    timeline.setPaginationToken(start, Direction.Backward);
    shorter?.();
  } catch {
    // Without a connection nothing comes in either.
  } finally {
    busy.delete(set);
  }
}

/**
 * Lets go of what was here before a gap, as after a while without a connection or when more was said at once than one answer
 * has, and of what a link led to: the SDK keeps it for who might come back to it. Nobody may be there.
 */
export function shedGaps(set: EventTimelineSet): void {
  const joined = new Set<EventTimeline>();
  let timeline: EventTimeline | null = set.getLiveTimeline();
  for (; timeline; timeline = timeline.getNeighbouringTimeline(Direction.Backward)) joined.add(timeline);
  const timelines = set.getTimelines();
  for (const one of timelines.filter((one) => !joined.has(one))) {
    for (const event of [...one.getEvents()]) remove(set, event);
    timelines.splice(timelines.indexOf(one), 1);
  }
}

function remove(set: EventTimelineSet, event: MatrixEvent): void {
  const id = event.getId() ?? "";
  set.removeEvent(id);
  // What others said of it goes too, which the SDK would keep; not that of a message whose thread may be open.
  if (!set.room?.getThread(id)) set.relations["relations"].delete(id);
}
