// Gathers what the app tells and hands it to the server now and then: only what the member agrees to, and only in memory.

import { type Name, type Said, SIGNALS } from "./words.ts";

const PATH = "/_hearth/signals";

/** Signals gather this long. */
export const GATHER_MS = 10_000;

/** Signals that wait, and go at once; what is more than these is not told. */
export const WAITING = 100;

/** How old a signal may be that the server takes. */
const AGO_MS = 24 * 60 * 60 * 1000;

/** Things that were told once and are not told again while the page is open. */
const ONCE = 1000;

interface Waiting {
  signal: Name;
  variant: string | undefined;
  at: number;
}

interface Batch {
  id: string;
  signals: readonly Waiting[];
}

/** Posts to the server as the member. */
export type Post = (path: string, body: unknown) => Promise<{ wanted: string[] }>;

export class Collector {
  private isEnded = false;
  private wanted: ReadonlySet<string> = new Set();
  private waiting: Waiting[] = [];
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
    const isWanted = ({ signal }: Waiting) => this.wanted.has(SIGNALS[signal].purpose);
    this.waiting = this.waiting.filter(isWanted);
    if (this.sent) this.sent = { ...this.sent, signals: this.sent.signals.filter(isWanted) };
  }

  tell<N extends Name>(signal: N, ...[variant]: Said<N>): void {
    if (!this.wanted.has(SIGNALS[signal].purpose) || this.waiting.length === WAITING) return;
    this.waiting.push({ signal, variant, at: this.now() });
    this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  /** Tells it once for this key, while the page is open. */
  tellOnce<N extends Name>(key: string, signal: N, ...said: Said<N>): void {
    if (this.once.has(key) || this.once.size === ONCE || !this.wanted.has(SIGNALS[signal].purpose)) return;
    this.once.add(key);
    this.tell(signal, ...said);
  }

  /** Hands over what there is. What could not be handed over waits. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isEnded || this.isSending) return;
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
    if (this.sent || this.waiting.length > 0) this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  private next(): Batch | undefined {
    const isYoung = ({ at }: Waiting) => this.now() - at < AGO_MS;
    if (!this.sent) {
      this.sent = { id: crypto.randomUUID(), signals: this.waiting };
      this.waiting = [];
    }
    const signals = this.sent.signals.filter(isYoung);
    this.sent = signals.length > 0 ? { ...this.sent, signals } : undefined;
    return this.sent;
  }

  /** How long ago it was, so that no clock but the server's counts. */
  private readonly shown = ({ signal, variant, at }: Waiting) => ({
    signal,
    variant,
    ago_ms: Math.max(0, this.now() - at),
  });
}
