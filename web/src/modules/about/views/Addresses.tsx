// The addresses that lead to a room, such as `#garden:example.org`.

import { type FormEvent, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import type { About } from "../../../matrix/about.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { may } from "../model.ts";
import styles from "./About.module.css";

export function Addresses({ about }: { about: About }) {
  const text = useText();
  const details = useSignal(about.details);
  const task = useTask("about-error-forbidden");
  const [name, setName] = useState("");
  const wanted = addressName(name);
  const all = [details.address, ...details.addresses].filter((one) => one !== undefined);
  if (!may(details, "addresses")) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wanted) task.run(() => about.addAddress(wanted).then(() => setName("")));
  };
  return (
    <form className={styles.block} onSubmit={submit}>
      <h3>{text.say("about-addresses")}</h3>
      <ul className={`plain ${styles.addresses}`}>
        {all.map((address) => (
          <li key={address} className={styles.address}>
            <bdi>{address}</bdi>
            <Button
              look="icon"
              aria-label={text.say("about-addresses-remove", { address })}
              onPress={() => task.change(() => about.removeAddress(address))}
            >
              <Icon name="delete" size={16} />
            </Button>
          </li>
        ))}
      </ul>
      <Field
        label={text.say("about-addresses-new")}
        hint={text.say("about-addresses-hint")}
        value={name}
        onChange={setName}
        maxLength={100}
        autoComplete="off"
        isVerbatim
      />
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      {wanted !== "" && (
        <Button type="submit" isBusy={task.isBusy}>
          {text.say("about-addresses-add")}
        </Button>
      )}
    </form>
  );
}

/** `garden` of `#garden:example.org` and of ` Garden `. */
function addressName(typed: string): string {
  return typed.trim().replace(/^#/, "").replace(/:.*$/, "").replaceAll(/\s+/g, "-").toLowerCase();
}
