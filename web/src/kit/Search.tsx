// Words to narrow a list by; Escape empties it.

import { Button as AriaButton } from "react-aria-components/Button";
import { Input } from "react-aria-components/Input";
import { SearchField } from "react-aria-components/SearchField";
import { Icon } from "./Icon.tsx";
import styles from "./Search.module.css";

export interface SearchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isFirst?: boolean;
}

export function Search({ label, value, onChange, isFirst = false }: SearchProps) {
  return (
    <SearchField
      className={styles.search ?? ""}
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={isFirst}
    >
      <Icon name="search" size={16} />
      <Input className={styles.input ?? ""} placeholder={label} dir={value === "" ? undefined : "auto"} />
      {value !== "" && (
        <AriaButton className={styles.clear ?? ""}>
          <Icon name="close" size={14} />
        </AriaButton>
      )}
    </SearchField>
  );
}
