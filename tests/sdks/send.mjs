#!/usr/bin/env node
// Sends another product's events with the SDK for Node that is named.
//   send.mjs segment|posthog URL WRITE_KEY FIRST COUNT
// COUNT events numbered from FIRST on, each said twice under one id; with FIRST 0 the other calls too. Ends with 1 if the SDK
// says that anything was not delivered.
import { createHash } from "node:crypto";
import { Analytics } from "@segment/analytics-node";
import { PostHog } from "posthog-node";

const SECRET = "meet me at eight by the old oak";
const [library, url, key, first, count] = process.argv.slice(2);
const numbers = Array.from({ length: Number(count) }, (_, at) => Number(first) + at);
const hasEverything = Number(first) === 0;
const failures = [];
const failed = (error) => failures.push(String(error?.message ?? error?.reason ?? error));

/** The same for the same event, whoever sends it again. */
function messageId(number) {
    const hex = createHash("sha256").update(`${library}/${number}`).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

async function segment() {
    const client = new Analytics({ writeKey: key, host: url, maxRetries: 30, flushAt: 20 });
    client.on("error", failed);
    if (hasEverything) {
        client.identify({ userId: "js-ada", anonymousId: "js-anon", traits: { email: SECRET } });
        client.alias({ userId: "js-ada", previousId: "js-old" });
        client.group({ userId: "js-ada", groupId: "team", traits: { name: SECRET } });
        client.screen({ userId: "js-ada", name: SECRET, properties: { text: SECRET } });
        client.page({ userId: "js-ada", name: SECRET, properties: { text: SECRET } });
        client.track({ userId: "js-ada", event: "Bought with segment-node", properties: { to: "js-ben", note: SECRET } });
        client.track({ anonymousId: "js-anon", event: "page", properties: { text: SECRET } });
    }
    for (const number of numbers) {
        const said = { userId: "js-ada", event: "page", properties: { text: SECRET }, messageId: messageId(number) };
        client.track(said);
        client.track(said);
    }
    await client.closeAndFlush({ timeout: 50_000 });
}

async function posthog() {
    const client = new PostHog(key, { host: url, flushAt: 20, fetchRetryCount: 30, fetchRetryDelay: 500 });
    client.on("error", failed);
    if (hasEverything) {
        client.identify({ distinctId: "jp-ada", properties: { $anon_distinct_id: "jp-anon", email: SECRET } });
        client.alias({ distinctId: "jp-ada", alias: "jp-old" });
        client.groupIdentify({ groupType: "company", groupKey: "team", properties: { name: SECRET } });
        client.capture({ distinctId: "jp-ada", event: "Bought with posthog-node", properties: { to: "jp-ben", note: SECRET } });
    }
    const timestamp = new Date();
    for (const number of numbers) {
        const said = { distinctId: "jp-ada", event: "$pageview", uuid: messageId(number), timestamp };
        client.capture({ ...said, properties: { text: SECRET } });
        client.capture({ ...said, properties: { text: SECRET } });
    }
    await client.shutdown(50_000);
}

await { segment, posthog }[library]();
for (const failure of failures) console.error(failure);
process.exit(failures.length ? 1 : 0);
