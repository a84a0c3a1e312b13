// Both parts of the member's name, so that each reader sees them in their own order.

import { type FormEvent, useCallback, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import type { Member } from "../../../matrix/member.ts";
import { namePartsOf, setNameParts } from "../../../matrix/people.ts";
import type { NameParts } from "../../../matrix/types.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import styles from "./Region.module.css";

/** Longer names are cut wherever they are shown. */
const NAME_LETTERS = 60;

export function PersonName({ member }: { member: Member }) {
  const text = useText();
  const { isBusy, fault, run, change } = useTask();
  // Nothing until it is known, so that saving one part never wipes the other; what is typed counts before what comes.
  const [kept, setKept] = useState<NameParts>();
  const [typed, setTyped] = useState<Partial<NameParts>>({});
  const load = useCallback(async () => {
    const found = (await namePartsOf(member, member.id)) ?? NOTHING;
    setKept(found);
    return found;
  }, [member]);
  useEffect(() => change(load), [change, load]);
  const parts = { ...(kept ?? NOTHING), ...typed };
  const isChanged = (["given", "family"] as const).some(
    (part) => parts[part].trim() !== (kept?.[part] ?? ""),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const { given, family } = { ...(kept ?? (await load())), ...typed };
      const wanted = { given: given.trim(), family: family.trim() };
      await setNameParts(member, wanted);
      setKept(wanted);
      setTyped({});
    });
  };
  const field = (part: keyof NameParts, label: string) => (
    <Field
      label={text.say(label)}
      value={parts[part]}
      onChange={(value) => setTyped({ ...typed, [part]: value })}
      maxLength={NAME_LETTERS}
      autoComplete={`${part}-name`}
      fault={part === "family" ? fault && text.say(fault) : undefined}
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
        <Button type="submit" look="main" isBusy={isBusy}>
          {text.say("accounts-display-button")}
        </Button>
      )}
    </form>
  );
}

const NOTHING: NameParts = { given: "", family: "" };
