// The line of the settings that leads to the devices.

import { lazy, Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";

const Devices = lazy(() => import("./Devices.tsx"));

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
