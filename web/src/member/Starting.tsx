// What is shown while the app is fetched and the first rooms arrive.

import { Flame } from "../kit/Flame.tsx";
import { useText } from "../text/text.tsx";
import styles from "./Starting.module.css";

export function Starting() {
  const text = useText();
  return (
    <main className={styles.starting}>
      <Flame size={56} />
      <p role="status">{text.say("web-starting")}</p>
    </main>
  );
}
