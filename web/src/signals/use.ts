// Where the collector meets the page: it begins with the member, heeds what they agree to, and tells of its own accord how
// long they are here.

import { useEffect, useState } from "react";
import type { Member } from "../matrix/member.ts";
import type { Choices } from "../modules/privacy/model.ts";
import { useText } from "../text/text.tsx";
import { collector, tell } from "./tell.ts";
import type { Variant } from "./words.ts";

/** Not before the conversations are readable. */
const LATER_MS = 3000;

const MINUTE_MS = 60_000;

/** A search that is still being typed is none. */
const TYPED_MS = 1500;

export function useTelling(member: Member, choices: Choices): void {
  const text = useText();
  const language = text.culture.isPseudo ? "en" : text.culture.tag;
  useEffect(() => {
    collector.begin((path, body) => member.ask(path, { method: "POST", body, isLasting: true }));
    let isOpened = false;
    const heed = () => {
      const purposes = choices.purposes.get();
      if (!purposes) return;
      collector.heed(purposes.filter(({ allowed }) => allowed).map(({ purpose }) => purpose));
      if (!isOpened) tell("app_opened");
      isOpened = true;
    };
    const stops = [
      choices.purposes.subscribe(heed),
      member.connection.subscribe(() => member.connection.get() === "online" && void collector.flush()),
      whileHere(),
      () => collector.end(),
    ];
    heed();
    return () => {
      for (const stop of stops) stop();
    };
  }, [member, choices]);
  useEffect(() => {
    const ask = () => {
      const isOnline = member.connection.get() === "online";
      if (isOnline && !choices.purposes.get()) void choices.load(language).catch(() => undefined);
    };
    const timer = setTimeout(ask, LATER_MS);
    const stop = member.connection.subscribe(ask);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [member, choices, language]);
}

/** Tells that something was looked for in vain, once the words stay as they are. */
export function useEmptySearch(what: Variant<"empty_search">, words: string, isEmpty: boolean): void {
  useEffect(() => {
    if (!isEmpty || words.trim() === "") return;
    const timer = setTimeout(() => tell("empty_search", what), TYPED_MS);
    return () => clearTimeout(timer);
  }, [what, words, isEmpty]);
}

const SLOW: readonly [number, Variant<"slow_room">][] = [
  [10_000, "10s"],
  [3000, "3s"],
  [1000, "1s"],
];

/** Tells of a room that took long until it was seen. */
export function useSlowRoom(): void {
  const [begun] = useState(() => performance.now());
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const took = performance.now() - begun;
      const slow = SLOW.find(([least]) => took >= least);
      if (slow) tell("slow_room", slow[1]);
    });
    return () => cancelAnimationFrame(frame);
  }, [begun]);
}

const ACTIVE: readonly [number, Variant<"app_active">][] = [
  [30, "30m"],
  [15, "15m"],
  [5, "5m"],
  [1, "1m"],
];

/** Counts the minutes in which something was done here, and tells of them when the page is left or after half an hour. */
function whileHere(): () => void {
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
