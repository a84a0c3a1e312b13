// Steps on what lies behind: paging back, context, lazy loading, filters, and the gap after being away.
import { EventTimeline, SyncState } from "matrix-js-sdk";
import {
    Wire, assert, assertEqual, assertSequence, clientOf, isMessage, knownEvents, messages, newDevice, reconnected, register, request,
    roomPath, say, sayAll, scrollToStart, seen, sharedRoom, sync, until,
} from "../lib.mjs";

const LONG_ROOM = 150;
const AWAY = 50;

export async function history(step, people) {
    await pagingBack(step, people);
    await lazyLoading(step, people);
    await filters(step, people);
    await gaps(step, people);
}

async function pagingBack(step, { alice, bob }) {
    const texts = numbered("line", LONG_ROOM);
    let roomId, ids;

    await step(`${LONG_ROOM} messages are sent`, async () => {
        roomId = await sharedRoom(alice, [bob]);
        ids = await sayAll(alice, roomId, texts);
    });

    await step(`a new device pages back through ${LONG_ROOM} messages`, async () => {
        const device = await newDevice(bob, { initialSyncLimit: 10 });
        const found = (await scrollToStart(device, roomId)).filter(isMessage);
        device.stopClient();
        assertSequence(found.map((event) => event.getContent().body), texts, "texts");
        assertSequence(found.map((event) => event.getId()), ids, "event ids");
    });

    await step("/context joins what is before and after the event", async () => {
        const middle = ids[LONG_ROOM / 2];
        const context = await request(bob, "GET", roomPath(roomId, "context", middle), { query: { limit: "10" } });
        assertEqual(context.event.event_id, middle, "the event asked for");
        assert(context.events_before.length + context.events_after.length <= 10, "more neighbours than asked for");
        const older = await messages(bob, roomId, { from: context.start, dir: "b", limit: "10" });
        const newer = await messages(bob, roomId, { from: context.end, dir: "f", limit: "10" });
        const stretch = [...older.chunk.reverse(), ...context.events_before.reverse(), context.event, ...context.events_after, ...newer.chunk];
        const first = ids.indexOf(stretch[0].event_id);
        assertSequence(stretch.map((event) => event.event_id), ids.slice(first, first + stretch.length), "stretch around the event");
    });

    await step("a client opens the room in its middle and pages to both ends", async () => {
        const device = await newDevice(bob, { initialSyncLimit: 10 });
        const timeline = await device.getEventTimeline(device.getRoom(roomId).getUnfilteredTimelineSet(), ids[LONG_ROOM / 2]);
        while (await device.paginateEventTimeline(timeline, { backwards: true, limit: 20 }));
        while (!timeline.getNeighbouringTimeline(EventTimeline.FORWARDS)) {
            assert(await device.paginateEventTimeline(timeline, { backwards: false, limit: 20 }), "the newest events were not reached");
        }
        const found = knownEvents(device, roomId).filter(isMessage);
        device.stopClient();
        assertSequence(found.map((event) => event.getId()), ids, "event ids");
    });
}

async function lazyLoading(step, { alice, bob }) {
    await step("members are loaded lazily, and all of them when asked for", async () => {
        const carol = clientOf(await register(bob.getHomeserverUrl(), "carol"));
        const roomId = await sharedRoom(alice, [bob, carol], { name: "lazy" });
        await sayAll(alice, roomId, numbered("after everybody came", 15));
        const device = await newDevice(bob, { initialSyncLimit: 10 });
        const room = device.getRoom(roomId);
        const known = () => [alice, bob, carol].filter((person) => room.getMember(person.getUserId())?.membership === "join").map(nameOf);
        assertEqual(known(), [alice, bob].map(nameOf), "members after the first sync: who spoke and oneself");
        assertEqual(room.getJoinedMemberCount(), 3, "joined members by the summary");
        await room.loadMembersIfNeeded();
        assertEqual(known(), [alice, bob, carol].map(nameOf), "members after loading all");
        device.stopClient();
    });
}

async function filters(step, { alice, bob }) {
    await step("a stored filter decides what sync brings", async () => {
        const roomId = await sharedRoom(alice, [bob], { name: "filtered", topic: "not asked for" });
        const other = await sharedRoom(alice, [bob]);
        const [one, , three] = await sayInTurns(roomId, [alice, bob, alice]);
        await say(alice, other, "in a room left out");
        const definition = {
            room: {
                rooms: [roomId],
                timeline: { types: ["m.room.message"], not_senders: [bob.getUserId()], limit: 5 },
                state: { types: ["m.room.name"] },
            },
        };
        const { filterId } = await bob.createFilter(definition);
        const { rooms } = await sync(bob, { filter: filterId });
        assertEqual(Object.keys(rooms.join), [roomId], "rooms");
        assertEqual(rooms.join[roomId].timeline.events.map((event) => event.event_id), [one, three], "timeline");
        assertEqual(rooms.join[roomId].state.events.map((event) => event.type), ["m.room.name"], "state");
    });

    await step("a filter decides what /messages brings", async () => {
        const roomId = await sharedRoom(alice, [bob], { topic: "first" });
        await say(alice, roomId, "between");
        await alice.setRoomTopic(roomId, "second");
        const { chunk } = await messages(bob, roomId, { dir: "b", limit: "10", filter: JSON.stringify({ types: ["m.room.topic"] }) });
        assertEqual(chunk.map((event) => event.content.topic), ["second", "first"], "topics");
    });
}

async function gaps(step, { alice, bob }) {
    await step(`after ${AWAY} messages a limited sync joins /messages without gap or overlap`, async () => {
        const roomId = await sharedRoom(alice, [bob]);
        const filter = { room: { timeline: { limit: 10 } } };
        const last = await say(alice, roomId, "before");
        const { next_batch: since } = await sync(bob, { filter });
        const ids = await sayAll(alice, roomId, numbered("missed", AWAY));
        const { timeline } = (await sync(bob, { filter, since })).rooms.join[roomId];
        assert(timeline.limited, "the timeline is not marked as limited");
        assertEqual(timeline.events.length, 10, "events in the limited timeline");
        const gap = await messages(bob, roomId, { from: timeline.prev_batch, dir: "b", limit: `${AWAY - 10 + 1}` });
        const found = [...gap.chunk.reverse(), ...timeline.events].map((event) => event.event_id);
        assertSequence(found, [last, ...ids], "the last known message and the missed ones");
    });

    await step(`a client that was offline for ${AWAY} messages catches up`, async () => {
        const wire = new Wire();
        const device = await newDevice(bob, {}, wire);
        const roomId = await sharedRoom(alice, [bob]);
        const before = await sayAll(alice, roomId, numbered("online", 5));
        await seen(device, roomId, before.at(-1));
        wire.cut();
        await until(() => device.getSyncState() !== SyncState.Syncing, "the client to notice");
        const missed = await sayAll(alice, roomId, numbered("offline", AWAY));
        wire.mend();
        await reconnected(device);
        await seen(device, roomId, missed.at(-1));
        const found = (await scrollToStart(device, roomId)).filter(isMessage);
        device.stopClient();
        assertSequence(found.map((event) => event.getId()), [...before, ...missed], "event ids");
    });
}

const numbered = (word, count) => Array.from({ length: count }, (_, index) => `${word} ${index}`);

const nameOf = (client) => client.getUserId();

async function sayInTurns(roomId, speakers) {
    const ids = [];
    for (const speaker of speakers) ids.push(await say(speaker, roomId, `by ${nameOf(speaker)}`));
    return ids;
}
