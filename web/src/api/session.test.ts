import { expect, test } from "vitest";
import { forget } from "./session.ts";

test("only the language and the look stay of who was here", () => {
  for (const key of ["hearth.session", "hearth.look", "hearth.culture", "mx_pending_events_!room", "other"])
    localStorage.setItem(key, "kept");
  forget();
  expect(Object.keys(localStorage).sort()).toEqual(["hearth.culture", "hearth.look"]);
});
