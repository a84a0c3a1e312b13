// What stands beside a conversation, as a part of its address: it can be shared, and the back button closes it first.

import { useLocation, useSearch } from "wouter";
import { navigate } from "wouter/use-browser-location";

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
  const depth = panelsDeep();
  const path = location.pathname;
  return {
    panel: isPanel(panel) ? panel : undefined,
    isSearching: panel === "search",
    open: openPanel,
    close: () => (depth > 0 ? history.go(-depth) : go(path, { replace: true })),
    back: depth > 1 ? () => history.back() : undefined,
  };
}

/** The same for whoever only opens one: they are not drawn anew when another is open. */
export function openPanel(panel: PanelName | "search", more: Record<string, string> = {}): void {
  const search = `?${new URLSearchParams({ panel, ...more })}`;
  const state = { ...(history.state as object | null), panels: panelsDeep() + 1 };
  if (search !== location.search) navigate(location.pathname + search, { state });
}

/** How many panels deep the reader is, and so how far the conversation is behind them. */
function panelsDeep(): number {
  const isOpen = new URLSearchParams(location.search).has("panel");
  return (isOpen && (history.state as { panels?: number } | null)?.panels) || 0;
}

function isPanel(name: string | undefined): name is PanelName {
  return name !== undefined && (["about", "members", "settings"].includes(name) || isPerson(name));
}

export function isPerson(name: string): name is `@${string}` {
  return name.startsWith("@");
}
