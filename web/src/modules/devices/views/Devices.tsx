// Where the member is signed in, and what can be done about each device.

import { type FormEvent, useCallback, useEffect, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Spinner } from "../../../kit/Spinner.tsx";
import type { Device } from "../../../matrix/devices.ts";
import type { Member } from "../../../matrix/member.ts";
import { useSignal } from "../../../matrix/react.ts";
import { useTask } from "../../../text/task.ts";
import { useText } from "../../../text/text.tsx";
import { PasswordForm } from "../../accounts/views/PasswordForm.tsx";
import { doubtOf, others } from "../model.ts";
import { Adding } from "./Adding.tsx";
import styles from "./Devices.module.css";

/** As the server keeps them. */
const NAME_LETTERS = 100;

export interface DevicesProps {
  member: Member;
  /** One has come to sign in another. */
  adds?: boolean;
  onClose: () => void;
}

export default function Devices({ member, adds = false, onClose }: DevicesProps) {
  const text = useText();
  const { devices } = member;
  const list = useSignal(devices.list);
  const task = useTask();
  const { change } = task;
  const [leaving, setLeaving] = useState<readonly string[]>();
  const [isAdding, setIsAdding] = useState(adds);
  const [added, setAdded] = useState<Device>();
  const greet = useCallback((device: Device) => {
    setAdded(device);
    setIsAdding(false);
  }, []);
  const [renaming, setRenaming] = useState<string>();
  useEffect(() => {
    change(() => devices.look());
  }, [devices, change]);
  const rest = others(list ?? []);
  return (
    <Dialog title={text.say("devices-title")} closeLabel={text.say("common-close")} isFirm onClose={onClose}>
      {task.fault && <Notice isWrong>{text.say(task.fault)}</Notice>}
      {!list && !task.fault && <Spinner />}
      {isAdding ? (
        <Adding devices={devices} onAdded={greet} onClose={() => setIsAdding(false)} />
      ) : leaving ? (
        <PasswordForm
          words={text.say("devices-out-words", { count: leaving.length })}
          button={text.say("devices-out")}
          onPassword={(password) => devices.signOut(leaving, password)}
          onDone={() => setLeaving(undefined)}
          onCancel={() => setLeaving(undefined)}
        />
      ) : (
        <>
          {added && <Notice>{text.say("devices-added", { name: added.name })}</Notice>}
          <ul className={`plain ${styles.list}`}>
            {list?.map((device) => (
              <li key={device.id} className={styles.device}>
                {renaming === device.id ? (
                  <Rename device={device} member={member} onDone={() => setRenaming(undefined)} />
                ) : (
                  <>
                    <About device={device} />
                    <div className="buttons">
                      <Button
                        look="quiet"
                        aria-describedby={`device-${device.id}`}
                        onPress={() => setRenaming(device.id)}
                      >
                        {text.say("devices-rename")}
                      </Button>
                      {device.isVerified === false && !device.isThis && (
                        <Button
                          look="quiet"
                          aria-describedby={`device-${device.id}`}
                          onPress={() => change(() => member.verifications.withDevice(device.id))}
                        >
                          {text.say("devices-verify")}
                        </Button>
                      )}
                      {!device.isThis && (
                        <Button
                          look="quiet"
                          aria-describedby={`device-${device.id}`}
                          onPress={() => setLeaving([device.id])}
                        >
                          {text.say("devices-out")}
                        </Button>
                      )}
                    </div>
                  </>
                )}
              </li>
            ))}
          </ul>
          <div className={styles.form}>
            <Button isWide onPress={() => setIsAdding(true)}>
              {text.say("devices-add")}
            </Button>
            {rest.length > 1 && (
              <Button look="danger" isWide onPress={() => setLeaving(rest)}>
                {text.say("devices-out-others")}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}

function About({ device }: { device: Device }) {
  const text = useText();
  const doubt = doubtOf(device, Date.now());
  return (
    <div>
      <bdi id={`device-${device.id}`} className={styles.name}>
        {device.name}
      </bdi>
      <p className={styles.more}>
        {device.isThis
          ? text.say("devices-this")
          : device.seenAt !== undefined && text.say("devices-seen", { when: text.moment(device.seenAt) })}
      </p>
      {doubt ? (
        <p className={styles.doubt}>
          <Icon name="shield" size={14} /> {text.say(doubt)}
        </p>
      ) : (
        device.isVerified && (
          <p className={styles.more}>
            <Icon name="verified" size={14} /> {text.say("verification-verified")}
          </p>
        )
      )}
    </div>
  );
}

function Rename({ device, member, onDone }: { device: Device; member: Member; onDone: () => void }) {
  const text = useText();
  const [name, setName] = useState(device.name);
  const task = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") task.run(() => member.devices.rename(device.id, name.trim()).then(onDone));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={text.say("devices-name")}
        fault={task.fault && text.say(task.fault)}
        value={name}
        onChange={setName}
        maxLength={NAME_LETTERS}
        autoFocus
      />
      <div className="buttons">
        <Button type="submit" look="main" isBusy={task.isBusy}>
          {text.say("accounts-display-button")}
        </Button>
        <Button onPress={onDone}>{text.say("common-cancel")}</Button>
      </div>
    </form>
  );
}
