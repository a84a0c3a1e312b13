#!/usr/bin/env node
// Two people talk through a Hearth server with matrix-js-sdk, while the server is watched, killed and started again.
//   HEARTH_BIN=path/to/hearth node chat.mjs     starts its own server; HEARTH_DATABASE_URL is passed on if set
//   node chat.mjs --url URL                     uses a running server and leaves out the steps that restart it
import { conversation } from "./lib.mjs";
import { accounts } from "./steps/accounts.mjs";
import { crash, readAgain, stop } from "./steps/crash.mjs";
import { files } from "./steps/files.mjs";
import { history } from "./steps/history.mjs";
import { relations } from "./steps/relations.mjs";
import { rooms } from "./steps/rooms.mjs";
import { sending } from "./steps/sending.mjs";

async function chat(step, baseUrl, server) {
    const people = await accounts(step, baseUrl);
    if (!people) return;
    await rooms(step, people);
    await sending(step, people);
    const readings = [...(await relations(step, people)), ...(await files(step, people))];
    await history(step, people);
    if (server) {
        await crash(step, people, server);
        // Without that device the step before has told why.
        if (people.bobSecond) await readAgain(step, people.bobSecond, readings);
    }
    for (const client of Object.values(people)) client.stopClient();
    if (server) await stop(step, server);
}

await conversation(chat);
