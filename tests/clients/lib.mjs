// What every client test needs: a server of its own, people with devices, waiting, and a report.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import * as sdk from "matrix-js-sdk";

// matrix-js-sdk calls this from Node 22 on; Node 20 has no such function.
Promise.withResolvers ??= () => {
    let resolve, reject;
    const promise = new Promise((onResolve, onReject) => ([resolve, reject] = [onResolve, onReject]));
    return { promise, resolve, reject };
};

const READY_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 15_000;
const WAIT_LIMIT_MS = 20_000;
const STEP_LIMIT_MS = 60_000;
const POLL_MS = 50;

const nothing = () => {};
const silentLogger = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, getChild: () => silentLogger };

// Parts of matrix-js-sdk log past the logger that a client is given; reports go through console.log alone.
for (const method of ["trace", "debug", "info", "warn", "error"]) console[method] = nothing;

// The SDK lets go of requests of its own (a thread's answers, say) that fail when the server is killed; the steps await theirs.
process.on("unhandledRejection", nothing);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function assert(condition, why) {
    if (!condition) throw new Error(why);
}

export function assertEqual(actual, expected, what) {
    const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    assert(got === wanted, `${what}: got ${got}, expected ${wanted}`);
}

/** Every expected item once and in order, and nothing else. */
export function assertSequence(actual, expected, what) {
    const missing = expected.filter((item) => !actual.includes(item));
    const surplus = actual.filter((item, index) => !expected.includes(item) || actual.indexOf(item) !== index);
    assert(!missing.length, `${what}: ${missing.length} of ${expected.length} missing, first ${missing[0]}`);
    assert(!surplus.length, `${what}: ${surplus.length} too many or twice, first ${surplus[0]}`);
    const wrong = actual.findIndex((item, index) => item !== expected[index]);
    assert(wrong < 0, `${what}: position ${wrong} holds ${actual[wrong]}, expected ${expected[wrong]}`);
}

/** Fails unless the server refuses with exactly this status and errcode. */
export async function assertRefused(request, httpStatus, errcode) {
    const error = await request.then(() => undefined, (reason) => reason);
    assert(error, `accepted, expected ${errcode}`);
    assertEqual([error.httpStatus, error.errcode], [httpStatus, errcode], "refusal");
}

/** Polls until `probe` gives something truthy, and returns it; `what` is a text, or gives one at the end of waiting. */
export async function until(probe, what, limitMs = WAIT_LIMIT_MS) {
    const deadline = Date.now() + limitMs;
    for (;;) {
        const value = await probe();
        if (value) return value;
        if (Date.now() >= deadline) throw new Error(`timed out waiting for ${typeof what === "function" ? what() : what}`);
        await sleep(POLL_MS);
    }
}

async function within(limitMs, promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${what} took more than ${limitMs} ms`)), limitMs);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs steps and prints one line for each. */
export class Report {
    passed = 0;
    failed = 0;

    step = async (name, run, limitMs = STEP_LIMIT_MS) => {
        const startedAt = Date.now();
        try {
            await within(limitMs, run(), "the step");
            this.passed++;
            console.log(`PASS ${name} (${Date.now() - startedAt} ms)`);
        } catch (error) {
            this.failed++;
            console.log(`FAIL ${name}: ${String(error?.message ?? error).split("\n")[0]}`);
        }
    };

    close() {
        console.log(`${this.passed} passed, ${this.failed} failed`);
        return this.failed ? 1 : 0;
    }
}

export async function freePort() {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address();
    probe.close();
    await once(probe, "close");
    return port;
}

/** One Hearth process on one data folder; it may be killed and started again. */
export class Server {
    #process;

    constructor({ binary, dataDir, port }) {
        this.binary = binary;
        this.dataDir = dataDir;
        this.address = `127.0.0.1:${port}`;
        this.url = `http://${this.address}`;
        this.logFile = join(dataDir, "server.log");
        process.once("exit", () => this.#process?.kill("SIGKILL"));
        for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    }

    async start() {
        const log = openSync(this.logFile, "a");
        this.#process = spawn(this.binary, ["serve"], { env: this.environment(), stdio: ["ignore", "pipe", log] });
        closeSync(log);
        await within(READY_LIMIT_MS, this.#ready(), "starting the server");
    }

    /** Ends the process without a chance to tidy up. */
    kill() {
        return this.#end("SIGKILL");
    }

    /** Asks the server to stop and returns its exit status. */
    stop() {
        return this.#end("SIGTERM");
    }

    /** For the server and for its commands. */
    environment() {
        return {
            ...process.env,
            HEARTH_DATA_DIR: this.dataDir,
            HEARTH_LISTEN: this.address,
            HEARTH_SERVER_NAME: "localhost",
            HEARTH_REGISTRATION: "open",
            HEARTH_RATE_LIMITS: "off",
            HEARTH_OUTGOING: "loopback",
        };
    }

    #ready() {
        return new Promise((resolve, reject) => {
            this.#process.once("error", reject);
            this.#process.once("exit", (status) => reject(new Error(`the server ended with status ${status}, see ${this.logFile}`)));
            createInterface({ input: this.#process.stdout }).on("line", (line) => line.startsWith("ready ") && resolve());
        });
    }

    async #end(signal) {
        const ended = once(this.#process, "exit");
        this.#process.kill(signal);
        const [status] = await within(STOP_LIMIT_MS, ended, `ending on ${signal}`);
        return status;
    }
}

/**
 * Runs the steps of a script against a server of its own, or a running one with `--url`, and ends the process.
 * The steps are given no server when it is not theirs to restart.
 */
export async function conversation(steps, serverOfItsOwn = startedServer) {
    const { values: options } = parseArgs({ options: { url: { type: "string" } } });
    const report = new Report();
    const server = options.url ? undefined : await serverOfItsOwn();
    await steps(report.step, options.url ?? server.url, server);
    const status = report.close();
    if (server) await leaveData(server, status !== 0);
    process.exit(status);
}

/** For steps that do something before it runs. */
export async function unstartedServer() {
    const binary = process.env.HEARTH_BIN;
    assert(binary, "set HEARTH_BIN to the server's binary, or give --url");
    const dataDir = await mkdtemp(join(tmpdir(), "hearth-clients-"));
    return new Server({ binary, dataDir, port: await freePort() });
}

async function startedServer() {
    const server = await unstartedServer();
    await server.start();
    return server;
}

async function leaveData(server, failed) {
    if (failed) console.log(`server log: ${server.logFile}`);
    else await rm(server.dataDir, { recursive: true });
}

/** A client's network, which a test can cut and mend. */
export class Wire {
    #cutter = new AbortController();

    fetch = (resource, options = {}) => {
        const signals = [this.#cutter.signal, options.signal].filter(Boolean);
        return fetch(resource, { ...options, signal: AbortSignal.any(signals) });
    };

    cut() {
        this.#cutter.abort(new TypeError("the wire is cut"));
    }

    mend() {
        this.#cutter = new AbortController();
    }
}

const passwords = new Map();

export const unique = (word) => `${word}_${Math.random().toString(36).slice(2, 10)}`;

/** Makes an account as clients do: asks, reads the flows, passes the dummy stage. */
export async function register(baseUrl, name) {
    const anonymous = sdk.createClient({ baseUrl, logger: silentLogger });
    const account = { username: unique(name), password: unique("pass"), initial_device_display_name: `${name}'s first` };
    const challenge = await anonymous.registerRequest(account).then(() => undefined, (error) => error);
    assertEqual(challenge?.httpStatus, 401, "status of the first register request");
    const { flows, session } = challenge.data;
    assert(flows.some(({ stages }) => stages.length === 1 && stages[0] === "m.login.dummy"), `no dummy flow in ${JSON.stringify(flows)}`);
    const answer = await anonymous.registerRequest({ ...account, auth: { type: "m.login.dummy", session } });
    passwords.set(answer.user_id, account.password);
    return sessionFrom(baseUrl, answer);
}

/** Logs the user in on a new device; without a password given, by the one registered here. */
export async function login(baseUrl, user, { password = passwords.get(user), deviceName } = {}) {
    const anonymous = sdk.createClient({ baseUrl, logger: silentLogger });
    const answer = await anonymous.loginRequest({
        type: "m.login.password",
        identifier: { type: "m.id.user", user },
        password,
        initial_device_display_name: deviceName,
    });
    return sessionFrom(baseUrl, answer);
}

function sessionFrom(baseUrl, answer) {
    return { baseUrl, userId: answer.user_id, accessToken: answer.access_token, deviceId: answer.device_id };
}

/** A client that does not sync yet. */
export function clientOf({ baseUrl, userId, accessToken, deviceId }, wire = new Wire(), more = {}) {
    return sdk.createClient({ baseUrl, userId, accessToken, deviceId, fetchFn: wire.fetch, logger: silentLogger, timelineSupport: true, ...more });
}

/** Starts to sync and returns once the first answer is taken in. */
export async function startSyncing(client, options = {}) {
    const prepared = new Promise((resolve, reject) => {
        client.on(sdk.ClientEvent.Sync, (state, _previous, data) => {
            if (state === sdk.SyncState.Prepared) resolve();
            if (state === sdk.SyncState.Error) reject(data?.error ?? new Error("the first sync failed"));
        });
    });
    await client.startClient({ initialSyncLimit: 20, lazyLoadMembers: true, threadSupport: true, ...options });
    await within(WAIT_LIMIT_MS, prepared, "the first sync");
    return client;
}

/** A new device of the client's user, syncing. */
export async function newDevice(client, options = {}, wire = new Wire()) {
    const session = await login(client.getHomeserverUrl(), client.getUserId());
    return startSyncing(clientOf(session, wire), options);
}

/** Waits until a client that lost its server syncs again, without its usual pause of some seconds. */
export function reconnected(client) {
    const syncing = () => {
        client.retryImmediately();
        return client.getSyncState() === sdk.SyncState.Syncing;
    };
    return until(syncing, "the client to sync again");
}

/** A request of the client-server API with this client's token, past the SDK's own bookkeeping. */
export function request(client, method, path, { query, body } = {}) {
    return client.http.authedRequest(method, path, query, body);
}

export const roomPath = (roomId, ...rest) => ["/rooms", roomId, ...rest].map((part, i) => (i ? encodeURIComponent(part) : part)).join("/");

/** Sends a message without the SDK's local echo, so that what the client shows came from the server. */
export async function say(client, roomId, message, transactionId = unique("t")) {
    const content = typeof message === "string" ? { msgtype: "m.text", body: message } : message;
    const answer = await request(client, "PUT", roomPath(roomId, "send", "m.room.message", transactionId), { body: content });
    return answer.event_id;
}

/** Sends the texts one after another; their event ids. */
export async function sayAll(client, roomId, texts) {
    const ids = [];
    for (const text of texts) ids.push(await say(client, roomId, text));
    return ids;
}

/** One `/sync` answer, independent of the client's own syncing. */
export function sync(client, { filter, ...query } = {}) {
    const filterText = typeof filter === "object" ? JSON.stringify(filter) : filter;
    return request(client, "GET", "/sync", { query: { timeout: "0", ...query, ...(filterText && { filter: filterText }) } });
}

/** One page of `/messages`. */
export function messages(client, roomId, query) {
    return request(client, "GET", roomPath(roomId, "messages"), { query });
}

/** The events that the client holds of a room, oldest first, over gaps that it has closed. */
export function knownEvents(client, roomId) {
    const stretches = [];
    let timeline = client.getRoom(roomId)?.getLiveTimeline();
    for (; timeline; timeline = timeline.getNeighbouringTimeline(sdk.EventTimeline.BACKWARDS)) stretches.unshift(timeline.getEvents());
    return stretches.flat();
}

/** Pages the client back to the beginning of the room; all its events, oldest first. */
export async function scrollToStart(client, roomId, pageSize = 30) {
    const room = client.getRoom(roomId);
    while (room.oldState.paginationToken !== null) await client.scrollback(room, pageSize);
    return knownEvents(client, roomId);
}

export function seen(client, roomId, eventId) {
    return until(() => knownEvents(client, roomId).find((event) => event.getId() === eventId), `event ${eventId}`);
}

export const isMessage = (event) => event.getType() === "m.room.message";

/** A room of the owner with these guests in it, as all of them see it. */
export async function sharedRoom(owner, guests, options = {}) {
    const invite = guests.map((guest) => guest.getUserId());
    const { room_id: roomId } = await owner.createRoom({ preset: "private_chat", ...options, invite });
    for (const guest of guests) await guest.joinRoom(roomId);
    const everybodyIn = (client) => client.getRoom(roomId)?.getJoinedMemberCount() === guests.length + 1;
    for (const client of [owner, ...guests].filter((person) => person.clientRunning)) {
        await until(() => everybodyIn(client), `${client.getUserId()} to see everybody in the room`);
    }
    return roomId;
}
