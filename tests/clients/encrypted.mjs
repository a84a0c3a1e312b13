#!/usr/bin/env node
// Two people talk in secret through a Hearth server with matrix-js-sdk and its Rust crypto, before and after the server was killed.
//   HEARTH_BIN=path/to/hearth node encrypted.mjs     starts its own server; HEARTH_DATABASE_URL is passed on if set
//   node encrypted.mjs --url URL                     uses a running server and leaves out the steps that restart it
import { conversation } from "./lib.mjs";
import { readAgain, stop } from "./steps/crash.mjs";
import { afterRestart, devices, encryption } from "./steps/encryption.mjs";
import { secretFiles } from "./steps/files.mjs";

async function encrypted(step, baseUrl, server) {
    const talk = await encryption(step, baseUrl);
    if (!talk) return;
    await devices(step, talk);
    const readings = await secretFiles(step, talk);
    if (server) {
        await afterRestart(step, talk, server);
        await readAgain(step, talk.people.aliceThird, readings);
    }
    for (const client of Object.values(talk.people)) client.stopClient();
    if (server) await stop(step, server);
}

await conversation(encrypted);
