// Both parts of the member's name, so that each reader sees them in their own order.

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import type { Member } from "../../../matrix/member.ts";
import { namePartsOf, setNameParts } from "../../../matrix/people.ts";
import type { NameParts } from "../../../matrix/types.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Region.module.css";

/** Longer names are cut wherever they are shown. */
const NAME_LETTERS = 60;

export function PersonName({ member }: { member: Member }) {
  const text = useText();
  const [kept, setKept] = useState<NameParts>(NOTHING);
  const [parts, setParts] = useState<NameParts>(NOTHING);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    namePartsOf(member, member.id).then(
      (found) => {
        setKept(found ?? NOTHING);
        setParts(found ?? NOTHING);
      },
      () => undefined,
    );
  }, [member]);
  const { given, family } = parts;
  const isChanged = given.trim() !== kept.given || family.trim() !== kept.family;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = { given: given.trim(), family: family.trim() };
    setFault(undefined);
    setNameParts(member, wanted).then(
      () => setKept(wanted),
      () => setFault(text.say("common-error-unreached")),
    );
  };
  const field = (part: keyof NameParts, label: string) => (
    <Field
      label={text.say(label)}
      value={parts[part]}
      onChange={(value) => setParts({ ...parts, [part]: value })}
      maxLength={NAME_LETTERS}
      autoComplete={`${part}-name`}
      fault={part === "family" ? fault : undefined}
    />
  );
  return (
    <form className={styles.name} onSubmit={submit}>
      <h4>{text.say("cultures-person")}</h4>
      <p className={styles.hint}>{text.say("cultures-person-hint")}</p>
      <div className={styles.parts}>
        {text.customs.nameOrder === "family-first" && field("family", "cultures-family")}
        {field("given", "cultures-given")}
        {text.customs.nameOrder === "given-first" && field("family", "cultures-family")}
      </div>
      {isChanged && (
        <Button type="submit" look="main">
          {text.say("accounts-display-button")}
        </Button>
      )}
    </form>
  );
}

const NOTHING: NameParts = { given: "", family: "" };
