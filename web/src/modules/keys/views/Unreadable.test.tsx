import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Safety } from "../../../matrix/keys.ts";
import type { Member } from "../../../matrix/member.ts";
import { MemberContext } from "../../../matrix/react.ts";
import { Signal } from "../../../matrix/signal.ts";
import type { Message } from "../../../matrix/types.ts";
import { cultures, Text } from "../../../text/culture.ts";
import { TextProvider } from "../../../text/text.tsx";
import { Unreadable } from "./Unreadable.tsx";

test("who cannot look into the backup is told so and can look again, and asks where there is nothing", async () => {
  const first = await Text.of(cultures.find(({ tag }) => tag === "en") as (typeof cultures)[number]);
  const member = { keys: { safety: new Signal<Safety>("safe") } } as unknown as Member;
  const message = { sender: { id: "@ada:x", name: "Ada" }, isOwn: false } as Message;
  const answers = [Promise.reject(new Error("no connection")), Promise.resolve()];
  const onLook = () => answers.shift() as Promise<void>;
  render(
    <TextProvider first={first}>
      <MemberContext value={member}>
        <Unreadable message={message} why="no-key" onLook={onLook} onAsk={() => undefined} />
      </MemberContext>
    </TextProvider>,
  );
  const look = () => act(async () => fireEvent.click(screen.getByRole("button", { name: "Look again" })));
  await look();
  expect(screen.getByRole("alert").textContent).toMatch(/The server cannot be reached/);
  await look();
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("button", { name: /^Ask/ })).toBeTruthy();
});
