// A value that tells when it changes, in the shape that React subscribes to.

export class Signal<T> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  readonly get = (): T => this.value;

  set(value: T): void {
    if (Object.is(value, this.value)) return;
    this.value = value;
    for (const listener of [...this.listeners]) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  get isWatched(): boolean {
    return this.listeners.size > 0;
  }
}

/** Until a value is as it is wanted. */
export function until<T>(
  signal: Pick<Signal<T>, "get" | "subscribe">,
  isWanted: (value: T) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isWanted(signal.get())) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = signal.subscribe(look);
    look();
  });
}

/** A value that is made where somebody asks for it, and made anew only where something changed since. */
export class Derived<T> {
  private readonly changes = new Signal(0);
  private made: { at: number; value: T } | undefined;
  readonly subscribe = this.changes.subscribe;

  constructor(private readonly make: () => T) {}

  readonly get = (): T => {
    const at = this.changes.get();
    if (this.made?.at !== at) this.made = { at, value: this.make() };
    return this.made.value;
  };

  changed(): void {
    this.changes.set(this.changes.get() + 1);
  }
}

/** Does the work once for many causes that come together. */
export function gathered(work: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      work();
    });
  };
}

/** Values by name, each made when it is first asked for. */
export function byName<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
}
