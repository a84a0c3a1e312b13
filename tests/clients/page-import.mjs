#!/usr/bin/env node
// Pages a matrix-js-sdk client back to the beginning of an imported room and compares what it shows with the log that was imported.
//   node page-import.mjs --url URL --user USER --password PASSWORD --room ROOM_ID --log FILE[.gz] --format qtox|edges [--between A,B]
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { assert, clientOf, isMessage, login, startSyncing } from "./lib.mjs";
import { formats } from "./logs.mjs";

const PAGE_SIZE = 250;
const SHOWN_DIFFERENCES = 5;

const OPTIONS = ["url", "user", "password", "room", "log", "format"];

function readOptions() {
    const { values } = parseArgs({ options: Object.fromEntries([...OPTIONS, "between"].map((name) => [name, { type: "string" }])) });
    for (const name of OPTIONS) assert(values[name], `--${name} is missing`);
    assert(values.format in formats, `--format is one of ${Object.keys(formats).join(", ")}`);
    return { ...values, between: values.between?.split(",") };
}

async function readLog({ log, format, between }) {
    const bytes = await readFile(log);
    return formats[format].parse((log.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString(), { between });
}

async function pageToBeginning(client, roomId) {
    const room = client.getRoom(roomId);
    assert(room, `${client.getUserId()} is not in ${roomId}`);
    const timeline = room.getLiveTimeline();
    while (await client.paginateEventTimeline(timeline, { backwards: true, limit: PAGE_SIZE }));
    return timeline.getEvents();
}

/** Messages with the name that their author had then: the one of the last member event before. */
function shownMessages(events) {
    const names = new Map();
    const shown = [];
    for (const event of events) {
        const { displayname, msgtype, body } = event.getContent();
        if (event.getType() === "m.room.member" && displayname) names.set(event.getStateKey(), displayname);
        if (isMessage(event)) shown.push({ at: event.getTs(), author: names.get(event.getSender()), msgtype, body });
    }
    return shown;
}

/** Nicks that differ in case alone are one person, shown as the name was first written (docs/import.md). */
const asText = (field, value) => (field === "at" ? new Date(value).toISOString() : field === "author" ? value.toLowerCase() : value);

/** The items of `list` that `other` does not hold, each as often as it is too many. */
function without(list, other) {
    const held = new Map();
    for (const item of other) held.set(item, (held.get(item) ?? 0) + 1);
    return list.filter((item) => {
        const left = held.get(item) ?? 0;
        if (left) held.set(item, left - 1);
        return !left;
    });
}

function compare(expected, shown) {
    const missing = without(expected, shown);
    const surplus = without(shown, expected);
    const [inLog, inRoom] = [without(expected, missing), without(shown, surplus)];
    const misplaced = inLog.flatMap((item, index) => (item === inRoom[index] ? [] : [`${item}\n    the room has there: ${inRoom[index]}`]));
    return { missing, surplus, misplaced };
}

function print(word, differences) {
    console.log(`${word}: ${differences.length}`);
    for (const difference of differences.slice(0, SHOWN_DIFFERENCES)) console.log(`    ${difference}`);
}

const options = readOptions();
const lineOf = (message) => formats[options.format].fields.map((field) => asText(field, message[field])).join(" | ");
const expected = (await readLog(options)).map(lineOf);

const startedAt = Date.now();
const client = await startSyncing(clientOf(await login(options.url, options.user, { password: options.password })));
const events = await pageToBeginning(client, options.room);
client.stopClient();
const shown = shownMessages(events).map(lineOf);
console.log(`events paged: ${events.length} in ${Date.now() - startedAt} ms`);
console.log(`messages in the log: ${expected.length}`);
console.log(`messages in the room: ${shown.length}`);

const differences = compare(expected, shown);
for (const [word, list] of Object.entries(differences)) print(word, list);
const equal = Object.values(differences).every((list) => list.length === 0);
console.log(equal ? "PASS every message once and in order" : "FAIL the room differs from the log");
process.exit(equal ? 0 : 1);
