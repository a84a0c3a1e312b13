// Looking things up while somebody types.

import { useEffect, useRef, useState } from "react";

/** Somebody who types faster than this is not asked about each letter. */
const PAUSE_MS = 250;

/** What the words find; without words only where that means everything. */
export function useFound<T>(words: string, find: (words: string) => Promise<T[]>, isAll = false): T[] {
  const [found, setFound] = useState<T[]>([]);
  const latest = useRef(find);
  latest.current = find;
  const wanted = words.trim();
  useEffect(() => {
    if (wanted === "" && !isAll) {
      setFound([]);
      return;
    }
    let isWanted = true;
    const timer = setTimeout(
      () => {
        latest.current(wanted).then(
          (found) => isWanted && setFound(found),
          () => isWanted && setFound([]),
        );
      },
      wanted === "" ? 0 : PAUSE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, isAll]);
  return found;
}
