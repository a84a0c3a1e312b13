import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { byPreference, Text } from "../../../text/culture.ts";
import { TextProvider } from "../../../text/text.tsx";
import { Recording } from "../recording.ts";
import Recorder from "./Recorder.tsx";

const first = await Text.ofFirst(byPreference());

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Somebody who has spoken for so long, and what became of it. */
async function spoken(durationMs: number) {
  const parcel = {
    kind: "voice",
    name: "voice.ogg",
    type: "audio/ogg",
    blob: new Blob(["a"]),
    durationMs,
  } as const;
  const recording = { stop: vi.fn(), parcel: async () => parcel } as unknown as Recording;
  vi.spyOn(Recording, "start").mockResolvedValue(recording);
  const [onSend, onLeave] = [vi.fn(), vi.fn()];
  const { unmount } = render(
    <TextProvider first={first}>
      <Recorder onSend={onSend} onLeave={onLeave} onClose={() => unmount()} />
    </TextProvider>,
  );
  await act(async () => undefined);
  const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
  return { onSend, onLeave, press, leave: () => act(async () => unmount()) };
}

test("what was spoken stays where somebody goes elsewhere, unless it is nothing", async () => {
  const { leave, onLeave, onSend } = await spoken(5000);
  await leave();
  expect(onLeave).toHaveBeenCalledOnce();
  expect(onLeave.mock.calls[0]?.[0]).toMatchObject({ name: "voice.ogg", type: "audio/ogg" });
  expect(onSend).not.toHaveBeenCalled();
  const slip = await spoken(300);
  await slip.leave();
  expect(slip.onLeave).not.toHaveBeenCalled();
});

test("what was sent or thrown away does not stay", async () => {
  const sent = await spoken(5000);
  await sent.press("Send");
  expect(sent.onSend).toHaveBeenCalledOnce();
  expect(sent.onLeave).not.toHaveBeenCalled();
  const thrown = await spoken(5000);
  await thrown.press("Cancel");
  expect(thrown.onLeave).not.toHaveBeenCalled();
  expect(thrown.onSend).not.toHaveBeenCalled();
});
