// What was chosen and is not sent yet, above the words that go with it.

import { useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Entry } from "../../../kit/Entry.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Switch } from "../../../kit/Switch.tsx";
import { useText } from "../../../text/text.tsx";
import type { Attaching } from "../attaching.ts";
import type { Chosen } from "../model.ts";
import { isPicture, usePreview } from "../preview.ts";
import styles from "./Tray.module.css";

/** Pictures from this size on can be sent smaller. */
const LARGE_BYTES = 500_000;

export default function Tray({ attaching }: { attaching: Attaching }) {
  const text = useText();
  const { chosen, fault, isBusy, isSmaller, onSmaller, remove } = attaching;
  const hasLarge = chosen.some(({ file }) => isPicture(file) && file.size > LARGE_BYTES);
  return (
    <div className={styles.tray}>
      {fault && (
        <p className={styles.fault} role="alert">
          <Icon name="warning" size={15} /> {text.say(fault.key, fault.values)}
        </p>
      )}
      {chosen.length > 0 && (
        <ul className={`plain ${styles.files}`} aria-label={text.say("media-chosen")}>
          {chosen.map((one) => (
            <Item key={one.id} chosen={one} isBusy={isBusy} onRemove={() => remove(one.id)} />
          ))}
        </ul>
      )}
      {hasLarge && <Switch label={text.say("media-smaller")} isOn={isSmaller} onChange={onSmaller} />}
    </div>
  );
}

function Item({ chosen, isBusy, onRemove }: { chosen: Chosen; isBusy: boolean; onRemove: () => void }) {
  const text = useText();
  const { file } = chosen;
  const preview = usePreview(file);
  const [isBroken, setIsBroken] = useState(false);
  return (
    <li className={styles.file}>
      <Entry
        avatar={
          <span className={styles.preview}>
            {preview && !isBroken ? (
              <img src={preview} alt="" onError={() => setIsBroken(true)} />
            ) : (
              <Icon name="file" size={20} />
            )}
          </span>
        }
        name={file.name}
        end={
          <Button
            look="icon"
            isDisabled={isBusy}
            aria-label={text.say("media-remove", { name: file.name })}
            onPress={onRemove}
          >
            <Icon name="close" size={16} />
          </Button>
        }
      >
        <bdi className="quiet">{text.size(file.size)}</bdi>
      </Entry>
    </li>
  );
}
