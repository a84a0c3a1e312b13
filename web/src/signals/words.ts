// What the app can tell of its use: the server's lexicon of signals, and nothing else.

interface Kind {
  /** What the member has to agree to. */
  purpose: "retention" | "product";
  variants: readonly string[];
}

export const SIGNALS = {
  send_failed: {
    purpose: "retention",
    variants: ["forbidden", "too-large", "server", "encryption", "other"],
  },
  cannot_decrypt: {
    purpose: "retention",
    variants: ["no-key", "in-backup", "before-device", "before-joining", "withheld", "unknown"],
  },
  slow_room: { purpose: "retention", variants: ["1s", "3s", "10s"] },
  empty_search: { purpose: "retention", variants: ["filter", "messages", "people", "rooms"] },
  error_shown: {
    purpose: "retention",
    variants: ["crashed", "forbidden", "input", "missing", "often", "unknown", "unreached"],
  },
  refused: { purpose: "retention", variants: ["forbidden", "often"] },
  app_opened: { purpose: "retention", variants: [] },
  app_active: { purpose: "retention", variants: ["1m", "5m", "15m", "30m"] },
  notification_shown: { purpose: "retention", variants: [] },
  notification_opened: { purpose: "retention", variants: [] },
  capability_used: {
    purpose: "product",
    variants: [
      "edits",
      "files",
      "invitations",
      "mentions",
      "moderation",
      "permalinks",
      "pictures",
      "profiles",
      "reactions",
      "recovery",
      "replies",
      "search",
      "spaces",
      "threads",
      "translation",
      "verification",
      "voice",
    ],
  },
  preference_changed: {
    purpose: "product",
    variants: ["culture", "language", "look", "name", "notifications", "privacy"],
  },
} as const satisfies Record<string, Kind>;

export type Name = keyof typeof SIGNALS;
export type Variant<N extends Name> = (typeof SIGNALS)[N]["variants"][number];
/** What is told beside the name: its variant, where it has any. */
export type Said<N extends Name> = [Variant<N>] extends [never] ? [] : [variant: Variant<N>];
export type ErrorCode = Variant<"error_shown">;
