// A line to fill in, with its name, a hint, and what is wrong with what was filled in.

import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";
import styles from "./Field.module.css";

export interface FieldProps extends Omit<TextFieldProps, "className" | "style" | "children"> {
  label: string;
  hint?: string | undefined;
  /** What is wrong, in words that say what to do. */
  fault?: string | undefined;
  /** Taken as it is typed: a phone neither begins it with a capital nor corrects it. */
  isVerbatim?: boolean;
}

export function Field({ label, hint, fault, isVerbatim = false, ...props }: FieldProps) {
  return (
    <TextField
      {...props}
      className={styles.field ?? ""}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <Label className={styles.label}>{label}</Label>
      <Input
        className={styles.input ?? ""}
        dir="auto"
        autoCapitalize={isVerbatim ? "none" : undefined}
        autoCorrect={isVerbatim ? "off" : undefined}
        spellCheck={isVerbatim ? false : undefined}
      />
      {fault === undefined ? (
        hint && (
          <Text slot="description" className={styles.hint}>
            {hint}
          </Text>
        )
      ) : (
        <FieldError className={styles.fault ?? ""}>{fault}</FieldError>
      )}
    </TextField>
  );
}
