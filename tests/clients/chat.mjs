#!/usr/bin/env node
// Two people talk through a Hearth server with matrix-js-sdk, while the server is watched, killed and started again.
//   HEARTH_BIN=path/to/hearth node chat.mjs     starts its own server; HEARTH_DATABASE_URL is passed on if set
//   node chat.mjs --url URL                     uses a running server and leaves out the steps that restart it
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Report, Server, assert, freePort } from "./lib.mjs";
import { accounts } from "./steps/accounts.mjs";
import { crash, stop } from "./steps/crash.mjs";
import { history } from "./steps/history.mjs";
import { rooms } from "./steps/rooms.mjs";
import { sending } from "./steps/sending.mjs";

async function chat(step, baseUrl, server) {
    const people = await accounts(step, baseUrl);
    if (!people) return;
    await rooms(step, people);
    await sending(step, people);
    await history(step, people);
    if (server) await crash(step, people, server);
    for (const client of Object.values(people)) client.stopClient();
    if (server) await stop(step, server);
}

async function startedServer() {
    const binary = process.env.HEARTH_BIN;
    assert(binary, "set HEARTH_BIN to the server's binary, or give --url");
    const dataDir = await mkdtemp(join(tmpdir(), "hearth-clients-"));
    const server = new Server({ binary, dataDir, port: await freePort() });
    await server.start();
    return server;
}

async function leaveData(server, failed) {
    if (failed) console.log(`server log: ${server.logFile}`);
    else await rm(server.dataDir, { recursive: true });
}

const { values: options } = parseArgs({ options: { url: { type: "string" } } });
const report = new Report();
const server = options.url ? undefined : await startedServer();
await chat(report.step, options.url ?? server.url, server);
const status = report.close();
if (server) await leaveData(server, status !== 0);
process.exit(status);
