// One of a few that differ in what they mean: each with a sentence on it.

import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Options.module.css";

export interface OptionsProps {
  label: string;
  value: string;
  options: readonly { value: string; icon: IconName; label: string; hint: string }[];
  onChange: (value: string) => void;
}

export function Options({ label, value, options, onChange }: OptionsProps) {
  return (
    <RadioGroup className={styles.group ?? ""} value={value} onChange={onChange}>
      <Label className={styles.label}>{label}</Label>
      {options.map(({ value, icon, label, hint }) => (
        <Radio key={value} value={value} className={styles.option ?? ""}>
          <Icon name={icon} />
          <span>
            <strong>{label}</strong>
            <span className={styles.hint}>{hint}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
