// What a member sets, from every module that has something to be set.

import { Suspense } from "react";
import { later } from "../../../kit/later.ts";
import type { Member } from "../../../matrix/member.ts";
import { Settings } from "../../accounts/views/Settings.tsx";
import { RegionSetting } from "../../cultures/member.tsx";
import { DevicesSetting } from "../../devices/views/DevicesSetting.tsx";
import { RecoverySetting } from "../../keys/views/Recovery.tsx";
import type { Choices } from "../../privacy/model.ts";
import { Purposes } from "../../privacy/views/Purposes.tsx";
import { AlertsSetting } from "../../push/member.tsx";
import { AllowedSetting } from "../../translate/views/AllowedSetting.tsx";

const Ignored = later(() => import("../../people/views/Ignored.tsx"));

export interface AllSettingsProps {
  member: Member;
  choices: Choices;
  /** What the member has come for. */
  sought: "all" | "purposes";
  onClose: () => void;
  onEnded: () => void;
}

export default function AllSettings({ member, choices, sought, onClose, onEnded }: AllSettingsProps) {
  return (
    <Settings member={member} onClose={onClose} onEnded={onEnded}>
      <AlertsSetting />
      <RegionSetting member={member} />
      <RecoverySetting member={member} />
      <DevicesSetting member={member} />
      <Suspense>
        <Ignored member={member} />
      </Suspense>
      <AllowedSetting />
      <Purposes choices={choices} isSought={sought === "purposes"} />
    </Settings>
  );
}
