// Puts a text on the clipboard, and says for a while how that went.

import { useEffect, useState } from "react";

/** So long is it said. */
const TOLD_MS = 5000;

export type Copied = "copied" | "failed" | undefined;

export function useCopying(): [Copied, (content: string) => void] {
  const [told, setTold] = useState<{ how: Copied }>({ how: undefined });
  useEffect(() => {
    if (!told.how) return;
    const timer = setTimeout(() => setTold({ how: undefined }), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = async (content: string) => {
    try {
      await navigator.clipboard.writeText(content);
      setTold({ how: "copied" });
    } catch {
      setTold({ how: "failed" });
    }
  };
  return [told.how, (content) => void copy(content)];
}
