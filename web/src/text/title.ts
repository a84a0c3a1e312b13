// What the tab of the page, and its place in the history, is called.

import { useEffect } from "react";
import { useText } from "./text.tsx";

/** The names of where one is, the closest first, after how much there is unread. */
export function useTitle(names: readonly (string | undefined)[], unread = 0): void {
  const text = useText();
  const place = names.filter(Boolean).join(" · ");
  const title = unread > 0 ? `(${text.number(unread)}) ${place}` : place;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
