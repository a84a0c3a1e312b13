import type { MatrixClient, Room } from "matrix-js-sdk";
import { expect, test } from "vitest";
import { contentIn, write } from "./written.ts";

/** A room whose state comes back when it is told to. */
function scene() {
  let state = { id: "$0", content: {} as object };
  const sent: { content: object; answer: (id?: string) => void }[] = [];
  const room = {
    roomId: "!r",
    currentState: { getStateEvents: () => ({ getId: () => state.id, getContent: () => state.content }) },
  } as unknown as Room;
  const sendStateEvent = (_: string, __: string, content: object) =>
    new Promise((resolve, reject) => {
      const answer = (id?: string) => (id ? resolve({ event_id: id }) : reject(new Error("refused")));
      sent.push({ content, answer });
    });
  const client = { sendStateEvent } as unknown as MatrixClient;
  const put = (content: object) => write(client, room, "t", { ...contentIn(room, "t"), ...content });
  const comes = (id: string, content: object) => {
    state = { id, content };
  };
  return { sent, put, comes, now: () => contentIn(room, "t") };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test("what was written and has not come back is not taken back", async () => {
  const { sent, put, comes, now } = scene();
  const first = put({ a: 1 });
  const second = put({ b: 2 });
  await turn();
  expect(sent).toHaveLength(1);
  sent[0]?.answer("$1");
  await first;
  await turn();
  expect(sent[1]?.content).toEqual({ a: 1, b: 2 });
  comes("$1", { a: 1 });
  expect(now()).toEqual({ a: 1, b: 2 });
  sent[1]?.answer("$2");
  await second;
  expect(now()).toEqual({ a: 1, b: 2 });
  // Somebody else's, which is newer, counts.
  comes("$3", { c: 3 });
  expect(now()).toEqual({ c: 3 });
});

test("a third is made from the second, whose own has not come back", async () => {
  const { sent, put, comes, now } = scene();
  const first = put({ a: 1 });
  await turn();
  sent[0]?.answer("$1");
  await first;
  const second = put({ b: 2 });
  comes("$1", { a: 1 });
  expect(now()).toEqual({ a: 1, b: 2 });
  await turn();
  sent[1]?.answer("$2");
  await second;
});

test("what was refused counts no more", async () => {
  const { sent, put, now } = scene();
  const refused = put({ a: 1 });
  await turn();
  sent[0]?.answer();
  await expect(refused).rejects.toThrow("refused");
  expect(now()).toEqual({});
});
