// One of a few, chosen from the list that the system shows.

import styles from "./Choice.module.css";
import { Icon, type IconName } from "./Icon.tsx";

export interface ChoiceProps {
  label: string;
  icon?: IconName;
  value: string;
  options: readonly { value: string; label: string; lang?: string }[];
  onChange: (value: string) => void;
}

export function Choice({ label, icon, value, options, onChange }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      {icon ? <Icon name={icon} /> : null}
      <span className={icon ? "hidden" : ""}>{label}</span>
      <select
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(({ value, label, lang }) => (
          <option key={value} value={value} lang={lang}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
