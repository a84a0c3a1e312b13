// What is said of this community, for the members who are in it.

import { useEffect, useState } from "react";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import { useText } from "../../text/text.tsx";
import { type Community, community } from "./model.ts";

/** Asked each time that the connection is there again: an app that was started without one still has to know. */
export function useCommunity({ connection }: Pick<Member, "connection">): Community | undefined {
  const { tag } = useText().culture;
  const isOnline = useSignal(connection) === "online";
  const [found, setFound] = useState<Community>();
  useEffect(() => {
    if (!isOnline) return;
    community(tag).then(setFound, () => undefined);
  }, [isOnline, tag]);
  return found;
}
