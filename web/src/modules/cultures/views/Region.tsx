// Language and region: every custom as usual where the language is spoken, or as the member wants it.

import { useState } from "react";
import { Choice } from "../../../kit/Choice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Switch } from "../../../kit/Switch.tsx";
import type { Member } from "../../../matrix/member.ts";
import { tell } from "../../../signals/tell.ts";
import type { Overrides } from "../../../text/customs.ts";
import { useTask } from "../../../text/task.ts";
import { useAdjust, useText } from "../../../text/text.tsx";
import { changed, chosen, customs, times } from "../model.ts";
import { PersonName } from "./PersonName.tsx";
import styles from "./Region.module.css";

export default function Region({ member }: { member: Member }) {
  const text = useText();
  const adjust = useAdjust();
  const task = useTask();
  const set = (overrides: Overrides) => {
    adjust(overrides);
    tell("preference_changed", "culture");
    task.change(() => member.region.keep(overrides));
  };
  const { quietHours, greetings, lunarFestivals } = text.customs;
  const options = times(text, quietHours);
  const quiet = (part: keyof typeof quietHours, label: string) => (
    <Choice
      label={text.say(label)}
      value={quietHours[part]}
      options={options}
      onChange={(time) => set(changed(text.overrides, "quietHours", { ...quietHours, [part]: time }))}
    />
  );
  return (
    <section className={styles.region} aria-labelledby="region">
      <h3 id="region">{text.say("cultures-region")}</h3>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      <Example />
      <div className={styles.choices}>
        {customs(text).map(({ key, label, value, options }) => (
          <Choice
            key={key}
            label={label}
            value={value}
            options={options}
            onChange={(value) => set(changed(text.overrides, key, chosen(key, value)))}
          />
        ))}
      </div>
      <Switch
        label={text.say("cultures-greetings")}
        isOn={greetings}
        onChange={(isOn) => set(changed(text.overrides, "greetings", isOn))}
      />
      <Switch
        label={text.say("cultures-festivals")}
        isOn={lunarFestivals}
        onChange={(isOn) => set(changed(text.overrides, "lunarFestivals", isOn))}
      />
      <h4>{text.say("cultures-quiet")}</h4>
      <p className={styles.hint}>{text.say("cultures-quiet-hint")}</p>
      <div className={styles.choices}>
        {quiet("from", "cultures-quiet-from")}
        {quiet("to", "cultures-quiet-to")}
        {quiet("toOnDaysOff", "cultures-quiet-to-free")}
      </div>
      <PersonName member={member} />
    </section>
  );
}

/** Now, a number and a week, as they look everywhere. */
function Example() {
  const text = useText();
  const [now] = useState(Date.now);
  return (
    <div className={styles.example}>
      <span className={styles.hint}>{text.say("cultures-example")}</span>
      <time dateTime={new Date(now).toISOString()}>{text.moment(now)}</time>
      <span>{text.number(1234567.89)}</span>
      <ol className={`plain ${styles.week}`} data-content="">
        {text.week().map(({ day, name, isFree }) => (
          <li key={day} className={isFree ? styles.free : ""}>
            {name}
          </li>
        ))}
      </ol>
    </div>
  );
}
