// What stands beside a conversation, as a part of its address: it can be shared, and the back button closes it first.

import { useLocation, useSearch } from "wouter";

/** What is told of the room, its members or its settings, or of a person by their id. */
export type PanelName = "about" | "members" | "settings" | `@${string}`;

export interface Panels {
  panel: PanelName | undefined;
  /** One looks for messages instead. */
  isSearching: boolean;
  /** Opens one; what else it begins with stands in the address too. */
  open: (panel: PanelName | "search", more?: Record<string, string>) => void;
  close: () => void;
  /** Back to the panel that this one was opened from. */
  back: (() => void) | undefined;
}

export function usePanels(): Panels {
  const [, go] = useLocation();
  const panel = new URLSearchParams(useSearch()).get("panel") ?? undefined;
  // How many panels deep the reader is, and so how far the conversation is behind them.
  const depth: number = (panel && (history.state as { panels?: number } | null)?.panels) || 0;
  const path = location.pathname;
  return {
    panel: isPanel(panel) ? panel : undefined,
    isSearching: panel === "search",
    open: (panel, more = {}) => {
      const search = `?${new URLSearchParams({ panel, ...more })}`;
      if (search !== location.search)
        go(path + search, { state: { ...(history.state as object | null), panels: depth + 1 } });
    },
    close: () => (depth > 0 ? history.go(-depth) : go(path, { replace: true })),
    back: depth > 1 ? () => history.back() : undefined,
  };
}

function isPanel(name: string | undefined): name is PanelName {
  return name !== undefined && (["about", "members", "settings"].includes(name) || isPerson(name));
}

export function isPerson(name: string): name is `@${string}` {
  return name.startsWith("@");
}
