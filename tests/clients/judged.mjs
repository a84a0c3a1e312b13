#!/usr/bin/env node
// Checks that are not this project's own, against a server of its own: a smoke test through matrix-js-sdk, before and after a
// restart, and a probe of every endpoint of the protocol's catalogue.
//   HEARTH_BIN=path/to/hearth HEARTH_SHARED=folder node judged.mjs     they are in tools/ of that folder
import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assert, assertEqual, conversation } from "./lib.mjs";

const LIMIT_MS = 300_000;
/** What docs/conformance.md says is not there: steps, and endpoints. */
const NOT_THERE = [/sliding sync/i, /delayed event/i];
const STEPS = 63;
const ABSENT = [
    // The probe asks for a stage that nobody has; that of the terms is there.
    "GET /_matrix/client/v3/auth/{auth_type}/fallback/web",
    "PUT /_matrix/client/v3/directory/list/appservice/{networkId}/{roomId}",
    "POST /_matrix/client/v1/appservice/{appserviceId}/ping",
    "GET /_matrix/client/v3/events",
    "GET /_matrix/client/v3/events/{eventId}",
    "GET /_matrix/client/v3/initialSync",
    "GET /.well-known/matrix/policy_server",
    "GET /_matrix/client/v1/admin/suspend/{userId}",
    "PUT /_matrix/client/v1/admin/suspend/{userId}",
    "GET /_matrix/client/v1/auth_metadata",
    "GET /_matrix/client/v3/login/sso/redirect",
    "GET /_matrix/client/v3/login/sso/redirect/{idpId}",
    "GET /_matrix/static/client/login/",
];

const run = promisify(execFile);
const tools = join(process.env.HEARTH_SHARED ?? assert(false, "set HEARTH_SHARED to the folder that has the checks"), "tools");

async function judged(step, url, server) {
    const smoke = await besideTheSdk(server.dataDir, "smoke.mjs");
    for (const when of ["at first", "after a restart"]) {
        await step(`the smoke test passes but for what is not there, ${when}`, async () => {
            if (when === "after a restart") {
                await server.stop();
                await server.start();
            }
            const { stdout } = await run(process.execPath, [smoke, url]).catch((failed) => failed);
            const lines = stdout.split("\n");
            const unexpected = lines.filter((line) => line.startsWith("FAIL") && !NOT_THERE.some((one) => one.test(line)));
            assertEqual(unexpected, [], "what failed");
            const passed = lines.filter((line) => line.startsWith("PASS")).length;
            assert(passed >= STEPS - NOT_THERE.length, `${passed} of ${STEPS} steps passed`);
        }, LIMIT_MS);
    }
    await step("each endpoint answers, but for what is not there", async () => {
        const report = join(server.dataDir, "endpoints.json");
        await run("python3", [join(tools, "endpoints", "probe.py"), url, "--json", report]);
        const { results, summary_stable: summary } = JSON.parse(await readFile(report, "utf8"));
        const missing = results.filter(({ verdict }) => verdict !== "yes").map(({ method, path }) => `${method} ${path}`);
        assertEqual(summary.broken, 0, "broken answers");
        assertEqual(missing.sort(), ABSENT.toSorted(), "what is missing");
    }, LIMIT_MS);
}

/** A script looks for the SDK from where it lies. */
async function besideTheSdk(dataDir, name) {
    const folder = join(dataDir, "judged");
    await mkdir(folder);
    await symlink(fileURLToPath(new URL("node_modules", import.meta.url)), join(folder, "node_modules"));
    await copyFile(join(tools, "js-smoke", name), join(folder, name));
    return join(folder, name);
}

await conversation(judged);
