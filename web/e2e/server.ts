// A server of the test's own: a free port, an empty folder, gone afterwards. HEARTH_WEB_POSTGRES names a PostgreSQL on which
// it makes a database of its own; without it the database is in the folder.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const BINARY = process.env["HEARTH_BIN"] ?? "hearth";

export class Server {
  private readonly folder = mkdtempSync(join(tmpdir(), "hearth-web-"));
  private readonly postgres = process.env["HEARTH_WEB_POSTGRES"];
  private readonly database = `hearth_web_${randomUUID().replaceAll("-", "")}`;
  private process: ChildProcess | undefined;
  private port = 0;

  constructor(private readonly settings: Record<string, string> = {}) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Moves a channel's log in, before the start; the answer is the room that it becomes. */
  async import(file: string, room: string): Promise<string> {
    await this.prepare();
    const told = execFileSync(BINARY, ["import", file, "--room", room, "--json"], { env: this.env });
    return JSON.parse(told.toString()).room_ids[0];
  }

  /** Makes an account as those who run the server do, whoever may sign up. */
  admit(name: string, password: string, ...more: string[]): void {
    const words = ["admin", "create", name, "--password-stdin", ...more];
    execFileSync(BINARY, words, { env: this.env, input: password });
  }

  private async prepare(): Promise<void> {
    if (this.port !== 0) return;
    this.port = await freePort();
    this.psql(`CREATE DATABASE ${this.database}`);
  }

  private get env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HEARTH_DATA_DIR: this.folder,
      HEARTH_LISTEN: `127.0.0.1:${this.port}`,
      HEARTH_SERVER_NAME: "hearth.example",
      HEARTH_REGISTRATION: "open",
      HEARTH_RATE_LIMITS: "off",
      HEARTH_ARGON2_MEMORY_KIB: "8",
      HEARTH_ARGON2_ITERATIONS: "1",
      ...this.stored,
      ...this.settings,
    };
  }

  async start(): Promise<this> {
    await this.prepare();
    const log = openSync(join(this.folder, "server.log"), "a");
    const child = spawn(BINARY, ["serve"], { env: this.env, stdio: ["ignore", "pipe", log] });
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (status) => reject(new Error(`the server ended with status ${status}`)));
      createInterface({ input: child.stdout as Readable }).on(
        "line",
        (line) => line.startsWith("ready ") && resolve(),
      );
    });
    return this;
  }

  private get stored(): Record<string, string> {
    if (this.postgres === undefined) return {};
    const address = new URL(this.postgres);
    address.pathname = this.database;
    return { HEARTH_DATABASE_URL: address.href };
  }

  private psql(command: string): void {
    if (this.postgres === undefined) return;
    execFileSync("psql", ["-qX", "-v", "ON_ERROR_STOP=1", "-d", this.postgres, "-c", command]);
  }

  /** Ends the process without a chance to tidy up. */
  async kill(): Promise<void> {
    if (!this.process || this.process.exitCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    if (this.port !== 0) this.psql(`DROP DATABASE ${this.database} WITH (FORCE)`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("a port was expected");
  return address.port;
}
