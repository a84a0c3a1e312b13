import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Message, Room } from "../../matrix/types.ts";
import { cultures, Text } from "../../text/culture.ts";
import { isOn, isWelcome, shown, turn } from "./model.ts";

const NOON = new Date(2026, 2, 4, 12).getTime();
const NIGHT = new Date(2026, 2, 4, 23).getTime();

const english = async () => Text.of(cultures.find(({ tag }) => tag === "en") as (typeof cultures)[number]);

/** A browser that answers the question whether it may show something. */
function browser(answer: NotificationPermission) {
  const notification = {
    permission: "default",
    requestPermission: async () => {
      notification.permission = answer;
      return answer;
    },
  };
  vi.stubGlobal("Notification", notification);
  vi.stubGlobal("navigator", { ...navigator, serviceWorker: {} });
}

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("something is shown where the member wants it, while they do not look, and not in quiet hours", async () => {
  const text = await english();
  browser("granted");
  expect(isWelcome(text, NOON)).toBe(false);
  expect(await turn(true)).toBe(true);
  expect(isWelcome(text, NOON)).toBe(true);
  expect(isWelcome(text, NIGHT)).toBe(false);
  // The member's own quiet hours count more than the culture's.
  const late = text.with({ quietHours: { from: "02:00", to: "09:00", toOnDaysOff: "09:00" } });
  expect(isWelcome(late, NIGHT)).toBe(true);
  vi.mocked(document.hasFocus).mockReturnValue(true);
  expect(isWelcome(text, NOON)).toBe(false);
  expect(await turn(false)).toBe(true);
  expect(isOn()).toBe(false);
});

test("a browser that does not let it leaves it off", async () => {
  browser("denied");
  expect(await turn(true)).toBe(false);
  expect(isOn()).toBe(false);
});

test("what is shown says who wrote what and where, and leads there", async () => {
  const text = await english();
  const message = { id: "$1", body: "Rain at noon", sender: { id: "@ada:x", name: "Ada" } } as Message;
  const alert = { roomId: "!r:x", thread: "$0", message, isLoud: false };
  const room = { name: "Garden", isDirect: false } as Room;
  const { title, options } = shown(text, alert, room);
  expect(title).toBe("Garden");
  expect(options.body?.replaceAll(/[\u2068\u2069]/g, "")).toBe("Ada: Rain at noon");
  expect(options).toMatchObject({ data: "/rooms/!r:x/threads/$0/$1", silent: true, tag: "!r:x", dir: "ltr" });
  expect(shown(text, alert, { ...room, isDirect: true }).options.body).toBe("Rain at noon");
});
