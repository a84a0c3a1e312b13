// A button that asks the system for a file.

import styles from "./FileButton.module.css";

export interface FileButtonProps {
  /** The types that are offered, as a form's field has them. */
  accept: string;
  children: string;
  onChoose: (file: File) => void;
}

export function FileButton({ accept, children, onChoose }: FileButtonProps) {
  return (
    <label className={styles.file}>
      {children}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that the same file can be chosen once more.
          currentTarget.value = "";
          if (file) onChoose(file);
        }}
      />
    </label>
  );
}
