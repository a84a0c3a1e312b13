// The arrow that leads back to where one came from.

import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";

export interface BackButtonProps {
  label: string;
  className?: string | undefined;
  onPress: () => void;
}

export function BackButton({ label, className = "", onPress }: BackButtonProps) {
  return (
    <Button look="icon" className={className} aria-label={label} onPress={onPress}>
      <Icon name="back" />
    </Button>
  );
}
