// Steps on a room's life: coming, talking, being noticed, changing the room, going.
import { assert, assertEqual, assertRefused, knownEvents, request, roomPath, say, seen, sharedRoom, sync, unique, until } from "../lib.mjs";

export async function rooms(step, people) {
    await comingAndTalking(step, people);
    await notices(step, people);
    await counts(step, people);
    await changes(step, people);
    await going(step, people);
}

async function comingAndTalking(step, { alice, bob }) {
    const name = unique("Kitchen");
    let roomId;

    await step("a room is created with its name and topic", async () => {
        ({ room_id: roomId } = await alice.createRoom({ name, topic: "tea", preset: "private_chat" }));
        await until(() => alice.getRoom(roomId)?.name === name, "the name in sync");
        await until(() => topicOf(alice, roomId) === "tea", "the topic in sync");
    });

    await step("an invite arrives and tells what room it is", async () => {
        await alice.invite(roomId, bob.getUserId());
        const room = await until(() => membershipOf(bob, roomId) === "invite" && bob.getRoom(roomId), "the invite");
        assertEqual(room.name, name, "name in the invite");
        assertEqual(ownMemberEvent(bob, roomId).getSender(), alice.getUserId(), "who invites");
    });

    await step("a join is seen by both", async () => {
        await bob.joinRoom(roomId);
        await until(() => membershipOf(bob, roomId) === "join", "the own join");
        await until(() => membershipIn(alice, roomId, bob) === "join", "the other's join");
    });

    await step("text goes both ways", async () => {
        const { event_id: hello } = await alice.sendTextMessage(roomId, "hello Bob");
        const atBob = await seen(bob, roomId, hello);
        assertEqual([atBob.getSender(), atBob.getContent().body], [alice.getUserId(), "hello Bob"], "message at Bob");
        const { event_id: answer } = await bob.sendTextMessage(roomId, "hello Alice");
        const atAlice = await seen(alice, roomId, answer);
        assertEqual([atAlice.getSender(), atAlice.getContent().body], [bob.getUserId(), "hello Alice"], "message at Alice");
    });
}

async function notices(step, { alice, aliceSecond, bob }) {
    const withRoom = async (run) => run(await sharedRoom(alice, [bob]));

    await step("typing is seen on and off", () => withRoom(async (roomId) => {
        const typing = () => alice.getRoom(roomId).getMember(bob.getUserId())?.typing;
        await bob.sendTyping(roomId, true, 10_000);
        await until(typing, "typing on");
        await bob.sendTyping(roomId, false, 0);
        await until(() => !typing(), "typing off");
    }));

    await step("a read receipt is seen by the other", () => withRoom(async (roomId) => {
        const id = await say(alice, roomId, "read me");
        await bob.sendReadReceipt(await seen(bob, roomId, id));
        await until(() => readersOf(alice, roomId, id).includes(bob.getUserId()), "the receipt");
    }));

    await step("a private read receipt is seen by its sender alone", () => withRoom(async (roomId) => {
        const id = await say(alice, roomId, "nobody shall know");
        await bob.sendReadReceipt(await seen(bob, roomId, id), "m.read.private");
        await seen(alice, roomId, await say(bob, roomId, "whatever came before has arrived too"));
        assert(!readersOf(alice, roomId, id).includes(bob.getUserId()), "the other's client shows it");
        assert(!(await receiptIn(alice, roomId, id, bob)), "the other's sync holds it");
        assert(await receiptIn(bob, roomId, id, bob), "the sender's own sync lacks it");
    }));

    await step("the read marker reaches the user's other device", () => withRoom(async (roomId) => {
        const id = await say(bob, roomId, "so far");
        await seen(alice, roomId, id);
        await alice.setRoomReadMarkers(roomId, id);
        await until(() => aliceSecond.getRoom(roomId)?.getAccountData("m.fully_read")?.getContent().event_id === id, "m.fully_read");
    }));
}

async function counts(step, { alice, bob }) {
    let roomId;

    await step("messages count as unread for the other, not for the sender", async () => {
        roomId = await sharedRoom(alice, [bob]);
        for (const text of ["one", "two", "three"]) await say(alice, roomId, text);
        await expectCounts(bob, roomId, { total: 3, highlight: 0 });
        await expectCounts(alice, roomId, { total: 0, highlight: 0 });
    });

    await step("a mention counts as highlight", async () => {
        await say(alice, roomId, { msgtype: "m.text", body: "look", "m.mentions": { user_ids: [bob.getUserId()] } });
        await expectCounts(bob, roomId, { total: 4, highlight: 1 });
    });

    await step("reading clears the counts", async () => {
        await bob.sendReadReceipt(await seen(bob, roomId, await say(alice, roomId, "last")));
        await expectCounts(bob, roomId, { total: 0, highlight: 0 });
    });
}

async function changes(step, { alice, bob }) {
    let roomId;

    await step("name and topic changes are seen by the other", async () => {
        roomId = await sharedRoom(alice, [bob], { name: "before" });
        await alice.setRoomName(roomId, "after");
        await alice.setRoomTopic(roomId, "a new topic");
        await until(() => bob.getRoom(roomId).name === "after", "the new name");
        await until(() => topicOf(bob, roomId) === "a new topic", "the new topic");
    });

    await step("power levels decide who may change the room", async () => {
        await assertRefused(bob.setRoomTopic(roomId, "not mine to change"), 403, "M_FORBIDDEN");
        await alice.setPowerLevel(roomId, bob.getUserId(), 50);
        await until(() => bob.getRoom(roomId).getMember(bob.getUserId()).powerLevel === 50, "the new power level");
        await bob.setRoomTopic(roomId, "now mine");
        await until(() => topicOf(alice, roomId) === "now mine", "the moderator's topic");
    });

    await step("a redaction empties the message for everybody", async () => {
        const id = await say(alice, roomId, "a slip");
        const atBob = await seen(bob, roomId, id);
        await alice.redactEvent(roomId, id, undefined, { reason: "slip" });
        await until(() => atBob.isRedacted(), "the redaction");
        const stored = await request(bob, "GET", roomPath(roomId, "event", id));
        assertEqual(stored.content, {}, "content of the redacted event");
        assertEqual(stored.unsigned?.redacted_because?.content?.reason, "slip", "reason in redacted_because");
    });
}

async function going(step, { alice, bob }) {
    let roomId;
    const send = () => say(bob, roomId, "am I still in?");

    await step("a kicked person is out and knows why", async () => {
        roomId = await sharedRoom(alice, [bob]);
        await alice.kick(roomId, bob.getUserId(), "noise");
        await until(() => membershipOf(bob, roomId) === "leave", "the kick");
        const own = ownMemberEvent(bob, roomId);
        assertEqual([own.getSender(), own.getContent().reason], [alice.getUserId(), "noise"], "who kicked and why");
        await assertRefused(send(), 403, "M_FORBIDDEN");
    });

    await step("a banned person cannot join", async () => {
        await alice.ban(roomId, bob.getUserId(), "more noise");
        await until(() => membershipIn(alice, roomId, bob) === "ban", "the ban");
        await assertRefused(bob.joinRoom(roomId), 403, "M_FORBIDDEN");
    });

    await step("a banned person cannot be invited", () => assertRefused(alice.invite(roomId, bob.getUserId()), 403, "M_FORBIDDEN"));

    await step("after the ban is lifted an invite works again", async () => {
        await alice.unban(roomId, bob.getUserId());
        await alice.invite(roomId, bob.getUserId());
        await bob.joinRoom(roomId);
        await seen(alice, roomId, await send());
    });

    await step("a person who leaves is gone for both", async () => {
        await bob.leave(roomId);
        await until(() => membershipOf(bob, roomId) === "leave", "the own leave");
        await until(() => membershipIn(alice, roomId, bob) === "leave", "the other's leave");
        await assertRefused(send(), 403, "M_FORBIDDEN");
    });
}

const topicOf = (client, roomId) => client.getRoom(roomId).currentState.getStateEvents("m.room.topic", "")?.getContent().topic;

const ownMemberEvent = (client, roomId) => client.getRoom(roomId).getMember(client.getUserId()).events.member;

const membershipOf = (client, roomId) => client.getRoom(roomId)?.getMyMembership();

const membershipIn = (client, roomId, person) => client.getRoom(roomId)?.getMember(person.getUserId())?.membership;

function readersOf(client, roomId, eventId) {
    const event = knownEvents(client, roomId).find((known) => known.getId() === eventId);
    return client.getRoom(roomId).getReceiptsForEvent(event).map((receipt) => receipt.userId);
}

/** Whether a fresh sync of the client holds any receipt of the person on the event. */
async function receiptIn(client, roomId, eventId, person) {
    const answer = await sync(client);
    const receipts = answer.rooms.join[roomId].ephemeral.events.filter((event) => event.type === "m.receipt");
    return receipts.some(({ content }) => Object.values(content[eventId] ?? {}).some((readers) => readers[person.getUserId()]));
}

/** The running client and a fresh sync must agree on the counts. */
async function expectCounts(client, roomId, { total, highlight }) {
    const shown = () => ["total", "highlight"].map((type) => client.getRoom(roomId).getUnreadNotificationCount(type) ?? 0);
    await until(() => `${shown()}` === `${[total, highlight]}`, `counts ${[total, highlight]} (${client.getUserId()})`);
    const { notification_count, highlight_count } = (await sync(client)).rooms.join[roomId].unread_notifications;
    assertEqual([notification_count, highlight_count], [total, highlight], "counts in a fresh sync");
}
