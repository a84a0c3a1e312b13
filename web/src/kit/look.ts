// How the app looks: as the system does, or as somebody chose.

export const LOOKS = ["system", "light", "dark", "contrast"] as const;

export type Look = (typeof LOOKS)[number];

const STORED = "hearth.look";

const CONTRAST = matchMedia("(prefers-contrast: more)");

export function chosenLook(): Look {
  const stored = localStorage.getItem(STORED);
  return LOOKS.find((look) => look === stored) ?? "system";
}

/** Puts the look on, and keeps it. */
export function choose(look: Look): void {
  localStorage.setItem(STORED, look);
  wear();
}

/** Puts on what was chosen; a system that asks for contrast gets it. */
export function wear(): void {
  const look = chosenLook();
  const worn = look === "system" && CONTRAST.matches ? "contrast" : look;
  document.documentElement.dataset["look"] = worn;
}

CONTRAST.addEventListener("change", wear);
