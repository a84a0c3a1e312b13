// Steps on what one message says of another: reactions, edits, answers in a thread. Each gives back how a client reads it, so
// that a new device can read it again after the crash.
import { assertEqual, assertRefused, request, roomPath, say, seen, sharedRoom, sync, unique, until } from "../lib.mjs";

/** What there is to read, and how Bob's clients read it. */
export async function relations(step, people) {
    return [await reactions(step, people), await edits(step, people), await threads(step, people)];
}

async function reactions(step, { alice, bob }) {
    let roomId, id, second, counted;
    const read = (client) => expectReactions(client, roomId, id, counted);

    await step("each sees the other's reaction counted with the own one", async () => {
        roomId = await sharedRoom(alice, [bob]);
        id = await say(alice, roomId, "we have a garden");
        await react(alice, roomId, id, "👍");
        await react(bob, roomId, id, "👍");
        second = await react(bob, roomId, id, "🐇");
        counted = "🐇 👍 👍";
        for (const client of [alice, bob]) await read(client);
    });

    await step("the same reaction twice is refused", async () => {
        await assertRefused(react(bob, roomId, id, "👍"), 400, "M_DUPLICATE_ANNOTATION");
    });

    await step("a reaction that is taken back is counted no more", async () => {
        await bob.redactEvent(roomId, second);
        counted = "👍 👍";
        for (const client of [alice, bob]) await read(client);
    });

    return ["the reactions", read];
}

async function edits(step, { alice, bob }) {
    const [before, after] = ["dinner at eight", "dinner at nine"];
    let roomId, id, editId;
    const read = async (client) => {
        const message = await seen(client, roomId, id);
        await until(() => message.getContent().body === after, "the edit in the client");
        const { content, unsigned } = await stored(client, roomId, id);
        assertEqual(content.body, before, "what the message itself says");
        const told = unsigned["m.relations"]?.["m.replace"];
        assertEqual([told?.event_id, told?.content["m.new_content"].body], [editId, after], "edit told with it");
    };

    await step("an edit is shown to the other and told with the message", async () => {
        roomId = await sharedRoom(alice, [bob]);
        id = await say(alice, roomId, before);
        editId = await say(alice, roomId, edited(id, after));
        for (const client of [alice, bob]) await read(client);
    });

    await step("an edit by somebody else changes nothing", async () => {
        await seen(alice, roomId, await say(bob, roomId, edited(id, "dinner is off")));
        for (const client of [alice, bob]) await read(client);
    });

    return ["the edited message", read];
}

async function threads(step, { alice, bob }) {
    let roomId, root, last;
    const answer = async (client, body) => (last = await say(client, roomId, inThread(root, body)));
    const expectThread = (client, expected) => expectSummary(client, roomId, root, { ...expected, last });
    const read = async (client) => {
        await expectThread(client, { count: 3, participated: true });
        assertEqual(await unread(client, roomId, root), { room: 2, thread: 0 }, "unread after reading");
        await expectReceipt(client, roomId, root, { reader: bob, last });
    };

    await step("a thread is told to the other, who has no part in it yet", async () => {
        roomId = await sharedRoom(alice, [bob]);
        root = await say(alice, roomId, "what shall we cook?");
        await answer(alice, "soup?");
        await expectThread(alice, { count: 1, participated: true });
        await expectThread(bob, { count: 1, participated: false });
    });

    await step("who answers in a thread has a part in it", async () => {
        await answer(bob, "soup it is");
        for (const client of [alice, bob]) await expectThread(client, { count: 2, participated: true });
    });

    await step("a thread is read apart from its room", async () => {
        await answer(alice, "with bread");
        await say(alice, roomId, "and who washes up?");
        assertEqual(await unread(bob, roomId, root), { room: 2, thread: 1 }, "unread before reading");
        await bob.sendReadReceipt(await until(() => bob.getRoom(roomId).getThread(root).findEventById(last), "the answer"));
        await expectReceipt(alice, roomId, root, { reader: bob, last });
        await read(bob);
    });

    return ["the thread and how far it was read", read];
}

async function react(client, roomId, eventId, key) {
    const content = { "m.relates_to": { rel_type: "m.annotation", event_id: eventId, key } };
    const path = roomPath(roomId, "send", "m.reaction", unique("t"));
    return (await request(client, "PUT", path, { body: content })).event_id;
}

const edited = (eventId, body) => ({
    msgtype: "m.text",
    body: `* ${body}`,
    "m.new_content": { msgtype: "m.text", body },
    "m.relates_to": { rel_type: "m.replace", event_id: eventId },
});

const inThread = (root, body) => ({
    msgtype: "m.text",
    body,
    "m.relates_to": { rel_type: "m.thread", event_id: root, is_falling_back: true, "m.in_reply_to": { event_id: root } },
});

const stored = (client, roomId, eventId) => request(client, "GET", roomPath(roomId, "event", eventId));

/** What the client counts from its sync and what the server lists: the key of each reaction, sorted. */
async function expectReactions(client, roomId, eventId, expected) {
    const reactions = () => client.getRoom(roomId)?.relations.getChildEventsForEvent(eventId, "m.annotation", "m.reaction");
    const counted = () => reactions()?.getSortedAnnotationsByKey().flatMap(([key, events]) => [...events].map(() => key));
    const text = (keys = []) => keys.sort().join(" ");
    await until(() => text(counted()) === expected, `${client.getUserId()} to count ${expected}`);
    const { chunk } = await client.fetchRelations(roomId, eventId, "m.annotation", "m.reaction");
    assertEqual(text(chunk.map(({ content }) => content["m.relates_to"].key)), expected, "the server's list");
}

/**
 * The summary that is told with the root, and the thread that the client makes of it once it has fetched the thread: an answer
 * that comes by sync while it still fetches, it may count twice or forget.
 */
async function expectSummary(client, roomId, root, { count, participated, last }) {
    const told = (await stored(client, roomId, root)).unsigned["m.relations"]?.["m.thread"];
    const summary = [told?.count, told?.current_user_participated, told?.latest_event.event_id];
    assertEqual(summary, [count, participated, last], "summary told with the root");
    const shown = () => {
        const thread = client.getRoom(roomId)?.getThread(root);
        return thread?.initialEventsFetched ? [thread.length, thread.hasCurrentUserParticipated, thread.replyToEvent?.getId()] : [];
    };
    const what = () => `the thread as ${client.getUserId()} shows it: got ${shown()}, expected ${summary}`;
    await until(() => `${shown()}` === `${summary}`, what);
}

/** The reader's receipt as it came by sync, for the thread alone. */
async function expectReceipt(client, roomId, root, { reader, last }) {
    const thread = client.getRoom(roomId).getThread(root);
    const receipt = () => thread.getReadReceiptForUserId(reader.getUserId(), true);
    await until(() => receipt()?.eventId === last, `the receipt at ${client.getUserId()}`);
    assertEqual(receipt().data.thread_id, root, "the receipt's thread");
}

/** How much waits for the client in the room and in its thread, by a fresh sync. */
async function unread(client, roomId, root) {
    const filter = { room: { timeline: { unread_thread_notifications: true } } };
    const { unread_notifications: room, unread_thread_notifications: threads } = (await sync(client, { filter })).rooms.join[roomId];
    return { room: room.notification_count, thread: threads?.[root]?.notification_count ?? 0 };
}
