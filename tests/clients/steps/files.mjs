// Steps on files: given to the other byte for byte, made smaller, kept secret. Each gives back how a client reads it, so that a
// new device can read it again after the crash.
import { randomBytes, subtle } from "node:crypto";
import { deflateSync } from "node:zlib";
import { assert, assertEqual, say, seen, sharedRoom } from "../lib.mjs";
import { sayTo } from "./encryption.mjs";

/** More than the server has in memory at once. */
const FILE_BYTES = 3_000_001;

/** What there is to read, and how a client reads it. */
export async function files(step, people) {
    return [await wholeFile(step, people), await picture(step, people)];
}

async function wholeFile(step, { alice, bob }) {
    const bytes = randomBytes(FILE_BYTES);
    let roomId, id;
    const read = async (client) => expectBytes(await download(client, await addressIn(client, roomId, id)), bytes);

    await step("a file that one sends reaches the other, byte for byte", async () => {
        roomId = await sharedRoom(alice, [bob]);
        id = await say(alice, roomId, await uploaded(alice, "m.file", "recipes.bin", "application/octet-stream", bytes));
        await read(bob);
    });

    await step("without a token there is no file", async () => {
        const { status } = await fetch(linkTo(bob, await addressIn(bob, roomId, id)));
        assertEqual(status, 401, "status");
    });

    return ["the file", read];
}

async function picture(step, { alice, bob }) {
    let roomId, id;
    const read = async (client) => {
        const small = await download(client, await addressIn(client, roomId, id), 32, 32, "scale");
        assertEqual(sizeOf(small), [32, 24], "the smaller picture's size");
    };

    await step("a picture comes smaller to who asks for it", async () => {
        roomId = await sharedRoom(alice, [bob]);
        id = await say(alice, roomId, await uploaded(alice, "m.image", "night.png", "image/png", png(64, 48)));
        await read(bob);
    });

    return ["the smaller picture", read];
}

/** The same in a room where the server shall not know what it keeps. */
export async function secretFiles(step, talk) {
    const { alice, bob } = talk.people;
    const bytes = randomBytes(FILE_BYTES);
    let id;
    const read = async (client) => {
        const { file } = (await seen(client, talk.roomId, id)).getContent();
        expectBytes(await unlocked(await download(client, file.url), file), bytes);
    };

    await step("a secret file is opened by the other, byte for byte", async () => {
        const { secret, lock } = await locked(bytes);
        const { url, ...message } = await uploaded(bob, "m.file", "diary.bin", "application/octet-stream", secret);
        id = await sayTo(talk, bob, [alice], { ...message, file: { ...lock, url } });
        await read(alice);
    });

    return [["the secret file", read]];
}

/** Uploads the file; the content of the message that brings it. */
async function uploaded(client, msgtype, name, type, bytes) {
    const { content_uri: url } = await client.uploadContent(bytes, { name, type });
    return { msgtype, body: name, url, info: { mimetype: type, size: bytes.length } };
}

const addressIn = async (client, roomId, eventId) => (await seen(client, roomId, eventId)).getContent().url;

/** Where a file is, or a picture at the size asked for: `box` is its width, its height and how it fits. */
function linkTo(client, address, ...box) {
    const [width, height, method] = box;
    return client.mxcUrlToHttp(address, width, height, method, false, true, true);
}

async function download(client, address, ...box) {
    const headers = { Authorization: `Bearer ${client.getAccessToken()}` };
    const answer = await fetch(linkTo(client, address, ...box), { headers });
    assertEqual(answer.status, 200, "status of the download");
    return Buffer.from(await answer.arrayBuffer());
}

function expectBytes(found, bytes) {
    assert(found.equals(bytes), `${found.length} bytes are not the ${bytes.length} that were sent`);
}

const AES = "AES-CTR";

/** The counter's part of the initial value, as the protocol has it; the rest is random. */
const COUNTER_BITS = 64;

/** What the server gets, and what opens it again, for the message. */
async function locked(bytes) {
    const key = await subtle.generateKey({ name: AES, length: 256 }, true, ["encrypt", "decrypt"]);
    const counter = Buffer.concat([randomBytes(8), Buffer.alloc(8)]);
    const secret = Buffer.from(await subtle.encrypt({ name: AES, counter, length: COUNTER_BITS }, key, bytes));
    const lock = { v: "v2", key: await subtle.exportKey("jwk", key), iv: unpadded(counter), hashes: { sha256: await sum(secret) } };
    return { secret, lock };
}

/** Decrypts what is still as it was sent. */
async function unlocked(secret, { key: jwk, iv, hashes }) {
    assertEqual(await sum(secret), hashes.sha256, "sum of what the server keeps");
    const key = await subtle.importKey("jwk", jwk, AES, false, ["decrypt"]);
    const counter = Buffer.from(iv, "base64");
    return Buffer.from(await subtle.decrypt({ name: AES, counter, length: COUNTER_BITS }, key, secret));
}

const sum = async (bytes) => unpadded(await subtle.digest("SHA-256", bytes));

const unpadded = (bytes) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A black picture: one byte a point, and one before each row that says how the row is packed. */
function png(width, height) {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.writeUInt8(8, 8);
    const points = deflateSync(Buffer.alloc((1 + width) * height));
    return Buffer.concat([PNG, chunk("IHDR", head), chunk("IDAT", points), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
}

/** Node has its own only from 20.15 on. */
function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc >>> 0;
}

/** Width and height, as the head of a PNG says. */
function sizeOf(picture) {
    assert(picture.subarray(0, PNG.length).equals(PNG), "not a PNG");
    return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}
