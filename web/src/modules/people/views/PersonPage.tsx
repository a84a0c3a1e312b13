// Somebody whom a link leads to, such as `/people/@ada:example.org`.

import { BackButton } from "../../../kit/BackButton.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./People.module.css";
import { Profile } from "./Profile.tsx";

export interface PersonPageProps {
  member: Member;
  userId: string;
  onOpen: (roomId: string) => void;
  onBack: () => void;
}

export default function PersonPage({ member, userId, onOpen, onBack }: PersonPageProps) {
  const text = useText();
  return (
    <section className={styles.page} aria-label={text.say("people-title")}>
      <BackButton className={styles.back} label={text.say("rooms-back")} onPress={onBack} />
      <Profile member={member} userId={userId} onOpen={onOpen} isPage />
    </section>
  );
}
