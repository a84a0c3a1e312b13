import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Signal } from "../../matrix/signal.ts";
import type { Connection } from "../../matrix/types.ts";
import { cultures, Text } from "../../text/culture.ts";
import { TextProvider } from "../../text/text.tsx";
import { useCommunity } from "./community.ts";

test("what is said of the community is known once there is a connection, however the app was started", async () => {
  const first = await Text.of(cultures.find(({ tag }) => tag === "en") as (typeof cultures)[number]);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TextProvider first={first}>{children}</TextProvider>
  );
  const asked = vi.spyOn(globalThis, "fetch");
  const connection = new Signal<Connection>("starting");
  const { result } = renderHook(() => useCommunity({ connection }), { wrapper });
  asked.mockRejectedValueOnce(new Error("no connection"));
  await act(async () => connection.set("online"));
  expect(result.current).toBeUndefined();
  await act(async () => connection.set("offline"));
  asked.mockResolvedValueOnce(Response.json({ server_name: "x", members: 2, translator: "lt.example" }));
  await act(async () => connection.set("online"));
  expect(result.current?.translator).toBe("lt.example");
  expect(asked).toHaveBeenCalledTimes(2);
});
