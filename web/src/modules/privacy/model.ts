// What a member's data is used for, and what they have decided of it. The server says it in the member's language.

import type { Request } from "../../api/call.ts";
import { Signal } from "../../matrix/signal.ts";
import { tell } from "../../signals/tell.ts";

const PATH = "/_hearth/privacy";

/** One use of personal data, as the server tells it. */
export interface Purpose {
  purpose: string;
  version: string;
  name: string;
  what: string;
  why: string;
  data: string;
  kept: string;
  /** Whether it is done now. */
  allowed: boolean;
  state: "undecided" | "noticed" | "given" | "withdrawn";
  default: "opt-in" | "notice";
}

/** Calls the server as the member. */
export type Ask = <T>(path: string, request?: Request) => Promise<T>;

export class Choices {
  /** Nothing until the server has told them. */
  readonly purposes = new Signal<readonly Purpose[] | undefined>(undefined);

  /** How often a decision was on its way or arrived. */
  private steps = 0;

  constructor(private readonly ask: Ask) {}

  async load(language: string): Promise<void> {
    const before = this.steps;
    const { purposes } = await this.ask<{ purposes: Purpose[] }>(`${PATH}/consent`, { language });
    // The server may have answered before it had the decision.
    if (this.steps !== before) return this.load(language);
    this.purposes.set(purposes);
  }

  /** Says yes or no; it holds once the server has it. */
  async decide({ purpose, version }: Purpose, given: boolean, language: string): Promise<void> {
    await this.put(`${PATH}/consent/${purpose}`, { given, version, language }, language);
    tell("preference_changed", "privacy");
  }

  /** The member has the text of this one before them. Where a notice is enough, it holds from here on. */
  async shown({ purpose, version, state, default: begins }: Purpose, language: string): Promise<void> {
    if (state !== "undecided" || begins !== "notice") return;
    await this.put(`${PATH}/notice/${purpose}`, { version, language }, language);
  }

  /** What the member has not decided yet, each in the version that it is in now. */
  get open(): string[] {
    const open = (this.purposes.get() ?? []).filter(({ state }) => state === "undecided");
    return open.map(({ purpose, version }) => `${purpose} ${version}`);
  }

  /** Whether something begins with having been told of it, and does not wait for a yes. */
  get isNotice(): boolean {
    return (this.purposes.get() ?? []).some((one) => one.state === "undecided" && one.default === "notice");
  }

  /** Everything that the server keeps of the member, as they can take it along. */
  async copy(): Promise<string> {
    return JSON.stringify(await this.ask(`${PATH}/export`), null, 2);
  }

  private async put(path: string, body: unknown, language: string): Promise<void> {
    this.steps += 1;
    const told = await this.ask<Purpose>(path, { method: "PUT", body, language });
    this.steps += 1;
    this.purposes.set((this.purposes.get() ?? []).map((one) => (one.purpose === told.purpose ? told : one)));
  }
}
