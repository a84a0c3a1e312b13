// The part of a conversation that is held in the page: it pages both ways and lets go of its other end.

import {
  Direction,
  type EventTimelineSet,
  type MatrixClient,
  type MatrixEvent,
  TimelineWindow,
} from "matrix-js-sdk";

/** Events fetched at once when somebody scrolls. */
const PAGE = 50;

/** Events held at most, so that no change costs more than a look at so many. */
const HELD = 400;

/** The SDK's windows listen as long as their room is known, so each conversation has one. */
const windows = new WeakMap<EventTimelineSet, TimelineWindow>();

export class Window {
  private readonly held: TimelineWindow;
  private isNewest = true;

  /** Counts where the reader was led to: an answer that comes after the next is no place any more. */
  private turn = 0;

  constructor(
    private readonly client: MatrixClient,
    private readonly set: EventTimelineSet,
  ) {
    this.held = windows.get(set) ?? new TimelineWindow(client, set, { windowLimit: HELD });
    windows.set(set, this.held);
    this.newest();
  }

  events(): MatrixEvent[] {
    return this.held.getEvents();
  }

  get hasOlder(): boolean {
    return this.held.canPaginate(Direction.Backward);
  }

  /** Whether something was said after its last event; what is said now comes in by itself only if not. */
  get hasNewer(): boolean {
    return !this.isNewest;
  }

  /** To the newest events, which are here. */
  newest(): void {
    this.turn += 1;
    void this.held.load(undefined, PAGE);
    this.isNewest = true;
  }

  /** To an event and those around it; false if the reader was led elsewhere meanwhile. */
  async around(id: string): Promise<boolean> {
    this.turn += 1;
    const { turn } = this;
    const timeline = await this.client.getEventTimeline(this.set, id);
    if (turn !== this.turn) return false;
    if (!timeline) throw new Error("The event has no place here.");
    // What is known is loaded at once.
    await this.held.load(id, PAGE);
    this.isNewest = !this.held.canPaginate(Direction.Forward);
    return true;
  }

  async page(direction: Direction): Promise<void> {
    const { turn } = this;
    await this.held.paginate(direction, PAGE);
    // Who was led to the newest meanwhile is where they wanted to be.
    if (turn !== this.turn && this.isNewest) void this.held.load(undefined, PAGE);
    this.isNewest = !this.held.canPaginate(Direction.Forward);
  }

  /** Takes in what was just said, unless that would push out what somebody reads further up. */
  follow(isReadFurtherUp: boolean): void {
    if (!this.isNewest) return;
    if (isReadFurtherUp && this.events().length >= HELD)
      this.isNewest = !this.held.canPaginate(Direction.Forward);
    else while (this.held.extend(Direction.Forward, PAGE));
  }
}
