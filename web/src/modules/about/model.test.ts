import { expect, test } from "vitest";
import type { Attendee, Details } from "../../matrix/details.ts";
import { isDone, levelsFor, listed, refused, roleOf } from "./model.ts";

const OWNER = Number.POSITIVE_INFINITY;

const details = (level: number) => ({ level, needs: { remove: 50, ban: 50, roles: 100 } }) as Details;

const person = (name: string, level = 0, membership: Attendee["membership"] = "join"): Attendee => ({
  id: `@${name.toLowerCase()}:x`,
  name,
  level,
  membership,
});

test("levels have names, and those without are kept", () => {
  expect([OWNER, 100, 50, 0, 75, -1].map(roleOf)).toEqual([
    "owner",
    "admin",
    "moderator",
    "member",
    "custom",
    "custom",
  ]);
  expect(levelsFor(details(50), 75)).toEqual([75, 50, 0]);
  expect(levelsFor(details(OWNER), OWNER)).toEqual([100, 50, 0]);
});

test("nobody acts without the level, nor on who is not below them", () => {
  expect(refused(details(0), "remove", person("Bob"))).toEqual({ why: "level", level: 50 });
  expect(refused(details(50), "remove", person("Ada", 50))).toEqual({ why: "rank" });
  expect(refused(details(100), "remove", person("Ada", OWNER))).toEqual({ why: "rank" });
  expect(refused(details(OWNER), "remove", person("Ada", 100))).toBeUndefined();
  expect(refused(details(50), "remove", person("Bob"))).toBeUndefined();
});

test("members are found by name and address, without accents, the highest first", () => {
  const people = [person("Émile"), person("Ada", OWNER), person("Bob", 50), person("Eve", 0, "ban")];
  const names = (words: string, kind: Attendee["membership"] = "join") =>
    listed(people, words, kind).map(({ name }) => name);
  expect(names("")).toEqual(["Ada", "Bob", "Émile"]);
  expect(names("emile")).toEqual(["Émile"]);
  expect(names("@bob")).toEqual(["Bob"]);
  expect(names("nobody")).toEqual([]);
  expect(names("", "ban")).toEqual(["Eve"]);
});

test("ten thousand members are sorted and searched within a moment", () => {
  const people = Array.from({ length: 10_000 }, (_, at) => person(`Member ${at}`, at % 500 === 0 ? 50 : 0));
  const started = performance.now();
  expect(listed(people, "", "join")).toHaveLength(10_000);
  expect(listed(people, "member 9999", "join")).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("in a community nothing is said, and only a community has rooms", () => {
  const deeds = ["say", "delete", "rooms", "invite"] as const;
  expect(deeds.filter((deed) => isDone(deed, { isSpace: true }))).toEqual(["rooms", "invite"]);
  expect(deeds.filter((deed) => isDone(deed, { isSpace: false }))).toEqual(["say", "delete", "invite"]);
});
