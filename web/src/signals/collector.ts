// Gathers what the app tells and hands it to the server now and then: only what the member agrees to, and only in memory.
// Until it is known what that is, everything waits.

import { type Told, WAITING } from "./tell.ts";
import { SIGNALS } from "./words.ts";

const PATH = "/_hearth/signals";

/** Signals gather this long. */
export const GATHER_MS = 10_000;

/** How old a signal may be that the server takes. */
const AGO_MS = 24 * 60 * 60 * 1000;

/** Things that were told once and are not told again while the page is open. */
const ONCE = 1000;

interface Batch {
  id: string;
  signals: readonly Told[];
}

/** Posts to the server as the member. */
export type Post = (path: string, body: unknown) => Promise<{ wanted: string[] }>;

export class Collector {
  private isEnded = false;
  /** The purposes that are agreed to, once they are known. */
  private wanted: ReadonlySet<string> | undefined;
  private waiting: Told[] = [];
  /** On its way. It goes again, under its name, if nobody has answered. */
  private sent: Batch | undefined;
  private isSending = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly once = new Set<string>();

  constructor(
    private readonly post: Post,
    private readonly now: () => number = Date.now,
  ) {}

  /** Forgets everything, for good. */
  end(): void {
    this.heed([]);
    this.isEnded = true;
    this.once.clear();
  }

  /** These purposes are agreed to; of any other nothing is kept. */
  heed(purposes: Iterable<string>): void {
    this.wanted = new Set(this.isEnded ? [] : purposes);
    this.waiting = this.waiting.filter(this.isWanted);
    if (this.sent) this.sent = { ...this.sent, signals: this.sent.signals.filter(this.isWanted) };
    if (this.waiting.length > 0) this.later();
  }

  take(told: Told): void {
    const { key } = told;
    if (!this.isWanted(told) || this.waiting.length === WAITING) return;
    if (key !== undefined) {
      if (this.once.has(key) || this.once.size === ONCE) return;
      this.once.add(key);
    }
    this.waiting.push(told);
    this.later();
  }

  /** Hands over what there is. What could not be handed over waits. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isEnded || this.isSending || !this.wanted) return;
    const batch = this.next();
    if (!batch) return;
    this.isSending = true;
    const before = this.wanted;
    try {
      const { wanted } = await this.post(PATH, { id: batch.id, signals: batch.signals.map(this.shown) });
      this.sent = undefined;
      // An answer from before the member decided anew says nothing of what holds now.
      if (this.wanted === before) this.heed([...before].filter((purpose) => wanted.includes(purpose)));
    } catch (error) {
      const { status = 0 } = error as { status?: number };
      // A server that does not learn, or knows other words, is not told again.
      if (status >= 400 && status < 500 && status !== 401 && status !== 429) this.end();
    } finally {
      this.isSending = false;
    }
    if (this.sent || this.waiting.length > 0) this.later();
  }

  private later(): void {
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  private readonly isWanted = ({ signal }: Told): boolean =>
    this.wanted?.has(SIGNALS[signal].purpose) ?? true;

  private next(): Batch | undefined {
    const isYoung = ({ at }: Told) => this.now() - at < AGO_MS;
    if (!this.sent) {
      this.sent = { id: crypto.randomUUID(), signals: this.waiting };
      this.waiting = [];
    }
    const signals = this.sent.signals.filter(isYoung);
    this.sent = signals.length > 0 ? { ...this.sent, signals } : undefined;
    return this.sent;
  }

  /** How long ago it was, so that no clock but the server's counts. */
  private readonly shown = ({ signal, variant, at }: Told) => ({
    signal,
    variant,
    ago_ms: Math.max(0, this.now() - at),
  });
}
