import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keep } from "../api/session.ts";
import { byPreference, Text } from "../text/culture.ts";
import { TextProvider } from "../text/text.tsx";
import { App } from "./App.tsx";
import { Boundary } from "./Boundary.tsx";
import { Broken } from "./Broken.tsx";

const first = await Text.ofFirst(byPreference());

const shown = (what: ReactNode) => render(<TextProvider first={first}>{what}</TextProvider>);

const Breaking = () => {
  throw new Error();
};

beforeEach(() => {
  vi.stubGlobal("indexedDB", {});
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError()));
});

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("over plain http the entrance says what is needed, also to who is signed in", async () => {
  vi.stubGlobal("isSecureContext", false);
  keep({ userId: "@me:x", deviceId: "D", accessToken: "t" } as Parameters<typeof keep>[0]);
  shown(<App />);
  expect(await screen.findByText(/needs a secure connection/)).toBeTruthy();
  expect(document.querySelector("[name=password]")).toBeNull();
});

test("over https one signs in", async () => {
  vi.stubGlobal("isSecureContext", true);
  shown(<App />);
  expect(await screen.findByRole("button", { name: "Sign in" })).toBeTruthy();
});

test("where the app breaks, the page says so", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  shown(
    <Boundary broken={<Broken onAgain={() => undefined} />}>
      <Breaking />
    </Boundary>,
  );
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Sign out" })).toBeNull();
});
