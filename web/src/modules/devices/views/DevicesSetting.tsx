// The line of the settings that leads to the devices.

import { Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { later } from "../../../kit/later.ts";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";

const Devices = later(() => import("./Devices.tsx"));

export function DevicesSetting({ member }: { member: Member }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Setting title={text.say("devices-title")} words={text.say("devices-words")}>
      <Button onPress={() => setIsOpen(true)}>{text.say("devices-button")}</Button>
      {isOpen && (
        <Suspense>
          <Devices member={member} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </Setting>
  );
}
