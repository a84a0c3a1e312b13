// Where the collector meets the page: it begins with the member, heeds what they agree to, and tells of its own accord how
// long they are here. Fetched once the conversations are readable.

import type { Member } from "../matrix/member.ts";
import type { Choices } from "../modules/privacy/model.ts";
import { Collector } from "./collector.ts";
import { tell, telling } from "./tell.ts";
import type { Variant } from "./words.ts";

const MINUTE_MS = 60_000;

/** Tells until the answer is called. */
export function begin(member: Member, choices: Choices, language: string): () => void {
  const collector = new Collector((path, body) =>
    member.ask(path, { method: "POST", body, isLasting: true }),
  );
  for (const told of telling.early ?? []) collector.take(told);
  telling.to = collector;
  const heed = () => {
    const purposes = choices.purposes.get();
    if (purposes) collector.heed(purposes.filter(({ allowed }) => allowed).map(({ purpose }) => purpose));
  };
  const connected = () => {
    if (member.connection.get() !== "online") return;
    if (!choices.purposes.get()) void choices.load(language).catch(() => undefined);
    void collector.flush();
  };
  const stops = [
    choices.purposes.subscribe(heed),
    member.connection.subscribe(connected),
    whileHere(collector),
    () => collector.end(),
  ];
  heed();
  connected();
  return () => {
    for (const stop of stops) stop();
    telling.to = undefined;
  };
}

const ACTIVE: readonly [number, Variant<"app_active">][] = [
  [30, "30m"],
  [15, "15m"],
  [5, "5m"],
  [1, "1m"],
];

/** Counts the minutes in which something was done here, and tells of them when the page is left or after half an hour. */
function whileHere(collector: Collector): () => void {
  let minutes = 0;
  let isUsed = true;
  const use = () => {
    isUsed = true;
  };
  const report = () => {
    const [count, variant] = ACTIVE.find(([least]) => minutes >= least) ?? [];
    if (count === undefined || variant === undefined) return;
    tell("app_active", variant);
    minutes -= count;
  };
  const leave = () => {
    if (document.visibilityState === "visible") return;
    report();
    void collector.flush();
  };
  const timer = setInterval(() => {
    if (isUsed && document.visibilityState === "visible") minutes += 1;
    isUsed = false;
    if (minutes >= 30) report();
  }, MINUTE_MS);
  const listening = { passive: true, capture: true };
  for (const kind of ["pointerdown", "keydown", "wheel"]) addEventListener(kind, use, listening);
  document.addEventListener("visibilitychange", leave);
  return () => {
    clearInterval(timer);
    for (const kind of ["pointerdown", "keydown", "wheel"]) removeEventListener(kind, use, listening);
    document.removeEventListener("visibilitychange", leave);
  };
}
