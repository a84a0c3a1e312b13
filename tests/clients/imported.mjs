#!/usr/bin/env node
// Moves two real logs in and lets matrix-js-sdk read them: author, time, kind, text and order of every message are the log's.
//   HEARTH_BIN=path/to/hearth HEARTH_SHARED=folder node imported.mjs     the logs are in data/ of that folder
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assert, assertEqual, clientOf, conversation, login, unstartedServer } from "./lib.mjs";

const PAGING_LIMIT_MS = 300_000;
const EDGES = 3_000;
const PAGER = fileURLToPath(new URL("page-import.mjs", import.meta.url));

const run = promisify(execFile);
const logs = join(process.env.HEARTH_SHARED ?? assert(false, "set HEARTH_SHARED to the folder that has the logs"), "data");

async function imported(step, _, server) {
    const channel = join(logs, "qtox-irc", "qtox.log.gz");
    const edges = join(server.dataDir, "edges.txt");
    const hearth = async (...words) => JSON.parse((await run(server.binary, words, { env: server.environment() })).stdout);
    /** The log read by who is given, in the room that they are told of. */
    const paged = async (user, password, room, ...log) => {
        const words = ["--url", server.url, "--user", user, "--password", password, "--room", room, ...log];
        await run(process.execPath, [PAGER, ...words]).catch(({ stdout, stderr }) => assert(false, stdout.replaceAll("\n", "; ") + stderr));
    };
    let reader, room, one, other;

    await step("a channel of nine months moves in", async () => {
        const { messages, bad, room_ids } = await hearth("import", "--json", "--room", "channel", "--timezone", "Europe/London", channel);
        assertEqual([messages, bad], [37_325, 0], "messages and bad lines");
        [room] = room_ids;
    }, PAGING_LIMIT_MS);
    await step("an edge log moves in", async () => {
        const lines = (await readFile(join(logs, "collegemsg", "CollegeMsg.txt"), "utf8")).split("\n").slice(0, EDGES);
        await writeFile(edges, `${lines.join("\n")}\n`);
        const { messages, bad } = await hearth("import", "--json", "--prefix", "cm_", edges);
        assertEqual([messages, bad], [EDGES, 0], "messages and bad lines");
        [one, other] = mostTalkative(lines);
    });
    await step("the server starts on what was moved in", async () => {
        reader = await hearth("admin", "create", "reader", "--json");
        one = { number: one, ...(await hearth("admin", "reset-password", `cm_${one}`, "--json")) };
        await server.start();
    });
    await step("a client pages through the channel and reads what the log holds", async () => {
        const client = clientOf(await login(server.url, "reader", reader));
        await client.joinRoom(room);
        await paged("reader", reader.password, room, "--log", channel, "--format", "qtox");
    }, PAGING_LIMIT_MS);
    await step("a client pages through a conversation of the edge log and reads what it holds", async () => {
        const user = `cm_${one.number}`;
        const client = clientOf(await login(server.url, user, one));
        const { joined_rooms: rooms } = await client.getJoinedRooms();
        const members = await Promise.all(rooms.map(async (room) => Object.keys((await client.getJoinedRoomMembers(room)).joined)));
        const theirs = rooms.find((_, at) => members[at].includes(`@cm_${other}:localhost`));
        await paged(user, one.password, theirs, "--log", edges, "--format", "edges", "--between", `${one.number},${other}`);
    }, PAGING_LIMIT_MS);
}

/** The two who wrote to each other most. */
function mostTalkative(lines) {
    const counts = new Map();
    for (const line of lines) {
        const pair = line.split(" ").slice(0, 2).sort().join(" ");
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return [...counts].sort((first, second) => second[1] - first[1])[0][0].split(" ");
}

await conversation(imported, unstartedServer);
