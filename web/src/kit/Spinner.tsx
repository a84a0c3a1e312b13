// Something is under way. What it is, the words beside it say.

import styles from "./Spinner.module.css";

export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
