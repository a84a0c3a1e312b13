// Puts a text on the clipboard, and says whether it is there.

import { type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export interface CopyButtonProps {
  content: string;
  /** What is said once it is copied, and where the browser does not let it. */
  copied: string;
  failed: string;
  children: ReactNode;
}

export function CopyButton({ content, copied, failed, children }: CopyButtonProps) {
  const [state, setState] = useState<"new" | "copied" | "failed">("new");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(content);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <Button onPress={() => void copy()}>
        <Icon name={state === "copied" ? "check" : "copy"} /> {state === "copied" ? copied : children}
      </Button>
      <span role="status">{state === "failed" && failed}</span>
    </>
  );
}
