// Who is here decides what is shown: the entrance, or the app, which is loaded only then.

import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { forget, keep, type Session, stored } from "../api/session.ts";
import { later } from "../kit/later.ts";
import { Entrance } from "../modules/accounts/views/Entrance.tsx";
import { type Arrival, invitedTo } from "../modules/invites/model.ts";
import { hrefOf, placeOf } from "../modules/rooms/places.ts";
import { leave, type Parting, sweep } from "./leaving.ts";
import { Starting } from "./Starting.tsx";

/** The SDK and everything that needs it. */
export const load = () => import("./Inside.tsx");
const Inside = later(load);

export function App() {
  const [session, setSession] = useState<Session | undefined>(stored);
  const [path, go] = useLocation();
  const isEntrance = path === "/sign-in" || path === "/sign-up";

  /** Where a link led to that somebody followed who has no account yet. */
  const wanted = useRef<string>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anybody can come in
  useEffect(() => {
    if (!session) void sweep();
  }, []);

  // While somebody types their name, what they will need next is fetched.
  useEffect(() => {
    if (session) return;
    const timer = setTimeout(() => void load().catch(() => undefined), 1500);
    return () => clearTimeout(timer);
  }, [session]);

  // An invitation that a member opens leads to its room.
  useEffect(() => {
    const room = invitedTo(location.search);
    if (session && isEntrance) go(room ? hrefOf(room) : "/", { replace: true });
  }, [session, isEntrance, go]);

  const onSignedOut = useCallback(
    (parting?: Parting) => {
      if (session) void leave(session, parting);
    },
    [session],
  );

  // Where the browser keeps no secrets, the entrance says so.
  if (!session || !isSecureContext) {
    // Whoever followed a link is led there once they are in.
    const mode = path === "/sign-up" ? "sign-up" : "sign-in";
    return (
      <Entrance
        mode={mode}
        onMode={(mode) => {
          if (!isEntrance && path !== "/") wanted.current = path;
          const room = placeOf(path)?.room;
          const asked = room ? `?${new URLSearchParams({ room })}` : location.search;
          go(`/${mode}${asked}${location.hash}`);
        }}
        onSession={(session, room) => {
          // Nothing is left of who was here before, however they went.
          forget();
          keep(session);
          setSession(session);
          const state: Arrival = { enters: mode === "sign-up" };
          if (isEntrance) go(wanted.current ?? (room ? hrefOf(room) : "/"), { replace: true, state });
        }}
      />
    );
  }
  return (
    <Suspense fallback={<Starting />}>
      <Inside session={session} onSession={setSession} onSignedOut={onSignedOut} />
    </Suspense>
  );
}
