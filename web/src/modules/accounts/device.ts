// A name for this device that its owner recognises in a list: which browser on which system.

import type { Text } from "../../text/culture.ts";

const BROWSERS = { Edg: "Edge", OPR: "Opera", Firefox: "Firefox", Chrome: "Chrome", Safari: "Safari" };
const SYSTEMS = {
  Android: "Android",
  "iPhone|iPad": "iOS",
  Windows: "Windows",
  "Mac OS": "macOS",
  Linux: "Linux",
};

export function deviceName(text: Text, agent: string): string {
  const browser = named(BROWSERS, agent);
  const system = named(SYSTEMS, agent);
  // The name is stored, so it is free of the isolates that a text has on a page.
  const plain = (said: string) => said.replaceAll(/[\u2068\u2069]/g, "");
  return browser && system
    ? plain(text.say("accounts-device-name", { browser, system }))
    : plain(text.say("accounts-device-unknown"));
}

function named(names: Record<string, string>, agent: string): string | undefined {
  return Object.entries(names).find(([sign]) => new RegExp(sign).test(agent))?.[1];
}
