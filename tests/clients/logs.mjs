// Reads chat logs of other systems as the messages that an imported room must show.
// It is the check of the import, so it shares nothing with the server.

/** By format: how a text is read, oldest message first, and the fields in which a shown message must equal the log's. */
export const formats = {
    qtox: { parse: parseQtox, fields: ["at", "author", "msgtype", "body"] },
    edges: { parse: parseEdges, fields: ["at", "author"] },
};

const HOUR_MS = 3_600_000;

const QTOX_LINE = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) (.*)$/s;
const QTOX_MESSAGES = [
    { pattern: /^<([^>]+)> (.*)$/s, msgtype: "m.text" },
    { pattern: /^\* (\S+) (.*)$/s, msgtype: "m.emote" },
    { pattern: /^-(\S+)- (.*)$/s, msgtype: "m.notice" },
];

/** Lines `YYYY-MM-DD HH:MM:SS REST`, London time, REST one of `<nick> text`, `* nick text`, `-nick- text`; others are no messages. */
function parseQtox(text) {
    const clock = new LondonClock();
    const messages = [];
    for (const line of linesOf(text)) {
        const [, year, month, day, hour, minute, second, rest] = QTOX_LINE.exec(line) ?? fail(`not a line of such a log: ${line}`);
        const at = clock.read(Date.UTC(year, month - 1, day, hour, minute, second));
        const message = qtoxMessage(rest);
        if (message) messages.push({ at, ...message });
    }
    return byTime(messages);
}

function qtoxMessage(rest) {
    for (const { pattern, msgtype } of QTOX_MESSAGES) {
        const match = pattern.exec(rest);
        if (match) return { author: match[1], msgtype, body: match[2] };
    }
    return undefined;
}

/** Lines `source target unixtime`: who wrote to whom and when, without text. */
function parseEdges(text, { between } = {}) {
    const edges = linesOf(text).map((line) => line.split(/\s+/));
    const wanted = between ? edges.filter(([source, target]) => between.includes(source) && between.includes(target)) : edges;
    return byTime(wanted.map(([source, , seconds]) => ({ at: Number(seconds) * 1000, author: source })));
}

function fail(why) {
    throw new Error(why);
}

const linesOf = (text) => text.split("\n").filter((line) => line !== "");

/** The sort is stable: at the same time the order of the lines holds. */
const byTime = (messages) => messages.sort((one, other) => one.at - other.at);

/** Turns London wall time, read in the order of a log, into UTC. */
class LondonClock {
    #format = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" });
    #summerByHour = new Map();
    #latest = -Infinity;

    /** `wall` is the wall time taken as if it were UTC. In the hour that occurs twice, the first reading that does not go back is meant. */
    read(wall) {
        const readings = [wall - HOUR_MS, wall].filter((instant) => instant + this.#offsetAt(instant) === wall);
        this.#latest = readings.find((instant) => instant >= this.#latest) ?? readings.at(-1);
        return this.#latest;
    }

    #offsetAt(instant) {
        const hour = Math.floor(instant / HOUR_MS);
        if (!this.#summerByHour.has(hour)) this.#summerByHour.set(hour, this.#isSummer(hour));
        return this.#summerByHour.get(hour) ? HOUR_MS : 0;
    }

    #isSummer(hour) {
        return Number(this.#format.format(hour * HOUR_MS)) !== hour % 24;
    }
}
