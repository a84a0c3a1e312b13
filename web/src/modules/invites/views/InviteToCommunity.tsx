// Asking people into the community.

import { Dialog } from "../../../kit/Dialog.tsx";
import type { Member } from "../../../matrix/member.ts";
import { useText } from "../../../text/text.tsx";
import { InviteLink } from "./InviteLink.tsx";

export default function InviteToCommunity({ member, onClose }: { member: Member; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text.say("rooms-invite")} closeLabel={text.say("common-close")} onClose={onClose}>
      <InviteLink member={member} />
    </Dialog>
  );
}
