// A button that copies, and says in its own words whether it did.

import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { useCopying } from "./copying.ts";
import { Icon } from "./Icon.tsx";

export interface CopyButtonProps {
  content: string;
  /** What is said once it is copied, and where the browser does not let it. */
  copied: string;
  failed: string;
  children: ReactNode;
}

export function CopyButton({ content, copied, failed, children }: CopyButtonProps) {
  const [told, copy] = useCopying();
  return (
    <>
      <Button onPress={() => copy(content)}>
        <Icon name={told === "copied" ? "check" : "copy"} /> {told === "copied" ? copied : children}
      </Button>
      <span role="status">
        {told === "copied" && <span className="hidden">{copied}</span>}
        {told === "failed" && failed}
      </span>
    </>
  );
}
