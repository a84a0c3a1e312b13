// The lines of the settings that need the password.

import { Suspense, useState } from "react";
import { Button } from "../../../kit/Button.tsx";
import { later } from "../../../kit/later.ts";
import { Setting } from "../../../kit/Setting.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";

const AccountDialogs = later(() => import("./AccountDialogs.tsx"));

export function AccountSettings({ member, onEnded }: { member: Member; onEnded: () => void }) {
  const text = useText();
  const [what, setWhat] = useState<"password" | "end">();
  return (
    <>
      <Setting title={text.say("accounts-password-label")} words={text.say("accounts-change-hint")}>
        <Button onPress={() => setWhat("password")}>{text.say("accounts-change")}</Button>
      </Setting>
      <Setting title={text.say("accounts-end-title")} words={text.say("accounts-end-hint")}>
        <Button onPress={() => setWhat("end")}>{text.say("accounts-end")}</Button>
      </Setting>
      {what && (
        <Suspense>
          <AccountDialogs what={what} member={member} onEnded={onEnded} onClose={() => setWhat(undefined)} />
        </Suspense>
      )}
    </>
  );
}
