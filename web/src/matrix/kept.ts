// What a member keeps on the server for all their devices: one value under a name of its own.

import { ClientEvent, type MatrixClient } from "matrix-js-sdk";
import { Signal } from "./signal.ts";

export class Kept {
  /** What was kept, by whatever version of the app; nothing where nothing ever was. */
  readonly value: Signal<unknown>;
  private underWay = 0;

  constructor(
    private readonly client: MatrixClient,
    private readonly name: string,
  ) {
    this.value = new Signal(this.here());
    client.on(ClientEvent.AccountData, (event) => {
      // While something newer is on its way, what comes back is older.
      if (event.getType() === name && this.underWay === 0) this.value.set(this.here());
    });
  }

  /** What the server has, as far as it was told. */
  private here(): unknown {
    return this.client.getAccountData(this.name as never)?.getContent();
  }

  /** Counts here at once; resolves when the server has it, and is taken back where it does not take it. */
  async keep(value: object): Promise<void> {
    this.value.set(value);
    this.underWay += 1;
    try {
      await this.client.setAccountData(this.name as never, value as never);
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) this.value.set(this.here());
    }
  }
}
