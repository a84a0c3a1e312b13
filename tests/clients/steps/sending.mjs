// Steps on transaction ids: one request, repeated or not, is one event, and only its device recognises it.
import { assert, assertEqual, messages, request, roomPath, say, seen, sharedRoom, unique } from "../lib.mjs";

export async function sending(step, { alice, aliceSecond, bob }) {
    await step("the transaction id comes back to the sending device alone", async () => {
        const roomId = await sharedRoom(alice, [bob]);
        const transactionId = unique("t");
        const id = await say(alice, roomId, "mine", transactionId);
        const shown = [];
        for (const client of [alice, aliceSecond, bob]) shown.push((await seen(client, roomId, id)).getUnsigned().transaction_id ?? null);
        assertEqual(shown, [transactionId, null, null], "transaction ids in sync at sender, her other device, the other person");
        const stored = await request(alice, "GET", roomPath(roomId, "event", id));
        assertEqual(stored.unsigned?.transaction_id, transactionId, "transaction id in /event");
    });

    await step("the same transaction id twice at once is one event", async () => {
        const roomId = await sharedRoom(alice, [bob]);
        const transactionId = unique("t");
        const ids = await Promise.all(["once", "once"].map((text) => say(alice, roomId, text, transactionId)));
        assertEqual(ids[0], ids[1], "event ids");
        assertEqual(await messageCount(alice, roomId), 1, "messages in the room");
    });

    await step("the same transaction id from another device is another event", async () => {
        const roomId = await sharedRoom(alice, [bob]);
        const transactionId = unique("t");
        const first = await say(alice, roomId, "first device", transactionId);
        const second = await say(aliceSecond, roomId, "second device", transactionId);
        assert(first !== second, "the second device was given the first one's event");
        assertEqual(await messageCount(bob, roomId), 2, "messages in the room");
    });
}

async function messageCount(client, roomId) {
    const { chunk } = await messages(client, roomId, { dir: "b", limit: "50" });
    return chunk.filter((event) => event.type === "m.room.message").length;
}
