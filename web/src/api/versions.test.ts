import { beforeEach, expect, test } from "vitest";
import { remembering } from "./versions.ts";

const URL_OF = (path: string) => `http://x/_matrix/client/${path}`;

beforeEach(() => localStorage.clear());

/** A server that has each of these answers once. */
function server(...answers: (Response | Error)[]) {
  const asked: string[] = [];
  const fetching = remembering(async (input) => {
    asked.push(String(input));
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new Error("asked too often");
    return answer;
  });
  return { fetching, asked };
}

test("the first time the server is waited for, then it is asked beside", async () => {
  const { fetching, asked } = server(new Response("1"), new Response("2"), new Error("offline"));
  expect(await (await fetching(URL_OF("versions"))).text()).toBe("1");
  expect(await (await fetching(URL_OF("versions"))).text()).toBe("1");
  await Promise.resolve();
  expect(asked).toHaveLength(2);
  await new Promise((resolve) => setTimeout(resolve));
  expect(await (await fetching(URL_OF("versions"))).text()).toBe("2");
});

test("refusals are not remembered, and nothing else is", async () => {
  const { fetching } = server(new Response("no", { status: 500 }), new Response("a"), new Response("b"));
  expect((await fetching(URL_OF("versions"))).status).toBe(500);
  expect(await (await fetching(URL_OF("v3/sync"))).text()).toBe("a");
  expect(await (await fetching(URL_OF("v3/sync"))).text()).toBe("b");
});
