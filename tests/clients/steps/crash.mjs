// Steps on the server's life: killed in the middle of talk, started again on the same data, stopped politely.
import {
    assert, assertEqual, assertSequence, isMessage, newDevice, reconnected, say, scrollToStart, seen, sharedRoom, unique, until,
} from "../lib.mjs";

const ROUNDS = 3;
const ACKNOWLEDGED_BEFORE_KILL = 60;
const CRASH_LIMIT_MS = 120_000;

export async function crash(step, people, server) {
    const { alice, aliceSecond, bob } = people;
    let roomId;
    const talks = [];

    for (let round = 1; round <= ROUNDS; round++) {
        await step(`killed while messages are sent, nothing acknowledged is lost (${round} of ${ROUNDS})`, async () => {
            roomId ??= await sharedRoom(alice, [bob]);
            const running = [alice, aliceSecond, bob].map((client, index) => new Talk(client, roomId, `round ${round} talk ${index}`));
            talks.push(...running);
            await killAmidst(running, server);
            await server.start();
            await Promise.all([alice, aliceSecond, bob].map(reconnected));
            for (const talk of running) await talk.repeatLast();
            for (const talk of running) await talk.sendNext();
            const withoutMemory = await newDevice(bob);
            for (const client of [alice, aliceSecond, bob, withoutMemory]) {
                for (const talk of running) await seen(client, roomId, talk.eventIds.at(-1));
                await expectEveryTalk(client, roomId, talks);
            }
            withoutMemory.stopClient();
        }, CRASH_LIMIT_MS);
    }

    await step("all clients and a new device tell the same story", async () => {
        people.bobSecond = await newDevice(bob);
        const story = await storyOf(people.bobSecond, roomId);
        for (const client of [alice, aliceSecond, bob]) assertSequence(await storyOf(client, roomId), story, `story of ${client.getDeviceId()}`);
    });
}

/** Each reading is what a client reads and how it does it. */
export async function readAgain(step, client, readings) {
    for (const [what, read] of readings) await step(`a device that came after the crash reads ${what}`, () => read(client));
}

export async function stop(step, server) {
    await step("the server stops when asked", async () => assertEqual(await server.stop(), 0, "exit status"));
}

/** One device that sends one message after another until its server is gone. */
class Talk {
    eventIds = [];
    texts = [];
    #transactionIds = [];

    constructor(client, roomId, word) {
        this.client = client;
        this.roomId = roomId;
        this.word = word;
    }

    get acknowledged() {
        return this.eventIds.length;
    }

    async sendNext() {
        const number = this.texts.push(`${this.word} message ${this.texts.length}`) - 1;
        this.#transactionIds.push(unique("t"));
        this.eventIds.push(await this.#put(number));
    }

    async sendUntilCut() {
        await this.#sendForever().catch((error) => {
            const refused = error.httpStatus !== undefined;
            if (refused) throw error;
        });
    }

    /** Repeats the last acknowledged request and the one that the cut left without an answer, as a client does. */
    async repeatLast() {
        const lastAcknowledged = this.acknowledged - 1;
        assertEqual(await this.#put(lastAcknowledged), this.eventIds[lastAcknowledged], "event id of a repeated request");
        this.eventIds.push(await this.#put(this.acknowledged));
        assertEqual(await this.#put(this.acknowledged - 1), this.eventIds.at(-1), "event id of a request repeated once more");
    }

    async #sendForever() {
        for (;;) await this.sendNext();
    }

    #put(number) {
        return say(this.client, this.roomId, this.texts[number], this.#transactionIds[number]);
    }
}

async function killAmidst(talks, server) {
    const cut = Promise.all(talks.map((talk) => talk.sendUntilCut()));
    const enough = () => talks.reduce((sum, talk) => sum + talk.acknowledged, 0) >= ACKNOWLEDGED_BEFORE_KILL;
    await Promise.race([cut, until(enough, `${ACKNOWLEDGED_BEFORE_KILL} acknowledged messages`)]);
    assert(enough(), "the talks broke off before the kill");
    await server.kill();
    await cut;
}

/** Every message of every talk once, in the order it was sent, under the event id that was acknowledged. */
async function expectEveryTalk(client, roomId, talks) {
    const found = (await scrollToStart(client, roomId, 100)).filter(isMessage);
    for (const talk of talks) {
        const ofTalk = found.filter((event) => event.getContent().body.startsWith(`${talk.word} `));
        assertSequence(ofTalk.map((event) => event.getContent().body), talk.texts, talk.word);
        assertSequence(ofTalk.map((event) => event.getId()), talk.eventIds, `event ids of ${talk.word}`);
    }
}

const storyOf = async (client, roomId) => (await scrollToStart(client, roomId, 100)).filter(isMessage).map((event) => event.getId());
