// Hands the chosen culture's words to every view, and changes all of them at once when another is chosen.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { tell } from "../signals/tell.ts";
import { type Culture, choose, remember, Text } from "./culture.ts";
import type { Overrides } from "./customs.ts";

interface Spoken {
  text: Text;
  speak: (culture: Culture) => Promise<void>;
  adjust: (overrides: Overrides) => void;
}

const Context = createContext<Spoken | undefined>(undefined);

export function TextProvider({ first, children }: { first: Text; children: ReactNode }) {
  const [text, setText] = useState(first);
  const speak = useCallback(async (culture: Culture) => {
    const spoken = await culture.load();
    choose(culture);
    tell("preference_changed", "language");
    setText((before) => Text.from(culture, spoken, before.overrides));
  }, []);
  const adjust = useCallback((overrides: Overrides) => {
    remember(overrides);
    const wanted = JSON.stringify(overrides);
    setText((before) => (JSON.stringify(before.overrides) === wanted ? before : before.with(overrides)));
  }, []);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.lang = text.language;
    documentElement.dir = text.culture.direction;
    documentElement.dataset["density"] = text.customs.density;
  }, [text]);
  const spoken = useMemo(() => ({ text, speak, adjust }), [text, speak, adjust]);
  return <Context value={spoken}>{children}</Context>;
}

function useSpoken(): Spoken {
  const spoken = useContext(Context);
  if (!spoken) throw new Error("A view stands outside of TextProvider.");
  return spoken;
}

/** The words of the chosen culture. */
export function useText(): Text {
  return useSpoken().text;
}

/** Chooses another culture, once its words are here. */
export function useSpeak(): (culture: Culture) => Promise<void> {
  return useSpoken().speak;
}

/** Sets the member's own customs, at once and everywhere. */
export function useAdjust(): (overrides: Overrides) => void {
  return useSpoken().adjust;
}
