// Steps on end-to-end encryption: keys, cross-signing, secret messages, backups, more devices, and all of it after a crash.
import {
    Wire, assert, assertEqual, clientOf, knownEvents, login, reconnected, register, request, seen, sharedRoom, startSyncing, unique, until,
} from "../lib.mjs";

const ENCRYPTED = [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }];

/** A room and the people in it; `said` is every text, in order. Nothing if there is nobody to go on with. */
export async function encryption(step, baseUrl) {
    const people = {};
    const talk = { people, said: [], roomId: undefined, recovery: new Map(), wires: new Map() };

    await step("two clients make keys and find each other's", async () => {
        for (const name of ["alice", "bob"]) people[name] = await withCrypto(await register(baseUrl, name), talk);
        await until(() => knows(people.bob, people.alice), "Alice's device as Bob sees it");
    });
    if (!people.bob) return undefined;

    await step("the first cross-signing keys need no further proof", async () => {
        const { alice, bob } = people;
        for (const client of [alice, bob]) {
            await client.getCrypto().bootstrapCrossSigning({ setupNewCrossSigning: true, authUploadDeviceSigningKeys: (upload) => upload(null) });
            assert(await client.getCrypto().isCrossSigningReady(), "cross-signing is not ready");
        }
        const known = await request(bob, "POST", "/keys/query", { body: { device_keys: { [alice.getUserId()]: [] } } });
        const of = (keys) => known[keys]?.[alice.getUserId()];
        assert(of("master_keys") && of("self_signing_keys"), "her keys are not told");
        assert(!of("user_signing_keys"), "her user-signing key is told to others");
        const signatures = of("device_keys")[alice.getDeviceId()].signatures[alice.getUserId()];
        assertEqual(Object.keys(signatures).length, 2, "signatures on her device");
    });

    await step("a secret message goes one way and the other", async () => {
        talk.roomId = await sharedRoom(people.alice, [people.bob], { initial_state: ENCRYPTED });
        for (const client of [people.alice, people.bob]) {
            await until(() => client.getCrypto().isEncryptionEnabledInRoom(talk.roomId), "the room to be known as encrypted");
        }
        await sayTo(talk, people.alice, [people.bob]);
        await sayTo(talk, people.bob, [people.alice]);
    });

    return talk.said.length ? talk : undefined;
}

export async function devices(step, talk) {
    const { people } = talk;

    await step("a backup is made and gets the room's keys", async () => {
        const crypto = people.alice.getCrypto();
        const recovery = await crypto.createRecoveryKeyFromPassphrase();
        talk.recovery.set(people.alice.getUserId(), recovery.privateKey);
        await crypto.bootstrapSecretStorage({
            createSecretStorageKey: async () => recovery,
            setupNewSecretStorage: true,
            setupNewKeyBackup: true,
        });
        assert(await crypto.isSecretStorageReady(), "secret storage is not ready");
        const count = async () => (await backup(people.alice))?.count ?? 0;
        await until(async () => (await count()) >= 2, "the keys of both sessions in the backup");
    });

    await step("a second device reads from the backup what was said before it came", async () => {
        people.aliceSecond = await recovered(talk, people.alice);
        await readsAll(talk, people.aliceSecond);
    });
    if (!people.aliceSecond) return;

    await step("others hear of the second device and trust it by its owner's signature", async () => {
        const { bob, aliceSecond } = people;
        await until(() => knows(bob, aliceSecond), "the second device as Bob sees it");
        const status = await bob.getCrypto().getDeviceVerificationStatus(aliceSecond.getUserId(), aliceSecond.getDeviceId());
        assert(status.signedByOwner, "its owner's signature is not seen");
    });

    await step("a secret message reaches every device", async () => {
        const { alice, aliceSecond, bob } = people;
        await sayTo(talk, bob, [alice, aliceSecond]);
        await sayTo(talk, aliceSecond, [alice, bob]);
    });

    await step("a key that was used up is told of, and more are made", async () => {
        const { alice, bob } = people;
        const query = { query: { timeout: "0" } };
        const counts = async () => (await request(alice, "GET", "/sync", query)).device_one_time_keys_count.signed_curve25519;
        const before = await until(counts, "one-time keys");
        const wanted = { [alice.getUserId()]: { [alice.getDeviceId()]: "signed_curve25519" } };
        await request(bob, "POST", "/keys/claim", { body: { one_time_keys: wanted } });
        await until(async () => (await counts()) >= before, "the claimed key to be replaced");
    });

    await step("a device that is gone is not written to any more", async () => {
        const { bob } = people;
        const third = await withCrypto(await login(bob.getHomeserverUrl(), bob.getUserId()), talk);
        await until(() => knows(people.alice, third), "Bob's other device");
        await third.logout(true);
        await until(async () => !(await knows(people.alice, third)), "Bob's other device to be gone");
        await sayTo(talk, people.alice, [bob]);
    });
}

export async function afterRestart(step, talk, server) {
    const { people } = talk;

    await step("what was said while a device was away is read after a crash", async () => {
        const { alice, bob } = people;
        const wire = talk.wires.get(bob);
        wire.cut();
        await freshSession(talk, alice);
        await sayTo(talk, alice, []);
        await server.kill();
        await server.start();
        wire.mend();
        await Promise.all(Object.values(people).map(reconnected));
        await readsAll(talk, bob);
    });

    await step("new keys are shared after a crash, both ways", async () => {
        const { alice, aliceSecond, bob } = people;
        for (const [from, to] of [[alice, [bob, aliceSecond]], [bob, [alice, aliceSecond]]]) {
            await freshSession(talk, from);
            await sayTo(talk, from, to);
        }
    });

    await step("a device that comes after a crash reads everything from the backup", async () => {
        const sessions = new Set(knownEvents(people.alice, talk.roomId).map((event) => event.getWireContent().session_id).filter(Boolean));
        await until(async () => (await backup(people.alice)).count >= sessions.size, "every session in the backup");
        people.aliceThird = await recovered(talk, people.alice);
        await readsAll(talk, people.aliceThird);
        await sayTo(talk, people.aliceThird, [people.alice, people.bob]);
    });
}

/** A syncing client whose secret storage opens with the key of its owner. */
async function withCrypto(session, talk) {
    const getSecretStorageKey = async ({ keys }) => [Object.keys(keys)[0], talk.recovery.get(session.userId)];
    const wire = new Wire();
    const client = clientOf(session, wire, { cryptoCallbacks: { getSecretStorageKey } });
    talk.wires.set(client, wire);
    await client.initRustCrypto({ useIndexedDB: false });
    return startSyncing(client);
}

/** Another device of somebody, signed by its owner and with the room keys of the backup. */
async function recovered(talk, owner) {
    const device = await withCrypto(await login(owner.getHomeserverUrl(), owner.getUserId()), talk);
    const crypto = device.getCrypto();
    assert(await crypto.userHasCrossSigningKeys(owner.getUserId(), true), "its owner's keys are not found");
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: () => assert(false, "it wants to replace the keys") });
    await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
    assert(await crypto.checkKeyBackupAndEnable(), "the backup is not trusted");
    const { imported } = await crypto.restoreKeyBackup();
    assert(imported > 0, "nothing was restored");
    return device;
}

async function knows(client, other) {
    const devices = await client.getCrypto().getUserDeviceInfo([other.getUserId()], true);
    return devices.get(other.getUserId())?.has(other.getDeviceId());
}

function backup(client) {
    return request(client, "GET", "/room_keys/version").catch(() => undefined);
}

/** The next message is encrypted with a key that nobody has yet. */
const freshSession = (talk, client) => client.getCrypto().forceDiscardSession(talk.roomId);

/** Says something, which these read; its event id. */
export async function sayTo(talk, from, readers, content = { msgtype: "m.text", body: unique("secret") }) {
    const text = content.body;
    const eventId = await send(from, talk.roomId, content);
    talk.said.push({ eventId, text });
    for (const reader of readers) await reads(reader, talk.roomId, eventId, text);
    return eventId;
}

/** The SDK fails when its own message comes back by sync before the answer to the request: it was sent all the same. */
async function send(client, roomId, content) {
    const transactionId = unique("t");
    const isOwn = (event) => event.getUnsigned().transaction_id === transactionId;
    try {
        return (await client.sendEvent(roomId, "m.room.message", content, transactionId)).event_id;
    } catch (error) {
        if (error.httpStatus !== undefined) throw error;
        return (await until(() => knownEvents(client, roomId).find(isOwn), "the own message")).getId();
    }
}

async function reads(client, roomId, eventId, text) {
    const event = await seen(client, roomId, eventId);
    await until(() => event.getClearContent()?.body === text, `${client.getDeviceId()} to read it (${event.decryptionFailureReason})`);
    assertEqual(event.getWireType(), "m.room.encrypted", "what the server has");
}

async function readsAll(talk, client) {
    const room = await until(() => client.getRoom(talk.roomId), "the room");
    while (room.oldState.paginationToken) await client.scrollback(room, 30);
    for (const { eventId, text } of talk.said) await reads(client, talk.roomId, eventId, text);
}
