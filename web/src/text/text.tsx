// Hands the chosen culture's words to every view, and changes all of them at once when another is chosen.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { tell } from "../signals/tell.ts";
import { type Culture, choose, Text } from "./culture.ts";

interface Spoken {
  text: Text;
  speak: (culture: Culture) => void;
}

const Context = createContext<Spoken | undefined>(undefined);

export function TextProvider({ first, children }: { first: Text; children: ReactNode }) {
  const [text, setText] = useState(first);
  const speak = useCallback((culture: Culture) => {
    choose(culture);
    tell("preference_changed", "language");
    void Text.of(culture).then(setText);
  }, []);
  useEffect(() => {
    document.documentElement.lang = text.culture.isPseudo ? "en" : text.culture.tag;
    document.documentElement.dir = text.culture.direction;
  }, [text]);
  const spoken = useMemo(() => ({ text, speak }), [text, speak]);
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

/** Chooses another culture. */
export function useSpeak(): (culture: Culture) => void {
  return useSpoken().speak;
}
