// What is shown in place of a screen that broke, so that nobody sees an empty page.

import { Component, type ReactNode } from "react";
import { tell, telling } from "../signals/tell.ts";

export interface BoundaryProps {
  /** What is shown instead. */
  broken: ReactNode;
  children: ReactNode;
}

export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    tell("error_shown", "crashed");
    // What tells has broken with the rest.
    void telling.to?.flush();
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.broken : this.props.children;
  }
}
