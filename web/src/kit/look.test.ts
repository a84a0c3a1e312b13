import { beforeEach, expect, test } from "vitest";
import { choose, chosenLook, wear } from "./look.ts";

const worn = () => document.documentElement.dataset["look"];

beforeEach(() => localStorage.clear());

test("the look is the system's until somebody chooses, and then stays", () => {
  wear();
  expect([chosenLook(), worn()]).toEqual(["system", "system"]);
  choose("dark");
  expect([chosenLook(), worn()]).toEqual(["dark", "dark"]);
});

test("what is stored and means nothing is the system's look", () => {
  localStorage.setItem("hearth.look", "pink");
  wear();
  expect(worn()).toBe("system");
});
