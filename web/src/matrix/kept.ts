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
    this.value = new Signal(client.getAccountData(name as never)?.getContent());
    client.on(ClientEvent.AccountData, (event) => {
      // While something newer is on its way, what comes back is older.
      if (event.getType() === name && this.underWay === 0) this.value.set(event.getContent());
    });
  }

  /** Counts here at once; resolves when the server has it. */
  async keep(value: object): Promise<void> {
    this.value.set(value);
    this.underWay += 1;
    try {
      await this.client.setAccountData(this.name as never, value as never);
    } finally {
      this.underWay -= 1;
    }
  }
}
