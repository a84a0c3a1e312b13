import { expect, test } from "vitest";
import type { Found } from "../../matrix/types.ts";
import { excerpt, Searching, type Source } from "./model.ts";

function found(id: string, at: number, body = id): Found {
  const sender = { id: "@ada:x", name: "Ada", picture: undefined };
  return { id, room: { id: "!r", name: "Room" }, thread: undefined, sender, at, body };
}

function source(more: Partial<Source> = {}): Source {
  return {
    ask: async () => ({ found: [], count: 0, next: undefined }),
    held: () => [],
    secrecy: () => "none",
    hasFurther: () => false,
    further: async () => undefined,
    ...more,
  };
}

const ids = (searching: Searching) => searching.searched.get().found.map(({ id }) => id);

test("pages follow each other, and each result is there once", async () => {
  const pages = {
    first: { found: [found("c", 3), found("b", 2)], count: 3, next: "second" },
    second: { found: [found("b", 2), found("a", 1)], count: 3, next: undefined },
  };
  const searching = new Searching(
    source({ ask: async (_, __, next) => pages[next === "second" ? next : "first"] }),
  );
  await searching.look("tea", undefined);
  expect(ids(searching)).toEqual(["c", "b"]);
  expect(searching.searched.get()).toMatchObject({ count: 3, hasMore: true });
  await searching.more();
  expect(ids(searching)).toEqual(["c", "b", "a"]);
  await searching.more();
  expect(searching.searched.get()).toMatchObject({ state: "here", hasMore: false });
});

test("what only this device can read is looked through here, and further back when asked", async () => {
  const all = [found("new", 3, "Grüner Tee"), found("old", 1, "tee again"), found("other", 2, "coffee")];
  let held = 1;
  const searching = new Searching(
    source({
      ask: () => Promise.reject(new Error("the server cannot read this")),
      secrecy: () => "all",
      held: (_, isMeant) => all.slice(0, held).filter(({ body }) => isMeant(body)),
      hasFurther: () => held < all.length,
      further: async () => {
        held += 1;
      },
    }),
  );
  await searching.look("TEE", "!r");
  expect(ids(searching)).toEqual(["new"]);
  await searching.more();
  expect(ids(searching)).toEqual(["new", "old"]);
  await searching.more();
  expect(searching.searched.get()).toMatchObject({ state: "here", hasMore: false });
});

test("over all rooms both are united, the newest first", async () => {
  const ask = async () => ({ found: [found("a", 1)], count: 1, next: undefined });
  const held: Source["held"] = (_, isMeant) =>
    [found("b", 2, "tea"), found("c", 3, "no")].filter(({ body }) => isMeant(body));
  const searching = new Searching(source({ ask, held, secrecy: () => "some" }));
  await searching.look("tea", undefined);
  expect(ids(searching)).toEqual(["b", "a"]);
});

test("over all rooms, after the server's pages it goes further back in what only this device can read", async () => {
  const all = [found("near", 3, "tea"), found("far", 1, "tea")];
  let held = 1;
  const searching = new Searching(
    source({
      ask: async () => ({ found: [found("open", 2, "tea")], count: 1, next: undefined }),
      secrecy: () => "some",
      held: () => all.slice(0, held),
      hasFurther: () => held < all.length,
      further: async () => {
        held += 1;
      },
    }),
  );
  await searching.look("tea", undefined);
  expect(ids(searching)).toEqual(["near", "open"]);
  expect(searching.searched.get()).toMatchObject({ hasMore: true, isFurther: true });
  await searching.more();
  expect(ids(searching)).toEqual(["near", "open", "far"]);
  expect(searching.searched.get()).toMatchObject({ count: 3, hasMore: false });
});

test("without a connection, what this device has is found", async () => {
  const ask = () => Promise.reject(new Error("no connection"));
  const searching = new Searching(source({ ask, held: () => [found("here", 1)], secrecy: () => "some" }));
  await searching.look("tea", undefined);
  expect(ids(searching)).toEqual(["here"]);
  expect(searching.searched.get().state).toBe("failed");
});

test("nothing is asked without words, and a failure can be tried again", async () => {
  let fails = true;
  const ask = async () => {
    if (fails) throw new Error("no connection");
    return { found: [], count: 0, next: undefined };
  };
  const searching = new Searching(source({ ask }));
  await searching.look("   ", undefined);
  expect(searching.searched.get().state).toBe("idle");
  await searching.look("tea", undefined);
  expect(searching.searched.get().state).toBe("failed");
  fails = false;
  await searching.more();
  expect(searching.searched.get().state).toBe("here");
});

test("an answer that comes too late is not shown", async () => {
  const answers: ((page: { found: Found[]; count: number; next: undefined }) => void)[] = [];
  const searching = new Searching(source({ ask: () => new Promise((resolve) => answers.push(resolve)) }));
  const first = searching.look("te", undefined);
  const second = searching.look("tea", undefined);
  answers[1]?.({ found: [found("tea", 1)], count: 1, next: undefined });
  answers[0]?.({ found: [found("te", 1)], count: 1, next: undefined });
  await Promise.all([first, second]);
  expect(ids(searching)).toEqual(["tea"]);
});

test("the words stand out, whatever their case and accents", () => {
  const marked = (body: string, words: string) =>
    excerpt(body, words)
      .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
      .join("");
  expect(marked("Ein Café, das CAFES mag", "cafe")).toBe("Ein [Café], das [CAFE]S mag");
  expect(marked("今天下午在花园见面", "花园")).toBe("今天下午在[花园]见面");
  expect(marked("कल की किताब", "की")).toBe("कल [की] किताब");
  expect(marked("कल की किताब", "क")).toBe("[क]ल [की] [कि]ताब");
  expect(marked("한국", "하")).toBe("[한]국");
  expect(marked("Die Straße in İzmir", "strasse izmir")).toBe("Die [Straße] in [İzmir]");
  expect(marked("tea teapot", "tea teapot")).toBe("[tea] [teapot]");
  expect(marked("nothing", "tea")).toBe("nothing");
  expect(marked(`${"a ".repeat(200)}tea${" b".repeat(200)}`, "tea")).toMatch(/^…(a )+\[tea\]( b)+ ?…$/);
});
