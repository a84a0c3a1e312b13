// @vitest-environment node
import { expect, test, vi } from "vitest";
import { Pictures } from "./pictures.ts";

test("a picture is fetched once while the app is open", async () => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:1" }));
  const fetch = vi.fn(async (_path: string, _init: RequestInit) => new Response("picture"));
  const pictures = new Pictures(fetch);
  expect(await pictures.of("mxc://x/a")).toBe("blob:1");
  expect(await pictures.of("mxc://x/a")).toBe("blob:1");
  expect(fetch).toHaveBeenCalledTimes(1);
});
