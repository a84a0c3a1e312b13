import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { cultures, preferred, Text } from "./culture.ts";
import { TextProvider, useSpeak, useText } from "./text.tsx";

afterEach(() => localStorage.clear());

test("a culture whose words cannot be fetched is not chosen", async () => {
  const [english, german] = ["en", "de"].map((tag) => cultures.find((culture) => culture.tag === tag));
  if (!english || !german) throw new Error("Cultures are missing.");
  const first = await Text.of(english);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TextProvider first={first}>{children}</TextProvider>
  );
  const { result } = renderHook(() => ({ text: useText(), speak: useSpeak() }), { wrapper });
  const lost = { ...german, load: () => Promise.reject(new TypeError()) };
  await expect(act(() => result.current.speak(lost))).rejects.toThrow();
  expect(result.current.text.culture.tag).toBe("en");
  expect(preferred().tag).not.toBe("de");
  await act(() => result.current.speak(german));
  expect(result.current.text.culture.tag).toBe("de");
  expect(preferred().tag).toBe("de");
});
