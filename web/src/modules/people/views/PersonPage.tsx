// Somebody whom a link leads to, such as `/people/@ada:example.org`.

import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
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
      <Button look="icon" className={styles.back ?? ""} aria-label={text.say("rooms-back")} onPress={onBack}>
        <Icon name="back" />
      </Button>
      <Profile member={member} userId={userId} onOpen={onOpen} isPage />
    </section>
  );
}
