import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Item, Message } from "../../../matrix/types.ts";
import { cultures, Text } from "../../../text/culture.ts";
import { TextProvider } from "../../../text/text.tsx";
import { Heard } from "./Heard.tsx";

const message = (key: string, more: Partial<Message> = {}): Item =>
  ({
    kind: "message",
    key,
    id: key,
    sender: { id: "@ada:x", name: "Ada" },
    isOwn: false,
    body: key,
    ...more,
  }) as Item;

test("all that comes is said, however many come at once, and nothing of what was there", async () => {
  const first = await Text.of(cultures.find(({ tag }) => tag === "en") as (typeof cultures)[number]);
  const heard = (items: Item[]) => (
    <TextProvider first={first}>
      <Heard items={items} />
    </TextProvider>
  );
  const lines = () => [...screen.getByRole("log").children].map((line) => line.textContent ?? "");
  const said = () => lines().map((line) => line.replaceAll(/[\u2066-\u2069]/g, "").replace("Ada: ", ""));
  const before = [message("a"), message("b")];
  const { rerender } = render(heard(before));
  expect(said()).toEqual([]);
  const three = [...before, message("c"), message("own", { isOwn: true }), message("d"), message("e")];
  rerender(heard(three));
  expect(said()).toEqual(["c", "d", "e"]);
  // Older ones that are paged in were not said just now.
  rerender(heard([message("z"), ...three]));
  expect(said()).toEqual(["c", "d", "e"]);
  const many = Array.from({ length: 9 }, (_, at) => message(`m${at}`));
  rerender(heard([...three, ...many]));
  expect(said()).toEqual(["m4", "m5", "m6", "m7", "m8"]);
});
