// How views follow a signal, and how they know whose app this is.

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Member } from "./member.ts";
import type { Signal } from "./signal.ts";

export function useSignal<T>(signal: Pick<Signal<T>, "get" | "subscribe">): T {
  return useSyncExternalStore(signal.subscribe, signal.get);
}

export const MemberContext = createContext<Member | undefined>(undefined);

/** The member who is signed in, for what stands too deep to be handed them. */
export function useMember(): Member {
  const member = useContext(MemberContext);
  if (!member) throw new Error("A view stands outside of MemberContext.");
  return member;
}
