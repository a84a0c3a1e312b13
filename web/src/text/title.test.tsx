import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { cultures, Text } from "./culture.ts";
import { TextProvider } from "./text.tsx";
import { useTitle } from "./title.ts";

const titled = async (tag: string, names: (string | undefined)[], unread?: number) => {
  const first = await Text.of(cultures.find((one) => one.tag === tag) as (typeof cultures)[number]);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TextProvider first={first}>{children}</TextProvider>
  );
  renderHook(() => useTitle(names, unread), { wrapper });
  return document.title;
};

test("the page is called by where one is, and how much is unread", async () => {
  expect(await titled("en", ["Garden", "Allotments"], 3)).toBe("(3) Garden · Allotments");
  expect(await titled("en", [undefined, "Allotments"], 0)).toBe("Allotments");
  expect(await titled("en", ["Garden", "Allotments"], 1234)).toBe("(1,234) Garden · Allotments");
  expect(await titled("hi", ["बगीचा"], 1234567)).toBe("(12,34,567) बगीचा");
});
