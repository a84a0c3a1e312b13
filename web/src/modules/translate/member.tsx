// What a message takes from here: an entry in its menu, and what stands below it.

import { createContext, type ReactNode, Suspense, useContext, useMemo, useState } from "react";
import { later } from "../../kit/later.ts";
import type { MenuChoice } from "../../kit/Menu.tsx";
import type { Member } from "../../matrix/member.ts";
import { useSignal } from "../../matrix/react.ts";
import { Signal } from "../../matrix/signal.ts";
import type { Message } from "../../matrix/types.ts";
import { useText } from "../../text/text.tsx";
import { canTranslate, type State, Translations, type Where } from "./model.ts";

const Translation = later(() => import("./views/Translation.tsx"));

interface Here {
  translations: Translations;
  /** The host of the provider; there is none as long as nobody knows of one. */
  translator: string | undefined;
  room: Where;
}

const Context = createContext<Here | undefined>(undefined);

/** Around the open room, of which it has to be known whether it is encrypted. */
export function Translating({
  member,
  room,
  translator,
  children,
}: {
  member: Member;
  room: Where | undefined;
  translator: Here["translator"];
  children: ReactNode;
}) {
  const [translations] = useState(
    () =>
      new Translations((text, to) =>
        member.ask("/_hearth/translate", { method: "POST", body: { text, to } }),
      ),
  );
  const { id, isEncrypted } = room ?? {};
  const here = useMemo(
    () =>
      id !== undefined && isEncrypted !== undefined
        ? { translations, translator, room: { id, isEncrypted } }
        : undefined,
    [translations, translator, id, isEncrypted],
  );
  return <Context value={here}>{children}</Context>;
}

/** The entry of a message's menu, where there is a translator and the message has words of somebody else. */
export function useTranslateChoice(message: Message): MenuChoice | undefined {
  const text = useText();
  const here = useContext(Context);
  const { language: to } = text;
  const state = useTranslation(here, message, to);
  if (!here?.translator || !canTranslate(message)) return undefined;
  const { translations, room } = here;
  return state.is === "none"
    ? {
        id: "translate",
        icon: "languages",
        label: text.say("translate-button"),
        onChoose: () => translations.want(message, room, to),
      }
    : {
        id: "translate",
        icon: "languages",
        label: text.say("translate-hide"),
        onChoose: () => translations.hide(message, to),
      };
}

/** What stands below a message. */
export function Translated({ message }: { message: Message }) {
  const here = useContext(Context);
  const { language: to } = useText();
  const state = useTranslation(here, message, to);
  if (!here?.translator || state.is === "none") return null;
  const { translations, translator, room } = here;
  return (
    <Suspense>
      <Translation
        state={state}
        translator={translator}
        to={to}
        onAllow={(isForAll) => translations.allow(message, room, to, isForAll)}
        onHide={() => translations.hide(message, to)}
      />
    </Suspense>
  );
}

const NOTHING = new Signal<State>({ is: "none" });

function useTranslation(here: Here | undefined, message: Message, to: string): State {
  const translations = here?.translator && canTranslate(message) ? here.translations : undefined;
  return useSignal(translations?.of(message, to) ?? NOTHING);
}
