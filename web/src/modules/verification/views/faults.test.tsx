import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, expect, test } from "vitest";
import type { Member } from "../../../matrix/member.ts";
import { Signal } from "../../../matrix/signal.ts";
import type { Room } from "../../../matrix/types.ts";
import type { Step, Verification, Verifications } from "../../../matrix/verification.ts";
import { cultures, Text } from "../../../text/culture.ts";
import { TextProvider } from "../../../text/text.tsx";
import Changed from "./Changed.tsx";
import Verifying from "./Verifying.tsx";

afterEach(cleanup);

const fails = () => Promise.reject(new Error("no connection"));

async function show(view: ReactElement): Promise<void> {
  const first = await Text.of(cultures.find(({ tag }) => tag === "en") as (typeof cultures)[number]);
  render(<TextProvider first={first}>{view}</TextProvider>);
}

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));
const said = () => screen.queryByText(/The server cannot be reached/);

test.each<[Step, string]>([
  [{ is: "asked" }, "Compare"],
  [{ is: "choosing", code: undefined, canScan: false }, "Compare pictures"],
  [{ is: "comparing", pictures: ["🐶"] }, "They are the same"],
  [{ is: "ended", why: "failed" }, "Begin anew"],
])("a step that cannot be taken is said: %s", async (step, button) => {
  const who = { id: "@ada:x", name: "Ada" };
  const verification: Verification = { isOwn: false, who, isAsker: false, hasBegun: true, step };
  const verifications = {
    current: new Signal<Verification | undefined>(verification),
    accept: fails,
    compare: fails,
    confirm: fails,
    again: fails,
  };
  await show(<Verifying verifications={verifications as unknown as Verifications} />);
  expect(said()).toBeNull();
  await press(button);
  expect(said()).not.toBeNull();
});

test.each(["Compare", "Go on without"])(
  "new keys stay a question where the answer fails: %s",
  async (button) => {
    const member = { verifications: { withPerson: fails }, trust: { accept: fails } };
    const room = { id: "!r", name: "Ada", face: "@ada:x" } as Room;
    await show(<Changed member={member as unknown as Member} room={room} />);
    await press(button);
    expect(said()).not.toBeNull();
  },
);
