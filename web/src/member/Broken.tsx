// Said where the app cannot go on, with the ways out.

import { Button } from "../kit/Button.tsx";
import { useText } from "../text/text.tsx";
import { Message } from "./Message.tsx";

export interface BrokenProps {
  onAgain: () => void;
  /** Where somebody is signed in. */
  onSignOut?: (() => void) | undefined;
}

export function Broken({ onAgain, onSignOut }: BrokenProps) {
  const text = useText();
  return (
    <Message title={text.say("web-broken-title")} words={text.say("web-broken")}>
      <Button look="main" onPress={onAgain}>
        {text.say("web-broken-button")}
      </Button>
      {onSignOut && <Button onPress={onSignOut}>{text.say("accounts-out")}</Button>}
    </Message>
  );
}
