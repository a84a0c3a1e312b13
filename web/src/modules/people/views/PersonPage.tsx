// Somebody whom a link leads to, such as `/people/@ada:example.org`.

import { useEffect, useMemo } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import type { Member } from "../../../matrix/member.ts";
import { People } from "../../../matrix/people.ts";
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
  const people = useMemo(() => new People(member), [member]);
  useEffect(() => people.watch(), [people]);
  return (
    <section className={styles.page} aria-label={text.say("people-title")}>
      <Button look="icon" className={styles.back ?? ""} aria-label={text.say("rooms-back")} onPress={onBack}>
        <Icon name="back" />
      </Button>
      <Profile member={member} people={people} userId={userId} onOpen={onOpen} isPage />
    </section>
  );
}
