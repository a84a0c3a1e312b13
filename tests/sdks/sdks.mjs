#!/usr/bin/env node
// The SDKs of Segment and PostHog, for Node and Python, send to a Hearth server, which is killed while they do.
//   HEARTH_BIN=path/to/hearth SDKS_PYTHON=path/to/python node sdks.mjs     HEARTH_DATABASE_URL is passed on if set
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const BINARY = process.env.HEARTH_BIN ?? "hearth";
const PYTHON = process.env.SDKS_PYTHON ?? "python3";
const SECRET = "meet me at eight by the old oak";
const SDKS = ["segment-node", "posthog-node", "segment-python", "posthog-python"];
// Events of each SDK while the server runs, and while it is killed.
const CALM = 50;
const STORMY = 300;
const LIMIT_MS = 50_000;

const run = promisify(execFile);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const here = (name) => new URL(name, import.meta.url).pathname;
let failures = 0;

function assertEqual(actual, expected, what) {
    const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (got !== wanted) throw new Error(`${what}: got ${got}, expected ${wanted}`);
}

async function step(name, work) {
    const startedAt = Date.now();
    try {
        await work();
        console.log(`PASS ${name} (${Date.now() - startedAt} ms)`);
    } catch (error) {
        failures++;
        console.log(`FAIL ${name}: ${error?.message ?? error}`);
    }
}

async function until(probe, what) {
    const deadline = Date.now() + LIMIT_MS;
    for (;;) {
        const value = await probe();
        if (value) return value;
        if (Date.now() > deadline) throw new Error(`timed out waiting for ${what}`);
        await sleep(50);
    }
}

async function freePort() {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address();
    probe.close();
    await once(probe, "close");
    return port;
}

const dataDir = await mkdtemp(join(tmpdir(), "hearth-sdks-"));
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const environment = {
    ...process.env,
    HEARTH_DATA_DIR: dataDir,
    HEARTH_LISTEN: `127.0.0.1:${port}`,
    HEARTH_SERVER_NAME: "localhost",
};

async function startServer() {
    const log = openSync(join(dataDir, "server.log"), "a");
    const server = spawn(BINARY, ["serve"], { env: environment, stdio: ["ignore", "pipe", log] });
    closeSync(log);
    for await (const line of createInterface({ input: server.stdout })) if (line.startsWith("ready")) return server;
    throw new Error(`the server did not start; see ${dataDir}/server.log`);
}

async function killServer(server) {
    server.kill("SIGKILL");
    await once(server, "exit");
}

async function hearth(...args) {
    const { stdout } = await run(BINARY, [...args, "--json"], { env: environment });
    return JSON.parse(stdout);
}

/** How many events of each name came, once each. */
async function counts() {
    const { events } = await hearth("insight", "workspace", "show", "shop");
    return Object.fromEntries(events.map(({ name, events }) => [name, events]));
}

/** Resolves when the SDK says that all is delivered. */
async function send(sdk, key, first, count) {
    const [library, language] = sdk.split("-");
    const [program, script] = language === "node" ? [process.execPath, "send.mjs"] : [PYTHON, "send.py"];
    const sender = spawn(program, [here(script), library, url, key, first, count], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    sender.stderr.on("data", (text) => (said += text));
    const [code] = await once(sender, "close");
    if (code !== 0) throw new Error(`${sdk} ended with ${code}: ${said.trim().split("\n").slice(-3).join(" | ")}`);
}

async function filesWith(text) {
    const found = [];
    for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath ?? entry.path, entry.name);
        if ((await readFile(path)).includes(text)) found.push(path);
    }
    return found;
}

let server = await startServer();
const made = await hearth("insight", "key", "create", "--workspace", "shop", "--basis", "contract", "--map", "peer=to,amount=price");
const key = made.write_key;

for (const sdk of SDKS) await step(`${sdk} sends everything that it can`, () => send(sdk, key, 0, CALM));

await step("every event is there once, and what is not known is held", async () => {
    const all = (found) => found.page === 2 * CALM + 4 && found.$pageview === 2 * CALM;
    const found = await until(async () => {
        const found = await counts();
        return all(found) && found;
    }, "the events").catch(async () => counts());
    assertEqual([found.page, found.$pageview, found.screen], [2 * CALM + 4, 2 * CALM, 2], "page, $pageview, screen");
    const { events, ids_merged, refused } = await hearth("insight", "workspace", "show", "shop");
    const held = events.filter(({ held }) => held > 0).map(({ name, held }) => `${held} ${name}`);
    assertEqual(held.sort(), SDKS.map((sdk) => `1 Bought with ${sdk}`).sort(), "held");
    assertEqual(refused, [], "refused");
    // An anonymous id and an old one of each SDK; PostHog's for Python has no call for the first.
    assertEqual(ids_merged, 7, "ids that are another's");
});

await step("a server that is killed loses nothing and doubles nothing", async () => {
    await killServer(server);
    const sending = SDKS.map((sdk) => send(sdk, key, CALM, STORMY));
    const delivered = Promise.all(sending);
    // Not before somebody awaits it.
    delivered.catch(() => {});
    server = await startServer();
    await until(async () => (await counts()).page > 2 * CALM + 4, "the first events after the start");
    await killServer(server);
    server = await startServer();
    await delivered;
    await until(async () => {
        const { page, $pageview } = await counts();
        return page >= 2 * (CALM + STORMY) + 4 && $pageview >= 2 * (CALM + STORMY);
    }, "all events").catch(() => {});
    const { page, $pageview } = await counts();
    assertEqual([page, $pageview], [2 * (CALM + STORMY) + 4, 2 * (CALM + STORMY)], "page and $pageview");
});

await step("a key that is not known is refused, and the SDK hears of it", async () => {
    const refused = await send("segment-node", "hwk_wrong", 1, 1).then(() => "taken", (error) => error.message);
    if (!refused.includes("401")) throw new Error(refused);
});

server.kill("SIGTERM");
await once(server, "exit");
await step("nothing that people wrote is kept", async () => {
    assertEqual(await filesWith(SECRET), [], "files that hold it");
    if ((await filesWith("js-ada")).length === 0 && !process.env.HEARTH_DATABASE_URL) throw new Error("ids are not found either");
});

console.log(failures ? `${failures} steps failed; the server's log is ${dataDir}/server.log` : "all passed");
if (!failures) await rm(dataDir, { recursive: true, force: true });
process.exit(failures ? 1 : 0);
