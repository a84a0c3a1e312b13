// Whether somebody is verified, in a word and a shield.

import { Icon } from "../../../kit/Icon.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import type { Trusted } from "../../../matrix/trust.ts";
import type { Person } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";

const WORDS: Record<Trusted, string> = {
  verified: "verification-verified",
  unverified: "verification-unverified",
  changed: "verification-changed",
};

export function Sure({ member, person }: { member: Member; person: Person }) {
  const text = useText();
  const trusted = useSignal(member.trust.of(person.id));
  return (
    <span>
      <Icon name={trusted === "verified" ? "verified" : "shield"} size={14} />{" "}
      {text.say(WORDS[trusted], { name: person.name })}
    </span>
  );
}
